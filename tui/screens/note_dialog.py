"""The dialog for a note: the passage, and a box for what is written on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from tui.messages import notes as messages
from tui.notes.model import MAX_BODY
from tui.screens.dialogs import Dialog, Rows, dialog_cells
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines
from tui.widgets.bars import TitleBar
from tui.widgets.inputs import LineInput
from tui.widgets.line_widget import Background, drawing_app

#: Lines of the passage that are shown at most; rows of title, box and the space around it.
_MAX_LINES, _OTHER_ROWS = 4, 5
_EDITOR_KEY = "F4"


class NoteDialog(Dialog):
    """Asks what is to be written on a passage. Its result saves it, or opens the editor with it.

    Args:
        title: Its title.
        passage: The passage.
        body: What is written on it now.
        save: Saves what was written.
        edit: Has it written in the user's editor.
        fault: Why what is written could not be saved; empty at first.
    """

    BINDINGS = [Binding("f4,ctrl+o", "edit", messages.EDIT, show=False, priority=True)]
    AUTO_FOCUS = "#note"

    def __init__(
        self,
        title: str,
        passage: str,
        body: str,
        save: Callable[[str], object],
        edit: Callable[[str], object],
        fault: str = "",
    ) -> None:
        super().__init__()
        self._title, self._passage = title, full_width_marks(passage)
        self._save, self._edit = save, edit
        self._title_row = TitleBar(id="dialog-title")
        self._rows = Rows((), 0, id="passage")
        self._box = LineInput(
            id="note",
            placeholder=messages.PLACEHOLDER,
            max_length=MAX_BODY,
            value=body.replace("\n", messages.LINE_END),
        )
        #: What can be closed without a question; what could not be saved never can.
        self._begun_with = None if fault else self._box.value
        self._fault = fault
        self._is_warned = False

    def compose(self) -> ComposeResult:
        """Yield title, passage and box."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._rows
            yield self._box

    def on_mount(self) -> None:
        """Show the passage before the first layout."""
        if self._fault:
            self._show_title(self._fault, "notice")
        else:
            self._show_title(messages.dialog_hint(_EDITOR_KEY))
        self._fit()

    def on_resize(self) -> None:
        """Wrap the passage for another width."""
        self._fit()

    def _show_title(self, hint: str, style: str = "") -> None:
        self._title_row.show([(self._title, "strong"), (f"  {hint}", style)])

    def _fit(self) -> None:
        room = max(2, dialog_cells(self.app.size.width) - 3)
        most = max(1, min(_MAX_LINES, self.app.size.height - _OTHER_ROWS))
        passage = self._passage.replace("\n", " ")
        lines = [passage[a:b].rstrip() for a, b in break_lines(passage, room, drawing_app(self).cell_widths)]
        if len(lines) > most:
            lines[most - 1] = f"{lines[most - 1][:-1]}…"
        self._rows.replace([("", line) for line in lines[:most]])
        self._rows.styles.height = min(len(lines), most)

    @property
    def _body(self) -> str:
        """What is written now."""
        return self._box.value.replace(messages.LINE_END, "\n")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.close(partial(self._save, self._body))

    def action_edit(self) -> None:
        """Go on in the editor."""
        self.close(partial(self._edit, self._body))

    def action_close_dialog(self) -> None:
        """Close; what was written is not thrown away with the first key."""
        if self._box.value == self._begun_with or self._is_warned:
            self.close(None)
            return
        self._is_warned = True
        self._show_title(messages.PRESS_AGAIN, "notice")

    @on(Input.Changed)
    def _changed(self) -> None:
        if self._is_warned and self._box.value != self._begun_with:
            self._is_warned = False
            self._show_title(messages.dialog_hint(_EDITOR_KEY))
