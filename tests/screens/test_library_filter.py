"""The filter of places in the library, filters of its query, and places to go to."""

from __future__ import annotations

import pytest

from tests.screens.test_library import is_library, is_report, list_of, search
from tests.support.pilot import Driven, drive_library, until
from tui.library.library import Library
from tui.messages import library_screen as messages


@pytest.mark.parametrize(
    ("typed", "places"), [("qingchuan", ["青川县"]), ("青", ["青川县"]), ("四川", ["四川省"])]
)
def test_places_are_filtered_by_name_and_pinyin(typed: str, places: list[str], library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "c", *(typed if typed.isascii() else [typed]))
        assert app.library.panes.places.scope.place.name == places[0]
        assert "保定市" not in "".join(row[:28] for row in app.rows)
        await app.press("escape")
        assert "河北省" in "".join(row[:28] for row in app.rows)

    drive_library(steps, library.path)


@pytest.mark.parametrize(
    ("typed", "said", "left"),
    [("洛阳", "没有这样的地区", "河北省"), ("青川2001", "没有这一年的报告", "青川县")],
)
def test_a_filter_that_leaves_nothing_says_so_and_lists_nothing(
    typed: str, said: str, left: str, library: Library
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "down", "c", typed)
        assert said in app.rows[-1]
        assert "全国" not in app.text
        assert list_of(app) == [("note", "这里没有报告")]
        assert "0 份 · 0 地" in app.rows[0]
        await app.press("enter", "enter", "right", "0", "8", "9")
        assert list_of(app) == [("note", "这里没有报告")]
        await app.press("1", "escape")
        assert f"› {left} " in app.rows[0], "the place before the filter left nothing"
        await search(app, "企业")
        await app.press("enter", "1", "c", typed, "enter", "9")
        assert is_library(app) and "这里没有报告" in app.rows[-1]

    drive_library(steps, library.path)


def test_rows_that_a_filter_leaves_in_part_have_no_number(library: Library) -> None:
    async def steps(app: Driven) -> None:
        def numbers() -> list[list[str]]:
            places = app.library.panes.places
            return [places.row_strip(row, 28).text.split()[1:] for row in range(places.row_count())]

        places = [["全国"], ["四川省"], ["广元市"]]
        await app.press("1", "c", "青川")
        assert numbers() == [*places, ["青川县", "2"]]
        await app.press(*" 2022")
        assert numbers() == [*places, ["青川县"], ["2022年"]]

    drive_library(steps, library.path)


def test_a_year_in_the_filter_leaves_the_reports_of_that_year(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "c", *"qingchuan", "space", *"2022", "enter", "right")
        left = "\n".join(row[:28] for row in app.rows)
        assert "2022年" in left
        assert "2023年" not in left

    drive_library(steps, library.path)


def test_choosing_a_year_in_the_panel_narrows_the_query_and_choosing_it_again_widens_it(
    library: Library,
) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "企业")
        await app.press("enter", "3", "G", "g")
        panel = app.library.panes.summary
        year = next(at for at, row in enumerate(panel._rows) if row.name == "2022")
        panel.move_cursor(year)
        await app.press("enter")
        assert app.library.panes.search_box.value == "企业 year:2022"
        await until(app, lambda: app.library.search.is_complete)
        assert [label for kind, label in list_of(app) if kind == "report"] == [
            "广元市青川县 2022",
            "广元市剑阁县 2022",
        ]
        assert app.library.search.narrow("year", "2022") == "企业"

    drive_library(steps, library.path)


def test_enter_on_a_report_to_go_to_opens_it_at_once(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", *"青川县2022", "enter")
        await until(app, lambda: is_report(app))
        assert "青川县" in app.rows[0] and "2022" in app.rows[0]

    drive_library(steps, library.path)


def test_a_section_is_gone_to_in_the_report_at_the_cursor(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", "二", "backspace", *"2.1")
        assert messages.CHOOSE_REPORT_FIRST in app.text, "the whole country has no report of its own here"
        await app.press("enter")
        assert messages.GO_TO_EXAMPLES[:5] not in app.text, "a row that is only read closes nothing"
        await app.press("escape", "colon", *"青川县", "enter")
        await app.press("colon", "九", "九")
        assert "青川县 2023 里没有这一节" in app.text
        await app.press("escape", "colon", "二")
        assert "青川县 2023 · 二、" in app.text
        await app.press("enter")
        await until(app, lambda: is_report(app))
        report = app.panes.text_pane
        assert report.reading_offset > 0 and "H 退回" in app.rows[-1]

    drive_library(steps, library.path)


@pytest.mark.parametrize("typed", ["惠济", "内置"])
def test_the_built_in_report_is_found_from_the_library(typed: str, library: Library) -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", typed, "enter")
        await until(app, lambda: is_report(app))
        assert "惠济区政府工作报告" in app.rows[0]

    drive_library(steps, library.path)


def test_filters_alone_list_reports(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "level:county year:2022")
        assert list_of(app) == [("report", "广元市青川县 2022"), ("report", "广元市剑阁县 2022")]

    drive_library(steps, library.path)


def test_esc_closes_the_filter_and_keeps_the_place(library: Library) -> None:
    async def steps(app: Driven) -> None:
        places = app.library.panes.places
        await app.press("1", "c", "青川", "escape")
        assert places.scope.place.name == "青川县"
        left = [row[:28] for row in app.rows]
        assert any("▸ 青川县" in row for row in left) and any("河北省" in row for row in left)
        await app.press("c", "青川 2001", "escape")
        assert places.scope.place.name == "青川县", "also from a filter that leaves nothing"
        await app.press("c", *"qingchuan", "enter", "escape")
        assert places.scope.place.name == "青川县", "also where the filter was kept"

    drive_library(steps, library.path)


def test_a_place_without_hits_names_the_nearest_one_above_that_has_some(library: Library) -> None:
    async def steps(app: Driven) -> None:
        await search(app, "低空经济")
        await app.press("enter", "colon", "剑阁", "enter")
        await until(app, lambda: app.library.search.is_complete)
        assert list_of(app) == [("above", "这里没有命中，广元市有 3 处（Enter 前往）")]
        assert "Enter 前往" in app.rows[-1] and "全部命中" not in app.rows[-1]
        await app.press("right")
        assert "这里没有命中" in app.rows[-1]
        await app.press("enter")
        await until(app, lambda: app.library.search.is_complete and len(list_of(app)) > 1)
        assert app.library.panes.places.scope.place.name == "广元市"
        assert "n N 下/上一处" in app.rows[-1] and "Enter 打开" in app.rows[-1]
        await app.press("colon", "保定", "enter")
        await until(app, lambda: "保定" in app.rows[0])
        await until(app, lambda: list_of(app) == [("above", "这里没有命中，全国有 3 处（Enter 前往）")])
        await search(app, "没有这个词")
        assert list_of(app) == [("note", "没有命中")]
        assert "Enter 到列表" in app.rows[-1]
        await app.press("enter")
        assert "Enter" not in app.rows[-1]

    drive_library(steps, library.path)
