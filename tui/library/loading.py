"""Load a report of any kind: an outline file, a text to convert, standard input, or the built-in one."""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from tui.library.record import read_record
from tui.messages import reports
from tui.report.errors import DataError, ReadError, reason
from tui.report.model import Report
from tui.report.resources import BUILT_IN, BUILT_IN_RECORD, checksum, read_content
from tui.report.sanitize import one_line

STANDARD_INPUT = "-"
#: How a library calls what came from standard input: by its content, since there is no file.
INPUT_PREFIX = "stdin:"
MAX_BYTES = 64 * 1024 * 1024
OUTLINE_SUFFIXES = (".yaml", ".yml")
#: Suffixes of reports that LibreOffice reads, and of all reports.
OFFICE_SUFFIXES = (".doc", ".wps")
_READABLE_SUFFIXES = (
    *OUTLINE_SUFFIXES, ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".docx", ".rtf", ".odt", ".epub",
    ".pdf", ".ofd",
)  # fmt: skip
REPORT_SUFFIXES = (*_READABLE_SUFFIXES, *OFFICE_SUFFIXES)

#: The name of a descriptor.
_DESCRIPTOR = r"/dev/stdin|(?:/dev|/proc/self)/fd/([0-9]{1,6})"


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of reports that can be read here: some need LibreOffice."""
    from shutil import which  # takes some milliseconds to load, and few commands need it

    has_office = which("soffice") or which("libreoffice")
    return REPORT_SUFFIXES if has_office else _READABLE_SUFFIXES


def load_report(path: str | None, encoding: str | None = None) -> Report:
    """Return the report a path names; the built-in one for None, standard input for ``-``.

    Args:
        path: The path.
        encoding: A codec to use instead of detecting one.

    Raises:
        ReadError: If the file cannot be read.
        DataError: If it holds no report.
    """
    if path is None:
        return _built_in()
    name = reports.STANDARD_INPUT if path == STANDARD_INPUT else path
    return read_report(read_bytes(path), name, encoding)


def read_report(data: bytes, name: str, encoding: str | None = None, with_metrics: bool = True) -> Report:
    """Return the report in the bytes of a file, converted if it is no outline.

    Raises:
        DataError: If it holds no report.
    """
    if is_outline(name, data):
        from tui.outline_file.reading import read_outline

        return read_outline(data, name)
    from tui.convert.pipeline import convert  # loading its rules takes longer than reading an outline

    return convert(data, name, encoding, with_metrics)


def _built_in() -> Report:
    """Read the built-in report: its record, or its outline if that was edited."""
    outline = read_content(BUILT_IN)
    try:
        return read_record(read_content(BUILT_IN_RECORD), checksum(outline))
    except (FileNotFoundError, ValueError):
        return read_report(outline, BUILT_IN)


def is_outline(name: str, data: bytes) -> bool:
    """Return whether a file is an outline, by its name or its first bytes."""
    return name.lower().endswith(OUTLINE_SUFFIXES) or data.startswith(b"schema:")


def read_bytes(path: str) -> bytes:
    """Return the bytes of a regular file, or of standard input for ``-``.

    Pipes, devices and sockets are refused without being opened, since reading from them may block for ever. A pipe is
    read only if the shell has opened it for this program: standard input, or ``<(…)``, which is named ``/dev/fd/N``.

    Raises:
        ReadError: If it cannot be read.
        DataError: If it is larger than any report.
    """
    try:
        with _standard_input() if path == STANDARD_INPUT else _opened(path) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReadError(reason(error), path=_shown(path)) from None
    except ValueError:
        raise ReadError(reports.FORBIDDEN_CHARACTERS_IN_NAME, path=_shown(path)) from None
    if data is None:  # a file of /proc without data yet
        raise ReadError(reports.EMPTY_FILE, path=_shown(path))
    if len(data) > MAX_BYTES:
        raise DataError(reports.file_too_large(MAX_BYTES // 1024 // 1024), path=_shown(path))
    return data


def _standard_input() -> AbstractContextManager[BinaryIO]:
    if sys.stdin is None:
        raise ReadError(reports.NOT_OPEN, path=_shown(STANDARD_INPUT))
    return nullcontext(sys.stdin.buffer)


def _opened(path: str) -> BinaryIO:
    """Open a file that can be read without blocking.

    Raises:
        ReadError: If the path names something else.
    """
    status = Path(path).stat()
    if stat.S_ISFIFO(status.st_mode) and (descriptor := _inherited(path)) is not None:
        return os.fdopen(os.dup(descriptor), "rb")
    _check_regular(status, path)
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    file = os.fdopen(descriptor, "rb")
    try:
        _check_regular(os.fstat(descriptor), path)  # it may have been replaced meanwhile
    except ReadError:
        file.close()
        raise
    return file


def _check_regular(status: os.stat_result, path: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(reports.NOT_REGULAR_FILE, path=_shown(path))


def _inherited(path: str) -> int | None:
    """Return the descriptor a path names, if the parent process opened it.

    Descriptors that Python opens are not inheritable, those that a shell passes on are.
    """
    match = re.fullmatch(_DESCRIPTOR, path)
    if not match:
        return None
    descriptor = int(match[1] or 0)
    return descriptor if descriptor == 0 or os.get_inheritable(descriptor) else None


def _shown(path: str) -> str:
    return reports.STANDARD_INPUT if path == STANDARD_INPUT else one_line(path)
