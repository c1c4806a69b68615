"""Recognise the format of a file, by its first bytes or its suffix, and read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from tui.convert.decode import decode
from tui.convert.formats.docx import docx_text, is_docx
from tui.convert.formats.epub import epub_text, is_epub
from tui.convert.formats.extracted import ExtractedText
from tui.convert.formats.html import html_text, is_html
from tui.convert.formats.markdown import markdown_text
from tui.convert.formats.mht import is_mht, mht_text
from tui.convert.formats.odt import is_odt, odt_text
from tui.convert.formats.ofd import is_ofd, ofd_text
from tui.convert.formats.office import SUFFIXES, is_office, office_text
from tui.convert.formats.pdf import is_pdf, pdf_text
from tui.convert.formats.rtf import is_rtf, rtf_text
from tui.messages import reports
from tui.report.errors import DataError


class Format(NamedTuple):
    """A file format that is no text.

    Attributes:
        recognise: Returns whether bytes are in this format.
        read: Returns the text of a file, given its bytes and what to call it in errors.
        suffixes: Files of these names are in this format even if they are damaged.
    """

    recognise: Callable[[bytes], bool]
    read: Callable[[bytes, str], ExtractedText]
    suffixes: tuple[str, ...] = ()


FORMATS = (
    Format(is_docx, docx_text, (".docx",)),
    Format(is_pdf, pdf_text, (".pdf",)),
    Format(is_odt, odt_text, (".odt",)),
    Format(is_epub, epub_text, (".epub",)),
    Format(is_ofd, ofd_text, (".ofd",)),
    Format(is_office, office_text),
    Format(is_rtf, rtf_text),
    Format(is_mht, mht_text),
)
#: How files begin that hold no report this program can read, and what to do with them.
_UNREADABLE = (
    (b"PK\x03\x04", reports.ZIP_ARCHIVE),
    (b"Rar!", reports.OTHER_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", reports.OTHER_ARCHIVE),
    (b"\x1f\x8b", reports.OTHER_ARCHIVE),
    (b"\x89PNG", reports.PICTURE),
    (b"\xff\xd8\xff", reports.PICTURE),
    (b"GIF8", reports.PICTURE),
    (b"II*\0", reports.PICTURE),
    (b"MM\0*", reports.PICTURE),
)
_BLANKS = "\ufeff \t\n"
_MARKDOWN = (".md", ".markdown")


def read_file(data: bytes, path: str, encoding: str | None) -> ExtractedText:
    """Return the text of a file of any readable format.

    Args:
        data: The file's bytes.
        path: What to call it in errors; its suffix tells the format if the bytes do not.
        encoding: A codec for text files, to use instead of detecting one.

    Raises:
        DataError: If the file is damaged, too large, or in no readable format.
        UsageError: If ``encoding`` names no codec, or a package for the format is missing.
    """
    suffix = PurePath(path).suffix.lower()
    known = next((known for known in FORMATS if known.recognise(data)), None)
    known = known or next((known for known in FORMATS if suffix in known.suffixes), None)
    if known is not None:
        return known.read(data, path)
    if suffix in SUFFIXES and b"\0" in data:  # web pages and texts are named so, too
        return office_text(data, path)
    for signature, message in _UNREADABLE:
        if data.startswith(signature):
            raise DataError(message, path=path)
    decoded = decode(data, path, encoding)
    if is_html(decoded.text):
        extracted = html_text(decoded.text)
    elif decoded.text.lstrip(_BLANKS).startswith("<?xml"):
        raise DataError(reports.IS_XML, path=path)
    elif suffix in _MARKDOWN:
        extracted = markdown_text(decoded.text)
    else:
        extracted = ExtractedText(decoded.text)
    return extracted._replace(encoding=decoded.encoding, unread=decoded.bad)
