"""Printing: data goes to standard output, colour only to a terminal that wants it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence

from tui.report.errors import OutputError
from tui.report.sanitize import escape_controls, one_line
from tui.typeset.cells import cell_length, cut, pad

_TABLE_MAX = 30
_BAR = 20


def raw(text: str) -> None:
    """Print the text as it is.

    Raises:
        OutputError: If that fails.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from None


def flush() -> None:
    """Have everything printed so far leave the program.

    Raises:
        OutputError: If that fails.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from None


def line(text: str) -> None:
    """Print the text and a line break."""
    raw(text + "\n")


def json_text(value: object) -> None:
    """Print a value as JSON: Chinese as it is, what a terminal would obey or not draw as an escape."""
    line(escape_controls(json.dumps(value, ensure_ascii=False, indent=2)))


def csv_rows(rows: Sequence[Sequence[str]], bom: bool) -> None:
    """Print rows as comma-separated values, behind a byte order mark if asked for: spreadsheets want one."""
    from tui.metrics.export import csv_text  # only figures are printed so

    raw(("\ufeff" if bom else "") + csv_text(rows, "\n"))


def table(rows: Sequence[Sequence[str]], markdown: bool) -> None:
    """Rows as a table, the first its head; columns are as wide as what they hold, all but the last cut at 30 cells."""
    if markdown:
        head, *body = [[cell.replace("|", "\\|") for cell in row] for row in rows]
        for cells in (head, ["---"] * len(head), *body):
            line(f"| {' | '.join(cells)} |")
        return
    widths = [min(_TABLE_MAX, max(map(cell_length, column))) for column in zip(*rows, strict=True)]
    for *cells, last in rows:
        padded = [pad(cell, width) for cell, width in zip(cells, widths, strict=False)]
        line("  ".join([*padded, last]).rstrip())


def to_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def terminal_width() -> int:
    """Cells a line of the terminal takes, for reading not more than 100."""
    return max(4, min(100, shutil.get_terminal_size().columns))


def strong(text: str) -> str:
    """Text that stands out, where colour is wanted."""
    return _coloured(text, "1;33")


def muted(text: str) -> str:
    """Text that steps back, where colour is wanted."""
    return _coloured(text, "2")


class Progress:
    """A bar on standard error while many things are done, if that is a terminal; it is gone when they are.

    Args:
        total: How many things there are; none for no bar.
    """

    def __init__(self, total: int) -> None:
        self._total = total if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else 0
        self._done = 0
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def step(self, name: str) -> None:
        """The next thing is begun."""
        if self._total:
            filled = self._done * _BAR // self._total
            bar = "#" * filled + "." * (_BAR - filled)
            self.tell(f"[{bar}] {self._done}/{self._total} {one_line(name)}")
            self._done += 1

    def tell(self, words: str) -> None:
        """Shows what is being done in the line that progress has."""
        width = max(10, shutil.get_terminal_size().columns - 1)
        sys.stderr.write(f"\r\x1b[K{cut(words, width)}")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Makes room for what is printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


def tell(words: str) -> None:
    """Talk, which goes to standard error; names of files in it are data."""
    print(one_line(words), file=sys.stderr)


def complain(words: str) -> None:
    """Something is wrong, and the work goes on."""
    print(f"huiji-tui: error: {one_line(words)}", file=sys.stderr)


def _coloured(text: str, code: str) -> str:
    if not to_terminal() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{code}m{text}\x1b[0m"
