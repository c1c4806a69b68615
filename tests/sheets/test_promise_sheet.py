"""The table of promises: what it says of results besides their numbers."""

from __future__ import annotations

import pytest

from tests.promises.small import plan, results
from tui.messages import sheets as messages
from tui.promises.linking import link_promises
from tui.promises.pair import PromisePair
from tui.report.reference import ReportRef
from tui.sheets.promises import promise_sheet


@pytest.mark.parametrize(
    ("promised", "told", "note"),
    [
        ("培育自主创业者500人。", "扶持自主创业520人。", messages.result_named("扶持自主创业")),
        ("新建绿道200公里。", "新建绿道220公里。", ""),
    ],
)
def test_a_likely_result_of_another_name_is_named(promised: str, told: str, note: str) -> None:
    both = plan(promised), results(told)
    plan_ref, results_ref = (
        ReportRef("某县", year, "政府工作报告", f"{year}-01-12", "", "") for year in (2023, 2024)
    )
    pair = PromisePair(*both, plan_ref, results_ref, link_promises(*both))
    sheet = promise_sheet(pair, pair.promises, "")
    (row,) = sheet.rows
    cells = dict(zip((column.heading for column in sheet.columns), row, strict=True))
    assert cells["说明"] == note
    assert cells["结论"] == ("≈ 超过" if note else "超过")
