"""Sheets over the main screen: help, go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.terminal.textual_compat import BareScreen, screen_strips
from tui.typeset.cells import pad
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines
from tui.widgets.bars import TitleBar
from tui.widgets.line_input import LineInput
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background, dimmed, strip_of

_DETAIL_COLUMN = 6
#: Characters a box takes: those of the longest path.
MAX_WORDS = 4096
#: What a row stands for: run when it is picked; or words to put into the box instead, to go on from there.
Pick = Callable[[], object]
Candidate = tuple[str, str, Pick | str]
Candidates = Callable[[str], list[Candidate]]


class Rows(LineView):
    """Rows of two columns; a row without a second column is a heading."""

    def __init__(
        self, rows: Sequence[tuple[str, str]], first_column: int, *, id: str, has_cursor: bool = False
    ) -> None:
        super().__init__(id=id, title_rows=0)
        self._rows = list(rows)
        self._first_column = first_column
        self._has_cursor = has_cursor

    @property
    def raised(self) -> bool:
        """A sheet lies over the main screen."""
        return True

    def replace(self, rows: Sequence[tuple[str, str]]) -> None:
        """Shows other rows."""
        self._rows = list(rows)
        self.cursor = self.top = 0
        self.refresh()

    def row_count(self) -> int:
        """As many as it was given."""
        return len(self._rows)

    def row_strip(self, index: int, width: int) -> Strip:
        """A row in two columns."""
        first, second = self._rows[index]
        base = self.base_style
        if not second:
            return strip_of([(" " + first, base + self.part_style("strong"))], width, base)
        fill = base + self.cursor_style if self._has_cursor and index == self.cursor else base
        first = pad(first, min(self._first_column, max(1, width - 6)))
        return strip_of(
            [("  ", fill), (first, fill + self.part_style("count")), (" " + second, fill)], width, fill
        )


class Dialog(BareScreen, ModalScreen["Pick | None"]):
    """A sheet that Esc takes away, over a dimmed picture of the screen below."""

    BINDINGS = [Binding("escape,q", "dismiss_sheet", "关闭", key_display="Esc")]

    #: The panes that win and lose the focus paint themselves; in the original the whole screen is painted.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._below: list[Strip] = []
        self._below_size = Size(0, 0)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """The screen below has changed in some regions, if any are given."""
        if regions:
            self._below = []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The screen below, dimmed once; Textual's own dims each segment anew for each painting (20 ms)."""
        if not self._below or self._below_size != self.size:
            self._below_size = self.size
            stack = self.app.screen_stack
            self._below = dimmed(screen_strips(stack[stack.index(self) - 1]), self.styles.background)
        rows = [strip.adjust_cell_length(crop.right) for strip in self._below[crop.y : crop.bottom]]
        # After a resize the screen below may have its old size, and so may this one.
        rows += [Strip.blank(crop.right)] * (crop.height - len(rows))
        return [strip.crop(crop.x, crop.right) for strip in rows]

    def leave(self, result: Pick | None) -> None:
        """Takes the sheet away with a result; once, though two keys of one burst ask for it."""
        if self.app.screen is self and len(self.app.screen_stack) > 1:
            self.dismiss(result)

    def action_dismiss_sheet(self) -> None:
        """Takes the sheet away."""
        self.leave(None)


class ListDialog(Dialog):
    """A sheet that shows rows under a title."""

    def __init__(self, title: str, hint: str, rows: Sequence[tuple[str, str]], first_column: int) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._rows = rows
        self._list = Rows(rows, first_column, id="list")
        self._title_row = TitleBar(id="sheet-title")

    def compose(self) -> ComposeResult:
        """The title, and the rows."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._list

    def on_mount(self) -> None:
        """Names the sheet."""
        self._title_row.show([(self._title, "strong"), (f"  {self._hint}", "")], "")


class HelpDialog(ListDialog):
    """The keys, those of the focused pane first."""

    BINDINGS = [Binding("question_mark,f1", "dismiss_sheet", "关闭", show=False)]

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__("帮助", "↑ ↓ 翻看，Esc 关闭", rows, 20)


class DetailsDialog(ListDialog):
    """What is known of one thing: names at the left, words at the right, wrapped; as high as that."""

    BINDINGS = [Binding("i,semicolon", "dismiss_sheet", "关闭", show=False)]

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__("详情", "Esc 关闭", rows, _DETAIL_COLUMN)
        self._room = 0

    def on_mount(self) -> None:
        """Words are wrapped before the first layout."""
        self._wrap()

    def on_resize(self) -> None:
        """Words are wrapped again where there is more or less room."""
        self._wrap()

    def _wrap(self) -> None:
        room = max(8, min(72, self.size.width) - _DETAIL_COLUMN - 4)
        if room == self._room:
            return
        self._room = room
        wrapped = []
        for name, words in self._rows:
            shown = full_width_marks(words)
            for start, end in break_lines(shown, room):
                wrapped.append((name, shown[start:end].rstrip()))
                name = ""
        self._list.replace(wrapped)
        self._list.styles.height = len(wrapped)


class PickDialog(Dialog):
    """A box, and below it what fits what is typed; Enter picks one. Its result is what the row stands for."""

    BINDINGS = [
        Binding("down", "move(1)", "下一个", key_display="↓"),
        Binding("up", "move(-1)", "上一个", key_display="↑"),
        Binding("tab", "complete", "补全", show=False, priority=True),
    ]

    def __init__(
        self, title: str, placeholder: str, first_column: int, candidates: Candidates, words: str = ""
    ) -> None:
        super().__init__()
        self._title_row = TitleBar(id="sheet-title")
        # A sheet may be taken away in the middle of being made: its parts are not looked up, but held.
        self._box = LineInput(id="place", placeholder=placeholder, max_length=MAX_WORDS, value=words)
        self._places = Rows((), first_column, id="places", has_cursor=True)
        self._title = title
        self._candidates = candidates
        self._found: list[Candidate] = []

    def compose(self) -> ComposeResult:
        """The box, and the list."""
        with Background("raised", id="dialog"):
            yield self._title_row
            yield self._box
            yield self._places

    def on_mount(self) -> None:
        """Lists all there is."""
        self._title_row.show([(self._title, "strong"), ("  ↑ ↓ 选择，Enter 前往，Esc 关闭", "")])
        self._list(self._box.value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._pick(self._places.cursor)

    @on(LineView.RowChosen)
    def _chosen(self, event: LineView.RowChosen) -> None:
        self._pick(event.row)

    def action_move(self, rows: int) -> None:
        """Moves in the list without leaving the box."""
        self._places.action_move(rows)

    def action_complete(self) -> None:
        """Puts what the row at the cursor stands for into the box, if it is something to go on from."""
        row = self._places.cursor
        if row < len(self._found) and isinstance(self._found[row][2], str):
            self._pick(row)

    def _list(self, words: str) -> None:
        self._found = self._candidates(words)
        rows = [(name, label) for name, label, _ in self._found] or [("没有找到", "")]
        self._places.replace(rows)

    def _pick(self, row: int) -> None:
        if row >= len(self._found):
            return
        pick = self._found[row][2]
        if isinstance(pick, str):
            self._box.value = pick
            self._box.cursor_position = len(pick)
        else:
            self.leave(pick)
