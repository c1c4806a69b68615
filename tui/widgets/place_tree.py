"""The tree of places in a library: provinces, cities, counties, the years of their reports, and chapters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.library.place_tree import Place, PlaceTree, ShelfReport
from tui.messages import library_screen as messages
from tui.messages import panes as panes_messages
from tui.typeset.cells import cell_length, cut
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.place_scopes import Chapter, Filter, Row, Scope, label_of, scopes_above

_INDENT_CELLS = 2
#: Stands in the tree where a filter leaves nothing: a place without reports.
_NOTHING = Scope(Place("", messages.NO_SUCH_PLACE, ""))


class PlaceTreeView(LineView):
    """Places and their reports; unfolds where the user unfolds.

    Args:
        tree: The places.
        chapters_of: Returns the chapters of a report by its number.
    """

    BINDINGS = bindings("place-tree")

    class ScopeReached(Message):
        """The user moved the cursor to another row.

        Attributes:
            scope: What it stands for.
        """

        def __init__(self, scope: Scope) -> None:
            super().__init__()
            self.scope = scope

    class OpenScope(Message):
        """The user chose a row.

        Attributes:
            scope: What it stands for.
        """

        def __init__(self, scope: Scope) -> None:
            super().__init__()
            self.scope = scope

    def __init__(self, tree: PlaceTree, chapters_of: Callable[[int], Sequence[Chapter]], *, id: str) -> None:
        super().__init__(id=id)
        self._tree = tree
        self._chapters_of = chapters_of
        self._chapters: dict[int, Sequence[Chapter]] = {}
        self._unfolded: set[tuple[str, int, int, bool]] = {Scope(tree.nation).key}
        self._filter: Filter | None = None
        #: Hits of each place and report, by key and number; None without a query.
        self._place_counts: Mapping[str, int] | None = None
        self._report_counts: Mapping[int, int] = {}
        #: What the cursor was at before a filter left nothing.
        self._left = Scope(tree.nation)
        self._rows = list(self._visible())

    # -- rows --------------------------------------------------------------------------------

    def _visible(self) -> Iterator[Row]:
        is_empty = self._filter is not None and not self._filter.places
        yield from self._below(_NOTHING if is_empty else Scope(self._tree.nation), 0)

    def _below(self, scope: Scope, depth: int) -> Iterator[Row]:
        yield Row(scope, depth)
        if scope.key in self._unfolded or self._is_kept_open(scope):
            for child in self._children(scope):
                yield from self._below(child, depth + 1)

    def _is_kept_open(self, scope: Scope) -> bool:
        """Return whether a filter shows what is in a place: the places that match, or the reports of the year it names."""
        chosen = self._filter
        if chosen is None or scope.report is not None:
            return False
        return scope.place.key in chosen.around or (
            chosen.year is not None and scope.place.key in chosen.places
        )

    def _children(self, scope: Scope) -> Iterator[Scope]:
        if scope.chapter is not None:
            return
        if scope.report is not None:
            for chapter in self._chapters_in(scope.report.id):
                yield scope._replace(chapter=chapter)
            return
        place = scope.place
        if not scope.is_own and place.places:
            if self._reports_of(place):
                yield Scope(place, is_own=True)
            yield from (Scope(one) for one in place.places if self._is_shown(one))
        else:
            yield from (Scope(place, report) for report in self._reports_of(place))

    def _chapters_in(self, report: int) -> Sequence[Chapter]:
        if report not in self._chapters:
            self._chapters[report] = self._chapters_of(report)
        return self._chapters[report]

    def _reports_of(self, place: Place) -> list[ShelfReport]:
        chosen = self._filter
        if chosen is None:
            return place.reports
        if not self._is_within(place, chosen):
            return []
        return [one for one in place.reports if chosen.year is None or one.plan_year == chosen.year]

    def _is_shown(self, place: Place) -> bool:
        chosen = self._filter
        if chosen is None or place.key in chosen.around:
            return True
        if not self._is_within(place, chosen):
            return False
        return chosen.year is None or any(one.plan_year == chosen.year for one in place.all_reports())

    def _is_within(self, place: Place, chosen: Filter) -> bool:
        return any(one.key in chosen.places for one in place.lineage)

    def _is_foldable(self, scope: Scope) -> bool:
        if scope.chapter is not None:
            return False
        return scope.report is not None or bool(scope.place.places or scope.place.reports)

    def row_count(self) -> int:
        """Return how many rows are not folded away."""
        return len(self._rows)

    @property
    def scope(self) -> Scope:
        """What the row at the cursor stands for."""
        return self._rows[min(self.cursor, len(self._rows) - 1)].scope

    def _rebuild(self, keep: Scope) -> None:
        self._rows = list(self._visible())
        self.cursor = self._row_of(keep)
        self.reveal(self.cursor, margin=1)
        self.refresh()

    def _row_of(self, scope: Scope) -> int:
        """Return the row of a scope, or of the nearest above it that is shown."""
        keys = {row.scope.key: index for index, row in enumerate(self._rows)}
        for one in (scope, *reversed(list(scopes_above(scope)))):
            if one.key in keys:
                return keys[one.key]
        return 0

    # -- updates from the screen -------------------------------------------------------------

    def show_scope(self, scope: Scope) -> None:
        """Move the cursor to a scope, unfolding what is around it; a filter that hides it is dropped."""
        for above in scopes_above(scope):
            self._unfolded.add(above.key)
        if self._filter is not None and not self._is_shown(scope.place):
            self._filter = None
        self._rebuild(scope)

    def show_tree(self, tree: PlaceTree) -> None:
        """Show the places of a library that has changed."""
        old = self.scope
        self._tree = tree
        self._chapters.clear()
        place = tree.by_key.get(old.place.key, tree.nation)
        report = next((one for one in place.reports if old.report and one.id == old.report.id), None)
        self._rebuild(Scope(place, report))

    def show_counts(self, place_counts: Mapping[str, int] | None, report_counts: Mapping[int, int]) -> None:
        """Show numbers of hits by place and by report; None when there is no query."""
        self._place_counts, self._report_counts = place_counts, report_counts
        self.refresh()

    def choose(self, chosen: Filter | None) -> None:
        """Show only places and reports that match, the cursor at the first that does; None for all, the cursor where it is."""
        keep = self.scope if self.scope is not _NOTHING else self._left
        self._left = keep
        if chosen is None:
            self._unfolded.update(above.key for above in scopes_above(keep))
        self._filter = chosen
        self._rebuild(keep)
        if chosen is not None:
            matching = [row.scope for row in self._rows if row.scope.place.key == chosen.best]
            first = next((scope for scope in matching if chosen.year is None or scope.report), None)
            first = first or next(iter(matching), keep)
            self._rebuild(first)
        self.cursor_moved()

    # -- keys --------------------------------------------------------------------------------

    def cursor_moved(self) -> None:
        """Tell the screen where the cursor is."""
        self.post_message(self.ScopeReached(self.scope))

    def action_choose(self) -> None:
        """Go down: open the report or the place at the cursor."""
        self.post_message(self.OpenScope(self.scope))

    def action_unfold(self) -> None:
        """Unfold the row at the cursor; if it is unfolded, move to the first below it."""
        scope = self.scope
        if not self._is_foldable(scope):
            return
        if self._is_unfolded_at(self.cursor):
            self.move_cursor(self.cursor + 1)
        else:
            self._unfolded.add(scope.key)
            self._rebuild(scope)

    def action_fold(self) -> None:
        """Fold the row at the cursor; if it cannot be folded, move to the one above."""
        scope = self.scope
        if self._is_unfolded_at(self.cursor) and not self._is_kept_open(scope) and self.cursor:
            self._unfolded.discard(scope.key)
            self._rebuild(scope)
        else:
            self.go_up()

    def go_up(self) -> bool:
        """Move the cursor to what is above; return False at the top."""
        above = list(scopes_above(self.scope))
        if not above:
            return False
        self.show_scope(above[-1])
        self.cursor_moved()
        return True

    def _is_unfolded_at(self, index: int) -> bool:
        below = self._rows[index + 1] if index + 1 < len(self._rows) else None
        return below is not None and below.depth > self._rows[index].depth

    def clicked(self, event: events.Click) -> None:
        """Go to the row that was clicked: open a report; fold or unfold a place."""
        row = self.row_at(event.y)
        if row is None:
            return
        self.move_cursor(row)
        if self.scope.report is not None:
            self.action_choose()
        elif self._is_unfolded_at(row):
            self._unfolded.discard(self.scope.key)
            self._rebuild(self.scope)
        else:
            self.action_unfold()

    # -- drawing -----------------------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the pane's name, and what the numbers count."""
        what = panes_messages.HITS if self._place_counts is not None else messages.REPORTS
        name = messages.PLACES_TITLE + (messages.FILTERED if self._filter is not None else "")
        used = cell_length(name, self.widths) + cell_length(what, self.widths) + 1
        return [(name, Style()), (" " * max(1, width - used), Style()), (what, Style())]

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a row: fold mark, name, number."""
        row = self._rows[index]
        count = self._count(row.scope)
        shown = count if self._is_whole(row.scope) else 0
        fill = self.base_style + self.cursor_style if index == self.cursor else self.base_style
        mark = " "
        if self._is_foldable(row.scope):
            mark = "▾" if self._is_unfolded_at(index) else "▸"
        number = str(shown) if shown else ""
        indent = " " * (_INDENT_CELLS * row.depth)
        used = len(indent) + cell_length(mark, self.widths) + 1 + len(number) + 1
        label = cut(label_of(row.scope), max(1, width - used - (1 if number else 0)), self.widths)
        gap = max(1, width - used - cell_length(label, self.widths))
        is_search = self._place_counts is not None
        return self.strip_of(
            [
                (indent, fill),
                (mark + " ", fill + self.part_style("muted")),
                (label, fill + self._label_style(row.scope, count)),
                (" " * gap, fill),
                (number + " ", fill + self.part_style("count" if is_search else "muted")),
            ],
            width,
            fill,
        )

    def _label_style(self, scope: Scope, count: int) -> Style:
        if self._place_counts is not None and not count:
            return self.part_style("muted")
        if scope.report is None and not scope.is_own:
            return self.part_style("strong") if scope.place.level in ("national", "province") else Style()
        return Style()

    def _is_whole(self, scope: Scope) -> bool:
        """Return whether a filter leaves all there is in a scope, so that a number of it says what is shown."""
        chosen = self._filter
        if chosen is None or scope.report is not None:
            return True
        return chosen.year is None and self._is_within(scope.place, chosen)

    def _count(self, scope: Scope) -> int:
        if scope.chapter is not None:
            return 0
        if self._place_counts is None:
            return 0 if scope.report else len(scope.place.reports) if scope.is_own else scope.place.count
        if scope.report is not None:
            return self._report_counts.get(scope.report.id, 0)
        if scope.is_own:
            return sum(self._report_counts.get(one.id, 0) for one in scope.place.reports)
        return self._place_counts.get(scope.place.key, 0)
