"""The visible part of a report: which lines are shown, and the offset being read.

Positions are character offsets into the report; lines depend on the width of the pane. The offset of the first visible
line is kept through resizes.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import islice

from textual.geometry import Offset, Size
from textual.message import Message

from tui.library.prepared import PreparedReport
from tui.report.sentences import sentence_at
from tui.typeset.cells import cell_length
from tui.typeset.layout import Layout, Line
from tui.visits import Position
from tui.widgets.line_view import LineView

MARGIN_CELLS, RULER_CELLS = 1, 1
#: Rows above the text with the headings of what is shown.
HEADER_ROWS = 1
#: Cells of a line of text at most, unless the user changes it; longer lines are tiring to read.
MEASURE = 84
MEASURE_MIN, MEASURE_MAX = 20, 200
_MIN_TEXT_CELLS = 2


class TextView(LineView):
    """Lines, reading position and scrolling."""

    class OffsetShown(Message):
        """Another offset of the report is being read, or a passage is selected now, or none any more.

        Attributes:
            offset: The character offset.
            is_of_selection: Whether the selection is what has changed.
        """

        def __init__(self, offset: int, is_of_selection: bool = False) -> None:
            super().__init__()
            self.offset = offset
            self.is_of_selection = is_of_selection

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        #: Rows above the header that show something else.
        self.rows_above = 0
        self.has_full_width = True
        self.measure = MEASURE
        self._outline = prepared.outline
        self._text = prepared.report.text
        self._blocks = prepared.blocks
        #: The size when the pane was last visible.
        self._visible_size = Size(0, 0)
        #: Offset of the first visible line; and the line itself, valid for one layout (several lines may have one offset).
        self._anchor = 0
        self._top: tuple[Layout | None, Line] = None, Line(0, 0)
        #: How many empty lines are visible above the line of that offset.
        self._lines_above = 0
        #: The offset last jumped to.
        self._focus_offset: int | None = None
        #: The offset last jumped to that stands for its sentence, which is lit.
        self._chosen: int | None = None
        self._layout_for = lru_cache(1)(self._new_layout)
        self._lowest_for = lru_cache(1)(_lowest_first_line)

    # -- lines -------------------------------------------------------------------------------

    @property
    def _room(self) -> Size:
        """The size of the pane; while it is covered, its last size."""
        return self.size if self.size.height else self._visible_size

    @property
    def page_rows(self) -> int:
        """How many lines are visible."""
        return max(1, self._room.height - self.text_row)

    @property
    def text_row(self) -> int:
        """The row of the first line of text."""
        return self.rows_above + HEADER_ROWS

    @property
    def text_width(self) -> int:
        """How many cells a line of text may take."""
        return min(self.measure, self.widest)

    @property
    def widest(self) -> int:
        """How many cells there is room for in a line of text."""
        return max(_MIN_TEXT_CELLS, self._room.width - MARGIN_CELLS - RULER_CELLS - 1)

    @property
    def lines(self) -> Layout:
        """The report in lines of the current width."""
        return self._layout_for(self.text_width, self.has_full_width)

    def _new_layout(self, width: int, full_width: bool) -> Layout:
        return Layout(self._text, self._blocks, width, full_width, self.widths)

    @property
    def _lowest(self) -> Line:
        """The first visible line when the last line is visible."""
        return self._lowest_for(self.lines, self.page_rows)

    @property
    def first_line(self) -> Line:
        """The first visible line."""
        lines = self.lines
        layout, line = self._top
        if layout is not lines:
            line = lines.step(lines.line_of(self._anchor), -self._lines_above)
        return line if self._goes_on_below(line) else min(line, self._lowest)

    def _goes_on_below(self, first: Line) -> bool:
        """Return whether there are lines below a page; told from the page, as breaking the last block may take long."""
        lines, rows = self.lines, self.page_rows
        return lines.step(first, rows) != lines.step(first, rows - 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of the container."""
        return container.height

    def line_at(self, y: int) -> Line | None:
        """Return the line drawn in a row of the pane; None above the text and below its end."""
        rows = y - self.text_row
        if rows < 0:
            return None
        above, line = (self.lines.step(self.first_line, rows - 1), self.lines.step(self.first_line, rows))
        return line if not rows or above != line else None

    def keep_in_view(self) -> None:
        """Keep the reading position: the anchor's line first, the offset last jumped to in view."""
        if not self.size.height:
            return
        self._visible_size = self.size
        self._scroll_to_anchor()
        if self._focus_offset is not None and not self._in_view(self._focus_offset):
            self.show_offset(self._focus_offset)

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the offset being read, which is that of the current hit after a step to one."""
        offset, lines = self.reading_offset, self.lines
        wanted = lines.line_of(offset)
        for y, line in enumerate(islice(lines.walk(self.first_line), self.page_rows), self.text_row):
            if line == wanted:
                before = lines.shown(line)[: max(0, offset - lines.span(line)[0])]
                return Offset(MARGIN_CELLS + cell_length(before, self.widths), y)
        return None

    def set_measure(self, cells: int) -> None:
        """Set how many cells a line may take; 0 for the default. The reading position is kept."""
        self.measure = max(MEASURE_MIN, min(cells, MEASURE_MAX)) if cells else MEASURE
        self.keep_in_view()
        self.refresh()

    def show_full_width(self, full: bool) -> None:
        """Draw ASCII marks next to Chinese in full width, or as published. The reading position is kept."""
        if full != self.has_full_width:
            self.has_full_width = full
            if self.size.width:
                self.keep_in_view()
                self.refresh()

    def begin_at(self, offset: int, gone_to: bool) -> None:
        """Set the initial position, before there are lines.

        Args:
            offset: Its character offset.
            gone_to: Whether the user asked for exactly this offset; otherwise it is only the first visible one.
        """
        self._anchor, self._lines_above = offset, 0
        self._focus_offset = offset if gone_to else None

    def begin_at_position(self, position: Position) -> None:
        """Begin with what was visible before, when there are no lines yet."""
        self._anchor, self._focus_offset, self._lines_above = position

    @property
    def first_offset(self) -> int:
        """The first visible character."""
        return self._anchor

    # -- reading position --------------------------------------------------------------------

    @property
    def reading_offset(self) -> int:
        """The offset being read: the one last jumped to while it is visible, else the first visible one."""
        if not self._room.width:
            return self._anchor
        if self._focus_offset is not None and self._in_view(self._focus_offset):
            return self._focus_offset
        return self.lines.span(self.first_line)[0]

    def choose(self, offset: int) -> None:
        """Have the sentence at a visible offset be the one being read, until the text is scrolled."""
        self._chosen = self._focus_offset = offset
        self._moved()

    @property
    def chosen_sentence(self) -> tuple[int, int] | None:
        """The sentence that was chosen; None if there is none, or it was scrolled away from."""
        is_chosen = self._chosen is not None and self._chosen == self._focus_offset
        return sentence_at(self._text, self.reading_offset) if is_chosen else None

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence being read: the chosen one, else that at the reading position, the first one behind headings there."""
        if self.chosen_sentence is not None:
            return self.chosen_sentence
        offset = self.reading_offset
        behind = bisect_right(self._blocks, offset, key=lambda block: block.start) - 1
        blocks = islice(self._blocks, max(0, behind), None)
        block = next((block for block in blocks if block.kind not in ("chapter", "section")), None)
        return sentence_at(self._text, max(offset, block.start) if block is not None else offset)

    def _step_sentence(self, direction: int) -> bool:
        """Choose the next (1) or previous (-1) sentence, which is visible; return False if there is none."""
        text = self._text
        start, end = self.chosen_sentence or sentence_at(text, self.reading_offset)
        at = end if direction > 0 else start - 1
        while 0 <= at < len(text) and text[at].isspace():
            at += direction
        if not 0 <= at < len(text):
            return False
        offset = sentence_at(text, at)[0]
        if self._in_view(offset):
            self.choose(offset)
        return self._chosen == offset

    def _choose_last(self) -> None:
        """Choose the last sentence, the end of which is visible."""
        start, end = sentence_at(self._text, len(self._text.rstrip()) - 1)
        self.choose(start if self._in_view(start) else end - 1)

    @property
    def at_end(self) -> bool:
        """Whether the last line is visible."""
        return self._room.width > 0 and self.seen[1] == len(self._text)

    @property
    def seen(self) -> tuple[int, int]:
        """The visible span; at the first and last line with all text before and after."""
        lines, first = self.lines, self.first_line
        start = lines.span(first)[0] if first > lines.first else 0
        if not self._goes_on_below(first):
            return start, len(self._text)
        return start, lines.span(lines.step(first, self.page_rows - 1))[1]

    @property
    def position(self) -> Position:
        """What :meth:`restore` needs to show the same lines again."""
        return Position(self._anchor, self._focus_offset, self._lines_above)

    def restore(self, position: Position) -> None:
        """Show again what was visible when :attr:`position` was read."""
        self.begin_at_position(position)
        self._scroll_to_anchor()
        self._moved()

    def go_to(self, offset: int) -> None:
        """Scroll an offset's line to the top."""
        self._focus_offset = offset
        self._scroll_to_line(self.lines.line_of(offset))
        self._moved()

    def show_offset(self, offset: int) -> None:
        """Show an offset; scroll only if it is not visible with a line to spare."""
        self._focus_offset = offset
        spare = 1 if self.page_rows > 4 else 0
        if not self._in_view(offset, spare):
            self._scroll_to_line(self.lines.step(self.lines.line_of(offset), -(self.page_rows // 3)))
        self._moved()

    def show_span(self, start: int, end: int) -> None:
        """Show a half-open span, from its first line on; scroll only as far as needed."""
        lines, first = self.lines, self.first_line
        begin, last = lines.line_of(start), lines.line_of(max(start, end - 1))
        if last > lines.step(first, self.page_rows - 1):
            first = lines.step(last, 1 - self.page_rows)
        first = min(first, begin)
        if first != self.first_line:
            self._scroll_to_line(first)
            self._moved()

    def _in_view(self, offset: int, spare: int = 0) -> bool:
        """Return whether an offset is visible with ``spare`` lines above and below."""
        lines, first = self.lines, self.first_line
        low, high = lines.step(first, spare), lines.step(first, self.page_rows - 1 - spare)
        return low <= lines.line_of(offset) <= high

    def _scroll_to_line(self, line: Line) -> None:
        line = min(line, self._lowest)
        self._top = self.lines, line
        self._anchor = self.lines.span(line)[0]
        self._lines_above = max(0, -line.row)

    def _scroll_to_anchor(self) -> None:
        self._top = None, Line(0, 0)

    def _moved(self) -> None:
        self.refresh()
        self.post_message(self.OffsetShown(self.reading_offset))

    def scroll_rows(self, rows: int) -> None:
        """Scroll by lines."""
        before = self.first_line
        self._scroll_to_line(self.lines.step(before, rows))
        if before != self.first_line:
            self._focus_offset = None
            self._moved()

    def scroll_or_step(self, rows: int) -> None:
        """Scroll by lines; at the end of the report, go on by sentences to the last one, and back as far as they are visible."""
        is_stepping = self.at_end and (rows > 0 or self.chosen_sentence is not None)
        if not (is_stepping and self._step_sentence(1 if rows > 0 else -1)):
            self.scroll_rows(rows)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by pages, which share a line; at the end of the report, go to the last sentence."""
        if pages > 0 and self.at_end:
            self._choose_last()
            return
        self.scroll_rows(int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1))

    def action_scroll_to_end(self, direction: int) -> None:
        """Scroll to the first (-1) or last (1) line; from there, go to the last sentence."""
        if direction > 0 and self.at_end:
            self._choose_last()
            return
        self._focus_offset = None
        self._scroll_to_line(self.lines.first if direction < 0 else self.lines.last)
        self._moved()


def _lowest_first_line(lines: Layout, page_rows: int) -> Line:
    return lines.step(lines.last, 1 - page_rows)
