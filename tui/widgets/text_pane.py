"""The text of the report. The character offset is the only coordinate; lines are made for the width there is."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from tui.reader.cells import cell_length
from tui.reader.layout import Layout, report_blocks
from tui.report.outline import Outline
from tui.search.engine import Found
from tui.widgets.line_view import LineView
from tui.widgets.selecting import Selecting
from tui.widgets.text_paint import TextPaint

MARGIN, RULER = 1, 1
#: Cells a line of text takes at most: longer ones tire the eye.
MEASURE = 84
MEASURE_MIN, MEASURE_MAX = 20, 200
MIN_TEXT = 2


class TextPane(LineView):
    """The report as lines, with hits, figures and a ruler of the hits in the whole report.

    A window on the lines begins at ``top``; ``anchor`` is the offset it was last scrolled to, and keeps the
    place through any number of resizes.
    """

    BINDINGS = [
        Binding("down,j", "scroll(1)", "下一行", key_display="↓ j"),
        Binding("up,k", "scroll(-1)", "上一行", key_display="↑ k"),
        Binding("ctrl+d,d", "scroll_pages(0.5)", "下半页", key_display="d Ctrl+D"),
        Binding("ctrl+u,u", "scroll_pages(-0.5)", "上半页", key_display="u Ctrl+U"),
        Binding("space,pagedown,f", "scroll_pages(1)", "下一页", key_display="空格 PgDn f"),
        Binding("pageup,b", "scroll_pages(-1)", "上一页", key_display="PgUp b"),
        Binding("home,g", "scroll_to_end(-1)", "到开头", key_display="Home g"),
        Binding("end,G", "scroll_to_end(1)", "到末尾", key_display="End G"),
        Binding("right,l", "extend(1)", "选区多一字", key_display="→ l"),
        Binding("left,h", "extend(-1)", "选区少一字", key_display="← h"),
        Binding("enter", "choose", "看此处的指标", key_display="Enter"),
    ]

    @dataclass
    class PlaceShown(Message):
        """Another place of the report is being read.

        Attributes:
            offset: Its character offset.
        """

        offset: int

    @dataclass
    class FigureAsked(Message):
        """A person asks for the figure at a place.

        Attributes:
            offset: The character offset of the place.
        """

        offset: int

    def __init__(self, outline: Outline, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._text = outline.report.text
        self._blocks = report_blocks(outline)
        self._paint = TextPaint(self._text, outline.report.metrics)
        self._layout: Layout | None = None
        self._selecting = Selecting(self._text)
        self.measure = MEASURE
        self._page_rows = 1
        self._anchor = 0
        self._focus_offset: int | None = None

    # -- lines -------------------------------------------------------------------------------

    @property
    def page_rows(self) -> int:
        """Lines seen at once; while the pane is covered, those seen last."""
        if self.size.height:
            self._page_rows = self.size.height
        return self._page_rows

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
            self._layout = Layout(self._text, self._blocks, width)
            self.top = self._layout.line_of(self._anchor)
        self.top = max(0, min(self.top, len(self._layout) - self.page_rows))
        return self._layout

    def row_count(self) -> int:
        """Lines of the report."""
        return len(self.lines) if self._is_laid_out else 0

    def keep_in_view(self) -> None:
        """Keeps the place: the anchor's line first, or what was gone to in view."""
        if not self.size.height:
            return
        self._top_of_anchor()
        if self._focus_offset is not None and not self._in_view(self._focus_offset):
            self.show_offset(self._focus_offset)

    def _top_of_anchor(self) -> None:
        self.top = max(0, min(self.lines.line_of(self._anchor), len(self.lines) - self.page_rows))

    def set_measure(self, cells: int) -> None:
        """Sets how long a line may be, in cells; 0 for the usual length. The place is kept."""
        self.measure = max(MEASURE_MIN, min(cells, MEASURE_MAX)) if cells else MEASURE
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
        return self.lines.starts[self.top] if len(self.lines) else 0

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self._is_laid_out and self.top + self.page_rows >= len(self.lines)

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
        line = self.lines.line_of(offset)
        spare = 1 if self.page_rows > 4 else 0
        if not self.top + spare <= line < self.top + self.page_rows - spare:
            self._scroll_to_line(line - self.page_rows // 3)
        self._moved()

    def _in_view(self, offset: int) -> bool:
        return self.top <= self.lines.line_of(offset) < self.top + self.page_rows

    def _scroll_to_line(self, line: int) -> None:
        self.top = max(0, min(line, len(self.lines) - self.page_rows))
        self._anchor = self.lines.starts[self.top] if len(self.lines) else 0

    def _moved(self) -> None:
        self.refresh()
        self.post_message(self.PlaceShown(self.place))

    def scroll_rows(self, rows: int) -> None:
        """Moves the window by lines."""
        before = self.lines, self.top
        self._scroll_to_line(self.top + rows)
        if before[1] != self.top:
            self._focus_offset = None
            self._moved()

    def action_scroll(self, lines: int) -> None:
        """Moves by lines; while selecting, moves the end of the selection by sentences."""
        if self.selected is not None:
            self._extend(lines, "sentence")
        else:
            self.scroll_rows(lines)

    def action_scroll_pages(self, pages: float) -> None:
        """Moves by pages, of which two share a line."""
        self.scroll_rows(int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1))

    def action_scroll_to_end(self, direction: int) -> None:
        """Moves to the first (-1) or last (1) line."""
        self._focus_offset = None
        self._scroll_to_line(0 if direction < 0 else len(self.lines))
        self._moved()

    def action_choose(self) -> None:
        """Asks for the figure at the place being read."""
        self.post_message(self.FigureAsked(self.place))

    # -- marks on the text -------------------------------------------------------------------

    def mark_hits(self, found: Found, current: int | None) -> None:
        """Lights the hits of a query, one of them as the current one."""
        self._paint.mark_hits(found, current)
        self.refresh()

    def light(self, span: tuple[int, int] | None) -> None:
        """Lights one figure, or none."""
        if span != self._paint.lit:
            self._paint.lit = span
            self.refresh()

    @property
    def lit(self) -> tuple[int, int] | None:
        """The figure that is lit."""
        return self._paint.lit

    # -- selecting ---------------------------------------------------------------------------

    @property
    def selected(self) -> tuple[int, int] | None:
        """What a person has selected: half-open offsets."""
        return self._selecting.span

    def start_selecting(self) -> None:
        """Selects the sentence being read, to be made longer with the keys that move."""
        self._selecting.start(self.place)
        self._show_selection()

    def clear_selection(self) -> None:
        """Selects nothing."""
        self._selecting.clear()
        self._show_selection()

    def _show_selection(self) -> None:
        self._paint.selection = self._selecting.span
        self.refresh()

    def _extend(self, direction: int, by: str) -> None:
        offset = self._selecting.extend(direction, by)
        if offset is not None:
            self._show_selection()
            self.show_offset(offset)

    def action_extend(self, direction: int) -> None:
        """Moves the end of the selection by a character."""
        self._extend(direction, "character")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Where a drag may begin."""
        if event.button == 1 and event.x < self.size.width - RULER:
            self._selecting.press(self.offset_near(event.x, event.y))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects from where the drag began to the character under the pointer, both included."""
        if self._selecting.is_dragging:
            if not 0 <= event.y < self.size.height:
                self.scroll_rows(-1 if event.y < 0 else 1)
            self._selecting.drag(self.offset_near(event.x, event.y))
            self._show_selection()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends a drag."""
        self.release_mouse()
        self._selecting.release()

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line: margin, text, ruler."""
        width, lines, base = self.size.width, self.lines, self.base_style
        line = self.top + y
        segments = [Segment(" " * MARGIN, base)]
        used = MARGIN
        if line < len(lines):
            for text, names in self._paint.pieces(line, lines):
                style = base
                for name in names:
                    style = style + self.part_style(name)
                segments.append(Segment(text, style))
                used += cell_length(text)
        ruler = self._paint.ruler(y, self.size.height, lines, self.top, self.page_rows)
        segments.append(Segment(" " * max(0, width - RULER - used), base))
        segments.append(Segment(" ", base + self.part_style(ruler)))
        return Strip(segments, max(width, used + RULER)).crop(0, width)

    def clicked(self, event: events.Click) -> None:
        """On the ruler: goes there. Twice: selects the sentence; three times: the paragraph. On a figure: asks for it."""
        if event.x >= self.size.width - RULER:
            line = event.y * len(self.lines) // max(1, self.size.height)
            self._focus_offset = None
            self._scroll_to_line(line - self.page_rows // 2)
            self._moved()
            return
        offset = self.offset_at(event.x, event.y)
        plain = self._selecting.click(offset, event.chain)
        self._show_selection()
        if plain and offset is not None and self._paint.figure_at(offset):
            self.post_message(self.FigureAsked(offset))

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the character drawn at a cell of the pane; None where there is none."""
        line = self.top + y
        if not 0 <= line < len(self.lines):
            return None
        cell = MARGIN
        for offset in range(self.lines.starts[line], self.lines.ends[line]):
            cell += cell_length(self._text[offset])
            if x < cell:
                return offset if x >= MARGIN else None
        return None

    def offset_near(self, x: int, y: int) -> int:
        """The offset of the character at a cell, or of the nearest one on its line."""
        line = max(0, min(self.top + max(0, min(y, self.page_rows - 1)), len(self.lines) - 1))
        start, end = self.lines.starts[line], self.lines.ends[line]
        found = self.offset_at(x, line - self.top)
        if found is not None:
            return found
        return start if x < MARGIN or start == end else end - 1
