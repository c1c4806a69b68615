"""The screen of hits in their context, and of the words near them."""

from __future__ import annotations

import csv
import io
import json
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.screens.concordance_samples import TEXT, screen, to_hits
from tests.support.concordance import concordance_session
from tests.support.pilot import Driven, drive, drive_library, drive_view, until
from tests.support.samples import report_of
from tui.library.library import Library
from tui.screens.concordance import ConcordanceScreen
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.typeset.cells import cell_length
from tui.views import concordance as views
from tui.views.work import Work
from tui.visits import View
from tui.widgets.concordance_layout import ConcordanceLayout
from tui.widgets.place_scopes import Scope
from tui.widgets.table_order import RowOrder


def shown_hits(app: Driven) -> list[tuple[str, str]]:
    """Return the last two characters before and the first two behind each hit that is listed."""
    lines = [screen(app).lines.context(row.key) for row in screen(app).table.rows]
    return [(line.left[-2:], line.right[:2]) for line in lines]


def test_without_a_search_9_tells_how_to_search_first(library: Library) -> None:
    async def of_report(app: Driven) -> None:
        await app.press("9")
        assert "语境要先有搜索：按 / 输入要找的词，再按 9" in app.rows[-1]

    async def of_library(app: Driven) -> None:
        await app.press("9")
        assert "语境要先有搜索：按 / 输入要找的词，再按 9" in app.rows[-1]
        await app.press("slash", *"year:2022", "enter", "9")
        assert "语境要先有搜索" in app.rows[-1], "filters alone are no search"

    drive(of_report)
    drive_library(of_library, library.path)


def test_9_in_a_report_lists_the_hits_of_its_search_and_enter_goes_to_one() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "产业", "enter", "9")
        await until(app, lambda: isinstance(app.app.screen, ConcordanceScreen))
        assert "“产业”的语境 · 青禾县政府工作报告" in app.rows[0] and app.rows[0].endswith("5 处")
        await app.press("end", "enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))
        assert app.main.navigation.offset == TEXT.index("产业集群"), "a full stop sorts behind a comma"
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen, ConcordanceScreen))
        assert screen(app).table.index == 4
        await app.press("escape")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))

    drive(steps, report=report_of(TEXT))


def test_a_search_without_hits_or_with_a_fault_says_so_instead(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "无此词语", "enter", "9")
        await until(app, lambda: "没有找到“无此词语”" in app.rows[-1])
        await app.press("slash", *"/(/", "enter", "9")
        assert isinstance(app.app.screen, MainScreen) and app.main.search.fault in app.rows[-1]

    drive(steps, report=report_of(TEXT))


def test_9_in_the_library_lists_the_hits_of_the_place_at_the_cursor(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "企业 year:2022-", "enter")
        tree = app.library.watcher.tree
        report = next(one for one in tree.reports.values() if one.place == "青川县")
        app.library.go_to_scope(Scope(tree.place_of[report.id]))
        await app.press("9")
        await until(app, lambda: isinstance(app.app.screen, ConcordanceScreen))
        assert "“企业 year:2022-”的语境 · 青川县" in app.rows[0]
        places = {(line.placed.place, line.placed.year) for line in screen(app).lines.found.lines}
        assert places == {("青川县", 2023), ("青川县", 2022)}
        assert "2023 1  2022 1" in app.rows[1], "one level only: years"

    drive_library(steps, library.path)


def test_enter_opens_the_report_of_the_library_at_the_hit_with_the_search_on(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_hits(app, "低空经济")
        assert [line.placed.year for line in screen(app).lines.found.lines] == [2023, 2023, 2022]
        await app.press("end", "enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen))
        await until(app, lambda: app.panes.search_box.value == "低空经济")
        hit = app.main.search.results.hits[0]
        assert app.main.navigation.offset == hit.start
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen, ConcordanceScreen))
        assert screen(app).table.index == 2
        await app.press("0")
        await until(app, lambda: isinstance(app.app.screen, LibraryScreen))
        assert app.library.panes.search_box.value == "低空经济"

    drive_library(steps, library.path)


