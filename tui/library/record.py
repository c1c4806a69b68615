"""Reports as compact JSON records, for the cache and the built-in report; outline files are for people.

A record is read in a fraction of the time an outline takes, and as strictly: offsets in range, node texts that make up
the text, known names only. A record that no conversion could have written is refused as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from tui.report import model
from tui.report.grammar import DATE, DECIMAL, NODE_ID
from tui.report.hashing import sha256_hex
from tui.report.model import Comparison, FrontMatter, Metric, Node, NodeDraft, Report, Source, Speaker
from tui.report.sanitize import first_control

_FORMAT = "huiji-record/1"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_DEPTH = 32
_MAX_YEAR = 10**9


def write_record(report: Report, key: str) -> bytes:
    """Return the record of a report, which :func:`read_record` reads with the same key."""
    record = {
        "format": _FORMAT,
        "front": report.front,
        "source": report.source,
        "text": report.text,
        "outline": [_node_row(node) for node in report.outline],
        "metrics": [_metric_row(metric) for metric in report.metrics],
        "comparisons": report.comparisons,
        "doubts": report.doubts,
    }
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return f"{sha256_hex(key.encode(), body)}\n".encode() + body


def read_record(data: bytes, key: str) -> Report:
    """Return the report of a record.

    Args:
        data: The record.
        key: The key it was written with.

    Raises:
        ValueError: If it is damaged, written with another key, or no report.
    """
    checksum, _, body = data.partition(b"\n")
    if checksum.decode("ascii") != sha256_hex(key.encode(), body):
        _refuse()
    try:
        return _report(json.loads(body))
    except (TypeError, KeyError, AttributeError, RecursionError, InvalidOperation):
        _refuse()


def _node_row(node: Node) -> list[object]:
    children = [_node_row(child) for child in node.children]
    return [
        node.id, node.level, node.number, node.heading, node.year, node.own_end - node.own_start, children,
    ]  # fmt: skip


def _metric_row(metric: Metric) -> list[object]:
    """Return all fields but the quote, which is the text at the span."""
    values = [format(number, "f") for number in metric.value]
    return [
        metric.id, metric.node, metric.start, metric.end, metric.indicator, values, metric.unit, metric.qualifier,
        metric.estimated, metric.measure, metric.direction, metric.status, metric.period,
    ]  # fmt: skip


def _report(record: Any) -> Report:
    if record["format"] != _FORMAT or len(record) != 8:
        _refuse()
    text = record["text"]
    if type(text) is not str or len(text) > model.MAX_CHARACTERS or first_control(text) is not None:
        _refuse()
    lines: list[object] = []
    front, source = _front(record["front"], lines), _source(record["source"], lines)
    drafts, end = _drafts(_list(record["outline"]), text, 0, 1, lines)
    if not source.characters == end == len(text):
        _refuse()
    outline = model.place_nodes(drafts)
    ids = [node.id for top in outline for node in top.walk()]
    nodes = set(ids)
    if len(nodes) != len(ids):
        _refuse()
    metrics = _metrics(_list(record["metrics"]), text, nodes, lines)
    pairs = _comparisons(_list(record["comparisons"]), {metric.id for metric in metrics}, lines)
    doubts = tuple(_list(record["doubts"]))
    lines += doubts
    _check_lines(lines)
    return Report(front, source, text, outline, metrics, pairs, doubts)


def _front(row: Any, lines: list[object]) -> FrontMatter:
    title, date, meeting, organisation, speaker, review_year, plan_year = _list(row)
    lines += (title, date, meeting, organisation)
    if date and not DATE.fullmatch(date):
        _refuse()
    if speaker is not None:
        role, name = _list(speaker)
        lines += (role, name)
        speaker = Speaker(role, name)
    return FrontMatter(title, date, meeting, organisation, speaker, _year(review_year), _year(plan_year))


def _source(row: Any, lines: list[object]) -> Source:
    file, encoding, sha256, characters = _list(row)
    lines += (file, encoding, sha256)
    if not _SHA256.fullmatch(sha256) or type(characters) is not int:
        _refuse()
    return Source(file, encoding, sha256, characters)


def _drafts(
    rows: list[Any], text: str, offset: int, depth: int, lines: list[object]
) -> tuple[list[NodeDraft], int]:
    """Return nodes with their texts, which follow one another from an offset on, and where the last one ends."""
    if depth > _MAX_DEPTH:
        _refuse()
    drafts = []
    for row in rows:
        node_id, level, number, heading, year, length, children = _list(row)
        if (
            level not in model.LEVELS
            or not NODE_ID.fullmatch(node_id)
            or type(length) is not int
            or length < 0
        ):
            _refuse()
        lines += (name for name in (number, heading) if name is not None)
        own = text[offset : offset + length]
        below, end = _drafts(_list(children), text, offset + length, depth + 1, lines)
        drafts.append(NodeDraft(node_id, level, own, number, heading, _year(year), below))
        offset = end
    return drafts, offset


def _metrics(rows: list[Any], text: str, nodes: set[str], lines: list[object]) -> tuple[Metric, ...]:
    metrics: list[Metric] = []
    before, length = 0, len(text)
    for row in rows:
        (
            metric_id, node, start, end, indicator, values, unit, qualifier, estimated, measure, direction, status,
            period,
        ) = _list(row)  # fmt: skip
        if not (type(start) is type(end) is int and before <= start < end <= length and node in nodes):
            _refuse()
        if (
            qualifier not in model.QUALIFIERS
            or measure not in model.MEASURES
            or status not in model.STATUSES
            or not (direction is None or direction in model.DIRECTIONS)
            or type(estimated) is not bool
        ):
            _refuse()
        quote = text[start:end]
        lines += (metric_id, quote, indicator, unit, period)
        metrics.append(
            Metric(
                metric_id, node, start, end, quote, indicator, _decimals(values), unit, qualifier, estimated, measure,
                direction, status, period,
            )
        )  # fmt: skip
        before = start
    if len({metric.id for metric in metrics}) != len(metrics):
        _refuse()
    return tuple(metrics)


def _comparisons(rows: list[Any], metrics: set[str], lines: list[object]) -> tuple[Comparison, ...]:
    pairs = []
    for row in rows:
        indicator, achieved, target, comparable, note = _list(row)
        if achieved not in metrics or target not in metrics or comparable not in model.COMPARABLES:
            _refuse()
        lines += (indicator, note)
        pairs.append(Comparison(indicator, achieved, target, comparable, note))
    return tuple(pairs)


def _decimals(values: Any) -> tuple[Decimal, ...]:
    if len(_list(values)) not in (1, 2) or not all(DECIMAL.fullmatch(value) for value in values):
        _refuse()
    return tuple([Decimal(value) for value in values])


def _check_lines(lines: Iterable[object]) -> None:
    """Refuse what is not text of one line without control characters."""
    joined = " ".join(lines)  # type: ignore[arg-type]  # raises TypeError for what is no text
    if "\n" in joined or first_control(joined) is not None:
        _refuse()


def _year(year: Any) -> int | None:
    if year is None:
        return None
    if type(year) is not int or not 0 <= year < _MAX_YEAR:
        _refuse()
    return year


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        _refuse()
    return value


def _refuse() -> NoReturn:
    raise ValueError("no sound record of a report")
