"""Figures written to a file from the screen."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tui.metrics.comparison import comparison_rows
from tui.metrics.export import comparison_table, csv_text, metric_table
from tui.report.errors import WriteError, reason
from tui.report.model import Report
from tui.state.files import write_atomically

_NAMES = {"metrics": "指标", "compare": "对照"}


def export_csv(report: Report, what: str) -> Path:
    """Writes ``metrics`` or ``compare`` beside no other file of that name, in the present folder, for spreadsheets.

    Returns:
        Where.

    Raises:
        WriteError: Where the folder cannot be written to.
    """
    rows = (
        metric_table(report, report.metrics)
        if what == "metrics"
        else comparison_table(comparison_rows(report))
    )
    data = csv_text(rows, "\r\n").encode("utf-8-sig")
    name = re.sub(r"\W", "", report.name)
    try:
        path = _create(Path.cwd() / f"{name}-{_NAMES[what]}.csv")
    except OSError as error:
        raise WriteError(f"当前文件夹不能写入：{reason(error)}") from None
    try:
        write_atomically(path, data)
    except WriteError:
        path.unlink(missing_ok=True)
        raise
    return path


def _create(path: Path) -> Path:
    """Create an empty file at the path, or at the same with the first number no file has yet.

    The system decides who was first: another window may export at the same moment, and a link that leads nowhere is a
    file, too.
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
