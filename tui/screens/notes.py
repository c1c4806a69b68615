"""The screen of notes: those on this report, or on all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.exports.model import Export
from tui.keys.table import IN_NOTES
from tui.messages import notes as messages
from tui.notes.model import COLOURS, Note, now
from tui.notes.store import NoteStore
from tui.report.errors import HuijiError
from tui.report.sanitize import clean
from tui.screens.editor import Draft, editor_command, run_editor
from tui.screens.note_dialog import NoteDialog
from tui.screens.note_rows import HERE, NoteContents
from tui.screens.table import EVERY_ROW, TableScreen
from tui.screens.view import Hints
from tui.state.config import citation_style
from tui.view_session import ViewSession
from tui.views.notes import ListedNote
from tui.visits import JumpList
from tui.widgets.bindings import bindings
from tui.widgets.table_view import TableView


class NoteTable(TableView):
    """Notes with their passages."""

    BINDINGS = bindings("notes")


class NotesScreen(TableScreen):
    """The notes.

    Args:
        session: The notes.
        jumps: What was left by jumps.
    """

    LAYER = IN_NOTES
    AUTO_FOCUS = "#notes"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.notes = NoteContents(session.content)
        super().__init__(session, jumps, self.notes, NoteTable(self.notes.columns, id="notes"))
        self._store = NoteStore()
        #: The version of the folder that is shown.
        self._version: int = session.content.version
        #: What was deleted last, and where it was.
        self._deleted: list[tuple[int, ListedNote]] = []
        if not session.view.state and self.table_has(HERE):
            self.facet = HERE

    def table_has(self, facet: str) -> bool:
        """Return whether there are rows of a kind."""
        return any(one.id == facet and one.total for one in self.contents.facets())

    def exports(self) -> Sequence[Export]:
        """Return the notes that are shown, and all of them, cited as is usual now."""
        self.notes.style = citation_style(self.session.report_store.settings, self.session.config)
        return super().exports()

    def own_hints(self) -> Hints:
        """Return the keys that change notes, filter and sort."""
        return [
            self.hint("note", "note"),
            self.hint("delete", "delete_note"),
            self.hint("highlight", "highlight"),
            *super().own_hints(),
        ]

    def on_screen_resume(self) -> None:
        """Read the notes again if they were changed in a report or in another window."""
        if self._store.version() != self._version:
            self._version = self._store.version()
            self.action_reload()

    # -- changing ------------------------------------------------------------------------------

    def _at_cursor(self) -> ListedNote | None:
        row = self.table.row
        if row is None:
            self.say(messages.NO_NOTE_HERE)
        return self.notes.get(row.key) if row is not None else None

    def action_edit_note(self) -> None:
        """Ask what is to be written on the passage at the cursor."""
        one = self._at_cursor()
        if one is not None:
            self._ask(one, one.placed.note.body)

    def _ask(self, one: ListedNote, body: str, fault: str = "") -> None:
        note = one.placed.note
        title = messages.EDIT if note.body else messages.ADD
        dialog = NoteDialog(
            title, note.quote.exact, body, partial(self._write, one), partial(self._edit, one), fault
        )

        def run(pick: Callable[[], object] | None) -> None:
            if pick is not None:
                pick()

        self.app.push_screen(dialog, run)

    def _edit(self, one: ListedNote, body: str) -> None:
        """Have a note written in the editor, and save it; ask again if that ends badly."""
        try:
            draft = Draft(self._store.folder, body)
            if run_editor(self.app, editor_command(), draft.path):
                if self._write(one, draft.read()):
                    draft.discard()
            else:
                self._ask(one, body)
                draft.discard()
        except HuijiError as error:
            self._ask(one, body, error.message)

    def _write(self, one: ListedNote, body: str) -> bool:
        """Save what was written; ask again if that is not possible."""
        body = clean(body).strip()
        note = one.placed.note
        if body == note.body:
            return True
        changed = note._replace(body=body, modified=now())
        if changed.is_empty:
            self.action_delete_note()
            return True
        try:
            self._keep(one, changed)
        except HuijiError as error:
            self._ask(one, body, error.message)
            return False
        return True

    def action_next_colour(self) -> None:
        """Give the passage at the cursor the next colour."""
        one = self._at_cursor()
        if one is None:
            return
        note = one.placed.note
        colours = [colour for colour in COLOURS if colour or note.body]
        colour = colours[(colours.index(note.colour) + 1) % len(colours)]
        try:
            self._keep(one, note._replace(colour=colour, modified=now()))
        except HuijiError as error:
            self.say(str(error))
        else:
            self.say(messages.coloured(colour))

    def _keep(self, one: ListedNote, note: Note) -> None:
        kept = self._store.keep(one.placed.home, note, one.placed.note)
        self._version = self._store.version()
        self.notes.put(note.id, kept)
        self.show_rows()

    def action_delete_note(self) -> None:
        """Delete the note at the cursor; it can be had back as long as the table is open."""
        one = self._at_cursor()
        if one is None:
            return
        index = self.table.index
        try:
            self._store.delete(one.placed.home, one.placed.note.id)
        except HuijiError as error:
            self.say(str(error))
            return
        self._version = self._store.version()
        self._deleted.append(self.notes.remove(one.placed.note.id))
        self.show_rows(near=index)
        self.say(messages.deleted(self.key_for("restore_note")))

    def action_restore_note(self) -> None:
        """Have back what was deleted last."""
        if not self._deleted:
            self.say(messages.NOTHING_TO_RESTORE)
            return
        index, one = self._deleted[-1]
        try:
            self._store.keep(one.placed.home, one.placed.note)
        except HuijiError as error:
            self.say(str(error))
            return
        self._deleted.pop()
        self._version = self._store.version()
        self.notes.restore(index, one)
        self.show_rows(one.placed.note.id)
        self.say(messages.RESTORED)

    def open_passage(self) -> None:
        """Open the report of the note at the cursor, there."""
        one = self._at_cursor()
        if one is not None and one.source is None:
            self.say(messages.REPORT_GONE)
        else:
            super().open_passage()

    @property
    def is_narrowed(self) -> bool:
        """Whether rows are filtered: all of this report, where the table was asked for in one, are not."""
        return bool(self.words) or self.facet not in (self._usual, EVERY_ROW)

    @property
    def _usual(self) -> str:
        """The kind that is shown first: the notes of this report, if there are any."""
        return HERE if self.table_has(HERE) else EVERY_ROW

    def clear(self) -> bool:
        """Show all rows again, of this report where the table was asked for in one; return False if they are shown."""
        is_cleared = super().clear()
        if is_cleared:
            self.show_facet(self._usual)
        return is_cleared
