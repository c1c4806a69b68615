"""Draw pairs of sentences, with the changed words and the hits of a search lit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from rich.style import Style

from tui.messages import alignment_screen as messages
from tui.typeset.cells import CellWidths, cell_length, cut, pad
from tui.typeset.full_width import full_width_marks
from tui.widgets.pair_layout import GAP, MARGIN, TAG, PairLayout, Pairs, Row, Span

#: Half-open offsets into a sentence, and the name of a style.
Mark = tuple[int, int, str]


class MarkedPairs(Pairs, Protocol):
    """Pairs with what is lit in them."""

    def marks(self, index: int, side: int) -> Sequence[Mark]:
        """Return what is lit in a sentence; later marks lie over earlier ones."""

    def base_style(self, index: int, side: int) -> str:
        """Return the name of the style of a whole sentence; empty for the usual one."""

    def margin_style(self, index: int) -> str:
        """Return the name of the style of the margin of a pair."""


class Heads(NamedTuple):
    """What stands above the sentences: the names of both reports, and the tags of their sentences."""

    names: tuple[str, str] = ("", "")
    tags: tuple[str, str] = ("", "")


class NoPairs:
    """No pairs."""

    def __len__(self) -> int:
        return 0

    def texts(self, index: int) -> tuple[str, str]:
        """Return nothing."""
        return "", ""

    def margin(self, index: int) -> Sequence[str]:
        """Return nothing."""
        return ()

    def marks(self, index: int, side: int) -> Sequence[Mark]:
        """Return nothing."""
        return ()

    def base_style(self, index: int, side: int) -> str:
        """Return nothing."""
        return ""

    def margin_style(self, index: int) -> str:
        """Return nothing."""
        return ""


class PairDrawing(NamedTuple):
    """Draws the lines of a layout.

    Attributes:
        lines: The layout.
        pairs: What is laid out.
        tags: The tags of the sentences of both reports.
        part_style: The styles of the theme, by their names.
        widths: The widths of characters.
    """

    lines: PairLayout
    pairs: MarkedPairs
    tags: tuple[str, str]
    part_style: Callable[[str], Style]
    widths: CellWidths

    def pieces(self, index: int, row: Row, fill: Style, is_marked: bool) -> Iterator[tuple[str, Style]]:
        """Yield a line of a pair in pieces with their styles; the first line of the current one is marked."""
        widths, lines = self.widths, self.lines
        margin = fill + self.part_style(self.pairs.margin_style(index) or "bar-text")
        mark = messages.CHOSEN_MARK if is_marked else " "
        yield pad(f"{mark}{row.margin}", MARGIN, widths), margin
        if not lines.is_beside:
            side = int(row.first is None)
            tag = self.tags[side] if row.is_tagged and (row.first or row.second) else ""
            yield pad(cut(tag, TAG - 1, widths), TAG, widths), fill + self.part_style("count")
        for side, span in enumerate((row.first, row.second)):
            if not lines.is_beside and span is None:
                continue
            used = 0
            if span is not None:
                for text, style in self._marked(index, side, span, fill):
                    used += cell_length(text, widths)
                    yield text, style
            if lines.is_beside:
                yield " " * max(0, lines.column - used + (0 if side else GAP)), fill

    def _marked(self, index: int, side: int, span: Span, fill: Style) -> Iterator[tuple[str, Style]]:
        """Yield a line of a sentence in pieces with their styles."""
        begin, end = span
        shown = full_width_marks(self.pairs.texts(index)[side]).replace("\n", " ")
        base = self.pairs.base_style(index, side)
        style = fill + self.part_style(base) if base else fill
        marks = [mark for mark in self.pairs.marks(index, side) if mark[0] < end and begin < mark[1]]
        inner = {at for start, stop, _ in marks for at in (start, stop) if begin < at < end}
        for low, high in pairwise(sorted({begin, end, *inner})):
            piece = style
            for start, stop, name in marks:
                if start <= low and high <= stop:
                    piece += self.part_style(name)
            yield shown[low:high], piece
