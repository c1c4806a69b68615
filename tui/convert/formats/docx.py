"""Extract the text of a .docx file: its paragraphs in order, with all tracked changes accepted.

A docx is a zip of XML. Tracked insertions are kept and deletions dropped; text boxes and content controls are read
where they are anchored, alternative content for older programs is not read; a table row is a line. Automatic numbers
are written out, footnotes and endnotes follow the text under a heading of their own (:mod:`.docx_text`).
"""

from __future__ import annotations

from tui.convert.formats.archive import Archive, Budget, damage_told, is_zip_with
from tui.convert.formats.docx_lists import ListsReader
from tui.convert.formats.docx_numbering import Numbering
from tui.convert.formats.docx_properties import StylesReader
from tui.convert.formats.docx_text import TextReader
from tui.convert.formats.extracted import ExtractedText, with_notes

_DOCUMENT = "word/document.xml"


def is_docx(data: bytes) -> bool:
    """Return whether bytes are a zip with the name of a Word document in it."""
    return is_zip_with(data, _DOCUMENT)


def docx_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a document, a line for each paragraph.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If the file is damaged, no Word document, or unpacks to more than a document holds.
    """
    budget = Budget(path, ".docx")
    with damage_told(budget):
        reader = _read(Archive(data, budget), budget)
    return with_notes(reader.lines, reader.headings, list(reader.notes()), "docx")


def _read(archive: Archive, budget: Budget) -> TextReader:
    if _DOCUMENT not in archive:
        raise budget.damaged()
    styles, lists = StylesReader(budget), ListsReader(budget)
    styles.read(archive.chunks("word/styles.xml"))
    lists.read(archive.chunks("word/numbering.xml"))
    reader = TextReader(Numbering(lists.lists(), styles), budget)
    reader.read(archive.chunks(_DOCUMENT))
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        reader.read_notes(archive.chunks(part))
    return reader
