"""What may be overwritten: the one rule of commands, conversions and the dialog that exports."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from tui.library.loading import REPORT_SUFFIXES, STANDARD_INPUT
from tui.messages import destinations as messages
from tui.messages import errors as error_messages
from tui.report.errors import WriteError, reason
from tui.report.sanitize import one_line

Source = str | os.PathLike[str]


def overwritten(
    path: Path, sources: Iterable[Source | None], is_source: str = messages.IS_SOURCE
) -> os.stat_result | None:
    """Return the file that writing to a path would replace, or the link to it; None for nothing.

    Whether it may be replaced is up to the user, except what this refuses.

    Args:
        path: The path.
        sources: Files and folders of reports that are read or shown: neither they nor the reports in the folders are replaced.
        is_source: What is said of these.

    Raises:
        WriteError: If it is a folder, a device or a source, or cannot be looked at.
    """
    try:
        found = path.lstat()
        status = path.stat() if stat.S_ISLNK(found.st_mode) else found
        if not stat.S_ISREG(status.st_mode):
            is_folder = stat.S_ISDIR(status.st_mode)
            raise WriteError(messages.IS_FOLDER if is_folder else messages.NOT_REGULAR, path=_shown(path))
        named = (source for source in sources if source and source != STANDARD_INPUT)
        if any(_is_of(path, source) for source in named):
            raise WriteError(is_source, path=_shown(path))
    except FileNotFoundError:  # nothing, a link to nothing, or gone meanwhile
        return path.lstat() if os.path.lexists(path) else None
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from None
    return found


def cannot_write(path: Path, error: OSError | ValueError) -> WriteError:
    """Return the error of a path that cannot be written to."""
    why = reason(error) if isinstance(error, OSError) else error_messages.BAD_NAME
    return WriteError(error_messages.cannot_write(why), path=_shown(path))


def _is_of(path: Path, source: Source) -> bool:
    """Tell whether a file is a source, or one of the reports in a folder that is a source."""
    try:
        if not os.path.isdir(source):  # noqa: PTH112
            return os.path.realpath(path) == os.path.realpath(source) or path.samefile(source)
        is_report = path.suffix.lower() in REPORT_SUFFIXES
        return is_report and path.resolve().is_relative_to(os.path.realpath(source))
    except (OSError, ValueError):
        return False


def _shown(path: Path) -> str:
    return one_line(str(path))
