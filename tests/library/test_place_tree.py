"""The places of a library as a tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.divisions import default_divisions
from tui.library.library import Library
from tui.library.place_tree import PlaceTree, ShelfReport, build_place_tree

CODES = ("000000", "110000", "110105", "130000", "130609", "410000", "410100", "410108", "469001", "")


def report(number: int, code: str, year: int | None = 2024, place: str = "") -> ShelfReport:
    return ShelfReport(number, place, code, "", year, "政府工作报告", "", 100)


def tree(*reports: ShelfReport) -> PlaceTree:
    return build_place_tree(reports, default_divisions())


def names(made: PlaceTree, number: int) -> list[str]:
    return [place.name for place in made.place_of[number].lineage]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("000000", ["全国"]),
        ("410000", ["全国", "河南省"]),
        ("410100", ["全国", "河南省", "郑州市"]),
        ("410108", ["全国", "河南省", "郑州市", "惠济区"]),
        ("110105", ["全国", "北京市", "朝阳区"]),
        ("469001", ["全国", "海南省", "五指山市"]),
    ],
)
def test_a_place_stands_below_those_above_it(code: str, expected: list[str]) -> None:
    assert names(tree(report(1, code)), 1) == expected


def test_reports_without_a_code_stand_below_a_place_of_their_own_at_the_end() -> None:
    made = tree(report(1, "", place="某某县"), report(2, "", place=""), report(3, "410000"))
    assert names(made, 1) == ["全国", "地区不明", "某某县"]
    assert names(made, 2) == ["全国", "地区不明"]
    assert [place.name for place in made.nation.places] == ["河南省", "地区不明"]


def test_a_place_under_its_former_name_is_the_same_place() -> None:
    made = tree(report(1, "130609", 2013, "徐水县"), report(2, "130609", 2016, "徐水区"))
    assert made.place_of[1] is made.place_of[2]
    assert made.place_of[1].name == "徐水区"


def test_reports_are_listed_from_the_newest_and_those_without_a_year_last() -> None:
    made = tree(report(1, "410000", 2020), report(2, "410000", None), report(3, "410000", 2024))
    assert [one.id for one in made.place_of[1].reports] == [3, 1, 2]
    assert made.place_of[1].years == [2020, 2024]


@given(st.lists(st.tuples(st.sampled_from(CODES), st.integers(1990, 2026) | st.none()), max_size=30))
def test_each_report_is_in_the_tree_once_and_counted_in_every_place_above(
    rows: list[tuple[str, int | None]],
) -> None:
    made = tree(*(report(number, code, year) for number, (code, year) in enumerate(rows, 1)))
    listed = [one.id for one in made.nation.all_reports()]
    assert sorted(listed) == list(range(1, len(rows) + 1))
    for place in made.nation.walk():
        assert place.count == len(list(place.all_reports()))
        assert all(child.parent is place for child in place.places)


def test_the_tree_of_a_library_has_all_its_reports(library: Library) -> None:
    made = library.places()
    assert made.nation.count == len(library.reports())
    assert [place.name for place in made.nation.places] == ["河北省", "四川省"]
