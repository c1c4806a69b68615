"""The text of a .docx file: its paragraphs in order, as a reader of the accepted document sees them.

A docx is a zip of XML. Insertions that are tracked are kept and deletions dropped; text boxes and content controls
are read where they stand, an alternative for older programs is not read twice; a table's row is a line.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from tui.report.errors import DataError

#: What a document may have unpacked: a bomb of some hundred kilobytes would unpack to far more.
MAX_BYTES = 64 * 1024 * 1024
_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {
    _FALLBACK,
    *(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr")),
}
_BREAKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def is_docx(data: bytes) -> bool:
    """Whether bytes are a zip that says it holds a Word document."""
    return data.startswith(b"PK\x03\x04") and _DOCUMENT.encode() in data


def docx_text(data: bytes, path: str) -> str:
    """The text of a document, a line for each paragraph.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: Where the file is damaged, is no Word document, or unpacks to more than :data:`MAX_BYTES`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_DOCUMENT) as file:
            xml = file.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, RuntimeError, ValueError):
        raise DataError("不是完好的 .docx 文件", path=path) from None
    if len(xml) > MAX_BYTES:
        raise DataError(f"解开后超过 {MAX_BYTES // 1024 // 1024} MiB", path=path)
    if b"<!DOCTYPE" in xml[:1000]:
        raise DataError("不是 Word 写的 .docx 文件", path=path)
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        raise DataError("不是完好的 .docx 文件", path=path) from None
    return "".join(f"{line}\n" for line in _lines(root))


def _lines(element: ElementTree.Element) -> Iterator[str]:
    """The paragraphs below an element; of a table, its rows."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == _W + "p":
            yield "".join(_words(child))
            for box in _boxes(child):
                yield from _lines(box)
        elif child.tag == _W + "tr":
            cells = (" ".join(filter(None, _lines(cell))) for cell in child.iter(_W + "tc"))
            yield "\t".join(cells)
        else:
            yield from _lines(child)


def _words(element: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph, without that of text boxes in it."""
    for child in element:
        if child.tag in _SKIPPED or child.tag == _W + "txbxContent":
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _words(child)


def _boxes(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The text boxes anchored in a paragraph."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == _W + "txbxContent":
            yield child
        else:
            yield from _boxes(child)
