"""The selection in the text and how dragging, clicking and keys change it. Uses offsets, not cells."""

from __future__ import annotations

from tui.report.sentences import paragraph_at, sentence_at
from tui.typeset.selection import Selection


class DragSelection:
    """A selection, and the drag that may be changing it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._selection: Selection | None = None
        self._drag_start: int | None = None
        self._has_dragged = False

    @property
    def span(self) -> tuple[int, int] | None:
        """The selected text: half-open offsets."""
        return self._selection.span if self._selection else None

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse button is down."""
        return self._drag_start is not None

    def clear(self) -> None:
        """Select nothing."""
        self._selection = None

    def start(self, sentence: tuple[int, int]) -> None:
        """Select a sentence."""
        self._selection = Selection(sentence, sentence)

    def extend(self, direction: int, by: str) -> int | None:
        """Move the end of the selection; return its new offset, None if nothing is selected."""
        if self._selection is None:
            return None
        self._selection = self._selection.moved(self._text, direction, by)
        start, end = self._selection.head
        return max(start, end - 1) if direction > 0 else start

    def press(self, offset: int) -> None:
        """Begin a drag: the mouse button went down on a character."""
        self._drag_start, self._has_dragged = offset, False

    def drag(self, offset: int) -> None:
        """Select up to the character under the pointer while the button is down; both ends are included."""
        if self._drag_start is not None and (self._has_dragged or offset != self._drag_start):
            self._has_dragged = True
            self._selection = Selection((self._drag_start, self._drag_start + 1), (offset, offset + 1))

    def release(self) -> None:
        """End a drag; the selection stays."""
        self._drag_start = None

    def click(self, offset: int | None, times: int) -> bool:
        """Select the sentence for two clicks, the paragraph for three, nothing for one.

        Returns:
            Whether this was a single click that did not end a drag.
        """
        if self._has_dragged:
            self._has_dragged = False
            return False
        if times == 1 or offset is None:
            self._selection = None
            return times == 1
        span = (sentence_at if times == 2 else paragraph_at)(self._text, offset)
        self._selection = Selection(span, span)
        return False
