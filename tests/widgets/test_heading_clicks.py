"""Which heading a click means."""

from __future__ import annotations

import pytest

from tui.widgets.heading_clicks import heading_at

HEADINGS = [("name", 1, 4), ("kind", 7, 4), ("value", 20, 4)]


@pytest.mark.parametrize(
    ("x", "asked"),
    [
        *((x, "name") for x in (0, 1, 4, 5)),
        *((x, "kind") for x in (6, 10, 12)),
        *((x, "value") for x in (18, 24, 25)),
        *((x, None) for x in (13, 17, 26)),
    ],
)
def test_a_click_on_a_heading_or_right_beside_it_means_it(x: int, asked: str | None) -> None:
    assert heading_at(x, HEADINGS) == asked
