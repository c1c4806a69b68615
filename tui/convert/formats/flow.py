"""Collect the lines of a document, of a note, of a text box or of a cell."""

from __future__ import annotations

from collections.abc import Iterable


class Flow:
    """Paragraphs and rows of tables, a line each.

    Args:
        headings: Takes the lines that are headings, or bold as a whole.

    Attributes:
        lines: The finished lines.
    """

    def __init__(self, headings: list[str]) -> None:
        self.lines: list[str] = []
        self._headings = headings
        self._words: list[str] = []
        self._has_text = False
        self._is_bold = True
        self._boxes: list[str] = []
        self._cell: list[str] = []
        self._cells: list[str] = []

    def add(self, text: str, is_bold: bool) -> None:
        """Add text to the paragraph."""
        self._words.append(text)
        if text and not text.isspace():
            self._has_text = True
            self._is_bold = self._is_bold and is_bold

    def add_mark(self, text: str) -> None:
        """Add text whose weight says nothing: a number, a break, a reference to a note."""
        self._words.append(text)

    def add_box(self, lines: Iterable[str]) -> None:
        """Add the lines of a text box, which follow the paragraph."""
        self._boxes += lines

    def end_paragraph(self, is_heading: bool, is_in_table: bool) -> None:
        """End a paragraph; in a table it becomes part of a cell."""
        line = _whole("".join(self._words))
        if self._has_text and (is_heading or self._is_bold):
            self._headings.append(line.strip())
        target = self._cell if is_in_table else self.lines
        target += [line, *self._boxes]
        self._words, self._boxes = [], []
        self._has_text, self._is_bold = False, True

    def add_cell(self, lines: Iterable[str]) -> None:
        """Add a cell of a table, whose lines are joined by spaces."""
        self._cells.append(" ".join(filter(None, lines)))

    def end_cell(self) -> None:
        """End a cell that consists of the paragraphs ended in a table."""
        self.end_paragraph(False, True)
        self.add_cell(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """End a row, which becomes one line."""
        if self._cells:
            self.lines.append("\t".join(self._cells))
        self._cells = []

    def finish(self) -> list[str]:
        """End everything that is open, and return all lines."""
        if self._words or self._boxes:
            self.end_paragraph(False, bool(self._cell or self._cells))
        if self._cell:
            self.end_cell()
        self.end_row()
        return self.lines


def _whole(text: str) -> str:
    """Join the halves of characters beyond U+FFFF, which are written one by one."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
