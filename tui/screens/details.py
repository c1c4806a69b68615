"""What is known of one metric, as rows of a dialog."""

from __future__ import annotations

from functools import cached_property

from tui.library.prepared import PreparedReport
from tui.messages import screens as messages
from tui.messages.metrics import ATTRIBUTE_NAMES, STATUS_NAMES
from tui.metrics.amounts import conversions
from tui.metrics.change import TARGET_FORMS
from tui.metrics.comparison import ComparisonRow, pairs_by_metric
from tui.metrics.extract import read_metric
from tui.metrics.indicators import Indicator, Indicators
from tui.metrics.labels import format_period, format_value, measure_name, metric_name
from tui.metrics.years import years_of
from tui.report.model import Metric
from tui.report.sentences import sentence_at
from tui.state.own_indicators import load_indicators
from tui.state.paths import config_folder


class Details:
    """Details of the metrics of one report."""

    def __init__(self, prepared: PreparedReport) -> None:
        self._outline = prepared.outline
        self._comparison_rows = prepared.comparison_rows

    @cached_property
    def _pairs(self) -> dict[str, ComparisonRow]:
        return pairs_by_metric(self._comparison_rows)

    @cached_property
    def _indicators(self) -> Indicators:
        return load_indicators(config_folder())[0]

    def rows(self, metric: Metric) -> list[tuple[str, str]]:
        """Return pairs of name and text, the sentence last; what is unknown is left out."""
        outline = self._outline
        text = outline.report.text
        start, end = sentence_at(text, metric.start)
        indicator = self._indicators.get(metric.canonical)
        pair = self._pairs.get(metric.id)
        rows = [
            (messages.NAME, metric_name(metric)),
            (messages.TODAYS_NAME, _todays_name(metric, indicator)),
            (messages.PART_OF, messages.part_of(metric.part_of) if metric.part_of else ""),
            (messages.AMONG, messages.among(metric.among) if metric.among else ""),
            (messages.VALUE, format_value(metric)),
            (messages.CONVERTED, " ＝ ".join(conversions(metric))),
            (messages.NATURE, _nature(metric)),
            (messages.COMPARISON, _comparison(pair)),
            (messages.BETTER, _better(pair, indicator)),
            (messages.BREAKS, _breaks(metric, pair, indicator)),
            (messages.POSITION, f"{outline.path(outline.by_id[metric.node])}  {metric.id}"),
            (messages.REASONS, self._reasons(metric)),
            (messages.SENTENCE, text[start:end].replace("\n", " ")),
        ]
        return [(name, value) for name, value in rows if value]

    def _reasons(self, metric: Metric) -> str:
        """Return the rules that read the metric; in an outline corrected by hand they may read it otherwise."""
        extracted = read_metric(self._outline, metric.start)
        if extracted is not None:
            read = extracted.metric
            if (read.value, read.status, read.indicator) == (metric.value, metric.status, metric.indicator):
                return "，".join(filter(None, extracted.reasons))
        return messages.CORRECTED_BY_HAND


def _todays_name(metric: Metric, indicator: Indicator | None) -> str:
    """Return the name of the indicator today, if the report calls it otherwise."""
    return indicator.name if indicator is not None and indicator.name not in metric.indicator else ""


def _nature(metric: Metric) -> str:
    """Return what the number is: measure, attributes, status, whether it is a limit, and period."""
    attributes = (ATTRIBUTE_NAMES[attribute] for attribute in metric.attributes)
    limit = messages.LIMITS.get(TARGET_FORMS.get(metric.qualifier, "plain"), "")
    words = (measure_name(metric), *attributes, STATUS_NAMES[metric.status])
    return messages.listed(
        filter(None, (*words, limit if metric.status == "target" else "", format_period(metric.period)))
    )


def _comparison(pair: ComparisonRow | None) -> str:
    """Return actual and target with the change between them; empty without a counterpart."""
    if pair is None or pair.actual is None or pair.target is None:
        return ""
    actual, target = (
        f"{format_period(one.period)} {format_value(one)}" for one in (pair.actual, pair.target)
    )
    return f"{actual} → {target}  {pair.change.sign} {pair.change.text}".rstrip()


def _better(pair: ComparisonRow | None, indicator: Indicator | None) -> str:
    """Return which values are better, and whether the target is; empty where that is not known."""
    which = messages.BETTER_VALUES[indicator.better] if indicator is not None else ""
    good = pair.change.good if pair is not None else None
    return messages.clauses(
        filter(None, (which, messages.TARGET_IS_BETTER[good] if good is not None else ""))
    )


def _breaks(metric: Metric, pair: ComparisonRow | None, indicator: Indicator | None) -> str:
    """Return how the indicator was redefined in the years the metric and its counterpart are about."""
    both = (pair.actual, pair.target) if pair is not None else (metric,)
    spans = [years_of(one.period) for one in both if one is not None]
    years = [year for span in spans if span is not None for year in span]
    if indicator is None or not years:
        return ""
    return messages.clauses(
        messages.redefined(change.year, change.change)
        for change in indicator.breaks
        if min(years) <= change.year <= max(years)
    )
