"""The screen of two reports beside each other, with two small reports; and as text grids at four sizes."""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.screens.test_grids import SIZES, _comparing
from tests.support.alignment import EARLIER, LATER, alignment_session, fixed_steps, two_reports
from tests.support.pilot import Driven, Steps, drive, drive_library, drive_view, until
from tests.support.samples import report_of
from tui.library.library import Library
from tui.messages import alignment_screen as messages
from tui.messages.wording import KIND_NAMES
from tui.screens import alignment as screen_module
from tui.screens.alignment import AlignmentScreen
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.screens.pair_rows import spans_of
from tui.screens.pair_state import read_state
from tui.screens.protocol import OpenReport, OpenView, SearchLibrary
from tui.state.paths import LIBRARY_VARIABLE
from tui.typeset.cells import cell_length
from tui.view_session import ViewSession
from tui.views.alignment import Aligned, FoundTerms
from tui.visits import Source


def screen(app: Driven) -> AlignmentScreen:
    """Return the screen."""
    shown = app.app.screen_stack[0]
    assert isinstance(shown, AlignmentScreen)
    return shown


def kinds(app: Driven) -> list[str]:
    """Return the kinds of the pairs that are shown."""
    return [pair.kind for pair in screen(app).pairs.pairs]


def sentence(app: Driven, side: int = 1) -> str:
    """Return a sentence of the pair at the cursor."""
    return screen(app).pairs.texts(screen(app).pane.cursor)[side]


async def done(app: Driven) -> None:
    """Wait until alignment and terms are there."""
    await until(app, lambda: not screen(app)._stream.is_running)


def run(steps: Steps, session: ViewSession | None = None, size: tuple[int, int] = (120, 35)) -> None:
    """Run the screen once all is known."""

    async def after(app: Driven) -> None:
        await done(app)
        await steps(app)

    drive_view(after, session or alignment_session(), size=size)


