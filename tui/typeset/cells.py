"""How many terminal cells text takes: 0 for marks that combine, 2 for wide characters, 1 for the rest."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"


#: Spacing marks that join the character before them: Hangul vowels, final consonants and tone marks.
_JOINED = frozenset(map(chr, [*range(0x1160, 0x1200), 0x302E, 0x302F]))


class Widths(dict[int, str]):
    """Code point to a character whose own code point is the width; filled as characters are met.

    Args:
        ambiguous: Cells the terminal draws ambiguous characters in: 1 or 2.
    """

    def __init__(self, ambiguous: int = 1) -> None:
        super().__init__()
        self.set_ambiguous(ambiguous)

    def set_ambiguous(self, cells: int) -> None:
        """Forget all widths where ambiguous characters take so many cells from here on."""
        self._wide = "WFA" if cells == 2 else "WF"
        self.clear()

    def __missing__(self, code: int) -> str:
        width = chr(self._width(chr(code)))
        self[code] = width
        return width

    def _width(self, character: str) -> int:
        if unicodedata.category(character) in ("Mn", "Me", "Cf") or character in _JOINED:
            return 0
        return 2 if unicodedata.east_asian_width(character) in self._wide else 1


_WIDTHS = Widths()


def set_ambiguous_width(cells: int) -> None:
    """Says how many cells the terminal draws “ ” — … · in, and whatever else Unicode calls ambiguous: 1 or 2."""
    _WIDTHS.set_ambiguous(cells)


def cell_widths(text: str) -> bytes:
    """The width of each character of the text, in cells."""
    return text.translate(_WIDTHS).encode("latin-1")


def cell_length(text: str) -> int:
    """The width of the text, in cells."""
    if text.isascii():
        return len(text)
    return sum(cell_widths(text))


def cut(text: str, width: int) -> str:
    """The text if it fits into ``width`` cells, else as much of it as fits before an ellipsis."""
    if cell_length(text) <= width:
        return text
    room = width - cell_length(ELLIPSIS)
    if room < 0:
        return ""
    used = 0
    for index, size in enumerate(cell_widths(text)):
        used += size
        if used > room:
            return text[:index] + ELLIPSIS
    return text


def pad(text: str, width: int) -> str:
    """The text cut to, or filled with spaces up to, exactly ``width`` cells."""
    text, room = _fitted(text, width)
    return text + " " * room


def pad_left(text: str, width: int) -> str:
    """As :func:`pad`, with the spaces before the text."""
    text, room = _fitted(text, width)
    return " " * room + text


def _fitted(text: str, width: int) -> tuple[str, int]:
    """The text cut to ``width`` cells, and how many it leaves."""
    length = cell_length(text)
    if length > width:
        text = cut(text, width)
        length = cell_length(text)
    return text, width - length
