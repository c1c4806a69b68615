"""Where outlines are written, and what they may replace: never anything that a person wrote.

An outline that ``convert`` writes ends with a comment line that has the checksum of all lines before it. As long as the
checksum is right, the file is as it was written, by whichever version, and can be made again from its source.
"""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from tui.library.loading import STANDARD_INPUT, is_outline
from tui.report.errors import WriteError, reason
from tui.report.sanitize import one_line
from tui.state.files import write_atomically

_CHECKSUM_PREFIX = b"# huiji-tui convert sha256:"
_FORCE = "要覆盖请加 --force"


def with_checksum(outline: bytes) -> bytes:
    """Return an outline with its checksum in the last line."""
    return outline + _checksum_line(outline)


def is_untouched(data: bytes) -> bool:
    """Return whether a file is an outline as ``convert`` wrote it."""
    outline, line = _without_last_line(data)
    return line == _checksum_line(outline)


def write_target(path: Path, outline: bytes, source: str, force: bool) -> bool:
    """Write an outline with its checksum, unless that would replace something a person wrote.

    Args:
        path: Where to.
        outline: As :func:`tui.outline_file.writing.write_outline` gives it.
        source: The file it was made from, which is never replaced.
        force: Whether to replace other files, and to write through a symbolic link.

    Returns:
        Whether anything had to be written: not where the same outline is there already.

    Raises:
        WriteError: If it cannot be written, or must not.
    """
    try:
        status = path.lstat()
    except FileNotFoundError:
        status = None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "文件名里有不允许的字符"
        raise WriteError(f"不能写入：{why}", path=_shown(path)) from None
    if status is not None and not _check(path, status, outline, source, force):
        return False
    write_atomically(path, with_checksum(outline))
    return True


def _check(path: Path, status: os.stat_result, outline: bytes, source: str, force: bool) -> bool:
    """Return whether to replace a file; raise if that must not be done."""
    is_link = stat.S_ISLNK(status.st_mode)
    if is_link and not force:
        raise WriteError(f"是符号链接，没有写入；{_FORCE}（写到它指向的文件）", path=_shown(path))
    try:
        if is_link:
            status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "是文件夹，不是文件" if stat.S_ISDIR(status.st_mode) else "不是普通文件"
            raise WriteError(f"{kind}，没有写入", path=_shown(path))
        if source != STANDARD_INPUT and path.samefile(source):
            raise WriteError("就是原文件，没有写入；请用 -o 换一个文件名", path=_shown(path))
        data = b"" if force else path.read_bytes()
    except FileNotFoundError:  # a link to nothing, or gone meanwhile
        return True
    except OSError as error:
        raise WriteError(f"不能写入：{reason(error)}", path=_shown(path)) from None
    if force or not data or is_untouched(data):
        return force or data != with_checksum(outline)
    if data == outline:  # written before outlines had a checksum
        return False
    if is_outline(str(path), data):
        why = "大纲与转换所得不同，可能有人改过，没有覆盖"
    else:
        why = "已有这个文件，没有覆盖"
    raise WriteError(f"{why}；{_FORCE}", path=_shown(path))


def _checksum_line(outline: bytes) -> bytes:
    return b"%b%b\n" % (_CHECKSUM_PREFIX, hashlib.sha256(outline).hexdigest().encode())


def _without_last_line(data: bytes) -> tuple[bytes, bytes]:
    start = data.rfind(b"\n", 0, -1) + 1
    return data[:start], data[start:]


def _shown(path: Path) -> str:
    return one_line(str(path))
