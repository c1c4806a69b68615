"""How the years of a place are written."""

from __future__ import annotations

import pytest

from tui.messages.library import years


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ([], ""),
        ([2024], "2024"),
        ([2023, 2024], "2023-2024"),
        ([2024, 2020, 2021], "2020-2021、2024　缺 2022-2023"),
        ([1959, 1961, 1961], "1959、1961　缺 1960"),
    ],
)
def test_years_are_written_as_runs_with_those_missing(given: list[int], written: str) -> None:
    assert years(given) == written
