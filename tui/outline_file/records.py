"""Turn a report into the mappings and lists of the outline schema."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tui.outline_file.schema import SCHEMA, written_doubts
from tui.report.model import Comparison, Metric, Node, Report, Speaker

#: Fields that are written even if they are empty.
_ALWAYS_WRITTEN = ("title", "id", "text", "unit")


class Block(str):
    """Text that is written as a literal block."""

    __slots__ = ()


class FlowMapping(dict[str, object]):
    """A mapping that is written in braces."""


class Flow(list[object]):
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
    return _stated(
        front._asdict()
        | {
            "speaker": front.speaker and _speaker_fields(front.speaker),
            "source": source._asdict(),
            "doubts": written_doubts(report.doubts),
        }
    )


def _speaker_fields(speaker: Speaker) -> FlowMapping:
    role = {"role": speaker.role} if speaker.role else {}
    return FlowMapping(role | {"name": speaker.name})


def decimal_fields(value: tuple[Decimal, ...]) -> object:
    """Return a value as one decimal string, or two for a range."""
    ends = [format(number, "f") for number in value]
    return ends[0] if len(ends) == 1 else Flow(ends)


def _node_fields(report: Report, node: Node) -> dict[str, object]:
    return _stated(
        {
            "id": node.id,
            "level": node.level,
            "number": node.number,
            "heading": node.heading,
            "year": node.year,
            "text": Block(report.text[node.own_start : node.own_end]),
            "children": [_node_fields(report, child) for child in node.children],
        }
    )


def _metric_fields(metric: Metric) -> dict[str, object]:
    fields = metric._asdict()
    span = Flow([fields.pop("start"), fields.pop("end")])
    fields |= {"value": decimal_fields(metric.value), "attributes": Flow(metric.attributes)}
    return _stated({"id": metric.id, "node": metric.node, "span": span} | fields)


def _comparison_fields(pair: Comparison) -> dict[str, object]:
    fields = pair._asdict()
    return fields if pair.note else {name: fields[name] for name in fields if name != "note"}


def _stated(fields: Mapping[str, object]) -> dict[str, object]:
    """Leave out the optional fields that have no value; zero is one."""
    return {
        name: value
        for name, value in fields.items()
        if value or type(value) is int or name in _ALWAYS_WRITTEN
    }
