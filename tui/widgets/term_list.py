"""The terms that are new in a report, and those that are gone, in groups, with how often they are said here and elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.messages import alignment_screen as messages
from tui.typeset.cells import cell_length, cut, pad_left
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.wording.model import NewTerm

#: Cells before the terms.
_INDENT = 2
#: Cells of the pane from which there is room for the counts of other places.
_ELSEWHERE_FROM = 30
_DOUBLE = 2


class TermRow(NamedTuple):
    """A row: a term, or a heading or a note without one.

    Attributes:
        text: What stands there.
        term: The term.
        is_gone: Whether it is of the earlier report.
        is_heading: Whether it heads a group.
    """

    text: str
    term: NewTerm | None = None
    is_gone: bool = False
    is_heading: bool = False


class TermList(LineView):
    """Terms; the cursor stands on terms only."""

    BINDINGS = bindings("alignment")

    class TermReached(Message):
        """The cursor came to another term."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[TermRow] = ()
        self._tags = "", ""

    def show_rows(self, rows: Sequence[TermRow], begin: str, tags: tuple[str, str]) -> None:
        """Show other rows; the cursor begins at a term, or at the first one. The tags name both reports above the counts."""
        self._rows, self._tags = rows, tags
        terms = [at for at, row in enumerate(rows) if row.term is not None]
        wanted = (at for at in terms if (term := rows[at].term) is not None and term.text == begin)
        self.cursor = next(wanted, terms[0] if terms else 0)
        self.top = 0
        self.keep_in_view()
        self.refresh()

    @property
    def row(self) -> TermRow | None:
        """The row of the term at the cursor; None if there are no terms."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        return row if row is not None and row.term is not None else None

    @property
    def position(self) -> str:
        """Which term of how many is at the cursor."""
        before = sum(row.term is not None for row in self._rows[: self.cursor + 1])
        return f"{before}/{sum(row.term is not None for row in self._rows)}"

    # -- moving ------------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def move_cursor(self, row: int) -> None:
        """Move the cursor to a row; from a heading on to the next term in the direction of the move, else back."""
        row = max(0, min(row, len(self._rows) - 1))
        steps = (1, -1) if row >= self.cursor else (-1, 1)
        for step in steps:
            at = row
            while 0 <= at < len(self._rows) and self._rows[at].term is None:
                at += step
            if 0 <= at < len(self._rows):
                super().move_cursor(at)
                self.reveal(max(0, at - 1) if at and self._rows[at - 1].is_heading else at)
                self.refresh()
                return

    def cursor_moved(self) -> None:
        """Tell the screen."""
        self.post_message(self.TermReached())

    def action_choose(self) -> None:
        """Choose the term at the cursor; without one the screen says why."""
        self.post_message(self.RowChosen(self, self.cursor))

    def clicked(self, event: events.Click) -> None:
        """Go to the term that was clicked; a double click chooses it."""
        row = self.row_at(event.y)
        if row is None or self._rows[row].term is None:
            return
        self.move_cursor(row)
        if event.chain == _DOUBLE:
            self.action_choose()

    # -- drawing -----------------------------------------------------------------------------

    @property
    def _columns(self) -> list[int]:
        """The cells of the columns of counts: in the report, and elsewhere where that is known and there is room."""
        terms = [row.term for row in self._rows if row.term is not None]
        counts = [[messages.change(term.before, term.after) for term in terms]]
        if self.size.width >= _ELSEWHERE_FROM and any(term.elsewhere for term in terms):
            counts.append([messages.change(*term.elsewhere) for term in terms if term.elsewhere])
        return [
            max(cell_length(text, self.widths) for text in (head, *column)) if column else 0
            for head, column in zip(self._count_headings, counts, strict=False)
        ]

    @property
    def _count_headings(self) -> list[str]:
        return [messages.count_heading(name, self._tags) for name in (messages.IN_TEXT, messages.ELSEWHERE)]

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the name of the list and of the columns of counts."""
        total = sum(row.term is not None for row in self._rows)
        name = f" {messages.term_heading(messages.WHAT_TERMS, total) if total else messages.WHAT_TERMS}"
        pieces = [(name, Style())]
        if not total:
            return pieces
        heads = zip(self._count_headings, self._columns, strict=False)
        texts = "".join(pad_left(head, cells + 1, self.widths) for head, cells in heads)
        room = width - 1 - cell_length(texts, self.widths) - cell_length(name, self.widths)
        if room >= 0:
            pieces.append((" " * room + texts, self.part_style("bar-text")))
        return pieces

    def row_strip(self, row: int, width: int) -> Strip:
        """Return a row."""
        shown = self._rows[row]
        at_cursor = row == self.cursor and shown.term is not None
        fill = self.base_style + self.cursor_style if at_cursor else self.base_style
        return self.strip_of(self._pieces(shown, width, fill), width, fill)

    def _pieces(self, row: TermRow, width: int, fill: Style) -> Iterator[tuple[str, Style]]:
        term, widths = row.term, self.widths
        if term is None:
            style = "strong" if row.is_heading else "muted"
            indent = 1 if row.is_heading else _INDENT
            yield " " * indent + row.text, fill + self.part_style(style)
            return
        counts = [messages.change(term.before, term.after)]
        counts.append(messages.change(*term.elsewhere) if term.elsewhere else "")
        columns = self._columns
        texts = "".join(
            pad_left(text, cells + 1, widths) for text, cells in zip(counts, columns, strict=False)
        )
        room = max(0, width - _INDENT - 1 - cell_length(texts, widths))
        name = cut(row.text, room, widths)
        yield " " * _INDENT, fill
        yield name, fill
        yield " " * (room - cell_length(name, widths)), fill
        yield texts, fill + self.part_style("count")
