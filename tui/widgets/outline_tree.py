"""The outline tree: follows the reading position, counts hits or metrics, opens the chosen node."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from tui.library.prepared import PreparedReport
from tui.messages import panes as messages
from tui.report.model import Node
from tui.report.outline import OVERVIEW
from tui.typeset.cells import cell_length, cut
from tui.typeset.full_width import full_width_marks
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView

_INDENT_CELLS = 2
_MAX_STRIPS = 1000


class Row(NamedTuple):
    """A row of the tree.

    Attributes:
        node: Its node.
        depth: Its level of indentation, from 0.
        overview: Whether it represents only the text before the node's first child.
    """

    node: Node
    depth: int
    overview: bool = False


class OutlineTree(LineView):
    """Chapters, sections and topics. Nodes around the reading position unfold, unless the user folded them."""

    BINDINGS = bindings("tree")

    class OpenNode(Message):
        """The user wants to go to a node.

        Attributes:
            node: The node.
            overview: Whether the row was that of the text before its first child.
        """

        def __init__(self, node: Node, overview: bool) -> None:
            super().__init__()
            self.node = node
            self.overview = overview

    def __init__(self, prepared: PreparedReport, *, id: str) -> None:
        super().__init__(id=id)
        self._outline = outline = prepared.outline
        #: The node at the reading position.
        self._current = outline.nodes[0] if outline.nodes else None
        #: Ids of nodes the user folded (true) or unfolded.
        self._folded: dict[str, bool] = {}
        self._counts: Mapping[str, int] = {}
        self._metric_counts = prepared.metric_counts
        self._searching = False
        #: Most rows look as at the last key: drawing them again takes 10 to 30 % more function calls a key.
        self._row_strip = lru_cache(_MAX_STRIPS)(self._draw_row)
        self._has_full_width = True
        #: Ids of nodes that are unfolded at every reading position, unless the user folded them.
        self._always_unfolded = prepared.with_sections
        self._rows = self._visible()

    # -- rows --------------------------------------------------------------------------------

    def _visible(self) -> list[Row]:
        around = self._unfolded_around(self._current)
        rows: list[Row] = []

        def add(nodes: tuple[Node, ...], depth: int) -> None:
            for node in nodes:
                rows.append(Row(node, depth))
                if self._is_unfolded(node, around):
                    if node.level == "chapter" and self._outline.has_overview(node):
                        rows.append(Row(node, depth + 1, overview=True))
                    add(node.children, depth + 1)

        add(self._outline.report.outline, 0)
        return rows

    def _is_unfolded(self, node: Node, around: set[str]) -> bool:
        if not node.children:
            return False
        if node.id in self._folded:
            return not self._folded[node.id]
        return node.id in around or node.id in self._always_unfolded

    def _unfolded_around(self, current: Node | None) -> set[str]:
        """Return the ids of the nodes unfolded because the reading position is in them."""
        return {node.id for node in self._outline.lineage(current) if node.children} if current else set()

    def row_count(self) -> int:
        """Return how many rows are not folded away."""
        return len(self._rows)

    def _row_of(self, node: Node | None, overview: bool) -> int:
        """Return the row of a node, or of its nearest ancestor that is not folded away."""
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

    # -- updates from the screen -------------------------------------------------------------

    def follow(self, offset: int) -> None:
        """Mark the node at the reading position; move the cursor there unless the tree has the focus."""
        node = self._outline.at(offset)
        if node is not self._current or not self.is_in_use:
            kept = self._rows[self.cursor] if self.is_in_use and self.cursor < len(self._rows) else None
            is_same = self._unfolded_around(node) == self._unfolded_around(self._current)
            self._current = node
            overview = node.level == "chapter" and self._outline.has_overview(node) and offset > node.start
            with self.changing():
                (self._show_row if is_same else self._rebuild)(kept or Row(node, 0, overview))

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Show counts of hits by node id, descendants included; None when there is no query."""
        self._searching = counts is not None
        self._counts = counts or {}
        self.refresh()

    def show_full_width(self, full: bool) -> None:
        """Draw marks in headings in full width, or as published, as the text does."""
        if full != self._has_full_width:
            self._has_full_width = full
            self._row_strip = lru_cache(_MAX_STRIPS)(self._draw_row)
            self.refresh()

    # -- keys --------------------------------------------------------------------------------

    def action_choose(self) -> None:
        """Go to the node at the cursor."""
        if self._rows:
            row = self._rows[self.cursor]
            self.post_message(self.OpenNode(row.node, row.overview))

    def action_unfold(self) -> None:
        """Unfold the node at the cursor; if it is unfolded, move to its first child."""
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
        """Fold the node at the cursor; if it cannot be folded, move to its parent."""
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
        """Return the pane's name, and what the numbers count."""
        what = messages.HITS if self._searching else messages.METRICS
        used = cell_length(messages.OUTLINE_TITLE, self.widths) + cell_length(what, self.widths) + 1
        gap = " " * max(1, width - used)
        return [(messages.OUTLINE_TITLE, Style()), (gap, Style()), (what, Style())]

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a row: fold mark, label, count."""
        row = self._rows[index]
        count = self._count(row)
        fill = self.base_style + self.cursor_style if index == self.cursor else self.base_style
        fold = ("▾" if self._unfolded_at(index) else "▸") if row.node.children and not row.overview else " "
        styles = fill, self._label_style(row, count), self.part_style("count" if self._searching else "muted")
        label = OVERVIEW if row.overview else self._outline.label(row.node)
        return self._row_strip(label, row.depth, count, fold, width, styles)

    def _draw_row(
        self, label: str, depth: int, count: int, fold: str, width: int, styles: tuple[Style, Style, Style]
    ) -> Strip:
        fill, label_style, count_style = styles
        number = str(count) if count else ""
        room = width - _INDENT_CELLS * depth - len(fold) - 1 - len(number) - 1
        label = full_width_marks(label) if self._has_full_width else label
        label = cut(label, max(1, room - (1 if number else 0)), self.widths)
        gap = max(1, room - cell_length(label, self.widths))
        return self.strip_of(
            [
                (" " * (_INDENT_CELLS * depth), fill),
                (fold + " ", fill + self.part_style("muted")),
                (label, fill + label_style),
                (" " * gap, fill),
                (number + " ", fill + count_style),
            ],
            width,
            fill,
        )

    def _label_style(self, row: Row, count: int) -> Style:
        if row.node is self._current:
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
