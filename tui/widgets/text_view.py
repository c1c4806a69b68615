"""A window on the lines of a report: which are seen, and which place is being read.

The character offset is the only coordinate; lines are made for the width there is. A window begins at
a line whose first offset is kept through any number of resizes.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.message import Message

from tui.library.prepared import PreparedReport
from tui.typeset.layout import Layout, Line
from tui.widgets.line_view import LineView

MARGIN, RULER = 1, 1
#: Rows at the top that name what is being read.
HEADER = 1
#: Cells a line of text takes at most: longer ones tire the eye.
MEASURE = 84
MEASURE_MIN, MEASURE_MAX = 20, 200
MIN_TEXT = 2


class TextView(LineView):
    """Lines, place and scrolling.

    Attributes:
        first_line: The first line in view.
    """

    class OffsetShown(Message):
        """Another place of the report is being read.

        Attributes:
            offset: Its character offset.
        """

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        #: Rows above the heading that show something else.
        self.rows_above = 0
        self._outline = prepared.outline
        self._text = prepared.report.text
        self.has_full_width = True
        self._blocks = prepared.blocks
        self._layout: Layout | None = None
        self.first_line = Line(0, 0)
        #: The line that is first when the last one is in view; of which layout, and of how many lines seen at once.
        self._lowest = Line(0, 0)
        self._lowest_of: tuple[Layout | None, int] = (None, 0)
        self.measure = MEASURE
        self._page_rows = 1
        self._anchor = 0
        self._focus_offset: int | None = None

    # -- lines -------------------------------------------------------------------------------

    @property
    def page_rows(self) -> int:
        """Lines seen at once; while the pane is covered, those seen last."""
        if self.size.height:
            self._page_rows = max(1, self.size.height - self.text_row)
        return self._page_rows

    @property
    def text_row(self) -> int:
        """The row of the first line of text."""
        return self.rows_above + HEADER

    @property
    def _is_laid_out(self) -> bool:
        """Whether the pane has ever had a size; lines made before that would have to be made again."""
        return self._layout is not None or self.size.width > 0

    @property
    def text_width(self) -> int:
        """Cells a line of text may take now."""
        return max(MIN_TEXT, min(self.measure, self.size.width - MARGIN - RULER - 1))

    @property
    def lines(self) -> Layout:
        """The report in lines of the present width; the place is kept when the width has changed."""
        width = self.text_width
        if self._layout is None or (self._layout.width != width and self.size.width):
            self._layout = Layout(self._text, self._blocks, width, self.has_full_width)
            self.first_line = self._layout.line_of(self._anchor)
        if self._lowest_of != (self._layout, self.page_rows):
            self._lowest_of = (self._layout, self.page_rows)
            self._lowest = self._layout.step(self._layout.last, 1 - self.page_rows)
        self.first_line = min(self.first_line, self._lowest)
        return self._layout

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All the height there is."""
        return container.height

    def line_at(self, y: int) -> Line | None:
        """The line drawn on a row of the pane; None above the first and below the last one."""
        rows = y - self.text_row
        if rows < 0:
            return None
        above, line = (self.lines.step(self.first_line, rows - 1), self.lines.step(self.first_line, rows))
        return line if not rows or above != line else None

    def keep_in_view(self) -> None:
        """Keeps the place: the anchor's line first, or what was gone to in view."""
        if not self.size.height:
            return
        self._top_of_anchor()
        if self._focus_offset is not None and not self._in_view(self._focus_offset):
            self.show_offset(self._focus_offset)

    def _top_of_anchor(self) -> None:
        self.first_line = min(self.lines.line_of(self._anchor), self._lowest)

    def set_measure(self, cells: int) -> None:
        """Sets how long a line may be, in cells; 0 for the usual length. The place is kept."""
        self.measure = max(MEASURE_MIN, min(cells, MEASURE_MAX)) if cells else MEASURE
        self.keep_in_view()
        self.refresh()

    def show_full_width(self, full: bool) -> None:
        """Draws ASCII marks beside Chinese in full width, or as published. The place is kept."""
        if full != self.has_full_width:
            self.has_full_width = full
            self._layout = None
            if self.size.width:
                self.keep_in_view()
                self.refresh()

    def begin_at(self, offset: int, gone_to: bool) -> None:
        """Sets the place to begin with, before there are lines.

        Args:
            offset: Its character offset.
            gone_to: Whether a person asked for just this offset, or only for what was in view.
        """
        self._anchor = offset
        self._focus_offset = offset if gone_to else None

    @property
    def first_offset(self) -> int:
        """The first character in view."""
        return self._anchor

    # -- place -------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The offset being read: the one last gone to while it is in view, else the first one in view."""
        if not self._is_laid_out:
            return self._anchor
        if self._focus_offset is not None and self._in_view(self._focus_offset):
            return self._focus_offset
        return self.lines.span(self.first_line)[0]

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self._is_laid_out and self.seen[1] == len(self._text)

    @property
    def seen(self) -> tuple[int, int]:
        """Half-open offsets of what is in view; at the first and the last line all that stands before and behind."""
        lines = self.lines
        start = lines.span(self.first_line)[0] if self.first_line > lines.first else 0
        if self.first_line == self._lowest:
            return start, len(self._text)
        return start, lines.span(lines.step(self.first_line, self.page_rows - 1))[1]

    @property
    def position(self) -> tuple[int, int | None]:
        """What :meth:`restore` needs to show again exactly what is seen now."""
        return self._anchor, self._focus_offset

    def restore(self, position: tuple[int, int | None]) -> None:
        """Shows again what was seen when :attr:`position` was taken."""
        self._anchor, self._focus_offset = position
        self._top_of_anchor()
        self._moved()

    def go_to(self, offset: int) -> None:
        """Shows an offset's line first."""
        self._focus_offset = offset
        self._scroll_to_line(self.lines.line_of(offset))
        self._moved()

    def show_offset(self, offset: int) -> None:
        """Shows an offset, scrolling only if it is not in view with a line to spare."""
        self._focus_offset = offset
        spare = 1 if self.page_rows > 4 else 0
        if not self._in_view(offset, spare):
            self._scroll_to_line(self.lines.step(self.lines.line_of(offset), -(self.page_rows // 3)))
        self._moved()

    def _in_view(self, offset: int, spare: int = 0) -> bool:
        """Whether an offset is in view with so many lines to spare above and below."""
        lines = self.lines
        low = lines.step(self.first_line, spare)
        return low <= lines.line_of(offset) <= lines.step(self.first_line, self.page_rows - 1 - spare)

    def _scroll_to_line(self, line: Line) -> None:
        lines = self.lines
        self.first_line = min(line, self._lowest)
        self._anchor = lines.span(self.first_line)[0]

    def _moved(self) -> None:
        self.refresh()
        self.post_message(self.OffsetShown(self.place))

    def scroll_rows(self, rows: int) -> None:
        """Moves the window by lines."""
        before = self.first_line
        self._scroll_to_line(self.lines.step(self.first_line, rows))
        if before != self.first_line:
            self._focus_offset = None
            self._moved()

    def action_scroll_pages(self, pages: float) -> None:
        """Moves by pages, of which two share a line."""
        self.scroll_rows(int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1))

    def action_scroll_to_end(self, direction: int) -> None:
        """Moves to the first (-1) or last (1) line."""
        self._focus_offset = None
        self._scroll_to_line(self.lines.first if direction < 0 else self.lines.last)
        self._moved()
