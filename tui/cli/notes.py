"""Print notes with their passages and citations, and read them from Web Annotations."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tui.cli import output, printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.reports import citation_style, load_report
from tui.cli.tables import writer
from tui.library.addresses import library_with
from tui.library.loading import STANDARD_INPUT, read_bytes
from tui.messages import notes as messages
from tui.notes.annotations import annotation_page, read_annotations
from tui.notes.export import FIELDS, SHORT_FIELDS, markdown, note_rows
from tui.notes.model import Note, NotedReport
from tui.notes.placing import PlacedNote, placed_notes, unplaced_notes
from tui.notes.store import MAX_BYTES, NoteStore
from tui.report.anchors import QuoteFinder
from tui.report.errors import DataError, UsageError
from tui.report.outline import Outline
from tui.report.resources import BUILT_IN
from tui.report.sanitize import one_line
from tui.search.labels import Labels

_MEBIBYTE = 1024 * 1024


def run(options: Namespace) -> int:
    """Print notes, or read them from a file."""
    if options.all and options.report is not None:
        raise UsageError(messages.ALL_OR_REPORT)
    store = NoteStore()
    status = _import(options, store) if options.imported is not None else _print(options, store)
    for path in store.drafts():
        output.tell(messages.draft(str(path)))
    for warning in store.warnings:
        output.complain(warning)
    return status


# -- printing ------------------------------------------------------------------------------------


def _print(options: Namespace, store: NoteStore) -> int:
    kept = store.all()
    if options.all:
        placed = unplaced_notes(kept)
        none = messages.NONE_AT_ALL
    else:
        outline = Outline(load_report(options.report, options.encoding, None, options.library))
        here = _named(outline, options)
        placed = [
            one.anchored(outline)._replace(home=here if one.span else one.home)
            for one in placed_notes(here, QuoteFinder(outline.report.text), kept)
        ]
        others = sum(len(notes) for _, notes in kept) - len(placed)
        none = messages.NONE_HERE + (messages.others(others) if others else "")
    chosen = _matching(placed, options.filter)
    if not chosen:
        output.tell(messages.NONE_MATCHING if placed else none)
    likely = sum(1 for one in chosen if one.is_likely)
    if likely:
        output.tell(messages.likely_line(likely))
    moved = sum(1 for one in chosen if one.was_in)
    if moved:
        output.tell(messages.moved_line(moved))
    gone = sum(1 for one in chosen if one.is_gone)
    if gone:
        output.tell(messages.gone_line(gone))
    _write(chosen, options)
    return OK if chosen else NOTHING_FOUND


def _named(outline: Outline, options: Namespace) -> NotedReport:
    return NotedReport.of(outline.report, _path_of(options.report, options.library))


def _path_of(report: str | None, library: str | None) -> str:
    """Return the path by which the notes of a report are known: that of its file, also for one of the library."""
    if report is None:
        return BUILT_IN
    if report == STANDARD_INPUT:
        return ""
    file = library_with(report, library)
    if file is None:
        return str(Path(report).resolve())
    from tui.library.library import Library

    with Library(file) as opened:
        path = opened.path_of_report(opened.find(report))
    return str(Path(path).resolve()) if os.path.isabs(path) else path  # noqa: PTH117


def _matching(placed: Sequence[PlacedNote], words: str | None) -> Sequence[PlacedNote]:
    """Return the notes that have words, or pinyin."""
    if words is None:
        return placed
    labels = Labels(
        f"{one.note.body} {one.note.quote.exact} {one.note.section} {one.home.name} {one.home.year or ''}"
        for one in placed
    )
    return [placed[index] for index in labels.matching(words)]


def _write(placed: Sequence[PlacedNote], options: Namespace) -> None:
    style = citation_style(options.style)
    if options.format == "json":
        printing.json_text(annotation_page(placed, style))
    elif options.format == "md":
        for line in markdown(placed, style):
            printing.line(line)
    elif placed or options.format == "csv":
        is_chinese = options.headings == "zh"
        rows = note_rows(placed, FIELDS if options.format == "csv" else SHORT_FIELDS, is_chinese, style)
        if options.format == "table":
            rows = [list(map(one_line, row)) for row in rows]
        printed = writer(options.format, "notes", options.bom)
        printed.add(rows)
        printed.close()


# -- reading -------------------------------------------------------------------------------------


def _import(options: Namespace, store: NoteStore) -> int:
    """Add the notes of a file to their reports; those that name none to the report that is named, if their passage is in it."""
    data = _read(options.imported)
    read = list(read_annotations(data))
    if not read:
        raise DataError(messages.NO_ANNOTATIONS, path=one_line(options.imported))
    outline = here = finder = None
    if options.report is not None:
        outline = Outline(load_report(options.report, options.encoding, None, options.library))
        here, finder = _named(outline, options), QuoteFinder(outline.report.text)
    by_home: defaultdict[NotedReport, list[Note]] = defaultdict(list)
    strange = 0
    for one in filter(None, read):
        found = finder.find(one.note.quote) if finder is not None and one.home is None else None
        if one.home is not None:
            by_home[one.home].append(one.note)
        elif found is not None and here is not None and outline is not None:
            note = one.note if found.is_likely else _anchored(one.note, outline, found.span)
            by_home[here].append(note)
        else:
            strange += 1
    added = sum(store.add(home, notes) for home, notes in by_home.items())
    known = sum(map(len, by_home.values())) - added
    output.tell(messages.imported(added, known, strange, read.count(None)))
    return OK if added or known else NOTHING_FOUND


def _anchored(note: Note, outline: Outline, span: tuple[int, int]) -> Note:
    """Return a note as it is anchored in a report, wherever it was in another program."""
    return note._replace(start=-1).moved(outline, span)


def _read(path: str) -> object:
    data = read_bytes(path)
    if len(data) > MAX_BYTES:
        raise DataError(messages.too_large(MAX_BYTES // _MEBIBYTE), path=one_line(path))
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise DataError(messages.NOT_JSON, path=one_line(path)) from None
