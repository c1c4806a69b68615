"""Turn a report into the mappings and lists of the outline schema."""

from __future__ import annotations

from decimal import Decimal

from tui.outline_file.schema import DOUBT_SEPARATOR, SCHEMA
from tui.report.model import Comparison, Metric, Node, Report


class Block(str):
    """Text that is written as a literal block."""

    __slots__ = ()


class FlowMapping(dict[str, str]):
    """A mapping that is written in braces."""


class Flow(tuple[int, ...]):
    """A list that is written in brackets."""

    __slots__ = ()


def outline_record(report: Report) -> dict[str, object]:
    """Return the record of a whole report."""
    top: dict[str, object] = {
        "schema": SCHEMA,
        "report": report_fields(report),
        "outline": [_node_fields(report, node) for node in report.outline],
        "metrics": [_metric_fields(metric) for metric in report.metrics],
    }
    if report.comparisons:
        top["comparisons"] = [_comparison_fields(pair) for pair in report.comparisons]
    return top


def report_fields(report: Report) -> dict[str, object]:
    """Return the ``report`` mapping of the schema, without what the report does not state."""
    front, source = report.front, report.source
    fields: dict[str, object | None] = {
        "title": front.title,
        "date": front.date or None,
        "meeting": front.meeting or None,
        "organisation": front.organisation or None,
        "speaker": FlowMapping(role=front.speaker.role, name=front.speaker.name) if front.speaker else None,
        "review_year": front.review_year,
        "plan_year": front.plan_year,
        "source": {
            "file": source.file,
            "encoding": source.encoding,
            "sha256": source.sha256,
            "characters": source.characters,
        },
        "doubts": DOUBT_SEPARATOR.join(report.doubts) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def decimal_fields(value: tuple[Decimal, ...]) -> object:
    """Return a value as one decimal string, or two for a range."""
    ends = [format(number, "f") for number in value]
    return ends[0] if len(ends) == 1 else ends


def _node_fields(report: Report, node: Node) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "id": node.id,
        "level": node.level,
        "number": node.number,
        "heading": node.heading,
        "year": node.year,
        "text": Block(report.text[node.own_start : node.own_end]),
        "children": [_node_fields(report, child) for child in node.children] or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _metric_fields(metric: Metric) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "id": metric.id,
        "node": metric.node,
        "span": Flow((metric.start, metric.end)),
        "quote": metric.quote,
        "indicator": metric.indicator or None,
        "value": decimal_fields(metric.value),
        "unit": metric.unit,
        "qualifier": metric.qualifier,
        "estimated": metric.estimated or None,
        "measure": metric.measure,
        "direction": metric.direction,
        "status": metric.status,
        "period": metric.period or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _comparison_fields(pair: Comparison) -> dict[str, object]:
    fields: dict[str, object] = {
        "indicator": pair.indicator,
        "achieved": pair.achieved,
        "target": pair.target,
        "comparable": pair.comparable,
    }
    return fields | {"note": pair.note} if pair.note else fields
