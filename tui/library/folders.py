"""The reports in a folder, and in the folders in it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from tui.library.loading import OFFICE_SUFFIXES, OUTLINE_SUFFIXES, read_bytes, readable_suffixes
from tui.messages import cli as messages
from tui.report.errors import HuijiError, ReadError, reason
from tui.report.sanitize import one_line

#: How the names of files begin that Word keeps while a document is open.
_LOCKS = "~$"
#: The line by which a YAML file says that it is an outline, of whatever version.
_OUTLINE = re.compile(rb"^(?:\xef\xbb\xbf)?schema[ \t]*:[ \t]*[\"']?huiji-outline", re.MULTILINE)
#: Names of skipped files that are listed.
_MAX_NAMES = 3


class FolderFiles(NamedTuple):
    """The files of a folder and of the folders in it, hidden ones excepted.

    Attributes:
        files: Those that may be reports, sorted, also those that cannot be read: they get an error each.
        skipped: Those of other kinds, YAML files that are no outlines, and links to folders, which are not followed since they may lead in circles.
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
                if suffix in suffixes and _may_be_report(entry):
                    files.append(entry)
                elif suffix in suffixes or suffix not in OUTLINE_SUFFIXES:
                    skipped.append(entry)
            elif entry.is_symlink():
                skipped.append(entry)
            else:
                folders.append(entry)
    return FolderFiles(sorted(files), sorted(skipped), errors)


def reports_in(path: str) -> FolderFiles:
    """Return the reports of a folder that can be read here; of an outline and its text, the outline.

    Raises:
        ReadError: If the folder itself cannot be read.
    """
    found = read_folder(path, readable_suffixes())
    outlines = {file.with_suffix("") for file in found.files if _is_outline(file)}
    chosen = [file for file in found.files if _is_outline(file) or file.with_suffix("") not in outlines]
    return found._replace(files=chosen)


def _is_outline(file: Path) -> bool:
    return file.suffix.lower() in OUTLINE_SUFFIXES


def _may_be_report(file: Path) -> bool:
    """Return whether a file is to be read: a YAML file only if it says that it is an outline, or cannot be read."""
    if not _is_outline(file):
        return True
    try:
        return _OUTLINE.search(read_bytes(str(file))) is not None
    except HuijiError:
        return True


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
