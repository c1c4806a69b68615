"""The reports in a folder, and in the folders in it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from tui.library.loading import OFFICE_SUFFIXES, OUTLINE_SUFFIXES
from tui.messages import cli as messages
from tui.report.errors import ReadError, reason
from tui.report.sanitize import one_line

#: How the names of files begin that Word keeps while a document is open.
_LOCKS = "~$"
#: Names of skipped files that are listed.
_MAX_NAMES = 3


class FolderFiles(NamedTuple):
    """The files of a folder and of the folders in it, hidden ones excepted.

    Attributes:
        files: Those that may be reports, sorted, also those that cannot be read: they get an error each.
        skipped: Those of other kinds, and links to folders, which are not followed since they may lead in circles.
        errors: The folders that cannot be read.
    """

    files: list[Path]
    skipped: list[Path]
    errors: list[ReadError]


def is_folder(path: str) -> bool:
    """Return whether a path names a folder; one that names nothing, or cannot be looked at, does not."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def read_folder(path: str, suffixes: Collection[str]) -> FolderFiles:
    """Return the files of a folder.

    Args:
        path: The folder.
        suffixes: Suffixes of reports, in lower case.

    Raises:
        ReadError: If the folder itself cannot be read.
    """
    files: list[Path] = []
    skipped: list[Path] = []
    errors: list[ReadError] = []
    folders = [Path(path)]
    while folders:
        folder = folders.pop()
        try:
            entries = [Path(folder, entry.name) for entry in _visible(folder)]
        except OSError as error:
            failure = ReadError(reason(error), path=one_line(str(folder)))
            if folder == Path(path):
                raise failure from None
            errors.append(failure)
            continue
        for entry in entries:
            if not is_folder(str(entry)):
                suffix = entry.suffix.lower()
                target = files if suffix in suffixes else skipped
                target += [entry] if suffix in suffixes or suffix not in OUTLINE_SUFFIXES else []
            elif entry.is_symlink():
                skipped.append(entry)
            else:
                folders.append(entry)
    return FolderFiles(sorted(files), sorted(skipped), errors)


def _visible(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (entry for entry in entries if not entry.name.startswith((".", _LOCKS)))


def skipped_lines(skipped: list[Path], verbose: bool) -> Iterator[str]:
    """Yield what to tell about skipped files: their number and the first names, or all names.

    Args:
        skipped: The files.
        verbose: Whether to name them all, a line each.
    """
    if not skipped:
        return
    office = sum(path.suffix.lower() in OFFICE_SUFFIXES for path in skipped)
    names = [] if verbose else [one_line(path.name) for path in skipped[:_MAX_NAMES]]
    yield messages.skipped(len(skipped), names, office)
    if verbose:
        yield from (f"  {one_line(str(path))}" for path in skipped)
