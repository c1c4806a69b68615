"""Numbers with their units, as the one word they are when texts are compared."""

from __future__ import annotations

import re
from functools import cache

from tui.metrics.units import MAGNITUDE, UNIT

_DIGITS = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
_NUMERALS = "[零〇○一二三四五六七八九十百千万亿两]"
#: Numbers that are written out: “十四五”, 二〇二四年, 百分之三十.
_WRITTEN = rf"[一二][九〇○零][〇○零一二三四五六七八九]{{2}}(?=年)|(?<=[“\"])十?[一二三四五六七八九十]五(?=[”\"])|百分之{_NUMERALS}+(?:点{_NUMERALS}+)?"


@cache
def number_with_unit() -> re.Pattern[str]:
    """Return the pattern of a number with its unit: 5.2%, 3.6万亿元, 2024年."""
    return re.compile(
        rf"(?P<number>{_DIGITS}|{_WRITTEN})(?:多|余)?(?P<magnitude>(?:{MAGNITUDE})?)(?:多|余)?(?P<unit>(?:年|月|日|[％]|{UNIT})?)"
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"{_DIGITS}|{_WRITTEN}")


def masked(text: str) -> str:
    """Return a text with ``#`` for each number; units stay."""
    return _number().sub("#", text)
