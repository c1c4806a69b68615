"""What is selected in the text, by dragging, clicking and keys. Knows offsets, not cells."""

from __future__ import annotations

from tui.report.sentences import paragraph_at, sentence_at
from tui.typeset.selection import Selection


class DragSelection:
    """A selection and the drag that may be making it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._selection: Selection | None = None
        self._drag_from: int | None = None
        self._dragged = False

    @property
    def span(self) -> tuple[int, int] | None:
        """What is selected: half-open offsets."""
        return self._selection.span if self._selection else None

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse button is down."""
        return self._drag_from is not None

    def clear(self) -> None:
        """Selects nothing."""
        self._selection = None

    def start(self, offset: int) -> None:
        """Selects the sentence that holds an offset."""
        sentence = sentence_at(self._text, offset)
        self._selection = Selection(sentence, sentence)

    def extend(self, direction: int, by: str) -> int | None:
        """Moves the end of the selection; the offset it is at now, None where nothing is selected."""
        if self._selection is None:
            return None
        self._selection = self._selection.moved(self._text, direction, by)
        start, end = self._selection.head
        return max(start, end - 1) if direction > 0 else start

    def press(self, offset: int) -> None:
        """The mouse button went down on a character."""
        self._drag_from, self._dragged = offset, False

    def drag(self, offset: int) -> None:
        """The mouse moved to a character with the button down: both ends are included."""
        if self._drag_from is not None and (self._dragged or offset != self._drag_from):
            self._dragged = True
            self._selection = Selection((self._drag_from, self._drag_from + 1), (offset, offset + 1))

    def release(self) -> None:
        """The mouse button went up; what was selected stays so."""
        self._drag_from = None

    def click(self, offset: int | None, times: int) -> bool:
        """Selects the sentence for two clicks, the paragraph for three, nothing for one.

        Returns:
            Whether this was a plain click, not the end of a drag or one of several.
        """
        if self._dragged:
            self._dragged = False
            return False
        if times == 1 or offset is None:
            self._selection = None
            return times == 1
        span = (sentence_at if times == 2 else paragraph_at)(self._text, offset)
        self._selection = Selection(span, span)
        return False
