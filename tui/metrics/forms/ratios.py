"""Find ratios: 三次产业比调整为13.8∶52.8∶33.4, 城乡居民收入比缩小到2.3∶1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.metrics.forms.base import SPACE, Quantity, qualifier_of
from tui.report.model import MAX_PARTS
from tui.report.numerals import MAX_DIGITS

_PART = rf"\d{{1,{MAX_DIGITS - 4}}}+(?:\.\d{{1,4}}+)?+%?"
_RATIO = re.compile(
    rf"(?P<parts>(?=\d)(?<![\dA-Za-z.:∶﹕]){_PART}(?:{SPACE}?[:∶﹕]{SPACE}?{_PART}){{1,{MAX_PARTS - 1}}})(?![\dA-Za-z.:∶﹕])"
)
_MARK = re.compile("[:∶﹕]")
#: What each holds, which is much faster to look for first.
_MAY_BE_RATIO = re.compile(rf"[:∶﹕](?={SPACE}?\d)")
_NOT_OF_PARTS = re.compile(rf"{SPACE}|%")
#: What says that two numbers are a ratio, not the time of day or a score: 收入比, 比例, 之比, 比值.
_SAYS_RATIO = re.compile(
    r"比例|比重|比值|结构|之比|(?<![环同对相可评])比(?!上年|去年|较|如|[^,，。;；]{0,6}(?:增|提|高|下降|减))[^,，。;；\n]{0,24}\Z|差距[^,，。;；\n]{0,12}\Z"
)
_SAYS_RATIO_BEHIND = re.compile(r"的?(?:比例|比重|结构|[^,，。;；\n]{1,4}比(?![较如]))")
_MAX_BEFORE_CHARACTERS = 40
_CLAUSE_MARK = re.compile(r"[,，。;；!！?？\n]")
#: The parts of a whole add up to a hundred, as far as they were rounded.
_WHOLE, _ROUNDED = Decimal(100), 2


def ratios(half: str) -> Iterator[Quantity]:
    """Yield ratios, in order; their values are their parts, and they have no unit."""
    if not _MAY_BE_RATIO.search(half):
        return
    for match in _RATIO.finditer(half):
        parts = tuple(map(Decimal, _MARK.split(_NOT_OF_PARTS.sub("", match["parts"]))))
        if _is_ratio(half, match, parts):
            qualifier = qualifier_of(half, match.start(), match.end())
            yield Quantity(match.start(), match.end(), parts, "", qualifier, "ratio")


def _is_ratio(half: str, match: re.Match[str], parts: tuple[Decimal, ...]) -> bool:
    if len(parts) > 2 and abs(sum(parts, -_WHOLE)) <= _ROUNDED:
        return True
    before = half[max(0, match.start() - _MAX_BEFORE_CHARACTERS) : match.start()]
    clause = _CLAUSE_MARK.split(before)[-1]
    return bool(_SAYS_RATIO.search(clause) or _SAYS_RATIO_BEHIND.match(half, match.end()))
