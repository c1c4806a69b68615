"""Which notes are on a report, and where in it they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.notes.model import Note, NotedReport
from tui.report.anchors import QuoteFinder


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
    """

    note: Note
    home: NotedReport
    span: tuple[int, int] | None
    is_checked: bool = True

    @property
    def is_gone(self) -> bool:
        """Whether the passage is not in the text any more."""
        return self.is_checked and self.span is None

    @property
    def offset(self) -> int:
        """Where it begins, or began."""
        return self.span[0] if self.span is not None else self.note.start


def placed_notes(here: NotedReport, text: str, kept: Iterable[NotesOfReport]) -> list[PlacedNote]:
    """Return the notes on a report, in document order; those whose passage is gone have no span.

    Notes are on the report with their key, and on what is now in its file. A corrected report has another key, and may be in another
    file: then place, year and date tell, if at least one passage is found in it: many places have the same name.

    Args:
        here: The report.
        text: Its text.
        kept: All notes.
    """
    finder = QuoteFinder(text)
    placed: list[PlacedNote] = []
    for home, notes in kept:
        is_sure = home.key == here.key or (home.path == here.path != "")
        if not is_sure and not _may_be_same(home, here):
            continue
        found = [PlacedNote(note, home, finder.find(note.quote)) for note in notes]
        if is_sure or any(one.span is not None for one in found):
            placed.extend(found)
    return sorted(placed, key=lambda one: (one.offset, one.note.created))


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
