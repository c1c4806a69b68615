"""Which notes are on a report, and where in it they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.notes.model import Note, NotedReport
from tui.report.anchors import QuoteFinder
from tui.report.outline import Outline


class NotesOfReport(NamedTuple):
    """The notes that are kept together.

    Attributes:
        report: The report, as it was when the first of them was written.
        notes: The notes, in the order of their offsets.
    """

    report: NotedReport
    notes: tuple[Note, ...]


class PlacedNote(NamedTuple):
    """A note, and where it is now.

    Attributes:
        note: The note.
        home: The report it is kept with, which may be an earlier version of the one it is on.
        span: Half-open offsets in the text; None if the passage is not there any more, or nobody has looked.
        is_checked: Whether the text was looked at.
        was_in: The section it was in, if it is in another one, or that has another heading.
        is_likely: Whether the passage, or what stands around it, was changed, so that the place is likely rather than certain.
    """

    note: Note
    home: NotedReport
    span: tuple[int, int] | None
    is_checked: bool = True
    is_likely: bool = False
    was_in: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the passage is not in the text any more."""
        return self.is_checked and self.span is None

    @property
    def offset(self) -> int:
        """Where it begins, or began."""
        return self.span[0] if self.span is not None else self.note.start

    def anchored(self, outline: Outline) -> PlacedNote:
        """Return the note as it is anchored in a report; one at a likely place keeps its passage."""
        if self.span is None:
            return self
        section = outline.path(outline.at(self.span[0]))
        was_in = self.note.section if self.note.section not in ("", section) else ""
        note = self.note._replace(section=section) if self.is_likely else self.note.moved(outline, self.span)
        return self._replace(note=note, was_in=was_in)


def placed_notes(here: NotedReport, finder: QuoteFinder, kept: Iterable[NotesOfReport]) -> list[PlacedNote]:
    """Return the notes on a report, in document order; those whose passage is gone have no span.

    Notes are on the report with their key, and on what is now in its file. A corrected report has another key, and may be in another
    file: then place, year and date tell, if at least one passage is certainly in it: many places have the same name. Where a file is
    said to be of another place or year, it is another report, unless it has most of the passages.

    Args:
        here: The report.
        finder: Of its text.
        kept: All notes.
    """
    placed: list[PlacedNote] = []
    for home, notes in kept:
        is_in_file = home.path == here.path != ""
        if home.key != here.key and not is_in_file and not _may_be_same(home, here):
            continue
        found = [_placed(note, home, finder) for note in notes]
        sure = sum(1 for one in found if one.span is not None and not one.is_likely)
        is_other = _is_other(home, here)
        if home.key == here.key or (sure > len(found) / 2 if is_other else is_in_file or sure):
            placed.extend(found)
    return sorted(placed, key=lambda one: (one.offset, one.note.created))


def _placed(note: Note, home: NotedReport, finder: QuoteFinder) -> PlacedNote:
    found = finder.find(note.quote)
    if found is None:
        return PlacedNote(note, home, None)
    return PlacedNote(note, home, found.span, is_likely=found.is_likely)


def _is_other(home: NotedReport, here: NotedReport) -> bool:
    """Return whether two reports are said to be of two places, or of two years."""
    places, years = (home.place, here.place), (home.year, here.year)
    return (all(places) and places[0] != places[1]) or (None not in years and years[0] != years[1])


def unplaced_notes(kept: Iterable[NotesOfReport]) -> list[PlacedNote]:
    """Return notes by report and offset, without looking at the texts."""
    placed = [PlacedNote(note, home, None, False) for home, notes in kept for note in notes]
    return sorted(placed, key=_order)


def _order(one: PlacedNote) -> tuple[str, int, str, str, int]:
    home = one.home
    return home.place, -(home.year or 0), home.name, home.key, one.offset


def is_same_report(home: NotedReport, here: NotedReport) -> bool:
    """Return whether two names are those of one report, or of two versions of it, without looking at their texts."""
    return home.key == here.key or (home.path == here.path != "") or _may_be_same(home, here)


def _may_be_same(home: NotedReport, here: NotedReport) -> bool:
    if not home.place or home.year is None or (home.place, home.year) != (here.place, here.year):
        return False
    return not (home.date and here.date) or home.date == here.date


def overlapping(placed: Sequence[PlacedNote], start: int, end: int) -> list[PlacedNote]:
    """Return the notes that overlap a half-open span."""
    return [one for one in placed if one.span is not None and one.span[0] < end and start < one.span[1]]
