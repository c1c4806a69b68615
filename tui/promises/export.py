"""Write promises as JSON fields, and as rows with both metrics and both sentences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from tui.messages.promise_fields import FIELD_NAMES
from tui.messages.verdicts import CERTAINTY_NAMES, VERDICT_NAMES
from tui.metrics.export import Headings, metrics_as_json, table
from tui.metrics.indicators import Indicators
from tui.metrics.labels import format_value, metric_name
from tui.promises.model import Gap, Promise
from tui.promises.pair import PromisePair
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.report.sanitize import one_line

#: Between sentences in one cell.
_SENTENCES = " / "


class Writer:
    """Writes the promises of two reports.

    Args:
        pair: The reports.
        indicators: The table with today's names.
    """

    def __init__(self, pair: PromisePair, indicators: Indicators) -> None:
        self._pair = pair
        self._targets = _Side(pair.plan, indicators)
        self._actuals = _Side(pair.results, indicators)

    def record(self, promise: Promise) -> dict[str, object]:
        """Return the JSON fields of a promise."""
        own = promise.own
        return {
            "target": self._targets.record(promise.target),
            "certainty": promise.certainty,
            "actual": self._actuals.record(promise.actual) if promise.actual else None,
            "sentence": self._sentence(*promise.sentence) if promise.sentence else None,
            "candidates": [
                {**self._sentence(start, end), "score": score} for start, end, score in promise.candidates
            ],
            "verdict": promise.verdict,
            "gap": gap_as_json(promise.gap),
            "note": promise.note,
            "own": {"verdict": own.verdict, "note": own.note} if own else None,
        }

    def rows(self, promises: Iterable[Promise], headings: Headings) -> list[list[str]]:
        """Return the rows of promises, with the headings first."""
        cells = (
            {field: one_line("" if value is None else str(value)) for field, value in record.items()}
            for record in (self._flat(promise, headings) for promise in promises)
        )
        return table(tuple(FIELD_NAMES), cells, headings, FIELD_NAMES.__getitem__)

    def _flat(self, promise: Promise, headings: Headings) -> dict[str, object]:
        """Return a promise with all in fields of its own."""
        target = self._targets.record(promise.target)
        actual = self._actuals.record(promise.actual) if promise.actual else {}
        own, gap = promise.own, promise.gap
        start, end = promise.sentence or (None, None)
        verdicts = VERDICT_NAMES if headings == "zh" else {}
        certainties = CERTAINTY_NAMES if headings == "zh" else {}
        return {
            "place": self._pair.plan_ref.place,
            "year": self._pair.plan_ref.plan_year,
            "target_id": promise.target.id,
            "indicator": metric_name(promise.target) if headings == "zh" else promise.target.indicator,
            "canonical": promise.target.canonical,
            "target": value_text(promise.target, headings),
            "actual": value_text(promise.actual, headings),
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
            "candidates": self._candidates(promise),
        }

    def _candidates(self, promise: Promise) -> str:
        if promise.certainty == "sure":
            return ""
        return _SENTENCES.join(self._pair.results.text[start:end] for start, end, _ in promise.candidates)

    def _sentence(self, start: int, end: int) -> dict[str, object]:
        return {"start": start, "end": end, "text": self._pair.results.text[start:end]}


class _Side:
    """The metrics of one of the two reports as JSON has them, with where they stand."""

    def __init__(self, report: Report, indicators: Indicators) -> None:
        self._report = report
        self._indicators = indicators

    @cached_property
    def _outline(self) -> Outline:
        return Outline(self._report)

    def record(self, metric: Metric) -> dict[str, Any]:
        """Return the fields of a metric."""
        (record,) = metrics_as_json(self._report, [metric], self._indicators)
        return {**record, "path": self._outline.path(self._outline.by_id[metric.node])}


def value_text(metric: Metric | None, headings: Headings) -> str:
    """Return the value of a metric: worded for people, or as printed; empty for none."""
    if metric is None:
        return ""
    return one_line(format_value(metric) if headings == "zh" else metric.quote)


def gap_as_json(gap: Gap | None) -> dict[str, object] | None:
    """Return the JSON fields of a gap; None for none."""
    return None if gap is None else {"value": gap.text, "unit": gap.unit}
