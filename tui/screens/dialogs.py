"""Dialogs over the main screen: rows to read, and a box with rows to pick from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Self, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.messages import screens as messages
from tui.screens.protocol import BrowsingScreen
from tui.terminal.textual_compat import BareScreen, screen_strips
from tui.typeset.cells import pad
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines
from tui.widgets.bars import TitleBar
from tui.widgets.inputs import LineInput
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background, dimmed, drawing_app

#: Cells of the first column of details, and of choices.
_DETAIL_CELLS, _CHOICE_CELLS = 6, 10
#: The width of a dialog where there is room around it.
DIALOG_CELLS = 72
_APART_FROM = DIALOG_CELLS + 16
#: Most characters in the box: those of the longest path.
MAX_INPUT_CHARACTERS = 4096
#: What a row stands for: a function that runs when it is picked; or a text that goes into the box, to go on from there; None
#: for a row that is only read.
Pick = Callable[[], object]
Choice = tuple[str, str, Pick]
Candidate = tuple[str, str, Pick | str | None]
Candidates = Callable[[str], list[Candidate]]


class Rows(LineView):
    """Rows of two columns; a row without a second column is a heading."""

    def __init__(
        self, rows: Sequence[tuple[str, str]], first_cells: int, *, id: str, has_cursor: bool = False
    ) -> None:
        super().__init__(id=id, title_rows=0)
        self._rows = list(rows)
        self._first_cells = first_cells
        self._has_cursor = has_cursor

    @property
    def raised(self) -> bool:
        """Whether the rows lie over another pane: a dialog always does."""
        return True

    def replace(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other rows."""
        self._rows = list(rows)
        self.cursor = self.top = 0
        self.refresh()

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def row_strip(self, index: int, width: int) -> Strip:
        """Draw a row in two columns."""
        first, second = self._rows[index]
        base = self.base_style
        if not second:
            return self.strip_of([(" " + first, base + self.part_style("strong"))], width, base)
        fill = base + self.cursor_style if self._has_cursor and index == self.cursor else base
        first = pad(first, min(self._first_cells, max(1, width - 6)), self.widths)
        return self.strip_of(
            [("  ", fill), (first, fill + self.part_style("count")), (" " + second, fill)], width, fill
        )


def dialog_cells(width: int) -> int:
    """Return how wide a dialog is on a screen of a width: all of it where few cells would be left at its sides."""
    return DIALOG_CELLS if width >= _APART_FROM else width


class Dialog(BareScreen, ModalScreen["Pick | None"]):
    """A dialog that Esc closes, over the dimmed screen below.

    Attributes:
        DIMS: Whether the screen below is dimmed.
    """

    BINDINGS = [
        Binding("escape,q", "close_dialog", messages.CLOSE, key_display="Esc"),
        Binding("question_mark,f1", "help", messages.HELP, show=False, id="help"),
    ]
    DIMS: ClassVar[bool] = True
    #: See :func:`dialog_cells`.
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (DIALOG_CELLS, "-close"), (_APART_FROM, "-apart")]

    #: The panes that win and lose the focus paint themselves; in the original the whole screen is painted.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._below: list[Strip] = []
        self._below_size = Size(0, 0)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Repaint. Regions are those the screen below has changed in."""
        if regions:
            self._below = []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the screen below, dimmed once; Textual dims each segment anew for each painting (20 ms)."""
        if not self._below or self._below_size != self.size:
            self._below_size = self.size
            stack = self.app.screen_stack
            below = screen_strips(stack[stack.index(self) - 1])
            self._below = dimmed(below, self.styles.background) if self.DIMS else below
        rows = [strip.adjust_cell_length(crop.right) for strip in self._below[crop.y : crop.bottom]]
        # After a resize the screen below may have its old size, and so may this one.
        rows += [Strip.blank(crop.right)] * (crop.height - len(rows))
        return [strip.crop(crop.x, crop.right) for strip in rows]

    def refresh_below(self) -> None:
        """Show the screen below as it is now."""
        self._below = []
        self.refresh()

    def close(self, result: Pick | None) -> None:
        """Dismiss with a result. Ignores repeats from keys typed in one burst."""
        if self.app.screen is self and len(self.app.screen_stack) > 1:
            self.dismiss(result)

    def action_close_dialog(self) -> None:
        """Close without a result."""
        self.close(None)

    def on_click(self, event: events.Click) -> None:
        """Close like Esc if the click was outside."""
        if event.widget is self:
            self.action_close_dialog()

    def action_help(self) -> None:
        """Show the help of the screen below over the dialog."""
        cast(BrowsingScreen, self.app.screen_stack[0]).action_help()


