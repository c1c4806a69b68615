"""Which two reports are compared: other years, another report, and opening one of both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.messages import alignment_screen as messages
from tui.messages.open_dialog import LIBRARY_REPORT
from tui.screens.pair_list import PairList
from tui.screens.pair_rows import PairContents, spans_of
from tui.screens.pair_terms import PairTerms
from tui.screens.protocol import OpenReport
from tui.screens.view import ViewScreen
from tui.search.places import matching_labels
from tui.visits import Source, View, ViewKind
from tui.widgets.pair_view import PairView

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate

_MOST_CHOICES = 200


class PairReports:
    """Goes to other reports.

    Args:
        screen: The screen of both reports.
        contents: Both reports.
        pane: Has the side that is chosen.
        pair_list: Has the pair at the cursor.
        terms: Have the term that was gone to.
    """

    def __init__(
        self,
        screen: ViewScreen,
        contents: PairContents,
        pane: PairView,
        pair_list: PairList,
        terms: PairTerms,
    ) -> None:
        self._screen = screen
        self._contents = contents
        self._two = contents.two
        self._pane = pane
        self._list = pair_list
        self._terms = terms

    # -- comparing others ----------------------------------------------------------------------

    def step_years(self, direction: int) -> None:
        """Show the pair one year after (1) or before (-1)."""
        pair = self._two.after if direction > 0 else self._two.before
        if pair is None:
            self._screen.say(messages.NO_LATER if direction > 0 else messages.NO_EARLIER)
        else:
            self._compare(pair)

    def ask(self) -> None:
        """Ask which report to compare with: one of the library, or a file."""
        from tui.screens.addressed import words_of_address
        from tui.screens.report_list import report_choices

        choices = self._two.choices
        labels = [address for address, _ in choices]

        def matching(text: str) -> list[Candidate]:
            found: list[Candidate] = [
                (LIBRARY_REPORT, labels[at], partial(self._compare_with, choices[at][1]))
                for at in matching_labels(labels, words_of_address(text))[:_MOST_CHOICES]
            ]
            recent = self._screen.session.report_store.settings.recent
            return [*found, *report_choices(text, recent, lambda path: self._compare_with(Source(path)))]

        self._screen.asking.ask(messages.CHOOSE_REPORT, messages.REPORT_PLACEHOLDER, matching)

    def _compare_with(self, source: Source) -> None:
        self._compare((source, self._two.later.source))

    def _compare(self, reports: tuple[Source, Source]) -> None:
        self._screen.open_view(View("alignment", reports, (), self._choices_now), is_jump=False)

    @property
    def _choices_now(self) -> tuple[str, ...]:
        """What was chosen, without what is of these two reports only: the pair and the term at the cursor."""
        _, facet, side, switches, query, _ = self._screen.view_now().state
        return ("", facet, side, switches, "" if query == self._terms.said else query, "")

    # -- one of both ---------------------------------------------------------------------------

    def subject(self, kind: ViewKind) -> View:
        """Return another view: of both reports for promises, else of the report that Enter opens."""
        if kind == "promises" and self._are_consecutive:
            return View(kind, self._screen.session.view.reports)
        return View(kind, (self._two.sides[self._pane.side].source,))

    @property
    def _are_consecutive(self) -> bool:
        """Whether both reports are of one place and of years that follow each other."""
        (first, year), (second, other) = self._contents.names
        return first == second and year is not None and other == year + 1

    def open_sentence(self) -> None:
        """Open the report of the sentence that is chosen, there; the other one if this sentence is in one report only."""
        pair = self._list.pair
        if pair is None:
            no_other = self._two.earlier is None
            self._screen.say(messages.NO_OTHER_REPORT if no_other else messages.NOTHING_CHOSEN)
            return
        spans = spans_of(pair)
        side = self._pane.side if spans[self._pane.side] is not None else 1 - self._pane.side
        span, source = spans[side], self._two.sides[side].source
        offset = span[0] if span is not None else 0
        self._screen.post_message(OpenReport(source.path, source.library_report, offset))
