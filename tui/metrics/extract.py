"""The figures of a report: each quantity with its name, kind and status."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.metrics import naming
from tui.metrics.quantity import Quantity, find_quantities
from tui.metrics.units import RATES
from tui.report.model import Direction, Measure, Metric, Node, Report, Status
from tui.report.outline import Outline
from tui.report.sentences import sentence_at

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
#: A size that tells which thing is meant, neither done nor promised: 总投资92亿元的…项目.
_ATTRIBUTE = re.compile(r"总投资额?|总需求|总规模|总面积")


def extract_metrics(report: Report) -> list[Metric]:
    """The figures of a report, in document order; their spans lie in the report's text."""
    outline = Outline(report)
    metrics: list[Metric] = []
    previous_end = 0
    name, name_sentence = "", -1
    for quantity in find_quantities(report.text):
        node = outline.at(quantity.start)
        if node.id == "front":
            continue
        before = naming.clause_before(report.text, quantity.start, previous_end)
        found = naming.name_of(report.text, quantity, before)
        sentence = sentence_at(report.text, quantity.start)[0]
        if not found and sentence == name_sentence:
            found = name
        name, name_sentence = found, sentence
        metric = _metric(f"m{len(metrics) + 1:03}", outline, node, quantity, found, before)
        if metrics and naming.continues(before) and quantity.unit in RATES:
            same = metrics[-1]
            metric = replace(metric, measure=same.measure, direction=same.direction, status=same.status)
        metrics.append(metric)
        previous_end = quantity.end
    return metrics


def _metric(
    metric_id: str, outline: Outline, node: Node, quantity: Quantity, name: str, before: str
) -> Metric:
    report = outline.report
    measure = _measure(quantity, before)
    direction: Direction | None = None
    if measure == "growth":
        direction = "down" if naming.states_fall(before) else "up"
    year = next((step.year for step in reversed(outline.lineage(node)) if step.year), None)
    stated = _YEAR.search(before)
    return Metric(
        id=metric_id,
        node=node.id,
        start=quantity.start,
        end=quantity.end,
        quote=report.text[quantity.start : quantity.end],
        indicator=name,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        estimated="预计" in before,
        measure=measure,
        direction=direction,
        status=_status(report, quantity, before, measure, year),
        period=stated[1] if stated else str(year or ""),
    )


def _measure(quantity: Quantity, before: str) -> Measure:
    if quantity.unit == "倍":
        return "multiple"
    if quantity.unit in RATES:
        if naming.states_completion(before):
            return "completion"
        if naming.states_growth(before):
            return "growth"
        if naming.states_share(before):
            return "share"
        return "share"
    return "growth" if naming.states_growth(before) else "level"


def _status(report: Report, quantity: Quantity, before: str, measure: Measure, year: int | None) -> Status:
    if measure == "completion":
        return "achieved"
    if _ATTRIBUTE.search(before) and report.text.startswith("的", quantity.end):
        return "background"
    if year is None:
        return "background"
    return "target" if year == report.front.plan_year else "achieved"
