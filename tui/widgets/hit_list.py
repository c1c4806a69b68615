"""The hits of a query, a row each: number, place, the hit in its context. Drawn by the text pane in its first rows.

It is no widget of its own: another height of a widget lays out the screen, and a key would wait for that.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from textual.strip import Strip

from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.results import NOTHING, Hit, Results
from tui.typeset.cells import cell_length, cell_widths, cut, pad, pad_left
from tui.typeset.full_width import full_width_marks
from tui.widgets.line_widget import strip_of
from tui.widgets.styles import hit_style

_PATH_CELLS = 10
_CONTEXT = 60
StyleOf = Callable[[str], Style]


class HitList:
    """Hits in document order, a window of them seen.

    Attributes:
        rows: How many rows are seen.
        top: The first hit seen.
        cursor: The current hit.
        has_full_marks: Whether ASCII marks beside Chinese are drawn in full width.
    """

    def __init__(self, outline: Outline, searcher: Searcher) -> None:
        self._outline = outline
        self._searcher = searcher
        self._results: Results = NOTHING
        self.rows = self.top = self.cursor = 0
        self.has_full_width = True

    def show(self, results: Results, current: int | None) -> None:
        """Lists the hits of a query with the current one at the cursor."""
        self._results = results
        self.cursor = current or 0
        self.set_rows(self.rows)

    def set_rows(self, rows: int) -> None:
        """Shows so many rows, the cursor and its neighbours among them."""
        self.rows = rows
        if not rows:
            self.top = 0
            return
        margin = min(1, max(0, rows - 1) // 2)
        self.top = max(self.cursor + margin + 1 - rows, min(self.top, self.cursor - margin))
        self.scroll(0)

    def scroll(self, rows: int) -> None:
        """Moves the window, not the cursor."""
        self.top = max(0, min(self.top + rows, len(self._results.hits) - self.rows))

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return self._results.hits

    def hit_at(self, y: int) -> int | None:
        """Index of the hit drawn in a row; None below the last."""
        index = self.top + y
        return index if y < self.rows and index < len(self._results.hits) else None

    def strip(self, y: int, width: int, base: Style, style_of: StyleOf) -> Strip:
        """A row, with the hit where the eye finds it in every row."""
        index = self.hit_at(y)
        if index is None:
            return Strip.blank(width, base)
        hit = self._results.hits[index]
        now = index == self.cursor
        fill = base + style_of("cursor") if now else base
        muted, digits = style_of("muted"), len(str(len(self._results.hits)))
        path_cells = _PATH_CELLS if width >= 40 else 0
        lead = 2 + digits + 1 + (path_cells + 1 if path_cells else 0)
        before, text, after = self._in_context(hit)
        room = max(0, width - lead)
        before_cells = min(room // 3, max(0, room - cell_length(text)))
        pieces = [
            ("▸" if now else " ", fill + style_of("count")),
            ("≈" if hit.why else " ", fill + muted),
            (pad_left(str(index + 1), digits) + " ", fill + muted),
        ]
        if path_cells:  # the place is named once for the hits that stand there
            name = self._name_of(index)
            above = self._name_of(index - 1) if index > self.top else ""
            pieces.append((pad("" if name == above else name, path_cells) + " ", fill + muted))
        pieces += [
            (_tail(before, before_cells), fill),
            (text, fill + style_of("seal" if now else hit_style(hit.term))),
        ]
        used = lead + cell_length(pieces[-2][0]) + cell_length(text)
        return strip_of([*pieces, (cut(after, max(0, width - used)), fill)], width, fill)

    def _name_of(self, index: int) -> str:
        return self._outline.short_name(self._outline.at(self._results.hits[index].start))

    def _in_context(self, hit: Hit) -> tuple[str, str, str]:
        """What stands before a hit, the hit, and what stands behind it, as they are shown."""
        before, after = self._searcher.context(hit, _CONTEXT, _CONTEXT)
        whole = before + self._outline.report.text[hit.start : hit.end] + after
        if self.has_full_width:
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
