"""Write outline files without replacing anything that a person wrote.

An outline that ``convert`` writes ends with a comment line that has the checksum of all lines before it. As long as the
checksum is right, the file is as some version wrote it, and can be made again from its source.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from tui.exports.overwriting import cannot_write, overwritten
from tui.library.loading import is_outline
from tui.messages import destinations
from tui.report.errors import WriteError
from tui.report.sanitize import one_line
from tui.state.files import write_atomically

_CHECKSUM_PREFIX = b"# huiji-tui convert sha256:"


def with_checksum(outline: bytes) -> bytes:
    """Return an outline with its checksum in the last line."""
    return outline + _checksum_line(outline)


def is_untouched(data: bytes) -> bool:
    """Return whether a file is an outline as ``convert`` wrote it."""
    end = data.rfind(b"\n", 0, -1) + 1
    return data[end:] == _checksum_line(data[:end])


def write_export(path: Path, data: bytes, sources: Iterable[str | None], force: bool) -> bool:
    """Write a file that is no outline, unless there is another one of that name.

    Args:
        path: The file to write.
        data: Its content.
        sources: Files it was made from, which are never replaced.
        force: Whether to replace another file, and to write through a symbolic link.

    Returns:
        Whether the file has changed: False if it had the same content already.

    Raises:
        WriteError: If it cannot be written, or must not.
    """
    status = overwritten(path, sources)
    if status is not None:
        _check_link(path, status, force)
        old = b"" if force else _content(path)
        if old == data:
            return False
        if old:
            raise WriteError(destinations.FILE_EXISTS, path=_shown(path))
    write_atomically(path, data)
    return True


def write_target(path: Path, outline: bytes, source: str, force: bool) -> bool:
    """Write an outline with its checksum, unless that would replace something a person wrote.

    Args:
        path: The file to write.
        outline: The outline, as :func:`tui.outline_file.writing.write_outline` returns it.
        source: The file it was made from, which is never replaced.
        force: Whether to replace other files, and to write through a symbolic link.

    Returns:
        Whether the file has changed: False if it had the same outline already.

    Raises:
        WriteError: If it cannot be written, or must not.
    """
    status = overwritten(path, [source])
    if status is not None and not _check(path, status, outline, force):
        return False
    write_atomically(path, with_checksum(outline))
    return True


def _check_link(path: Path, status: os.stat_result, force: bool) -> None:
    """Raise if a file is a link, through which only ``force`` writes."""
    if stat.S_ISLNK(status.st_mode) and not force:
        raise WriteError(destinations.IS_LINK, path=_shown(path))


def _content(path: Path) -> bytes | None:
    """Return the content of a file; None if it is gone meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise cannot_write(path, error) from None


def _check(path: Path, status: os.stat_result, outline: bytes, force: bool) -> bool:
    """Return whether to replace a file; raise if that must not be done."""
    _check_link(path, status, force)
    data = b"" if force else _content(path)
    if data is None:
        return True
    if force or not data or is_untouched(data):
        return force or data != with_checksum(outline)
    if data == outline:  # written before outlines had a checksum
        return False
    why = destinations.OUTLINE_DIFFERS if is_outline(str(path), data) else destinations.FILE_EXISTS
    raise WriteError(why, path=_shown(path))


def _checksum_line(outline: bytes) -> bytes:
    return b"%b%b\n" % (_CHECKSUM_PREFIX, hashlib.sha256(outline).hexdigest().encode())


def _shown(path: Path) -> str:
    return one_line(str(path))
