"""The table of places and years."""

from __future__ import annotations

from tui.cli.library_info import year_table
from tui.typeset.cells import cell_length


def test_a_row_shows_the_years_a_place_has_and_those_that_are_missing() -> None:
    years = {("city", "郑州市"): [2018, 2020, 2020, 2021], ("county", "青川县"): [2016, 2024]}
    assert list(year_table(years, 80)) == [
        "地市 1         2020",
        "郑州市       #.2#     4",
        "区县 1         2020",
        "青川县     #.......#  2",
    ]


def test_years_without_room_are_told_behind_the_row() -> None:
    years = {("national", "全国"): [1959, 2024, 2026]}
    lines = list(year_table(years, 60))
    assert lines[-1].endswith(".#.#  3（另有 1959）") and cell_length(lines[-1]) <= 60


def test_thirty_five_places_and_twenty_five_years_fit_into_eighty_columns() -> None:
    names = ("内蒙古自治区", "黔西南布依族苗族自治州", "郑州市")
    places = {("city", f"{names[turn % 3]}{turn}"): list(range(2000, 2025)) for turn in range(35)}
    lines = list(year_table(places, 80))
    assert len(lines) == 36
    assert all(cell_length(line) <= 80 for line in lines)
    assert all("#" * 25 + "  25" in line for line in lines[1:])


def test_an_empty_library_has_no_table() -> None:
    assert list(year_table({}, 80)) == []
