"""Orders of promises."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.support.promises import report_text
from tests.support.samples import report_of
from tui.promises.model import Gap, OwnVerdict, Promise, Verdict
from tui.promises.pair import PROMISE_ORDERS, PromiseOrder, in_order


def promise(
    number: int, canonical: str = "", verdict: Verdict = "met", gap: str = "", unit: str = "%"
) -> Promise:
    """Return the promise that stands at a place in the text."""
    target = report_of(report_text("青川县", 2022)).metrics[0]
    target = target._replace(id=f"m{number:03}", start=number, canonical=canonical)
    return Promise(target, "sure", None, None, (), verdict, Gap(Decimal(gap), unit) if gap else None, "")


ORDERS: dict[PromiseOrder, tuple[list[Promise], list[int]]] = {
    "text": ([promise(3), promise(1), promise(2)], [1, 2, 3]),
    "main": (
        [promise(1), promise(2, "urban_new_jobs"), promise(3, "gdp"), promise(4, "unknown_id")],
        [3, 2, 1, 4],
    ),
    "gap": (
        [
            promise(1),
            promise(2, verdict="missed", gap="-3"),
            promise(3, verdict="exceeded", gap="10"),
            promise(4, verdict="missed", gap="-30"),
            promise(5, "registered_unemployment", "missed", "0.4", "个百分点"),
            promise(6, "registered_unemployment", "exceeded", "-0.4", "个百分点"),
            promise(7, verdict="missed", gap="2", unit="位"),
            promise(8, verdict="missed", gap="-1.5", unit="个百分点"),
            promise(9, verdict="exceeded", gap="-2", unit="%"),
            promise(10, gap="0"),
        ],
        [8, 5, 7, 4, 2, 10, 6, 9, 3, 1],
    ),
    "verdict": (
        [
            promise(1, verdict="exceeded"),
            promise(2, verdict="not_mentioned"),
            promise(3, verdict="missed"),
            promise(4, verdict="exceeded")._replace(own=OwnVerdict("missed", "")),
            promise(5, verdict="blanket"),
        ],
        [3, 4, 2, 1, 5],
    ),
}


@pytest.mark.parametrize("order", PROMISE_ORDERS)
def test_promises_are_put_in_order(order: PromiseOrder) -> None:
    promises, wanted = ORDERS[order]
    assert [int(one.target.id[1:]) for one in in_order(promises, order)] == wanted
    assert [int(one.target.id[1:]) for one in in_order(promises[::-1], order)] == wanted
