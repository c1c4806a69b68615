"""Find quantities in digits: 26.12亿元, 1—2个, 1亿5千万元, 1/3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.metrics.forms.base import AFTER, HAN, MORE, NO_THINGS, SPACE, Quantity, matches_at, qualifier_of
from tui.metrics.units import COUNTED, MAGNITUDE, PER, UNIT
from tui.report.numerals import MAX_DIGITS, chinese_digits, chinese_number

#: Possessive here and below: backtracking into a run never helps, and would take quadratic time.
NUMBER = r"(?:\d{1,3}(?:,\d{3})++(?![\d,])|\d++)(?:\.\d++)?+"
#: Digits parted by a space, from files that were scanned: 2 684.83亿元, 1 4%.
_BROKEN = rf"(?<={HAN})(?:\d{{1,3}}(?: \d{{3}})++(?!\d)(?:\.\d++)?+|\d \d(?:\.\d++)?+(?=%))"
#: Skipped as a whole: no number of a report is so long.
_TOO_LONG = rf"\d{{1,3}}(?:,\d{{3}}){{{MAX_DIGITS // 3 + 1},}}+"
#: What stands before digits that are part of a name, or of a longer number.
NOT_BEHIND = r"(?<![\dA-Za-z./+＋第前“《])"
_DIGITS = re.compile(
    rf"{NOT_BEHIND}(?:(?P<too_long>{_TOO_LONG})"
    rf"|(?P<low>{_BROKEN}|{NUMBER})(?:%?{SPACE}?(?:-|—{{1,2}}|~|〜|至|到){SPACE}?(?P<high>{NUMBER}))?"
    rf"{SPACE}?{MORE}?(?P<unit>(?:{MAGNITUDE})?{SPACE}?{MORE}?(?:{UNIT})(?:{PER})?|"
    # 6600多万纳税人: so many ten thousands of what follows or stands before.
    rf"(?:万亿|[亿万](?!亿))(?={MORE}?{HAN}|[,，。、;；:：!！?？)）|—~-]|\d{{1,2}}(?:[-—至]\d{{1,2}})?(?:周?岁|-|—))(?!元|千伏|千瓦|伏|分之))"
    rf"(?:{AFTER})?"
    rf"(?!个?(?:{NO_THINGS})))"
)
#: 1亿5千万元, 3万2千亿元.
#: As text: few reports write so.
_MIXED = rf"{NOT_BEHIND}(?P<number>\d{{1,4}}[亿万千](?:\d{{1,4}}[万千百]){{1,3}}(?:万亿|亿|万)?)(?P<more>{MORE})?(?P<unit>{UNIT})"
_MAY_BE_MIXED = re.compile(r"\d{1,4}(?=[亿万千]\d)")
#: 价格指数控制在103左右, 恩格尔系数为0.4, 收入比缩小至1.7.
_INDEX = re.compile(
    r"(?:指数|系数|收入比|得分)(?:[^,，。;；:、!?！？\n\d]{0,8}[为达到至在是由从])?(?P<number>\d++(?:\.\d++)?+)"
    r"(?=左右|以[上下内]|[,，。;；)）\n]|、(?!\d)|[提上下升降缩减增回][高升降至到小少加落])"
)
_TO_INDEX = re.compile(
    r"(?:(?:上升|下降|提高|提升|降低|缩小|减少|回落|增加)|[升降])[到至为](?P<number>\d++(?:\.\d++)?+)(?=左右|以[上下内]|[,，。;；)）、\n])"
)
_FRACTION = re.compile(r"(?<![\d/.A-Za-z-])(?P<top>\d)/(?P<bottom>\d)(?![\d/])")
_MORE = re.compile(MORE)
#: 16.3个项目 at the start of a paragraph is the number of the paragraph, and three projects.
_AT_THE_START = re.compile(r"(?:^|[\s。;!?*|”’\")>])\Z")
_NOT_OF_UNITS = re.compile(rf"{MORE}|{SPACE}")
_NOT_OF_NUMBERS = re.compile("[, ]")
_RUN = re.compile(r"\d+")


def quantities_in_digits(half: str) -> Iterator[Quantity]:
    """Yield the quantities in digits, in order."""
    for match in matches_at(_DIGITS, _RUN, half):
        ends = [_NOT_OF_NUMBERS.sub("", number) for number in (match["low"], match["high"]) if number]
        if not ends or any(len(number.replace(".", "")) > MAX_DIGITS for number in ends):
            continue
        start, end, unit = match.start(), match.end("unit"), _NOT_OF_UNITS.sub("", match["unit"])
        if unit in COUNTED and "." in ends[0] and _AT_THE_START.search(half, max(0, start - 1), start):
            start, ends[0] = half.index(".", start) + 1, ends[0].partition(".")[2]
        qualifier = qualifier_of(half, start, end, is_more=bool(_MORE.search(match[0])))
        yield Quantity(start, end, tuple(map(Decimal, ends)), unit, qualifier)


def mixed_quantities(half: str) -> Iterator[Quantity]:
    """Yield the quantities whose digits and magnitudes alternate; their value is in single units."""
    if not _MAY_BE_MIXED.search(half):
        return
    for match in matches_at(re.compile(_MIXED), _MAY_BE_MIXED, half):
        value = chinese_number(_RUN.sub(lambda run: chinese_digits(int(run[0])), match["number"]))
        if value is not None:
            end = match.end("unit")
            qualifier = qualifier_of(half, match.start(), end, is_more=bool(match["more"]))
            yield Quantity(match.start(), end, (value,), match["unit"], qualifier)


def indices(half: str) -> Iterator[Quantity]:
    """Yield the values of indices, which have no unit, in order."""
    for first in _INDEX.finditer(half):
        match: re.Match[str] | None = first
        while match:
            start, end = match.span("number")
            if end - start <= MAX_DIGITS:
                yield Quantity(start, end, (Decimal(match["number"]),), "", qualifier_of(half, start, end))
            match = _TO_INDEX.match(half, end)


def fractions(half: str) -> Iterator[Quantity]:
    """Yield fractions below one, in order."""
    if "/" not in half:
        return
    for match in _FRACTION.finditer(half):
        if int(match["top"]) < int(match["bottom"]):
            qualifier = qualifier_of(half, match.start(), match.end())
            yield Quantity(
                match.start(),
                match.end(),
                (Decimal(match["top"]),),
                f"/{match['bottom']}",
                qualifier,
                "fraction",
            )
