"""The screen of the library: places, reports, hits, and the way to a report and back."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tests.support.pilot import Driven, drive_library, until
from tui.library.library import Library
from tui.messages.library import HIT_COLUMNS
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.widgets.place_scopes import Scope


def is_report(app: Driven) -> bool:
    return isinstance(app.app.screen, MainScreen)


def is_library(app: Driven) -> bool:
    return isinstance(app.app.screen, LibraryScreen)


async def search(app: Driven, query: str) -> None:
    """Type a query and wait for all its hits."""
    await app.press("slash")
    app.library.panes.search_box.value = query
    await until(app, lambda: app.library.search.is_complete)


def list_of(app: Driven) -> list[tuple[str, str]]:
    return [(row.kind, row.label) for row in app.library.panes.reports.rows]


def test_the_empty_box_says_what_can_be_searched_while_it_has_the_focus(library: Library) -> None:
    async def steps(app: Driven) -> None:
        assert "按 / 搜索" in app.text
        await app.press("slash")
        assert "按 / 搜索" not in app.text and "词、拼音，可加" in app.text

    drive_library(steps, library.path)


def test_the_first_screen_shows_places_reports_and_years(library: Library) -> None:
    async def steps(app: Driven) -> None:
        assert "4 份 · 3 地" in app.rows[0]
        assert "上一级" not in app.rows[-1], "there is none above the top"
        assert [row.split()[1] for row in app.rows[2:5]] == ["全国", "河北省", "四川省"]
        assert [label for _, label in list_of(app)] == [
            "保定市 2023",
            "广元市青川县 2023",
            "广元市青川县 2022",
            "广元市剑阁县 2022",
        ]
        assert "2023" in app.text
        assert app.focused == "place-tree"

    drive_library(steps, library.path)


def test_a_query_lists_the_hits_of_each_report_and_counts_them_in_the_tree(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "低空经济")
        assert list_of(app) == [
            ("report", "广元市青川县 2023"),
            ("hit", "一(一)"),
            ("hit", "一(一)"),
            ("report", "广元市青川县 2022"),
            ("hit", "一(一)"),
        ]
        assert "命中 3 处 · 2 份" in app.rows[0]
        counts = app.library.search.place_counts()
        assert counts == {"000000": 3, "510000": 3, "510800": 3, "510822": 3}

    drive_library(steps, library.path)


def test_enter_opens_the_report_at_the_hit_and_back_returns_to_the_hits(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "低空经济")
        await app.press("enter", "n", "n", "enter")
        await until(app, lambda: is_report(app))
        await until(app, lambda: app.main.search.results.hits)
        assert app.main.search.count == "2/2"
        assert "青川县" in app.rows[0]
        await app.press("H")
        await until(app, lambda: is_library(app))
        assert app.library.panes.search_box.value == "低空经济"
        assert "命中 3 处 · 2 份" in app.rows[0]
        await app.press("L")
        await until(app, lambda: is_report(app))
        assert app.main.search.count == "2/2"

    drive_library(steps, library.path)


def test_the_filters_of_a_query_stay_in_the_library(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "低空经济 year:2022")
        await app.press("enter", "enter")
        await until(app, lambda: is_report(app) and app.main.search.results.hits)
        assert app.panes.search_box.value == "低空经济"

    drive_library(steps, library.path)


def test_one_key_goes_up_from_the_report_to_its_place_and_on_to_the_top(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "down", "down", "enter")
        await until(app, lambda: is_report(app))
        await app.press("0")
        await until(app, lambda: is_library(app))
        scope = app.library.panes.places.scope
        assert (scope.place.name, scope.report and scope.report.plan_year) == ("青川县", 2022)
        seen = []
        for _ in range(4):
            await app.press("0")
            seen.append(app.library.panes.places.scope.place.name)
        assert seen == ["青川县", "广元市", "四川省", "全国"]
        await app.press("0")
        assert "已在最上一级" in app.rows[-1]

    drive_library(steps, library.path)


def test_going_up_works_each_time(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "enter")
        for _ in range(3):
            await until(app, lambda: is_report(app))
            await app.press("0")
            await until(app, lambda: is_library(app))
            await app.press("H")

    drive_library(steps, library.path)


def test_going_up_keeps_the_hits_of_a_query(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "低空经济")
        await app.press("enter", "]", "enter")
        await until(app, lambda: is_report(app) and app.main.search.results.hits)
        await app.press("0")
        await until(app, lambda: is_library(app))
        assert "命中 3 处 · 2 份" in app.rows[0]
        row = app.library.panes.reports.row
        assert row is not None
        assert row.label == "广元市青川县 2022"

    drive_library(steps, library.path)


def test_a_search_is_of_the_place_at_the_cursor(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "企业")
        assert app.library.search.counts is not None
        assert len(app.library.search.counts) == 4
        await app.press("enter", "1", "down")
        await until(app, lambda: app.library.search.is_complete)
        assert [label for kind, label in list_of(app) if kind == "report"] == ["保定市 2023"]

    drive_library(steps, library.path)


def test_the_panel_lists_the_years_of_a_place_and_those_missing(library: Library) -> None:
    async def steps(app: Driven) -> None:
        app.library.go_to_scope(
            app.library.panes.places.scope._replace(place=app.library.watcher.tree.by_key["510822"])
        )
        names = [(row.name, row.value) for row in app.library.panes.summary._rows]
        assert ("四川省 › 广元市 › 青川县", "") in names
        assert [name for name, _ in names if name.isdigit()] == ["2023", "2022"]

    drive_library(steps, library.path)


def test_the_panel_shows_the_main_indicators_of_a_report(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "down", "3", "right", "right", "right")
        await until(app, lambda: any("保定市 2023" in row for row in app.rows) and "[指标]" in app.text)
        assert app.library.panes.summary.tab == "indicators"

    drive_library(steps, library.path)


def test_a_target_that_is_said_twice_is_listed_once(tmp_path: Path) -> None:
    file = tmp_path / "保定市2024.txt"
    said = "主要预期目标是：地区生产总值增长6%。要更加努力。\n（一）稳增长。确保地区生产总值增长6%，居民消费价格涨幅3%。\n"
    file.write_text(
        "政府工作报告\n——2024年2月8日在保定市第十六届人民代表大会第三次会议上\n各位代表：\n"
        f"一、2023年工作回顾\n2023年，地区生产总值增长5%。\n二、2024年工作安排\n{said}",
        encoding="utf-8",
    )
    path = tmp_path / "library.db"
    with Library(path, write=True) as made:
        assert [step.outcome for step in made.add([file])] == ["added"]

    async def steps(app: Driven) -> None:
        place = app.library.watcher.tree.by_key["130600"]
        app.library.go_to_scope(app.library.panes.places.scope._replace(place=place))
        await app.press("3", "right", "right", "right")
        await until(app, lambda: any("保定市 2024" in row.name for row in app.library.panes.summary._rows))
        told = [(row.name, row.actual, row.value) for row in app.library.panes.summary._rows]
        assert told[2:] == [("地区生产总值", "5%", "6%"), ("居民消费价格涨幅", "", "增3%")]

    drive_library(steps, path)


def test_the_next_order_is_said(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("2", "s")
        assert "按年份排列" in app.rows[-1]
        assert app.library.search.order == "year"
        await app.press("s")
        assert "按地区排列" in app.rows[-1]

    drive_library(steps, library.path)


def test_the_right_arrow_lists_all_hits_of_a_report(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "业")
        await app.press("enter")
        hits = [kind for kind, _ in list_of(app)]
        assert "more" in hits
        await app.press("right")
        await until(app, lambda: [kind for kind, _ in list_of(app)][:8].count("hit") > 3)

    drive_library(steps, library.path)


def test_hits_can_be_hidden(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "低空经济")
        await app.press("enter", "z")
        assert {kind for kind, _ in list_of(app)} == {"report"}
        await app.press("z")
        assert {kind for kind, _ in list_of(app)} == {"report", "hit"}

    drive_library(steps, library.path)


def test_after_a_wrong_pattern_the_next_query_is_answered(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "/[/")
        await search(app, "黄河")
        assert "命中 3 处 · 1 份" in app.rows[0]

    drive_library(steps, library.path)


def test_the_panel_lists_what_the_sentences_of_hits_state(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "服务业")
        await app.press("enter", "3", "right", "right")
        await until(app, lambda: any("服务业" in row and "增7%" in row for row in app.rows))

    drive_library(steps, library.path)


def test_a_wrong_query_is_explained_below_the_box(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "企业 level:village")
        assert "没有这一级" in app.text

    drive_library(steps, library.path)


def test_chinese_typed_anywhere_searches(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("黄河")
        await until(app, lambda: app.library.search.is_complete)
        assert app.focused == "query"
        assert "命中 3 处 · 1 份" in app.rows[0]

    drive_library(steps, library.path)


def test_what_is_listed_can_be_exported(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await search(app, "黄河")
        await app.press("enter", "E")
        await until(app, lambda: "全部命中" in app.text)
        await app.press("enter")
        assert "已写入 3 行" in app.rows[-1]
        (file,) = tmp_path.glob("*.csv")
        head, *rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
        assert tuple(head) == HIT_COLUMNS
        assert [row[:3] for row in rows] == [["剑阁县", "区县", "2022"]] * 3
        assert {len(row) for row in rows} == {len(HIT_COLUMNS)}
        assert rows[0][-1] == "剑阁县/2022"


def test_hits_that_are_folded_are_exported_too(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await search(app, "业")
        await app.press("enter", "E")
        assert app.library.search.counts is not None
        count = sum(app.library.search.counts.values())
        await until(app, lambda: f"全部命中 {count} 行" in app.text)

    drive_library(steps, library.path)


def test_what_another_program_adds_is_shown(library: Library, shelf: Path, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    more = tmp_path / "more.txt"
    more.write_text(text_of("青川县", 2024), encoding="utf-8")
    with Library(path, write=True) as made:
        list(made.add(sorted(map(str, shelf.rglob("*.txt")))))

    async def steps(app: Driven) -> None:
        with Library(path, write=True) as made:
            list(made.add([str(more)]))
        await app.press("r")
        assert "5 份 · 3 地" in app.rows[0]

    drive_library(steps, path)


def test_without_reports_the_screen_says_how_to_add_some(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library(path, write=True).close()

    async def steps(app: Driven) -> None:
        assert "huiji-tui library add" in app.text
        for key in (
            "enter",
            "right",
            "left",
            "0",
            "n",
            "]",
            "E",
            "3",
            "enter",
            "right",
            "enter",
            "2",
            "enter",
        ):
            await app.press(key)

    drive_library(steps, path)


def test_a_library_that_vanishes_leaves_the_screen_usable(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    shutil.copy(library.path, path)

    async def steps(app: Driven) -> None:
        path.unlink()
        await search(app, "企业")
        await app.press("enter", "1", "down", "up")
        assert is_library(app)

    drive_library(steps, path)


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (40, 10), (30, 8)])
def test_every_size_can_be_used(size: tuple[int, int], library: Library) -> None:
    async def steps(app: Driven) -> None:
        for key in ("1", "down", "2", "down", "3", "right", "tab", "f11", "f11", "escape", "escape"):
            await app.press(key)
            assert len(app.rows) == size[1]

    drive_library(steps, library.path, size=size)


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20)], ids=str)
def test_hits_of_a_part_are_told_beside_those_of_all_reports(size: tuple[int, int], library: Library) -> None:
    async def steps(app: Driven) -> None:
        tree = app.library.panes.places
        place = app.library.search.tree.by_key["510822"]
        app.library.go_to_scope(Scope(place, next(one for one in place.reports if one.plan_year == 2022)))
        await search(app, "低空经济")
        await app.press("enter")
        assert "青川县2022 1 处 · 全国 3 处" in app.rows[0]
        assert "0 上一级" in app.rows[-1]
        assert app.rows[-1].endswith(" 1/1")
        await app.press("0")
        await until(app, lambda: tree.scope.report is None and app.library.search.is_complete)
        while tree.scope.place.parent is not None:
            await app.press("0")
        await until(app, lambda: app.library.search.is_complete)
        assert "全国 3 处" not in app.rows[0] and "3 处" in app.rows[0]

    drive_library(steps, library.path, size=size)
