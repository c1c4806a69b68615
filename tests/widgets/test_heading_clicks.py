"""Which heading a click means."""

from __future__ import annotations

import pytest

from tui.widgets.heading_clicks import heading_at

HEADINGS = [("name", 1, 4), ("kind", 7, 4), ("value", 20, 4)]


@pytest.mark.parametrize(
    ("x", "asked"),
    [(0, "name"), (1, "name"), (4, "name"), (5, "name"), (6, "kind"), (10, "kind"), (12, "kind"), (13, None)]
    + [(17, None), (18, "value"), (24, "value"), (25, "value"), (26, None)],
)
def test_a_click_on_a_heading_or_right_beside_it_means_it(x: int, asked: str | None) -> None:
    assert heading_at(x, HEADINGS) == asked
