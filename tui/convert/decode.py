"""Decode the bytes of a text file: by a byte order mark, or by trying UTF-8, UTF-16 and GB18030."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.messages import reports
from tui.report.errors import DataError, UsageError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


#: One of so many characters may be undecodable; with more, the bytes are no text in this encoding.
_BAD_SHARE = 200
#: Characters that most of a Chinese text consists of, and their share of a sample.
_USUAL = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…\s0-9A-Za-z.,%()]")
_USUAL_SHARE, _SAMPLE = 0.9, 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.05


class Decoded(NamedTuple):
    """The text of a file.

    Attributes:
        text: As it is, with line breaks of any kind as ``\\n``.
        encoding: As Python names it.
        bad: How many places could not be decoded and hold U+FFFD.
    """

    text: str
    encoding: str
    bad: int = 0


def decode(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """Return the text of a text file.

    Args:
        data: The file's bytes.
        path: What to call it in errors.
        encoding: A Python codec name to use instead of detecting one.

    Raises:
        DataError: If more than a few bytes are no text in UTF-8, UTF-16 or GB18030.
        UsageError: If ``encoding`` names no codec.
    """
    if encoding is not None:
        try:
            name = codecs.lookup(encoding).name
            return _nearly(data, (name,)) or _refused(path, reports.not_in_encoding(encoding))
        except (LookupError, ValueError):  # ValueError for a name with NUL or surrogates
            raise UsageError(reports.no_such_encoding(encoding)) from None
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _nearly(data, (name,)) or _refused(path, reports.not_as_marked(name))
    if b"\0" in data:
        order = _unmarked_utf16(data)
        decoded = _nearly(data, (order,)) if order else _text_with_zeros(data)
        return decoded or _refused(path, reports.BINARY_FILE)
    decoded = _nearly(data, ("utf-8", "gb18030"))
    return decoded or _refused(path, reports.UNKNOWN_ENCODING)


def _nearly(data: bytes, names: tuple[str, ...]) -> Decoded | None:
    """Decode in the encoding with the fewest bad places; None if there are too many even so."""
    best: Decoded | None = None
    for name in names:
        try:
            return _decoded(data.decode(name), name)
        except UnicodeError:
            pass
        try:
            text = data.decode(name, "replace")
        except (UnicodeError, TypeError):
            continue
        bad = text.count("\N{REPLACEMENT CHARACTER}")
        if bad * _BAD_SHARE <= len(text) and (best is None or bad < best.bad):
            best = _decoded(text, name, bad)
    return best


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark in which a sample is Chinese; None if it is in neither."""
    shares = {}
    for order in ("utf-16-le", "utf-16-be"):
        sample = data[: _SAMPLE - _SAMPLE % 2].decode(order, "replace")
        shares[order] = len(_USUAL.findall(sample)) / max(1, len(sample))
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _USUAL_SHARE else None


def _text_with_zeros(data: bytes) -> Decoded | None:
    """Decode UTF-8 with a few NULs; None if there are more control characters than in any text."""
    try:
        text = data.decode("utf-8")
    except UnicodeError:
        return None
    few = len(_CONTROL.findall(text)) <= len(text) * _CONTROL_SHARE
    return _decoded(text, "utf-8") if few else None


def _decoded(text: str, encoding: str, bad: int = 0) -> Decoded:
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, bad)


def _refused(path: str, why: str) -> Decoded:
    raise DataError(why, path=path)
