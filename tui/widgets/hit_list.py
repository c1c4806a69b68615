"""The list of hits: a row each with number, section, and the hit in its context. Drawn by the text pane above the text.

It is not a widget because its height changes while a query is typed: laying out the screen again would add 9 to 12 % to
the function calls of such a key.
"""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.results import NOTHING, Hit, Results
from tui.typeset.cells import ELLIPSIS, CellWidths, cell_length, cell_widths, cut, pad, pad_left
from tui.typeset.full_width import full_width_marks
from tui.widgets.highlights import hit_style
from tui.widgets.line_widget import LineWidget

_SECTION_CELLS = 10
_CONTEXT_CHARS = 60
_OF_NUMBERS = "0123456789.,"


class HitList:
    """Hits in document order, some of them visible.

    Attributes:
        rows: How many rows are visible.
        top: The first visible hit.
        cursor: The current hit.
        has_full_width: Whether ASCII marks next to Chinese are drawn in full width.
    """

    def __init__(self, outline: Outline, searcher: Searcher) -> None:
        self._outline = outline
        self._searcher = searcher
        self._results: Results = NOTHING
        self.rows = self.top = self.cursor = 0
        self.has_full_width = True

    def show(self, results: Results, current: int | None) -> None:
        """List the hits of a query with the cursor on the current one."""
        self._results = results
        self.cursor = current or 0
        self.set_rows(self.rows)

    def set_rows(self, rows: int) -> None:
        """Set the number of visible rows, and scroll to the cursor and its neighbours."""
        self.rows = rows
        if not rows:
            self.top = 0
            return
        margin = min(1, max(0, rows - 1) // 2)
        self.top = max(self.cursor + margin + 1 - rows, min(self.top, self.cursor - margin))
        self.scroll(0)

    def scroll(self, rows: int) -> None:
        """Scroll by rows without moving the cursor."""
        self.top = max(0, min(self.top + rows, len(self._results.hits) - self.rows))

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The listed hits."""
        return self._results.hits

    def hit_at(self, y: int) -> int | None:
        """Return the index of the hit drawn in a row; None below the last."""
        index = self.top + y
        return index if y < self.rows and index < len(self._results.hits) else None

    def strips(self, count: int, width: int, pane: LineWidget) -> list[Strip]:
        """Return the rows, hits in the same column in every row, and blank ones below them.

        Args:
            count: How many rows to return.
            width: Cells they take.
            pane: The pane they are a part of, whose styles and cell widths are used.
        """
        shown = self._results.hits[self.top : self.top + self.rows]
        base = pane.base_style
        blank = [Strip.blank(width, base)] * (count - len(shown))
        return [
            *(self._strip(index, width, base, pane) for index in range(self.top, self.top + len(shown))),
            *blank,
        ]

    def _strip(self, index: int, width: int, base: Style, pane: LineWidget) -> Strip:
        hit, style, widths = self._results.hits[index], pane.part_style, pane.widths
        is_current = index == self.cursor
        fill = base + style("cursor") if is_current else base
        muted, digits = fill + style("muted"), len(str(len(self._results.hits)))
        section_cells = _SECTION_CELLS if width >= 40 else 0
        lead = 2 + digits + 1 + (section_cells + 1 if section_cells else 0)
        before, text, after = self._in_context(hit)
        text_cells = cell_length(text, widths)
        before = _tail(before, min(max(0, width - lead) // 3, max(0, width - lead - text_cells)), widths)
        used = lead + cell_length(before, widths) + text_cells
        section = pad(self._section_label(index), section_cells, widths) + " " if section_cells else ""
        pieces = [
            ("▸" if is_current else " ", fill + style("count")),
            ("≈" if hit.why else " ", muted),
            (pad_left(str(index + 1), digits, widths) + " ", muted),
            (section, muted),
            (before, fill),
            (text, fill + style("current-hit" if is_current else hit_style(hit.term))),
            (_head(after, max(0, width - used), widths), fill),
        ]
        return pane.strip_of(pieces, width, fill)

    def _section_label(self, index: int) -> str:
        """Return the name of a hit's section; empty if the row above has the same."""
        name = self._section_name(index)
        return "" if index > self.top and name == self._section_name(index - 1) else name

    def _section_name(self, index: int) -> str:
        return self._outline.short_name(self._outline.at(self._results.hits[index].start))

    def _in_context(self, hit: Hit) -> tuple[str, str, str]:
        """Return the text before a hit, the hit, and the text after it, as drawn."""
        before, after = self._searcher.context(hit, _CONTEXT_CHARS, _CONTEXT_CHARS)
        whole = before + self._outline.report.text[hit.start : hit.end] + after
        if self.has_full_width:
            whole = full_width_marks(whole)
        begin, end = len(before), len(whole) - len(after)
        return whole[:begin], whole[begin:end].replace("\n", ""), whole[end:]


def _head(text: str, width: int, widths: CellWidths) -> str:
    """Return the text cut to ``width`` cells, without a part of a number at the end."""
    shown = cut(text, width, widths)
    if shown == text:
        return text
    kept = shown.removesuffix(ELLIPSIS)
    if _is_in_number(text, len(kept)):
        kept = kept.rstrip(_OF_NUMBERS)
    return kept + ELLIPSIS if shown else ""


def _tail(text: str, width: int, widths: CellWidths) -> str:
    """Return the last characters that fit into ``width`` cells, without a part of a number, with spaces before them."""
    left, begin = width, len(text)
    for index in range(len(text) - 1, -1, -1):
        left -= cell_widths(text[index], widths)[0]
        if left < 0:
            break
        begin = index
    shown = text[begin:]
    return pad_left(shown.lstrip(_OF_NUMBERS) if _is_in_number(text, begin) else shown, width, widths)


def _is_in_number(text: str, offset: int) -> bool:
    """Tell whether a number stands at both sides of an offset."""
    around = text[max(0, offset - 1) : offset + 1]
    return len(around) > 1 and offset > 0 and not around.strip(_OF_NUMBERS) and around not in ("..", ",,")
