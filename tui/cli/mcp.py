"""Serve assistants over standard input and output."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.exit_codes import OK
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import assistants as messages
from tui.report.errors import UsageError


def run(options: Namespace) -> int:
    """Answer requests until standard input is closed.

    Raises:
        UsageError: If the package for it is not installed.
        HuijiError: If the library that is named cannot be read.
    """
    path = library_path(options.library)
    if options.library is not None:  # one's own may be made while the server runs
        Library(path).close()
    try:
        from tui.assistants.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "tui":
            raise
        raise UsageError(messages.NO_PACKAGE) from None
    serve(path)
    return OK
