"""Find out which paragraphs have an automatic number: a paragraph, or its style, names a list and a level in it."""

from __future__ import annotations

from tui.convert.formats.docx_properties import Properties, StylesReader
from tui.convert.formats.list_numbers import LEVELS, ListCounter, Lists, number


class Numbering:
    """Counts the numbers of one document; its paragraphs must be passed in order.

    Args:
        lists: The document's lists.
        styles: Its styles.
    """

    def __init__(self, lists: Lists, styles: StylesReader) -> None:
        self._counter = ListCounter(lists)
        self._styles = styles

    def completed(self, properties: Properties) -> Properties:
        """Return the properties of a paragraph, completed by those of its style."""
        if not properties.style:
            return properties
        return properties.over(self._styles.inherited(properties.style))

    def of(self, properties: Properties) -> str:
        """Return the number of a paragraph as Word shows it; empty if it has none."""
        if properties.list_id in ("", "0"):
            return ""
        return self._counter.next(properties.list_id, number(properties.level))

    def is_heading(self, properties: Properties) -> bool:
        """Return whether a paragraph has a level in the document's outline."""
        return properties.outline is not None and number(properties.outline, LEVELS) < LEVELS
