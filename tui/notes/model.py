"""Notes as data: a passage of a report, what was written on it, and a colour."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple, get_args
from uuid import uuid4

from tui.report.anchors import Quote
from tui.report.model import Report
from tui.report.outline import Outline
from tui.search.report_key import report_key

#: The colours of highlights, in the order in which a key goes through them; empty for none.
Colour = Literal["", "yellow", "green", "purple"]
COLOURS: tuple[Colour, ...] = get_args(Colour)
#: Most characters of what is written on a passage, and of the passage; most notes of a report.
MAX_BODY, MAX_PASSAGE, MAX_NOTES = 10_000, 5_000, 2_000


class NotedReport(NamedTuple):
    """What names a report that has notes, so that they are found again without the report itself.

    Attributes:
        key: Of its text, see :func:`tui.search.report_key.report_key`.
        place: The place it is of, as it names it; empty if unknown.
        year: The year it plans; None if unknown.
        name: A short name.
        date: When it was delivered, ISO 8601; empty if not stated.
        path: Its file, absolute, or the name of the built-in report; empty if it came through standard input.
        sha256: Of the file it was converted from.
    """

    key: str
    place: str
    year: int | None
    name: str
    date: str
    path: str
    sha256: str

    @classmethod
    def of(cls, report: Report, path: str) -> NotedReport:
        """Return what names a report; it takes 14 ms for one of usual length."""
        front = report.front
        year = front.plan_year
        return cls(
            report_key(report.text), report.place, year, report.name, front.date, path, report.source.sha256
        )


class Note(NamedTuple):
    """A note on a passage, or only its colour.

    Attributes:
        id: A UUID.
        start: Half-open offsets the passage had.
        end: One past its last character.
        quote: The passage, and what stood around it.
        section: Where it stands, as the outline calls it.
        body: What was written; empty for a mere highlight.
        colour: Its colour; empty for none.
        created: ISO 8601, with the time zone.
        modified: The same, when it was last changed.
    """

    id: str
    start: int
    end: int
    quote: Quote
    section: str
    body: str
    colour: Colour
    created: str
    modified: str

    @classmethod
    def on(cls, outline: Outline, start: int, end: int, body: str = "", colour: Colour = "") -> Note:
        """Return a new note on a half-open span of a report."""
        section = outline.path(outline.at(start))
        quote = Quote.of(outline.report.text, start, end)
        at = now()
        return cls(str(uuid4()), start, end, quote, section, body, colour, at, at)

    def moved(self, outline: Outline, span: tuple[int, int] | None) -> Note:
        """Return the note as it is anchored where it was found."""
        if span is None:
            return self
        quote = Quote.of(outline.report.text, *span)
        section = outline.path(outline.at(span[0]))
        if (quote, section) == (self.quote, self.section):
            return self
        return self._replace(start=span[0], end=span[1], quote=quote, section=section)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to keep."""
        return not self.body and not self.colour


def now() -> str:
    """Return the time, as notes have it."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
