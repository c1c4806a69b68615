"""Chinese line breaking: where a line of a given width may end.

The rules are those of Chinese typesetting (禁则; compare UAX #14 and GB/T 15834): no line begins with
a closing mark or ends with an opening one, and a number keeps its sign, its decimals and its unit.
Work reports use ASCII marks next to Chinese ones, so both are in the tables. A line never exceeds
its width: text without a permitted break is broken where the width ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from tui.typeset.cells import NARROW, CellWidths, cell_widths

#: Marks that may not end a line.
OPENING = "“‘（(《〈【〔［[「『〖{｛￥$¥£＄#＃"
#: Marks that may not begin a line.
CLOSING = "”’）)》〉】〕］]」』〗}｝，,、。．.；;：:！!？?…—～~·・％%‰℃°／/ 　\N{NO-BREAK SPACE}"

_OPENING, _CLOSING = frozenset(OPENING), frozenset(CLOSING)

#: What stays with the number before it. A character too many does no harm here, so no word list is needed.
_LONG_UNITS = "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|美元|欧元|港元|人次|场次|千瓦时|千瓦|千伏|标准箱|小时|分钟|周年"
_UNITS = (
    "元米亩吨斤升度家个项户人名位套件起条部场所座台辆只头株棵次处宗支种类批路盏间张篇册幢栋"
    "单笔份款颗眼艘架班列对根块片面门口匹羽枚例床具期轮级层倍成天年月日号岁强后伏"
)
#: What stands before a suffix with its point: 文本、.rtf.
_BEFORE_SUFFIX = "、，,（(/ "
#: A number: digits, letters and separators, which do not end it, and a rate mark.
_NUMBER = r"[0-9０-９](?:[0-9０-９A-Za-z+＋.．,，:：/]*[0-9０-９A-Za-z+＋])?[%％‰℃]?"
#: What is never broken: a number with its sign or a range of numbers, with its unit; a word in Latin letters, with the point
#: of a suffix (.rtf), or a path; a doubled mark. As text: compiled when the first paragraph is wrapped.
_ATOM = (
    rf"[+＋\-－−]?{_NUMBER}(?:\s?[-－~～—–至到]{{1,2}}\s?{_NUMBER})*"
    rf"[余多几]?(?:[十百千万亿]{{0,2}}[余多几]?(?:{_LONG_UNITS}|[{_UNITS}])|[十百千万亿]{{0,2}})"
    rf"|(?:~?/|(?<=[{_BEFORE_SUFFIX}])\.)?[A-Za-z][A-Za-z0-9.\-_/&@+]*[A-Za-z0-9+]|——|……"
)
_SPACES = " 　\N{NO-BREAK SPACE}"


def break_lines(text: str, width: int, cells: CellWidths = NARROW) -> Iterator[tuple[int, int]]:
    """Break one paragraph into lines, each when it is asked for.

    Args:
        text: A paragraph, without line breaks.
        width: Cells a line may take, at least 2.
        cells: The widths of characters.

    Yields:
        Half-open offsets of the lines, at least one, which together cover ``text``. Spaces at the end of a line may exceed
        the width: leave them out when drawing.
    """
    widths = cell_widths(text, cells)
    columns = list(accumulate(widths, initial=0))
    if columns[-1] <= width:
        yield 0, len(text)
        return
    start, length = 0, len(text)
    atoms, in_atom = re.finditer(_ATOM, text), bytearray(length)
    atom = next(atoms, None)
    while start < length:
        fits = bisect_right(columns, columns[start] + width, start + 1) - 1
        end = fits
        while end < length and text[end] in _SPACES:
            end += 1
        while atom and atom.start() < end:
            begin, stop = atom.span()
            in_atom[begin + 1 : stop] = b"\1" * (stop - begin - 1)
            atom = next(atoms, None)
        if end < length:
            while end > start and (in_atom[end] or _is_kept_together(text, widths, end)):
                end -= 1
            if end == start:
                end = _forced(fits, start, widths)
        yield start, end
        start = end


def _is_kept_together(text: str, widths: bytes, offset: int) -> bool:
    """Return whether a mark forbids a break right before an offset."""
    begins_suffix = (
        text[offset] == "." and text[offset - 1] in _BEFORE_SUFFIX and text[offset + 1 :][:1].isalpha()
    )
    is_closing = text[offset] in _CLOSING and not begins_suffix
    return is_closing or not widths[offset] or text[offset - 1] in _OPENING


def _forced(fits: int, start: int, widths: bytes) -> int:
    """Return where to break text without a permitted break: where it fits, but not between a letter and its marks."""
    end = max(fits, start + 1)
    while end > start + 1 and end < len(widths) and widths[end] == 0:
        end -= 1
    return end
