"""Print data on standard output: lines, JSON, colour for a terminal; show progress on standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys

from tui.cli.output import write
from tui.report.sanitize import escape_controls, one_line
from tui.typeset.cells import cut

_BAR_LENGTH = 20
#: Cells a line of text takes at least and at most.
_MIN_LINE, _MAX_LINE = 4, 100


def line(text: str) -> None:
    """Print the text and a line break."""
    write(text + "\n")


def json_text(value: object) -> None:
    """Print a value as JSON: Chinese as it is, what a terminal would obey or not draw as an escape."""
    line(escape_controls(json.dumps(value, ensure_ascii=False, indent=2)))


def to_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout.isatty()


def terminal_width() -> int:
    """Return the cells of a line: as wide as the terminal, but not too wide to read."""
    return max(_MIN_LINE, min(_MAX_LINE, shutil.get_terminal_size().columns))


def strong(text: str) -> str:
    """Return text that stands out, where colour is wanted."""
    return _coloured(text, "1;33")


def muted(text: str) -> str:
    """Return text that steps back, where colour is wanted."""
    return _coloured(text, "2")


def deleted(text: str) -> str:
    """Return text that was deleted, where colour is wanted."""
    return _coloured(text, "31")


def added(text: str) -> str:
    """Return text that was added, where colour is wanted."""
    return _coloured(text, "32")


class Progress:
    """A progress bar on standard error, if that is a terminal; gone when the work is done.

    Args:
        total: Steps of the work; 0 for no bar.
    """

    def __init__(self, total: int) -> None:
        self._total = total if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else 0
        self._done = 0
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    @property
    def is_shown(self) -> bool:
        """Whether there is a terminal to show it on."""
        return self._total > 0

    def step(self, name: str) -> None:
        """Show that the next step has begun."""
        if self._total:
            filled = self._done * _BAR_LENGTH // self._total
            bar = "#" * filled + "." * (_BAR_LENGTH - filled)
            self.tell(f"[{bar}] {self._done}/{self._total} {one_line(name)}")
            self._done += 1

    def tell(self, text: str) -> None:
        """Show text in the line of the bar."""
        width = max(10, shutil.get_terminal_size().columns - 1)
        sys.stderr.write(f"\r\x1b[K{cut(text, width)}")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Remove the bar before something is printed."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


def _coloured(text: str, code: str) -> str:
    if not to_terminal() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{code}m{text}\x1b[0m"
