"""The screen of promises and results, with fixed rows."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.pilot import Driven, drive_view, until
from tests.support.samples import report_of
from tests.support.views import promise_session, promise_view
from tests.support.wandering import wander
from tui.messages import promise_screen as messages
from tui.messages.promises import ALL_TARGETS
from tui.promises.model import Candidate, OwnVerdict
from tui.screens import promises as promises_screen
from tui.screens.promise_rows import PromiseContents, _name, _one_name
from tui.screens.protocol import OpenReport, OpenView
from tui.typeset.cells import cell_length
from tui.visits import Source
from tui.widgets.table_order import RowOrder


def names(app: Driven) -> list[str]:
    """Return the names of the rows that are shown."""
    return [row.cells[2].text for row in app.table.table.rows]


def asked(app: Driven, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Collect what the screen asks the app for, instead of doing it."""
    collected: list[Any] = []

    post = app.table.post_message

    def collect(message: Any) -> bool:
        if not isinstance(message, OpenReport | OpenView):
            return post(message)
        collected.append(message)
        return True

    monkeypatch.setattr(app.table, "post_message", collect)
    return collected


def test_the_counts_are_those_of_facts_and_likely_links_are_apart() -> None:
    async def steps(app: Driven) -> None:
        facets = {facet.id: facet.total for facet in app.table.contents.facets()}
        assert facets == {
            "": 13, "exceeded": 4, "met": 2, "missed": 1, "met_in_words": 1, "admitted": 1, "not_mentioned": 2,
            "undecided": 1, "likely": 1,
        }  # fmt: skip
        assert "承诺 13" in app.rows[1] and "▲ 超过 4" in app.rows[1] and "≈ 可能 1" in app.rows[1]

    drive_view(steps, promise_session())


def test_main_indicators_come_first_and_the_row_shows_target_result_and_gap() -> None:
    async def steps(app: Driven) -> None:
        assert names(app)[0] == "地区生产总值"
        assert app.rows[3].split()[:5] == ["▼", "地区生产总值", "增7%左右", "增6.1%", "低0.9点"]
        row = next(row for row in app.rows if "创业担保贷款" in row)
        assert row.split()[:2] == ["－", "≈"]

    drive_view(steps, promise_session())


def test_right_and_left_show_one_kind_after_the_other() -> None:
    async def steps(app: Driven) -> None:
        await app.press("right")
        assert app.table.facet == "exceeded" and len(names(app)) == 4
        assert "4/13 行" in app.rows[0]
        await app.press("left", "left")
        assert app.table.facet == "likely" and names(app) == ["发放创业担保贷款"]
        await app.press("escape")
        assert app.table.facet == "" and len(names(app)) == 13

    drive_view(steps, promise_session())


def test_a_click_on_a_count_shows_its_rows_and_one_on_a_heading_sorts() -> None:
    async def steps(app: Driven) -> None:
        await app.click("#facets", (cell_length(app.rows[1].partition("未达")[0]), 0))
        assert app.table.facet == "missed" and names(app) == ["改造老旧小区"]
        assert "[▼ 未达 1]" in app.rows[1]
        await app.press("down")
        assert "Esc 清除" in app.rows[-1]
        await app.press("escape")
        assert "Esc 返回" in app.rows[-1] and app.table.facet == ""
        heading = next(start for column, start, _ in app.table.table._layout.headings if column.id == "gap")
        await app.click("#promises", (heading, 0))
        assert app.table.order == RowOrder("gap")
        assert "按差距排列" in app.rows[-1] and "差距↑" in app.rows[2]
        assert app.table.table.rows[0].cells[5].text == "低0.9点", "points come before percent"
        await app.click("#promises", (heading, 0))
        assert app.table.order == RowOrder("gap", True)
        assert "按差距倒排" in app.rows[-1] and "差距↓" in app.rows[2]
        assert app.table.table.rows[-1].cells[5].text == "", "what has no gap stays last"
        await app.press("S")
        assert app.table.order == RowOrder("gap")

    drive_view(steps, promise_session())


