"""All that is known of one figure, in rows."""

from __future__ import annotations

from functools import cached_property

from tui.library.prepared import PreparedReport
from tui.metrics.comparison import conversions
from tui.metrics.extract import Source, metric_at
from tui.metrics.labels import MEASURE_NAMES, STATUS_NAMES, format_value
from tui.report.model import Metric
from tui.report.sentences import sentence_at


class Details:
    """The figures of one report; what tells how they were read is kept from one to the next."""

    def __init__(self, prepared: PreparedReport) -> None:
        self._outline = prepared.outline
        self._besides = prepared.comparison_rows

    @cached_property
    def _source(self) -> Source:
        return Source.of(self._outline)

    def rows(self, metric: Metric) -> list[tuple[str, str]]:
        """Pairs of what is told and what it is; the sentence last, to be wrapped."""
        outline = self._outline
        text = outline.report.text
        start, end = sentence_at(text, metric.start)
        kind = f"{MEASURE_NAMES[metric.measure]}，{STATUS_NAMES[metric.status]}，{metric.period}"
        rows = [
            ("指标", metric.indicator or "（未名）"),
            ("数值", format_value(metric)),
            ("换算", " ＝ ".join(conversions(metric))),
            ("性质", kind.rstrip("，")),
            ("对照", self._comparison(metric)),
            ("位置", f"{outline.path(outline.by_id[metric.node])}  {metric.id}"),
            ("依据", self._reasons(metric)),
            ("原句", text[start:end].replace("\n", " ")),
        ]
        return [(name, words) for name, words in rows if words]

    def _comparison(self, metric: Metric) -> str:
        for row in self._besides:
            if row.actual is not None and row.target is not None and metric in (row.actual, row.target):
                change = row.change
                sides = [f"{one.period} {format_value(one)}" for one in (row.actual, row.target)]
                return f"{sides[0]} → {sides[1]}  {change.sign} {change.words}"
        return ""

    def _reasons(self, metric: Metric) -> str:
        """How the rules read the figure, if they would read it so: an outline may have been corrected by hand."""
        figure = metric_at(self._source, metric.start)
        if figure is not None:
            read = figure.metric
            if (read.value, read.status, read.indicator) == (metric.value, metric.status, metric.indicator):
                return "，".join(filter(None, figure.reasons))
        return "大纲文件里改过"
