"""How sheets are cut into pages: headings stay with their rows, and a last page is not all but empty."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.sheets import read_sheet
from tui.sheets.model import Column, Sheet
from tui.sheets.pages import Rows, breaks, fewest_pages, last_break, page_heights
from tui.sheets.xlsx import workbook

TEXT = Column("任务", 20)


def test_a_heading_that_would_end_a_page_begins_the_next_one() -> None:
    rows = Rows(20, 10, [10] * 12, {0, 7})
    assert list(breaks(rows, [110])) == [7], "20 and 10 above, seven rows, the heading ends the page"
    assert list(breaks(rows, [120])) == [7], "one row behind it is not enough"
    assert list(breaks(rows, [130])) == []
    assert list(breaks(rows, [100])) == [], "it begins the next page anyway"


def test_no_page_of_another_font_is_left_all_but_empty_by_a_break() -> None:
    rows = Rows(0, 10, [10] * 12, {0, 8})
    assert list(breaks(rows, [100])) == [8]
    assert list(breaks(rows, [100, 80])) == [], "one row behind the first seven"
    assert list(breaks(rows, [100, 110])) == [8]


def test_pages_after_a_break_are_counted_from_it() -> None:
    assert list(breaks(Rows(0, 10, [10] * 20, {0, 8, 16}), [100])) == [8, 16]
    assert list(breaks(Rows(0, 10, [10] * 16, {0, 8, 11}), [100])) == [8]


_GROUPS = st.lists(st.lists(st.integers(10, 60), min_size=3, max_size=9), min_size=1)


@given(_GROUPS, st.sampled_from([[200], [230]]))
def test_no_heading_ends_a_page_of_any_height(groups: list[list[int]], pages: list[float]) -> None:
    heights = [height for group in groups for height in group]
    headings = {sum(map(len, groups[:at])) for at in range(len(groups))}
    begun = set(breaks(Rows(30, 10, heights, headings), pages))
    assert begun <= headings
    for page in pages:
        used, last = 40, set()
        for at, height in enumerate(heights):
            if at in begun or used + height > page:
                last.add(at - 1)
                used = 10
            used += height
        assert not last & headings


def test_a_last_page_with_hardly_anything_is_spared() -> None:
    assert fewest_pages(Rows(0, 10, [10] * 20), [110]) is None, "two pages, both full"
    assert fewest_pages(Rows(0, 10, [10] * 21), [110]) == 2
    assert fewest_pages(Rows(0, 10, [10] * 13), [110]) is None, "one page would be hard to read"
    assert fewest_pages(Rows(0, 10, [10] * 23), [110]) == 2, "so much smaller are two pages hardly"
    assert fewest_pages(Rows(0, 10, [10] * 25), [110]) is None
    assert fewest_pages(Rows(0, 10, [10] * 5), [110]) is None


def test_notes_have_rows_above_them_on_the_last_page() -> None:
    assert last_break(Rows(0, 10, [10] * 14, notes=3), [110]) == 6, "five rows and three notes"
    assert last_break(Rows(0, 10, [10] * 18, notes=3), [110]) is None, "five rows stand there anyway"
    assert last_break(Rows(0, 10, [10] * 14), [110]) is None, "no notes"
    assert last_break(Rows(0, 10, [10] * 9, notes=3), [110]) is None, "one page"
    assert last_break(Rows(0, 10, [10] * 14, {5}, notes=3), [110]) == 5, "no heading ends the page before"
    assert last_break(Rows(0, 10, [10] * 14, {6}, notes=3), [110], [6]) is None, "a page begins there"
    assert last_break(Rows(0, 10, [10] * 17, notes=3), [110, 120]) == 9, (
        "with the fonts of other programs, four rows"
    )


def test_a_sheet_wider_than_the_page_has_more_room_down() -> None:
    narrow, wide = (page_heights([width] * 4, is_wide=True) for width in (10, 80))
    assert all(500 < page < 520 for page in narrow)
    assert all(one < other for one, other in zip(narrow, wide, strict=True))


def test_tables_with_headings_of_groups_have_no_filter_which_would_sort_these() -> None:
    grouped = Sheet("表", "标题", [TEXT], [["甲"]] * 80, groups=dict.fromkeys(range(0, 80, 4), "第一节"))
    page = read_sheet(workbook(grouped)).page
    assert page.auto_filter.ref is None
    assert read_sheet(workbook(grouped._replace(groups={}))).page.auto_filter.ref == "A2:A82"


def test_breaks_stand_above_the_rows_of_headings() -> None:
    rows = [["甲"]] * 60
    sheet = read_sheet(workbook(Sheet("表", "标题", [TEXT], rows, groups={0: "第一节", 23: "第二节"})))
    assert [each.id for each in sheet.page.row_breaks.brk] == [sheet.numbers[23] - 2]


def test_two_rows_more_than_a_page_are_printed_on_one() -> None:
    few, many = (read_sheet(workbook(Sheet("表", "标题", [TEXT], [["甲"]] * size))).page for size in (26, 40))
    assert few.page_setup.fitToHeight is None, "one page, which is not written"
    assert many.page_setup.fitToHeight == 0
