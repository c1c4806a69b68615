"""The library as what tables across reports ask."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library.library import Library
from tui.library.place_tree import PlaceTree
from tui.promises.linking import link_promises
from tui.promises.model import OwnVerdict, Promise
from tui.report.reference import ReportRef


class LibraryShelf(Library):
    """An open library; see :class:`tui.views.model.Shelf`."""

    _tree: PlaceTree | None = None

    def __enter__(self) -> LibraryShelf:
        return self

    def _places(self) -> PlaceTree:
        if self._tree is None:
            self._tree = self.places()
        return self._tree

    def ref(self, number: int) -> ReportRef:
        """Return whose a report is."""
        tree = self._places()
        listed = tree.reports[number]
        return ReportRef(
            listed.place,
            listed.plan_year,
            listed.title,
            listed.date,
            "",
            "",
            number,
            listed.level,
            listed.today,
        )

    def predecessor(self, number: int) -> int | None:
        """Return the report of the same place one year before; None if there is none."""
        return self._neighbour(number, -1)

    def successor(self, number: int) -> int | None:
        """Return the report of the same place one year after; None if there is none."""
        return self._neighbour(number, 1)

    def _neighbour(self, number: int, years: int) -> int | None:
        tree = self._places()
        year = tree.reports[number].plan_year
        wanted = (year or 0) + years
        return next((one.id for one in tree.place_of[number].reports if one.plan_year == wanted), None)

    def years_of(self, number: int) -> Sequence[int]:
        """Return the years of which there are reports of the same place."""
        return self._places().place_of[number].years

    def promises(self, plan: int, results: int) -> tuple[Promise, ...]:
        """Return what became of the promises of a report."""
        return link_promises(self.report(plan), self.report(results))

    def set_verdict(self, plan: int, target: str, own: OwnVerdict | None) -> None:
        """Keep one's own verdict on a target."""
