"""The reports of a place, or the hits of a search report by report, each in its context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.library.live_search import Excerpt
from tui.typeset.cells import CellWidths, cell_length, cell_widths, cut, pad, pad_left
from tui.typeset.full_width import full_width_marks
from tui.widgets.bindings import bindings
from tui.widgets.highlights import hit_style
from tui.widgets.line_view import LineView

#: Cells of the section of a hit, where a row has at least so many.
_SECTION_CELLS, _WITH_SECTION_FROM = 10, 40
#: The part of a row that the text before a hit takes at most.
_BEFORE_SHARE = 1 / 3
_INDENT_CELLS = 2
_DOUBLE = 2


class ListRow(NamedTuple):
    """A row of the list.

    Attributes:
        kind: ``report``; ``hit`` for one of its hits, ``more`` for those that are not shown; ``chapter`` for a place in it to
            open; ``above`` for a place above that has hits where the scope has none; ``note`` for something said.
        report: The number of the report; 0 for a note or a place.
        label: The text on the left.
        detail: The text on the right: a date, a number of hits.
        excerpt: For a hit.
        offset: Where to open the report; None for where it was left.
        place: The key of the place above.
    """

    kind: Literal["report", "hit", "more", "chapter", "above", "note"]
    report: int
    label: str
    detail: str = ""
    excerpt: Excerpt | None = None
    offset: int | None = None
    place: str = ""


class ReportList(LineView):
    """Reports, with hits."""

    BINDINGS = bindings("reports")

    class OpenRow(Message):
        """The user chose a row.

        Attributes:
            row: The row.
        """

        def __init__(self, row: ListRow) -> None:
            super().__init__()
            self.row = row

    class RowReached(Message):
        """The cursor came to another row.

        Attributes:
            row: The row.
            is_near_end: Whether few rows are below it.
        """

        def __init__(self, row: ListRow, is_near_end: bool) -> None:
            super().__init__()
            self.row = row
            self.is_near_end = is_near_end

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._rows: Sequence[ListRow] = ()
        self._label_cells = 0
        self.has_full_width = True

    # -- updates from the screen -------------------------------------------------------------

    def show_rows(self, rows: Sequence[ListRow], keep: bool) -> None:
        """Show other rows; with ``keep``, the cursor stays on the same one as far as there is one like it."""
        before = self.row
        self._rows = rows
        index = 0
        if keep and before is not None:
            index = next((at for at, row in enumerate(rows) if _is_same(row, before)), 0)
        if not keep:
            self.top = 0
        labels = (row.label for row in rows if row.kind == "report")
        self._label_cells = max((cell_length(label, self.widths) for label in labels), default=0)
        self.cursor = index
        self.reveal(index, margin=1)
        self.refresh()

    @property
    def row(self) -> ListRow | None:
        """The row at the cursor; None if there is none."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def rows(self) -> Sequence[ListRow]:
        """All rows."""
        return self._rows

    def go_to_report(self, report: int) -> None:
        """Move the cursor to a report, unless it is on it or on one of its hits."""
        if self.row is None or self.row.report != report:
            index = next((at for at, row in enumerate(self._rows) if row.report == report), self.cursor)
            self.move_cursor(index)

    def step(self, direction: int, kinds: Iterable[str]) -> bool:
        """Move the cursor to the next (1) or previous (-1) row of some kinds; return False if there is none."""
        wanted = set(kinds)
        last = len(self._rows) if direction > 0 else -1
        for index in range(self.cursor + direction, last, direction):
            if self._rows[index].kind in wanted:
                self.move_cursor(index)
                self.reveal(index, margin=2)
                return True
        return False

    # -- keys --------------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def cursor_moved(self) -> None:
        """Tell the screen where the cursor is."""
        if self.row is not None:
            self.post_message(self.RowReached(self.row, self.cursor + self.page_rows >= len(self._rows)))

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; more are looked for near the end."""
        super().scroll_rows(rows)
        if self.row is not None and self.top + 2 * self.page_rows >= len(self._rows):
            self.post_message(self.RowReached(self.row, True))

    def action_choose(self) -> None:
        """Open the report at the cursor, at the hit, or go to the place above."""
        if self.row is not None and self.row.kind != "note":
            self.post_message(self.OpenRow(self.row))

    def clicked(self, event: events.Click) -> None:
        """Go to the row that was clicked; a double click opens it."""
        row = self.row_at(event.y)
        if row is not None:
            self.move_cursor(row)
            if event.chain == _DOUBLE:
                self.action_choose()

    # -- drawing -----------------------------------------------------------------------------

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a row."""
        row = self._rows[index]
        fill = self.base_style + self.cursor_style if index == self.cursor else self.base_style
        if row.excerpt is not None:
            pieces = self._excerpt_pieces(index, row.excerpt, width, fill)
        elif row.kind == "report":
            pieces = self._report_pieces(row, width, fill)
        else:
            indent = " " * (_INDENT_CELLS if row.kind in ("note", "above") else 2 * _INDENT_CELLS)
            style = fill if row.kind in ("chapter", "above") else fill + self.part_style("muted")
            room = max(0, width - len(indent) - cell_length(row.detail, self.widths) - 2)
            pieces = [
                (indent + pad(self._shown(row.label), room, self.widths), style),
                (f" {row.detail} ", fill + self.part_style("muted")),
            ]
        return self.strip_of(pieces, width, fill)

    def _shown(self, text: str) -> str:
        return full_width_marks(text) if self.has_full_width else text

    def _report_pieces(self, row: ListRow, width: int, fill: Style) -> list[tuple[str, Style]]:
        strong, muted = fill + self.part_style("strong"), fill + self.part_style("muted")
        detail = cut(row.detail, max(0, width - self._label_cells - 4), self.widths)
        label = cut(row.label, max(1, width - cell_length(detail, self.widths) - 3), self.widths)
        gap = width - 1 - cell_length(label, self.widths) - cell_length(detail, self.widths) - 1
        return [(" ", fill), (label, strong), (" " * max(1, gap), fill), (detail, muted)]

    def _excerpt_pieces(
        self, index: int, excerpt: Excerpt, width: int, fill: Style
    ) -> list[tuple[str, Style]]:
        """Return a hit in its context, in the same column in every row."""
        widths, hit = self.widths, excerpt.hit
        muted = fill + self.part_style("muted")
        section_cells = _SECTION_CELLS if width >= _WITH_SECTION_FROM else 0
        section = ""
        if section_cells:
            section = pad(self._section(index), section_cells, widths) + " "
        lead = _INDENT_CELLS + 2 + cell_length(section, widths)
        text = excerpt.text.replace("\n", "")
        whole = self._shown(excerpt.before + text + excerpt.after)
        begin, end = len(excerpt.before), len(excerpt.before) + len(text)
        text_cells = cell_length(whole[begin:end], widths)
        room = max(0, width - lead)
        before = _tail(whole[:begin], min(int(room * _BEFORE_SHARE), max(0, room - text_cells)), widths)
        after = cut(whole[end:], max(0, room - cell_length(before, widths) - text_cells), widths)
        current = index == self.cursor
        return [
            (" " * _INDENT_CELLS, fill),
            ("▸" if current else " ", fill + self.part_style("count")),
            ("≈" if hit.why else " ", muted),
            (section, muted),
            (before, fill),
            (whole[begin:end], fill + self.part_style("current-hit" if current else hit_style(hit.term))),
            (after, fill),
        ]

    def _section(self, index: int) -> str:
        """Return the label of the section of a hit; empty if the row above has the same."""
        row, above = self._rows[index], self._rows[index - 1] if index > self.top else None
        return "" if above is not None and above.label == row.label and above.kind == "hit" else row.label


def _is_same(row: ListRow, other: ListRow) -> bool:
    return (row.kind, row.report, row.offset) == (other.kind, other.report, other.offset)


def _tail(text: str, width: int, widths: CellWidths) -> str:
    """Return the last characters of the text that fit into ``width`` cells, with spaces before them."""
    left, begin = width, len(text)
    sizes = cell_widths(text, widths)
    for index in range(len(text) - 1, -1, -1):
        left -= sizes[index]
        if left < 0:
            break
        begin = index
    return pad_left(text[begin:], width, widths)
