"""The text of a .docx file: its paragraphs in order, as a reader of the accepted document sees them.

A docx is a zip of XML. Insertions that are tracked are kept and deletions dropped; text boxes and content controls
are read where they stand, an alternative for older programs is not read twice; a table's row is a line. Numbers that
the program would count are written out, footnotes and endnotes follow the text under a heading of their own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from tui.convert.docx_numbering import Numbering
from tui.convert.plain import Plain
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
_NOTES = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}
_OFF = ("0", "false", "off")


def is_docx(data: bytes) -> bool:
    """Whether bytes are a zip that says it holds a Word document."""
    return data.startswith(b"PK\x03\x04") and _DOCUMENT.encode() in data


def docx_text(data: bytes, path: str) -> Plain:
    """The text of a document, a line for each paragraph.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: Where the file is damaged, is no Word document, or unpacks to more than :data:`MAX_BYTES`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, _DOCUMENT, path)
            if document is None:
                raise DataError("不是完好的 .docx 文件", path=path)
            names = ("styles", "numbering", "footnotes", "endnotes")
            parts = {name: _part(archive, f"word/{name}.xml", path) for name in names}
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError, ElementTree.ParseError):
        raise DataError("不是完好的 .docx 文件", path=path) from None
    reader = _Reader(Numbering(parts["numbering"], parts["styles"]))
    lines = list(reader.lines(document))
    notes = list(reader.notes({"footnote": parts["footnotes"], "endnote": parts["endnotes"]}))
    told = (f"脚注和尾注 {len(notes)} 条移到文末",) if notes else ()
    if notes:
        lines += ["注释", *notes]
    return Plain("".join(f"{line}\n" for line in lines), frozenset(reader.headings), told)


def _part(archive: zipfile.ZipFile, name: str, path: str) -> ElementTree.Element | None:
    """A part of the document, None where there is none."""
    try:
        with archive.open(name) as file:
            xml = file.read(MAX_BYTES + 1)
    except KeyError:
        return None
    if len(xml) > MAX_BYTES:
        raise DataError(f"解开后超过 {MAX_BYTES // 1024 // 1024} MiB", path=path)
    if b"<!DOCTYPE" in xml[:1000]:
        raise DataError("不是 Word 写的 .docx 文件", path=path)
    return ElementTree.fromstring(xml)


class _Reader:
    """Reads paragraphs, and keeps what is to come behind the text."""

    def __init__(self, numbering: Numbering) -> None:
        self.headings: list[str] = []
        self._numbering = numbering
        self._noted: list[tuple[str, str]] = []

    def lines(self, element: ElementTree.Element) -> Iterator[str]:
        """The paragraphs below an element; of a table, its rows."""
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == _W + "p":
                words = "".join(self._words(child))
                words = self._numbering.of(child) + words if words.strip() else words
                if words.strip() and (self._numbering.is_heading(child) or _is_bold(child)):
                    self.headings.append(words.strip())
                yield words
                for box in _boxes(child):
                    yield from self.lines(box)
            elif child.tag == _W + "tr":
                cells = (" ".join(filter(None, self.lines(cell))) for cell in child.iter(_W + "tc"))
                yield "\t".join(cells)
            else:
                yield from self.lines(child)

    def _words(self, element: ElementTree.Element) -> Iterator[str]:
        """The text of a paragraph, without that of text boxes in it."""
        for child in element:
            if child.tag in _SKIPPED or child.tag == _W + "txbxContent":
                continue
            if child.tag == _W + "t":
                yield child.text or ""
            elif child.tag in _BREAKS:
                yield _BREAKS[child.tag]
            elif child.tag in _NOTES:
                self._noted.append((_NOTES[child.tag], child.get(_W + "id", "")))
                yield f"[{len(self._noted)}]"
            else:
                yield from self._words(child)

    def notes(self, parts: dict[str, ElementTree.Element | None]) -> Iterator[str]:
        """The footnotes and endnotes, a line each, in the order in which the text names them."""
        texts = {
            (kind, note.get(_W + "id", "")): " ".join(filter(None, map(str.strip, self.lines(note))))
            for kind, part in parts.items()
            if part is not None
            for note in part.iter(_W + kind)
        }
        for number, key in enumerate(list(self._noted), 1):
            if key in texts:
                yield f"[{number}]{texts[key]}"


def _is_bold(paragraph: ElementTree.Element) -> bool:
    """Whether all text of a paragraph is in bold."""
    runs = [
        run
        for run in paragraph.iter(_W + "r")
        if any((text.text or "").strip() for text in run.iter(_W + "t"))
    ]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(_W + "val") not in _OFF for mark in marks)


def _boxes(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The text boxes anchored in a paragraph."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == _W + "txbxContent":
            yield child
        else:
            yield from _boxes(child)
