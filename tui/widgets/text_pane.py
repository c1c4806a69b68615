"""The pane with the text of the report: highlights, the list of hits, selecting, and the mouse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice, repeat

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from tui.library.prepared import PreparedReport
from tui.messages import panes as messages
from tui.search.engine import Searcher
from tui.search.results import Hit, Results
from tui.typeset.cells import cell_length, cut
from tui.typeset.full_width import full_width_marks
from tui.typeset.layout import Line
from tui.widgets.bindings import bindings
from tui.widgets.drag_selection import DragSelection
from tui.widgets.highlights import Highlights, NoteMark
from tui.widgets.hit_list import HitList
from tui.widgets.text_view import MARGIN_CELLS, MEASURE_MIN, RULER_CELLS, TextView

_MAX_STRIPS = 500
#: Seconds between two steps while a drag rests past an edge of the text, and rows of a step at most.
_EDGE_EVERY_S, _MOST_EDGE_ROWS = 0.05, 4


class TextPane(TextView):
    """The report in lines, with hits, metrics, a selection, and a ruler that shows where in the report the hits are."""

    BINDINGS = bindings("text")

    class MetricAsked(Message):
        """The user asks for the metric at an offset.

        Attributes:
            offset: The character offset.
        """

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class HitChosen(Message):
        """The user chose a hit.

        Attributes:
            index: Its index.
            hit: The hit that was listed there.
        """

        def __init__(self, index: int, hit: Hit) -> None:
            super().__init__()
            self.hit = hit
            self.index = index

    def __init__(self, prepared: PreparedReport, searcher: Searcher, *, id: str) -> None:
        super().__init__(prepared, id=id)
        self._hit_list = HitList(prepared.outline, searcher)
        self._highlights = Highlights(len(self._text), prepared.report.metrics)
        self._selecting = DragSelection(self._text)
        #: Where the pointer is during a drag, and what scrolls while it rests past an edge of the text.
        self._pointer = 0, 0
        self._edge_timer: Timer | None = None
        #: Whether the button went down on the ruler, and is still held.
        self._on_ruler = self._moves_along_ruler = False
        #: Lines as they were drawn from all else that decides how they look. Drawing them anew takes a fifth of the function
        #: calls of a page.
        self._line_strip = lru_cache(_MAX_STRIPS)(self._draw_line)
        self._strips_state: tuple[object, ...] = ()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines; while selecting, move the end of the selection by sentences."""
        if self.selected is not None:
            self._extend(lines, "sentence")
        else:
            self.scroll_or_step(lines)

    def action_choose(self) -> None:
        """Ask for the metric at the reading position."""
        self.post_message(self.MetricAsked(self.reading_offset))

    # -- highlights --------------------------------------------------------------------------

    def highlight_hits(self, results: Results, current: int | None) -> None:
        """List and highlight the hits of a query, one of them as the current one."""
        self._highlights.show_hits(results, current)
        self._hit_list.show(results, current)
        self.refresh()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that are listed and highlighted."""
        return self._hit_list.hits

    def show_list(self, rows: int) -> None:
        """Set the height of the list of hits; the reading position is kept."""
        self._hit_list.set_rows(rows)
        above = rows + 1 if rows else 0
        if above != self.rows_above:
            self.rows_above = above
            self.keep_in_view()
            self.refresh()

    def show_full_width(self, full: bool) -> None:
        """Draw ASCII marks next to Chinese in full width, or as published, in the list too."""
        self._hit_list.has_full_width = full
        super().show_full_width(full)

    def wheel(self, rows: int, x: int, y: int) -> None:
        """Scroll the list of hits if the pointer is over it, else the text."""
        if y < self.rows_above:
            self._hit_list.scroll(rows)
            self.refresh()
        else:
            self.scroll_rows(rows)

    def highlight_metric(self, span: tuple[int, int] | None) -> None:
        """Highlight one metric as the current one, or none."""
        if span != self._highlights.metric:
            self._highlights.metric = span
            self.refresh()

    def show_notes(self, notes: Sequence[NoteMark]) -> None:
        """Highlight passages with notes, and mark them beside the text and on the ruler."""
        self._highlights.show_notes(notes)
        self.refresh()

    @property
    def highlighted_metric(self) -> tuple[int, int] | None:
        """The span of the current metric."""
        return self._highlights.metric

    # -- selecting ---------------------------------------------------------------------------

    @property
    def selected(self) -> tuple[int, int] | None:
        """The selected text: half-open offsets."""
        return self._highlights.selection

    def start_selecting(self) -> None:
        """Select the sentence being read, and show all of it; keys that move then change the selection."""
        self._selecting.start(self.sentence)
        if self._selecting.span is not None:
            self.show_span(*self._selecting.span)
        self._show_selection()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selecting.clear()
        self._show_selection()

    def _show_selection(self) -> None:
        before, self._highlights.selection = self._highlights.selection, self._selecting.span
        self.refresh()
        if (before is None) != (self.selected is None):
            self.post_message(self.OffsetShown(self.reading_offset, is_of_selection=True))

    def _extend(self, direction: int, by: str) -> None:
        offset = self._selecting.extend(direction, by)
        if offset is not None:
            self._show_selection()
            self.show_offset(offset)

    def extend_by_character(self, direction: int) -> None:
        """Move the end of the selection by a character."""
        self._extend(direction, "character")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a drag in the text, or go to a position on the ruler and begin to move along it."""
        if event.button != 1 or event.y < self.rows_above:
            return
        self._on_ruler = self._moves_along_ruler = event.x >= self.size.width - RULER_CELLS
        if self._on_ruler:
            self._go_to_ruler(event.y)
        else:
            self._selecting.press(self.offset_near(event.x, event.y))
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from the start of the drag to the character under the pointer, both included; go on scrolling past an edge."""
        if self._moves_along_ruler:
            self._go_to_ruler(event.y)
        elif self._selecting.is_dragging:
            self._pointer = event.x, event.y
            self._drag_on()
            if not self._rows_beyond:
                self._stop_scrolling()
            elif self._edge_timer is None:
                self._edge_timer = self.set_interval(_EDGE_EVERY_S, self._drag_on)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        self.release_mouse()
        self._selecting.release()
        self._moves_along_ruler = False
        self._stop_scrolling()

    @property
    def _rows_beyond(self) -> int:
        """How many rows the pointer is above (negative) or below the text."""
        y = self._pointer[1]
        return min(0, y - self.text_row) or max(0, y + 1 - self.size.height)

    def _drag_on(self) -> None:
        """Scroll if the pointer is past an edge, the faster the farther it is, and select up to the pointer."""
        beyond = self._rows_beyond
        if beyond:
            self.scroll_rows(max(-_MOST_EDGE_ROWS, min(beyond, _MOST_EDGE_ROWS)))
        self._selecting.drag(self.offset_near(*self._pointer))
        self._show_selection()

    def _stop_scrolling(self) -> None:
        if self._edge_timer is not None:
            self._edge_timer.stop()
            self._edge_timer = None

    # -- drawing -----------------------------------------------------------------------------

    def draw(self, size: Size) -> list[Strip]:
        """Return the list of hits, the headings of the first visible line, and the text."""
        width, base = size.width, self.base_style
        strips = self._hit_list.strips(self.rows_above, width, self)
        heading = [(" " * MARGIN_CELLS, base), (self._heading(), base + self.part_style("muted"))]
        strips.append(self.strip_of(heading, width, base))
        self._highlights.chosen = self.chosen_sentence
        self._forget_changed_strips(width, base)
        seen, rows = self.seen, self.page_rows
        page = chain(self.lines.walk(self.first_line), repeat(None))
        for y, line in enumerate(islice(page, rows)):
            ruler = self._highlights.ruler(y, rows, seen), self._highlights.ruler_mark(y, rows, seen)
            strips.append(self._line_strip(line, ruler, width, base))
        return strips[: size.height]

    def _forget_changed_strips(self, width: int, base: Style) -> None:
        """Forget the drawn lines if anything but the position has changed since."""
        state = self.lines, width, base, self._known_styles, *self._highlights.state
        if state != self._strips_state:
            self._strips_state = state
            self._line_strip.cache_clear()

    def _draw_line(self, line: Line | None, ruler: tuple[str, str], width: int, base: Style) -> Strip:
        """Return one line: margin, text and ruler, that with a style and a mark."""
        margin = self._highlights.margin(line, self.lines) if line is not None else " "
        pieces = self._highlights.pieces(line, self.lines) if line is not None else []
        if line is not None and line.row < 0:
            pieces = [(self._section_ends.get(self.lines.span(line)[0], ""), ["muted"])]
        segments = [Segment(margin, base if margin == " " else base + self.part_style("note-mark"))]
        used = MARGIN_CELLS
        for text, names in pieces:
            style = base
            for name in names:
                style = style + self.part_style(name)
            segments.append(Segment(text, style))
            used += cell_length(text, self.widths)
        segments.append(Segment(" " * max(0, width - RULER_CELLS - used), base))
        ruler_style, mark = ruler
        shown = base + self.part_style(ruler_style)
        if mark != " ":
            shown += self.part_style("note-mark-tick" if ruler_style.endswith("tick") else "note-mark")
        segments.append(Segment(mark, shown))
        return Strip(segments, max(width, used + RULER_CELLS)).crop(0, width)

    @cached_property
    def _section_ends(self) -> dict[int, str]:
        """What is said in the empty line above a paragraph, by its start: which section has ended."""
        starts = [block.start for block in self._blocks]
        room = MEASURE_MIN - cell_length(messages.section_end(""), self.widths)
        ends = ((bisect_left(starts, at), node) for at, node in self._outline.ends().items())
        return {
            starts[index]: messages.section_end(cut(self._outline.path(node), room, self.widths))
            for index, node in ends
            if index < len(starts)
        }

    def _heading(self) -> str:
        """Return the headings over the first visible line."""
        first = self.lines.span(self.first_line)[0]
        heading = " · ".join(self._outline.label(node) for node in self._outline.headings_over(first)[-2:])
        return full_width_marks(heading) if self.has_full_width else heading

    # -- clicks ------------------------------------------------------------------------------

    def clicked(self, event: events.Click) -> None:
        """Go to a hit, choose a sentence or ask for a metric, select a sentence (two clicks) or paragraph (three)."""
        if event.y < self.rows_above:
            index = self._hit_list.hit_at(event.y)
            if index is not None:
                self.post_message(self.HitChosen(index, self._hit_list.hits[index]))
        elif not self._on_ruler:  # there the press has gone to the position
            offset = self.offset_at(event.x, event.y)
            is_plain = self._selecting.click(offset, event.chain)
            self._show_selection()
            if not is_plain or offset is None:
                return
            if self._highlights.is_metric(offset):
                self.post_message(self.MetricAsked(offset))
            else:
                self.choose(offset)

    def _go_to_ruler(self, y: int) -> None:
        """Show the part of the report that a cell of the ruler represents."""
        row = max(0, min(y - self.text_row, self.page_rows))
        offset = row * len(self._text) // self.page_rows
        self._focus_offset = None
        self._scroll_to_line(self.lines.step(self.lines.line_of(offset), -(self.page_rows // 2)))
        self._moved()

    def offset_at(self, x: int, y: int) -> int | None:
        """Return the offset of the character drawn at a cell of the pane; None if there is none."""
        line = self.line_at(y)
        if line is None:
            return None
        cell = MARGIN_CELLS
        for offset, character in enumerate(self.lines.shown(line), self.lines.span(line)[0]):
            cell += cell_length(character, self.widths)
            if x < cell:
                return offset if x >= MARGIN_CELLS else None
        return None

    def offset_near(self, x: int, y: int) -> int:
        """Return the offset of the character at a cell, or of the nearest one on its line."""
        y = max(self.text_row, min(y, self.text_row + self.page_rows - 1))
        offset = self.offset_at(x, y)
        if offset is not None:
            return offset
        start, end = self.lines.span(self.line_at(y) or self.lines.last)
        return start if x < MARGIN_CELLS or start == end else end - 1
