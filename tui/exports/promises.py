"""Promises to be exported, as ``promises`` prints them: in all formats, as rows for people, and their counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.exports.model import Table
from tui.messages import promises_cli as messages
from tui.messages.gaps import gap_text
from tui.messages.verdicts import CERTAINTY_NAMES, LIKELY_SIGN, VERDICT_NAMES
from tui.metrics.export import Headings
from tui.metrics.indicators import Indicators
from tui.metrics.labels import metric_name
from tui.promises.counting import counts_by_kind
from tui.promises.export import Writer, value_text
from tui.promises.model import Gap, Promise
from tui.promises.pair import PromisePair
from tui.report.sanitize import one_line
from tui.sheets.promises import promise_sheet
from tui.typeset.cells import cut

#: Columns for people, by the names of the fields.
_COLUMNS = ("id", "indicator", "target", "actual", "gap", "verdict", "note")
#: Verdicts whose number is told even if it is 0.
_ALWAYS = ("exceeded", "met", "missed", "not_comparable", "not_mentioned")
_SCORE_DIGITS = 2
#: Cells of a sentence in a table.
_EXCERPT = 60


def promise_table(pair: PromisePair, promises: Sequence[Promise], indicators: Indicators) -> Table:
    """Return promises in all formats.

    Args:
        pair: The two reports, with all promises.
        promises: Those that are exported, in their order.
        indicators: The table with today's names.
    """
    written = Writer(pair, indicators)
    counts = counts_line(pair.promises)
    return Table(
        lambda headings: written.rows(promises, headings),
        lambda: {**promise_heads(pair), "promises": [written.record(promise) for promise in promises]},
        lambda: promise_sheet(pair, promises, counts),
        lambda headings: PromiseRows(pair, headings).table(promises),
        [one_line(PromiseRows(pair, "zh").heading()), one_line(counts)],
    )


def promise_heads(pair: PromisePair) -> dict[str, object]:
    """Return the fields of JSON before the promises: both reports, and how many promises there are of each kind."""
    return {
        "from": pair.plan_ref.as_json(),
        "to": pair.results_ref.as_json(),
        "counts": counts_record(pair.promises),
    }


def counts_record(promises: Sequence[Promise]) -> dict[str, int]:
    """Return how many promises there are: in all, of each verdict that is a fact, and of those that are not."""
    return {"promises": len(promises), **counts_by_kind(promises)}


def counts_line(promises: Sequence[Promise]) -> str:
    """Return the same for people: 承诺 53｜超过 24｜…"""
    found = counts_by_kind(promises)
    names = {**VERDICT_NAMES, "likely": f"{LIKELY_SIGN} {CERTAINTY_NAMES['likely']}"}
    order = [*(verdict for verdict in names if verdict not in ("likely", "undecided")), "likely", "undecided"]
    shown = [(names[key], found[key]) for key in order if found[key] or key in _ALWAYS]
    return messages.counted(len(promises), shown)


class PromiseRows:
    """Makes rows for people of the promises of two reports.

    Args:
        pair: The two reports.
        headings: Of the columns.
        with_candidates: Whether candidates have rows.
    """

    def __init__(self, pair: PromisePair, headings: Headings, with_candidates: bool = False) -> None:
        self._pair = pair
        self._headings = headings
        self._is_chinese = headings == "zh"
        self._with_candidates = with_candidates

    def heading(self) -> str:
        """Return the line above a table."""
        plan, results = self._pair.plan_ref, self._pair.results_ref
        return messages.heading(plan.place, plan.plan_year or "", results.plan_year or "", results.place)

    def table(self, promises: Sequence[Promise]) -> list[Sequence[str]]:
        """Return rows for people, the head first."""
        head = messages.COLUMNS if self._is_chinese else _COLUMNS
        return [head, *(row for promise in promises for row in self._rows(promise))]

    def _rows(self, promise: Promise) -> Iterator[Sequence[str]]:
        target, own = promise.target, promise.own
        yield [
            target.id,
            one_line(metric_name(target) if self._is_chinese else target.indicator),
            value_text(target, self._headings),
            value_text(promise.actual, self._headings),
            self._gap(promise.gap),
            self._verdict(promise),
            one_line(own.note if own and own.note else promise.note or self._excerpt(promise)),
        ]
        if self._with_candidates and promise.certainty != "sure":
            for start, end, score in promise.candidates:
                text = one_line(self._pair.results.text[start:end])
                yield ["", "", "", "", "", f"{score:.{_SCORE_DIGITS}f}", text]

    def _gap(self, gap: Gap | None) -> str:
        if gap is None:
            return ""
        return gap_text(gap, is_short=True) if self._is_chinese else f"{gap.text}{gap.unit}"

    def _verdict(self, promise: Promise) -> str:
        """Return the verdict with its sign, or that of what is only likely."""
        verdict = promise.final_verdict
        is_likely = promise.is_likely
        if self._is_chinese:
            return messages.verdict_cell(verdict, is_likely, promise.own is not None)
        return f"{LIKELY_SIGN} {verdict}" if is_likely else verdict

    def _excerpt(self, promise: Promise) -> str:
        """Return the beginning of the sentence that tells of a promise without a figure."""
        return cut(self._pair.sentence(promise), _EXCERPT) if promise.actual is None else ""
