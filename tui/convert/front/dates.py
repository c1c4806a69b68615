"""Read the meeting at which a report was delivered, and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.report.numerals import small_number

#: Digits of dates, ten of a kind; some print 〇 as a circle, or as a Latin or Greek letter.
_DIGITS = "0123456789〇一二三四五六七八九○一二三四五六七八九零一二三四五六七八九Ｏ一二三四五六七八九O一二三四五六七八九Ο"
_NUMERAL = f"[{_DIGITS}十]"
DATE = re.compile(rf"({_NUMERAL}{{4}})年({_NUMERAL}{{1,3}})月({_NUMERAL}{{1,3}})日")
#: A date whose year has two digits, or none, before the name of the meeting.
_SHORT_DATE = re.compile(
    rf"(?<![0-9])(?:([0-9]{{2}})年)?({_NUMERAL}{{1,3}})月({_NUMERAL}{{1,3}})日"
    r"(?=(?:[上下]午)?(?:[,，].{0,16})?在.{2,40}(?:会议|大会|會議|大會)上)"
)
MEETING = re.compile(r"在(?P<held>.{4,70}?(?:会议|大会|會議|大會))上")
_MEETING_ALONE = re.compile(
    r"(?P<held>[\u4e00-\u9fff]{2,30}[届屆](?:全[国國])?(?:人民代表大[会會]|人大)(?:常务委员会)?第?.{1,4}次(?:会议|全体会议|會議|全體會議))"
)
#: A date before the name of a meeting.
_DAY = re.compile(rf"^.*{_NUMERAL}日[在于]?")
#: When a page was published, which is no date of a meeting.
_PUBLISHED = re.compile(r"(?:发布|发表|更新|发文|成文|印发)?(?:时间|日期)[:：].{0,20}|(?:发布|发表)于.{0,20}")
_MIN_YEAR, _MAX_YEAR = 1900, 2200


def read_meeting(lines: Sequence[str]) -> tuple[str, str]:
    """Return the meeting, and the text around its name, which holds its date; empty if none is named."""
    joined = "".join(lines)
    match = MEETING.search(joined) or _MEETING_ALONE.search(joined)
    if not match:
        return "", ""
    held = _DAY.sub("", match["held"])
    if held.startswith("日") and joined[match.start("held") - 1] in _DIGITS:
        held = held[1:].lstrip("在于")
    return held, joined[max(0, match.start() - 20) : match.end() + 16]


def read_date(lines: Sequence[str], around: str, year: int | None) -> str:
    """Return the date of the meeting in ISO 8601; empty if it is not stated.

    Args:
        lines: The front lines, squeezed.
        around: The text around the name of the meeting, in which the date is looked for first.
        year: The year the title names, or that is planned, for a date without one.
    """
    for source in (around, _PUBLISHED.sub("", "\n".join(lines)).replace("\n", "")):
        for match in DATE.finditer(source):
            date = _date(_number(match[1]), match[2], match[3])
            if date:
                return date
    short = _SHORT_DATE.search(around)
    if short and short[1]:
        digits = int(short[1])
        return _date(2000 + digits if digits < 50 else _MIN_YEAR + digits, short[2], short[3])
    if short and year and (_number(short[2]) or 12) <= 10:  # later ones may precede the year planned
        return _date(year, short[2], short[3])
    return ""


def _date(year: int | None, month_text: str, day_text: str) -> str:
    month, day = _number(month_text), _number(day_text)
    if year and month and day and _MIN_YEAR < year < _MAX_YEAR and month <= 12 and day <= 31:
        return f"{year:04}-{month:02}-{day:02}"
    return ""


def _number(text: str) -> int | None:
    """Return a number that may mix Chinese digits, zeros of any kind and ASCII: ``二0二0``."""
    digits = [_DIGITS.find(character) % 10 for character in text if character in _DIGITS]
    return int("".join(map(str, digits))) if len(digits) == len(text) else small_number(text)
