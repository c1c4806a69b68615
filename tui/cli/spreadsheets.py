"""Write a table as a spreadsheet: to the file that is named, to standard output, or to a new file in the current folder."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tui.cli import output, printing
from tui.messages import cli as cli_messages
from tui.messages import sheets as messages
from tui.report.errors import UsageError, WriteError
from tui.report.model import Report
from tui.report.sanitize import one_line
from tui.sheets.model import Sheet
from tui.state.files import create_new, write_atomically

FORMAT, SUFFIX = "xlsx", ".xlsx"
_STANDARD_OUTPUT = "-"
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
    """Tell whether a spreadsheet is asked for, by the format or by the name of the output.

    Called before the work is done, so that it is not done in vain.

    Raises:
        UsageError: If options contradict each other, or the package that writes spreadsheets is missing.
        WriteError: If there is such a file already.
    """
    named = options.output
    if named is not None and options.format == options.usual_format and named.lower().endswith(SUFFIX):
        options.format = FORMAT
    if options.format != FORMAT:
        if named is not None or options.force:
            raise UsageError(messages.ONLY_XLSX)
        return False
    if options.headings != "zh":
        raise UsageError(messages.ONLY_CHINESE)
    if named == _STANDARD_OUTPUT and printing.to_terminal():
        raise UsageError(messages.NOT_TO_TERMINAL)
    from tui.sheets.xlsx import require_package  # only spreadsheets need it

    require_package()
    if named not in (None, _STANDARD_OUTPUT):
        _check(Path(named), options.force)
    return True


def write(
    sheet: Sheet,
    options: Namespace,
    sources: Iterable[str | os.PathLike[str] | None] = (),
    missing: Sequence[str] = (),
) -> None:
    """Write a table to where it is asked for, and tell where if that is a file; no file is made of a table without rows.

    Args:
        sheet: The table.
        options: Of the command.
        sources: The files it was made from, which are never replaced.
        missing: Why reports have no part in it, which stands above the table.

    Raises:
        WriteError: If it cannot be written, or must not.
    """
    from tui.sheets.xlsx import workbook

    if missing:
        sheet = sheet._replace(lines=[*sheet.lines, messages.without(missing)])
    data = workbook(sheet)
    if not sheet.rows:
        output.tell(messages.NO_ROWS)
    if options.output == _STANDARD_OUTPUT or (options.output is None and not printing.to_terminal()):
        output.write_bytes(data)
        return
    if not sheet.rows:
        return
    if options.output is None:
        path = _new_file(sheet)
        try:
            write_atomically(path, data)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    else:
        path = Path(options.output)
        _check(path, options.force, sources)
        write_atomically(path, data)
    output.tell(messages.written(len(sheet.rows), str(path)))


def _check(path: Path, force: bool, sources: Iterable[str | os.PathLike[str] | None] = ()) -> None:
    """Refuse a file that must not be replaced."""
    shown = one_line(str(path))
    if path.is_dir():
        raise WriteError(cli_messages.IS_FOLDER, path=shown)
    if any(_is_same(path, source) for source in sources if source):
        raise WriteError(cli_messages.IS_SOURCE, path=shown)
    if not force and os.path.lexists(path):
        raise WriteError(cli_messages.FILE_EXISTS, path=shown)


def _is_same(path: Path, source: str | os.PathLike[str]) -> bool:
    try:
        return path.samefile(source)
    except (OSError, ValueError):
        return False


def _new_file(sheet: Sheet) -> Path:
    """Create a file in the current folder; its name has nothing of a report but the place it is of."""
    name = "-".join(filter(None, (re.sub(r"\W", "", sheet.whose)[:_MAX_NAME], sheet.name)))
    return create_new(Path(name + SUFFIX))
