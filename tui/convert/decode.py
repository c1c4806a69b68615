"""Decode the bytes of a text file: by a byte order mark, or by trying UTF-8, UTF-16, GB18030 and Big5."""

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
#: As text, as the one below: files in UTF-8 need neither.
_USUAL = r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…\s0-9A-Za-z.,%()]"
_USUAL_SHARE, _SAMPLE = 0.9, 1 << 16
#: Half of the characters of a report are among these 150, in simplified or in traditional script.
_COMMON = frozenset(
    "业建的和发展新大化进全设工实加市产力区国一推中动城政人民生增高成制作务强会体重改等保资经开地持提项农行创合企年施社以理快济个能入家公"
    "长点水基好目平为治面上有服造现村完省在用要度机深主心育坚技万革程不三文出规代品质升管元量科定级通优法支系投善学安环金各步亿府事场性"
    "到效续标对方是活总域范态商路教共融落构"
    "業發進設實產區國動務強會體資經開項農創濟個長點為爲現機堅萬規質級優環億場續標對總範態構與們這從後萊說"
)
_HAN = r"[\u4e00-\u9fff]"
#: Codecs of Big5: that of Windows, and the one with the characters of Hong Kong.
_BIG5 = ("cp950", "big5hkscs")
#: A text is Big5 if the share of common characters is at least this, and so many times that of GB18030.
_BIG5_SHARE, _BIG5_FACTOR = 0.2, 2
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
        DataError: If more than a few bytes are no text in UTF-8, UTF-16, GB18030 or Big5.
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
    if decoded is None or decoded.encoding == "gb18030":
        decoded = _big5(data, decoded) or decoded
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


def _big5(data: bytes, other: Decoded | None) -> Decoded | None:
    """Decode Big5; None if another decoding looks more like a report.

    Most pairs of bytes are a character in Big5 as well as in GB18030, so that only the characters tell the two apart.
    """
    decoded = _nearly(data, _BIG5)
    if decoded is None:
        return None
    share = _common_share(decoded.text)
    is_big5 = share >= _BIG5_SHARE and (other is None or share >= _BIG5_FACTOR * _common_share(other.text))
    return decoded if is_big5 else None


def _common_share(text: str) -> float:
    """Return which share of the Chinese characters of a sample is common in reports."""
    sample = text[:_SAMPLE]
    return sum(character in _COMMON for character in sample) / max(1, len(re.findall(_HAN, sample)))


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark in which a sample is Chinese; None if it is in neither."""
    shares = {}
    for order in ("utf-16-le", "utf-16-be"):
        sample = data[: _SAMPLE - _SAMPLE % 2].decode(order, "replace")
        shares[order] = len(re.findall(_USUAL, sample)) / max(1, len(sample))
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
