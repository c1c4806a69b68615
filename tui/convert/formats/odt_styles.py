"""Read the styles of an OpenDocument text: which are bold, and how lists write their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from tui.convert.formats.archive import Budget
from tui.convert.formats.list_numbers import LEVELS, MAX_PATTERN, Level, number
from tui.convert.formats.xml_reader import XmlReader
from tui.messages import reports

#: Namespaces of elements and attributes, as the parser writes them before the names.
STYLE: Final = "urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
#: The name under which the numbers of headings are kept.
OUTLINE = "\0outline"
#: Styles and levels of lists of a document, and styles one above the other.
MAX_STYLES = 1 << 16
_MAX_ANCESTORS = 16
_LISTS = ("list-style", "outline-style")
_LEVELS = ("list-level-style-number", "outline-level-style")
#: How numbers are written, with the names of Word.
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "一, 二, 三, ...": "chineseCounting", "①, ②, ③, ...": "decimalEnclosedCircle",
}  # fmt: skip


class _Style(NamedTuple):
    """A style of characters or paragraphs.

    Attributes:
        parent: The style it is based on.
        is_bold: None if it does not say.
    """

    parent: str
    is_bold: bool | None = None


class StylesReader(XmlReader):
    """Reads ``styles.xml``, and the styles in ``content.xml``.

    Args:
        names: Names of further elements to handle, by the names the parser gives them.
        budget: The budget for the parts.
    """

    def __init__(self, names: Iterable[str], budget: Budget) -> None:
        known = [TEXT + name for name in (*_LISTS, *_LEVELS)] + [STYLE + "style", STYLE + "text-properties"]
        super().__init__({name: name.rpartition("}")[2] for name in (*known, *names)}, budget)
        self.list_levels: dict[str, dict[int, Level]] = {}
        self._styles: dict[tuple[str, str], _Style] = {}
        self._style = ("", "")
        self._levels: dict[int, Level] = {}
        self._count = 0

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take a style, or a level of a list."""
        if name == "style":
            self._style = attributes.get(STYLE + "family", ""), attributes.get(STYLE + "name", "")
            self._styles[self._style] = _Style(attributes.get(STYLE + "parent-style-name", ""))
        elif name == "text-properties" and "style" in self.path[-2:-1]:
            weight = attributes.get(STYLE + "font-weight-asian") or attributes.get(_FO + "font-weight")
            if weight:
                is_bold = weight == "bold" or weight in ("600", "700", "800", "900")
                self._styles[self._style] = self._styles[self._style]._replace(is_bold=is_bold)
        elif name in _LISTS:
            key = OUTLINE if name == "outline-style" else attributes.get(STYLE + "name", "")
            self._levels = self.list_levels[key] = {}
        elif name in _LEVELS:
            at = number(attributes.get(TEXT + "level"), 1) - 1
            if 0 <= at < LEVELS:
                self._levels[at] = _level(at, attributes)
        if name in ("style", *_LISTS, *_LEVELS):
            self._count += 1
            if self._count > MAX_STYLES:
                raise self.budget.refuse(reports.too_many_styles(MAX_STYLES))

    def is_bold(self, family: str, name: str) -> bool | None:
        """Return whether a style is bold; None if neither it nor those it is based on say."""
        for _ in range(_MAX_ANCESTORS):
            style = self._styles.get((family, name))
            if style is None or style.is_bold is not None:
                return style and style.is_bold
            name = style.parent
        return None


def _level(at: int, attributes: dict[str, str]) -> Level:
    form = attributes.get(STYLE + "num-format", "")
    if not form:
        return Level(1, "none", "")
    shown = max(1, min(number(attributes.get(TEXT + "display-levels"), 1), at + 1))
    numbers = ".".join(f"%{level + 1}" for level in range(at + 1 - shown, at + 1))
    prefix, suffix = (attributes.get(STYLE + name, "") for name in ("num-prefix", "num-suffix"))
    pattern = f"{prefix}{numbers}{suffix}"[:MAX_PATTERN]
    return Level(number(attributes.get(TEXT + "start-value"), 1), _FORMS.get(form, "decimal"), pattern)
