"""The numbers that Word counts itself: which paragraph has one, and how it is written.

A paragraph, or its style, names a list and a level in it. The list says of each level how its number is written
(``%1、``), in which numerals, and where it begins; a level begins anew below each number of a higher one.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree import ElementTree

from tui.report.numerals import chinese_digits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_CHINESE = (
    "chinese",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "ideographDigital",
)
#: Styles nest no deeper.
_DEEPEST = 16


class _Level(NamedTuple):
    start: int
    form: str
    pattern: str


class Numbering:
    """Counts the numbers of one document, whose paragraphs are asked for in order.

    Args:
        numbering: The document's ``numbering.xml``, if it has one.
        styles: Its ``styles.xml``.
    """

    def __init__(self, numbering: ElementTree.Element | None, styles: ElementTree.Element | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles = (
            {}
            if styles is None
            else {style.get(_W + "styleId", ""): style for style in styles.iter(_W + "style")}
        )
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: ElementTree.Element) -> None:
        abstract = {
            item.get(_W + "abstractNumId", ""): {
                _number(level.get(_W + "ilvl")): _level(level) for level in item.iter(_W + "lvl")
            }
            for item in numbering.iter(_W + "abstractNum")
        }
        for item in numbering.iter(_W + "num"):
            name = _value(item, "abstractNumId")
            levels = dict(abstract.get(name, {}))
            overridden = False
            for override in item.iter(_W + "lvlOverride"):
                at = _number(override.get(_W + "ilvl"))
                start = _value(override, "startOverride")
                own = override.find(_W + "lvl")
                level = _level(own) if own is not None else levels.get(at)
                if level is not None:
                    levels[at] = _Level(_number(start, level.start), level.form, level.pattern)
                overridden = overridden or bool(start)
            number = item.get(_W + "numId", "")
            self._lists[number] = (f"{number} alone" if overridden else name, levels)

    def of(self, paragraph: ElementTree.Element) -> str:
        """The number a paragraph begins with, as it is shown; empty where it has none."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        number, at = found
        counter, levels = self._lists.get(number, ("", {}))
        level = levels.get(at)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(counter, [None] * _LEVELS)
        reached = counts[at]
        counts[at] = level.start if reached is None else reached + 1
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        shown = level.pattern
        for above in range(at + 1):
            own = levels.get(above, level)
            value = counts[above]
            shown = shown.replace(f"%{above + 1}", _written(own.start if value is None else value, own.form))
        return shown

    def is_heading(self, paragraph: ElementTree.Element) -> bool:
        """Whether a paragraph, or its style, has a place in the document's own outline."""
        for properties in self._properties(paragraph):
            level = properties.find(_W + "outlineLvl")
            if level is not None:
                return _number(level.get(_W + "val"), _LEVELS) < _LEVELS
        return False

    def _list_of(self, paragraph: ElementTree.Element) -> tuple[str, int] | None:
        number, level = None, None
        for properties in self._properties(paragraph):
            marks = properties.find(_W + "numPr")
            if marks is not None:
                number = number or _value(marks, "numId") or None
                level = level or _value(marks, "ilvl") or None
        if number in (None, "0"):
            return None
        at = _number(level)
        return (number, at) if at < _LEVELS else None

    def _properties(self, paragraph: ElementTree.Element) -> list[ElementTree.Element]:
        """What is said of a paragraph: by itself, by its style, by the style that this is based on."""
        found = []
        own = paragraph.find(_W + "pPr")
        name = ""
        if own is not None:
            found.append(own)
            name = _value(own, "pStyle")
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            properties = style.find(_W + "pPr")
            if properties is not None:
                found.append(properties)
            name = _value(style, "basedOn")
        return found


def _level(element: ElementTree.Element) -> _Level:
    return _Level(_number(_value(element, "start"), 1), _value(element, "numFmt"), _value(element, "lvlText"))


def _value(element: ElementTree.Element, name: str) -> str:
    child = element.find(_W + name)
    return "" if child is None else child.get(_W + "val", "")


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else default


def _written(number: int, form: str) -> str:
    if form.startswith(_CHINESE):
        return chinese_digits(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + number - 1)
    return str(number)