def test_s_goes_through_the_orders_each_from_its_first_row() -> None:
    async def steps(app: Driven) -> None:
        for order in ("text", "verdict", "gap", "target", "result", "main"):
            await app.press("end", "s")
            assert app.table.order.name == order
            assert app.table.table.index == 0 and app.table.table.top == 0

    drive_view(steps, promise_session())


def test_rows_of_other_kinds_that_match_are_told_of() -> None:
    async def steps(app: Driven) -> None:
        await app.press("公交", "enter")
        named = names(app)
        assert named
        await app.press("escape", "right")
        while any(name in names(app) for name in named):
            await app.press("right")
        assert names(app), "a kind without these rows"
        await app.press("公交")
        assert names(app) == []
        assert f"这一类没有，其他类有 {len(named)} 行；Enter 后按 → ← 换分类" in app.text
        await app.press("enter")
        assert f"其他类有 {len(named)} 行；按 → ← 换分类" in app.text
        await app.press("c", "没有这种词")
        assert "2023 年报告里没有找到“没有这种词”的数字目标" in app.text

    drive_view(steps, promise_session(), size=(60, 20))


def test_the_sentence_that_admits_a_missed_target_is_named_so() -> None:
    session = promise_session()
    (admitted, *others) = session.content.promises
    start = session.content.results.report.text.index("居民消费价格上涨")
    told = admitted._replace(candidates=(Candidate(start, start + 8, 1.0),))

    async def steps(app: Driven) -> None:
        assert app.table.table.row is not None and app.table.table.row.key == admitted.target.id
        assert "自认  2024 年报告" in app.text

    drive_view(steps, replace(session, content=session.content._replace(promises=(told, *others))))


def test_words_pinyin_and_chinese_typed_anywhere_filter_the_rows() -> None:
    async def steps(app: Driven) -> None:
        await app.press("c", *"xiaoqu", "enter")
        assert len(names(app)) == 1 and app.focused == "promises"
        assert "筛选“xiaoqu” 1/13 行" in app.rows[0]
        await app.press("escape")
        assert len(names(app)) == 13
        await app.press("公交")
        assert app.focused == "filter"
        assert [name for name in names(app) if "公交" in name]
        await app.press("没有这种词")
        assert names(app) == [] and "没有找到“公交没有这种词”的数字目标" in app.text
        await app.press("escape")
        assert len(names(app)) == 13 and app.focused == "promises"

    drive_view(steps, promise_session())


