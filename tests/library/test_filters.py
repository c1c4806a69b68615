"""Filters in a query."""

from __future__ import annotations

import pytest

from tui.library.filters import filter_value, without_filter


@pytest.mark.parametrize(
    ("query", "value", "rest"),
    [
        ("低空 year:2024", "2024", "低空"),
        ("year:2020 低空 year:2024", "2024", "低空"),
        ("低空 level:city", "", "低空 level:city"),
        ("低空 YEAR：2024 in:plan", "2024", "低空 in:plan"),
        ("", "", ""),
    ],
)
def test_a_filter_is_read_from_a_query_and_taken_away(query: str, value: str, rest: str) -> None:
    assert (filter_value(query, "year"), without_filter(query, "year")) == (value, rest)
