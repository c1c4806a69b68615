"""The filter of the tree of places, and the places and reports a text may mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.library.place_tree import Place, PlaceTree
from tui.messages import library_screen as messages
from tui.report.numerals import half_width
from tui.screens.protocol import OpenReport
from tui.search.places import matching_labels
from tui.widgets.inputs import FilterBox
from tui.widgets.place_scopes import Filter, Scope, places_above

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate
    from tui.screens.library_panes import LibraryPanes

#: A plan year in what is typed, with or without the character for year.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\u5e74?")
#: Most places that a dialog lists.
_MAX_CANDIDATES = 200


class PlaceFilter:
    """Filters the tree of places by names, pinyin and a year.

    Args:
        screen: The screen.
        panes: Its panes.
        tree: The places.
        go_to: Moves to a scope.
        open_report: Opens a report by its number.

    Attributes:
        tree: The places.
    """

    def __init__(
        self,
        screen: Screen[Any],
        panes: LibraryPanes,
        tree: PlaceTree,
        go_to: Callable[[Scope], object],
        open_report: Callable[[int], object],
    ) -> None:
        self._screen = screen
        self._go_to = go_to
        self._open_report = open_report
        self._panes = panes
        self.tree = tree

    @property
    def is_on(self) -> bool:
        """Whether places are filtered."""
        return self._panes.filter_box is not None and bool(self._panes.filter_box.value)

    async def start(self) -> None:
        """Ask which places to show; the box takes the place of the status bar."""
        panes = self._panes
        box = panes.filter_box
        if box is None:
            box = panes.filter_box = FilterBox(
                panes.status_bar, panes.places, id="filter",
                label=messages.FILTER_LABEL, placeholder=messages.FILTER_PLACEHOLDER,
            )  # fmt: skip
            await self._screen.mount(box, after=panes.status_bar)
        if not box.has_focus:
            panes.sides.focus(panes.places)
        box.open()

    def run(self, text: str) -> None:
        """Show the places that match, with those above and in them."""
        if not text.strip():
            self._panes.places.choose(None)
            self._show_fault("")
            return
        places, year = self._matching(text)
        fault = "" if places else messages.NO_SUCH_PLACE
        if year is not None:
            places = [place for place in places if any(one.plan_year == year for one in place.all_reports())]
            fault = fault or ("" if places else messages.NO_REPORT_OF_YEAR)
        keys = frozenset(place.key for place in places)
        best = places[0].key if places else ""
        self._panes.places.choose(Filter(keys, places_above(places), best, year))
        self._show_fault(fault)

    def _show_fault(self, fault: str) -> None:
        if self._panes.filter_box is not None:
            self._panes.filter_box.show_error(fault)

    def end(self, keep: bool) -> None:
        """Leave the box; keep the places that match, or show all of them again."""
        if not keep:
            self.clear()
        self._panes.sides.focus(self._panes.places)

    def clear(self) -> None:
        """Show all places again."""
        if self._panes.filter_box is not None:
            self._panes.filter_box.value = ""
        self._panes.places.choose(None)

    def candidates(self, text: str) -> list[Candidate]:
        """Return the places and reports a text may mean, as rows that go there, or open it."""
        places, year = self._matching(text)
        rows: list[Candidate] = []
        missing: list[Candidate] = []
        for place in places[:_MAX_CANDIDATES]:
            path = messages.path_of(one.name for one in place.lineage[1:]) or place.name
            if year is None:
                rows.append((messages.reports(place.count), path, partial(self._go_to, Scope(place))))
            for report in place.reports if year is not None else ():
                if report.plan_year == year:
                    rows.append((str(year), f"{path} {report.title}", partial(self._open_report, report.id)))
            if year is not None and place.reports and not any(one.plan_year == year for one in place.reports):
                missing.append((messages.MISSING, f"{path} {year}", partial(self._go_to, Scope(place))))
        return [*rows, *missing, *self._built_in(text)]

    def _built_in(self, text: str) -> list[Candidate]:
        """Return the row of the built-in report, which is in no place of the tree, if its words are typed."""
        from tui.screens.report_list import built_in_choice

        kind, name, run = built_in_choice(lambda _: self._screen.post_message(OpenReport(None)))
        return [(kind, name, run)] if text.strip() and matching_labels([f"{kind} {name}"], text) else []

    def _matching(self, text: str) -> tuple[list[Place], int | None]:
        """Return the places a text names, and the year it names; all places if it names none."""
        text = half_width(text)
        match = _YEAR.search(text)
        year = int(match[1]) if match else None
        name = _YEAR.sub(" ", text).strip()
        # Of places that match alike, those with more reports come first.
        places = sorted(
            (place for place in self.tree.nation.walk() if place.count), key=lambda place: -place.count
        )
        if name:
            labels = ["".join(one.name for one in place.lineage[1:]) or place.name for place in places]
            own = matching_labels([place.name for place in places], name, begins=True)
            wider = [index for index in matching_labels(labels, name) if index not in set(own)]
            # A place whose path matches only because the one above does is shown with it.
            places = [places[index] for index in own] or [places[index] for index in wider]
        return places, year