def test_tab_chooses_the_sentence_and_enter_opens_its_report_there(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        pair = app.table.session.content
        messages = asked(app, monkeypatch)
        await app.press("enter", "tab", "enter", "tab")
        opened = [one for one in messages if isinstance(one, OpenReport)]
        first = pair.promises[0]
        assert [(one.library_report, one.offset) for one in opened] == [
            (1, first.target.start),
            (2, first.actual.start),
        ]
        assert app.table.passages.chosen == 0

    drive_view(steps, promise_session())


def test_digits_choose_a_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1")
        assert "没有这一候选句" in app.rows[-1]
        await app.press("c", *"fuwuye", "enter", "2")
        assert "候选 2" in app.text and "1 2 3 候选" in app.rows[-1]
        candidate = app.table.session.content.promises[6].candidates[1]
        messages = asked(app, monkeypatch)
        await app.press("enter")
        (opened,) = [one for one in messages if isinstance(one, OpenReport)]
        assert (opened.library_report, opened.offset) == (2, candidate.start)

    drive_view(steps, promise_session())


def test_years_are_stepped_only_where_there_are_others(monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = Source(library_report=7), Source(library_report=1)

    async def steps(app: Driven) -> None:
        assert "< 年份" in app.rows[-1]
        messages = asked(app, monkeypatch)
        await app.press("less_than_sign", "》")
        (view,) = [one.view for one in messages if isinstance(one, OpenView)]
        assert view.reports == earlier
        assert "没有更晚一年的报告" in app.rows[-1]

    drive_view(steps, promise_session(earlier=earlier), size=(160, 45))


def test_enter_at_once_agrees_with_the_verdict_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept: list[OwnVerdict] = []
    monkeypatch.setattr(promises_screen, "keep_verdict", lambda *arguments: kept.append(arguments[-1]))
    session = promise_session()
    object.__setattr__(session, "library", tmp_path / "library.db")

    async def steps(app: Driven) -> None:
        contents = app.table.contents
        row = app.table.table.row
        assert isinstance(contents, PromiseContents) and row is not None
        shown = contents.promise(row.key).final_verdict
        await app.press("=", "enter")
        await until(app, lambda: kept)
        assert kept == [OwnVerdict(shown, "")]

    drive_view(steps, session, size=(160, 45))


def test_ones_own_verdict_is_kept_shown_and_taken_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept: list[OwnVerdict | None] = []
    monkeypatch.setattr(promises_screen, "keep_verdict", lambda *arguments: kept.append(arguments[-1]))
    session = promise_session()
    object.__setattr__(session, "library", tmp_path / "library.db")

    async def steps(app: Driven) -> None:
        await app.press("c", *"fuwuye", "enter", "=")
        await app.press(*["up"] * 12, "down", "查过年鉴", "enter")
        await until(app, lambda: kept)
        await until(app, lambda: messages.DECIDED in app.rows[-1])
        assert kept == [OwnVerdict("met", "查过年鉴")]
        assert "= *" in app.text and "达到：查过年鉴" in app.text
        assert "* 自评结论 1" in app.rows[1]
        await app.press("＝", "end", "enter")
        await until(app, lambda: len(kept) == 2)

    async def take_back(app: Driven) -> None:
        await steps(app)
        await app.press("=", *["down"] * 12, "enter")
        await until(app, lambda: kept[-1] is None)
        await until(app, lambda: messages.TAKEN_BACK in app.rows[-1])
        assert "自评结论 1" not in app.rows[1]

    drive_view(take_back, session, size=(160, 45))


def test_a_verdict_that_cannot_be_kept_says_why(tmp_path: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("=")
        assert messages.CANNOT_DECIDE in app.rows[-1]

    drive_view(steps, promise_session(can_decide=False))
    session = promise_session()
    object.__setattr__(session, "library", tmp_path / "none" / "library.db")

    async def fails(app: Driven) -> None:
        await app.press("=", "enter")
        await until(app, lambda: "library.db" in app.rows[-1])
        assert "自评结论 1" not in app.rows[1]

    drive_view(fails, session)


def test_export_writes_the_rows_with_both_sentences(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("right", "E", "enter")
        await app.press("E", "right", "enter")

    drive_view(steps, promise_session())
    everything, shown = sorted(tmp_path.glob("*.csv"), key=lambda path: len(path.name))
    rows = list(csv.DictReader(shown.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 4 and {row["结论"] for row in rows} == {"超过"}
    row = next(row for row in rows if row["目标"] == "45个")
    assert row["目标原句"] == "新开工亿元以上项目45个,完成投资120亿元。"
    assert row["结果原句"] == "开工亿元以上项目52个,完成投资131.4亿元。"
    assert len(list(csv.DictReader(everything.read_text(encoding="utf-8-sig").splitlines()))) == 13


def test_copying_takes_the_row_with_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    async def steps(app: Driven) -> None:
        monkeypatch.setattr(app.app, "copy_to_clipboard", copied.append)
        await app.press("y", "Y")
        assert "已复制此行与原句" in app.rows[-1]

    drive_view(steps, promise_session())
    plain, cited = copied
    assert plain.splitlines()[0] == "地区生产总值  增7%左右  增6.1%  自认未达  低0.9点  报告自认未达"
    assert plain.splitlines()[1].startswith("目标：“地区生产总值增长7%左右")
    assert "《" not in plain
    assert "（《青禾县政府工作报告》，2023年1月12日，第二部分）" in cited
    assert "（《青禾县政府工作报告》，2024年1月16日，第一部分）" in cited


def test_a_row_that_is_only_likely_says_so_when_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    async def steps(app: Driven) -> None:
        monkeypatch.setattr(app.app, "copy_to_clipboard", copied.append)
        await app.press("left", "y")
        assert app.table.facet == "likely"

    drive_view(steps, promise_session())
    assert "  ≈ 可能" in copied[0].splitlines()[0]


def test_the_hints_name_only_keys_that_work() -> None:
    async def steps(app: Driven) -> None:
        assert "候选" not in app.rows[-1] and "年份" not in app.rows[-1]
        assert "Tab 换一句" in app.rows[-1]
        await app.press("c", *"yanglao", "enter")
        assert "换一句" not in app.rows[-1]

    drive_view(steps, promise_session(can_decide=False), size=(160, 45))


def test_zoom_gives_the_sentences_the_whole_screen() -> None:
    async def steps(app: Driven) -> None:
        await app.press("f11")
        assert app.table.passages.size.width == 80
        assert "原句" in app.rows[2]
        await app.press("escape")
        assert app.table.table.size.width == 80

    drive_view(steps, promise_session(), size=(80, 24))


@pytest.mark.parametrize("size", [(160, 45), (110, 30), (109, 30), (80, 24), (60, 20), (40, 10)], ids=str)
def test_values_are_whole_at_every_size(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        table = app.table.table
        lines = [table.row_strip(line, table.size.width).text for line in range(table.row_count())]
        text = "\n".join(lines)
        for value in ("增7%左右", "增6.1%", "低0.9点", "131.4亿元", "4000万元", "累计1.2亿元", "低16.7%"):
            assert value in text, value
        assert all(len(strip) <= size[0] for strip in lines)

    drive_view(steps, promise_session(), size=size)


def test_a_resize_keeps_the_row_and_the_sentence() -> None:
    async def steps(app: Driven) -> None:
        await app.press("end", "up", "up", "tab")
        row = app.table.table.row
        for size in ((60, 20), (39, 9), (160, 45), (80, 24)):
            await app.resize(*size)
            assert app.table.table.row == row
            assert app.table.passages.chosen == 1

    drive_view(steps, promise_session())


def test_without_promises_the_table_says_so() -> None:
    async def steps(app: Driven) -> None:
        assert "没有内容" in app.text
        await app.press("enter", "tab", "E", "y", "right", "s", "=", "1", "down", "end", "pagedown")
        assert app.table.table.row is None

    drive_view(steps, promise_session(promises=()))


def test_a_row_that_leaves_its_kind_leaves_the_cursor_where_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(promises_screen, "keep_verdict", lambda *_: None)
    session = promise_session()
    object.__setattr__(session, "library", tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("right", "down", "down")
        before = [row.key for row in app.table.table.rows]
        await app.press("=", "down", "down", "enter")
        await until(app, lambda: messages.DECIDED in app.rows[-1])
        assert [row.key for row in app.table.table.rows] == [*before[:2], before[3]]
        assert app.table.table.index == 2

    drive_view(steps, session)


@pytest.mark.parametrize("size", [(120, 35), (60, 20), (40, 10)], ids=str)
def test_the_dialog_has_room_for_the_note(size: tuple[int, int], tmp_path: Path) -> None:
    session = promise_session()
    object.__setattr__(session, "library", tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("=", *["down"] * 8, "按年鉴")
        assert "按年鉴" in app.text and "待定" in app.text
        await app.press("escape")
        assert "按年鉴" not in app.text

    drive_view(steps, session, size=size)


def test_the_palette_and_the_help_offer_what_the_screen_does() -> None:
    async def steps(app: Driven) -> None:
        await app.press("ctrl+p", *"ziping")
        assert "写自评结论与说明" in app.text
        await app.press("escape", "ctrl+p", "排序", "enter")
        assert app.table.order.name == "text"
        await app.press("question_mark")
        assert "承诺对照（当前栏）" in app.text and "候选句之一" in app.text
        await app.press("escape")
        assert app.focused == "promises"

    drive_view(steps, promise_session())


def test_any_keys_and_sizes_in_any_order_do_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await wander(app, ("view", "table", "promises", "lists", "filter"), ("z", "9", "，", "产"), 20240122)

    drive_view(steps, promise_session())


@pytest.mark.parametrize("key", ["5", "6"])
def test_years_and_places_are_those_of_the_year_that_is_promised(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async def steps(app: Driven) -> None:
        messages = asked(app, monkeypatch)
        await app.press(key)
        (view,) = [one.view for one in messages if isinstance(one, OpenView)]
        assert view.reports == (session.content.results.source,), "the report that reviews that year"

    session = promise_session()
    drive_view(steps, session)


def test_what_words_are_looked_for_in_is_made_before_the_first_letter() -> None:
    async def steps(app: Driven) -> None:
        contents = app.table.contents
        assert isinstance(contents, PromiseContents)
        await app.press("c")
        await until(app, lambda: "_sounds" in contents._labels.__dict__)

    drive_view(steps, promise_session())


def test_a_target_has_the_name_of_its_indicator_unless_its_clause_says_more() -> None:
    report = report_of(
        "各位代表：\n一、回顾\n工作有成效。\n二、2024年安排\n今年目标：地区生产总值增长7.5%左右，"
        "各开发区完成地区生产总值增长9%，新建公园3个。\n"
    )
    growth, of_zones, parks = (
        metric._replace(indicator=name)
        for metric, name in zip(report.metrics, ("地区生产总值", "地区生产总值", "新建公园"), strict=True)
    )
    assert _name(report.text, growth, "地区生产总值", False) == "地区生产总值"
    assert _name(report.text, of_zones, "地区生产总值", False).startswith("各开发区完成地区生产总值")
    assert _name(report.text, of_zones, "地区生产总值", True) == "地区生产总值"
    assert _name(report.text, parks._replace(indicator=""), "", False) == "新建公园3个"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (("社会消费品零售总额", "社消零总额"), ["社会消费品零售总额", "社会消费品零售总额"]),
        (("社消零总额", "社消零总额"), ["社消零总额", "社消零总额"]),
        (("社会消费品零售总额", "限上单位零售额"), ["社会消费品零售总额", "限上单位零售额"]),
    ],
)
def test_an_indicator_that_a_report_names_in_several_ways_has_one_name(
    written: tuple[str, str], names: list[str]
) -> None:
    several = len(set(written)) > 1
    target = promise_view().promises[0].target._replace(canonical="retail_sales")
    assert [_one_name(target._replace(indicator=name), several) for name in written] == names


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20)], ids=str)
def test_the_note_of_a_promise_is_in_view_at_every_size_and_the_hints_lead_to_the_result(
    size: tuple[int, int],
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("left")
        assert names(app) == ["发放创业担保贷款"]
        assert "目标为新增，结果为总数" in app.text
        assert "Tab 换一句" in app.rows[-1]

    drive_view(steps, promise_session(), size=size)


def test_a_digit_without_a_candidate_names_the_key_for_the_other_sentence() -> None:
    async def steps(app: Driven) -> None:
        await app.press("2")
        assert "这里没有这一候选句，按 Tab 看另一句" in app.rows[-1]

    drive_view(steps, promise_session())


def test_that_all_targets_are_said_to_be_met_takes_no_line_of_each_row() -> None:
    session = promise_session()
    silent = next(one for one in session.content.promises if one.verdict == "not_mentioned")
    told = silent._replace(note=ALL_TARGETS)
    contents = PromiseContents(session.content._replace(promises=(told,)))
    (row,) = contents.rows("", "main", "")
    assert row.cells[-1].text == ""
    assert ALL_TARGETS in [remark.text for remark in contents.passages(row.key)[1]]
    assert ALL_TARGETS in contents.line(row.key) and contents.rows("", "main", "总称目标")


def test_years_are_of_the_promise_at_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("down", "5")
        (message,) = opened
        assert message.view.words == ("cpi", "growth")

    drive_view(steps, promise_session())
