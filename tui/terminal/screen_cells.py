"""A screen as cells: texts with styles, which are numbers; nothing of a file is sent to the terminal unchecked.

A file has these lines: a checksum; the version, the width of “, columns and rows; the styles; then each row as style,
text, style, text …, separated by tabs. Whoever wrote it, it can only draw coloured text: texts without control and
format characters, styles whose numbers are colours and attributes, rows that fill the screen.
"""

from __future__ import annotations

import os

from tui.report.hashing import sha256_hex
from tui.typeset.cells import CellWidths

#: A part of a row: the parameters of its style (``1;38;5;9``; empty for none), and its text.
Run = tuple[str, str]

_FORMAT = "huiji-screen/1"
#: Bold, dim, italic, underlined, reversed, struck through; default colours; the 16 named ones.
_PLAIN_PARAMETERS = frozenset(
    [1, 2, 3, 4, 7, 9, 39, 49, *range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)]
)
_FOREGROUND, _BACKGROUND, _INDEXED, _RGB = 38, 48, 5, 2
#: Spaces that Python does not count as printable.
_SPACES = {0x3000: "", 0xA0: ""}


class CachedScreen:
    """A first screen.

    Attributes:
        width: Cells “ is drawn in: 1 or 2.
        rows: Its rows, from the top.
    """

    __slots__ = ("rows", "width")

    def __init__(self, width: int, rows: list[list[Run]]) -> None:
        self.width = width
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CachedScreen) and (self.width, self.rows) == (other.width, other.rows)

    @property
    def drawing(self) -> bytes:
        """The bytes that draw it on a terminal that does not wrap lines."""
        parts = []
        for number, row in enumerate(self.rows, 1):
            parts.append(f"\x1b[{number};1H")
            parts += [f"\x1b[0;{style}m{text}" if style else f"\x1b[0m{text}" for style, text in row]
        return "".join([*parts, "\x1b[0m"]).encode()

    def dump(self, digest: str, size: os.terminal_size) -> bytes:
        """Return a file that :func:`read_screen` reads with the same digest and size."""
        styles: dict[str, int] = {}
        rows = [
            "\t".join(f"{styles.setdefault(style, len(styles))}\t{text}" for style, text in row)
            for row in self.rows
        ]
        head = f"{_FORMAT} {self.width} {size.columns} {size.lines}"
        body = "\n".join([head, "\t".join(styles), *rows]).encode("utf-8", "replace")
        return f"{_checksum(digest, body)}\n".encode() + body


def read_screen(data: bytes, digest: str, size: os.terminal_size) -> CachedScreen:
    """Return the screen a file has.

    Args:
        data: The file.
        digest: The digest of the inputs the screen must have been made from.
        size: Columns and rows the screen must fill.

    Raises:
        ValueError: If anything in the file is not as it should be.
    """
    checksum, _, body = data.partition(b"\n")
    if checksum.decode("ascii") != _checksum(digest, body):
        raise ValueError
    head, styles, *rows = body.decode("utf-8").split("\n")
    heads = {f"{_FORMAT} {cells} {size.columns} {size.lines}": cells for cells in (1, 2)}
    if head not in heads or len(rows) != size.lines:
        raise ValueError
    width = heads[head]
    known = {str(number): _parameters(style) for number, style in enumerate(styles.split("\t"))}
    widths = CellWidths(width)
    return CachedScreen(width, [_row(row, known, widths, size.columns) for row in rows])


def _row(line: str, styles: dict[str, str], widths: CellWidths, columns: int) -> list[Run]:
    parts = line.split("\t")
    texts = parts[1::2]
    if not "".join(texts).translate(_SPACES).isprintable():
        raise ValueError
    try:
        row = [(styles[number], text) for number, text in zip(parts[::2], texts, strict=True)]
    except KeyError:
        raise ValueError from None
    if _cells(row, widths) != columns:
        raise ValueError
    return row


def _cells(row: list[Run], widths: CellWidths) -> int:
    text = "".join([text for _, text in row])
    return len(text) if text.isascii() else sum(text.translate(widths).encode("latin-1"))


def _parameters(style: str) -> str:
    """Return the parameters of a style after checking that each is an attribute or part of a colour.

    Raises:
        ValueError: If one is not.
    """
    if not style:
        return ""
    if len(style) > 60 or not style.isascii() or not style.replace(";", "").isdecimal():
        raise ValueError
    numbers = list(map(int, style.split(";")))
    at = 0
    while at < len(numbers):
        if numbers[at] in (_FOREGROUND, _BACKGROUND):
            kind = numbers[at + 1 : at + 2]
            count = 1 if kind == [_INDEXED] else 3 if kind == [_RGB] else 0
            colour = numbers[at + 2 : at + 2 + count]
            if not count or len(colour) != count or max(colour) > 255:
                raise ValueError
            at += 2 + count
        elif numbers[at] in _PLAIN_PARAMETERS:
            at += 1
        else:
            raise ValueError
    return ";".join(map(str, numbers))


def _checksum(digest: str, body: bytes) -> str:
    return sha256_hex(digest.encode(), body)
