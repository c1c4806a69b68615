"""A selection of text: from a fixed end to a moving end. All spans are half-open character offsets."""

from typing import NamedTuple

from tui.report.sentences import sentence_at


class Selection(NamedTuple):
    """Text from a fixed end to a moving end.

    Attributes:
        anchor: The span the selection began with, always included.
        head: The span at the moving end.
    """

    anchor: tuple[int, int]
    head: tuple[int, int]

    @property
    def span(self) -> tuple[int, int]:
        """The selected text."""
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])

    def moved(self, text: str, direction: int, by: str) -> "Selection":
        """Return the selection with its moving end one sentence or character further (1) or back (-1)."""
        return self._by_sentence(text, direction) if by == "sentence" else self._by_character(text, direction)

    def _by_sentence(self, text: str, direction: int) -> "Selection":
        at = self.head[1] if direction > 0 else self.head[0] - 1
        while 0 <= at < len(text) and text[at].isspace():
            at += direction
        return Selection(self.anchor, sentence_at(text, at)) if 0 <= at < len(text) else self

    def _by_character(self, text: str, direction: int) -> "Selection":
        start, end = self.span
        if self.head[1] >= self.anchor[1]:
            end = max(start + 1, min(end + direction, len(text)))
            return Selection((start, start + 1), (end - 1, end))
        start = max(0, min(start + direction, end - 1))
        return Selection((end - 1, end), (start, start + 1))
