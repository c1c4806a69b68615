"""Copy and export pairs of sentences and terms."""

from __future__ import annotations

from tui.exports.model import Export, shown_and_all, table_export
from tui.exports.wording import pair_table, terms_table
from tui.messages import alignment_screen as messages
from tui.messages import exports as export_messages
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

    def exports(self) -> list[Export]:
        """Return what there is to export: the pairs that are shown, all pairs, the terms."""
        contents = self._contents
        alignment, (first, second) = contents.alignment, contents.two.sides
        refs = first.ref, second.ref
        tables = [
            (len(pairs), pair_table(alignment, pairs, refs))
            for pairs in (self._list.pairs.pairs, alignment.pairs)
        ]
        found = shown_and_all(messages.WHAT, contents.whose, *tables)
        told = contents.told_terms
        total = sum(map(len, told.values()))
        if total:
            what = messages.WHAT_TERMS
            table = terms_table(told, alignment, refs)
            found.append(table_export(export_messages.every(what), what, contents.whose, total, table))
        return found
