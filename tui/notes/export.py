"""Notes as rows for spreadsheets and as Markdown, each with its passage and citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from tui.citation import Reference, source
from tui.messages import notes as messages
from tui.notes.model import NotedReport
from tui.notes.placing import PlacedNote
from tui.report.dates import spoken_date
from tui.report.markdown import escape
from tui.state.records import CitationStyle

#: Columns for spreadsheets.
FIELDS = (
    "report", "place", "year", "section", "colour", "body", "passage", "citation", "status", "created", "modified", "start", "end", "id",
)  # fmt: skip
#: Columns for people; the last one is not cut.
SHORT_FIELDS = ("report", "section", "colour", "body", "status", "passage")


def local_time(stamp: str) -> str:
    """Return a time as clocks here show it, ``2026-01-02 15:04:05``; what is no time with a zone as it is."""
    try:
        time = datetime.fromisoformat(stamp)
        return f"{time.astimezone():%Y-%m-%d %H:%M:%S}" if time.tzinfo else stamp
    except (ValueError, OverflowError):
        return stamp


def report_name(home: NotedReport) -> str:
    """Name a report with its date: ``惠济区政府工作报告（2024年1月22日）``."""
    return f"{home.name}（{spoken_date(home.date)}）" if home.date else home.name


def reference_of(placed: PlacedNote) -> Reference:
    """Return where a passage is from."""
    home = placed.home
    return Reference(home.name, home.date, "", placed.note.section, home.sha256)


def status_of(placed: PlacedNote) -> str:
    """Return what is to be told of where a passage is; nothing if it is as it was."""
    if placed.is_gone:
        return messages.GONE
    states = (
        messages.LIKELY if placed.is_likely else "",
        messages.moved(placed.was_in) if placed.was_in else "",
    )
    return messages.STATE_COMMA.join(filter(None, states))


def record(placed: PlacedNote, style: CitationStyle = "chinese") -> dict[str, str]:
    """Return the cells of a note, by field."""
    note, home, span, *_ = placed
    start, end = span or (note.start, note.end)
    return {
        "report": home.name,
        "place": home.place,
        "year": str(home.year or ""),
        "section": note.section,
        "colour": messages.COLOUR_NAMES[note.colour] if note.colour else "",
        "body": note.body,
        "passage": note.quote.exact,
        "citation": source(reference_of(placed), style),
        "status": status_of(placed),
        "created": local_time(note.created),
        "modified": local_time(note.modified),
        "start": str(start),
        "end": str(end),
        "id": note.id,
    }


def note_rows(
    placed: Iterable[PlacedNote],
    fields: Iterable[str] = FIELDS,
    chinese: bool = True,
    style: CitationStyle = "chinese",
) -> list[list[str]]:
    """Return notes as rows, with the headings first, and their sources in a style of citations."""
    fields = list(fields)
    head = [messages.FIELD_NAMES[field] if chinese else field for field in fields]
    return [head, *([cells[field] for field in fields] for cells in (record(one, style) for one in placed))]


def markdown(placed: Iterable[PlacedNote], style: CitationStyle = "chinese") -> Iterator[str]:
    """Yield lines of Markdown: a heading for each report; the passage as a quotation, its source, and what was written."""
    for name, notes in groupby(placed, key=lambda one: report_name(one.home)):
        yield f"## {escape(name)}"
        yield ""
        for one in notes:
            for line in one.note.quote.exact.split("\n"):
                yield f"> {escape(line)}".rstrip()
            yield ">"
            colour = messages.COLOUR_NAMES[one.note.colour] if one.note.colour else ""
            signs = "，".join(filter(None, (status_of(one), colour)))
            sign = f"［{signs}］" if signs else ""
            yield f"> ——{escape(source(reference_of(one), style))}{sign}"
            yield ""
            if one.note.body:
                for line in one.note.body.split("\n"):
                    yield f"{escape(line)}  " if line.strip() else ""
                yield ""
