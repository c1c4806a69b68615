"""Read the XML of a document as a stream of elements; only the path to the current one is kept.

A DOCTYPE is refused as soon as the parser meets it, in any encoding, so that no entity is ever declared. What the
parser itself keeps (unfinished tags, names) is limited as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.parsers import expat

from tui.convert.formats.archive import Budget
from tui.messages import reports

#: Encodings of parts; others would be decoded by any Python codec of that name.
_ENCODINGS = ("utf-8", "utf-16")
#: Elements open at the same time.
MAX_DEPTH = 1000
#: Bytes of one tag or comment; until it ends, the parser scans it again with every chunk.
MAX_TAG_BYTES = 4 * 1024 * 1024
#: Different names of elements, attributes and namespaces, which the parser keeps.
MAX_NAMES = 10_000


class XmlReader:
    """Reads parts; subclasses handle the elements they know.

    Args:
        names: Names for the elements that are handled, by the names the parser gives them: ``namespace}name``.
        budget: The budget for the parts.

    Attributes:
        path: Names of the open elements, outermost first; empty for those that are not handled.
        characters: Characters extracted since the budget was last charged.
    """

    def __init__(self, names: Mapping[str, str], budget: Budget) -> None:
        self.budget = budget
        self.path: list[str] = []
        self.characters = 0
        self._known = names.get
        self._nodes = 0
        self._text: list[str] = []
        self._is_capturing = False
        self._parser: expat.XMLParserType | None = None

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of a known element, which is the last of :attr:`path`."""

    def end_element(self, name: str) -> None:
        """Handle the end of a known element, which is the last of :attr:`path`."""

    def read(self, chunks: Iterable[bytes] | None) -> None:
        """Read one part, if there is one.

        Raises:
            DataError: If no program would write such a document.
            ExpatError, ValueError, LookupError: If the XML is damaged.
        """
        if chunks is None:
            return
        names: dict[str, str] = {}
        self._parser = parser = self._new_parser(names)
        fed = 0
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            self.budget.spend_nodes(self._nodes)
            self.budget.spend_characters(self.characters)
            self._nodes = self.characters = 0
            if len(names) > MAX_NAMES or fed - parser.CurrentByteIndex > MAX_TAG_BYTES:
                raise self.budget.unusual()
        parser.Parse(b"", True)
        self._parser = None

    def _new_parser(self, names: dict[str, str]) -> expat.XMLParserType:
        parser = expat.ParserCreate(None, "}", names)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._check_encoding
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartNamespaceDeclHandler = lambda prefix, uri: None  # so that prefixes count as names
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1 + len(attributes)
        known = self._known(name, "")
        self.path.append(known)
        if self._is_capturing:
            self._capture(False)
        if len(self.path) > MAX_DEPTH:
            raise self.budget.refuse(reports.nested_too_deep(MAX_DEPTH))
        if known:
            self.start_element(known, attributes)

    def _end(self, name: str) -> None:
        known = self.path[-1]
        if known:
            self.end_element(known)
        self.path.pop()

    def start_text(self) -> None:
        """Collect the characters from here to the next tag."""
        self._text = []
        self._capture(True)

    def stop_text(self) -> str:
        """Return the characters collected since :meth:`start_text`."""
        self._capture(False)
        return "".join(self._text)

    def _capture(self, wanted: bool) -> None:
        if self._parser and self._is_capturing is not wanted:
            self._is_capturing = wanted
            self._parser.CharacterDataHandler = self._text.append if wanted else None

    def _check_encoding(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise self.budget.unusual()

    def _refuse_doctype(self, *declaration: object) -> None:
        raise self.budget.unusual()
