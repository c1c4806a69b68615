"""The text of a PDF file, where the reader for it is installed: its lines, top to bottom, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from tui.convert.plain import Plain
from tui.report.errors import DataError, UsageError

#: Pages a report has at most.
MAX_PAGES = 2000
#: Pieces of text stand on one line where their baselines differ by less than this share of their height.
_SAME_LINE = 0.5


def pdf_text(data: bytes, path: str) -> Plain:
    """The text of a document, a line for each line of its pages.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: Where the file is damaged, locked, or holds pictures only.
        UsageError: Where the package that reads such files is missing.
    """
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise UsageError("读 PDF 需要另装一个包：pip install 'huiji-tui[pdf]'") from None
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise DataError("不是完好的 PDF 文件，或者有密码", path=path) from None
    try:
        if len(document) > MAX_PAGES:
            raise DataError(f"超过 {MAX_PAGES} 页", path=path)
        lines = [line for number in range(len(document)) for line in _page_lines(document[number])]
    except pdfium.PdfiumError:
        raise DataError("不是完好的 PDF 文件", path=path) from None
    finally:
        document.close()
    if not any(line.strip() for line in lines):
        raise DataError("PDF 里没有文字，可能是扫描件", path=path)
    return Plain("".join(f"{line}\n" for line in lines))


def _page_lines(page: Any) -> Iterator[str]:
    """The lines of a page, sorted by baseline, each from left to right."""
    text_page = page.get_textpage()
    pieces = []
    for index in range(text_page.count_rects()):
        left, bottom, right, top = text_page.get_rect(index)
        words = text_page.get_text_bounded(left, bottom, right, top).replace("\r", "").replace("\n", "")
        if words.strip():
            pieces.append((bottom, left, top - bottom, words))
    pieces.sort(key=lambda piece: -piece[0])
    line = 0
    numbered = []
    for index, (bottom, left, height, words) in enumerate(pieces):
        if index and pieces[index - 1][0] - bottom > _SAME_LINE * height:
            line += 1
        numbered.append((line, left, words))
    for _, row in groupby(sorted(numbered), key=lambda piece: piece[0]):
        yield "".join(words for _, _, words in row)
