"""The dialog for one's own verdict on a promise: verdicts to choose from, and a box for a note."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from tui.messages import promise_screen as messages
from tui.messages import screens as screens_messages
from tui.messages.verdicts import SIGNS, VERDICT_NAMES
from tui.promises.model import MAX_NOTE_CHARACTERS, VERDICTS, OwnVerdict, Verdict
from tui.screens.dialogs import Dialog, Rows
from tui.widgets.bars import TitleBar
from tui.widgets.inputs import LineInput
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background

_SIGN_CELLS = 4
#: Rows of the title, the box and the space around it.
_OTHER_ROWS = 4


class VerdictDialog(Dialog):
    """Asks for a verdict and a note. Its result does what was chosen.

    Args:
        shown: The verdict that is shown: the cursor begins there.
        own: One's own verdict; None if there is none.
        decide: Keeps a verdict; None takes it away.
    """

    BINDINGS = [
        Binding("down", "move(1)", screens_messages.NEXT, key_display="↓"),
        Binding("up", "move(-1)", screens_messages.PREVIOUS, key_display="↑"),
    ]

    def __init__(
        self, shown: Verdict, own: OwnVerdict | None, decide: Callable[[OwnVerdict | None], object]
    ) -> None:
        super().__init__()
        self._decide = decide
        self._verdicts: list[Verdict | None] = list(VERDICTS)
        rows = [(SIGNS[one], VERDICT_NAMES[one]) for one in VERDICTS]
        if own is not None:
            self._verdicts.append(None)
            rows.append(("×", messages.TAKE_BACK))
        self._title_row = TitleBar(id="dialog-title")
        self._rows = Rows(rows, _SIGN_CELLS, id="verdicts", has_cursor=True)
        self._rows.cursor = self._verdicts.index(shown)
        self._box = LineInput(
            id="note",
            placeholder=messages.NOTE_PLACEHOLDER,
            max_length=MAX_NOTE_CHARACTERS,
            value=own.note if own else "",
        )

    AUTO_FOCUS = "#note"

    def compose(self) -> ComposeResult:
        """Yield title, verdicts and the box."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._rows
            yield self._box

    def on_mount(self) -> None:
        """Be as high as the rows."""
        self._title_row.show([(messages.DECIDE, "strong"), (f"  {messages.DECIDE_HINT}", "")])
        self._fit()

    def on_resize(self) -> None:
        """Leave room for the box."""
        self._fit()

    def _fit(self) -> None:
        self._rows.styles.height = max(1, min(len(self._verdicts), self.app.size.height - _OTHER_ROWS))

    def action_move(self, rows: int) -> None:
        """Move the cursor without leaving the box."""
        self._rows.action_move(rows)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        verdict = self._verdicts[self._rows.cursor]
        own = OwnVerdict(verdict, " ".join(self._box.value.split())) if verdict is not None else None
        self.close(partial(self._decide, own))

    @on(LineView.RowChosen)
    def _chosen(self) -> None:
        self._submitted()
