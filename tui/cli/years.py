"""Read years as people write them on the command line: 2023, 2023年, ２０２３, 二〇二三."""

from __future__ import annotations

import argparse
import re

from tui.messages import cli as messages
from tui.report.numerals import half_width, small_number

_YEARS = range(1000, 3000)
#: Digits that are no year were meant as one: no place has such a name.
_DIGITS = re.compile("[-+]?[0-9]+")


def year_in(text: str) -> int | None:
    """Return the year a word names; None if it names none."""
    number = small_number(text.strip().removesuffix(messages.YEAR_MARK))
    return number if number in _YEARS else None


def is_meant_as_year(text: str) -> bool:
    """Tell whether a word is meant as a year, though it may name none."""
    word = text.strip().removesuffix(messages.YEAR_MARK)
    return bool(word) and (_DIGITS.fullmatch(half_width(word)) is not None or small_number(word) is not None)


def year(text: str) -> int:
    """Read a year, for a parser of arguments."""
    found = year_in(text)
    if found is None:
        raise argparse.ArgumentTypeError(messages.bad_year(text))
    return found
