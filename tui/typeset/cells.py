"""How many terminal cells text takes: 0 for combining marks, 2 for wide characters, 1 for the rest.

Whether characters that Unicode calls ambiguous (“ ” — … ·) take one cell or two depends on the terminal, so every
function takes the widths to count with: a screen those of its terminal, the command line :data:`NARROW`.
"""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
#: Spacing marks that join the character before them: Hangul vowels, final consonants and tone marks.
_JOINED = frozenset(map(chr, [*range(0x1160, 0x1200), 0x302E, 0x302F]))


class CellWidths(dict[int, str]):
    """The width of each character, as a table for :meth:`str.translate`; entries are added when first needed.

    Maps a code point to the character whose own code point is the width.

    Args:
        ambiguous: Cells the terminal draws ambiguous characters in: 1 or 2.
    """

    __slots__ = ("ambiguous",)

    def __init__(self, ambiguous: int = 1) -> None:
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, code: int) -> str:
        width = chr(self._width(chr(code)))
        self[code] = width
        return width

    def _width(self, character: str) -> int:
        if unicodedata.category(character) in ("Mn", "Me", "Cf") or character in _JOINED:
            return 0
        wide = "WFA" if self.ambiguous == 2 else "WF"
        return 2 if unicodedata.east_asian_width(character) in wide else 1


#: For output whose reader is not known: the command line.
NARROW = CellWidths()


def cell_widths(text: str, widths: CellWidths = NARROW) -> bytes:
    """Return the width of each character of the text, in cells."""
    return text.translate(widths).encode("latin-1")


def cell_length(text: str, widths: CellWidths = NARROW) -> int:
    """Return the width of the text, in cells."""
    if text.isascii():
        return len(text)
    return sum(text.translate(widths).encode("latin-1"))


def cut(text: str, width: int, widths: CellWidths = NARROW) -> str:
    """Return the text if it fits into ``width`` cells, else as much of it as fits before an ellipsis."""
    if cell_length(text, widths) <= width:
        return text
    room = width - cell_length(ELLIPSIS, widths)
    if room < 0:
        return ""
    used = 0
    for index, size in enumerate(cell_widths(text, widths)):
        used += size
        if used > room:
            return text[:index] + ELLIPSIS
    return text


def pad(text: str, width: int, widths: CellWidths = NARROW) -> str:
    """Cut the text to, or fill it with spaces up to, exactly ``width`` cells."""
    text = cut(text, width, widths)
    return text + " " * (width - cell_length(text, widths))


def pad_left(text: str, width: int, widths: CellWidths = NARROW) -> str:
    """Like :func:`pad`, with the spaces before the text."""
    text = cut(text, width, widths)
    return " " * (width - cell_length(text, widths)) + text
