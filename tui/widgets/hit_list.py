"""The hits of a query, a row each: number, place, the hit in its context."""

from __future__ import annotations

from textual.message import Message
from textual.strip import Strip

from tui.reader.cells import cell_length, cell_widths, cut, pad, pad_left
from tui.reader.marks import full_width_marks
from tui.report.outline import Outline
from tui.search.engine import NOTHING, Found, Hit, Searcher
from tui.widgets.line_view import LineView, strip_of
from tui.widgets.palette import hit_style

_PATH_CELLS = 10
_CONTEXT = 60


class HitList(LineView):
    """Hits in document order; the cursor is the current one."""

    class CursorMoved(Message):
        """A person moved the cursor to another hit.

        Attributes:
            row: Index of the hit.
        """

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, outline: Outline, searcher: Searcher, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._outline = outline
        self._searcher = searcher
        self._found: Found = NOTHING
        self.has_full_marks = True

    def row_count(self) -> int:
        """As many rows as hits."""
        return len(self._found.hits)

    def show_hits(self, found: Found, current: int | None) -> None:
        """Lists the hits of a query with the current one at the cursor."""
        self._found = found
        self.cursor = current or 0
        self.reveal(self.cursor, margin=1)
        self.refresh()

    def cursor_moved(self) -> None:
        """Tells which hit the cursor is on."""
        if self.row_count():
            self.post_message(self.CursorMoved(self.cursor))

    def row_strip(self, index: int, width: int) -> Strip:
        """A row, with the hit where the eye finds it in every row."""
        hit = self._found.hits[index]
        now = index == self.cursor
        base = self.base_style
        fill = base + self.cursor_style if now else base
        muted, digits = self.part_style("muted"), len(str(self.row_count()))
        name = self._name_of(index)
        path_cells = _PATH_CELLS if width >= 40 else 0
        lead = 2 + digits + 1 + (path_cells + 1 if path_cells else 0)
        before, text, after = self._in_context(hit)
        room = max(0, width - lead)
        before_cells = min(room // 3, max(0, room - cell_length(text)))
        pieces = [
            ("▸" if now else " ", fill + self.part_style("count")),
            ("≈" if hit.why else " ", fill + muted),
            (pad_left(str(index + 1), digits) + " ", fill + muted),
        ]
        if path_cells:  # the place is named once for the hits that stand there
            above = self._name_of(index - 1) if index > self.top else ""
            pieces.append((pad("" if name == above else name, path_cells) + " ", fill + muted))
        pieces += [
            (_tail(before, before_cells), fill),
            (text, fill + self.part_style("seal" if now else hit_style(hit.term))),
        ]
        used = lead + cell_length(pieces[-2][0]) + cell_length(text)
        return strip_of([*pieces, (cut(after, max(0, width - used)), fill)], width, fill)

    def _name_of(self, index: int) -> str:
        return self._outline.short_name(self._outline.at(self._found.hits[index].start))

    def _in_context(self, hit: Hit) -> tuple[str, str, str]:
        """What stands before a hit, the hit, and what stands behind it, as they are shown."""
        before, after = self._searcher.context(hit, _CONTEXT, _CONTEXT)
        whole = before + self._outline.report.text[hit.start : hit.end] + after
        if self.has_full_marks:
            whole = full_width_marks(whole)
        begin, end = len(before), len(whole) - len(after)
        return whole[:begin], whole[begin:end].replace("\n", ""), whole[end:]


def _tail(text: str, width: int) -> str:
    """The last characters of the text that fit, padded from the left to ``width`` cells."""
    left, begin = width, len(text)
    for index in range(len(text) - 1, -1, -1):
        left -= cell_widths(text[index])[0]
        if left < 0:
            break
        begin = index
    return pad_left(text[begin:], width)
