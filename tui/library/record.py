"""Reports as compact JSON records, for the cache and the built-in report; outline files are for people.

A record is read in a fraction of the time an outline takes, and as strictly: offsets in range, node texts that make up
the text, known names only. A record that no conversion could have written is refused as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from tui.report import model
from tui.report.grammar import DATE, DECIMAL, NODE_ID
from tui.report.hashing import sha256_hex
from tui.report.model import Comparison, Doubt, FrontMatter, Metric, Node, NodeDraft, Report, Source, Speaker
from tui.report.sanitize import first_control

_FORMAT = "huiji-record/2"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_DEPTH = 32
_MAX_YEAR = 10**9


def write_record(report: Report, key: str) -> bytes:
    """Return the record of a report, which :func:`read_record` reads with the same key."""
    body = record_body(report)
    return f"{sha256_hex(key.encode(), body)}\n".encode() + body


def record_body(report: Report, with_text: bool = True) -> bytes:
    """Return the fields of a record as JSON, with or without the text."""
    record = {
        "format": _FORMAT,
        "front": report.front,
        "source": report.source,
        "text": report.text if with_text else "",
        "outline": [_node_row(node) for node in report.outline],
        "metrics": [_metric_row(metric) for metric in report.metrics],
        "comparisons": report.comparisons,
        "doubts": report.doubts,
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read_record(data: bytes, key: str) -> Report:
    """Return the report of a record.

    Args:
        data: The record.
        key: The key it was written with.

    Raises:
        ValueError: If it is damaged, written with another key, or no report.
    """
    checksum, _, body = data.partition(b"\n")
    _check(checksum.decode("ascii") == sha256_hex(key.encode(), body))
    return read_body(body)


def read_body(body: bytes, text: str | None = None) -> Report:
    """Return the report of the fields of a record.

    Args:
        body: As :func:`record_body` returns them.
        text: The text, if they are without it.

    Raises:
        ValueError: If they are those of no report.
    """
    try:
        record = json.loads(body)
        return _report(record if text is None else record | {"text": text})
    except (TypeError, KeyError, AttributeError, RecursionError, InvalidOperation) as error:
        raise ValueError(error) from None


def _node_row(node: Node) -> list[object]:
    children = [_node_row(child) for child in node.children]
    return [*node[:5], node.own_end - node.own_start, children]


def _metric_row(metric: Metric) -> list[object]:
    """Return all fields but the quote, which is the text at the span."""
    values = [format(number, "f") for number in metric.value]
    return [*metric[:4], metric.indicator, values, *metric[7:]]


def _report(record: Any) -> Report:
    text = record["text"]
    _check(record["format"] == _FORMAT and len(record) == 8 and type(text) is str)
    _check(len(text) <= model.MAX_CHARACTERS and first_control(text) is None)
    lines: list[object] = []
    front, source = _front(record["front"], lines), _source(record["source"], lines)
    drafts, end = _drafts(_list(record["outline"]), text, 0, 1, lines)
    _check(source.characters == end == len(text))
    outline = model.place_nodes(drafts)
    ids = [node.id for top in outline for node in top.walk()]
    nodes = set(ids)
    _check(len(nodes) == len(ids))
    metrics = _metrics(_list(record["metrics"]), text, nodes, lines)
    pairs = _comparisons(_list(record["comparisons"]), {metric.id for metric in metrics}, lines)
    doubts = _doubts(_list(record["doubts"]), len(text), lines)
    _check_lines(lines)
    return Report(front, source, text, outline, metrics, pairs, doubts)


def _front(row: Any, lines: list[object]) -> FrontMatter:
    front = FrontMatter(*_list(row))
    lines += (front.title, front.date, front.meeting, front.organisation)
    _check(not front.date or bool(DATE.fullmatch(front.date)))
    _check(_is_year(front.review_year) and _is_year(front.plan_year))
    if front.speaker is None:
        return front
    speaker = Speaker(*_list(front.speaker))
    lines += speaker
    return front._replace(speaker=speaker)


def _source(row: Any, lines: list[object]) -> Source:
    source = Source(*_list(row))
    lines += (source.file, source.encoding, source.sha256)
    _check(bool(_SHA256.fullmatch(source.sha256)) and type(source.characters) is int)
    return source


def _drafts(
    rows: list[Any], text: str, offset: int, depth: int, lines: list[object]
) -> tuple[list[NodeDraft], int]:
    """Return nodes with their texts, which follow one another from an offset on, and where the last one ends."""
    _check(depth <= _MAX_DEPTH)
    drafts = []
    for row in rows:
        node_id, level, number, heading, year, length, children = _list(row)
        _check(level in model.LEVELS and bool(NODE_ID.fullmatch(node_id)) and _is_year(year))
        _check(type(length) is int and length >= 0)
        lines += (name for name in (number, heading) if name is not None)
        own = text[offset : offset + length]
        below, end = _drafts(_list(children), text, offset + length, depth + 1, lines)
        drafts.append(NodeDraft(node_id, level, own, number, heading, year, below))
        offset = end
    return drafts, offset


def _metrics(rows: list[Any], text: str, nodes: set[str], lines: list[object]) -> tuple[Metric, ...]:
    metrics: list[Metric] = []
    before, length = 0, len(text)
    for row in rows:
        metric_id, node, start, end, indicator, values, *others, attributes, part_of, among, canonical = (
            _list(row)
        )
        _check(type(start) is type(end) is int and before <= start < end <= length and node in nodes)
        quote = text[start:end]
        metric = Metric(metric_id, node, start, end, quote, indicator, _decimals(values), *others)
        metric = metric._replace(
            attributes=tuple(_list(attributes)), part_of=part_of, among=among, canonical=canonical
        )
        _check(metric.qualifier in model.QUALIFIERS and metric.measure in model.MEASURES)
        _check(metric.direction is None or metric.direction in model.DIRECTIONS)
        _check(metric.status in model.STATUSES and type(metric.estimated) is bool)
        _check(set(metric.attributes) <= set(model.ATTRIBUTES))
        lines += (metric_id, metric.quote, indicator, metric.unit, metric.period, part_of, among, canonical)
        metrics.append(metric)
        before = start
    _check(len({metric.id for metric in metrics}) == len(metrics))
    return tuple(metrics)


def _comparisons(rows: list[Any], metrics: set[str], lines: list[object]) -> tuple[Comparison, ...]:
    pairs = tuple([Comparison(*_list(row)) for row in rows])
    for pair in pairs:
        _check(pair.achieved in metrics and pair.target in metrics and pair.comparable in model.COMPARABLES)
        lines += (pair.indicator, pair.note)
    return pairs


def _doubts(rows: list[Any], length: int, lines: list[object]) -> tuple[Doubt, ...]:
    doubts = []
    for row in rows:
        text, offset = _list(row)
        _check(offset is None or (type(offset) is int and 0 <= offset <= length))
        lines.append(text)
        doubts.append(Doubt(text, offset))
    return tuple(doubts)


def _decimals(values: Any) -> tuple[Decimal, ...]:
    _check(0 < len(_list(values)) <= model.MAX_PARTS and all(DECIMAL.fullmatch(value) for value in values))
    return tuple([Decimal(value) for value in values])


def _check_lines(lines: Iterable[object]) -> None:
    """Refuse what is not text of one line without control characters."""
    joined = " ".join(lines)  # type: ignore[arg-type]  # raises TypeError for what is no text
    _check("\n" not in joined and first_control(joined) is None)


def _is_year(year: object) -> bool:
    return year is None or (type(year) is int and 0 <= year < _MAX_YEAR)


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError
    return value


def _check(is_sound: bool) -> None:
    if not is_sound:
        raise ValueError("no sound record of a report")
