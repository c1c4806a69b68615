"""Show the cached first screen at once; the framework then draws the same over it.

It is there in a tenth of the time the framework takes, before the command line is parsed. What is typed meanwhile waits
for the framework. The terminal is asked how wide it draws “, but not waited for: it is taken to draw as it did when the
screen was cached, and if it does not, the framework draws its own screen over it.

Looking for a cached screen imports nothing that is not loaded anyway: there may be none, and a command must not wait.
"""

from __future__ import annotations

import os
import sys

from tui.state.last_report import read_last_report
from tui.state.paths import folder_name, library_file
from tui.terminal.screen_cache import fingerprint_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.terminal.terminal import Terminal

_UNKNOWN_SIZE = (80, 24)


def show_first_screen(arguments: Sequence[str]) -> Terminal | None:
    """Show the cached first screen of a report; return the terminal if there is one.

    There is none for command lines with anything but a report. A command is not a report, though a file may have its
    name; the name of a report has a dot or a folder.
    """
    report = arguments[0] if arguments else _last_report()
    is_report = report is None or (report[:1] != "-" and ("." in report or os.sep in report))
    if len(arguments) > 1 or not is_report or not _at_a_terminal():
        return None
    fingerprint = fingerprint_for(report, terminal_size(), None if arguments else library_file())
    screen = fingerprint.load() if fingerprint is not None else None
    if screen is None:
        return None
    from tui.terminal.terminal import Terminal

    terminal = Terminal()
    terminal.show(screen)
    return terminal


def _last_report() -> str | None:
    """Return the report that the program begins with: the last one read from the library; None for the built-in one."""
    library = library_file()
    last = read_last_report(folder_name("state")) if library is not None else None
    # A library whose own screen is to be shown has no path of a report, and so no fingerprint.
    return None if library is None else last[1] if last is not None and last[0] == library else ""


def terminal_size() -> os.terminal_size:
    """Return the size as the framework finds it with :func:`shutil.get_terminal_size`, without importing that."""
    columns, rows = (_number(os.environ.get(name, "")) for name in ("COLUMNS", "LINES"))
    if columns <= 0 or rows <= 0:
        size = _UNKNOWN_SIZE
        try:
            if sys.__stdout__ is not None:
                size = os.get_terminal_size(sys.__stdout__.fileno())
        except (OSError, ValueError):
            pass
        columns = columns if columns > 0 else size[0] or _UNKNOWN_SIZE[0]
        rows = rows if rows > 0 else size[1] or _UNKNOWN_SIZE[1]
    return os.terminal_size((columns, rows))


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0


def _at_a_terminal() -> bool:
    return os.environ.get("TERM", "dumb") != "dumb" and all(map(os.isatty, (0, 1, 2)))
