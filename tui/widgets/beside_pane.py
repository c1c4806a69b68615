"""Two texts side by side, with a cursor that goes from sentence to sentence; one above the other where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from tui.messages import counterpart_screen as messages
from tui.messages.wording import NOT_FOUND
from tui.typeset.cells import cell_length, cut
from tui.typeset.full_width import full_width_marks
from tui.widgets.beside_layout import GAP, MARGIN, Area, BesideLayout, Facing, SideText, Span
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView

_DOUBLE = 2


class BesidePane(LineView):
    """Two texts. Keys act on one of the sides; the other one shows the sentence that goes with the one at the cursor."""

    BINDINGS = bindings("counterparts")

    class SentenceReached(Message):
        """The cursor came to another sentence, or to the other side."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._facing: Facing | None = None
        self._advice = ""
        self._shown: list[str] = ["", ""]
        self._tops = [0, 0]
        self._layout = BesideLayout()
        #: Size and zoom that the layout was made for; None if the texts are others now.
        self._laid_out: tuple[Size, bool, int] | None = None
        self._is_zoomed = False
        #: The side keys act on, and the sentence at the cursor of each; None where none goes with the one at the cursor.
        self.side = 0
        self.cursors: list[int | None] = [0, None]

    # -- updates from the screen -------------------------------------------------------------

    def show(self, facing: Facing, side: int, sentence: int = 0) -> None:
        """Show two texts, with the cursor on a sentence of one side."""
        self._facing = facing
        sides = facing.sides
        self.side = side if sides[side] is not None else 1 - side
        self._shown = [full_width_marks(one.text) if one is not None else "" for one in sides]
        self._tops = [0, 0]
        self._laid_out = None
        self.go_to(sentence, keep_other=not sentence)

    def show_advice(self, advice: str) -> None:
        """Say something in the half of a side without a text."""
        self._advice = advice
        self.refresh()

    def text_of(self, side: int) -> SideText | None:
        """Return one of the texts; None if there is none."""
        return self._facing.sides[side] if self._facing is not None else None

    @property
    def is_zoomed(self) -> bool:
        """Whether one side has the whole screen."""
        return self._is_zoomed

    def toggle_zoom(self) -> None:
        """Give the side at the cursor the whole screen, or give the other its room back."""
        self._is_zoomed = not self._is_zoomed
        self._reveal_both()
        self.refresh()

    def change_side(self) -> bool:
        """Have keys act on the other side, at the sentence that goes with the one at the cursor; return False if there is none."""
        other = 1 - self.side
        if self.text_of(other) is None:
            return False
        self.side = other
        sentence = self.cursors[other]
        self.go_to(sentence if sentence is not None else self._sentence_from(other, self._tops[other]))
        return True

    # -- moving ------------------------------------------------------------------------------

    def go_to(self, sentence: int, keep_other: bool = False) -> None:
        """Move the cursor to a sentence of this side; the other side shows the one that goes with it."""
        text, facing = self.text_of(self.side), self._facing
        if text is None or facing is None:
            return
        sentence = max(0, min(sentence, len(text.sentences) - 1))
        self.cursors[self.side] = sentence
        self.cursors[1 - self.side] = facing.match(self.side, sentence)
        self._reveal(self.side)
        if not keep_other:
            self._reveal(1 - self.side)
        self.refresh()
        self.post_message(self.SentenceReached())

    def action_move(self, rows: int) -> None:
        """Move the cursor by sentences."""
        self.go_to((self.cursors[self.side] or 0) + rows)

    def action_move_page(self, pages: float) -> None:
        """Scroll by pages; the cursor goes to the first sentence that is visible."""
        area = self._area_of(self.side)
        if area is None:
            return
        before = self._tops[self.side]
        rows = int(pages * max(1, area.height - 2)) or (1 if pages > 0 else -1)
        self.scroll_side(self.side, rows)
        if self._tops[self.side] == before:
            self.action_move_to_end(1 if pages > 0 else -1)
        else:
            self._go_to_row(self._tops[self.side])

    def _go_to_row(self, row: int) -> None:
        """Move the cursor to the first sentence that begins in a row or below."""
        top = self._tops[self.side]
        self.go_to(self._sentence_from(self.side, row))
        self._tops[self.side] = top

    def action_move_to_end(self, direction: int) -> None:
        """Move the cursor to the first (-1) or last (1) sentence."""
        text = self.text_of(self.side)
        self.go_to(0 if direction < 0 or text is None else len(text.sentences) - 1)

    def action_choose(self) -> None:
        """Choose the sentence at the cursor."""
        self.post_message(self.RowChosen(self, self.cursors[self.side] or 0))

    def scroll_side(self, side: int, rows: int) -> None:
        """Scroll one of the texts, without moving the cursor."""
        area = self._area_of(side)
        if area is not None:
            most = len(self._layout.lines[side]) - (area.height - 1)
            self._tops[side] = max(0, min(self._tops[side] + rows, most))
            self.refresh()

    def keep_in_view(self) -> None:
        """Show both sentences after a change of size."""
        self._reveal_both()

    def _reveal_both(self) -> None:
        for side in (0, 1):
            self._reveal(side)

    def _reveal(self, side: int) -> None:
        """Scroll a text as little as needed to show the sentence at its cursor, from its first line on."""
        area, sentence, text = self._area_of(side), self.cursors[side], self.text_of(side)
        if area is None or sentence is None or text is None or not text.sentences:
            return
        self._tops[side] = self._layout.top_showing(area, self._tops[side], text.sentences[sentence])

    def _sentence_from(self, side: int, row: int) -> int:
        text = self.text_of(side)
        return self._layout.sentence_from(side, row, text.sentences if text is not None else ())

    @property
    def cursor_cell(self) -> Offset | None:
        """The beginning of the sentence at the cursor, of the side keys act on."""
        area, sentence, text = self._area_of(self.side), self.cursors[self.side], self.text_of(self.side)
        if area is None or sentence is None or text is None or not text.sentences:
            return None
        start = text.sentences[sentence][0]
        row, (begin, _) = next(
            ((row, line) for row, line in enumerate(self._layout.lines[self.side]) if line[1] > start),
            (0, (start, start)),
        )
        x = MARGIN + cell_length(self._shown[self.side][begin:start], self.widths)
        y = 1 + row - self._tops[self.side]
        return Offset(area.x + x, area.y + y) if 0 < y < area.height else None

    # -- layout ------------------------------------------------------------------------------

    def _lay_out(self) -> BesideLayout:
        """Return the texts in lines for the present size."""
        size = self.size
        now = size, self._is_zoomed, self.side if self._is_zoomed else 0
        if self._laid_out != now:
            self._laid_out = now
            texts = self._shown[0], self._shown[1]
            self._layout = BesideLayout(texts, *size, self.side if self._is_zoomed else None, self.widths)
        return self._layout

    def _area_of(self, side: int) -> Area | None:
        return self._lay_out().area_of(side)

    # -- drawing -----------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return the number of lines of the side at the cursor."""
        return len(self._layout.lines[self.side])

    def render_line(self, y: int) -> Strip:
        """Return a line: of both texts, or of the one that is drawn there."""
        self._lay_out()
        width, base = self.size.width, self.base_style
        pieces: list[tuple[str, Style]] = []
        for area in self._layout.areas:
            if not area.y <= y < area.y + area.height:
                continue
            if area.x:
                pieces.append((GAP, base + self.part_style("muted")))
            row = y - area.y
            drawn, fill = self._head(area) if not row else (self._row(area, row - 1), base)
            pieces += self._filled(drawn, area.width, fill)
        return self.strip_of(pieces, width, base)

    def _filled(
        self, pieces: Sequence[tuple[str, Style]], width: int, fill: Style
    ) -> list[tuple[str, Style]]:
        """Return pieces of exactly so many cells."""
        filled, left = [], width
        for text, style in pieces:
            text = cut(text, left, self.widths)
            left -= cell_length(text, self.widths)
            filled.append((text, style))
        return [*filled, (" " * max(0, left), fill)]

    def _head(self, area: Area) -> tuple[list[tuple[str, Style]], Style]:
        is_chosen = area.side == self.side
        style = self.part_style("title-focused" if is_chosen and self.has_focus else "title")
        text = self.text_of(area.side)
        name, where = (text.name, text.where) if text is not None else (messages.SIDES[area.side], "")
        mark = "▸" if is_chosen else " "
        return [(f"{mark}{name}  ", style), (where, style)], style

    def _row(self, area: Area, row: int) -> list[tuple[str, Style]]:
        """Return a line of a text: the sentence at the cursor on its background, and the words both share lit."""
        base = self.base_style
        if self.text_of(area.side) is None:
            notes = NOT_FOUND, self._advice
            return [(" " * MARGIN + notes[row], base + self.part_style("muted"))] if row < len(notes) else []
        index = self._tops[area.side] + row
        if index >= len(self._layout.lines[area.side]):
            return []
        begin, end = self._layout.lines[area.side][index]
        shown = self._shown[area.side]
        end = begin + len(shown[begin:end].rstrip())
        current, marks = self._lit(area.side)
        cursor = self.cursor_style if area.side == self.side else self.part_style("cursor")
        edges = {begin, end}
        for start, stop in (current, *marks):
            edges.update(at for at in (start, stop) if begin < at < end)
        pieces: list[tuple[str, Style]] = [(" " * MARGIN, base)]
        cuts = sorted(edges)
        for start, stop in pairwise(cuts):
            style = base + cursor if current[0] <= start < current[1] else base
            if any(one <= start < other for one, other in marks):
                style += self.part_style("shared")
            pieces.append((shown[start:stop], style))
        return pieces

    def _lit(self, side: int) -> tuple[Span, Sequence[Span]]:
        """Return the sentence at the cursor of a side, and the words it shares with the one on the other side."""
        text, sentence, here = self.text_of(side), self.cursors[side], self.cursors[self.side]
        if text is None or self._facing is None:
            return (0, 0), ()
        marks = self._facing.marks(self.side, here or 0)[side]
        return (text.sentences[sentence] if sentence is not None and text.sentences else (0, 0)), marks

    # -- the mouse ---------------------------------------------------------------------------

    def wheel(self, rows: int, x: int, y: int) -> None:
        """Scroll the text below the pointer."""
        area = self._layout.area_at(x, y)
        self.scroll_side(area.side if area is not None else self.side, rows)

    def clicked(self, event: events.Click) -> None:
        """Go to the sentence that was clicked; a double click chooses it."""
        area = self._layout.area_at(event.x, event.y)
        text = self.text_of(area.side) if area is not None else None
        if area is None or text is None:
            return
        self.side = area.side
        row = self._tops[area.side] + event.y - area.y - 1
        if 0 <= row < len(self._layout.lines[area.side]):
            cell = event.x - area.x - MARGIN
            self.go_to(self._layout.sentence_at(area.side, row, cell, text.sentences))
        if event.chain == _DOUBLE:
            self.action_choose()
