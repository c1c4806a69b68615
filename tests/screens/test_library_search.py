"""What the library's screen searches, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.divisions import default_divisions
from tui.library.live_search import LiveSearch
from tui.library.place_tree import ShelfReport, build_place_tree
from tui.screens.library_search import LibrarySearchController
from tui.widgets.place_scopes import Scope

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
