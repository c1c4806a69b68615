"""Which heading a click means."""

from __future__ import annotations

import pytest

from tui.widgets.heading_clicks import heading_at

HEADINGS = [("name", 6, 4), ("kind", 12, 4), ("value", 25, 4)]


@pytest.mark.parametrize(
    ("x", "asked"),
    [
        *((x, "name") for x in (0, 3, 6, 9, 10)),
        *((x, "kind") for x in (11, 15, 17)),
        *((x, "value") for x in (23, 29, 30)),
        *((x, None) for x in (18, 22, 31)),
    ],
)
def test_a_click_on_a_heading_beside_it_or_in_the_margin_means_it(x: int, asked: str | None) -> None:
    assert heading_at(x, HEADINGS) == asked


def test_without_headings_a_click_means_none() -> None:
    assert heading_at(0, []) is None