class ListDialog(Dialog):
    """A dialog with rows under a title."""

    def __init__(
        self,
        title: str,
        hint: str,
        rows: Sequence[tuple[str, str]],
        first_cells: int,
        has_cursor: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._rows = rows
        self._list = Rows(rows, first_cells, id="list", has_cursor=has_cursor)
        self._title_row = TitleBar(id="dialog-title")

    def compose(self) -> ComposeResult:
        """Yield title and rows."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._list

    def on_mount(self) -> None:
        """Show the title."""
        self._title_row.show([(self._title, "strong"), (f"  {self._hint}", "")], "")


class DetailsDialog(ListDialog):
    """Details of one thing: names at the left, texts at the right, wrapped; as high as its rows."""

    BINDINGS = [Binding("i,semicolon", "close_dialog", messages.CLOSE, show=False)]

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__(messages.DETAILS, messages.DETAILS_HINT, rows, _DETAIL_CELLS)
        self._room = 0

    def on_mount(self) -> None:
        """Wrap texts before the first layout."""
        self._wrap()

    def on_resize(self) -> None:
        """Wrap texts again for another width."""
        self._wrap()

    def _wrap(self) -> None:
        room = max(8, dialog_cells(self.size.width) - _DETAIL_CELLS - 4)
        if room == self._room:
            return
        self._room = room
        wrapped = []
        for name, value in self._rows:
            shown = full_width_marks(value)
            for start, end in break_lines(shown, room, drawing_app(self).cell_widths):
                wrapped.append((name, shown[start:end].rstrip()))
                name = ""
        self._list.replace(wrapped)
        self._list.styles.height = len(wrapped)


class ChoiceDialog(ListDialog):
    """A few rows; Enter or a click chooses one. Its result is what the row stands for."""

    def __init__(self, title: str, hint: str, choices: Sequence[Choice]) -> None:
        rows = [(name, label) for name, label, _ in choices]
        super().__init__(title, hint, rows, _CHOICE_CELLS, has_cursor=True)
        self._picks = [pick for _, _, pick in choices]

    def on_mount(self) -> None:
        """Be as high as the rows."""
        self._list.styles.height = len(self._picks)

    @on(LineView.RowChosen)
    def _chosen(self, event: LineView.RowChosen) -> None:
        self.close(self._picks[event.row])


class PickDialog(Dialog):
    """A box, and below it the rows that match, those that are only read last; Enter picks one. Its result is what the row stands for."""

    BINDINGS = [
        Binding("down", "move(1)", messages.NEXT, key_display="↓"),
        Binding("up", "move(-1)", messages.PREVIOUS, key_display="↑"),
        Binding("tab", "complete", messages.COMPLETE, show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        placeholder: str,
        first_cells: int,
        candidates: Candidates,
        complete: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._complete = complete
        self._title_row = TitleBar(id="dialog-title")
        # Kept instead of queried: a dialog may be closed before its parts are mounted.
        self._box = LineInput(id="place", placeholder=placeholder, max_length=MAX_INPUT_CHARACTERS)
        self._places = Rows((), first_cells, id="places", has_cursor=True)
        self._title = title
        self._candidates = candidates
        self._shown: list[Candidate] = []
        #: The text whose rows are shown; None before there are any.
        self._listed: str | None = None

    def compose(self) -> ComposeResult:
        """Yield title, box and rows."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._box
            yield self._places

    def on_mount(self) -> None:
        """Show all rows."""
        self._title_row.show([(self._title, "strong"), (f"  {messages.PICK_HINT}", "")])
        self._list(self._box.value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value != self._listed:  # Enter may come before the box has told of its first text
            self._list(event.value)
        self._pick(self._places.cursor)

    @on(LineView.RowChosen)
    def _chosen(self, event: LineView.RowChosen) -> None:
        self._pick(event.row)

    def action_move(self, rows: int) -> None:
        """Move the cursor without leaving the box."""
        self._places.action_move(rows)
        self.reached(self._places.cursor)

    def action_complete(self) -> None:
        """Complete what is typed, or else put the text the row at the cursor stands for into the box, if it stands for one."""
        text = self._complete(self._box.value)
        if text != self._box.value:
            self._put(text)
            return
        row = self._places.cursor
        if row < len(self._shown) and isinstance(self._shown[row][2], str):
            self._pick(row)

    def _list(self, text: str) -> None:
        self._listed = text
        self._shown = sorted(self._candidates(text), key=lambda row: row[2] is None)
        rows = [(name, label) for name, label, _ in self._shown] or [(messages.NOTHING_FOUND, "")]
        self._places.replace(rows)
        self.reached(0)

    def reached(self, row: int) -> None:
        """Handle that the cursor is on another row."""

    def _pick(self, row: int) -> None:
        if row >= len(self._shown):
            return
        pick = self._shown[row][2]
        if isinstance(pick, str):
            self._put(pick)
        elif pick is not None:
            self.close(pick)

    def _put(self, text: str) -> None:
        self._box.value = text
        self._box.cursor_position = len(text)
