"""Bytes to plain text: the encoding by its mark or by trial, never by guessing."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.messages import reports
from tui.report.errors import DataError, UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


#: Of so many characters one may be unreadable; more, and the bytes are no text of this encoding.
_BAD_SHARE = 200
#: How much of a text in Chinese is usual in such text.
_USUAL = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…\s0-9A-Za-z.,%()]")
_USUAL_SHARE, _SAMPLE = 0.9, 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.05


class Decoded(NamedTuple):
    """What bytes say.

    Attributes:
        text: With ``\\n`` for line breaks of any kind, and otherwise as it stands.
        encoding: As Python names it.
        bad: How many places could not be read; there, U+FFFD stands.
    """

    text: str
    encoding: str
    bad: int = 0


def decode(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """Return the text of a text file.

    Args:
        data: The file's bytes.
        path: What to call it in errors.
        encoding: A Python codec name to use instead of finding out.

    Raises:
        DataError: Where the bytes are no text in UTF-8, UTF-16 or GB18030, but for a few of them.
        UsageError: Where ``encoding`` names no codec.
    """
    if encoding is not None:
        try:
            name = codecs.lookup(encoding).name
            return _nearly(data, (name,)) or _refused(path, reports.not_in_encoding(encoding))
        except (LookupError, ValueError):  # the latter for a name that is no name at all
            raise UsageError(reports.no_such_encoding(encoding)) from None
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _nearly(data, (name,)) or _refused(path, reports.not_as_marked(name))
    if b"\0" in data:
        order = _unmarked_utf16(data)
        found = _nearly(data, (order,)) if order else _text_with_zeros(data)
        return found or _refused(path, reports.BINARY_FILE)
    found = _nearly(data, ("utf-8", "gb18030"))
    return found or _refused(path, reports.UNKNOWN_ENCODING)


def _nearly(data: bytes, names: tuple[str, ...]) -> Decoded | None:
    """The bytes in the encoding that leaves the fewest of them unread; None where even that leaves too many."""
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
    """The byte order of UTF-16 without a mark: in it, the text is Chinese; None where it is in neither."""
    shares = {}
    for order in ("utf-16-le", "utf-16-be"):
        sample = data[: _SAMPLE - _SAMPLE % 2].decode(order, "replace")
        shares[order] = len(_USUAL.findall(sample)) / max(1, len(sample))
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _USUAL_SHARE else None


def _text_with_zeros(data: bytes) -> Decoded | None:
    """UTF-8 that holds a zero here and there; None where there are more control characters than in any text."""
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
