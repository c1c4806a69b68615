"""Chinese line breaking: where a line of a given width may end.

The rules are those of Chinese typesetting (禁则; compare UAX #14 and GB/T 15834): no line begins with
a closing mark or ends with an opening one, and a number keeps its sign, its decimals and its unit.
Work reports use ASCII marks beside Chinese ones, so both stand in the tables. A line never exceeds
its width: what does not fit at all is broken where it must be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from string import ascii_letters

from tui.typeset.cells import cell_widths

#: Marks that may not end a line.
OPENING = "“‘（(《〈【〔［[「『〖{｛￥$¥£＄#＃"
#: Marks that may not begin a line.
CLOSING = "”’）)》〉】〕］]」』〗}｝，,、。．.；;：:！!？?…—～~·・％%‰℃°／/ 　\N{NO-BREAK SPACE}"

#: What stays with the number before it. A character too many does no harm here, so no word list is needed. These are no
#: part of the pattern below: a class of so many characters takes longer to compile than a screen of text to wrap.
_POWERS, _ABOUT = tuple("十百千万亿"), tuple("余多几")
_LONG_UNITS = (
    "个百分点", "百分点", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公顷", "美元", "欧元", "港元", "人次", "场次",
    "千瓦时", "千瓦", "千伏", "标准箱", "小时", "分钟", "周年",
)  # fmt: skip
_UNITS = (
    "元米亩吨斤升度家个项户人名位套件起条部场所座台辆只头株棵次处宗支种类批路盏间张篇册幢栋"
    "单笔份款颗眼艘架班列对根块片面门口匹羽枚例床具期轮级层倍成天年月日号岁强后伏"
)
#: The parts of a number: its digits, what may stand among them but not at its end, a sign, a rate, what joins a range. By hand,
#: since each class of them in a pattern takes a quarter of a millisecond to compile, before the first screen.
_DIGITS, _SIGNS = tuple("0123456789０１２３４５６７８９"), "+＋-－−"
_SEPARATORS, _RATES = ".．,，:：/", tuple("%％‰℃")
_IN_NUMBER = frozenset((*_DIGITS, *_SEPARATORS, *ascii_letters, *"+＋"))
_RANGES = tuple("-－~～—–至到")
#: What is never broken: a number, of which this is the first digit, or a word in Latin letters or digits.
_ATOM = re.compile(r"(?P<number>[0-9０-９])|[A-Za-z][A-Za-z0-9.\-_/&@+]*[A-Za-z0-9+]|——|……")
_SPACES = " 　\N{NO-BREAK SPACE}"


def break_lines(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of one paragraph begin and end.

    Args:
        text: A paragraph, without line breaks.
        width: Cells a line may take, at least 2.

    Returns:
        Half-open offsets into ``text``, which tile it. Spaces at the end of a line may hang beyond the width:
        whoever draws the line leaves them out.
    """
    if not text:
        return [(0, 0)]
    widths = cell_widths(text)
    columns = list(accumulate(widths, initial=0))
    if columns[-1] <= width:
        return [(0, len(text))]
    glued = _glue(text, widths)
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        fits = bisect_right(columns, columns[start] + width, start + 1) - 1
        end = fits
        while end < length and text[end] in _SPACES:
            end += 1
        if end < length:
            while end > start and glued[end]:
                end -= 1
            if end == start:
                end = _forced(fits, start, widths)
        lines.append((start, end))
        start = end
    return lines


def _forced(fits: int, start: int, widths: bytes) -> int:
    """Where to break what may not be broken: where it fits, but not between a letter and its marks."""
    end = max(fits, start + 1)
    while end > start + 1 and end < len(widths) and widths[end] == 0:
        end -= 1
    return end


def _atoms(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of what is never broken."""
    at = 0
    while found := _ATOM.search(text, at):
        begin, end = found.span()
        if not found["number"]:
            at = end
            yield begin, end
            continue
        begin -= begin > at and text[begin - 1] in _SIGNS
        at = _number_end(text, end)
        yield begin, _unit_end(text, at)


def _number_end(text: str, at: int) -> int:
    """Where a number ends of which an offset is behind the first digit; of a range, its second number."""
    while True:
        while at < len(text) and text[at] in _IN_NUMBER:
            at += 1
        while text[at - 1] in _SEPARATORS:
            at -= 1
        at += text.startswith(_RATES, at)
        to = _range_to(text, at)
        if not to:
            return at
        at = to


def _range_to(text: str, at: int) -> int:
    """Where the digits of the second number of a range begin, the first of which ends at an offset; 0 where there is none."""
    at += text[at : at + 1].isspace()
    if not text.startswith(_RANGES, at):
        return 0
    at += 1
    at += text.startswith(_RANGES, at)
    at += text[at : at + 1].isspace()
    return at if text.startswith(_DIGITS, at) else 0


def _unit_end(text: str, at: int) -> int:
    """Where the unit and the qualifier behind a number end that ends at an offset."""
    if text.startswith(_ABOUT, at):
        at += 1
    powers = at
    while powers < at + 2 and text.startswith(_POWERS, powers):
        powers += 1
    for begin in range(powers, at - 1, -1):  # 千 is a power, or the beginning of 千瓦
        start = begin + text.startswith(_ABOUT, begin)
        for unit in _LONG_UNITS:
            if text.startswith(unit, start):
                return start + len(unit)
        if text[start : start + 1] and text[start] in _UNITS:
            return start + 1
    return powers


def _glue(text: str, widths: bytes) -> bytearray:
    """For each offset, whether a break right before it is forbidden."""
    glued = bytearray(len(text) + 1)
    for offset, character in enumerate(text):
        if character in CLOSING or not widths[offset]:
            glued[offset] = 1
        elif character in OPENING:
            glued[offset + 1] = 1
    for begin, end in _atoms(text):
        if end - begin > 1:
            glued[begin + 1 : end] = b"\1" * (end - begin - 1)
    glued[0] = 0
    return glued
