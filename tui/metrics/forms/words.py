"""Find magnitudes in words: 突破千亿元 is one times 千亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.metrics.forms.base import Quantity, matches_at, qualifier_of
from tui.metrics.units import UNIT

_LARGE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万"
_START = re.compile("[十百千万亿](?<=[破超逾过到达近在上返至][十百千万亿])")
#: With a unit, or as the end of what is said; 百亿级产业 and 千万工程 are names.
_MAGNITUDE = re.compile(
    rf"(?:{_LARGE}|万|千|百)(?!级)(?:{UNIT})(?!级|的\d)|(?:{_LARGE})(?=大关|台阶|以上|左右|[,，。、;；)）])"
)
#: What a magnitude alone may follow: 上百家 and 数千人 are no exact numbers.
_WORD = re.compile(
    r"(?<![“‘])(?:突破|首破|超|超过|逾|(?<![通经穿渡超])过|达到|(?<![到直])达|(?<!附)近|稳定在|保持在|跨上|跨过|跨越|迈上|迈过|跃上|站上|重返|增至|增加到|提高到|扩大到)\Z"
)
_MAX_WORD_CHARACTERS = 4


def magnitudes_in_words(half: str) -> Iterator[Quantity]:
    """Yield the magnitudes that stand for one times themselves."""
    for match in matches_at(_MAGNITUDE, _START, half):
        start, end = match.span()
        if _WORD.search(half, max(0, start - _MAX_WORD_CHARACTERS), start):
            yield Quantity(start, end, (Decimal(1),), match[0], qualifier_of(half, start, end), "chinese")
