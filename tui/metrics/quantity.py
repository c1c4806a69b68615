"""Numbers with their units, as they stand in the text.

Only digits that count or measure something are quantities: years and dates, ordinals (第38), names and
codes (PM2.5, 1号线, “1+4”, 12345热线, 220千伏) carry no unit of :mod:`tui.metrics.units`, or stand
beside a letter, a plus sign or 第, and so never match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tui.metrics.units import MAGNITUDE, UNIT
from tui.report.model import Qualifier
from tui.report.numerals import HALF_WIDTH

_NUMBER = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\dA-Za-z.+＋第])"
    rf"(?P<low>{_NUMBER})(?:%?\s?(?:-|—{{1,2}}|~|至)\s?(?P<high>{_NUMBER}))?"
    rf"\s?(?P<more>[余多几])?(?P<unit>(?:{MAGNITUDE})?(?P<more_inside>[余多几])?(?:{UNIT}))"
    rf"(?P<after>左右|上下|以上|以下|以内)?"
    rf"(?!方面|方向|层面|阶段)"  # 7个方面 counts headings, not things
)
#: Words before a number that say how it is to be taken; the longest first.
_BEFORE: tuple[tuple[str, Qualifier], ...] = (
    ("不低于", "at_least"), ("不少于", "at_least"), ("不小于", "at_least"), ("至少", "at_least"), ("力争", "about"),
    ("不超过", "at_most"), ("不高于", "at_most"), ("控制在", "at_most"), ("超过", "over"), ("突破", "over"),
    ("高于", "over"), ("低于", "under"), ("接近", "nearly"), ("大约", "about"), ("将近", "nearly"), ("超", "over"),
    ("逾", "over"), ("近", "nearly"), ("约", "about"),
)  # fmt: skip
_AFTER: dict[str, Qualifier] = {
    "左右": "about",
    "上下": "about",
    "以上": "at_least",
    "以下": "under",
    "以内": "at_most",
}
_MORE = re.compile("[余多几]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; half-open offsets of the two together.

    Attributes:
        start: First digit.
        end: One past the unit.
        value: One number, or the two ends of a range.
        unit: As printed, without 余 and 多.
        qualifier: From the words around it.
    """

    start: int
    end: int
    value: tuple[Decimal, ...]
    unit: str
    qualifier: Qualifier


def find_quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text, in order, none overlapping."""
    half = text.translate(HALF_WIDTH)
    for found in _QUANTITY.finditer(half):
        ends = [found["low"], found["high"]] if found["high"] else [found["low"]]
        yield Quantity(
            found.start(),
            found.end("unit"),
            tuple(Decimal(number.replace(",", "")) for number in ends),
            _MORE.sub("", found["unit"]),
            _qualifier(half, found),
        )


def _qualifier(text: str, found: re.Match[str]) -> Qualifier:
    if found["after"]:
        return _AFTER[found["after"]]
    before = text[max(0, found.start() - 3) : found.start()]
    for word, qualifier in _BEFORE:
        if before.endswith(word):
            return qualifier
    return "more" if found["more"] or found["more_inside"] else "exact"
