"""Figures written to a file from the screen."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tui.metrics.beside import besides
from tui.metrics.export import comparison_rows, metric_rows
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
    rows = metric_rows(report, report.metrics) if what == "metrics" else comparison_rows(besides(report))
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    name = re.sub(r"\W", "", report.name)
    try:
        path = _free(Path.cwd() / f"{name}-{_NAMES[what]}.csv")
    except OSError as error:
        raise WriteError(f"当前文件夹不能写入：{reason(error)}") from None
    write_atomically(path, text.getvalue().encode("utf-8-sig"))
    return path


def _free(path: Path) -> Path:
    """The path, or the same with a number no file has yet."""
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
