"""The input boxes: what they take, and where the cursor is."""

from __future__ import annotations

import pytest

from tests.support.widgets import Shown, show
from tui.widgets.bars import TitleBar
from tui.widgets.inputs import MAX_QUERY_CHARS, FilterBox, LineInput, SearchBox


@pytest.mark.parametrize(
    ("inserted", "value"),
    [
        ("黄河", "黄河"),
        ("黄河\n生态", "黄河 生态"),
        ("黄河\r\n", "黄河"),
        ("黄\x1b河", "黄␛河"),
        ("一二三四五六七八九十" * 2, "一二三四五六七八九十"),
    ],
    ids=[
        "text",
        "line breaks become spaces",
        "a break at the end is dropped",
        "controls are visible",
        "as much as fits",
    ],
)
def test_inserted_text_is_one_line_that_fits(inserted: str, value: str) -> None:
    async def steps(box: LineInput, shown: Shown) -> None:
        box.insert_text(inserted)
        assert box.value == value

    show(lambda: LineInput(id="widget", placeholder="", max_length=10), steps)


def test_inserted_text_replaces_the_selection() -> None:
    async def steps(box: LineInput, shown: Shown) -> None:
        box.select_all()
        box.insert_text("生态")
        assert box.value == "生态"

    show(lambda: LineInput(id="widget", placeholder="", max_length=10, value="黄河"), steps)


def test_the_cursor_of_the_terminal_is_right_after_the_text() -> None:
    async def steps(box: LineInput, shown: Shown) -> None:
        box.insert_text("黄河")
        assert box.cursor_screen_offset == (4, 0)
        box.insert_text("a")
        assert box.cursor_screen_offset == (5, 0)

    show(lambda: LineInput(id="widget", placeholder="", max_length=10), steps)


def test_the_search_box_runs_the_query_with_every_change() -> None:
    queries: list[str] = []

    async def steps(box: SearchBox, shown: Shown) -> None:
        box.insert_text("黄")
        box.insert_text("河")
        box.value = ""
        assert queries == ["黄", "黄河", ""]
        box.insert_text("长" * (MAX_QUERY_CHARS + 1))
        assert len(box.value) == MAX_QUERY_CHARS

    show(lambda: SearchBox(queries.append, "按 / 搜索", id="widget"), steps)


def test_the_filter_box_shows_an_error_after_the_typed_text() -> None:
    async def steps(box: FilterBox, shown: Shown) -> None:
        assert shown.rows[0].startswith(" 筛选：空格分开的词")
        box.value = "unit:"
        box.show_error("缺少单位")
        await shown.settle()
        assert shown.rows[0].split() == ["筛选：unit:", "缺少单位"]
        box.show_error("")
        await shown.settle()
        assert shown.rows[0].split() == ["筛选：unit:"]

    show(lambda: FilterBox(TitleBar(id="covered"), id="widget"), steps)
