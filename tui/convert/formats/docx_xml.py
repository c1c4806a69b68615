"""Read the XML of Word: names of its namespace, and content for older programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.convert.formats.archive import Budget
from tui.convert.formats.xml_reader import XmlReader

#: The namespace of attributes and elements, as the parser writes it before their names.
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class WordReader(XmlReader):
    """Reads parts of a .docx file.

    Args:
        names: Local names of the elements that are handled; ``Fallback`` always is.
        budget: The budget for the parts.
    """

    def __init__(self, names: Iterable[str], budget: Budget) -> None:
        super().__init__({W + name: name for name in names} | {_FALLBACK: "Fallback"}, budget)
