"""Properties of paragraphs and styles: style, list, outline level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.convert.formats.archive import Budget
from tui.convert.formats.docx_xml import W, WordReader
from tui.messages import reports

#: Names of the elements that :meth:`Properties.take` understands.
PROPERTY_NAMES = ("pPr", "pStyle", "numPr", "numId", "ilvl", "outlineLvl")
#: Styles of a document; Word allows 4,079.
MAX_STYLES = 1 << 16
#: Styles that a style may be based on, one on the other.
_MAX_ANCESTORS = 16


@dataclass(slots=True)
class Properties:
    """Values of a ``pPr``; the first of each counts.

    Attributes:
        style: Name of the paragraph's style, empty for none.
        list_id: Name of the list, empty for none.
        level: Level in the list, as written.
        outline: Level in the document's outline, as written; None for none.
    """

    style: str = ""
    list_id: str = ""
    level: str = ""
    outline: str | None = None

    def take(self, path: Sequence[str], attributes: dict[str, str]) -> None:
        """Take the value of an element, the last of a path below the ``pPr``."""
        value = attributes.get(W + "val", "")
        match path:
            case ["pStyle"]:
                self.style = self.style or value
            case ["outlineLvl"] if self.outline is None:
                self.outline = value
            case ["numPr", "numId"]:
                self.list_id = self.list_id or value
            case ["numPr", "ilvl"]:
                self.level = self.level or value

    def over(self, base: Properties) -> Properties:
        """Return these properties, completed by those of a style."""
        outline = base.outline if self.outline is None else self.outline
        return Properties(self.style, self.list_id or base.list_id, self.level or base.level, outline)


class StylesReader(WordReader):
    """Reads ``styles.xml``."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(("style", "basedOn", *PROPERTY_NAMES), budget)
        self._styles: dict[str, tuple[Properties, list[str]]] = {}
        self._inherited: dict[str, Properties] = {}
        self._depth = 0

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Start a style, or take a property of one."""
        below = self.path[self._depth :] if self._depth else []
        if name == "style" and not self._depth:
            self._depth = len(self.path)
            self._current: tuple[Properties, list[str]] = (Properties(), [])
            self._styles[attributes.get(W + "styleId", "")] = self._current
            if len(self._styles) > MAX_STYLES:
                raise self.budget.refuse(reports.too_many_styles(MAX_STYLES))
        elif below == ["basedOn"]:
            self._current[1].append(attributes.get(W + "val", ""))
        elif below[:1] == ["pPr"]:
            self._current[0].take(below[1:], attributes)

    def end_element(self, name: str) -> None:
        """End a style."""
        if len(self.path) == self._depth:
            self._depth = 0

    def inherited(self, style: str) -> Properties:
        """Return the properties of a style and of those it is based on."""
        if style not in self._inherited:
            if style not in self._styles:
                return Properties()
            self._inherited[style] = self._with_ancestors(style)
        return self._inherited[style]

    def _with_ancestors(self, style: str) -> Properties:
        inherited = Properties()
        for _ in range(_MAX_ANCESTORS):
            if style not in self._styles:
                break
            properties, bases = self._styles[style]
            inherited = inherited.over(properties)
            style = bases[0] if bases else ""
        return inherited
