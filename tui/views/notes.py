"""The table of notes: where each of them is now, and which report it opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.messages import notes as messages
from tui.notes.model import NotedReport
from tui.notes.placing import NotesOfReport, PlacedNote, placed_notes, unplaced_notes
from tui.notes.store import NoteStore
from tui.report.anchors import QuoteFinder
from tui.report.errors import ReadError
from tui.report.outline import Outline
from tui.report.resources import BUILT_IN
from tui.visits import Source, View

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session import Session


class ListedNote(NamedTuple):
    """A note in the table.

    Attributes:
        placed: The note.
        source: The report it opens; None if that is gone.
        is_here: Whether it is on the report that is open.
    """

    placed: PlacedNote
    source: Source | None
    is_here: bool


class NoteList(NamedTuple):
    """All notes.

    Attributes:
        notes: The notes, by report and offset; those on the report that is open first.
        is_of_report: Whether the table was asked for in a report.
        version: That of the folder they were read from.
    """

    notes: tuple[ListedNote, ...]
    is_of_report: bool
    version: int


def load_notes(
    view: View, library: Library | None, opened: Session | None, tell: Callable[[str], object]
) -> tuple[View, NoteList]:
    """Return all notes.

    Those on the report that is open have been looked for in it, those on others not.

    Raises:
        ReadError: If there are none.
    """
    tell(messages.LOADING)
    store = NoteStore()
    version = store.version()
    kept = store.all()
    here = _on_report(view, opened, kept)
    ids = {one.placed.note.id for one in here}
    others = [one for one in unplaced_notes(kept) if one.note.id not in ids]
    sources: dict[str, Source | None] = {}
    for one in others:
        if one.home.key not in sources:
            sources[one.home.key] = source_of(one.home, library)
    listed = [*here, *(ListedNote(one, sources[one.home.key], False) for one in others)]
    if not listed:
        raise ReadError("；".join([messages.NO_NOTES_YET, *store.warnings]))
    return view, NoteList(tuple(listed), bool(view.reports), version)


def _on_report(view: View, opened: Session | None, kept: list[NotesOfReport]) -> list[ListedNote]:
    """Return the notes on the report that the table was asked for in, if that is open."""
    if opened is None or not view.reports or not opened.source.is_same_report(view.reports[-1]):
        return []
    outline = Outline(opened.prepared.report)
    here = NotedReport.of(outline.report, opened.path or "")
    if opened.path is None:
        here = here._replace(path=BUILT_IN)
    return [
        ListedNote(one.anchored(outline), opened.source, True)
        for one in placed_notes(here, QuoteFinder(outline.report.text), kept)
    ]


def source_of(home: NotedReport, library: Library | None) -> Source | None:
    """Return how to open the report of notes: from the library, else from its file; None if it is gone."""
    if library is not None:
        number = library.report_of_key(home.key)
        number = library.report_of_path(home.path) if number is None and home.path else number
        if number is not None:
            return Source(library_report=number)
    if home.path == BUILT_IN:
        return Source()
    try:
        return Source(home.path) if home.path and Path(home.path).is_file() else None
    except (OSError, ValueError):
        return None
