"""Sentences and paragraphs around a place, and a selection made of them. All spans are half-open offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[。!！?？]+[”’」』）)]*|\n")


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds an offset, with its closing mark and without white space around it."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if found.end() > offset:
            end = found.start() if found[0] == "\n" else found.end()
            return _stripped(text, start, max(end, start))
        start = found.end()
    return _stripped(text, start, len(text))


def paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """The line of the source that holds an offset, without white space around it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return _stripped(text, start, end if end >= 0 else len(text))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class Selection:
    """Text from a fixed end to a moving one.

    Attributes:
        anchor: The span it began with, which it always holds.
        head: The span its moving end is at.
    """

    anchor: tuple[int, int]
    head: tuple[int, int]

    @property
    def span(self) -> tuple[int, int]:
        """What is selected."""
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])

    def moved(self, text: str, direction: int, by: str) -> Selection:
        """The selection with its moving end one sentence or character on (1) or back (-1)."""
        return self._by_sentence(text, direction) if by == "sentence" else self._by_character(text, direction)

    def _by_sentence(self, text: str, direction: int) -> Selection:
        at = self.head[1] if direction > 0 else self.head[0] - 1
        while 0 <= at < len(text) and text[at].isspace():
            at += direction
        return Selection(self.anchor, sentence_at(text, at)) if 0 <= at < len(text) else self

    def _by_character(self, text: str, direction: int) -> Selection:
        start, end = self.span
        if self.head[1] >= self.anchor[1]:
            end = max(start + 1, min(end + direction, len(text)))
            return Selection((start, start + 1), (end - 1, end))
        start = max(0, min(start + direction, end - 1))
        return Selection((end - 1, end), (start, start + 1))
