"""The sentences a row of a table is made from, each with where it stands; one of them is the one to open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.citation import Reference
from tui.messages import tables as messages
from tui.typeset.cells import cell_length, cut
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines
from tui.visits import Source
from tui.widgets.line_view import LineView

_INDENT, _MARGIN = 3, 1
#: Lines of the pane from which one is left blank between passages.
_SPACED_FROM_ROWS = 14
_DOUBLE = 2


class Passage(NamedTuple):
    """A sentence of a report.

    Attributes:
        name: What it is: a target, a result, a candidate.
        where: Its report and where it stands there.
        text: The sentence.
        source: The report; None if there is nothing to open.
        offset: Where to open it.
        marks: Half-open spans of the text, each with the name of its style.
        cited: Where it stands, for citations; None if it is not cited.
    """

    name: str
    where: str
    text: str
    source: Source | None = None
    offset: int = 0
    marks: tuple[tuple[int, int, str], ...] = ()
    cited: Reference | None = None


class Remark(NamedTuple):
    """What is to be said of a row, below its passages.

    Attributes:
        name: What it is: a verdict, a note.
        text: What is said.
        is_first: Whether it is said beside the title where there is no room for all of it below.
    """

    name: str
    text: str
    is_first: bool = False


class _Line(NamedTuple):
    """A line: pieces of text with the names of their styles, and the passage it belongs to, -1 for a remark."""

    passage: int
    pieces: tuple[tuple[str, str], ...] = ()


class PassagePane(LineView):
    """Passages and remarks. It never has the focus: keys of the screen act on it."""

    can_focus = False

    class PassageChosen(Message):
        """The user clicked a passage.

        Attributes:
            index: Its index.
            is_opened: Whether it is to be opened.
        """

        def __init__(self, index: int, is_opened: bool) -> None:
            super().__init__()
            self.index = index
            self.is_opened = is_opened

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.passages: Sequence[Passage] = ()
        self._remarks: Sequence[Remark] = ()
        self._lines: list[_Line] = []
        self._head = ""
        self.chosen = 0
        #: Whether the name of the chosen passage has scrolled out of view.
        self._is_head_hidden = False

    # -- updates from the screen -------------------------------------------------------------

    def show(self, passages: Sequence[Passage], remarks: Sequence[Remark], chosen: int = 0) -> None:
        """Show other passages, with one of them chosen."""
        self.passages, self._remarks = passages, remarks
        self._head = next((remark.text for remark in remarks if remark.is_first), "")
        self.chosen = min(chosen, max(0, len(passages) - 1))
        self.top = 0
        self._lay_out()
        self.refresh()

    @property
    def passage(self) -> Passage | None:
        """The passage that is chosen; None if there are none."""
        return self.passages[self.chosen] if self.passages else None

    def choose(self, index: int) -> None:
        """Choose a passage."""
        self.chosen = index
        self._lay_out()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the passages for another width."""
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        """Wrap all texts, and show the passage that is chosen from its first line on."""
        self._lines = []
        first = last = marked = 0
        for index, passage in enumerate(self.passages):
            if index and self.size.height >= _SPACED_FROM_ROWS:
                self._lines.append(_Line(index - 1))
            if index == self.chosen:
                first = len(self._lines)
            mark = self._add_passage(index, passage)
            if index == self.chosen:
                last, marked = len(self._lines) - 1, mark
        if self._remarks and self.size.height >= _SPACED_FROM_ROWS:
            self._lines.append(_Line(-1))
        for remark in self._remarks:
            self._add_remark(remark)
        self.cursor = first
        self.reveal(last)
        self.reveal(first)
        self.reveal(marked)
        self._is_head_hidden = self.top > first

    def _add_passage(self, index: int, passage: Passage) -> int:
        """Add the lines of a passage; return the one with its first mark, else its first line."""
        marked = len(self._lines)
        is_chosen = index == self.chosen
        mark = "▸" if is_chosen and len(self.passages) > 1 else " "
        head = f"{mark} {passage.name}  "
        room = max(0, self.size.width - cell_length(head, self.widths) - _MARGIN)
        style = "strong" if is_chosen else "topic"
        self._lines.append(_Line(index, ((head, style), (cut(passage.where, room, self.widths), "muted"))))
        shown = full_width_marks(passage.text)
        for begin, end in self._broken(shown, _INDENT):
            pieces = [(" " * _INDENT, ""), *_marked(shown, begin, end, passage.marks)]
            if passage.marks and begin <= passage.marks[0][0] < end:
                marked = len(self._lines)
            self._lines.append(_Line(index, tuple(pieces)))
        return marked

    def _add_remark(self, remark: Remark) -> None:
        indent = 2 + cell_length(remark.name, self.widths) + 2
        if indent * 2 > self.size.width:
            indent = _INDENT
            self._lines.append(_Line(-1, ((f"  {remark.name}", "muted"),)))
        for number, (begin, end) in enumerate(self._broken(remark.text, indent)):
            lead = f"  {remark.name}  " if not number and indent != _INDENT else " " * indent
            self._lines.append(_Line(-1, ((lead, "muted"), (remark.text[begin:end].rstrip(), ""))))

    def _broken(self, text: str, indent: int) -> Sequence[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        at = 0
        for part in text.split("\n"):
            room = max(2, self.size.width - indent - _MARGIN)
            spans += [(at + begin, at + end) for begin, end in break_lines(part, room, self.widths)]
            at += len(part) + 1
        return spans

    # -- drawing and the mouse ---------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the pane's name, and which of how many passages is chosen."""
        total = len(self.passages)
        count = messages.passage_count(self.chosen + 1, total) if total > 1 else ""
        if self._head and self.row_count() > self.page_rows:
            count = f"{count} · {self._head}" if count else self._head
        if self.passage is not None and self._is_head_hidden:
            count = f"{count} {self.passage.name} {self.passage.where}".strip()
        return [(messages.PASSAGES, Style()), (count, self.part_style("bar-text"))]

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def row_strip(self, row: int, width: int) -> Strip:
        """Return a line."""
        base = self.base_style
        pieces: list[tuple[str, Style]] = []
        for text, style in self._lines[row].pieces:
            pieces.append((text, base + self.part_style(style) if style else base))
        return self.strip_of(pieces, width, base)

    def clicked(self, event: events.Click) -> None:
        """Choose the passage that was clicked; a double click opens it."""
        row = self.row_at(event.y)
        if row is not None and self._lines[row].passage >= 0:
            self.post_message(self.PassageChosen(self._lines[row].passage, event.chain == _DOUBLE))


def _marked(text: str, begin: int, end: int, marks: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """Return a line of a text in pieces, those in spans with their styles."""
    end = begin + len(text[begin:end].rstrip())
    pieces: list[tuple[str, str]] = []
    for start, stop, style in sorted(marks):
        start, stop = max(start, begin), min(stop, end)
        if start < stop:
            pieces += [(text[begin:start], ""), (text[start:stop], style)]
            begin = stop
    return [piece for piece in [*pieces, (text[begin:end], "")] if piece[0]]
