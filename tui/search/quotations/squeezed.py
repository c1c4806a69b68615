"""Squeeze texts to what they say, whatever their marks and white space, and map squeezed offsets back to the text.

Texts are folded as for searching; then marks are dropped, too, except those that are part of a number or keep two apart: 7.5% is never
75%, and 3、5个 never 35个. What groups digits is dropped (1,200 is 1200), and all dashes and waves between numbers are one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import count
from operator import add

from tui.search.fold import fold

_DROPPED, _LIST = "\0", "\1"
#: Marks that may be part of a number, and how they are written there.
_IN_NUMBERS = {
    **dict.fromkeys(".·•・‧", "."),
    ",": ",",
    **dict.fromkeys("、;", _LIST),
    **dict.fromkeys(":∶", ":"),
    **dict.fromkeys("-−", "-"),
    **dict.fromkeys("~∼〜", "~"),
}
#: Marks that say something wherever they stand.
_TELLING = "%‰‱&@#*/\\+"
#: Characters after which a dash before a digit makes a range: 5%-6%, 2023年—2025年.
_BEFORE_RANGE = "0-9%‰年月日万亿元人户个家亩米吨"
#: Characters of numerals, without the point.
NUMERALS = "零〇一二两三四五六七八九十百千万亿"
_POINT = "点"
MAX_OCCURRENCES = 500
#: Stands for the end of a line, which keeps numbers apart, while a text is folded.
_LINE_END = "¶"


class _Table(dict[int, str]):
    """Code points and how they are squeezed, computed when first asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        squeezed = character
        if character in _IN_NUMBERS:
            squeezed = _IN_NUMBERS[character]
        elif category == "Pd":
            squeezed = "~"
        elif character not in _TELLING and (
            category[0] in "PZC" or category == "Sk" or "─" <= character <= "➿"
        ):
            squeezed = _DROPPED
        self[code] = squeezed
        return squeezed


_TABLE = _Table()
#: How marks that are kept are written: ranges have a dash, all else that keeps numbers apart is a comma.
_WRITTEN = str.maketrans({"~": "-", _LIST: ",", _DROPPED: ","})


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[0-9])(?<![0-9]{{4}}),(?=[0-9]{{3}}(?![0-9]))|(?P<apart>(?<=[0-9])[\0\1,]+(?=[0-9])"
        rf"|(?<=[{NUMERALS}])[\0\1.,:]+(?=[{NUMERALS}]))"
        rf"|[\0\1]+|(?<![0-9])[.,:]+|[.,:]+(?![0-9])|(?<![{_BEFORE_RANGE}~])~+|~+(?![0-9~])|~(?=~)|-+(?![0-9])|(?<=[a-z])-+"
    )


class SqueezedText:
    """A squeezed text and the offsets of its characters in the source.

    Attributes:
        text: The squeezed text.
    """

    def __init__(self, source: str) -> None:
        self._folded = fold(source.replace("\n", _LINE_END), False)
        translated = self._folded.text.translate(_TABLE)
        parts: list[str] = []
        self._starts, self._offsets = array("I"), array("I")
        at = length = 0
        for match in (*_dropped().finditer(translated), None):
            end = len(translated) if match is None else match.start()
            if match is not None and match["apart"]:
                end += 1  # one of the marks is kept
            if end > at:
                self._starts.append(length)
                self._offsets.append(at)
                parts.append(translated[at:end])
                length += end - at
            at = end if match is None else match.end()
        self.text = "".join(parts).translate(_WRITTEN)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source's half-open span of a squeezed span, which must not be empty."""
        return self._folded.span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, index: int) -> int:
        run = bisect_right(self._starts, index) - 1
        return self._offsets[run] + index - self._starts[run]

    def squeezed_offset(self, offset: int) -> int:
        """Return how many squeezed characters stand before an offset of the source."""
        folded = offset - bisect_left(self._dropped, offset)
        run = bisect_right(self._offsets, folded) - 1
        if run < 0:
            return 0
        end = self._starts[run + 1] if run + 1 < len(self._starts) else len(self.text)
        return min(self._starts[run] + folded - self._offsets[run], end)

    @cached_property
    def _dropped(self) -> array[int]:
        """The offsets in the source of what folding dropped."""
        return array("I", map(add, self._folded.dropped, count()))


def squeeze(text: str) -> str:
    """Return a squeezed text."""
    return SqueezedText(text).text


def occurrences(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans at which a squeezed phrase is in a squeezed text, where it cuts no number in two.

    Of a text that repeats itself, the first :data:`MAX_OCCURRENCES` are looked at.
    """
    at = text.find(phrase) if phrase else -1
    for _ in range(MAX_OCCURRENCES):
        if at < 0:
            return
        if not cuts_number(text, at, at + len(phrase)):
            yield at, at + len(phrase)
        at = text.find(phrase, at + 1)


def cuts_number(text: str, start: int, end: int) -> bool:
    """Tell whether a span begins or ends within a number: 5% in 7.5%, 7 in 7%, 三 in 三十."""
    return _goes_on(text, start) or _goes_on(text, end)


_BEHIND_NUMBERS = "%‰万亿千百"


def _goes_on(text: str, border: int) -> bool:
    """Tell whether a number is on both sides of a border."""
    if not 0 < border < len(text):
        return False
    before, behind = text[border - 1], text[border]
    around = text[max(0, border - 2) : border - 1], text[border + 1 : border + 2]
    if before.isdecimal():
        return around[1].isdecimal() if behind == "." else behind.isdecimal() or behind in _BEHIND_NUMBERS
    if behind.isdecimal():
        return around[0].isdecimal() if before == "." else before == "-" and not around[0].isdecimal()
    if _POINT in (before, behind):
        return all(
            one and one in NUMERALS
            for one in ((before, around[1]) if behind == _POINT else (around[0], behind))
        )
    return before in NUMERALS and behind in NUMERALS
