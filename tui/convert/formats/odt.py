"""Extract the text of an OpenDocument text (``.odt``): its paragraphs in order, with all tracked changes accepted.

Deleted text is kept apart in such a file, and inserted text is in its place. Text boxes follow the paragraph they are
anchored in, a table row is a line, automatic numbers are written out, and notes follow the text.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.parsers import expat

from tui.convert.formats.archive import Archive, Budget, damage_told, is_zip_with
from tui.convert.formats.extracted import ExtractedText, with_notes
from tui.convert.formats.flow import Flow
from tui.convert.formats.list_numbers import LEVELS, ListCounter, Lists, number
from tui.convert.formats.odt_styles import OUTLINE, TEXT, StylesReader
from tui.messages import reports

_CONTENT, _STYLES = "content.xml", "styles.xml"
_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW: Final = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_XML_ID = "http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHS = ("p", "h")
_BREAKS = {"tab": "\t", "line-break": "\n"}
#: Elements whose text is no text of the report.
_SKIPPED = ("tracked-changes", "note-citation", "ruby-text", "number", "annotation")
_TEXT_NAMES = (
    *_PARAGRAPHS, *_BREAKS, "span", "s", "note", "list", "list-item", "list-header", "tracked-changes", "note-citation",
    "ruby-text", "number",
)  # fmt: skip
_NAMES = (
    *(TEXT + name for name in _TEXT_NAMES), *(_TABLE + name for name in ("table-row", "table-cell")), _DRAW + "text-box",
    _OFFICE + "annotation", _OFFICE + "text",
)  # fmt: skip
#: How archives begin that say they hold another kind of document: a spreadsheet, a presentation.
_OTHER_KIND = re.compile(rb".{30}mimetypeapplication/vnd\.oasis\.opendocument\.(?!text)", re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n]+")
#: Spaces that one element may stand for.
_MAX_SPACES = 100
#: Lists of a document.
MAX_LISTS = 1 << 16


def is_odt(data: bytes) -> bool:
    """Return whether bytes are a zip with the name of a document in it, and do not say that it is another kind."""
    return is_zip_with(data, _CONTENT) and not _OTHER_KIND.match(data)


def odt_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a document, a line for each paragraph and each row of a table.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If the file is damaged, no such document, or unpacks to more than a document holds.
    """
    budget = Budget(path, ".odt")
    with damage_told(budget):
        archive = Archive(data, budget)
        if _CONTENT not in archive:
            raise budget.damaged()
        reader = _Reader(budget)
        reader.read(archive.chunks(_STYLES))
        reader.read(archive.chunks(_CONTENT))
    return with_notes(reader.finish(), reader.headings, reader.notes, "odt")


class _Frame(NamedTuple):
    """An open element with a text of its own.

    Attributes:
        kind: ``note``, ``cell`` or ``box``.
        depth: How deep the element is.
        flow: The text around it.
        paragraphs: The open paragraphs of the text around it.
    """

    kind: str
    depth: int
    flow: Flow
    paragraphs: list[_Paragraph]


class _Paragraph(NamedTuple):
    """An open paragraph: how deep it is, and whether it is a heading, and bold."""

    depth: int
    is_heading: bool
    is_bold: bool


class _List(NamedTuple):
    """An open list: its style, and its name for the counter."""

    style: str
    name: str


