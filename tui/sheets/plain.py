"""Any other table: columns as wide as their cells, numbers where all cells of a column are numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.sheets.model import Column, Sheet, number

#: Half-width characters of a column at most.
_WIDEST = 50
_WHOLE = re.compile(r"[0-9]*")


def plain_sheet(name: str, title: str, table: Sequence[Sequence[str]], lines: Sequence[str] = ()) -> Sheet:
    """Return a table as a sheet.

    Args:
        name: What it is.
        title: Its title.
        table: Its rows, the headings first.
        lines: What stands between title and table.
    """
    head, *rows = table
    columns = [_column(heading, [row[index] for row in rows]) for index, heading in enumerate(head)]
    return Sheet(name, title, columns, rows, lines, is_wide=len(head) > 5)


def _column(heading: str, cells: Sequence[str]) -> Column:
    return number(heading, 14) if all(map(_WHOLE.fullmatch, cells)) else Column(heading, _WIDEST)
