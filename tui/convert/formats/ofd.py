"""Extract the text of an OFD file (GB/T 33190): its lines in reading order, page by page.

An OFD is a zip of XML. ``OFD.xml`` names the document, the document its pages, and a page has text objects with the
position of every character, so that lines and columns are found as in a PDF.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

from tui.convert.formats.archive import Archive, Budget, damage_told, is_zip_with
from tui.convert.formats.extracted import ExtractedText
from tui.convert.formats.ofd_text import OFD, PageContent
from tui.convert.formats.page_layout import PageReader
from tui.convert.formats.xml_reader import XmlReader
from tui.messages import reports
from tui.report.errors import DataError

_ROOT = "OFD.xml"
#: Pages of a report.
MAX_PAGES = 2000


def is_ofd(data: bytes) -> bool:
    """Return whether bytes are a zip with the name of the root of an OFD file in it."""
    return is_zip_with(data, _ROOT)


def ofd_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a document, a line for each line of its pages.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If the file is damaged, holds pictures only, or unpacks to more than a document holds.
    """
    budget = Budget(path, ".ofd")
    with damage_told(budget):
        lines = list(_lines(Archive(data, budget), budget))
    if not any(line.strip() for line in lines):
        raise DataError(reports.OFD_WITHOUT_TEXT, path=path)
    return ExtractedText("".join(f"{line}\n" for line in lines), encoding="ofd")


def _lines(archive: Archive, budget: Budget) -> Iterator[str]:
    root = _Addresses({"DocRoot": ""}, budget)
    root.read(archive.chunks(_ROOT))
    if not root.found:
        raise budget.damaged()
    for document_name in root.found:
        name = _resolved("", document_name)
        document = _Addresses({"Page": "BaseLoc"}, budget)
        document.read(archive.chunks(name))
        reader = PageReader()
        for page in document.found:
            content = PageContent(budget)
            content.read(archive.chunks(_resolved(posixpath.dirname(name), page)))
            yield from reader.lines(content.glyphs)


def _resolved(folder: str, address: str) -> str:
    """Return the name of a part from an address in a part of a folder; an absolute one begins with a slash."""
    whole = address if address.startswith("/") else posixpath.join(folder, address)
    return posixpath.normpath(whole).lstrip("/")


class _Addresses(XmlReader):
    """Collects the addresses of parts.

    Args:
        names: Elements with an address, and the attribute it is in; empty for the text of the element.
        budget: The budget for the parts.

    Attributes:
        found: The addresses, as written, in order.
    """

    def __init__(self, names: Mapping[str, str], budget: Budget) -> None:
        super().__init__({OFD + name: name for name in names}, budget)
        self.found: list[str] = []
        self._names: Final = names

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take an address, or the text that is one."""
        if not self._names[name]:
            self.start_text()
        else:
            self._take(attributes.get(self._names[name], ""))

    def end_element(self, name: str) -> None:
        """Take the text of an element."""
        if not self._names[name]:
            self._take(self.stop_text().strip())

    def _take(self, address: str) -> None:
        if address:
            self.found.append(address)
        if len(self.found) > MAX_PAGES:
            raise self.budget.refuse(reports.too_many_pages(MAX_PAGES))
