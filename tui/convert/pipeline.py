"""Convert a file to a report: extract its text, repair it, find structure, front matter and metrics."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from tui.convert.doubts.find import find_doubts
from tui.convert.doubts.finished import Finished
from tui.convert.formats.extracted import ExtractedText
from tui.convert.front.file_name import read_file_name
from tui.convert.front.lines import read_front
from tui.convert.front_matter import read_front_matter
from tui.convert.read_file import read_file
from tui.convert.repair import repair
from tui.convert.repairs.marks import captions
from tui.convert.structure import read_structure
from tui.convert.unescape import unescape
from tui.links.pairing import find_comparisons
from tui.messages import doubts as doubt_messages
from tui.messages import reports
from tui.metrics.canonical import with_canonical_ids
from tui.metrics.extract import extract_metrics
from tui.metrics.indicators import default_indicators
from tui.report.errors import DataError
from tui.report.model import MAX_CHARACTERS, Doubt, Report, Source, place_nodes
from tui.report.sanitize import clean, one_line


def extract_text(data: bytes, path: str, encoding: str | None = None) -> ExtractedText:
    """Return the text of a file of any readable kind, sanitized and repaired.

    Raises:
        DataError: As :func:`convert_with_notes`.
        UsageError: As :func:`convert_with_notes`.
    """
    extracted = read_file(data, path, encoding)
    _check_length(extracted.text, path)
    cleaned = clean(unescape(extracted.text))
    text, notes = repair(cleaned)
    _check_length(text, path)  # some repairs add line breaks
    unread = (reports.bytes_unread(extracted.unread),) if extracted.unread else ()
    headings = frozenset(one_line(unescape(heading)).strip() for heading in extracted.headings)
    return extracted._replace(
        text=text,
        headings=headings,
        notes=(*unread, *extracted.notes, *notes),
        captions=tuple(captions(cleaned)),
    )


def _check_length(text: str, path: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise DataError(reports.text_too_long(len(text), MAX_CHARACTERS), path=path)


class Conversion(NamedTuple):
    """A converted report.

    Attributes:
        report: The report.
        notes: What was dropped or joined, a clause each, for people.
    """

    report: Report
    notes: tuple[str, ...]


def convert(data: bytes, path: str, encoding: str | None = None, figures: bool = True) -> Report:
    """Return the report of a file; as :func:`convert_with_notes`."""
    return convert_with_notes(data, path, encoding, figures).report


def convert_with_notes(
    data: bytes,
    path: str,
    encoding: str | None = None,
    figures: bool = True,
    tell: Callable[[str], object] = str,
) -> Conversion:
    """Convert a file to a report, and note what was done to read it.

    Args:
        data: The file's bytes.
        path: What to call it; its last part becomes the source's name.
        encoding: A codec to use instead of detecting one.
        figures: Whether to find the metrics, which takes most of the time.
        tell: Called with what is being done, in a few words.

    Raises:
        DataError: If the bytes are no text, an empty one, or one of more than 2 million characters.
        UsageError: If ``encoding`` names no codec, or a package for the format is missing.
    """
    extracted = extract_text(data, path, encoding)
    text = extracted.text
    if not text.strip():
        raise DataError(reports.NO_TEXT, path=path)
    tell(reports.FINDING_STRUCTURE)
    drafts = read_structure(text, extracted.headings)
    headings = [draft.heading or "" for draft in drafts if draft.level == "chapter"]
    above, file_name = read_front(text), read_file_name(one_line(path))
    front = read_front_matter(above.lines, headings, text[above.end :], extracted.captions, file_name)
    source = Source(
        one_line(PurePath(path).name), extracted.encoding, hashlib.sha256(data).hexdigest(), len(text)
    )
    report = Report(front, source, text, place_nodes(drafts), ())
    unread = map(Doubt, extracted.notes[:1] if extracted.unread else ())
    doubts = (*unread, *find_doubts(report, file_name), *_missing(Finished(report, file_name)))
    report = report._replace(doubts=doubts)
    if figures:
        tell(reports.FINDING_METRICS)
        report = report._replace(metrics=tuple(extract_metrics(report)))
        report = with_canonical_ids(report, default_indicators())
        tell(reports.COMPARING_METRICS)
        report = report._replace(comparisons=tuple(find_comparisons(report)))
    return Conversion(report, extracted.notes)


def _missing(finished: Finished) -> Iterator[Doubt]:
    """Yield what work reports usually state above the text and this one does not."""
    front = finished.report.front
    if finished.is_work_report and not finished.report.place:
        yield Doubt(doubt_messages.PLACE_NOT_STATED)
    if finished.is_work_report and not front.date:
        yield Doubt(doubt_messages.DATE_NOT_STATED)
    if finished.is_work_report and front.speaker is None:
        yield Doubt(doubt_messages.SPEAKER_NOT_STATED)
