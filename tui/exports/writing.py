"""Where exports are written: a name that is free, a path that may be replaced or not."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from tui.exports.model import Export, Form
from tui.messages import destinations
from tui.messages import errors as error_messages
from tui.messages import exports as messages
from tui.report.errors import WriteError, reason
from tui.report.sanitize import one_line

#: Characters of what begins a file's name.
_MAX_WHOSE = 40


def usual_name(export: Export, form: Form) -> str:
    """Return a name for the file of an export that none has in the current folder."""
    whose = re.sub(r"\W", "", export.whose)[:_MAX_WHOSE]
    name = messages.file_name(whose, export.what) if whose else export.what
    path = Path(f"{name}.{form}")
    number = 1
    while os.path.lexists(path):
        number += 1
        path = path.with_name(f"{name}-{number}.{form}")
    return str(path)


def target(typed: str) -> Path:
    """Return the path that was typed; ``~`` is the user's folder.

    Raises:
        WriteError: If there is none.
    """
    if not typed.strip():
        raise WriteError(messages.NO_NAME)
    try:
        return Path(typed.strip()).expanduser().absolute()
    except (OSError, RuntimeError):  # the current folder is gone, or there is no such user
        raise WriteError(error_messages.folder_not_writable(error_messages.BAD_NAME)) from None


def exists(path: Path, sources: Iterable[str | os.PathLike[str] | None]) -> bool:
    """Return whether a file would be replaced.

    Args:
        path: The file.
        sources: Files that are shown, which are never replaced.

    Raises:
        WriteError: If it must not be replaced: a folder, a device, a file that is shown.
    """
    shown = one_line(str(path))
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            why = destinations.IS_FOLDER if stat.S_ISDIR(status.st_mode) else destinations.NOT_REGULAR
            raise WriteError(why, path=shown)
        if any(os.path.lexists(source) and path.samefile(source) for source in sources if source):
            raise WriteError(messages.IS_SHOWN, path=shown)
    except FileNotFoundError:
        return os.path.lexists(path)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else error_messages.BAD_NAME
        raise WriteError(error_messages.cannot_write(why), path=shown) from None
    return True
