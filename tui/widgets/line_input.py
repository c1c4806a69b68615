"""The base of the boxes one types in: an input of one row without a frame."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.report.sanitize import one_line


class LineInput(Input, inherit_css=False):
    """Textual's input, for Chinese and for speed.

    At the end of the text the terminal's cursor, and so the candidate window of an input method, stands right
    behind it, not a cell further. Another length of the text is no reason to lay out the screen; in the original each key is.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    #: Nothing of the original's style sheet is used, whose frame has many rules to be read before the first screen.
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

    def watch_has_focus(self, has_focus: bool) -> None:
        """Do nothing: no rule of a style sheet depends on it; in the original all rules are applied again."""

    def insert_words(self, words: str) -> None:
        """Puts words where the cursor is, as if typed; control characters are shown, line breaks become spaces."""
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        self.replace(one_line(words.strip("\r\n"))[: max(0, room)], start, end)

    def _on_paste(self, event: events.Paste) -> None:
        """All of what is pasted, as far as there is room; the original takes its first line."""
        self.insert_words(event.text)
        event.stop()
        event.prevent_default()

    def restricted(self) -> None:
        """The box is full: it says so by not growing; the original rings the bell for each key."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands."""
        offset = super().cursor_screen_offset
        at_end = self.cursor_position == len(self.value) and self.value
        return offset - (1, 0) if at_end else offset
