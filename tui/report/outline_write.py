"""Writes an outline file: block style, Chinese unescaped, keys in a fixed order, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml
from yaml import events as ev

from tui.report.model import Comparison, Metric, Node, Report
from tui.report.outline_read import DOUBTS_BETWEEN, SCHEMA

_Emitter: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER: Any = yaml.resolver.Resolver()
_NEVER_FOLD = 1 << 30


def write_outline(report: Report) -> bytes:
    """The report as an outline file, UTF-8."""
    text: str = yaml.emit(_document(report), Dumper=_Emitter, allow_unicode=True, width=_NEVER_FOLD)
    return text.encode("utf-8")


def _document(report: Report) -> Iterator[Any]:
    yield ev.StreamStartEvent(encoding=None)
    yield ev.DocumentStartEvent(explicit=False)
    top: dict[str, object] = {
        "schema": SCHEMA,
        "report": report_fields(report),
        "outline": [_node_fields(report, node) for node in report.outline],
        "metrics": [_metric_fields(metric) for metric in report.metrics],
    }
    if report.comparisons:
        top["comparisons"] = [_comparison_fields(pair) for pair in report.comparisons]
    yield from _value(top)
    yield ev.DocumentEndEvent(explicit=False)
    yield ev.StreamEndEvent()


def report_fields(report: Report) -> dict[str, object]:
    """The ``report`` mapping of the schema; what the report does not say is left out."""
    front, source = report.front, report.source
    fields: dict[str, object | None] = {
        "title": front.title,
        "date": front.date or None,
        "meeting": front.meeting or None,
        "organisation": front.organisation or None,
        "speaker": _FlowMapping(role=front.speaker.role, name=front.speaker.name) if front.speaker else None,
        "review_year": front.review_year,
        "plan_year": front.plan_year,
        "source": {
            "file": source.file,
            "encoding": source.encoding,
            "sha256": source.sha256,
            "characters": source.characters,
        },
        "doubts": DOUBTS_BETWEEN.join(report.doubts) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def decimal_fields(value: tuple[Decimal, ...]) -> object:
    """A value as the schema has it: one decimal string, or two for a range."""
    ends = [format(number, "f") for number in value]
    return ends[0] if len(ends) == 1 else ends


def _node_fields(report: Report, node: Node) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "id": node.id,
        "level": node.level,
        "number": node.number,
        "heading": node.heading,
        "year": node.year,
        "text": _Block(report.text[node.own_start : node.own_end]),
        "children": [_node_fields(report, child) for child in node.children] or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _metric_fields(metric: Metric) -> dict[str, object]:
    fields: dict[str, object | None] = {
        "id": metric.id,
        "node": metric.node,
        "span": _Flow((metric.start, metric.end)),
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


class _Block(str):
    """Text written as a literal block."""

    __slots__ = ()


class _FlowMapping(dict[str, str]):
    """A mapping written in braces."""


class _Flow(tuple[int, ...]):
    """A list written in brackets."""

    __slots__ = ()


def _value(value: object) -> Iterator[Any]:
    if isinstance(value, dict):
        yield ev.MappingStartEvent(
            anchor=None, tag=None, implicit=True, flow_style=isinstance(value, _FlowMapping)
        )
        for key, inner in value.items():
            yield from _value(key)
            yield from _value(inner)
        yield ev.MappingEndEvent()
    elif isinstance(value, (list, tuple)):
        flow = isinstance(value, _Flow) or (len(value) == 2 and all(isinstance(item, str) for item in value))
        yield ev.SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=flow)
        for item in value:
            yield from _value(item)
        yield ev.SequenceEndEvent()
    elif isinstance(value, str):
        yield ev.ScalarEvent(
            anchor=None, tag=None, implicit=(True, True), value=str(value), style=_style(value)
        )
    else:
        plain = str(value).lower() if isinstance(value, bool) else str(value)
        yield ev.ScalarEvent(anchor=None, tag=None, implicit=(True, True), value=plain)


def _style(text: str) -> str | None:
    if isinstance(text, _Block):
        return "|"
    looks_like = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return None if looks_like == "tag:yaml.org,2002:str" and not text.startswith("=") else '"'
