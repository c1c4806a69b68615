"""Two reports beside each other, pair by pair, with the changed words and the hits of a search lit."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from tui.messages import alignment_screen as messages
from tui.typeset.cells import pad
from tui.typeset.wrap import break_lines
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.pair_drawing import Heads, MarkedPairs, NoPairs, PairDrawing
from tui.widgets.pair_layout import EDGE, GAP, MARGIN, Line, PairLayout

#: Rows of the pane from which a line is left blank between pairs.
_SPACED_FROM_ROWS = 26
_DOUBLE = 2
#: The part of the page that is above a pair which is gone to.
_ABOVE_PART = 4


class PairView(LineView):
    """Pairs of sentences; the cursor goes from pair to pair, the page from line to line.

    Attributes:
        side: The report that Enter opens: 0 for the earlier one, 1 for the later.
    """

    BINDINGS = bindings("alignment")

    class PairReached(Message):
        """The cursor came to another pair, or the side changed."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._pairs: MarkedPairs = NoPairs()
        self._heads = Heads()
        self._note = ""
        self._is_beside = True
        self._first = Line(0, 0)
        self._layout: PairLayout | None = None
        self._laid_out: tuple[object, ...] = ()
        self.side = 1

    # -- updates from the screen -------------------------------------------------------------

    def show_pairs(self, pairs: MarkedPairs, index: int, note: str, is_fresh: bool = False) -> None:
        """Show other pairs.

        Args:
            pairs: The pairs.
            index: That at the cursor; it stays where it is on the screen.
            note: Said where there are none.
            is_fresh: Whether they have other texts than those before.
        """
        offset = self._offset_of(self.cursor) if len(self._pairs) else 0
        self._pairs, self._note = pairs, note
        if is_fresh:
            self._layout = None
        elif self._layout is not None:
            self._layout.use(pairs)
        self.cursor = max(0, min(index, len(pairs) - 1))
        self._first = self._fitting(self.lines.step(Line(self.cursor, 0), -offset))
        self.keep_in_view()
        self.refresh()

    def show_heads(self, heads: Heads) -> None:
        """Show other headings."""
        if heads != self._heads:
            self._heads = heads
            self.refresh()

    def use_columns(self, is_beside: bool) -> None:
        """Have sentences beside or above each other."""
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self.refresh()

    def choose_side(self, side: int) -> None:
        """Have Enter open the other report."""
        self.side = side
        self.refresh()
        self.post_message(self.PairReached())

    # -- lines -------------------------------------------------------------------------------

    @property
    def lines(self) -> PairLayout:
        """The pairs in lines of the present width."""
        wanted = (self.size.width, self._is_beside, self.page_rows >= _SPACED_FROM_ROWS)
        if self._layout is None or self._laid_out != wanted:
            self._laid_out = wanted
            self._layout = PairLayout(self._pairs, *wanted, self.widths)
            self._first = Line(min(self._first.pair, max(0, len(self._pairs) - 1)), 0)
        return self._layout

    def _fitting(self, line: Line) -> Line:
        """Return a line as the first one, or an earlier one if the page would not be full."""
        lines = self.lines
        lowest = lines.step(lines.last, 1 - self.page_rows)
        return max(Line(0, 0), min(line, lowest))

    def _offset_of(self, index: int) -> int:
        """Return how many rows the cursor is below the top of the page; 0 where it is out of view."""
        for row, line in enumerate(self._visible()):
            if line.pair == index:
                return row - line.row
        return 0

    def _visible(self) -> Iterator[Line]:
        if not len(self._pairs):
            return
        for row, line in enumerate(self.lines.walk(self._first)):
            if row >= self.page_rows:
                return
            yield line

    @property
    def cursor_cell(self) -> Offset | None:
        """The beginning of the pair at the cursor."""
        rows = (row for row, line in enumerate(self._visible(), self._title_rows) if line.pair == self.cursor)
        row = next(rows, None)
        return Offset(0, row) if row is not None else None

    def row_count(self) -> int:
        """Return the number of pairs."""
        return len(self._pairs)

    # -- moving ------------------------------------------------------------------------------

    def reveal(self, row: int, margin: int = 0) -> None:
        """Scroll as little as needed to show a pair, from its first line on."""
        if not self.size.height or not len(self._pairs):
            return
        lines = self.lines
        begin, end = Line(row, 0), Line(row, lines.last_text_row(row))
        if begin < self._first or end.row >= self.page_rows:
            self._first = begin
        else:
            self._first = max(self._first, lines.step(end, 1 - self.page_rows))
        self._first = self._fitting(self._first)

    def keep_in_view(self) -> None:
        """Scroll to the cursor."""
        self.reveal(self.cursor)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for another width; the pair at the cursor stays in view."""
        self.keep_in_view()
        self.refresh()

    def go_to(self, index: int) -> None:
        """Move the cursor to a pair; if it was out of view, with some of those before it above."""
        shown = [line for line in self._visible() if line.pair == index]
        if not shown or shown[0].row or shown[-1].row < self.lines.last_text_row(index):
            above = self.page_rows // _ABOVE_PART
            self._first = self._fitting(self.lines.step(Line(index, 0), -above))
        self.move_cursor(index)

    def action_move(self, rows: int) -> None:
        """Move the cursor by pairs; within one that is longer than the page by lines."""
        if not len(self._pairs):
            return
        hidden = self._hidden(rows)
        if hidden:
            step = min(hidden, max(1, self.page_rows - 1))
            self.scroll_rows(step if rows > 0 else -step)
        else:
            self.move_cursor(self.cursor + rows)

    def _hidden(self, rows: int) -> int:
        """Return how many lines of the pair at the cursor are out of view in the direction of a move."""
        shown = [line.row for line in self._visible() if line.pair == self.cursor]
        if not shown:
            return 0
        last = self.lines.last_text_row(self.cursor)
        return max(0, last - shown[-1]) if rows > 0 else shown[0]

    def action_move_page(self, pages: float) -> None:
        """Scroll by pages; the cursor goes to the first pair that begins there."""
        if not len(self._pairs):
            return
        rows = int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1)
        first = self._fitting(self.lines.step(self._first, rows))
        if first == self._first:
            self.move_cursor(len(self._pairs) - 1 if rows > 0 else 0)
            return
        self._first = first
        shown = [line.pair for line in self._visible() if not line.row]
        self.cursor = shown[0] if shown else first.pair
        self.refresh()
        self.cursor_moved()

    def scroll_rows(self, rows: int) -> None:
        """Scroll by lines without moving the cursor."""
        first = self._fitting(self.lines.step(self._first, rows))
        if first != self._first:
            self._first = first
            self.refresh()

    def cursor_moved(self) -> None:
        """Tell the screen."""
        self.post_message(self.PairReached())

    # -- the mouse ---------------------------------------------------------------------------

    def row_at(self, y: int) -> int | None:
        """Return the pair drawn on a line of the pane."""
        line = self._line_at(y)
        return line.pair if line is not None else None

    def _line_at(self, y: int) -> Line | None:
        shown = list(self._visible())
        row = y - self._title_rows
        return shown[row] if 0 <= row < len(shown) else None

    def clicked(self, event: events.Click) -> None:
        """Go to the pair and the side that were clicked; a double click opens the report there."""
        line = self._line_at(event.y)
        if line is None:
            return
        if self._is_beside:
            self.side = int(event.x >= MARGIN + self.lines.column + GAP)
        else:
            row = self.lines.rows(line.pair)[line.row]
            self.side = int(row.first is None)
        self.move_cursor(line.pair)
        if event.chain == _DOUBLE:
            self.action_choose()

    # -- drawing -----------------------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the names of both reports; that which Enter opens is marked."""
        if not any(self._heads.names):
            return []
        column = self.lines.column if self._is_beside else (width - MARGIN - GAP - EDGE) // 2
        head = pad(f" {messages.MARGIN_HEAD}", MARGIN, self.widths) if len(self._pairs) else " " * MARGIN
        pieces: list[tuple[str, Style]] = [(head, self.part_style("bar-text"))]
        for side, name in enumerate(self._heads.names):
            is_chosen = side == self.side
            mark = messages.CHOSEN_MARK if is_chosen else " "
            tag = "" if self._is_beside else f"{self._heads.tags[side]} "
            text = pad(f"{mark} {tag}{name}", max(0, column), self.widths)
            pieces.append((text, Style() if is_chosen else self.part_style("bar-text")))
            pieces.append((" " * (0 if side else GAP), Style()))
        return pieces

    def draw(self, size: Size) -> list[Strip]:
        """Return all lines."""
        title = [self.render_line(y) for y in range(min(self._title_rows, size.height))]
        if len(self._pairs):
            rows = [self._strip(line, size.width) for line in self._visible()]
        else:
            rows = list(self._note_strips(size.width))
        blank = Strip.blank(size.width, self.base_style)
        rows = rows[: max(0, size.height - len(title))]
        return [*title, *rows, *[blank] * (size.height - len(title) - len(rows))]

    def _note_strips(self, width: int) -> Iterator[Strip]:
        style = self.base_style + self.part_style("muted")
        yield Strip.blank(width, self.base_style)
        for part in self._note.split("\n"):
            for begin, end in break_lines(part, max(2, width - 2 * GAP), self.widths):
                yield self.strip_of([(" " * GAP + part[begin:end], style)], width, self.base_style)

    def _strip(self, line: Line, width: int) -> Strip:
        row = self.lines.rows(line.pair)[line.row]
        is_spacing = line.row > self.lines.last_text_row(line.pair)
        at_cursor = line.pair == self.cursor and not is_spacing
        fill = self.base_style + self.cursor_style if at_cursor else self.base_style
        drawing = PairDrawing(self.lines, self._pairs, self._heads.tags, self.part_style, self.widths)
        is_marked = at_cursor and (not line.row or line == self._first)
        return self.strip_of(drawing.pieces(line.pair, row, fill, is_marked), width, fill)
