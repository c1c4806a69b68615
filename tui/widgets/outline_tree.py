"""The tree of chapters: follows the reading, counts hits or figures, opens what is chosen."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.report.model import Node
from tui.report.outline import OVERVIEW
from tui.typeset.cells import cell_length, cut
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import strip_of

_INDENT = 2
#: Rows that are kept as drawn.
_STRIPS = 1000


class Row(NamedTuple):
    """A row of the tree.

    Attributes:
        node: What it stands for.
        depth: Levels below the outermost.
        overview: Whether it stands for what the node says before its first child.
    """

    node: Node
    depth: int
    overview: bool = False


class OutlineTree(LineView):
    """Chapters, sections and topics. What the reading is in unfolds; what a person folded stays so."""

    BINDINGS = bindings("tree")

    class OpenNode(Message):
        """Go to a node.

        Attributes:
            node: The node.
            overview: Whether what it says of its own is meant; its heading stands there too.
        """

        def __init__(self, node: Node, overview: bool) -> None:
            super().__init__()
            self.node = node
            self.overview = overview

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(id=id)
        self._outline = outline = prepared.outline
        self._place = outline.nodes[0] if outline.nodes else None
        self._folded: dict[str, bool] = {}
        self._counts: Mapping[str, int] = {}
        self._metric_counts = prepared.metric_counts
        self._searching = False
        self._strips: LRUCache[object, Strip] = LRUCache(_STRIPS)
        #: Nodes that are unfolded wherever the reading is, unless a person has folded them.
        self._open = prepared.with_sections
        self._rows = self._visible()

    # -- rows --------------------------------------------------------------------------------

    def _visible(self) -> list[Row]:
        place = self._opened_by(self._place)
        rows: list[Row] = []

        def add(nodes: tuple[Node, ...], depth: int) -> None:
            for node in nodes:
                rows.append(Row(node, depth))
                if self._is_unfolded(node, place):
                    if node.level == "chapter" and self._outline.has_overview(node):
                        rows.append(Row(node, depth + 1, overview=True))
                    add(node.children, depth + 1)

        add(self._outline.report.outline, 0)
        return rows

    def _is_unfolded(self, node: Node, place: set[str]) -> bool:
        if not node.children:
            return False
        if node.id in self._folded:
            return not self._folded[node.id]
        return node.id in place or node.id in self._open

    def _opened_by(self, place: Node | None) -> set[str]:
        """The nodes that are unfolded because the reading is below them."""
        return {node.id for node in self._outline.lineage(place) if node.children} if place else set()

    def row_count(self) -> int:
        """Rows that are not folded away."""
        return len(self._rows)

    def _row_of(self, node: Node | None, overview: bool) -> int:
        """The row of a node, or of the nearest one above it that is seen."""
        while node is not None:
            for index, row in enumerate(self._rows):
                if row.node.id == node.id and row.overview == overview:
                    return index
            if overview:
                overview = False
            else:
                node = self._outline.parent(node)
        return 0

    def _rebuild(self, keep: Row) -> None:
        self._rows = self._visible()
        self._show_row(keep)

    def _show_row(self, row: Row) -> None:
        self.cursor = self._row_of(row.node, row.overview)
        self.reveal(self.cursor)
        self.refresh()

    # -- what it is told ---------------------------------------------------------------------

    def follow(self, offset: int) -> None:
        """Shows where the reading is; moves the cursor there unless a person is using the tree."""
        node = self._outline.at(offset)
        if node is not self._place or not self.is_in_use:
            kept = self._rows[self.cursor] if self.is_in_use and self.cursor < len(self._rows) else None
            stays = self._opened_by(node) == self._opened_by(self._place)
            self._place = node
            overview = node.level == "chapter" and self._outline.has_overview(node) and offset > node.start
            with self.changing():
                (self._show_row if stays else self._rebuild)(kept or Row(node, 0, overview))

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Counts of hits for each node with all below it; None when nothing is searched."""
        self._searching = counts is not None
        self._counts = counts or {}
        self.refresh()

    # -- keys --------------------------------------------------------------------------------

    def action_choose(self) -> None:
        """Goes to the node at the cursor."""
        if self._rows:
            row = self._rows[self.cursor]
            self.post_message(self.OpenNode(row.node, row.overview))

    def action_unfold(self) -> None:
        """Unfolds the node at the cursor; if it is unfolded, moves to its first child."""
        if not self._rows:
            return
        row = self._rows[self.cursor]
        if not row.node.children or row.overview:
            return
        if self._unfolded_at(self.cursor):
            self.move_cursor(self.cursor + 1)
        else:
            self._folded[row.node.id] = False
            self._rebuild(row)

    def action_fold(self) -> None:
        """Folds the node at the cursor; if it cannot be folded, moves to the one it is in."""
        if not self._rows:
            return
        row = self._rows[self.cursor]
        if self._unfolded_at(self.cursor):
            self._folded[row.node.id] = True
            self._rebuild(row)
        else:
            above = row.node if row.overview else self._outline.parent(row.node)
            if above is not None:
                self.move_cursor(self._row_of(above, False))

    def _unfolded_at(self, index: int) -> bool:
        row = self._rows[index]
        below = self._rows[index + 1] if index + 1 < len(self._rows) else None
        return not row.overview and below is not None and below.depth > row.depth

    # -- drawing -----------------------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """The pane's name, and what its counts count."""
        what = "命中" if self._searching else "指标"
        return [(" 1 目录", Style()), (" " * max(1, width - 12), Style()), (what, Style())]

    def row_strip(self, index: int, width: int) -> Strip:
        """A row: fold mark, label, count. Most rows look as they did at the last key."""
        row = self._rows[index]
        count = self._count(row)
        fill = self.base_style + self.cursor_style if index == self.cursor else self.base_style
        fold = ("▾" if self._unfolded_at(index) else "▸") if row.node.children and not row.overview else " "
        label_style = self._label_style(row, count)
        looks = (row.node.id, row.overview, count, fold, width, fill, label_style, self._searching)
        strip = self._strips.get(looks)
        if strip is None:
            strip = self._strips[looks] = self._draw_row(row, count, fold, width, fill, label_style)
        return strip

    def _draw_row(
        self, row: Row, count: int, fold: str, width: int, fill: Style, label_style: Style
    ) -> Strip:
        label = OVERVIEW if row.overview else self._outline.label(row.node)
        number = str(count) if count else ""
        room = max(1, width - _INDENT * row.depth - 2 - cell_length(number) - 1 - (1 if number else 0))
        label = cut(label, room)
        gap = max(1, width - _INDENT * row.depth - 2 - cell_length(label) - cell_length(number) - 1)
        return strip_of(
            [
                (" " * (_INDENT * row.depth), fill),
                (fold + " ", fill + self.part_style("muted")),
                (label, fill + label_style),
                (" " * gap, fill),
                (number + " ", fill + self.part_style("count" if self._searching else "muted")),
            ],
            width,
            fill,
        )

    def _label_style(self, row: Row, count: int) -> Style:
        if row.node is self._place:
            return self.part_style("strong")
        if self._searching and not count:
            return self.part_style("muted")
        if row.depth == 0:
            return self.part_style("strong" if row.node.level == "chapter" else "muted")
        return Style()

    def _count(self, row: Row) -> int:
        counts = self._counts if self._searching else self._metric_counts
        count = counts.get(row.node.id, 0)
        if row.overview:
            count -= sum(counts.get(child.id, 0) for child in row.node.children)
        return count
