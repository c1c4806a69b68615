"""Print a table as a spreadsheet, or write it to a new file in the current folder."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui.cli import output, printing
from tui.cli.destination import STANDARD_OUTPUT
from tui.messages import destinations
from tui.messages import sheets as messages
from tui.report.errors import UsageError
from tui.report.model import Report
from tui.sheets.model import Sheet
from tui.state.files import create_new, write_atomically

FORMAT, SUFFIX = "xlsx", ".xlsx"
#: Characters of a place or an indicator in a file's name.
_MAX_NAME = 40


class SheetRows:
    """Collects the rows of reports, as workers send them, until all of them are there.

    Args:
        is_several: Whether each row tells which report it is from.

    Attributes:
        reports: The reports that have rows, see :func:`tui.sheets.figures.about`.
        rows: The cells of all rows.
        is_several: Whether each row tells which report it is from.
    """

    def __init__(self, is_several: bool) -> None:
        self.reports: list[dict[str, Any]] = []
        self.rows: list[Sequence[str]] = []
        self.is_several = is_several

    def add(self, rows: Any) -> None:
        """Add what :func:`sheet_rows` returned."""
        if rows["rows"]:
            self.reports.append(rows["about"])
            self.rows += rows["rows"]

    def close(self) -> None:
        """End it; the sheet is written by :func:`write`."""


def sheet_rows(report: Report, origin: dict[str, object], rows: Sequence[Sequence[str]]) -> dict[str, object]:
    """Return the rows of a report as a worker sends them.

    Args:
        report: The report.
        origin: What tells it from others, see :func:`tui.cli.origin.origin`.
        rows: Their cells.
    """
    from tui.sheets.figures import about, with_origin_cells

    named = with_origin_cells(origin["report"], origin["place"], origin["year"], rows) if origin else rows
    return {"about": about(report), "rows": named}


def is_asked(options: Namespace) -> bool:
    """Tell whether a spreadsheet is asked for.

    Called before the work is done, so that it is not done in vain.

    Raises:
        UsageError: If options contradict each other, or the package that writes spreadsheets is missing.
    """
    if options.format != FORMAT:
        return False
    if options.headings != "zh":
        raise UsageError(messages.ONLY_CHINESE)
    if options.output == STANDARD_OUTPUT and printing.to_terminal():
        raise UsageError(messages.NOT_TO_TERMINAL)
    from tui.sheets.xlsx import require_package  # only spreadsheets need it

    require_package()
    return True


def write(sheet: Sheet, options: Namespace, missing: Sequence[str] = ()) -> None:
    """Print a table, or at a terminal make a new file of it, and tell its name; no file is made of a table without rows.

    Args:
        sheet: The table.
        options: Of the command.
        missing: Why reports have no part in it, which stands above the table.

    Raises:
        WriteError: If it cannot be written.
    """
    from tui.sheets.xlsx import workbook

    if missing:
        sheet = sheet._replace(lines=[*sheet.lines, messages.without(missing)])
    data = workbook(sheet)
    options.rows = sheet.total
    if not sheet.total and options.output in (None, STANDARD_OUTPUT):
        output.tell(messages.NO_ROWS)
    if options.output is not None or not printing.to_terminal():
        output.write_bytes(data)
    elif sheet.total:
        path = _new_file(sheet)
        try:
            write_atomically(path, data)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        output.tell(destinations.written(str(path), sheet.total))


def _new_file(sheet: Sheet) -> Path:
    """Create a file in the current folder; its name has nothing of a report but the place it is of."""
    name = "-".join(filter(None, (re.sub(r"\W", "", sheet.whose)[:_MAX_NAME], sheet.name)))
    return create_new(Path(name + SUFFIX))
