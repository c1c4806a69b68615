"""Build the lines of a document from a stream of elements, without recursion.

Every open element that matters is a frame: blocks (a body, a cell, a text box, a note), a table row, a paragraph. When
a frame ends, its parent takes its lines. Text boxes follow the paragraph they are anchored in, so numbers can be
counted only when the outermost paragraph has ended: until then a line is a list of :class:`Words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.convert.formats.docx_properties import Properties
from tui.convert.formats.docx_xml import W

SKIPPED_NAMES = ("Fallback", "del", "moveFrom", "pPr", "rPr", "sectPr")
_SKIPPED = frozenset(SKIPPED_NAMES)
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTE_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class NoteReference(NamedTuple):
    """A reference to a footnote or an endnote."""

    kind: str
    id: str


class Words(NamedTuple):
    """The text of one paragraph, whose number and note numbers are not yet counted."""

    pieces: Sequence[str | NoteReference]
    properties: Properties
    is_bold: bool


Line = list[Words | str]
_UNSTYLED = Properties()


class Frame:
    """An open element: opens frames for its children, and takes their lines."""

    __slots__ = ("depth",)

    depth: int

    def opened(self, name: str, attributes: dict[str, str], path: list[str]) -> Frame | None:
        """Return the frame of an element that starts in this one.

        Returns:
            None if it is part of this one, :data:`SKIPPED` if nothing in it is read.
        """
        return SKIPPED

    def closed(self, frame: Frame) -> None:
        """Take the lines of a child that ended."""

    def lines(self) -> list[Line]:
        """Return the lines read."""
        return []

    def add_text(self, text: str) -> None:
        """Take characters."""


SKIPPED: Final = Frame()


class Blocks(Frame):
    """Paragraphs and tables: a line for each paragraph and each row."""

    __slots__ = ("_lines",)

    def __init__(self) -> None:
        self._lines: list[Line] = []

    def opened(self, name: str, attributes: dict[str, str], path: list[str]) -> Frame | None:
        """Open a paragraph or a row."""
        if name == "p":
            return Paragraph()
        if name == "tr":
            return _Row()
        return SKIPPED if name in _SKIPPED else None

    def closed(self, frame: Frame) -> None:
        """Take the lines of a paragraph or a row."""
        self._lines += frame.lines()

    def lines(self) -> list[Line]:
        """Return the lines."""
        return self._lines

    def take_lines(self) -> list[Line]:
        """Return and clear the lines."""
        lines, self._lines = self._lines, []
        return lines


class _Row(Frame):
    """A row of a table: one line, its cells separated by tabs."""

    __slots__ = ("_cells",)

    def __init__(self) -> None:
        self._cells: list[Line] = []

    def opened(self, name: str, attributes: dict[str, str], path: list[str]) -> Frame | None:
        """Open a cell."""
        if name == "tc":
            return Blocks()
        return SKIPPED if name in _SKIPPED else None

    def closed(self, frame: Frame) -> None:
        """Take a cell, whose own lines are joined by spaces."""
        self._cells.append(_joined([line for line in frame.lines() if line], " "))

    def lines(self) -> list[Line]:
        """Return the line of the row."""
        return [_joined(self._cells, "\t")]


class _ParagraphProperties(Frame):
    """The ``pPr`` of a paragraph."""

    __slots__ = ("_properties",)

    def __init__(self, properties: Properties) -> None:
        self._properties = properties

    def opened(self, name: str, attributes: dict[str, str], path: list[str]) -> Frame | None:
        """Take a property."""
        self._properties.take(path[self.depth :], attributes)
        return None


class Paragraph(Frame):
    """A paragraph, and the text boxes anchored in it.

    Attributes:
        has_text: Whether a run in it, or in its text boxes, is not blank.
        is_bold: Whether all such runs are bold.
    """

    __slots__ = ("_boxes", "_pieces", "_properties", "has_text", "is_bold")

    def __init__(self) -> None:
        self._pieces: list[str | NoteReference] = []
        self._properties = _UNSTYLED
        self._boxes: list[Line] = []
        self.has_text = False
        self.is_bold = True

    def opened(self, name: str, attributes: dict[str, str], path: list[str]) -> Frame | None:
        """Take a break or a reference, open a text box, or skip the element."""
        if name == "pPr" and self._properties is _UNSTYLED and len(path) == self.depth + 1:
            self._properties = Properties()
            return _ParagraphProperties(self._properties)
        if name in _SKIPPED:
            return SKIPPED
        if name == "txbxContent":
            return Blocks()
        if name in BREAKS:
            self._pieces.append(BREAKS[name])
        elif name in NOTE_REFERENCES:
            self._pieces.append(NoteReference(NOTE_REFERENCES[name], attributes.get(W + "id", "")))
        return None

    def closed(self, frame: Frame) -> None:
        """Take the lines of a text box."""
        self._boxes += frame.lines()

    def add_text(self, text: str) -> None:
        """Take text."""
        if text:
            self._pieces.append(text)

    def add_run(self, is_bold: bool) -> None:
        """Take whether a run with text is bold."""
        self.has_text = True
        self.is_bold = self.is_bold and is_bold

    def lines(self) -> list[Line]:
        """Return its own line, and those of its text boxes."""
        own: Line = []
        if self._pieces:
            own.append(Words(self._pieces, self._properties, self.has_text and self.is_bold))
        return [own, *self._boxes]


def _joined(lines: list[Line], separator: str) -> Line:
    """Join several lines to one."""
    whole: Line = []
    for index, line in enumerate(lines):
        if index:
            whole.append(separator)
        whole += line
    return whole
