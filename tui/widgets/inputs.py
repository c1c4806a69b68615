"""One-row input boxes: the base, the search box, and the box that filters metrics."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.messages import panes as messages
from tui.report.sanitize import one_line
from tui.terminal.textual_compat import show_suggestion
from tui.typeset.cells import cut
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import drawing_app

MAX_QUERY_CHARS = 200
MAX_FILTER_CHARS = 100
#: Columns from which the box that filters names its keys.
_KEYS_FROM_COLUMNS = 50


class LineInput(Input, inherit_css=False):
    """Textual's input without a frame, adapted to input methods.

    At the end of the text the terminal's cursor, and with it the candidate window of an input method, is right
    after the text, not one cell further. Another length of the text does not lay out the screen, as each key does in
    the original.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    #: The original's style sheet is left out: its frame has many rules to be read before the first screen.
    COMPONENT_CLASSES = Input.COMPONENT_CLASSES
    DEFAULT_CSS = """
    LineInput { width: 100%; height: 1; scrollbar-size-horizontal: 0; pointer: text; overflow-x: auto; }
    LineInput > .input--cursor {
        background: $input-cursor-background; color: $input-cursor-foreground; text-style: $input-cursor-text-style;
    }
    LineInput > .input--selection { background: $input-selection-background; color: $input-selection-foreground; }
    LineInput > .input--placeholder { color: $text-muted; }
    LineInput > .input--suggestion { color: $text-disabled; }
    """

    def __init__(self, *, id: str, placeholder: str, max_length: int, value: str = "") -> None:
        super().__init__(
            value, placeholder, id=id, select_on_focus=False, max_length=max_length, validate_on=()
        )
        self.cursor_blink = False
        self._whole_placeholder = placeholder

    def on_resize(self, event: events.Resize) -> None:
        """Show that more of the placeholder is cut off."""
        self._fit_placeholder()

    def show_placeholder(self, text: str) -> None:
        """Say something else while the box is empty."""
        if text != self._whole_placeholder:
            self._whole_placeholder = text
            self._fit_placeholder()

    def _fit_placeholder(self) -> None:
        self.placeholder = cut(self._whole_placeholder, self.size.width, drawing_app(self).cell_widths)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Do nothing: no rule of a style sheet depends on the focus; the original applies all rules again."""

    def insert_text(self, text: str) -> None:
        """Insert text at the cursor as if typed; control characters become visible, line breaks spaces."""
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        self.replace(one_line(text.strip("\r\n"))[: max(0, room)], start, end)

    def on_paste(self, event: events.Paste) -> None:
        """Insert all pasted text that fits; the original takes the first line only."""
        self.insert_text(event.text)
        event.stop()
        event.prevent_default()

    def restricted(self) -> None:
        """Ignore what does not fit; the original rings the bell for each key."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The position of the terminal's cursor."""
        offset = super().cursor_screen_offset
        at_end = self.cursor_position == len(self.value) and self.value
        return offset - (1, 0) if at_end else offset


class SearchBox(LineInput):
    """The search box. Its keys are bound to actions of the screen, so that they are handled in order.

    Args:
        run_query: Called with each new value while the keystroke is handled.
        placeholder: Shown while the box is empty.
    """

    BINDINGS = bindings("query")

    DEFAULT_CSS = """
    SearchBox { background: $bar; color: $heading; text-style: bold; padding: 0; width: 1fr; }
    """

    def __init__(self, run_query: Callable[[str], None], placeholder: str, *, id: str) -> None:
        super().__init__(id=id, placeholder=placeholder, max_length=MAX_QUERY_CHARS)
        self._run_query = run_query

    def show_in_use(self, is_in_use: bool) -> None:
        """Have the box, and so its row, look focused or not: it looks so, too, while the list or text below has the focus."""
        if is_in_use != self.has_class("in-use"):
            self.set_class(is_in_use, "in-use", update=False)
            if self.is_mounted:
                self.update_node_styles(animate=False)

    def watch_value(self, value: str) -> None:
        """Run the query."""
        if self.is_mounted:
            self._run_query(value)


class FilterBox(LineInput):
    """The box in place of the status bar that filters rows; errors appear after the typed text.

    It is shown only while it has the focus, however it loses that: see :meth:`tui.screens.browsing.PaneScreen.set_focus`.

    Args:
        covered: The status bar.
        label: Stands before what is typed.
        filtered: The pane whose rows are filtered, if it may be out of sight.
        placeholder: Shown while the box is empty.
        when_closed: Called when the box closes.
    """

    BINDINGS = bindings("filter")

    DEFAULT_CSS = """
    FilterBox { padding: 0 1; display: none; background: $bar-focused; color: $heading; }
    """

    def __init__(
        self,
        covered: Widget,
        filtered: LineView | None = None,
        *,
        id: str,
        label: str = messages.FILTER_LABEL,
        placeholder: str = messages.FILTER_PLACEHOLDER,
        value: str = "",
        when_closed: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(id=id, placeholder=placeholder, max_length=MAX_FILTER_CHARS, value=value)
        self._covered, self.filtered = covered, filtered
        self._when_closed = when_closed
        self._label = f" {label}"
        self._label_cells = cell_len(self._label)
        self._keys_cells = 0
        self.styles.padding = (0, 1, 0, self._label_cells)

    def on_resize(self, event: events.Resize) -> None:
        """Name the keys at the right edge, where there is room."""
        cells = cell_len(messages.FILTER_KEYS) if self.outer_size.width >= _KEYS_FROM_COLUMNS else 0
        if cells != self._keys_cells:
            self._keys_cells = cells
            self.styles.padding = (0, 1 + cells, 0, self._label_cells)
        super().on_resize(event)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the row with the label before what is typed, and the keys behind it."""
        width, keys_at = self.outer_size.width, self.outer_size.width - self._keys_cells
        strips = super().render_lines(Region(0, crop.y, width, crop.height))
        label = Strip([Segment(self._label, self.rich_style)], self._label_cells)
        keys = Strip([Segment(messages.FILTER_KEYS, self.rich_style)]).crop(0, self._keys_cells)
        whole = (Strip.join([label, strip.crop(self._label_cells, keys_at), keys]) for strip in strips)
        return [strip.crop(crop.x, crop.right) for strip in whole]

    def open(self) -> None:
        """Take the place of the status bar and the focus; what was typed before is selected, so that typing replaces it."""
        if self.screen.focused is not self:  # a key of the same burst may have given it the focus
            self.select_all()
        self._show(True)
        self.screen.set_focus(self)

    def close(self) -> None:
        """Give the status bar its place back."""
        self._show(False)
        self._when_closed()

    def _show(self, is_shown: bool) -> None:
        self.display = is_shown
        self._covered.display = not is_shown

    def show_error(self, error: str) -> None:
        """Show what is wrong with the filter after the typed text; nothing if empty."""
        show_suggestion(self, f"{self.value}   {error}" if error else "")
