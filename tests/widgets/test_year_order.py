"""Years of a table by year and by value."""

from __future__ import annotations

import pytest

from tests.support.past import sample_series
from tui.widgets.year_order import YEAR_COLUMNS, YearColumn, YearOrder

YEARS = sample_series().years


@pytest.mark.parametrize("column", YEAR_COLUMNS)
@pytest.mark.parametrize("is_reversed", [False, True])
def test_no_year_is_lost(column: YearColumn, is_reversed: bool) -> None:
    ordered = YearOrder(column, is_reversed).sorted(YEARS)
    assert sorted(year.year for year in ordered) == [year.year for year in YEARS]


@pytest.mark.parametrize("is_reversed", [False, True])
def test_years_without_a_value_are_last(is_reversed: bool) -> None:
    ordered = YearOrder("target", is_reversed).sorted(YEARS)
    values = [year.target.metric.value[-1] for year in ordered if year.target is not None]
    assert values == sorted(values, reverse=not is_reversed)
    assert all(year.target is None for year in ordered[len(values) :]) and len(values) < len(YEARS)


def test_years_go_up_and_values_down_at_first() -> None:
    assert (YearOrder().arrow, YearOrder("gap").arrow) == ("↑", "↓")
    assert (YearOrder().by("year").arrow, YearOrder().by("gap").by("gap").arrow) == ("↓", "↑")
    assert YearOrder("gap", True).by("target") == YearOrder("target")
