"""Extract the text of a PDF file: its lines in reading order, page by page. Needs the ``pdf`` extra."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from ctypes import c_double
from typing import Any

from tui.convert.formats.extracted import ExtractedText
from tui.convert.formats.page_layout import Glyph, PageReader
from tui.messages import reports
from tui.report.errors import DataError, UsageError
from tui.report.model import MAX_CHARACTERS

#: Pages of a report.
MAX_PAGES = 2000
#: Characters of a page; the pages of a small file may share one huge text.
MAX_PAGE_CHARACTERS = 100_000


def is_pdf(data: bytes) -> bool:
    """Return whether bytes begin like a PDF file."""
    return data.startswith(b"%PDF-")


def pdf_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a document, a line for each line of its pages.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If the file is damaged, locked, or holds pictures only.
        UsageError: If the package that reads such files is missing.
    """
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise UsageError(reports.PDF_PACKAGE_MISSING) from None
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise DataError(reports.DAMAGED_OR_LOCKED_PDF, path=path) from None
    try:
        if len(document) > MAX_PAGES:
            raise DataError(reports.too_many_pages(MAX_PAGES), path=path)
        lines = list(_lines(document, path))
    except pdfium.PdfiumError:
        raise DataError(reports.DAMAGED_PDF, path=path) from None
    finally:
        document.close()
    if not any(line.strip() for line in lines):
        raise DataError(reports.PDF_WITHOUT_TEXT, path=path)
    return ExtractedText("".join(f"{line}\n" for line in lines), encoding="pdf")


def _lines(document: Any, path: str) -> Iterator[str]:
    """Yield the lines of all pages in reading order.

    Raises:
        DataError: If there are more characters than a report has.
    """
    characters = 0
    reader = PageReader()
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        count = text_page.count_chars()
        characters += count
        if count > MAX_PAGE_CHARACTERS:
            raise DataError(reports.page_too_long(number + 1, MAX_PAGE_CHARACTERS), path=path)
        if characters > MAX_CHARACTERS:
            raise DataError(reports.text_too_long(characters, MAX_CHARACTERS), path=path)
        yield from reader.lines(_glyphs(text_page))
        text_page.close()
        page.close()


def _glyphs(text_page: Any) -> Iterator[Glyph]:
    """Yield the characters drawn on a page, without spaces and line breaks that PDFium generates."""
    from pypdfium2 import raw

    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if raw.FPDFText_IsGenerated(text_page, index) == 1 or not 0x20 <= code <= sys.maxunicode:
            continue
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        yield Glyph(y.value, box.left, box.right, box.top - box.bottom, chr(code))
