"""Read spreadsheets back with another library than the one that writes them."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from openpyxl import load_workbook


class ReadSheet(NamedTuple):
    """A sheet as it was read.

    Attributes:
        page: The sheet of the other library.
        head: Its headings.
        first: The number of the row below the headings.
        rows: The cells of the table, by heading.
    """

    page: Any
    head: list[str]
    first: int
    rows: list[dict[str, object]]

    def texts(self, heading: str) -> list[str]:
        """Return the cells below a heading as text; numbers as they are written in CSV."""
        return ["" if row[heading] is None else str(row[heading]) for row in self.rows]

    def cell(self, row: int, heading: str) -> Any:
        """Return a cell of the table by the index of its row."""
        return self.page.cell(self.first + row, self.head.index(heading) + 1)


def read_sheet(data: bytes) -> ReadSheet:
    """Return the only sheet of a file; the range of the filter tells where the table is."""
    book = load_workbook(io.BytesIO(data))
    (page,) = book.worksheets
    first, last = str(page.auto_filter.ref).split(":")
    cells = [list(row) for row in page[f"{first}:{last}"]]
    head = [str(cell.value) for cell in cells[0]]
    rows = [dict(zip(head, (cell.value for cell in row), strict=True)) for row in cells[1:]]
    return ReadSheet(page, head, cells[0][0].row + 1, rows)
