"""The panes of two reports beside each other: sentences, terms, and which of them there is room for."""

from __future__ import annotations

from textual.widget import Widget

from tui.messages import alignment_screen as messages
from tui.screens.view import ViewScreen
from tui.views.model import TwoReports
from tui.widgets.facet_bar import FacetBar
from tui.widgets.pair_view import PairView
from tui.widgets.term_list import TermList

#: Columns of the screen from which sentences stand beside each other, with the terms at their left.
_BESIDE_FROM = 100


class PairPanes:
    """Sentences and terms beside each other, or one of them where it is narrow.

    Args:
        screen: The screen they are on.
        two: The reports.
        pane: Shows the sentences.
        body: The widget that has the panes.
        hides_terms: Whether the terms are hidden where there is room for them.

    Attributes:
        pane: Shows the sentences.
        terms: Lists the terms.
        facet_bar: Shows how many pairs there are of each kind.
        hides_terms: Whether the terms are hidden where there is room for them.
    """

    def __init__(
        self, screen: ViewScreen, two: TwoReports, pane: PairView, body: Widget, hides_terms: bool
    ) -> None:
        self._screen = screen
        self._two = two
        self.pane = pane
        self._body = body
        self.terms = TermList(id="term-list")
        self.facet_bar = FacetBar(id="facets")
        self.hides_terms = hides_terms
        self._shows_terms_only = False

    @property
    def is_wide(self) -> bool:
        """Whether there is room for sentences beside each other."""
        return self._screen.app.size.width >= _BESIDE_FROM

    @property
    def is_in_terms(self) -> bool:
        """Whether the list of terms has the focus."""
        return self._screen.focused is self.terms

    def fit(self) -> None:
        """Show the panes there is room for."""
        self.pane.use_columns(self.is_wide)
        one = not self.is_wide or self._two.earlier is None
        shows_terms = self._shows_terms_only if one else not self.hides_terms
        self.terms.display = shows_terms
        self.pane.display = not (one and shows_terms)
        self._body.set_class(one, "one-pane")

    def toggle_terms(self) -> None:
        """Hide the terms, or show them again."""
        if not self.is_wide:
            if self._shows_terms_only:
                self.show_sentences()
            else:
                self.show_terms()
            return
        self.hides_terms = not self.hides_terms
        if self.hides_terms and self.is_in_terms:
            self._screen.set_focus(self.pane)
        self.fit()

    def show_terms(self) -> None:
        """Go to the terms; where it is narrow, they take the place of the sentences."""
        if self._two.earlier is None:
            self._screen.say(messages.NO_OTHER_REPORT)
            return
        self.hides_terms = False
        self._shows_terms_only = True
        self.fit()
        self._screen.set_focus(self.terms)

    def show_sentences(self) -> None:
        """Go to the sentences."""
        self._shows_terms_only = False
        self.fit()
        self._screen.set_focus(self.pane)
