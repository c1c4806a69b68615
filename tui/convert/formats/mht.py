"""Extract the text of a web archive (``.mht``): a web page and its pictures in one MIME message.

Its few constructs are read here: the parser of the standard library recurses into nested parts, and takes quadratic time
for the parameters of a header.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.convert.decode import Decoded, decode
from tui.convert.formats.extracted import ExtractedText
from tui.convert.formats.html import html_text
from tui.messages import reports
from tui.report.errors import DataError

#: Bytes of the headers of a part, parts of a message, and parts in parts.
MAX_HEADER_BYTES = 16 * 1024
MAX_PARTS = 10_000
MAX_DEPTH = 8
_FIRST_HEADER = re.compile(rb"[!-9;-~]+:")
_HEADER = re.compile(r"^([!-9;-~]+):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"[ \t]*\r?\n")
_PARAMETER = r"""(?:^|[;\s]){}\s*=\s*(?:"([^"]*)"|([^\s;"]+))"""
_BOUNDARY = re.compile(_PARAMETER.format("boundary"), re.IGNORECASE)
_CHARSET = re.compile(_PARAMETER.format("charset"), re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
#: Codecs by the names of character sets; others are detected, since many pages name a wrong one.
_CODECS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "cp950", "big5-hkscs": "big5hkscs",
}  # fmt: skip


class Part(NamedTuple):
    """A part of a message that holds no other parts.

    Attributes:
        kind: The content type, such as ``text/html``.
        charset: The name of the character set, empty if there is none.
        encoding: How the bytes are written, such as ``base64``.
        data: The bytes as written.
    """

    kind: str
    charset: str
    encoding: str
    data: bytes


def is_mht(data: bytes) -> bool:
    """Return whether bytes begin like a web archive."""
    head = _BLANK_LINE.split(data[:MAX_HEADER_BYTES], 1)[0].lower()
    is_message = bool(_FIRST_HEADER.match(head)) and b"\nmime-version:" in b"\n" + head
    return is_message and (b"multipart/" in head or b"text/html" in head)


def mht_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of the page in a web archive; of several pages (frames), the one with the longest text.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If it holds no page, or more parts than a page has.
    """
    best: ExtractedText | None = None
    for part in _parts(data, path):
        if part.kind in _PAGE_TYPES:
            decoded = _decoded(part, path)
            page = html_text(decoded.text)._replace(encoding="mht", unread=decoded.bad)
            if best is None or len(page.text) > len(best.text):
                best = page
    if best is None:
        raise DataError(reports.MHT_WITHOUT_PAGE, path=path)
    return best


def _parts(data: bytes, path: str) -> Iterator[Part]:
    """Yield the parts of a message in order."""
    waiting = [(data, 0)]
    count = 0
    while waiting:
        message, depth = waiting.pop()
        count += 1
        if count > MAX_PARTS or depth > MAX_DEPTH:
            raise DataError(reports.too_many_parts(MAX_PARTS), path=path)
        headers, body = _split(message)
        kind = headers.get("content-type", "text/plain")
        boundary = _parameter(_BOUNDARY, kind)
        name = kind.partition(";")[0].strip().lower()
        if name.startswith("multipart/") and boundary:
            pieces = (b"\n" + body).split(b"\n--" + boundary.encode("latin-1"))
            waiting += [(piece, depth + 1) for piece in reversed(pieces[1:]) if not piece.startswith(b"--")]
        else:
            encoding = headers.get("content-transfer-encoding", "").strip().lower()
            yield Part(name, _parameter(_CHARSET, kind).lower(), encoding, body)


def _split(message: bytes) -> tuple[dict[str, str], bytes]:
    """Return the headers of a part, by their names in lower case, and its content."""
    begin = (
        end_of_line.end() if (end_of_line := _LINE_END.match(message)) else 0
    )  # of the line with the boundary
    if _LINE_END.match(message, begin):
        return {}, message[begin:]
    end = _BLANK_LINE.search(message, begin, MAX_HEADER_BYTES)
    head, body = (message[begin : end.start()], message[end.end() :]) if end else (b"", message)
    return {match[1].lower(): match[2] for match in _HEADER.finditer(head.decode("latin-1"))}, body


def _parameter(pattern: re.Pattern[str], header: str) -> str:
    match = pattern.search(header)
    return (match[1] or match[2] or "") if match else ""


def _decoded(part: Part, path: str) -> Decoded:
    """Decode a part: as UTF-8 if it is, otherwise in a Chinese character set it names, otherwise in the one detected."""
    data = part.data
    if part.encoding == "base64":
        digits = _NO_BASE64.sub(b"", data)
        digits = digits[: len(digits) - (len(digits) % 4 == 1)]
        data = binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))
    elif part.encoding == "quoted-printable":
        data = binascii.a2b_qp(data)
    codec = _CODECS.get(part.charset)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if codec:
            try:
                return decode(data, path, codec)
            except DataError:
                pass
    return decode(data, path)
