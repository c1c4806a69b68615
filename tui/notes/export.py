"""Notes as rows for spreadsheets and as Markdown, each with its passage and citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tui.messages import notes as messages
from tui.messages import reports
from tui.notes.model import NotedReport
from tui.notes.placing import PlacedNote

#: Columns for spreadsheets.
FIELDS = (
    "report", "place", "year", "section", "colour", "body", "passage", "citation", "status", "created", "modified", "start", "end", "id",
)  # fmt: skip
#: Columns for people; the last one is not cut.
SHORT_FIELDS = ("report", "section", "colour", "body", "status", "passage")
#: Characters that mean something in Markdown anywhere in a line, and those that do at its beginning.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&$^=:@-])")
_LEADING = re.compile(r"^(\s*)(\d+)([.)])", re.MULTILINE)
_SPACES = re.compile(r"^[ \t]+", re.MULTILINE)


def report_name(home: NotedReport) -> str:
    """Name a report with its date: ``惠济区政府工作报告（2024年1月22日）``."""
    year, _, rest = home.date.partition("-")
    month, _, day = rest.partition("-")
    if day.isdecimal() and month.isdecimal():
        return f"{home.name}（{reports.spoken_date(year, int(month), int(day))}）"
    return home.name


def citation_of(placed: PlacedNote) -> str:
    """Return where a passage is from, as citations tell it."""
    return f"{report_name(placed.home)}{placed.note.section}"


def status_of(placed: PlacedNote) -> str:
    """Return what is to be told of where a passage is; nothing if it is as it was."""
    return messages.GONE if placed.is_gone else messages.LIKELY if placed.is_likely else ""


def record(placed: PlacedNote) -> dict[str, str]:
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
        "citation": citation_of(placed),
        "status": status_of(placed),
        "created": note.created,
        "modified": note.modified,
        "start": str(start),
        "end": str(end),
        "id": note.id,
    }


def note_rows(
    placed: Iterable[PlacedNote], fields: Iterable[str] = FIELDS, chinese: bool = True
) -> list[list[str]]:
    """Return notes as rows, with the headings first."""
    fields = list(fields)
    head = [messages.FIELD_NAMES[field] if chinese else field for field in fields]
    return [head, *([cells[field] for field in fields] for cells in map(record, placed))]


def markdown(placed: Iterable[PlacedNote]) -> Iterator[str]:
    """Yield lines of Markdown: a heading for each report; the passage as a quotation, its source, and what was written."""
    for name, notes in groupby(placed, key=lambda one: report_name(one.home)):
        yield f"## {escape_markdown(name)}"
        yield ""
        for one in notes:
            for line in one.note.quote.exact.split("\n"):
                yield f"> {escape_markdown(line)}".rstrip()
            yield ">"
            signs = [status_of(one)] if status_of(one) else []
            signs += [messages.COLOUR_NAMES[one.note.colour]] if one.note.colour else []
            sign = f"［{'，'.join(signs)}］" if signs else ""
            yield f"> ——{escape_markdown(one.note.section)}{sign}"
            yield ""
            if one.note.body:
                for line in one.note.body.split("\n"):
                    yield f"{escape_markdown(line)}  " if line.strip() else ""
                yield ""


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no HTML, no link."""
    text = _SPACES.sub("", text)
    text = _MARKDOWN.sub(r"\\\1", text)
    return _LEADING.sub(r"\1\2\\\3", text.replace("+", "\\+"))
