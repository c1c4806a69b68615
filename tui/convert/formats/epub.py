"""Extract the text of an EPUB book: its pages in reading order.

``META-INF/container.xml`` names the package document, whose ``spine`` lists the pages. Pages are read as web pages, but
nothing in a book is a menu: only pages of contents are left out. Notes follow the text under a heading of their own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from tui.convert.decode import decode
from tui.convert.formats.archive import Archive, Budget, damage_told, is_zip_with
from tui.convert.formats.extracted import ExtractedText, with_notes
from tui.convert.formats.html import CODE, HtmlReader
from tui.convert.formats.html_tags import Attributes, read_tags
from tui.convert.formats.xml_reader import XmlReader
from tui.messages import reports

_CONTAINER = "META-INF/container.xml"
_CONTAINER_NAMES: Final = {"urn:oasis:names:tc:opendocument:xmlns:container}rootfile": "rootfile"}
_OPF = "http://www.idpf.org/2007/opf}"
_PACKAGE_NAMES: Final = {_OPF + name: name for name in ("item", "itemref")}
_PAGE_TYPES = ("application/xhtml+xml", "text/html")
#: Pages of a book.
MAX_PAGES = 10_000
#: Values of ``epub:type`` of elements that hold notes.
_NOTES = frozenset(["footnote", "endnote", "rearnote", "footnotes", "endnotes", "rearnotes"])


def is_epub(data: bytes) -> bool:
    """Return whether bytes are a zip with the name of an EPUB container in it."""
    return is_zip_with(data, _CONTAINER)


def epub_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a book, a line for each block.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If the file is damaged, no book, or unpacks to more than a document holds.
    """
    budget = Budget(path, ".epub")
    reader = _BookReader()
    with damage_told(budget):
        archive = Archive(data, budget)
        for name in _pages(archive, budget):
            page = decode(archive.read(name), path).text
            budget.spend_characters(len(page))
            read_tags(page, reader)
            reader.end_page()
    return with_notes(reader.lines, reader.headings, reader.notes, "epub")


def _pages(archive: Archive, budget: Budget) -> list[str]:
    """Return the names of the pages in reading order."""
    container = _Container(budget)
    container.read(archive.chunks(_CONTAINER))
    package = _Package(budget)
    package.read(archive.chunks(container.package))
    if not package.pages:
        raise budget.damaged()
    folder = posixpath.dirname(container.package)
    names = dict.fromkeys(posixpath.normpath(posixpath.join(folder, page)) for page in package.pages)
    return [name for name in names if name in archive]


class _Container(XmlReader):
    """Reads the container.

    Attributes:
        package: The name of the package document; the first one counts.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__(_CONTAINER_NAMES, budget)
        self.package = ""

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take the name of a package document."""
        self.package = self.package or attributes.get("full-path", "")


class _Package(XmlReader):
    """Reads the package document.

    Attributes:
        pages: The addresses of the pages, as written, in reading order.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__(_PACKAGE_NAMES, budget)
        self.pages: list[str] = []
        self._items: dict[str, str] = {}

    def start_element(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an item of the manifest, or its place in the spine."""
        if name == "item" and attributes.get("media-type") in _PAGE_TYPES:
            is_contents = "nav" in attributes.get("properties", "").split()
            if not is_contents:
                self._items[attributes.get("id", "")] = unquote(attributes.get("href", ""))
        elif name == "itemref" and (page := self._items.get(attributes.get("idref", ""))) is not None:
            self.pages.append(page)
            if len(self.pages) > MAX_PAGES:
                raise self.budget.refuse(reports.too_many_pages(MAX_PAGES))


class _BookReader(HtmlReader):
    """Reads all pages of a book.

    Attributes:
        notes: The lines of footnotes and endnotes.
    """

    skipped = CODE | {"nav"}

    def __init__(self) -> None:
        super().__init__(by_names=False, keeps_linked_headings=True)
        self.notes: list[str] = []
        self._text = self.lines
        #: The open elements of the kind that holds the note.
        self._note: list[str] = []

    def start_tag(self, tag: str, attributes: Attributes) -> None:
        """Start an element, or a note."""
        if self._note:
            self._note += [tag] if tag == self._note[0] else []
        elif not _NOTES.isdisjoint((dict(attributes).get("epub:type") or "").split()):
            self.end_line()
            self._note = [tag]
            self.lines = self.notes
        super().start_tag(tag, attributes)

    def end_tag(self, tag: str) -> None:
        """End an element, or a note."""
        super().end_tag(tag)
        if self._note and tag == self._note[0]:
            self._note.pop()
            if not self._note:
                self._end_note()

    def end_page(self) -> None:
        """End all that a page leaves open."""
        self._end_note()
        self.close()

    def _end_note(self) -> None:
        self.end_line()
        self._note = []
        self.lines = self._text
