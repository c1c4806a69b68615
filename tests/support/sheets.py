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
        rows: The cells of the table, by heading, without headings of groups.
        groups: The headings of groups, by the index of the first row of each.
        numbers: The number of each row.
    """

    page: Any
    head: list[str]
    first: int
    rows: list[dict[str, object]]
    groups: dict[int, str]
    numbers: list[int]

    def texts(self, heading: str) -> list[str]:
        """Return the cells below a heading as text; numbers as they are written in CSV."""
        return ["" if row[heading] is None else str(row[heading]) for row in self.rows]

    def cell(self, row: int, heading: str) -> Any:
        """Return a cell of the table by the index of its row."""
        return self.page.cell(self.numbers[row], self.head.index(heading) + 1)


def read_sheet(data: bytes) -> ReadSheet:
    """Return the only sheet of a file.

    The range of the filter tells where the table is; of one with groups, which has none, the row that is repeated and the levels of the rows.
    """
    (sheet,) = read_sheets(data)
    return sheet


def read_sheets(data: bytes) -> list[ReadSheet]:
    """Return the sheets of a file."""
    return [_read(page) for page in load_workbook(io.BytesIO(data)).worksheets]


def joined(sheets: list[ReadSheet]) -> ReadSheet:
    """Return the first of several sheets with the rows of all; cells of columns that a later one does not have are None."""
    first, *others = sheets
    rows = [{name: row.get(name) for name in first.head} for sheet in others for row in sheet.rows]
    return first._replace(rows=[*first.rows, *rows])


def _read(page: Any) -> ReadSheet:
    if page.auto_filter.ref:
        cells = [list(row) for row in page[page.auto_filter.ref]]
    else:
        head_row = int(str(page.print_title_rows).rpartition("$")[2])
        last = max(number for number, row in page.row_dimensions.items() if row.outlineLevel)
        cells = [list(row) for row in page.iter_rows(head_row, last)]
    head = [str(cell.value) for cell in cells[0]]
    levels = [page.row_dimensions[row[0].row].outlineLevel for row in cells[1:]]
    rows: list[dict[str, object]] = []
    groups: dict[int, str] = {}
    numbers: list[int] = []
    for row, level in zip(cells[1:], levels, strict=True):
        if any(levels) and not level:
            groups[len(rows)] = str(row[0].value)
            assert all(cell.value is None for cell in row[1:])
        else:
            rows.append(dict(zip(head, (cell.value for cell in row), strict=True)))
            numbers.append(row[0].row)
    return ReadSheet(page, head, cells[0][0].row + 1, rows, groups, numbers)
