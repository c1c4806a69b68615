"""The one family of errors the core raises; each says what is wrong and where, in one line."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from tui.report.sanitize import one_line

_REASONS = {errno.ELOOP: "符号链接绕成了圈", errno.ENAMETOOLONG: "路径太长"}
#: What the command line exits with where nothing is wrong, and where nothing was found.
FOUND, NOTHING_FOUND = 0, 1
#: How much of an unforeseen exception's message is told.
_MAX_DETAIL_CHARACTERS = 200


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
        #: Traceback of the exception behind it, for those who mend the program.
        self.trace = ""

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


class OutputError(OSError):
    """Standard output cannot be written to."""


class InternalError(HuijiError):
    """A fault of the program itself."""

    exit_code = 70


def as_huiji_error(error: Exception) -> HuijiError:
    """Turn any exception into an error that is told in one line."""
    if isinstance(error, HuijiError):
        return error
    import traceback

    told: HuijiError
    if isinstance(error, MemoryError):
        told = DataError("内存不足")
    elif isinstance(error, RecursionError):
        told = DataError("嵌套太深")
    elif isinstance(error, OSError):
        told = ReadError(reason(error), path=one_line(str(error.filename)) if error.filename else None)
    else:
        detail = str(error)[:_MAX_DETAIL_CHARACTERS]
        told = InternalError(f"内部错误：{type(error).__name__}" + (f"：{detail}" if detail else ""))
    told.trace = "".join(traceback.format_exception(error))
    return told


def error_types() -> dict[str, type[HuijiError]]:
    """Return the types of errors by their names."""
    return {kind.__name__: kind for kind in (UsageError, DataError, ReadError, WriteError, InternalError)}


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
