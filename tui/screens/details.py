"""All that is known of one figure, in rows."""

from __future__ import annotations

from tui.metrics.beside import conversions, pair_of
from tui.metrics.wording import MEASURE_NAMES, STATUS_NAMES, shown_value
from tui.report.model import Metric
from tui.report.outline import Outline
from tui.report.sentences import sentence_at


def detail_rows(outline: Outline, metric: Metric) -> list[tuple[str, str]]:
    """Pairs of what is told and what it is; the sentence last, to be wrapped."""
    report = outline.report
    start, end = sentence_at(report.text, metric.start)
    rows = [
        ("指标", metric.indicator or "（未名）"),
        ("数值", shown_value(metric)),
        ("换算", " ＝ ".join(conversions(metric))),
        (
            "性质",
            f"{MEASURE_NAMES[metric.measure]}，{STATUS_NAMES[metric.status]}，{metric.period}".rstrip("，"),
        ),
        ("对照", _pair(outline, metric)),
        ("位置", f"{outline.path(outline.by_id[metric.node])}  {metric.id}"),
        ("依据", _reasons(outline, metric)),
        ("原句", report.text[start:end].replace("\n", " ")),
    ]
    return [(name, words) for name, words in rows if words]


def _pair(outline: Outline, metric: Metric) -> str:
    pair = pair_of(outline.report, metric)
    if pair is None or pair.result is None or pair.target is None:
        return ""
    change = pair.change
    years = [one.period for one in (pair.result, pair.target)]
    return f"{years[0]} {shown_value(pair.result)} → {years[1]} {shown_value(pair.target)}  {change.sign} {change.words}"


def _reasons(outline: Outline, metric: Metric) -> str:
    """How the rules read the figure, if they would read it so: an outline may have been corrected by hand."""
    from tui.metrics.extract import read_figures

    for figure in read_figures(outline.report):
        if figure.metric.start == metric.start:
            same = (figure.metric.value, figure.metric.status, figure.metric.indicator)
            if same == (metric.value, metric.status, metric.indicator):
                return "，".join(filter(None, figure.reasons))
    return "大纲文件里改过"
