"""Promises as rows for people, how many there are of each kind, and one's own verdicts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from tui.library.divisions import default_divisions
from tui.library.library import Library
from tui.library.own_verdicts import OwnedTarget
from tui.messages import promises_cli as messages
from tui.messages.gaps import gap_text
from tui.messages.promise_fields import OWN_FIELD_NAMES
from tui.messages.verdicts import CERTAINTY_NAMES, LIKELY_SIGN, VERDICT_NAMES
from tui.metrics.export import Headings, table
from tui.promises.counting import counts_by_kind
from tui.promises.export import value_text
from tui.promises.model import Gap, Promise
from tui.promises.pair import PromisePair
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.typeset.cells import cut

#: Verdicts whose number is printed even if it is 0.
_ALWAYS = ("exceeded", "met", "missed", "not_comparable", "not_mentioned")
_SCORE_DIGITS = 2
#: Cells of a sentence in a table.
_EXCERPT = 60


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
        options: Headings, and whether candidates are printed in tables.
    """

    def __init__(self, pair: PromisePair, options: Namespace) -> None:
        self._pair = pair
        self._headings: Headings = options.headings
        self._is_chinese = options.headings == "zh"
        self._with_candidates = options.candidates

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
            one_line(target.indicator),
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


def own_record(library: Library, owned: OwnedTarget) -> dict[str, object]:
    """Return one's own verdict as JSON has it: with the report and the target, as far as the library has them."""
    row, number, target = owned
    ref = library.ref(number) if number is not None else None
    sentence = ""
    if number is not None and target is not None:
        text = library.report(number).text
        sentence = text[slice(*sentence_at(text, target.start))]
    return {
        "place": ref.place if ref else default_divisions().name_of(row.place, row.year) or row.place,
        "year": row.year,
        "target": target.id if target else None,
        "indicator": target.indicator if target else "",
        "quote": row.exact,
        "start": target.start if target else row.start,
        "end": target.end if target else row.end,
        "verdict": row.verdict,
        "note": row.note,
        "at": row.at,
        "sentence": sentence or f"{row.prefix}{row.exact}{row.suffix}",
        "key": row.key,
    }


def own_table(records: Sequence[dict[str, object]], headings: Headings) -> list[list[str]]:
    """Return one's own verdicts as rows, the head first."""
    names = VERDICT_NAMES if headings == "zh" else {}
    rows = (
        {field: one_line("" if record[field] is None else str(record[field])) for field in OWN_FIELD_NAMES}
        for record in records
    )
    named = ({**row, "verdict": names.get(row["verdict"], row["verdict"])} for row in rows)
    return table(tuple(OWN_FIELD_NAMES), named, headings, OWN_FIELD_NAMES.__getitem__)


_COLUMNS = ("id", "indicator", "target", "actual", "gap", "verdict", "note")
