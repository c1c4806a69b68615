"""What the title and the status bar say of two reports beside each other."""

from __future__ import annotations

from tui.messages import alignment_screen as messages
from tui.screens.pair_box import PairBox
from tui.screens.pair_list import PairList
from tui.screens.pair_panes import PairPanes
from tui.screens.pair_rows import PairContents
from tui.screens.pair_search import PairSearch
from tui.screens.view import Hints, ViewScreen


class PairStatus:
    """Title, hints and position.

    Args:
        screen: The screen they are of.
        contents: The pairs and the terms.
        panes: Show them.
        pair_list: The pairs that are shown.
        search: What is searched for.
        box: Has the hits.
    """

    def __init__(
        self,
        screen: ViewScreen,
        contents: PairContents,
        panes: PairPanes,
        pair_list: PairList,
        search: PairSearch,
        box: PairBox,
    ) -> None:
        self._screen = screen
        self._contents = contents
        self._two = contents.two
        self._panes = panes
        self._list = pair_list
        self._search = search
        self._box = box

    def summary(self) -> str:
        """Return what stands at the right of the title: which hit, or how many pairs are shown."""
        if self._search.fault:
            return self._search.fault
        if self._search.is_on:
            return self._box.summary()
        if self._two.earlier is None:
            return ""
        shown = messages.pairs_shown(len(self._list.pairs), len(self._contents.alignment.pairs))
        if not self._panes.is_wide:
            return shown
        lengths = (len(side.report.text) for side in self._two.sides)
        return f"{messages.lengths(*lengths)} · {shown}"

    def position(self) -> str:
        """Return the number of the pair at the cursor, or of the term in the list."""
        terms, total = self._panes.terms, len(self._list.pairs)
        if self._panes.is_in_terms and terms.row is not None:
            return terms.position
        return f"{self._panes.pane.cursor + 1}/{total}" if total else ""

    def hints(self) -> Hints:
        """Return the keys that work now, and what they do."""
        hint = self._screen.hint
        other = hint("other_report", "other_report")
        if self._two.earlier is None:
            return [other]
        if self._panes.is_in_terms:
            own = [hint("to_sentence", "choose"), hint("elsewhere", "elsewhere")]
            return [
                *own,
                hint("sentences", "sentences"),
                *self._year_hints(),
                other,
                hint("export", "export"),
            ]
        return [
            hint("hit" if self._search.is_on else "change", "next_hit", "previous_hit"),
            *self._year_hints(),
            hint("terms", "terms"),
            hint("only_changes", "only_changes"),
            hint("find", "search"),
            hint("open", "choose"),
            hint("side" if self._panes.is_wide else "side_above", "next_pane"),
            hint("numbers", "ignore_numbers"),
            other,
            hint("facet", "next_kind", "previous_kind"),
            hint("export", "export"),
            hint("copy", "copy"),
        ]

    def _year_hints(self) -> Hints:
        """Return the keys for the years there are."""
        years = [
            name
            for name, pair in (("earlier_years", self._two.before), ("later_years", self._two.after))
            if pair is not None
        ]
        return [self._screen.hint("years", *years)] if years else []
