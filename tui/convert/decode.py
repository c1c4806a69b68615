"""Bytes to plain text: the encoding by its mark or by trial, never by guessing."""

from __future__ import annotations

import codecs

from tui.report.cleaning import clean
from tui.report.errors import DataError, UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The cleaned plain text of a text file, and the encoding it was in.

    Args:
        data: The file's bytes.
        path: What to call it in errors.
        encoding: A Python codec name to use instead of finding out.

    Raises:
        DataError: Where the bytes are no text in UTF-8, UTF-16 or GB18030.
        UsageError: Where ``encoding`` names no codec.
    """
    if encoding is not None:
        try:
            name = codecs.lookup(encoding).name
            return clean(data.decode(name)), name
        except LookupError:
            raise UsageError(f"没有编码 {encoding}") from None
        except UnicodeError:
            raise DataError(f"不是 {encoding} 编码的文本", path=path) from None
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return clean(data.decode(name)), name
            except UnicodeError:
                raise DataError(f"有 {name} 标记，内容却不是该编码", path=path) from None
    if b"\0" in data:
        raise DataError("是二进制文件，不是文本", path=path)
    for name in ("utf-8", "gb18030"):
        try:
            return clean(data.decode(name)), name
        except UnicodeError:
            continue
    raise DataError("不是 UTF-8、UTF-16 或 GB18030 文本，可用 --encoding 指定编码", path=path)
