"""Write out automatic numbers: which paragraph has one, and how it looks.

A paragraph, or its style, names a list and a level in it. The list defines for each level how its number is written
(``%1、``), in which numerals, and where it starts; a level restarts below each number of a higher one.
"""

from __future__ import annotations

from tui.convert.formats.docx_lists import LEVELS, Lists, number
from tui.convert.formats.docx_properties import Properties, StylesReader
from tui.report.numerals import chinese_digits

_CHINESE = (
    "chinese",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "ideographDigital",
)


class Numbering:
    """Counts the numbers of one document; its paragraphs must be passed in order.

    Args:
        lists: The document's lists.
        styles: Its styles.
    """

    def __init__(self, lists: Lists, styles: StylesReader) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}

    def completed(self, properties: Properties) -> Properties:
        """Return the properties of a paragraph, completed by those of its style."""
        if not properties.style:
            return properties
        return properties.over(self._styles.inherited(properties.style))

    def of(self, properties: Properties) -> str:
        """Return the number of a paragraph as Word shows it; empty if it has none."""
        if properties.list_id in ("", "0"):
            return ""
        at = number(properties.level)
        if at >= LEVELS:
            return ""
        counter, levels = self._lists.get(properties.list_id, ("", {}))
        level = levels.get(at)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(counter, [None] * LEVELS)
        reached = counts[at]
        counts[at] = level.start if reached is None else reached + 1
        for below in range(at + 1, LEVELS):
            counts[below] = None
        shown = level.pattern
        for above in range(at + 1):
            own = levels.get(above, level)
            value = counts[above]
            shown = shown.replace(f"%{above + 1}", _written(own.start if value is None else value, own.form))
        return shown

    def is_heading(self, properties: Properties) -> bool:
        """Return whether a paragraph has a level in the document's outline."""
        return properties.outline is not None and number(properties.outline, LEVELS) < LEVELS


def _written(value: int, form: str) -> str:
    if form.startswith(_CHINESE):
        return chinese_digits(value)
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= 20:
        return chr(ord("①") + value - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= value <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + value - 1)
    return str(value)
