"""Copy and export pairs of sentences and terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.messages import alignment_screen as messages
from tui.messages import screens as screens_messages
from tui.messages import tables as tables_messages
from tui.messages.wording import KIND_NAMES
from tui.screens.pair_list import PairList
from tui.screens.pair_panes import PairPanes
from tui.screens.pair_rows import PairContents, spans_of
from tui.screens.view import ViewScreen
from tui.widgets.passage_pane import Passage


class PairExport:
    """Makes text and files of pairs and terms.

    Args:
        screen: The screen they are on.
        contents: The pairs and the terms.
        panes: Show them.
        pair_list: The pairs that are shown.
    """

    def __init__(
        self, screen: ViewScreen, contents: PairContents, panes: PairPanes, pair_list: PairList
    ) -> None:
        self._screen = screen
        self._contents = contents
        self._panes = panes
        self._list = pair_list

    def copied(self, with_citation: bool) -> str:
        """Return both sentences as text, or the term at the cursor of the list."""
        contents, pair = self._contents, self._list.pair
        if self._panes.is_in_terms and self._panes.terms.row is not None:
            return contents.term_line(self._panes.terms.row)
        if pair is None:
            return ""
        lines = [KIND_NAMES[pair.kind]]
        for side, span, (place, year) in zip(contents.two.sides, spans_of(pair), contents.names, strict=True):
            if span is not None:
                text, cited = side.report.text[slice(*span)], side.cited(span[0])
                passage = Passage(messages.name_of(place, year), "", text, cited=cited)
                lines.append(self._screen.quoted(passage, with_citation))
        return "\n".join(lines)

    def ask(self) -> None:
        """Ask what to export."""
        from tui.screens.dialogs import ChoiceDialog

        picks = self._picks()
        if not picks:
            self._screen.say(tables_messages.NOTHING)
            return
        dialog = ChoiceDialog(screens_messages.EXPORT, screens_messages.EXPORT_HINT, picks)
        self._screen.app.push_screen(dialog, lambda pick: pick() if pick is not None else None)

    def _picks(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return what there is to export: the pairs that are shown, all pairs, the terms."""
        contents = self._contents
        shown, every = self._list.pairs.pairs, contents.alignment.pairs
        labels = tables_messages.export_choices(messages.WHAT, len(shown), len(every))
        picks: list[tuple[str, str, Callable[[], object]]] = [
            (*label, partial(self._export, messages.WHAT, partial(contents.pair_table, pairs)))
            for label, pairs in zip(labels, (shown, every), strict=True)
            if pairs
        ]
        total = len(contents.term_table()) - 1
        if total:
            what = messages.WHAT_TERMS
            _, label = tables_messages.export_choices(what, total, total)[1]
            picks.append((what, label, partial(self._export, what, contents.term_table)))
        return picks

    def _export(self, what: str, table: Callable[[], Sequence[Sequence[str]]]) -> None:
        """Write rows as CSV for spreadsheets into the current folder."""
        self._screen.write_table(self._contents.whose, what, table())
