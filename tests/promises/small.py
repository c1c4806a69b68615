"""Small reports of two years in a row, for tests of promises."""

from __future__ import annotations

from tests.support.samples import report_of
from tui.promises.linking import link_promises
from tui.promises.model import Promise
from tui.report.model import Report

_HEAD = "政府工作报告\n——{date}在某县第十届人民代表大会第三次会议上\n各位代表:\n"


def plan(said: str) -> Report:
    """Return a report that plans 2023."""
    return report_of(
        _HEAD.format(date="2023年1月12日")
        + f"一、2022年工作回顾\n一年来，各项工作稳步推进。\n二、2023年工作安排\n{said}\n"
    )


def results(said: str) -> Report:
    """Return the report of 2024, which tells what was done in 2023."""
    return report_of(
        _HEAD.format(date="2024年1月22日")
        + f"一、2023年工作回顾\n{said}\n二、2024年工作安排\n深入推进各项工作。\n"
    )


def linked(promised: str, told: str) -> tuple[Promise, ...]:
    """Return the promises of one text with what the other says of them."""
    return link_promises(plan(promised), results(told))


def only(promised: str, told: str) -> Promise:
    """Return the one promise of a text."""
    (promise,) = linked(promised, told)
    return promise