def asked(app: Driven, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Collect what the screen asks the app for, instead of doing it."""
    collected: list[Any] = []
    post = screen(app).post_message

    def collect(message: Any) -> bool:
        if not isinstance(message, OpenReport | OpenView | SearchLibrary):
            return post(message)
        collected.append(message)
        return True

    monkeypatch.setattr(screen(app), "post_message", collect)
    return collected


def found_row(app: Driven, words: str) -> str:
    """Return the row of the screen with some words."""
    return next(row for row in app.rows if words in row)


# -- what is shown ---------------------------------------------------------------------------------


def test_sentences_stand_beside_their_counterparts_with_kind_and_changed_words() -> None:
    async def steps(app: Driven) -> None:
        row = found_row(app, "提高基本医保")
        assert "改动" in row and "继续提高城乡居民" in row
        shown = screen(app).pairs
        at = next(i for i in range(len(shown)) if "城乡居民" in shown.texts(i)[1])
        lit = [shown.texts(at)[1][low:high] for low, high, style in shown.marks(at, 1) if style == "added"]
        assert "继续" in lit and any("城乡" in text for text in lit)
        assert [style for *_, style in shown.marks(at, 0)] == ["removed"] * len(shown.marks(at, 0))

    run(steps, size=(120, 60))


def test_without_the_lit_words_both_sentences_are_the_same_text() -> None:
    async def steps(app: Driven) -> None:
        shown = screen(app).pairs
        compared = 0
        for at, pair in enumerate(shown.pairs):
            if pair.kind not in ("edited", "rewritten"):
                continue
            compared += 1
            left = ["", ""]
            for side, text in enumerate(shown.texts(at)):
                cut = {i for low, high, _ in shown.marks(at, side) for i in range(low, high)}
                left[side] = "".join(c for i, c in enumerate(text) if i not in cut)
            assert left[0] == left[1]
        assert compared >= 3

    run(steps)


def test_the_counts_are_those_of_all_pairs_and_filter_them() -> None:
    async def steps(app: Driven) -> None:
        facets = {facet.id: facet.total for facet in screen(app).contents.facets()}
        counts = screen(app).contents.alignment.counts
        assert facets.pop("moved") == sum(pair.is_moved for pair in screen(app).pairs.pairs) > 0
        assert facets == {"": sum(counts.values())} | {kind: n for kind, n in counts.items() if n}
        assert f"[全部 {facets['']}]" in app.rows[1] and f"新增 {counts['new']}" in app.rows[1]
        await app.press("right")
        assert set(kinds(app)) == {"same"}
        await app.press("left", "left")
        assert all(pair.is_moved for pair in screen(app).pairs.pairs)
        await app.click("#facets", (cell_length(app.rows[1].partition("新增")[0]), 0))
        assert set(kinds(app)) == {"new"}
        await app.press("escape")
        assert len(kinds(app)) == facets[""]

    run(steps)


def test_m_hides_what_is_the_same_and_the_cursor_stays_near() -> None:
    async def steps(app: Driven) -> None:
        total = len(kinds(app))
        await app.press("n")
        at = sentence(app)
        await app.press("m")
        assert "same" not in kinds(app) and sentence(app) == at
        assert messages.ONLY_CHANGES in app.rows[-1]
        await app.press("semicolon")
        assert len(kinds(app)) == total and sentence(app) == at

    run(steps)


def test_numbers_need_not_count_as_a_change() -> None:
    async def steps(app: Driven) -> None:
        edited = kinds(app).count("edited")
        await app.press("=")
        assert kinds(app).count("edited") < edited
        assert messages.NUMBERS_IGNORED in app.rows[-1]
        shown = screen(app).pairs
        at = next(i for i in range(len(shown)) if shown.texts(i)[1].startswith("地区生产总值增长7.2"))
        assert shown.pairs[at].kind == "same" and not shown.marks(at, 1)
        await app.press("=")
        assert kinds(app).count("edited") == edited

    run(steps)


def test_n_goes_from_change_to_change_and_around() -> None:
    async def steps(app: Driven) -> None:
        changed = [at for at, kind in enumerate(kinds(app)) if kind != "same"]
        walked = []
        for _ in changed:
            await app.press("n")
            walked.append(screen(app).pane.cursor)
        assert walked == changed
        await app.press("f3")
        assert screen(app).pane.cursor == changed[0]
        await app.press("home", "N")
        assert screen(app).pane.cursor == changed[-1]

    run(steps)


def test_n_moves_on_from_a_change_at_the_beginning() -> None:
    async def steps(app: Driven) -> None:
        await app.press("m")
        assert kinds(app)[0] != "same"
        await app.press("n")
        assert screen(app).pane.cursor == 1

    run(steps)


def test_identical_reports_have_no_changes() -> None:
    async def steps(app: Driven) -> None:
        assert set(kinds(app)) == {"same"}
        await app.press("n")
        assert messages.NO_CHANGES in app.rows[-1]
        await app.press("m")
        assert messages.NO_SUCH_PAIRS in app.text
        assert messages.NO_TERMS in app.text
        await app.press("y")

    report = report_of(EARLIER)
    run(steps, alignment_session(two_reports(report, report)))


@pytest.mark.parametrize("size", SIZES)
def test_reports_without_text_are_said_to_have_no_sentences(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        assert messages.NO_SENTENCES in app.text
        for key in (
            "n",
            "down",
            "enter",
            "pagedown",
            "end",
            "y",
            "E",
            "m",
            "=",
            "right",
            "1",
            "enter",
            "e",
            "2",
        ):
            await app.press(key)

    empty = report_of("各位代表")._replace(text="", outline=())
    run(steps, alignment_session(two_reports(empty, empty)), size)


# -- layout ----------------------------------------------------------------------------------------


def test_below_a_hundred_columns_one_sentence_is_above_the_other_and_terms_take_their_place() -> None:
    async def steps(app: Driven) -> None:
        at = next(number for number, row in enumerate(app.rows) if "提高基本医保" in row)
        assert app.rows[at].split()[:2] == ["改动", "23"]
        assert any(" 24 继续提高" in row for row in app.rows[at + 1 : at + 4])
        assert "新提法" not in app.text
        await app.press("1")
        assert app.focused == "term-list" and "新提法" in app.text and "继续提高" not in app.text
        await app.press("2")
        assert app.focused == "sentence-pairs" and "继续提高" in app.text
        await app.resize(120, 60)
        assert "新提法" in app.text and "继续提高" in app.text
        await app.resize(60, 20)
        assert "新提法" not in app.text

    run(steps, size=(80, 46))


@pytest.mark.parametrize("key", ["right", "left"])
def test_where_only_the_terms_are_shown_another_kind_of_pairs_takes_their_place(key: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1")
        assert app.focused == "term-list"
        await app.press(key)
        assert screen(app)._list.facet and app.focused == "sentence-pairs" and "新提法" not in app.text

    run(steps, size=(60, 20))


@pytest.mark.parametrize("width", [100, 109, 110, 160])
def test_from_a_hundred_columns_on_terms_and_both_sentences_stand_beside_each_other(width: int) -> None:
    async def steps(app: Driven) -> None:
        row = found_row(app, "建设城乡供水")
        assert row.startswith(" ") and "不见" in row
        panes = screen(app).terms.region, screen(app).pane.region
        assert panes[0].right < panes[1].x and panes[1].right == width and panes[0].y == panes[1].y
        await app.press("n", "n")
        assert len([row for row in app.rows if row.count("地区生产总值增长") == 2]) == 1

    run(steps, size=(width, 45))


def test_the_terms_can_be_hidden() -> None:
    async def steps(app: Driven) -> None:
        assert "新提法" in app.text
        await app.press("t")
        assert "新提法" not in app.text
        wide = screen(app).pane.size.width
        await app.press("f6")
        assert "新提法" in app.text and screen(app).pane.size.width < wide
        await app.press("1", "t")
        assert app.focused == "sentence-pairs"

    run(steps)


def test_the_cursor_goes_by_pairs_and_the_wheel_by_lines() -> None:
    async def steps(app: Driven) -> None:
        pane = screen(app).pane
        await app.press("down", "down")
        assert pane.cursor == 2
        await app.resize(120, 60)
        await app.press("down", "up", "up")
        assert pane.cursor == 1, "with blank lines between pairs, too"
        await app.resize(60, 20)
        await app.press("end")
        assert pane.cursor == len(kinds(app)) - 1 and "携手奋进" in app.text
        await app.press("home")
        first = pane._first
        pane.scroll_rows(1)
        assert pane._first == pane.lines.step(first, 1) and pane.cursor == 0
        await app.press("pagedown")
        assert pane.cursor > 0
        await app.press("pageup", "pageup")
        assert pane.cursor == 0

    run(steps, size=(60, 20))


def test_a_sentence_longer_than_the_page_is_read_to_its_end() -> None:
    async def steps(app: Driven) -> None:
        pane = screen(app).pane
        at = next(i for i in range(len(kinds(app))) if "其三百九十九" in screen(app).pairs.texts(i)[1])
        pane.go_to(at)
        seen = ""
        for _ in range(60):
            await app.press("down")
            seen += app.text
            if pane.cursor != at:
                break
        assert "其三百九十九" in seen and pane.cursor == at + 1

    digits = "一二三四五六七八九"
    names = [f"其{a}百{b}十{c}" for a in digits[:3] for b in digits for c in digits]
    long = LATER.replace("一年来,", "、".join(names) + "、一年来,")
    run(steps, alignment_session(two_reports(None, report_of(long))), size=(60, 20))


# -- search ----------------------------------------------------------------------------------------


def test_a_search_finds_and_lights_hits_in_both_reports_and_n_walks_them() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "医保")
        assert app.focused == "filter"
        assert "命中 1/4" in app.rows[0]
        shown = screen(app).pairs
        styles = {style for side in (0, 1) for *_, style in shown.marks(screen(app).pane.cursor, side)}
        assert {"hit", "current-hit"} <= styles
        await app.press("enter")
        assert app.focused == "sentence-pairs"
        await app.press("n", "n", "n")
        assert "命中 4/4" in app.rows[0]
        await app.press("n")
        assert "命中 1/4" in app.rows[0] and "回到第一处" in app.rows[-1]
        await app.press("escape")
        assert "命中" not in app.rows[0]

    run(steps)


def test_escape_in_the_search_box_goes_back_to_where_the_search_began() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "携手")
        assert "携手奋进" in sentence(app)
        await app.press("escape")
        assert screen(app).pane.cursor == 0 and app.focused == "sentence-pairs"

    run(steps, size=(80, 24))


def test_chinese_typed_anywhere_is_searched_for_and_a_wrong_query_is_told() -> None:
    async def steps(app: Driven) -> None:
        await app.press("河长制")
        assert app.focused == "filter" and "命中 1/1" in app.rows[0]
        await app.press("escape", "slash", *"/[/")
        assert "命中" not in app.rows[0] and screen(app).search.fault
        await app.press("enter", "n")
        await app.press("escape", "slash", "没有这样的词", "enter")
        assert "没有命中" in app.rows[0]

    run(steps)


def test_hits_in_pairs_that_are_hidden_are_told() -> None:
    async def steps(app: Driven) -> None:
        await app.press("right", "slash", "低空经济", "enter")
        assert messages.ALL_HIDDEN_HITS in app.rows[0]
        await app.press("left", "n")
        assert "命中 1/1" in app.rows[0]
        await app.press("m")
        assert "命中 1/1" in app.rows[0], "the hit is still the current one"

    run(steps)


# -- terms -----------------------------------------------------------------------------------------


def test_new_and_gone_terms_are_listed_with_counts_and_enter_goes_to_the_first_sentence() -> None:
    async def steps(app: Driven) -> None:
        terms = {row.term.text: row for row in screen(app).terms._rows if row.term is not None}
        assert terms["新质生产力"].term is not None and terms["新质生产力"].term.after == 2
        assert "新质生产力" in terms and "大众创业、万众创新" in terms
        assert terms["大众创业、万众创新"].is_gone
        await app.press("1")
        list_ = screen(app).terms
        list_.move_cursor(next(at for at, row in enumerate(list_._rows) if row.text == "“河长制”"))
        await app.press("enter")
        assert "河长制" in sentence(app)
        assert "命中" in app.rows[0] and app.focused == "term-list"
        assert screen(app).pane.side == 1
        list_.move_cursor(next(at for at, row in enumerate(list_._rows) if row.is_gone))
        await app.press("enter")
        assert list_.row is not None and list_.row.term is not None
        assert list_.row.term.text in sentence(app, 0) and screen(app).pane.side == 0

    run(steps)


def test_headings_of_terms_are_never_at_the_cursor() -> None:
    async def steps(app: Driven) -> None:
        await app.press("1")
        list_ = screen(app).terms
        total = list_.row_count()
        for key in ["home", *["down"] * total, *["up"] * total, "end", "pageup", "pagedown"]:
            await app.press(key)
            assert list_.row is not None
        await app.press("home")
        assert "新提法" in app.text, "the heading above the first term is in view again"

    run(steps, size=(80, 12))


def test_e_and_a_second_enter_search_the_library_for_the_term(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        await app.press("1", "enter")
        assert not collected and messages.AGAIN_FOR_LIBRARY in app.rows[-1]
        await app.press("enter")
        row = screen(app).terms.row
        assert row is not None and row.term is not None
        assert [message.query for message in collected] == [f'"{row.term.text}"']
        await app.press("f7")
        assert len(collected) == 2

    run(steps, alignment_session(two_reports(has_library=True)))


def test_without_a_library_e_says_why_it_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        await app.press("1", "e")
        assert not collected and messages.NO_LIBRARY_TO_SEARCH in app.rows[-1]

    run(steps)


# -- opening, copying, exporting -------------------------------------------------------------------


def test_tab_chooses_the_report_that_enter_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        at = kinds(app).index("edited")
        screen(app).pane.go_to(at)
        await app.press("enter", "tab", "enter")
        spans = spans_of(screen(app).pairs.pairs[at])
        assert spans[0] is not None and spans[1] is not None
        assert [(message.path, message.offset) for message in collected] == [
            ("later.txt", spans[1][0]), ("earlier.txt", spans[0][0]),
        ]  # fmt: skip
        assert app.rows[2].index("▸") < app.rows[2].index("青禾县 2023")
        screen(app).pane.go_to(kinds(app).index("new"))
        await app.press("enter")
        assert collected[-1].path == "later.txt", "a sentence that is new is in the later report only"

    run(steps)


def test_a_click_goes_to_a_pair_and_a_side_and_a_double_click_opens_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        y = next(number for number, row in enumerate(app.rows) if "加强文物保护" in row) - 2
        await app.click("#sentence-pairs", (20, y))
        assert "文物保护" in sentence(app) and screen(app).pane.side == 0
        await app.click("#sentence-pairs", (60, y), times=2)
        assert screen(app).pane.side == 1
        assert [message.path for message in collected] == ["later.txt"]

    run(steps, size=(120, 60))


def test_copies_have_both_sentences_and_with_a_citation_where_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def steps(app: Driven) -> None:
        copied: list[str] = []

        def keep(text: str, *_: object) -> str:
            copied.append(text)
            return "剪贴板"

        monkeypatch.setattr("tui.state.clipboard.copy", keep)
        screen(app).pane.go_to(kinds(app).index("edited"))
        await app.press("y", "Y")
        plain, cited = copied
        assert all(text in plain for text in screen(app).pairs.texts(screen(app).pane.cursor))
        assert "青禾县 2023" in plain and "政府工作报告》，2024年1月16日" in cited
        assert "政府工作报告" not in plain
        await app.press("1", "y")
        assert copied[-1].startswith("“") and "本文" in copied[-1]

    run(steps)


def test_pairs_and_terms_are_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def rows(name: str) -> list[list[str]]:
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    async def steps(app: Driven) -> None:
        await app.press("m", "E", "enter")
        written = rows("青禾县20232024-对读.csv")
        assert len(written) == len(kinds(app)) + 1 and written[0][:2] == ["类别", "相似度"]
        await app.press("E", "right", "enter")
        assert len(rows("青禾县20232024-对读-2.csv")) == len(screen(app).contents.alignment.pairs) + 1
        await app.press("E", "right", "right", "enter")
        terms = rows("青禾县20232024-提法.csv")
        assert terms[0][:2] == ["变化", "词"]
        row = next(row for row in terms if row[1] == "新质生产力")
        assert row[3:5] == ["0", "2"] and "新质生产力" in row[9]

    run(steps)


# -- other reports ---------------------------------------------------------------------------------


def test_without_another_report_it_says_why_and_offers_to_choose_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        assert "没有上一年的" in app.text and "按 p 选一份报告" in app.text
        assert "全部" not in app.text and "▸" not in app.text
        for key in ("down", "n", "enter", "1", "y", "E", "<", "right", "m", "=", "t"):
            await app.press(key)
        await app.press("p", "洛阳", "enter")
        assert [view.view.reports for view in collected] == [(Source(library_report=7), Source("later.txt"))]
        assert not collected[0].is_jump

    two = two_reports(
        earlier=None, reason="没有上一年的", choices=(("洛阳市/2024", Source(library_report=7)),)
    )
    run(steps, alignment_session(two))


def test_any_report_can_be_chosen_also_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "别处.txt").write_text(EARLIER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        await app.press("f8")
        assert "别处.txt" in app.text
        await app.press("别处", "enter")
        assert [view.view.reports for view in collected] == [(Source("别处.txt"), Source("later.txt"))]

    run(steps)


def test_less_and_greater_step_years_and_keep_what_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        collected = asked(app, monkeypatch)
        await app.press("m", "tab", "<")
        (message,) = collected
        assert message.view.reports == before and not message.is_jump
        assert message.view.state[2:4] == ("e", "m")
        await app.press(">")
        assert len(collected) == 1 and messages.NO_LATER in app.rows[-1]
        await app.press("slash", "医保", "enter", "<")
        assert collected[-1].view.state[4] == "医保"
        await app.press("1", "enter", "<")
        assert collected[-1].view.state[4] == "", "a term is of these two reports only"

    before = Source(library_report=1), Source(library_report=2)
    run(steps, alignment_session(two_reports(before=before)))


def test_hits_away_from_the_cursor_are_counted_until_one_is_gone_to() -> None:
    async def look(app: Driven) -> None:
        assert "命中 4 处" in app.rows[0]
        await app.press("n")
        assert "命中 1/4" in app.rows[0]

    run(look, alignment_session(state=read_state(())._replace(query="医保").written()))


def test_what_was_chosen_is_there_again() -> None:
    kept: list[tuple[str, ...]] = []

    async def choose(app: Driven) -> None:
        await app.press("=", "m", "tab", "slash", "医保", "enter", "n")
        kept.append(screen(app).view_now().state)

    async def look(app: Driven) -> None:
        assert screen(app).view_now().state == kept[0]
        assert "same" not in kinds(app) and "命中 3/4" in app.rows[0], "the first hit at the cursor"
        await app.press("n")
        assert "命中 4/4" in app.rows[0]

    run(choose)
    run(look, alignment_session(state=kept[0]))


# -- the thread ------------------------------------------------------------------------------------


def test_parts_are_shown_while_the_thread_works_and_escape_lets_it_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()

    def slow(two: Any, library: Any, kept: Any, stop: Any, tell: Any) -> Iterator[Aligned | FoundTerms]:
        first, second = two.earlier.report, two.later.report
        from tui.wording.alignment import align_steps

        parts = align_steps(first, second)
        tell(messages.ALIGNING)
        yield Aligned(next(parts), is_whole=False)
        assert go_on.wait(60)
        stop()
        *_, alignment = parts
        yield Aligned(alignment, is_whole=True)

    monkeypatch.setattr(screen_module, "alignment_steps", slow)

    async def steps(app: Driven) -> None:
        await until(app, lambda: len(screen(app).pairs))
        assert messages.ALIGNING in app.text and "Esc 返回" in app.rows[-1]
        assert "照旧" in app.rows[1] and "新增" not in app.text, "what is new is not known yet"
        await app.press("down")
        assert screen(app).pane.cursor == 1, "the screen is usable meanwhile"
        await app.press("escape")
        go_on.set()
        await until(app, lambda: "新增" in app.text)

    try:
        drive_view(steps, alignment_session())
    finally:
        go_on.set()


def test_what_goes_wrong_in_the_thread_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: Any) -> Iterator[Aligned]:
        raise ValueError("kaputt")
        yield

    monkeypatch.setattr(screen_module, "alignment_steps", wrong)

    async def steps(app: Driven) -> None:
        await done(app)
        assert "kaputt" in app.rows[-1]
        await app.press("down", "n", "enter", "y", "1")

    drive_view(steps, alignment_session())


def test_it_is_said_that_terms_are_still_looked_for_and_once_why_other_places_are_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()
    notice = "书库里别处的报告太少"

    def slow(*_: Any) -> Iterator[Aligned | FoundTerms]:
        whole, terms = fixed_steps()
        yield whole
        assert go_on.wait(60)
        assert isinstance(terms, FoundTerms)
        yield FoundTerms(tuple(term._replace(elsewhere=None) for term in terms.new), (), notice)

    monkeypatch.setattr(screen_module, "alignment_steps", slow)

    async def steps(app: Driven) -> None:
        await until(app, lambda: len(screen(app).pairs))
        await app.press("e")
        assert messages.STILL_FINDING_TERMS in app.rows[-1]
        await app.press("1", "enter")
        assert messages.STILL_FINDING_TERMS in app.rows[-1]
        go_on.set()
        await done(app)
        assert messages.FEW_OTHERS in app.rows[3] and messages.ELSEWHERE not in app.rows[2]
        await app.press("down")
        assert notice not in app.text and "导出" in app.rows[-1]

    try:
        drive_view(steps, alignment_session())
    finally:
        go_on.set()


@pytest.mark.parametrize(
    ("years", "said"), [([2021, 2022], "别处"), ([2022, 2022], "同年"), ([None, 2022], "年份不明")]
)
def test_why_terms_are_not_counted_elsewhere_is_told_as_it_is(years: list[int | None], said: str) -> None:
    assert said in messages.not_compared(years)
    assert "未比较" in messages.not_compared(years)


def test_counts_have_the_names_of_the_rows_at_sixty_columns() -> None:
    async def steps(app: Driven) -> None:
        names = [facet.label for facet in screen(app).contents.facets()[1:]]
        assert {KIND_NAMES["new"], KIND_NAMES["gone"]} < set(names)
        assert [name for name in names if name not in app.rows[1]] == []
        assert "类·相似" in app.rows[2]

    run(steps, size=(60, 20))


def test_no_key_is_told_twice_and_the_help_says_what_kinds_and_signs_mean() -> None:
    async def steps(app: Driven) -> None:
        for keys in (), ("1",):
            await app.press(*keys)
            assert app.rows[-1].count("Esc") == 1
        await app.press("question_mark")
        for words in ("照旧", "改动", "改写", "同题", "新增 不见", ".73", "移位", "类下的数"):
            assert words in app.text

    run(steps, size=(160, 45))


def test_nothing_is_lit_where_only_marks_differ() -> None:
    first, second = report_of("发展现代农业,建设 粮仓。"), report_of("发展现代农业、建设粮仓。")

    async def steps(app: Driven) -> None:
        assert kinds(app) == ["same"]
        assert not screen(app).pairs.marks(0, 0) and not screen(app).pairs.marks(0, 1)

    run(steps, alignment_session(two_reports(first, second)))


# -- hostile text ----------------------------------------------------------------------------------

HOSTILE = (
    "[bold]中[/bold][@click=app.quit]点[/]增长5%。\n\x1b[31m红\x1b[0m\x07\u202e反\u200b零宽\u0301\u0301符。\n"
    + "宽" * 300 + "。\n" + "a" * 500 + "。\n" + "\u0301" * 200 + "。\n\t制表\t符。\n“” ‘’ …… ——。\n"
)  # fmt: skip


@pytest.mark.parametrize("size", [*SIZES, (41, 11), (100, 24), (99, 24)])
def test_hostile_text_is_shown_as_it_is_in_rows_of_the_right_width(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        for key in ["1", "2", *["down"] * 12, "pagedown", "end", "pageup", "n", "N", "tab", "m", "=", "home"]:
            await app.press(key)
            widths = app.app.cell_widths
            assert all(cell_length(row, widths) <= size[0] for row in app.rows)
        await app.press("slash", "bold", "enter", "n")
        assert "\x1b" not in app.text

    first = report_of(EARLIER + HOSTILE)
    second = report_of(LATER + HOSTILE.replace("5%", "6%").replace("红", "绿").replace("宽", "窄"))
    run(steps, alignment_session(two_reports(first, second)), size)


# -- with a library --------------------------------------------------------------------------------


@pytest.fixture
def qingchuan(library: Library, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(library.path))
    return library.path


def test_eight_opens_a_report_with_its_predecessor_and_back_leads_to_the_same_pair(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "8")
        await until(app, lambda: isinstance(app.app.screen, AlignmentScreen))
        await done(app)
        assert "青川县 2022 → 2023" in app.rows[0]
        await app.press("n", "n", "n")
        at, text = screen(app).pane.cursor, sentence(app)
        await app.press("enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))
        assert text[:4] in app.text
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen, AlignmentScreen))
        assert screen(app).pane.cursor == at
        await app.press("4")
        await until(app, lambda: not isinstance(app.app.screen, AlignmentScreen) or "承诺" in app.rows[-1])

    drive_library(steps, qingchuan)


def test_a_term_is_searched_for_in_the_whole_library(qingchuan: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "8")
        await until(app, lambda: isinstance(app.app.screen, AlignmentScreen))
        await done(app)
        screen(app).post_message(SearchLibrary('"低空经济"'))
        await until(app, lambda: isinstance(app.app.screen, LibraryScreen))
        await until(app, lambda: app.library.search.is_complete)
        assert app.library.panes.search_box.value == '"低空经济"'
        assert "2022" in app.text and "2023" in app.text
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen, AlignmentScreen))

    drive_library(steps, qingchuan)


def test_without_a_library_eight_says_so_and_a_file_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "去年.txt").write_text(EARLIER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("8")
        await until(app, lambda: isinstance(app.app.screen, AlignmentScreen))
        assert "library add" in app.text
        await app.press("p", "去年", "enter")
        await until(app, lambda: isinstance(app.app.screen, AlignmentScreen) and len(screen(app).pairs))
        await done(app)
        assert "青禾县 2023" in app.rows[0]

    drive(steps)


# -- grids -----------------------------------------------------------------------------------------


async def start(app: Driven) -> None:
    """Show all pairs."""


async def changes(app: Driven) -> None:
    """Show the changes, with a search."""
    await app.press("m", "slash", "医保", "enter", "n")


async def terms(app: Driven) -> None:
    """Go to a term."""
    await app.press("1", "down")


SCREENS: dict[str, Steps] = {"alignment": start, "alignment-changes": changes, "alignment-terms": terms}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screens_match_their_grids(name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen_module, "alignment_steps", fixed_steps)
    run(_comparing(name, SCREENS[name], size), size=size)
