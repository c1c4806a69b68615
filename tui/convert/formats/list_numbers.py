"""Count the automatic numbers of lists, and write them out.

A list defines for each of its levels how numbers are written (``%1、``), in which numerals, and where they start; a level
restarts below each number of a higher one.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.report.numerals import chinese_digits

#: Levels of a list.
LEVELS = 9
#: Characters of the pattern of a number (``第%1章``), which every paragraph of the list repeats; more are cut off.
MAX_PATTERN = 64
_CHINESE = (
    "chinese",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "ideographDigital",
)


class Level(NamedTuple):
    """How a level writes its numbers; forms have the names of Word."""

    start: int
    form: str
    pattern: str


#: By the name of a list: the name of its counter, which lists may share, and its levels by their depth.
Lists = dict[str, tuple[str, dict[int, Level]]]


class ListCounter:
    """Counts the numbers of one document; its paragraphs must be passed in order.

    Args:
        lists: The document's lists.
    """

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}

    def next(self, name: str, at: int, start: int | None = None) -> str:
        """Return the next number of a list; empty if it has none there.

        Args:
            name: The list.
            at: The level, from 0.
            start: Where to count from, instead of going on.
        """
        counter, levels = self._lists.get(name, ("", {}))
        level = levels.get(at) if at < LEVELS else None
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(counter, [None] * LEVELS)
        reached = counts[at]
        following = level.start if reached is None else reached + 1
        counts[at] = following if start is None else start
        for below in range(at + 1, LEVELS):
            counts[below] = None
        shown = level.pattern
        for above in range(at + 1):
            own = levels.get(above, level)
            value = counts[above]
            shown = shown.replace(f"%{above + 1}", _written(own.start if value is None else value, own.form))
        return shown


def _written(value: int, form: str) -> str:
    if form.startswith(_CHINESE):
        return chinese_digits(value)
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= 20:
        return chr(ord("①") + value - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= value <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + value - 1)
    return str(value)


def number(text: str | None, default: int = 0) -> int:
    """Return the value of up to four digits, else the default."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else default
