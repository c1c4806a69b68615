"""Fold text for searching, and map folded offsets back to the text.

Width and case are folded, and traditional characters become simplified ones (``content/variants.txt``). White space
inside a term is dropped. Quotation and book-title marks are dropped too, unless the term itself holds some.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from tui.report.resources import read_content

MARKS = "“”‘’\"'《》〈〉「」『』"
_DROPPED = "\0"
#: Characters folded at once (2 to 4 ms): ``str.translate`` keeps other threads waiting until it is done.
_PIECE_CHARACTERS = 30_000


@cache
def _variants() -> dict[str, str]:
    """Load the table of traditional characters and their simplified forms."""
    lines = read_content("variants.txt").decode("utf-8").splitlines()
    groups = (group for line in lines if not line.startswith("#") for group in line.split())
    return {variant: group[0] for group in groups for variant in group[1:]}


def variants_of(text: str) -> str:
    """Return pairs of characters: each traditional one that is not in a text, and the simplified one that is."""
    present = set(text)
    return "".join(
        variant + simple
        for variant, simple in _variants().items()
        if simple in present and variant not in present
    )


class _Table(dict[int, str]):
    """Code points and their folded characters, computed when first asked for."""

    def __init__(self, keep_marks: bool) -> None:
        self._keep_marks = keep_marks

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).casefold()
        folded = _variants().get(folded, folded) if character > "\u2fff" else folded
        if character.isspace() or (not self._keep_marks and character in MARKS):
            folded = _DROPPED
        elif len(folded) != 1:
            folded = character
        self[code] = folded
        return folded


class FoldedText:
    """A folded text and the offsets of its characters in the source.

    Attributes:
        text: The folded text.
        dropped: Number of kept characters before each dropped one; a list of integers takes nine times the memory.
    """

    def __init__(self, source: str, table: Mapping[int, str]) -> None:
        parts: list[str] = []
        kept = 0
        self.dropped = array("I")
        for start in range(0, len(source), _PIECE_CHARACTERS):
            runs = source[start : start + _PIECE_CHARACTERS].translate(table).split(_DROPPED)
            for run in runs[:-1]:
                kept += len(run)
                self.dropped.append(kept)
            kept += len(runs[-1])
            parts.append("".join(runs))
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source's half-open span of a folded span, which must not be empty."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, index: int) -> int:
        return index + bisect_right(self.dropped, index)


_TABLES = {keep_marks: _Table(keep_marks) for keep_marks in (False, True)}


def fold(source: str, keep_marks: bool) -> FoldedText:
    """Fold a text, with or without its quotation and book-title marks."""
    return FoldedText(source, _TABLES[keep_marks])


def fold_term(term: str) -> tuple[str, bool]:
    """Fold a term, and tell whether it holds marks of its own."""
    has_marks = any(mark in term for mark in MARKS)
    return fold(term, has_marks).text, has_marks
