"""A view with rows: counts that filter them, a filter by words, orders, and export."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import ClassVar, Protocol

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tui.exports.model import Export, named_by
from tui.messages import tables as messages
from tui.screens.background import in_thread
from tui.screens.view import Hints, ViewScreen
from tui.view_session import ViewSession
from tui.visits import JumpList, View
from tui.widgets.facet_bar import Facet, FacetBar
from tui.widgets.inputs import FilterBox
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.table_layout import Column, TableRow
from tui.widgets.table_order import RowOrder, reversed_rows
from tui.widgets.table_view import TableView

#: All rows, as one of the kinds to choose from.
EVERY_ROW = ""
#: Columns of the screen below which the title is short.
_LONG_TITLE_FROM = 80


class Contents(Protocol):
    """What a table has."""

    @property
    def columns(self) -> Sequence[Column]:
        """Its columns."""

    @property
    def orders(self) -> Mapping[str, str]:
        """Orders of rows and their names, the usual one first."""

    @property
    def column_orders(self) -> Mapping[str, str]:
        """The order that a click on the heading of a column stands for."""

    @property
    def falling_orders(self) -> Collection[str]:
        """Orders that begin with the largest value."""

    def title(self, is_long: bool) -> str:
        """Return the title."""

    def facets(self) -> Sequence[Facet]:
        """Return the kinds of rows, that of all rows first."""

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the rows of a kind that have words, in an order."""

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread: it takes longer than a key may."""

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences of a row, and what is to be said of it."""

    def line(self, key: str) -> str:
        """Return a row as text."""

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the rows that are shown, in their order, and all rows, to be exported."""


class TableScreen(ViewScreen):
    """A view with rows.

    Args:
        session: What it shows.
        jumps: What was left by jumps.
        contents: Its rows.
        table: Shows them.

    Attributes:
        contents: Its rows.
        table: Shows them.
        facet: The kind of rows that are shown.
        order: By what they are sorted.
        words: Words they must have.
        NOTHING: Said where there are no rows at all.
    """

    NOTHING: ClassVar[str] = messages.NOTHING

    def __init__(self, session: ViewSession, jumps: JumpList, contents: Contents, table: TableView) -> None:
        super().__init__(session, jumps, table)
        self.contents = contents
        self.table = table
        self.facet_bar = FacetBar(id="facets")
        self.filter_box: FilterBox | None = None
        key, facet, order, words, chosen = (*session.view.state, "", "", "", "", "")[:5]
        self.facet = facet if facet in {one.id for one in contents.facets()} else EVERY_ROW
        self.order = RowOrder.read(order, contents.orders)
        self.words = words
        self._begin = key, int(chosen or 0)

    # -- showing -------------------------------------------------------------------------------

    def bars(self) -> Iterator[Widget]:
        """Yield the bar of counts."""
        yield self.facet_bar

    def begin(self) -> None:
        """Show the rows, as they were left."""
        key, chosen = self._begin
        self.show_rows(key)
        self.show_row(chosen)

    def show_rows(self, key: str | None = None, near: int = 0) -> None:
        """Show the rows that were asked for; the cursor stays on its row, or goes to another one, or near an index."""
        if key is None:
            key = self.table.row.key if self.table.row is not None else ""
        name = self.order.name
        rows = self.contents.rows(self.facet, name, self.words)
        rows = reversed_rows(rows) if self.order.is_reversed else rows
        column = next((one for one, order in self.contents.column_orders.items() if order == name), "")
        arrow = self.order.arrow(name in self.contents.falling_orders)
        note = "" if rows else self._why_none()
        self.table.show_rows(rows, key, (column, arrow), note, near)
        self.facet_bar.show(self.contents.facets(), self.facet)
        self.show_row()

    def _why_none(self) -> str:
        """Return what is said where there are no rows: which other kinds have some, if the kind leaves them out."""
        if not self.total:
            return self.NOTHING
        others = self.contents.rows(EVERY_ROW, self.order.name, self.words) if self.facet != EVERY_ROW else ()
        if not others:
            return self.no_rows()
        is_typing = self.filter_box is not None and self.focused is self.filter_box
        keys, _ = self.hint("facet", "right", "left")
        return messages.rows_of_other_kinds(len(others), keys, is_typing)

    def no_rows(self) -> str:
        """Return what is said where no row of any kind has the words."""
        return messages.NO_ROWS

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.contents.facets()[0].total

    def view_now(self) -> View:
        """Return the view with the row at the cursor and what is filtered."""
        key = self.table.row.key if self.table.row is not None else ""
        return self.session.view._replace(
            state=(key, self.facet, self.order.text, self.words, str(self.passages.chosen))
        )

    def title_now(self, width: int) -> tuple[str, str]:
        """Return the title, and how many rows are shown."""
        filtered = f"{messages.filtered(self.words)} " if self.words else ""
        shown = messages.shown_of(len(self.table.rows), self.total)
        return self.contents.title(width >= _LONG_TITLE_FROM), filtered + shown

    def passages_now(self) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences of the row at the cursor."""
        row = self.table.row
        return self.contents.passages(row.key) if row is not None else ((), ())

    def own_hints(self) -> Hints:
        """Return the keys that filter and sort."""
        return [self.hint("facet", "right", "left"), self.hint("words", "filter"), self.hint("order", "sort")]

    def position(self) -> str:
        """Return the number of the row at the cursor."""
        return f"{self.table.index + 1}/{len(self.table.rows)}" if self.table.rows else ""

    def copied(self, with_citation: bool) -> str:
        """Return the row at the cursor as text, with its sentences."""
        row = self.table.row
        if row is None:
            return ""
        return f"{self.contents.line(row.key)}\n{super().copied(with_citation)}".strip()

    # -- kinds and orders ----------------------------------------------------------------------

    def action_step_facet(self, direction: int) -> None:
        """Show the rows of the next (1) or previous (-1) kind."""
        names = [facet.id for facet in self.contents.facets()]
        at = names.index(self.facet) if self.facet in names else 0
        self.show_facet(names[(at + direction) % len(names)])

    @on(FacetBar.FacetChosen)
    def _facet_chosen(self, event: FacetBar.FacetChosen) -> None:
        self.show_facet(event.facet)

    def show_facet(self, facet: str) -> None:
        """Show the rows of a kind."""
        self.facet = facet
        self.show_rows()

    def action_next_order(self) -> None:
        """Sort the rows in the next order, and say which."""
        names = list(self.contents.orders)
        self.sort(RowOrder(names[(names.index(self.order.name) + 1) % len(names)]))

    def action_reverse_order(self) -> None:
        """Sort the rows the other way round, and say how."""
        self.sort(self.order.turned)

    @on(TableView.SortAsked)
    def _sort_asked(self, event: TableView.SortAsked) -> None:
        order = self.contents.column_orders.get(event.column)
        if order is not None:
            self.sort(self.order.turned if order == self.order.name else RowOrder(order))

    def sort(self, order: RowOrder) -> None:
        """Sort the rows, begin at the first, and say how."""
        self.order = order
        self.show_rows("")
        self.say(messages.ordered(self.contents.orders[order.name], order.is_reversed))

    @property
    def is_narrowed(self) -> bool:
        """Whether rows are filtered."""
        return bool(self.words) or self.facet != EVERY_ROW

    def clear(self) -> bool:
        """Show all rows again; return False if they are shown."""
        if not self.is_narrowed:
            return False
        self.facet, self.words = EVERY_ROW, ""
        if self.filter_box is not None:
            self.filter_box.value = ""
        self.show_rows()
        return True

    # -- the filter by words -------------------------------------------------------------------

    async def action_start_filter(self) -> None:
        """Ask for words; the box takes the place of the status bar."""
        box = self.filter_box
        if box is None:
            box = self.filter_box = FilterBox(
                self.status_bar, id="filter", placeholder=messages.FILTER_PLACEHOLDER, value=self.words
            )
            await self.mount(box, after=self.status_bar)
        in_thread(self.contents.prepare_words, lambda _: None, self.say)
        box.open()

    def take_text(self, text: str) -> None:
        """Filter by text that was typed or pasted outside of an input."""

        async def start() -> None:
            await self.action_start_filter()
            if self.filter_box is not None:
                self.filter_box.insert_text(text)

        self.call_later(start)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        if event.value != self.words:
            self.words = event.value
            self.show_rows()

    def action_end_filter(self, keep: bool) -> None:
        """Leave the box; keep the rows that match, or show all of them again."""
        if not keep and self.filter_box is not None:
            self.filter_box.value = ""
            self.words = ""
            self.show_rows()
        self.set_focus(self.table)
        if not self.table.rows:  # the way to rows of other kinds is another one now
            self.show_rows()

    def action_move_metric(self, rows: int) -> None:
        """Move the cursor without leaving the box."""
        self.table.action_move(rows)

    # -- export --------------------------------------------------------------------------------

    def exports(self) -> Sequence[Export]:
        """Return the rows that are shown, and all rows."""
        labels = (facet.label for facet in self.contents.facets() if facet.id == self.facet != EVERY_ROW)
        exports = self.contents.exports([row.key for row in self.table.rows], self.order)
        return named_by(exports, " ".join([*labels, self.words]))

    # -- messages of the table -----------------------------------------------------------------

    @on(TableView.RowReached)
    def _row_reached(self) -> None:
        self.show_row()