def test_views_of_an_indicator_look_for_its_name_and_others_say_why_not(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_hits(app, "低空经济")
        app.app.screen_stack[0].action_open_view("series")  # type: ignore[attr-defined]
        await until(
            app, lambda: not isinstance(app.app.screen, ConcordanceScreen) or "未提及" in app.rows[-1]
        )
        await app.press("7")
        await until(app, lambda: "任务" in app.rows[0])
        await app.press("9")
        assert "这里没有要找的词" in app.rows[-1]

    drive_library(steps, library.path)


@pytest.mark.parametrize("size", [(160, 45), (120, 35), (80, 24), (60, 20), (40, 10)], ids=str)
def test_all_hits_begin_in_one_column(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        layout = screen(app).table._layout
        assert isinstance(layout, ConcordanceLayout)
        for line in layout.lines:
            (hit,) = [start for start, cell in line.placed if cell.style.startswith("hit")]
            assert hit == layout.hit_at
            before = [(start, cell) for start, cell in line.placed if start < hit]
            assert all(start + cell_length(cell.text) <= hit for start, cell in before)
            assert all(start + cell_length(cell.text) <= size[0] for start, cell in line.placed)

    drive_view(steps, concordance_session("项目"), size=size)


def test_lines_are_sorted_by_what_follows_as_the_command_does_by_what_precedes_and_by_text() -> None:
    async def steps(app: Driven) -> None:
        text = [("新兴", ",培"), ("新兴", "集群"), ("传统", "转型"), ("新兴", "集群"), ("推动", "转型")]
        follows = [",培", "转型", "转型", "集群", "集群"]
        assert "按后文排列" in app.rows[0]
        assert [right for _, right in shown_hits(app)] == follows
        await app.press("s")
        assert "按前文排列" in app.rows[-1] and "按前文排列" in app.rows[0]
        assert [left for left, _ in shown_hits(app)] == ["新兴", "新兴", "新兴", "推动", "传统"]
        await app.press("s")
        assert shown_hits(app) == text
        await app.press("s")
        assert [right for _, right in shown_hits(app)] == follows

    drive_view(steps, concordance_session("产业", report_of(TEXT)))


def test_a_click_on_a_heading_sorts_by_its_column(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_hits(app, "企业")
        for title, order in (("前文", "left"), ("后文", "right"), ("年", "year"), ("年", "-year")):
            x = cell_length(app.rows[2].partition(title)[0])
            await app.click("#hit-lines", (x, 0))
            assert screen(app).order.text == order

    drive_library(steps, library.path)


def test_lines_of_a_library_are_sorted_by_year_newest_first(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await to_hits(app, "企业")
        lines = screen(app).lines
        await app.press("s", "s", "s")
        assert "按年份排列" in app.rows[-1]
        years = [lines._lines[int(row.key)].placed.year for row in screen(app).table.rows]
        assert years == sorted(years, key=lambda year: -(year or 0)) and len(set(years)) == 2

    drive_library(steps, library.path)


def test_kinds_and_words_choose_the_lines_and_escape_shows_all_again() -> None:
    async def steps(app: Driven) -> None:
        assert "[命中 5]" in app.rows[1]
        await app.press("right")
        assert shown_hits(app) == [("新兴", ",培"), ("传统", "转型"), ("新兴", "集群")]
        await app.press("escape", "c", *"tuidong", "enter")
        assert shown_hits(app) == [("推动", "转型"), ("新兴", "集群")]
        assert "筛选“tuidong” 按后文排列 2 / 5 处" in app.rows[0]
        await app.press("escape")
        assert len(shown_hits(app)) == 5

    drive_view(steps, concordance_session("产业", report_of(TEXT)))


def test_the_whole_sentence_is_shown_and_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(text: str, *_: object) -> str:
        copied.append(text)
        return "内部"

    monkeypatch.setattr("tui.state.clipboard.copy", copy)

    async def steps(app: Driven) -> None:
        (passage,) = app.table.passages.passages
        ((start, end, _),) = passage.marks
        assert passage.text == "大力发展新兴产业,培育新兴产业集群。"
        assert passage.text[start:end] == "产业" and start == 6
        await app.press("y", "Y")
        assert (
            copied[0].startswith("一  大力发展新兴【产业】,培育")
            and "“大力发展新兴产业,培育新兴产业集群。”" in copied[0]
        )
        assert "（《" not in copied[0]
        assert (
            "“大力发展新兴产业，培育新兴产业集群。”（《青禾县政府工作报告》，2024年1月16日，第一部分）"
            in copied[1]
        )

    drive_view(steps, concordance_session("产业", report_of(TEXT)))


def test_lines_are_exported_with_place_and_year(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await to_hits(app, "低空经济")
        await app.press("E", "enter")

    drive_library(steps, library.path)
    (path,) = tmp_path.glob("书库低空经济-语境.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    first = rows[0]
    assert (first["地区"], first["年度"], first["命中"], first["报告"]) == (
        "青川县",
        "2023",
        "低空经济",
        "青川县/2023",
    )
    with Library(library.path) as opened:
        for row in rows:
            text = opened.report(row["报告"]).text
            assert text[int(row["起始位置"]) : int(row["结束位置"])].replace("\n", "") == row["命中"]


def test_more_hits_than_are_listed_are_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_HITS", 3)

    async def steps(app: Driven) -> None:
        await to_hits(app, "企业")
        total = screen(app).lines.found.total
        assert len(screen(app).table.rows) == 3 < total
        assert app.rows[0].endswith(f"前 3 处，共 {total} 处")
        assert "只列前 3 处；搜索里加 year: level: place:" in app.rows[-1]

    drive_library(steps, library.path)


def test_listed_are_the_hits_a_search_finds(library: Library) -> None:
    for query in ("企业", "低空经济", "qy", '"四上" year:2022', "经济 -再发展"):
        view = View("concordance", (), (query,))
        _, found = views.load_library_concordance(view, library, Work())
        wanted = {(one.report.id, hit.start, hit.end) for one in library.search(query) for hit in one.hits}
        lines = [line.placed for line in found.lines]
        assert {(one.report, one.line.start, one.line.end) for one in lines} == wanted
        assert found.total == len(lines) == len(wanted)


def test_all_lines_are_exported_in_the_order_their_document_names() -> None:
    async def steps(app: Driven) -> None:
        contents = screen(app).lines
        for order, is_reversed in product(contents.orders, (False, True)):
            every = contents.exports((), RowOrder(order, is_reversed))[-1]
            document = json.loads(every.make("json", "zh"))
            starts = [
                contents.found.lines[int(row.key)].placed.line.start for row in contents.rows("", order, "")
            ]
            assert (document["sort"], document["reversed"]) == (order, is_reversed)
            assert [line["start"] for line in document["lines"]] == starts[:: -1 if is_reversed else 1]

    drive_view(steps, concordance_session("产业", report_of(TEXT)))


def test_rows_the_other_way_round_are_exported_with_a_word_of_their_order() -> None:
    async def steps(app: Driven) -> None:
        await app.press("s", "S")
        shown = screen(app).exports()[0]
        document = json.loads(shown.make("json", "zh"))
        assert (document["sort"], document["reversed"]) == ("left", True)
        assert "按前文倒排" in shown.make("md", "zh").decode().splitlines()[0]
        page = load_workbook(io.BytesIO(shown.make("xlsx", "zh"))).active
        assert page is not None and str(page["A2"].value).endswith("按前文倒排")

    drive_view(steps, concordance_session("产业", report_of(TEXT)))
