"""Opens a report of any kind: an outline file, a text to convert, standard input, or the built-in one."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.report.cleaning import one_line
from tui.report.content import BUILT_IN, read_content
from tui.report.errors import DataError, ReadError, reason
from tui.report.model import Report
from tui.report.outline_read import read_outline

STANDARD_INPUT = "-"
MAX_BYTES = 64 * 1024 * 1024
OUTLINE_SUFFIXES = (".yaml", ".yml")
#: Names that end so are reports, not places; those that can be read.
REPORT_SUFFIXES = (*OUTLINE_SUFFIXES, ".txt", ".md", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf")
READABLE_SUFFIXES = (*OUTLINE_SUFFIXES, ".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def load_report(path: str | None, encoding: str | None = None, figures: bool = True) -> Report:
    """The report a path names; the built-in one for None, standard input for ``-``.

    Args:
        path: The path.
        encoding: A codec to use instead of finding out.
        figures: Whether the figures of a text are wanted.

    Raises:
        ReadError: Where the file cannot be read.
        DataError: Where it holds no report.
    """
    if path is None:
        return read_outline(read_content(BUILT_IN), BUILT_IN)
    data = read_bytes(path)
    name = "标准输入" if path == STANDARD_INPUT else path
    if is_outline(name, data):
        return read_outline(data, name)
    from tui.convert.convert import convert  # its rules take longer to load than the outline takes to read

    return convert(data, name, encoding, figures)


def is_outline(name: str, data: bytes) -> bool:
    """Whether a file is an outline: by its name, or by how it begins."""
    return name.lower().endswith(OUTLINE_SUFFIXES) or data.startswith(b"schema:")


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    Raises:
        ReadError: Where it cannot be read.
        DataError: Where it is larger than any report.
    """
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        try:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise ReadError(reason(error), path=one_line(path)) from None
        except ValueError:
            raise ReadError("文件名里有不允许的字符", path=one_line(path)) from None
    if len(data) > MAX_BYTES:
        raise DataError(f"超过 {MAX_BYTES // 1024 // 1024} MiB", path=one_line(path))
    return data
