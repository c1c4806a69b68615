"""Two reports of a place beside each other: what the earlier one promises, and what the later one says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, get_args

from tui.messages import promises as messages
from tui.metrics.indicator_order import places
from tui.promises.model import MISSED, VERDICTS, Promise, Verdict
from tui.report.model import Report
from tui.report.reference import ReportRef

#: Orders of promises: the main indicators first, as in a report, by how much was missed, by verdict.
PromiseOrder = Literal["main", "text", "gap", "verdict"]
PROMISE_ORDERS: tuple[PromiseOrder, ...] = get_args(PromiseOrder)
#: The most important first: what was missed, and what nothing is said of.
_VERDICT_ORDER = (*MISSED, "not_mentioned", "undecided", "not_comparable", "met", "exceeded")
#: What a gap tells, whichever values are better: missed by so much, as it should be, exceeded by so much.
_GAP_VERDICTS: tuple[tuple[Verdict, ...], ...] = (MISSED, ("met",), ("exceeded",))
_GAP_UNITS = (messages.POINTS, messages.PERMILLE_POINTS, messages.PLACES, "%")


class PromisePair(NamedTuple):
    """The promises of a report beside the results in another.

    Attributes:
        plan: The report that promises.
        results: The report that tells what was done.
        plan_ref: Names the first.
        results_ref: Names the second.
        promises: The promises, in the order of the text.
    """

    plan: Report
    results: Report
    plan_ref: ReportRef
    results_ref: ReportRef
    promises: tuple[Promise, ...]

    def sentence(self, promise: Promise) -> str:
        """Return the sentence of the results that tells of a promise; empty if none does."""
        return self.results.text[slice(*promise.sentence)] if promise.sentence else ""


def in_order(promises: Sequence[Promise], order: PromiseOrder) -> list[Promise]:
    """Return promises in an order; those that are equal in it stay in the order of the text."""
    return sorted(sorted(promises, key=lambda promise: promise.target.start), key=_KEYS[order])


def _among_main(promise: Promise) -> tuple[bool, int]:
    place = places().get(promise.target.canonical)
    return place is None, place.order if place else 0


def _by_gap(promise: Promise) -> tuple[int, int, float]:
    """Return where a promise stands by its gap: what was missed by most first, then what was exceeded; what has none last.

    Gaps of different units are not compared: points come before percent.
    """
    if promise.gap is None:
        return len(_GAP_VERDICTS), 0, 0.0
    rank = next((at for at, some in enumerate(_GAP_VERDICTS) if promise.verdict in some), 1)
    unit = _GAP_UNITS.index(promise.gap.unit) if promise.gap.unit in _GAP_UNITS else len(_GAP_UNITS)
    size = abs(float(promise.gap.value))
    return rank, unit, -size if rank == 0 else size


def _by_verdict(promise: Promise) -> tuple[int, int]:
    verdict = promise.final_verdict
    among = _VERDICT_ORDER.index(verdict) if verdict in _VERDICT_ORDER else len(_VERDICT_ORDER)
    return among, VERDICTS.index(verdict)


_KEYS: dict[PromiseOrder, Callable[[Promise], tuple[float, ...]]] = {
    "main": _among_main,
    "text": lambda promise: (promise.target.start,),
    "gap": _by_gap,
    "verdict": _by_verdict,
}
