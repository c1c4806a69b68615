"""Folding: what counts as equal when searching, with an exact map back to the text's offsets.

Width and case are folded, traditional characters become simplified ones (``content/variants.txt``); spaces
and line breaks inside words are dropped, and quotation and book-title marks too, unless the query itself holds some.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from tui.report.content import read_content

MARKS = "“”‘’\"'《》〈〉「」『』"
_DROPPED = "\0"


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
    """A folded text.

    Attributes:
        text: The folded text.
        offsets: For each folded character, its offset in the source; None where nothing was dropped.
    """

    def __init__(self, source: str, keep_marks: bool) -> None:
        folded = source.translate(_WITH_MARKS if keep_marks else _WITHOUT_MARKS)
        self.offsets: list[int] | None = None
        if _DROPPED in folded:
            self.offsets = [at for at, character in enumerate(folded) if character != _DROPPED]
            folded = folded.replace(_DROPPED, "")
        self.text = folded

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source's half-open span of a folded one, which must not be empty."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold_query(words: str) -> tuple[str, bool]:
    """A folded term, and whether it holds marks of its own."""
    has_marks = any(mark in words for mark in MARKS)
    return Folded(words, has_marks).text, has_marks
