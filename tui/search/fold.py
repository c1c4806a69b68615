"""Folding: what counts as equal when searching, with an exact map back to the text's offsets.

Width and case are folded, traditional characters become simplified ones (``content/variants.txt``); spaces
and line breaks inside words are dropped, and quotation and book-title marks too, unless the query itself holds some.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from functools import cache

from tui.report.resources import read_content

MARKS = "“”‘’\"'《》〈〉「」『』"
_DROPPED = "\0"
#: Characters folded in one step, which takes 2 to 4 milliseconds.
_STEP = 30_000


@cache
def _simplified() -> dict[str, str]:
    """Traditional characters to simplified ones."""
    lines = read_content("variants.txt").decode("utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return {variant: word[0] for word in words for variant in word[1:]}


class _Folding(dict[int, str]):
    """Code point to its folded character, one for one; filled as characters are met."""

    def __init__(self, keep_marks: bool) -> None:
        self._keep_marks = keep_marks

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).casefold()
        folded = _simplified().get(folded, folded) if character > "\u2fff" else folded
        if character.isspace() or (not self._keep_marks and character in MARKS):
            folded = _DROPPED
        elif len(folded) != 1:
            folded = character
        self[code] = folded
        return folded


_WITH_MARKS, _WITHOUT_MARKS = _Folding(True), _Folding(False)


class Folded:
    """A folded text, and where each of its characters stood.

    A long one is folded a step at a time; until :attr:`is_done`, nothing else may be asked.

    Attributes:
        text: The folded text.
        is_done: Whether all of it is folded.
    """

    def __init__(self, source: str, keep_marks: bool) -> None:
        self.text = ""
        self.is_done = False
        self._source = source
        self._table = _WITH_MARKS if keep_marks else _WITHOUT_MARKS
        self._reached = 0
        self._parts: list[str] = []
        #: For each dropped character how many that were kept stand before it: 4 bytes each, where a list of offsets takes 36.
        self._dropped = array("I")
        self._kept = 0

    def step(self) -> None:
        """Folds another stretch."""
        stop = min(len(self._source), self._reached + _STEP)
        parts = self._source[self._reached : stop].translate(self._table).split(_DROPPED)
        for part in parts[:-1]:
            self._kept += len(part)
            self._dropped.append(self._kept)
        self._kept += len(parts[-1])
        self._parts.append("".join(parts))
        self._reached = stop
        if stop == len(self._source):
            self.text, self.is_done = "".join(self._parts), True
            self._parts, self._source = [], ""

    def finish(self) -> Folded:
        """Folds the rest."""
        while not self.is_done:
            self.step()
        return self

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source's half-open span of a folded one, which must not be empty."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, index: int) -> int:
        return index + bisect_right(self._dropped, index)


def fold_query(words: str) -> tuple[str, bool]:
    """A folded term, and whether it holds marks of its own."""
    has_marks = any(mark in words for mark in MARKS)
    return Folded(words, has_marks).finish().text, has_marks
