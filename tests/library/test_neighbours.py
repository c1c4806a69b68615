"""Which reports of a library are those of one place in consecutive years."""

from __future__ import annotations

import sqlite3

import pytest

from tui.library import schema
from tui.library.divisions import default_divisions
from tui.library.making import statements
from tui.library.neighbours import Neighbours


def neighbours(*rows: tuple[str, str, int | None, int, str]) -> Neighbours:
    """Return the neighbours among reports, numbered from 1: place, code, plan year, characters, doubts."""
    connection = sqlite3.connect(":memory:")
    for statement in statements(schema.TABLES):
        if "TABLE report(" in statement:
            connection.execute(statement)
    divisions = default_divisions()
    for number, (place, code, year, characters, doubts) in enumerate(rows, 1):
        values = (number, str(number), place, code, divisions.today(code), "", "", year, year, "", "")
        marks = ", ".join("?" * 17)
        connection.execute(
            f"INSERT INTO report VALUES({marks})",
            (*values, f"{place}政府工作报告", characters, "", b"", doubts, ""),
        )
    return Neighbours(connection, divisions)


ZHENGZHOU, XUSHUI_COUNTY, XUSHUI = "410100", "130625", "130609"


def test_reports_of_consecutive_years_are_neighbours_and_others_are_not() -> None:
    found = neighbours(
        ("郑州市", ZHENGZHOU, 2021, 1, ""),
        ("郑州市", ZHENGZHOU, 2022, 1, ""),
        ("郑州市", ZHENGZHOU, 2024, 1, ""),
        ("洛阳市", "410300", 2023, 1, ""),
        ("郑州市", ZHENGZHOU, None, 1, ""),
    )
    assert [found.successor(number) for number in range(1, 6)] == [2, None, None, None, None]
    assert [found.predecessor(number) for number in range(1, 6)] == [None, 1, None, None, None]
    assert list(found.pairs()) == [(1, 2)]
    assert found.years(1) == [2021, 2022, 2024]
    assert found.years(5) == []


def test_a_place_that_was_renamed_is_followed() -> None:
    found = neighbours(("徐水县", XUSHUI_COUNTY, 2015, 1, ""), ("徐水区", XUSHUI, 2016, 1, ""))
    assert found.successor(1) == 2 and found.predecessor(2) == 1
    assert list(found.pairs()) == [(1, 2)]


@pytest.mark.parametrize(
    ("earlier", "later", "goes_on"),
    [
        ("130625", "130609", True),  # 徐水县, 徐水区
        ("220381", "220184", True),  # 公主岭市, which the table has under both codes for some years
        ("142200", "140900", True),  # 忻州地区, 忻州市
        ("142201", "140900", False),  # the county 忻州市 is no prefecture
        ("139020", "130207", True),  # 丰南市, 丰南区: in two steps
        ("500222", "500110", False),  # 綦江县 and 万盛区 were united
        ("130609", "130625", False),
        ("410100", "410300", False),
    ],
)
def test_a_place_goes_on_under_another_code_only_as_itself(earlier: str, later: str, goes_on: bool) -> None:
    assert default_divisions().goes_on_as(earlier, later) is goes_on


def test_of_several_reports_of_a_year_the_best_is_taken() -> None:
    found = neighbours(
        ("郑州市", ZHENGZHOU, 2022, 900, ""),
        ("郑州市", ZHENGZHOU, 2022, 20_000, "正文是洛阳市"),
        ("郑州市", ZHENGZHOU, 2022, 12_000, ""),
        ("郑州市", ZHENGZHOU, 2023, 12_000, ""),
    )
    assert list(found.pairs()) == [(3, 4)]
    assert found.predecessor(4) == 3
    assert found.successor(1) == 4


def test_places_without_a_code_are_told_by_their_names_unless_several_have_them() -> None:
    found = neighbours(
        ("某某新区", "", 2022, 1, ""),
        ("某某新区", "", 2023, 1, ""),
        ("鼓楼区", "", 2022, 1, ""),
        ("鼓楼区", "", 2023, 1, ""),
        ("", "", 2022, 1, ""),
        ("", "", 2023, 1, ""),
    )
    assert list(found.pairs()) == [(1, 2)]
    assert found.successor(5) is None
