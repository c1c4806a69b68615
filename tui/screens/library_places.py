"""What the box behind ``:`` finds in the library: places and reports; or else sections of the report at the cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.library_session import LibrarySession
from tui.messages import library_screen as messages
from tui.report.errors import HuijiError
from tui.report.outline import Outline
from tui.screens.library_filter import PlaceFilter
from tui.screens.library_list import ReportsController
from tui.search.places import places_for

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate


class LibraryPlaces:
    """Finds what a text may mean.

    Args:
        session: The library.
        places: Finds places and their reports.
        reports: Knows the report at the cursor.
        open_report: Opens a report by its number, at an offset.
    """

    def __init__(
        self,
        session: LibrarySession,
        places: PlaceFilter,
        reports: ReportsController,
        open_report: Callable[[int, int], object],
    ) -> None:
        self._session = session
        self._places = places
        self._reports = reports
        self._open_report = open_report
        #: The report whose sections were looked for last, and its outline.
        self._outlined: tuple[int, Outline] | None = None

    def candidates(self, text: str) -> list[Candidate]:
        """Return rows that go to what a text may mean; where it means nothing, one that tells how to get to sections."""
        rows = self._places.candidates(text)
        return rows if rows or not text.strip() else self._sections(text)

    def _sections(self, text: str) -> list[Candidate]:
        number = self._reports.number_at_cursor(is_pair=False)
        report = self._places.tree.reports.get(number or 0)
        if number is None or report is None:
            return [("", messages.CHOOSE_REPORT_FIRST, None)]
        try:
            found = places_for(self._outline(number), text)
        except HuijiError as error:
            return [("", str(error), None)]
        name = messages.report_name(report.place, report.plan_year)
        if not found:
            return [("", messages.no_such_section(name), None)]
        return [
            (place, messages.section_of(name, label), partial(self._open_report, number, offset))
            for place, label, offset in found
        ]

    def _outline(self, number: int) -> Outline:
        """Return the outline of a report; each key that is typed asks for it."""
        if self._outlined is None or self._outlined[0] != number:
            self._outlined = number, Outline(self._session.library.report(number))
        return self._outlined[1]
