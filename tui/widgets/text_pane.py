"""The text of the report, with what is marked on it, and the mouse."""

from __future__ import annotations

from itertools import chain, islice, repeat

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.search.engine import Searcher
from tui.search.results import Hit, Results
from tui.typeset.cells import cell_length
from tui.typeset.full_width import full_width_marks
from tui.typeset.layout import Line
from tui.widgets.bindings import bindings
from tui.widgets.drag_selection import DragSelection
from tui.widgets.highlights import Highlights
from tui.widgets.hit_list import HitList
from tui.widgets.line_widget import strip_of
from tui.widgets.text_view import MARGIN, RULER, TextView


class TextPane(TextView):
    """The report as lines, with hits, figures, a selection, and a ruler of the hits in the whole report."""

    BINDINGS = bindings("text")

    class MetricAsked(Message):
        """A person asks for the figure at a place.

        Attributes:
            offset: The character offset of the place.
        """

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class HitChosen(Message):
        """A person chose a hit.

        Attributes:
            index: Its index.
            hit: What was listed there.
        """

        def __init__(self, index: int, hit: Hit) -> None:
            super().__init__()
            self.hit = hit
            self.index = index

    def __init__(self, prepared: PreparedReport, searcher: Searcher, *, id: str) -> None:
        super().__init__(prepared, id=id)
        self._hits = HitList(prepared.outline, searcher)
        self._paint = Highlights(len(self._text), prepared.report.metrics)
        self._selecting = DragSelection(self._text)

    def action_scroll(self, lines: int) -> None:
        """Moves by lines; while selecting, moves the end of the selection by sentences."""
        if self.selected is not None:
            self._extend(lines, "sentence")
        else:
            self.scroll_rows(lines)

    def action_choose(self) -> None:
        """Asks for the figure at the place being read."""
        self.post_message(self.MetricAsked(self.place))

    # -- marks on the text -------------------------------------------------------------------

    def highlight_hits(self, results: Results, current: int | None) -> None:
        """Lists and lights the hits of a query, one of them as the current one."""
        self._paint.highlight_hits(results, current)
        self._hits.show(results, current)
        self.refresh()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that are listed and highlighted."""
        return self._hits.hits

    def show_list(self, rows: int) -> None:
        """Gives the list of hits so many rows; the place in the text is kept."""
        self._hits.set_rows(rows)
        above = rows + 1 if rows else 0
        if above != self.rows_above:
            self.rows_above = above
            self.keep_in_view()
            self.refresh()

    def show_full_width(self, full: bool) -> None:
        """Draws ASCII marks beside Chinese in full width, or as published, in the list too."""
        self._hits.has_full_width = full
        super().show_full_width(full)

    def wheel(self, rows: int, y: int) -> None:
        """Over the list of hits the wheel moves that."""
        if y < self.rows_above:
            self._hits.scroll(rows)
            self.refresh()
        else:
            self.scroll_rows(rows)

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
        on_text = event.y >= self.rows_above and event.x < self.size.width - RULER
        if event.button == 1 and on_text:
            self._selecting.press(self.offset_near(event.x, event.y))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects from where the drag began to the character under the pointer, both included."""
        if self._selecting.is_dragging:
            if not self.text_row <= event.y < self.size.height:
                self.scroll_rows(-1 if event.y < self.text_row else 1)
            self._selecting.drag(self.offset_near(event.x, event.y))
            self._show_selection()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends a drag."""
        self.release_mouse()
        self._selecting.release()

    # -- drawing -----------------------------------------------------------------------------

    def draw(self, size: Size) -> list[Strip]:
        """The list of hits, the heading over what is seen, and the text."""
        width, base = size.width, self.base_style
        strips = [self._hits.strip(y, width, base, self.part_style) for y in range(self.rows_above)]
        heading = [(" " * MARGIN, base), (self._heading(), base + self.part_style("muted"))]
        strips.append(strip_of(heading, width, base))
        seen, rows = self.seen, self.page_rows
        page = chain(self.lines.walk(self.first_line), repeat(None))
        for y, line in enumerate(islice(page, rows)):
            ground = base + self.part_style(self._paint.ruler(y, rows, seen))
            strips.append(self._line_strip(line, width, base, Segment(" " * RULER, ground)))
        return strips[: size.height]

    def _line_strip(self, line: Line | None, width: int, base: Style, ruler: Segment) -> Strip:
        """One line: margin, text and ruler."""
        segments = [Segment(" " * MARGIN, base)]
        used = MARGIN
        for text, names in self._paint.pieces(line, self.lines) if line is not None else ():
            style = base
            for name in names:
                style = style + self.part_style(name)
            segments.append(Segment(text, style))
            used += cell_length(text)
        segments += [Segment(" " * max(0, width - RULER - used), base), ruler]
        return Strip(segments, max(width, used + RULER)).crop(0, width)

    def _heading(self) -> str:
        """The headings over what is first in view."""
        first = self.lines.span(self.first_line)[0]
        heading = " · ".join(self._outline.label(node) for node in self._outline.headings_over(first)[-2:])
        return full_width_marks(heading) if self.has_full_width else heading

    def clicked(self, event: events.Click) -> None:
        """On a hit or the ruler: goes there. Twice: selects the sentence; three times: the paragraph. On a figure: asks for it."""
        if event.y < self.rows_above:
            index = self._hits.hit_at(event.y)
            if index is not None:
                self.post_message(self.HitChosen(index, self._hits.hits[index]))
            return
        if event.x >= self.size.width - RULER:
            here = max(0, event.y - self.text_row) * len(self._text) // self.page_rows
            self._focus_offset = None
            self._scroll_to_line(self.lines.step(self.lines.line_of(here), -(self.page_rows // 2)))
            self._moved()
            return
        offset = self.offset_at(event.x, event.y)
        plain = self._selecting.click(offset, event.chain)
        self._show_selection()
        if plain and offset is not None and self._paint.metric_at(offset):
            self.post_message(self.MetricAsked(offset))

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the character drawn at a cell of the pane; None where there is none."""
        line = self.line_at(y)
        if line is None:
            return None
        cell = MARGIN
        for offset, character in enumerate(self.lines.shown(line), self.lines.span(line)[0]):
            cell += cell_length(character)
            if x < cell:
                return offset if x >= MARGIN else None
        return None

    def offset_near(self, x: int, y: int) -> int:
        """The offset of the character at a cell, or of the nearest one on its line."""
        y = max(self.text_row, min(y, self.text_row + self.page_rows - 1))
        results = self.offset_at(x, y)
        if results is not None:
            return results
        start, end = self.lines.span(self.line_at(y) or self.lines.last)
        return start if x < MARGIN or start == end else end - 1
