"""Show a report or the library on the screen until it is left."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.app import HuijiApp
from tui.messages import screens as messages
from tui.report.errors import UsageError
from tui.session import Session
from tui.terminal.terminal import Terminal

if TYPE_CHECKING:
    from tui.library_session import LibrarySession


def _take_keys_from_terminal() -> None:
    """Make the terminal the standard input: the report came in through that."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise UsageError(messages.NO_TERMINAL_FOR_KEYS) from None
    os.dup2(terminal, 0)
    os.close(terminal)


def browse(
    session: Session | LibrarySession, ambiguous_width: int | None, terminal: Terminal
) -> tuple[int, Session | None, int]:
    """Show a report or the library on the screen until it is left.

    Args:
        session: The report or the library.
        ambiguous_width: Cells the terminal draws “ in; None to ask the terminal.
        terminal: The terminal.

    Returns:
        The exit status, the report that was open last, if any, and the cells “ was drawn in.

    Raises:
        Exception: Whatever made the app crash. The terminal is restored, and state is saved if possible.
    """
    app = HuijiApp(session, terminal)
    terminal.width_probe.answer()
    width = ambiguous_width or session.config.ambiguous_width or terminal.ambiguous_width or 1
    app.use_ambiguous_width(width)
    if session.from_input:
        _take_keys_from_terminal()
    app.run()
    app.finish_work()
    crash = app.crash
    try:
        app.keep()
    except Exception as error:
        crash = crash or error
    if crash is not None:
        raise crash
    return app.return_code or 0, app.report_session, width
