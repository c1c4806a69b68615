"""Read the document and its notes: lines of text with automatic numbers written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.convert.formats.archive import Budget
from tui.convert.formats.docx_numbering import Numbering
from tui.convert.formats.docx_paragraphs import (
    BREAKS,
    NOTE_REFERENCES,
    SKIPPED,
    SKIPPED_NAMES,
    Blocks,
    Frame,
    Line,
    NoteReference,
    Paragraph,
    Words,
)
from tui.convert.formats.docx_properties import PROPERTY_NAMES
from tui.convert.formats.docx_xml import W, WordReader

_NOTE_KINDS = ("footnote", "endnote")
_NAMES = (
    "p", "tr", "tc", "txbxContent", "t", "r", "b", *_NOTE_KINDS,
    *BREAKS, *NOTE_REFERENCES, *SKIPPED_NAMES, *PROPERTY_NAMES,
)  # fmt: skip
_OFF = ("0", "false", "off")


class _Run:
    """An open run: whether it is bold, and whether it is not blank."""

    __slots__ = ("depth", "has_text", "is_bold")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.is_bold: bool | None = None
        self.has_text = False


class TextReader(WordReader):
    """Reads the parts of a document that hold text, the document itself first.

    Args:
        numbering: Counts the numbers of paragraphs.
        budget: The budget for the parts and their text.

    Attributes:
        lines: The lines of the document.
        headings: The lines, stripped, that are headings by their outline level, or bold as a whole.
    """

    def __init__(self, numbering: Numbering, budget: Budget) -> None:
        super().__init__(_NAMES, budget)
        self.lines: list[str] = []
        self.headings: list[str] = []
        self._numbering = numbering
        self._root = Blocks()
        self._root.depth = 0
        self._frame: Frame = self._root
        self._around: list[Frame] = []
        self._runs: list[_Run] = []
        self._paragraphs: list[Paragraph] = []
        self._text_depth = self._skip_depth = self._note_depth = 0
        self._reads_notes = False
        self._note = NoteReference("", "")
        self._note_lines: list[str] = []
        self._note_numbers: dict[NoteReference, int] = {}
        self._note_texts: dict[NoteReference, str] = {}

    def read_notes(self, chunks: Iterable[bytes] | None) -> None:
        """Read footnotes or endnotes; raises as :meth:`read`."""
        self._reads_notes = True
        self.read(chunks)

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Start a text, a run, or a frame."""
        if self._text_depth:
            return
        if name == "r":
            self._runs.append(_Run(len(self.path)))
        elif name == "t":
            self._text_depth = len(self.path)
            self.start_text()
        elif name == "b":
            self._take_bold(attributes)
        elif not self._skip_depth:
            self._open_frame(name, attributes)

    def _open_frame(self, name: str, attributes: dict[str, str]) -> None:
        depth = len(self.path)
        if name in _NOTE_KINDS and self._reads_notes and not self._note_depth:
            self._note_depth = depth
            self._note = NoteReference(name, attributes.get(W + "id", ""))
        frame = self._frame.opened(name, attributes, self.path)
        if frame is SKIPPED:
            self._skip_depth = depth
        elif frame is not None:
            frame.depth = depth
            self._around.append(self._frame)
            self._frame = frame
            if isinstance(frame, Paragraph):
                self._paragraphs.append(frame)

    def _take_bold(self, attributes: dict[str, str]) -> None:
        """Take whether the run is bold; the first mark counts."""
        run = self._runs[-1] if self._runs else None
        if run and run.is_bold is None and len(self.path) == run.depth + 2 and self.path[-2] == "rPr":
            run.is_bold = attributes.get(W + "val") not in _OFF

    def end_element(self, name: str) -> None:
        """End what the element started."""
        depth = len(self.path)
        if depth == self._text_depth:
            self._text_depth = 0
            self._end_text(self.stop_text())
        elif depth == self._skip_depth:
            self._skip_depth = 0
        elif depth == self._frame.depth:
            self._close_frame()
        elif self._runs and depth == self._runs[-1].depth:
            self._end_run(self._runs.pop())
        elif depth == self._note_depth:
            self._note_depth = 0
            self._note_texts[self._note] = " ".join(filter(None, self._note_lines))
            self._note_lines.clear()

    def _end_text(self, text: str) -> None:
        if self._runs and text and not text.isspace():
            self._runs[-1].has_text = True
        if not self._skip_depth:
            self._frame.add_text(text)

    def _end_run(self, run: _Run) -> None:
        """Tell the paragraph, and the run around this one, about text in a run."""
        if not run.has_text:
            return
        if self._paragraphs:
            self._paragraphs[-1].add_run(bool(run.is_bold))
        if self._runs:
            self._runs[-1].has_text = True

    def _close_frame(self) -> None:
        frame = self._frame
        self._frame = around = self._around.pop()
        around.closed(frame)
        if isinstance(frame, Paragraph):
            self._paragraphs.pop()
            if self._paragraphs and frame.has_text:
                self._paragraphs[-1].add_run(frame.is_bold)
        if around is self._root:
            self._write(self._root.take_lines())

    def _write(self, lines: list[Line]) -> None:
        """Take finished lines of the document or of a note."""
        if not self._reads_notes:
            self.lines += map(self._written, lines)
        elif self._note_depth:
            self._note_lines += (self._written(line).strip() for line in lines)

    def _written(self, line: Line) -> str:
        """Return a line with its numbers; lines must be passed in order."""
        if not line:
            return ""
        text = "".join([piece if isinstance(piece, str) else self._counted(piece) for piece in line])
        self.characters += len(text)
        return text

    def _counted(self, words: Words) -> str:
        text = "".join([self._shown(piece) for piece in words.pieces])
        if not text or text.isspace():
            return text
        properties = self._numbering.completed(words.properties)
        text = self._numbering.of(properties) + text
        if words.is_bold or self._numbering.is_heading(properties):
            self.headings.append(text.strip())
        return text

    def _shown(self, piece: str | NoteReference) -> str:
        if isinstance(piece, str):
            return piece
        return f"[{self._note_numbers.setdefault(piece, len(self._note_numbers) + 1)}]"

    def notes(self) -> Iterator[str]:
        """Yield the notes, a line each, in the order of their first references."""
        for note, number in self._note_numbers.items():
            if note in self._note_texts:
                yield f"[{number}]{self._note_texts[note]}"
