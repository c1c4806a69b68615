"""Turn a file into what a library keeps of it: the rows of a report, its paragraphs and its metrics.

Made in worker processes, and sent as bytes to the one that writes.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tui.library.divisions import default_divisions
from tui.library.frequent import frequent_words
from tui.library.grams import FoldedParagraph, IndexedText, folded_paragraphs
from tui.library.identity import Identity, identify
from tui.library.initials import classes_of
from tui.library.loading import read_report
from tui.library.record import read_body, record_body
from tui.messages import reports
from tui.metrics.tense import tenses_of
from tui.metrics.units import base_quantity_power
from tui.metrics.years import years_of
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.report.sentences import sentences_at
from tui.search.report_key import key_of

TASK, KEEP_TASK = "tui.library.entry:convert_entry", "tui.library.entry:keep_entry"
_LEVEL = 1  # of compression: level 6 takes three times as long for a tenth less


class Entry(NamedTuple):
    """What a library keeps of a report.

    Attributes:
        report: Columns of the table ``report`` from ``key`` on, but ``rules``.
        nodes: Columns of ``node`` from ``id`` on.
        paragraphs: Columns of ``paragraph`` from ``start`` on, and last the words of the index.
        metrics: Columns of ``metric`` from ``id`` on.
        frequent: What is frequent, as words of the index.
        classes: Those of the folded characters, see tui/library/initials.py, in Base64.
    """

    report: list[Any]
    nodes: list[list[Any]]
    paragraphs: list[list[Any]]
    metrics: list[list[Any]]
    frequent: str
    classes: str


def convert_entry(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[None, bytes]:
    """Convert a file in a worker process and return what is kept of it; an empty path is standard input."""
    path = str(arguments["path"])
    report = read_report(data, path or reports.STANDARD_INPUT, arguments["encoding"])
    return None, write_entry(entry_of(report, path))


def keep_entry(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[None, bytes]:
    """Return, in a worker process, what is kept of a report from a record of an older library, as :func:`write_kept` gives it."""
    path = str(arguments["path"])
    end = 4 + int.from_bytes(data[:4], "big")
    text = data[end:].decode("utf-8")
    try:
        report = read_body(zlib.decompress(data[4:end]), text)
    except (ValueError, zlib.error):  # of another format
        report = read_report(data[end:], path or reports.STANDARD_INPUT, "utf-8")
    return None, write_entry(entry_of(report, path))


def write_kept(text: str, record: bytes) -> bytes:
    """Return text and record of a report as :func:`keep_entry` reads them."""
    return b"".join((len(record).to_bytes(4, "big"), record, text.encode("utf-8")))


def entry_of(report: Report, path: str) -> Entry:
    """Return what a library keeps of a report, read from a path; an empty one is standard input."""
    identity = identify(report, one_line(path), default_divisions())  # a name may be no text
    outline = Outline(report)
    nodes = [
        [node.id, node.level, node.start, node.end, outline.label(node), outline.path(node)]
        for node in outline.nodes
    ]
    folded_ones = list(folded_paragraphs(report.text))
    own = [one.folded[one.lead : one.lead + one.length] for one in folded_ones]
    folded = "".join(own)
    indexed = IndexedText(folded)
    paragraphs = list(_paragraph_rows(outline, folded_ones, indexed))
    frequent = frequent_words(zip((row[3] for row in paragraphs), own, strict=True), indexed)
    classes = b64encode(classes_of(folded)).decode("ascii")
    return Entry(
        _report_row(report, identity, folded),
        nodes,
        paragraphs,
        list(_metric_rows(report)),
        frequent,
        classes,
    )


def write_entry(entry: Entry) -> bytes:
    """Return an entry as bytes: the record as it is kept, and the rest as JSON."""
    *fields, record, doubts = entry.report
    rest = json.dumps(
        [[*fields, doubts], *entry[1:]],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return b"".join((len(record).to_bytes(4, "big"), record, rest.encode("utf-8")))


def read_entry(data: bytes) -> Entry:
    """Return the entry of :func:`write_entry`."""
    end = 4 + int.from_bytes(data[:4], "big")
    (*fields, doubts), *rest = json.loads(data[end:])
    return Entry([*fields, data[4:end], doubts], *rest)


def _report_row(report: Report, identity: Identity, folded: str) -> list[Any]:
    front = report.front
    return [
        key_of(folded), identity.place, identity.code, default_divisions().today(identity.code), identity.level, identity.parent, identity.plan_year,
        identity.review_year, front.date, front.speaker.name if front.speaker else "", front.title, len(report.text), report.text,
        zlib.compress(record_body(report, with_text=False), _LEVEL), "\n".join(identity.disagreements),
    ]  # fmt: skip


def _paragraph_rows(
    outline: Outline, paragraphs: Iterable[FoldedParagraph], indexed: IndexedText
) -> Iterator[list[Any]]:
    report = outline.report
    tenses = tenses_of(report.text, report.front)
    start = 0
    for paragraph in paragraphs:
        offset = paragraph.start
        while report.text[offset].isspace():
            offset += 1
        node = outline.at(offset)
        year = next((above.year for above in reversed(outline.lineage(node)) if above.year), None)
        if year is not None and report.front.plan_year is not None:
            tense = "plan" if year >= report.front.plan_year else "review"
        else:
            tense = {"past": "review", "plan": "plan"}[tenses.at(offset)]
        yield [*paragraph[:2], node.id, tense, *paragraph[2:], indexed.grams_at(start, paragraph.length)]
        start += paragraph.length


def _metric_rows(report: Report) -> Iterator[list[Any]]:
    sentences = sentences_at(report.text, (metric.start for metric in report.metrics))
    for metric, (start, end) in zip(report.metrics, sentences, strict=True):
        first, last = years_of(metric.period) or (None, None)
        yield [
            metric.id, metric.node, metric.start, metric.end, metric.indicator, metric.canonical, metric.quote,
            *_values(metric), metric.qualifier, metric.measure, metric.direction or "", metric.status, first, last,
            " ".join(metric.attributes), metric.part_of, start, end,
        ]  # fmt: skip


def _values(metric: Metric) -> tuple[float, float | None, str, float, float | None, str]:
    """Return the ends of a range, or of a ratio, with the unit; and the same in the base unit."""
    power, base_unit = base_quantity_power(metric.unit)
    low, high = metric.value[0], metric.value[-1] if len(metric.value) > 1 else None
    return (
        float(low), None if high is None else float(high), metric.unit,
        float(low.scaleb(power)), None if high is None else float(high.scaleb(power)), base_unit,
    )  # fmt: skip
