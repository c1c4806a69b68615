"""Notes on the report that is open: writing them, colouring passages, and showing both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from tui.messages import notes as messages
from tui.notes.model import COLOURS, MAX_PASSAGE, Note, NotedReport, now
from tui.notes.placing import PlacedNote, overlapping, placed_notes
from tui.notes.store import NoteStore
from tui.report.anchors import QuoteFinder
from tui.report.errors import HuijiError
from tui.report.resources import BUILT_IN
from tui.report.sanitize import clean
from tui.report.sentences import sentence_at
from tui.screens.background import in_thread
from tui.screens.editor import Draft, editor_command, run_editor
from tui.screens.note_dialog import NoteDialog
from tui.screens.panes import Panes
from tui.screens.search import SearchController
from tui.session import Session
from tui.visits import JumpList
from tui.widgets.highlights import NoteMark

#: Seconds between two looks whether another window has changed notes.
_LOOK_EVERY_S = 3.0


class _Loaded(NamedTuple):
    """What the folder of notes has for a report."""

    version: int
    report: NotedReport
    placed: list[PlacedNote]


class Noting:
    """The notes of the open report.

    Args:
        session: The report.
        panes: Show them.
        search: Shows the title.
        say: Shows a notice.
        key_for: Returns the first key of a command.
        jumps: Has the table of notes the report was opened from.
    """

    def __init__(
        self,
        session: Session,
        panes: Panes,
        search: SearchController,
        say: Callable[[str], None],
        key_for: Callable[[str], str],
        jumps: JumpList,
    ) -> None:
        self._outline = session.prepared.outline
        self._path = note_path(session)
        self._panes, self._search = panes, search
        self._say, self._key_for, self._jumps = say, key_for, jumps
        self._store = NoteStore()
        self._finder = QuoteFinder(self._outline.report.text)
        self._loaded: _Loaded | None = None
        self._is_loading = False
        #: The note of the key before, and of this one: the next key goes on with it.
        self._recent = self._current = ""

    # -- reading -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the notes in a thread, and show them."""
        if not self._is_loading:
            self._is_loading = True
            in_thread(self._read, self._show_loaded, self._failed)

    def look(self) -> None:
        """Read the notes again if another window, or the table of notes, has changed them."""
        if self._loaded is not None and self._store.version() != self._loaded.version:
            self.load()

    def _read(self) -> _Loaded:
        version = self._store.version()
        report = (
            self._loaded.report
            if self._loaded is not None
            else NotedReport.of(self._outline.report, self._path)
        )
        return _Loaded(version, report, placed_notes(report, self._finder, self._store.all()))

    def _failed(self, fault: str) -> None:
        self._is_loading = False
        self._say(fault)

    def _show_loaded(self, loaded: _Loaded) -> None:
        self._is_loading = False
        if self._loaded is not None and self._store.version() != loaded.version:
            self.load()  # a note was written while they were read
            return
        is_first = self._loaded is None
        self._loaded = loaded
        self._show()
        warnings, self._store.warnings = self._store.warnings, []
        if warnings:
            self._say("；".join(warnings))
        if is_first:
            self._panes.screen.set_interval(_LOOK_EVERY_S, self.look)
            self._follow_table()

    def _follow_table(self) -> None:
        """Go where a note is now that was opened from the table, which knows where it was."""
        view = self._jumps.view_behind
        chosen = view.state[0] if view is not None and view.kind == "notes" and view.state else ""
        one = next((one for one in self._notes if one.note.id == chosen), None)
        pane = self._panes.text_pane
        if one is None:
            gone = sum(1 for one in self._notes if one.is_gone)
            likely = sum(1 for one in self._notes if one.is_likely)
            if gone or likely:
                self._say(messages.changed_passages(likely, gone, self._key_for("notes")))
        elif one.is_gone:
            self._say(messages.NO_PASSAGE_GONE)
        else:
            if pane.reading_offset == one.note.start != one.offset:
                pane.go_to(one.offset)
            if one.is_likely:
                self._say(messages.LIKELY_PLACE)

    @property
    def _notes(self) -> Sequence[PlacedNote]:
        return self._loaded.placed if self._loaded is not None else ()

    def _now(self) -> _Loaded:
        """Return the notes, read at once if that was not done before."""
        if self._loaded is None:
            self._show_loaded(self._read())
        assert self._loaded is not None
        return self._loaded

    def _show(self) -> None:
        marks = [
            NoteMark(*one.span, one.note.colour, bool(one.note.body), one.is_likely)
            for one in self._notes
            if one.span is not None
        ]
        self._panes.text_pane.show_notes(marks)
        self._search.remark = messages.in_title(len(self._notes)) if self._notes else ""
        self._search.show_summary()

    # -- which passage -------------------------------------------------------------------------

    def begin_key(self) -> None:
        """Remember which note the key before this one was about."""
        self._recent, self._current = self._current, ""

    def _here(self) -> tuple[tuple[int, int], PlacedNote | None]:
        """Return the passage the next note is on, and the note there is on it.

        It is the selection, what the key before coloured, or the sentence being read, with the first note in it.
        """
        placed = self._now().placed
        pane, text = self._panes.text_pane, self._outline.report.text
        if pane.selected is not None:
            return pane.selected, next((one for one in placed if one.span == pane.selected), None)
        recent = next((one for one in placed if one.note.id == self._recent), None)
        if recent is not None and recent.span is not None:
            return recent.span, recent
        here = sentence_at(text, pane.reading_offset)
        sentence = here if any(one.span == here for one in placed) else pane.sentence
        found = overlapping(placed, *sentence)
        return sentence, next((one for one in found if one.span == sentence), next(iter(found), None))

    # -- writing -------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask what is to be written on the passage."""
        span, known = self._here()
        if span[0] >= span[1]:
            self._say(messages.NOTHING_HERE)
        elif span[1] - span[0] > MAX_PASSAGE:
            self._say(messages.passage_too_long(MAX_PASSAGE))
        else:
            self._ask(span, known, known.note.body if known is not None else "")

    def _ask(self, span: tuple[int, int], known: PlacedNote | None, body: str, fault: str = "") -> None:
        begin, end = (known.span if known is not None else None) or span
        dialog = NoteDialog(
            messages.EDIT if known is not None and known.note.body else messages.ADD,
            self._outline.report.text[begin:end],
            body,
            partial(self._save, span, known),
            partial(self._edit, span, known),
            fault,
        )

        def run(pick: Callable[[], object] | None) -> None:
            if pick is not None:
                pick()

        self._panes.screen.app.push_screen(dialog, run)

    def _edit(self, span: tuple[int, int], known: PlacedNote | None, body: str) -> None:
        """Have a note written in the editor, and save it; ask again if that ends badly."""
        try:
            draft = Draft(self._store.folder, body)
            if run_editor(self._panes.screen.app, editor_command(), draft.path):
                body = draft.read()
                is_saved = self._save(span, known, body)
            else:
                is_saved = True
                self._ask(span, known, body)
            if is_saved:
                draft.discard()
        except HuijiError as error:
            self._ask(span, known, body, error.message)

    def _save(self, span: tuple[int, int], known: PlacedNote | None, body: str) -> bool:
        """Save what was written; ask again if that is not possible."""
        body = clean(body).strip()
        if known is None:
            note = Note.on(self._outline, *span, body)
        else:
            note = known.note._replace(body=body, modified=now()) if body != known.note.body else known.note
        try:
            saved = self._keep(note, known)
        except HuijiError as error:
            self._ask(span, known, body, error.message)
            return False
        if saved is None:
            self._say(messages.DELETED_HERE if known is not None else "")
        else:
            self._panes.text_pane.show_span(*((known.span if known is not None else None) or span))
            self._say(messages.noted(self._key_for("notes")))
        return True

    def highlight(self) -> None:
        """Give the passage the next colour; behind the last one there is none."""
        span, known = self._here()
        if span[0] >= span[1]:
            self._say(messages.NOTHING_HERE)
            return
        before = known.note.colour if known is not None else ""
        colour = COLOURS[(COLOURS.index(before) + 1) % len(COLOURS)]
        if known is not None:
            note = known.note._replace(colour=colour, modified=now())
        else:
            note = Note.on(self._outline, *span, colour=colour)
        try:
            saved = self._keep(note, known)
        except HuijiError as error:
            self._say(str(error))
            return
        self._current = saved.id if saved is not None else ""
        self._say(messages.coloured(colour))

    def _keep(self, note: Note, known: PlacedNote | None) -> Note | None:
        """Write a note, or delete it if there is nothing in it; return it as it is kept.

        Raises:
            HuijiError: If it cannot be written.
        """
        loaded = self._now()
        is_own = known is None or known.home.key == loaded.report.key
        home = loaded.report if known is None or is_own else known.home
        kept: Note | None = None
        if note.is_empty:
            if known is not None:
                self._store.delete(home, note.id)
        else:
            span = known.span if known is not None else None
            kept = self._store.keep(
                home, note.moved(self._outline, span), known.note if known is not None else None
            )
        self._panes.text_pane.clear_selection()
        self._loaded = self._read()
        self._show()
        return kept


def note_path(session: Session) -> str:
    """Return the path by which the notes of a report are known; empty for one from standard input."""
    from pathlib import Path

    if session.from_input:
        return ""
    if session.path is None:
        return BUILT_IN
    is_file = session.library_report is None or Path(session.path).is_absolute()
    return str(Path(session.path).resolve()) if is_file else session.path
