"""Promises as records and rows: in JSON with both metrics and both sentences, in CSV flat, in tables for people."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from tui.cli.reports import own_indicators
from tui.library.divisions import default_divisions
from tui.library.library import Library
from tui.library.own_verdicts import OwnedTarget
from tui.messages import promises_cli as messages
from tui.messages.gaps import gap_text
from tui.messages.verdicts import CERTAINTY_NAMES, LIKELY_SIGN, VERDICT_NAMES
from tui.metrics.export import metrics_as_json
from tui.metrics.labels import format_value
from tui.promises.counting import counts
from tui.promises.model import Gap, Promise
from tui.promises.pair import PromisePair
from tui.report.model import Metric, Report
from tui.report.outline import Outline
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
    return {"promises": len(promises), **_by_kind(promises)}


def counts_line(promises: Sequence[Promise]) -> str:
    """Return the same for people: 承诺 53｜超过 24｜…"""
    found = _by_kind(promises)
    names = {**VERDICT_NAMES, "likely": f"{LIKELY_SIGN} {CERTAINTY_NAMES['likely']}"}
    order = [*(verdict for verdict in names if verdict not in ("likely", "undecided")), "likely", "undecided"]
    shown = [(names[key], found[key]) for key in order if found[key] or key in _ALWAYS]
    return messages.counted(len(promises), shown)


def _by_kind(promises: Sequence[Promise]) -> dict[str, int]:
    """Count promises by verdict, if it is a fact; the others are likely, or left to a person."""
    found: dict[str, int] = {str(verdict): count for verdict, count in counts(promises).items()}
    likely = sum(promise.is_likely for promise in promises)
    found["undecided"] += sum(not promise.counts for promise in promises) - likely
    found["likely"] = likely
    return found


class PromiseRows:
    """Makes records and rows of the promises of two reports.

    Args:
        pair: The two reports.
        options: Headings, and whether candidates are printed in tables.
    """

    def __init__(self, pair: PromisePair, options: Namespace) -> None:
        self._pair = pair
        self._is_chinese = options.headings == "zh"
        self._with_candidates = options.candidates
        self._targets = _Side(pair.plan)
        self._actuals = _Side(pair.results)

    def heading(self) -> str:
        """Return the line above a table."""
        plan, results = self._pair.plan_ref, self._pair.results_ref
        return messages.heading(plan.place, plan.plan_year or "", results.plan_year or "", results.place)

    def record(self, promise: Promise) -> dict[str, object]:
        """Return a promise as JSON has it."""
        own, gap = promise.own, promise.gap
        return {
            "target": self._targets.record(promise.target),
            "certainty": promise.certainty,
            "actual": self._actuals.record(promise.actual) if promise.actual else None,
            "sentence": self._sentence(*promise.sentence) if promise.sentence else None,
            "candidates": [
                {**self._sentence(start, end), "score": score} for start, end, score in promise.candidates
            ],
            "verdict": promise.verdict,
            "gap": {"value": gap.text, "unit": gap.unit} if gap else None,
            "note": promise.note,
            "own": {"verdict": own.verdict, "note": own.note} if own else None,
        }

    def csv(self, promises: Sequence[Promise]) -> list[list[str]]:
        """Return rows of CSV, the head first."""
        names = messages.FIELD_NAMES
        head = list(names.values()) if self._is_chinese else list(names)
        records = map(self._flat, promises)
        return [head, *([_cell(record[field]) for field in names] for record in records)]

    def table(self, promises: Sequence[Promise]) -> list[Sequence[str]]:
        """Return rows for people, the head first."""
        head = messages.COLUMNS if self._is_chinese else _COLUMNS
        return [head, *(row for promise in promises for row in self._rows(promise))]

    def _rows(self, promise: Promise) -> Iterator[Sequence[str]]:
        target, own = promise.target, promise.own
        yield [
            target.id,
            one_line(target.indicator),
            self._value(target),
            self._value(promise.actual),
            self._gap(promise.gap),
            self._verdict(promise),
            one_line(own.note if own and own.note else promise.note or self._excerpt(promise)),
        ]
        if self._with_candidates and promise.certainty != "sure":
            for start, end, score in promise.candidates:
                text = one_line(self._pair.results.text[start:end])
                yield ["", "", "", "", "", f"{score:.{_SCORE_DIGITS}f}", text]

    def _value(self, metric: Metric | None) -> str:
        if metric is None:
            return ""
        return one_line(format_value(metric) if self._is_chinese else metric.quote)

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

    def _flat(self, promise: Promise) -> dict[str, object]:
        """Return a promise with all in fields of its own."""
        target = self._targets.record(promise.target)
        actual = self._actuals.record(promise.actual) if promise.actual else {}
        own, gap = promise.own, promise.gap
        start, end = promise.sentence or (None, None)
        text = self._pair.results.text
        verdicts = VERDICT_NAMES if self._is_chinese else {}
        certainties = CERTAINTY_NAMES if self._is_chinese else {}
        return {
            "place": self._pair.plan_ref.place,
            "year": self._pair.plan_ref.plan_year,
            "target_id": promise.target.id,
            "indicator": promise.target.indicator,
            "canonical": promise.target.canonical,
            "target": self._value(promise.target),
            "actual": self._value(promise.actual),
            "verdict": verdicts.get(promise.verdict, promise.verdict),
            "certainty": certainties.get(promise.certainty, promise.certainty),
            "gap": gap.text if gap else "",
            "gap_unit": gap.unit if gap else "",
            "note": promise.note,
            "own_verdict": verdicts.get(own.verdict, own.verdict) if own else "",
            "own_note": own.note if own else "",
            "target_path": target["path"],
            "target_start": target["start"],
            "target_end": target["end"],
            "target_sentence": target["sentence"],
            "actual_id": actual.get("id"),
            "actual_path": actual.get("path"),
            "actual_start": actual.get("start"),
            "actual_end": actual.get("end"),
            "actual_sentence": self._pair.sentence(promise),
            "sentence_start": start,
            "sentence_end": end,
            "candidates": " / ".join(text[a:b] for a, b, _ in promise.candidates)
            if promise.certainty != "sure"
            else "",
        }

    def _sentence(self, start: int, end: int) -> dict[str, object]:
        return {"start": start, "end": end, "text": self._pair.results.text[start:end]}


class _Side:
    """The metrics of one of the two reports as JSON has them, with where they stand."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def _outline(self) -> Outline:
        return Outline(self._report)

    def record(self, metric: Metric) -> dict[str, Any]:
        """Return the fields of a metric."""
        (record,) = metrics_as_json(self._report, [metric], own_indicators(is_quiet=True))
        return {**record, "path": self._outline.path(self._outline.by_id[metric.node])}


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


def own_table(records: Sequence[dict[str, object]], headings: str) -> list[list[str]]:
    """Return one's own verdicts as rows, the head first."""
    fields = messages.OWN_FIELD_NAMES
    is_chinese = headings == "zh"
    names = VERDICT_NAMES if is_chinese else {}
    rows = [
        [names.get(cell, cell) if field == "verdict" else cell for field, cell in _cells(record, fields)]
        for record in records
    ]
    return [list(fields.values()) if is_chinese else list(fields), *rows]


def _cells(record: dict[str, object], fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((field, _cell(record[field])) for field in fields)


def _cell(value: object) -> str:
    return "" if value is None else one_line(str(value))


_COLUMNS = ("id", "indicator", "target", "actual", "gap", "verdict", "note")