class _Reader(StylesReader):
    """Reads the parts of a document.

    Attributes:
        headings: The lines, stripped, that are headings, or bold as a whole.
        notes: The lines of footnotes and endnotes.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__(_NAMES, budget)
        self.headings: list[str] = []
        self.notes: list[str] = []
        self._flow = Flow(self.headings)
        self._frames: list[_Frame] = []
        self._paragraphs: list[_Paragraph] = []
        self._spans: list[bool | None] = []
        self._skip_depth = self._body_depth = 0
        self._after_space = True
        self._numbers: Lists = {}
        self._counter = ListCounter(self._numbers)
        self._lists: list[_List] = []
        self._list_count = 0
        self._latest: dict[str, str] = {}
        self._item: tuple[int, int | None] | None = None

    def finish(self) -> list[str]:
        """Return the lines of the text."""
        return self._flow.finish()

    def _new_parser(self, names: dict[str, str]) -> expat.XMLParserType:
        parser = super()._new_parser(names)
        parser.CharacterDataHandler = self._take_characters
        return parser

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Start a paragraph, a list, a note, a cell, or a style."""
        if not self._body_depth:
            self._body_depth = len(self.path) if name == "text" else 0
            super().start_element(name, attributes)
        elif self._skip_depth:
            return
        elif name in _SKIPPED:
            self._skip_depth = len(self.path)
        elif name in _PARAGRAPHS:
            self._start_paragraph(name, attributes)
        elif name in ("note", "table-cell", "text-box"):
            self._open_frame({"note": "note", "table-cell": "cell"}.get(name, "box"))
        elif name == "list":
            self._start_list(attributes)
        elif name in ("list-item", "list-header"):
            start = attributes.get(TEXT + "start-value")
            is_item = name == "list-item" and bool(self._lists)
            self._item = (len(self._lists) - 1, number(start) if start else None) if is_item else None
        elif self._paragraphs:
            self._start_inside(name, attributes)

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        """Start an element in a paragraph."""
        if name == "span":
            self._spans.append(self.is_bold("text", attributes.get(TEXT + "style-name", "")))
        elif name == "s":
            self._add(" " * min(number(attributes.get(TEXT + "c"), 1), _MAX_SPACES))
        elif name in _BREAKS:
            self._add(_BREAKS[name])
            self._after_space = True

    def end_element(self, name: str) -> None:
        """End what the element started."""
        depth = len(self.path)
        if depth == self._body_depth:
            self._body_depth = 0
        elif self._skip_depth:
            self._skip_depth = self._skip_depth if depth > self._skip_depth else 0
        elif self._paragraphs and depth == self._paragraphs[-1].depth:
            self._flow.end_paragraph(self._paragraphs.pop().is_heading, False)
            if self._frames and self._frames[-1].depth == depth:  # a paragraph of a shape in a paragraph
                self._close_frame()
        elif self._frames and depth == self._frames[-1].depth:
            self._close_frame()
        elif name == "span" and self._spans:
            self._spans.pop()
        elif name == "table-row":
            self._flow.end_row()
        elif name == "list" and self._lists:
            self._lists.pop()
            self._item = None

    def _start_paragraph(self, name: str, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._open_frame("box")
        is_bold = bool(self.is_bold("paragraph", attributes.get(TEXT + "style-name", "")))
        self._paragraphs.append(_Paragraph(len(self.path), name == "h", is_bold))
        self._after_space = True
        shown = ""
        if self._item is not None:
            at, start = self._item
            shown = self._counter.next(self._lists[at].name, at, start)
            self._item = None
        elif name == "h" and not self._lists:
            self._numbers.setdefault(OUTLINE, (OUTLINE, self.list_levels.get(OUTLINE, {})))
            at = number(attributes.get(TEXT + "outline-level"), 1) - 1
            shown = self._counter.next(OUTLINE, max(0, at)) if at < LEVELS else ""
        if shown:
            self.characters += len(shown)
            self._flow.add_mark(shown)

    def _start_list(self, attributes: dict[str, str]) -> None:
        """Start a list, which counts on from another one if it says so."""
        self._list_count += 1
        if self._list_count > MAX_LISTS:
            raise self.budget.refuse(reports.too_many_lists(MAX_LISTS))
        around = self._lists[-1] if self._lists else None
        style = attributes.get(TEXT + "style-name") or (around.style if around else "")
        continued = attributes.get(TEXT + "continue-list")
        name = around.name if around else f"{len(self._numbers)}"
        if continued and continued in self._latest:
            name = self._latest[continued]
        elif not around and attributes.get(TEXT + "continue-numbering") == "true":
            name = self._latest.get(f"\0{style}", name)
        if not around:
            self._numbers.setdefault(name, (name, self.list_levels.get(style, {})))
            self._latest[f"\0{style}"] = name
        elif style != around.style:
            name = f"{len(self._numbers)}"
            self._numbers[name] = name, self.list_levels.get(style, {})
        self._latest[attributes.get(_XML_ID, "")] = name
        self._lists.append(_List(style, name))

    def _open_frame(self, kind: str) -> None:
        self._frames.append(_Frame(kind, len(self.path), self._flow, self._paragraphs))
        self._flow = Flow(self.headings if kind != "note" else [])
        self._paragraphs = []
        self._item = None

    def _close_frame(self) -> None:
        """End a note, a cell or a text box, and give its lines to the text around it."""
        frame = self._frames.pop()
        lines = self._flow.finish()
        self._flow, self._paragraphs = frame.flow, frame.paragraphs
        if frame.kind == "cell":
            self._flow.add_cell(lines)
        elif frame.kind == "note":
            self.notes.append(f"[{len(self.notes) + 1}]" + " ".join(filter(None, map(str.strip, lines))))
            self._flow.add_mark(f"[{len(self.notes)}]")
            self._after_space = False
        elif self._paragraphs:
            self._flow.add_box(lines)
        else:
            self._flow.lines += lines

    def _take_characters(self, text: str) -> None:
        """Take characters in a paragraph; white space counts as one space, and as none where there is one already."""
        if not self._paragraphs or self._skip_depth:
            return
        text = _SPACES.sub(" ", text)
        if self._after_space and text.startswith(" "):
            text = text[1:]
        if text:
            self._add(text)
            self._after_space = text.endswith(" ")

    def _add(self, text: str) -> None:
        styled = next((bold for bold in reversed(self._spans) if bold is not None), None)
        is_bold = self._paragraphs[-1].is_bold if styled is None else styled
        self.characters += len(text)
        self._flow.add(text, is_bold)
        self._after_space = False
