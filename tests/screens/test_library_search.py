"""What the library's screen searches, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.divisions import default_divisions
from tui.library.live_search import LiveSearch
from tui.library.place_tree import ShelfReport, build_place_tree
from tui.screens.library_rows import Actions, contents_rows, position_of
from tui.screens.library_search import LibrarySearchController
from tui.widgets.place_scopes import Scope
from tui.widgets.report_list import ListRow

#: Number, code of the place, and plan year of each report.
REPORTS = (
    (1, "130600", 2020),
    (2, "130600", 2024),
    (3, "410100", 2022),
    (4, "410100", 2024),
    (5, "410000", None),
)


@pytest.fixture
def search() -> LibrarySearchController:
    """Return a controller of a library of which nothing is searched."""
    rows = (ShelfReport(number, "", code, "", year, "", "", 1) for number, code, year in REPORTS)
    tree = build_place_tree(rows, default_divisions())
    return LibrarySearchController(LiveSearch(Path("none"), lambda _: None), tree, lambda _: None)


@pytest.mark.parametrize(("order", "numbers"), [("place", [2, 1, 5, 4, 3]), ("year", [2, 4, 3, 1, 5])])
def test_reports_come_by_place_or_by_year(
    order: str, numbers: list[int], search: LibrarySearchController
) -> None:
    search.set_order(order)
    assert [report.id for report in search.scope_reports()] == numbers


@pytest.mark.parametrize(
    ("key", "is_own", "numbers"),
    [("410000", False, [5, 4, 3]), ("410000", True, [5]), ("130600", False, [2, 1])],
)
def test_reports_are_those_of_the_scope(
    key: str, is_own: bool, numbers: list[int], search: LibrarySearchController
) -> None:
    search.set_scope(Scope(search.tree.by_key[key], is_own=is_own))
    assert [report.id for report in search.scope_reports()] == numbers


def test_a_filter_takes_the_place_of_another_one_of_its_name(search: LibrarySearchController) -> None:
    search.query = "低空 year:2022 level:city"
    assert search.narrow("year", "2024") == "低空 level:city year:2024"
    assert search.narrow("year", "2022") == "低空 level:city"


ROWS = [
    ListRow("report", 1, "", offset=5),
    ListRow("hit", 1, "", offset=5),
    ListRow("more", 1, "", offset=5),
    ListRow("report", 2, "", offset=7),
    ListRow("hit", 2, "", offset=7),
    ListRow("hit", 2, "", offset=9),
]


@pytest.mark.parametrize(("cursor", "position"), list(enumerate(["1/9", "1/9", "1/9", "4/9", "4/9", "5/9"])))
def test_the_position_in_a_list_of_hits_counts_hits_only(cursor: int, position: str) -> None:
    assert position_of(ROWS, cursor, {1: 3, 2: 2}, 9) == position


def test_the_position_in_other_lists_counts_reports_or_chapters_and_no_notes() -> None:
    reports = [ListRow("report", number, "") for number in (1, 2)]
    chapters = [ListRow("report", 1, ""), *(ListRow("chapter", 1, "", offset=at) for at in (0, 9))]
    assert [position_of(reports, at, {}) for at in range(2)] == ["1/2", "2/2"]
    assert [position_of(chapters, at, {}) for at in range(3)] == ["", "1/2", "2/2"]
    assert position_of([ListRow("note", 0, "")], 0, {}, 3) == position_of([], 0, {}) == ""


def test_years_of_a_places_own_reports_are_told_as_such_beside_all_reports_in_it() -> None:
    own = [*REPORTS, (6, "410000", 2020), (7, "410000", 2023)]
    rows = (ShelfReport(number, "", code, "", year, "", "", 1) for number, code, year in own)
    tree = build_place_tree(rows, default_divisions())
    actions = Actions(id, lambda *_: None, lambda _: "", id)
    values = {row.name: row.value for row in contents_rows(Scope(tree.nation), actions)}
    assert values["河南省"] == "本级 2020–2023 缺2  5 份"
    assert values["河北省"] == "2 份"
    province = contents_rows(Scope(tree.by_key["410000"]), actions)
    assert next(row.value for row in province if row.name == "郑州市") == "2022–2024 缺1  2 份"
    assert next(row.value for row in province if row.name == "本级报告") == "2020–2023 缺2  3 份"
