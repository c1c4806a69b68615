"""The errors the core raises; each says what is wrong and where, in one line."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from tui.messages import errors as messages
from tui.report.sanitize import one_line

_REASONS = {errno.ELOOP: messages.LINK_LOOP, errno.ENAMETOOLONG: messages.PATH_TOO_LONG}
#: Characters of an unforeseen exception's message that are shown.
_MAX_DETAIL_CHARACTERS = 200
#: Characters of an unknown name that are compared with the known ones.
_MAX_NAME_CHARACTERS = 40


class HuijiError(Exception):
    """Something the reader of the message can act on.

    Attributes:
        message: What is wrong, one line, in Chinese.
        path: The file it concerns, as the user named it.
        line: Line in that file, counted from 1.
        column: Column in that line, counted from 1.
        trace: Traceback of the exception behind it, for maintainers; empty if there is none.
    """

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.trace = ""

    def __str__(self) -> str:
        """``path:line:column: message``, leaving out what is not known; one line without control characters."""
        where = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return one_line(":".join(where) + ": " + self.message if where else self.message)


class UsageError(HuijiError):
    """A wrong argument, or a place or a query that makes no sense."""


class DataError(HuijiError):
    """A file was read, and its content is not what it should be."""


class ReadError(HuijiError):
    """A file cannot be read."""


class WriteError(HuijiError):
    """A file cannot be written."""


class InternalError(HuijiError):
    """A fault of the program itself."""


def as_huiji_error(error: Exception) -> HuijiError:
    """Turn any exception into an error whose message is one line."""
    if isinstance(error, HuijiError):
        return error
    import traceback  # only errors need it

    result: HuijiError
    if isinstance(error, MemoryError):
        result = DataError(messages.OUT_OF_MEMORY)
    elif isinstance(error, RecursionError):
        result = DataError(messages.TOO_DEEP)
    elif isinstance(error, OSError):
        result = ReadError(reason(error), path=one_line(str(error.filename)) if error.filename else None)
    else:
        result = InternalError(messages.internal(type(error).__name__, str(error)[:_MAX_DETAIL_CHARACTERS]))
    result.trace = "".join(traceback.format_exception(error))
    return result


def error_types() -> dict[str, type[HuijiError]]:
    """Return the classes of errors by their names."""
    return {kind.__name__: kind for kind in (UsageError, DataError, ReadError, WriteError, InternalError)}


def did_you_mean(word: str, names: Iterable[str], listed: Iterable[str] = (), min_ratio: float = 0.6) -> str:
    """Return the end of a message about an unknown name.

    Args:
        word: The name.
        names: The names one of which may be meant.
        listed: Names to list if none of them is similar.
        min_ratio: How similar a name must be, as for :func:`most_similar`.
    """
    near = most_similar(word, names, min_ratio)
    if near:
        return messages.nearest(near)
    listed = list(listed)
    return messages.available(listed) if listed else ""


def most_similar(word: str, names: Iterable[str], min_ratio: float = 0.6) -> str:
    """Return the name most similar to a word; empty if none is similar enough.

    Args:
        word: What may be a misspelt name.
        names: The names.
        min_ratio: How similar it must be, from 0 to 1; see :func:`difflib.get_close_matches`.
    """
    import difflib  # only errors need it

    near = difflib.get_close_matches(word[:_MAX_NAME_CHARACTERS], list(names), 1, min_ratio)
    return near[0] if near else ""


def reason(error: OSError) -> str:
    """Return in Chinese why the system refused something; in English where that is rare."""
    if isinstance(error, FileNotFoundError):
        return messages.NO_FILE
    if isinstance(error, PermissionError):
        return messages.NO_PERMISSION
    if isinstance(error, IsADirectoryError):
        return messages.IS_FOLDER
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
