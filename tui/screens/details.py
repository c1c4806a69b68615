"""What is known of one metric, as rows of a dialog."""

from __future__ import annotations

from functools import cached_property

from tui.library.prepared import PreparedReport
from tui.messages import screens as messages
from tui.messages.metrics import MEASURE_NAMES, STATUS_NAMES
from tui.metrics.amounts import conversions
from tui.metrics.comparison import ComparisonRow, pairs_by_metric
from tui.metrics.extract import read_metric
from tui.metrics.labels import format_value
from tui.report.model import Metric
from tui.report.sentences import sentence_at


class Details:
    """Details of the metrics of one report."""

    def __init__(self, prepared: PreparedReport) -> None:
        self._outline = prepared.outline
        self._comparison_rows = prepared.comparison_rows

    @cached_property
    def _pairs(self) -> dict[str, ComparisonRow]:
        return pairs_by_metric(self._comparison_rows)

    def rows(self, metric: Metric) -> list[tuple[str, str]]:
        """Return pairs of name and text, the sentence last; what is unknown is left out."""
        outline = self._outline
        text = outline.report.text
        start, end = sentence_at(text, metric.start)
        nature = f"{MEASURE_NAMES[metric.measure]}，{STATUS_NAMES[metric.status]}，{metric.period}"
        rows = [
            (messages.NAME, metric.indicator or messages.UNNAMED),
            (messages.VALUE, format_value(metric)),
            (messages.CONVERTED, " ＝ ".join(conversions(metric))),
            (messages.NATURE, nature.rstrip("，")),
            (messages.COMPARISON, self._comparison(metric)),
            (messages.POSITION, f"{outline.path(outline.by_id[metric.node])}  {metric.id}"),
            (messages.REASONS, self._reasons(metric)),
            (messages.SENTENCE, text[start:end].replace("\n", " ")),
        ]
        return [(name, value) for name, value in rows if value]

    def _comparison(self, metric: Metric) -> str:
        """Return actual and target with the change between them; empty if the metric has no counterpart."""
        row = self._pairs.get(metric.id)
        if row is None or row.actual is None or row.target is None:
            return ""
        actual, target = (f"{one.period} {format_value(one)}" for one in (row.actual, row.target))
        return f"{actual} → {target}  {row.change.sign} {row.change.text}"

    def _reasons(self, metric: Metric) -> str:
        """Return the rules that read the metric; in an outline corrected by hand they may read it otherwise."""
        extracted = read_metric(self._outline, metric.start)
        if extracted is not None:
            read = extracted.metric
            if (read.value, read.status, read.indicator) == (metric.value, metric.status, metric.indicator):
                return "，".join(filter(None, extracted.reasons))
        return messages.CORRECTED_BY_HAND
