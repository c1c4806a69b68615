"""Where exports are written: a name that is free, a path that was typed."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tui.exports.model import Export, Form
from tui.messages import errors as error_messages
from tui.messages import exports as messages
from tui.report.errors import WriteError

#: Characters of what begins a file's name.
_MAX_WHOSE = 40
#: Characters of what was chosen in it.
_MAX_CHOSEN = 20


def usual_name(export: Export, form: Form) -> str:
    """Return a name for the file of an export that none has in the current folder."""
    whose = re.sub(r"\W", "", export.whose)[:_MAX_WHOSE]
    chosen = re.sub(r"\W", "", export.chosen)[:_MAX_CHOSEN]
    name = messages.file_name(whose, chosen, export.what)
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
