"""Export of metrics and comparisons to a file."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tui.messages import screens as messages
from tui.metrics.comparison import comparison_rows
from tui.metrics.export import comparison_table, csv_text, metric_table
from tui.report.errors import WriteError, reason
from tui.report.model import Report
from tui.state.files import write_atomically


def export_csv(report: Report, table: str) -> Path:
    """Write ``metrics`` or ``compare`` as CSV for spreadsheets into the current folder; overwrite nothing.

    Returns:
        The path of the new file.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    rows = (
        metric_table(report, report.metrics)
        if table == "metrics"
        else comparison_table(comparison_rows(report))
    )
    data = csv_text(rows, "\r\n").encode("utf-8-sig")
    name = re.sub(r"\W", "", report.name)
    try:
        path = _create(Path.cwd() / f"{name}-{messages.EXPORTED_FILES[table]}.csv")
    except OSError as error:
        raise WriteError(messages.folder_not_writable(reason(error))) from None
    try:
        write_atomically(path, data)
    except WriteError:
        path.unlink(missing_ok=True)
        raise
    return path


def _create(path: Path) -> Path:
    """Create an empty file at the path; if there is one, at the path with the first free number.

    Exclusive creation, because another window may export at the same moment, and because a broken link counts as a file.
    """
    number, free = 1, path
    while True:
        try:
            os.close(os.open(free, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except FileExistsError:
            number += 1
            free = path.with_stem(f"{path.stem}-{number}")
        else:
            return free
