"""What the commands that print series and rankings share: cells for people, and what writes JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import printing
from tui.library.library import Library
from tui.messages import series_help
from tui.messages.verdicts import SIGNS, no_value
from tui.metrics.indicators import Indicators
from tui.metrics.labels import format_value
from tui.promises.model import Verdict
from tui.report.sanitize import one_line
from tui.series.export import Writer
from tui.series.model import Stated
from tui.typeset.cells import cell_length, pad


def writer_of(library: Library, indicators: Indicators) -> Writer:
    """Return what writes figures of a library."""
    return Writer(library.path_of, library.addresses().of, indicators)


def shown(stated: Stated | None, has_report: bool = True, is_mentioned: bool = False) -> str:
    """Return a figure for people, or why there is none."""
    if stated is not None:
        return format_value(stated.metric)
    return no_value(has_report, is_mentioned=is_mentioned)


def sign_of(verdict: Verdict | None) -> str:
    """Return the sign of a verdict; empty for none."""
    return SIGNS[verdict] if verdict is not None else ""


def place_title(place: str, name: str, measure: str) -> str:
    """Return the title of a table."""
    return one_line(series_help.series_title(place, name, measure))


def aligned(rows: Sequence[Sequence[str]], strong: Sequence[bool] = ()) -> None:
    """Print rows in columns as wide as their widest cells; nothing is cut.

    Args:
        rows: The rows, the head first.
        strong: Which of them stand out; none if it is empty.
    """
    widths = [max(map(cell_length, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        text = "  ".join(map(pad, row, widths)).rstrip()
        printing.line(printing.strong(text) if strong and strong[number] else text)
