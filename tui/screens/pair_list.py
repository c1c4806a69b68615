"""The pairs of sentences that are shown: which of them, and going from one to another."""

from __future__ import annotations

from tui.messages import alignment_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.background import Stream
from tui.screens.pair_panes import PairPanes
from tui.screens.pair_rows import EVERY, PairContents, spans_of
from tui.screens.pair_search import PairSearch
from tui.screens.pair_state import PairKey, PairState
from tui.screens.view import ViewScreen
from tui.views.alignment import Aligned, FoundTerms
from tui.wording.model import SentencePair


class PairList:
    """Shows the pairs that were asked for.

    Args:
        screen: The screen they are on.
        contents: All pairs.
        panes: Show them.
        search: Has the hits that are lit in them.
        stream: Finds them.
        chosen: What to begin with.

    Attributes:
        pairs: The pairs that are shown.
        facet: Their kind.
        only_changes: Whether those that are the same are hidden.
    """

    def __init__(
        self,
        screen: ViewScreen,
        contents: PairContents,
        panes: PairPanes,
        search: PairSearch,
        stream: Stream[Aligned | FoundTerms],
        chosen: PairState,
    ) -> None:
        self._screen = screen
        self._contents = contents
        self._panes = panes
        self._search = search
        self._stream = stream
        self.facet, self.only_changes = chosen.facet, chosen.only_changes
        #: The pair to begin with, until it is there.
        self._wanted = chosen.key
        self.pairs = contents.shown(self.facet, self.only_changes)

    # -- showing -------------------------------------------------------------------------------

    def show(self, is_fresh: bool = False) -> None:
        """Show the pairs that were asked for; the cursor stays on its pair, or on the nearest one."""
        wanted, hit = self._wanted or self.key, self.pairs.current
        self.pairs = self._contents.shown(self.facet, self.only_changes)
        self.pairs.use_hits(self._search.found)
        self.pairs.choose_hit(hit)
        index = self.pairs.index_of(*wanted) if wanted is not None else 0
        self.pairs.choose_hit_of(index)
        self._panes.pane.show_pairs(self.pairs, index, self._note(), is_fresh)
        self._panes.facet_bar.show(self._contents.facets(), self.facet)
        self._screen.show_row()

    def _note(self) -> str:
        """Return what is said where there are no pairs."""
        contents = self._contents
        if contents.two.earlier is None:
            return messages.reason_and_choice(contents.two.reason, self._screen.key_for("other_report"))
        if not contents.is_whole and self._stream.is_running:
            return messages.ALIGNING
        return messages.NO_SUCH_PAIRS if contents.alignment.pairs else messages.NO_SENTENCES

    @property
    def pair(self) -> SentencePair | None:
        """The pair at the cursor; None if there is none."""
        return self.pairs.pairs[self._panes.pane.cursor] if len(self.pairs) else None

    @property
    def key(self) -> PairKey | None:
        """What tells the pair at the cursor from others."""
        if self.pair is None:
            return None
        side = 1 if self.pair.later is not None else 0
        span = spans_of(self.pair)[side]
        return (side, span[0]) if span is not None else None

    def take(self, part: Aligned) -> None:
        """Show what is known of the alignment by now."""
        self._contents.use(part.alignment, part.is_whole)
        is_at_top = not self._panes.pane.cursor and self._wanted is None
        if part.is_whole:
            self._leave_empty_facet()
        self.show()
        if is_at_top:  # sentences that are gone may come before the first one
            self._panes.pane.go_to(0)
        if part.is_whole:
            self._wanted = None

    # -- which are shown -----------------------------------------------------------------------

    def step_facet(self, direction: int) -> None:
        """Show the pairs of the next (1) or previous (-1) kind."""
        names = [facet.id for facet in self._contents.facets()] or [EVERY]
        at = names.index(self.facet) if self.facet in names else 0
        self.show_facet(names[(at + direction) % len(names)])

    def show_facet(self, facet: str) -> None:
        """Show the pairs of a kind, in place of the terms where there is room for one of both."""
        self.facet = facet
        if not self._panes.pane.display:
            self._panes.show_sentences()
        self.show()

    def _leave_empty_facet(self) -> None:
        """Have all pairs shown if there are none of the kind."""
        if self.facet not in {facet.id for facet in self._contents.facets()}:
            self.facet = EVERY

    def toggle_same(self) -> None:
        """Show only what is not the same, or all again."""
        self.only_changes = not self.only_changes
        self.facet = EVERY
        self.show()
        self._screen.say(messages.ONLY_CHANGES if self.only_changes else messages.ALL_SENTENCES)

    def toggle_numbers(self) -> None:
        """Have numbers count as a change, or not."""
        self._contents.ignore_numbers(not self._contents.ignores_numbers)
        self._leave_empty_facet()
        self.show()
        ignores = self._contents.ignores_numbers
        self._screen.say(messages.NUMBERS_IGNORED if ignores else messages.NUMBERS_COUNT)

    def ask_for_all(self) -> None:
        """Have all pairs shown the next time."""
        self.facet, self.only_changes = EVERY, False

    @property
    def is_narrowed(self) -> bool:
        """Whether only some of the pairs are shown."""
        return self.facet != EVERY or self.only_changes

    def clear(self) -> bool:
        """Show all pairs again; return False if they are shown."""
        if not self.is_narrowed:
            return False
        self.ask_for_all()
        self.show()
        return True

    # -- going from one to another -------------------------------------------------------------

    def go_to(self, index: int) -> None:
        """Go to a pair, in the sentences."""
        if not self._panes.pane.display:
            self._panes.show_sentences()
        self._panes.pane.go_to(index)
        self._screen.show_row()

    def step_change(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) pair that is not the same."""
        total, cursor = len(self.pairs), self._panes.pane.cursor
        steps = ((cursor + direction * step) % total for step in range(1, total + 1))
        found = next((at for at in steps if self.pairs.pairs[at].kind != "same"), None) if total else None
        if found is None:
            self._screen.say(messages.NO_CHANGES)
            return
        wraps = found <= cursor if direction > 0 else found >= cursor
        self.go_to(found)
        self.say_wrapped(wraps, direction)

    def say_wrapped(self, wraps: bool, direction: int) -> None:
        """Say that a step has led around the end, if it has."""
        if wraps:
            wrapped = screens_messages.WRAPPED_TO_FIRST if direction > 0 else screens_messages.WRAPPED_TO_LAST
            self._screen.say(wrapped)
