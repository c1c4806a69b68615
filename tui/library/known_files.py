"""What the library knows of files, without opening them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from tui.library.database import open_for_reading, told
from tui.library.location import plain_path
from tui.library.stored import told_of
from tui.messages.screens import known_file
from tui.report.errors import HuijiError


def known_files(library: str | None, paths: Iterable[str]) -> dict[str, str]:
    """Return place, year and title of the files a library has, by their paths.

    Args:
        library: The file of the library; None if there is none. One that cannot be read knows nothing.
        paths: The files.
    """
    known: dict[str, str] = {}
    if library is None:
        return known
    file = Path(library)
    with suppress(HuijiError, ValueError), closing(open_for_reading(file)) as connection, told(file):
        for path in paths:
            found = told_of(connection, plain_path(os.path.expanduser(path)))  # noqa: PTH111 - raises for a long name
            if found is not None:
                known[path] = known_file(*found)
    return known
