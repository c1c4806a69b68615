"""Where a library is, and how it keeps the paths of files."""

from __future__ import annotations

import os
from pathlib import Path

from tui.library.loading import INPUT_PREFIX, STANDARD_INPUT
from tui.messages import library as messages
from tui.report.errors import UsageError
from tui.state.paths import LIBRARY, LIBRARY_VARIABLE, data_folder


def library_path(named: str | None) -> Path:
    """Return the path of the library: the one that is named, else that of the variable, else the user's own.

    Raises:
        UsageError: If there is no home folder to keep one in.
    """
    if named or os.environ.get(LIBRARY_VARIABLE):
        return Path(named or os.environ[LIBRARY_VARIABLE]).expanduser()
    try:
        return data_folder() / LIBRARY
    except RuntimeError:
        raise UsageError(messages.NO_HOME) from None


def plain_path(path: str) -> str:
    """Return a path as the library keeps it: absolute, without ``..``; links and names of standard input are kept."""
    if path == STANDARD_INPUT or path.startswith(INPUT_PREFIX):
        return path
    return os.path.normpath(Path(path).absolute())
