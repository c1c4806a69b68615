"""Whose a report is, as titles show it."""

from __future__ import annotations

import pytest

from tui.report.reference import ReportRef


@pytest.mark.parametrize(
    ("place", "file", "shown"),
    [
        ("惠济区", "reports/a.txt", "惠济区"),
        ("", "reports/a.txt", "a.txt"),
        ("市", "reports/a.txt", "a.txt"),
        ("自治区", "reports/a.txt", "a.txt"),
        ("市", "", ""),
    ],
)
def test_a_report_without_a_named_place_is_shown_by_its_file(place: str, file: str, shown: str) -> None:
    assert ReportRef(place, 2024, "", "", file, "").shown_place == shown
