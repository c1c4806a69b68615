"""Read the text objects of a page of an OFD file, with the position of every character."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, repeat
from typing import Final, NamedTuple

from tui.convert.formats.archive import Budget
from tui.convert.formats.page_layout import Glyph
from tui.convert.formats.xml_reader import XmlReader
from tui.messages import reports

#: The namespace of elements, as the parser writes it before their names.
OFD: Final = "http://www.ofdspec.org/2016}"
#: Characters of a page.
MAX_PAGE_CHARACTERS = 100_000
_NAMES = ("TextObject", "TextCode")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)|g")
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: Width of a character below U+0300 as a share of its size, where no distance says more.
_NARROW = 0.5
_FIRST_WIDE = "\u0300"


class _TextObject(NamedTuple):
    """Where the characters of an object are drawn, in millimetres from the upper left corner of the page.

    Attributes:
        left: Where the object begins.
        top: Where it begins.
        matrix: Transforms positions in the object.
        size: Size of the characters, before the matrix.
    """

    left: float
    top: float
    matrix: Sequence[float]
    size: float


class PageContent(XmlReader):
    """Reads one page.

    Attributes:
        glyphs: The characters in the order of the file.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__({OFD + name: name for name in _NAMES}, budget)
        self.glyphs: list[Glyph] = []
        self._object = _TextObject(0.0, 0.0, _IDENTITY, 1.0)
        self._code: dict[str, str] = {}
        self._origin = 0.0, 0.0

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Start a text object or its text."""
        if name == "TextObject":
            box = [*_numbers(attributes.get("Boundary", ""), 4), 0.0, 0.0]
            matrix = _numbers(attributes.get("CTM", ""), 6)
            size = _number(attributes.get("Size"), 1.0)
            self._object = _TextObject(box[0], box[1], matrix if len(matrix) == 6 else _IDENTITY, size)
            self._origin = 0.0, 0.0
        elif name == "TextCode":
            self._code = attributes
            self.start_text()

    def end_element(self, name: str) -> None:
        """Place the characters of a text."""
        if name != "TextCode":
            return
        text = self.stop_text()
        self.characters += len(text)
        x = _number(self._code.get("X"), self._origin[0])
        y = _number(self._code.get("Y"), self._origin[1])
        self._origin = x, y  # a text without a position begins where the one before did
        if len(self.glyphs) + len(text) > MAX_PAGE_CHARACTERS:
            raise self.budget.refuse(reports.page_of_file_too_long(MAX_PAGE_CHARACTERS))
        self.glyphs += self._placed(text, x, y)

    def _placed(self, text: str, x: float, y: float) -> Iterator[Glyph]:
        left, top, (a, b, c, d, e, f), size = self._object
        wide, high = size * math.hypot(a, b), size * math.hypot(c, d)
        across = accumulate(_distances(self._code, "DeltaX", text, size), initial=x)
        down = accumulate(_distances(self._code, "DeltaY", text, 0.0), initial=y)
        for character, at, below in zip(text, across, down, strict=False):
            begin = left + a * at + c * below + e
            baseline = top + b * at + d * below + f
            width = wide * (_NARROW if character < _FIRST_WIDE else 1.0)
            if character >= " ":
                yield Glyph(-baseline, begin, begin + width, high, character)


def _distances(code: dict[str, str], name: str, text: str, size: float) -> Iterator[float]:
    """Yield the distances between characters; where none are written, those of characters set side by side."""
    written = code.get(name)
    if written is None:
        return (size * (_NARROW if character < _FIRST_WIDE else 1.0) for character in text)
    return chain(_expanded(written, len(text)), repeat(0.0))


def _expanded(written: str, limit: int) -> Iterator[float]:
    """Yield at most so many numbers of a list, in which ``g 5 2.5`` is five times 2.5."""
    tokens = iter(_NUMBER.findall(written))
    left = limit
    for token in tokens:
        count, value = (next(tokens, "0"), next(tokens, "0")) if token == "g" else ("1", token)
        times = min(left, max(0, int(_number(count, 0.0))))
        yield from repeat(_number(value, 0.0), times)
        left -= times
        if left <= 0:
            return


def _numbers(text: str, count: int) -> list[float]:
    return [_number(number, 0.0) for number in _NUMBER.findall(text[:1000])[:count]]


def _number(text: str | None, default: float) -> float:
    """Return a number of a usual length, else the default."""
    return float(text) if text and len(text) < 20 and _NUMBER.fullmatch(text) and text != "g" else default
