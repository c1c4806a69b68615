"""The one family of errors the core raises; each says what is wrong and where, in one line."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from tui.report.cleaning import one_line

_REASONS = {errno.ELOOP: "符号链接绕成了圈", errno.ENAMETOOLONG: "路径太长"}
#: What the command line exits with where nothing is wrong, and where nothing was found.
FOUND, NOTHING_FOUND = 0, 1


class HuijiError(Exception):
    """Something the reader of the message can act on.

    Attributes:
        message: What is wrong, one line, in Chinese.
        path: The file it concerns, as the user named it.
        line: Line in that file, counted from 1.
        column: Column in that line, counted from 1.
        exit_code: What the command line exits with (see ``sysexits.h``).
    """

    exit_code = 2

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """``path:line:column: message``, leaving out what is not known; one line that no terminal obeys."""
        where = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return one_line(":".join(where) + ": " + self.message if where else self.message)


class UsageError(HuijiError):
    """A wrong argument, or a place or a query that makes no sense."""


class DataError(HuijiError):
    """A file was read, and what it holds is not what it should be."""

    exit_code = 65


class ReadError(HuijiError):
    """A file cannot be read."""

    exit_code = 66


class WriteError(HuijiError):
    """A file cannot be written."""

    exit_code = 73


def close_matches(word: str, names: Iterable[str], most: int = 1, likeness: float = 0.6) -> list[str]:
    """The names a misspelt one may stand for, best first, at most so many and at least so alike (0 to 1)."""
    import difflib  # only errors need it

    return difflib.get_close_matches(word, list(names), most, likeness)


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    if isinstance(error, FileNotFoundError):
        return "没有这个文件"
    if isinstance(error, PermissionError):
        return "没有权限"
    if isinstance(error, IsADirectoryError):
        return "是文件夹，不是文件"
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return error.strerror or type(error).__name__
