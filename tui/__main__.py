"""The entry point: ``huiji-tui`` and ``python -m tui``."""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # what signal is made of, which takes 3 ms to load
import gc
import os
import sys

from tui.terminal.first_screen import show_first_screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.library_session import LibrarySession
    from tui.report.model import Report
    from tui.session import Session
    from tui.terminal.terminal import Terminal


def main() -> None:
    """Run the command line, which calls back for the screen only when it is asked for.

    Ends without the interpreter's finalization, which takes 20 of the 30 ms that leaving the screen may take.
    """
    interrupted = signal.getsignal(signal.SIGINT)
    if interrupted is signal.default_int_handler:
        # An exception in the middle of an import prints a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # With the kitty keyboard protocol some terminals lose what an input method commits; read at import.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    # A key whose changes are painted in two steps waits 2 ms between them instead of 17; idle, nothing is painted.
    os.environ.setdefault("TEXTUAL_FPS", "500")
    terminal = show_first_screen(sys.argv[1:])
    from contextlib import suppress  # whatever is imported from here on is imported behind the first screen

    from tui.cli.main import run

    if terminal is None:
        signal.signal(signal.SIGINT, interrupted)
    try:
        status = run(sys.argv[1:], lambda *options: _browse(terminal, *options))
    finally:
        if terminal is not None and terminal.shows_cached_screen:
            terminal.modes.restore()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def _browse(
    terminal: Terminal | None,
    report: str | None,
    encoding: str | None,
    at: str | None,
    find: str | None,
    ambiguous_width: int | None,
    library: str | None = None,
    earlier: str | None = None,
) -> int:
    """Show a report on the screen until it is left; return the exit status."""
    # Nothing made before the first screen is garbage; the collector starts when the screen is shown.
    gc.disable()
    if terminal is None:
        from tui.terminal.terminal import Terminal

        terminal = Terminal()
    terminal.signals.watch()  # before anything changes the terminal
    try:
        status = _show(terminal, report, encoding, at, find, ambiguous_width, library, earlier)
    finally:
        terminal.modes.restore()
    return terminal.signals.status or status


def _show(
    terminal: Terminal,
    report: str | None,
    encoding: str | None,
    at: str | None,
    find: str | None,
    ambiguous_width: int | None,
    library: str | None = None,
    earlier: str | None = None,
) -> int:
    from tui.session import open_report, open_two

    session = _start(library, at, find) if report is None and encoding is None else None
    if session is not None:
        pass
    elif report is None or terminal.shows_cached_screen:
        session = open_report(report, encoding, at, find, convert=_convert)
    else:
        from tui.cli.printing import Progress  # the built-in report needs no conversion

        with Progress(0) as progress:
            if earlier is not None:
                session = open_two(earlier, report, encoding, progress.tell, _convert)
            else:
                session = open_report(report, encoding, at, find, progress.tell, _convert)
    terminal.width_probe.ask()
    from tui.browse import browse

    status, left, width = browse(session, ambiguous_width, terminal)
    if status == 0 and left is not None:
        from tui.prerender import prerender_screen

        prerender_screen(left, width, terminal)
    return status


def _start(library: str | None, at: str | None, find: str | None) -> Session | LibrarySession | None:
    """Return the library's last report, or the library, to begin with; None if there is no library."""
    from tui.state.paths import library_file

    if at is not None or (library is None and library_file() is None):
        return None
    from tui.library_session import open_start  # a start without a library does not need it

    return open_start(library, find)


def _convert(
    data: bytes, name: str, encoding: str | None, folder: Path, tell: Callable[[str], object]
) -> Report:
    """Convert a report in a process of its own, and import the framework in this one meanwhile."""
    from importlib import import_module

    from tui.library.conversion import ConversionProcess

    return ConversionProcess(lambda: import_module("tui.app")).convert(data, name, encoding, folder, tell)


if __name__ == "__main__":
    main()
