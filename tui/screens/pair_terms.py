"""The terms that are new or gone between two reports: listing them, and finding them in the sentences and in the library."""

from __future__ import annotations

from tui.messages import alignment_screen as messages
from tui.screens.background import Stream
from tui.screens.pair_box import PairBox
from tui.screens.pair_list import PairList
from tui.screens.pair_panes import PairPanes
from tui.screens.pair_rows import PairContents
from tui.screens.pair_search import PairSearch
from tui.screens.protocol import SearchLibrary
from tui.screens.view import ViewScreen
from tui.views.alignment import Aligned, FoundTerms
from tui.widgets.term_list import TermRow


class PairTerms:
    """Lists the terms, and finds the one at the cursor.

    Args:
        screen: The screen they are on.
        contents: Has the terms.
        panes: Show terms and sentences.
        pair_list: The pairs that are shown.
        box: Searches them.
        search: What is searched for.
        stream: Finds the terms.
        begin: The term to begin with; empty for the first one.

    Attributes:
        said: The query for the term that was gone to last; empty if none was.
    """

    def __init__(
        self,
        screen: ViewScreen,
        contents: PairContents,
        panes: PairPanes,
        pair_list: PairList,
        box: PairBox,
        search: PairSearch,
        stream: Stream[Aligned | FoundTerms],
        begin: str,
    ) -> None:
        self._screen = screen
        self._contents = contents
        self._panes = panes
        self._list = pair_list
        self._box = box
        self._search = search
        self._stream = stream
        self._begin = begin
        self.said = ""

    def show(self, note: str = "") -> None:
        """List the terms; a note until they are known."""
        tags = self._contents.heads(None).tags
        self._panes.terms.show_rows(self._contents.term_rows(note), self._begin, tags)

    @property
    def text(self) -> str:
        """The term at the cursor; empty if there is none."""
        row = self._panes.terms.row
        return row.term.text if row is not None and row.term else ""

    def go_to_term(self) -> None:
        """Show the first sentence with the term at the cursor, with the term lit; the second time search the library for it."""
        row = self._panes.terms.row
        if row is None or row.term is None:
            self._say_no_term()
            return
        query = _phrase(row.term.text)
        if self.said == query and self._search.query == query:
            self.search_library()
            return
        self._list.ask_for_all()
        self._box.run(query)
        self._list.show()
        self._go_to_sentence(row, row.term.start)
        self.said = query
        self._screen.show_row()
        if self._panes.is_wide and self._contents.two.has_library:
            self._screen.say(messages.AGAIN_FOR_LIBRARY)

    def _go_to_sentence(self, row: TermRow, start: int) -> None:
        """Go to the sentence at an offset of the report that has a term."""
        side = 0 if row.is_gone else 1
        pairs, pane = self._list.pairs, self._panes.pane
        pairs.current = next((hit for hit in pairs.hits if hit.side == side and hit.start == start), None)
        index = pairs.index_of(side, start)
        pane.side = side
        pane.go_to(index)
        if not self._panes.is_wide:
            self._panes.show_sentences()

    def search_library(self) -> None:
        """Search the library for the term at the cursor."""
        row = self._panes.terms.row
        if row is None or row.term is None:
            self._say_no_term()
        elif not self._contents.two.has_library:
            self._screen.say(messages.NO_LIBRARY_TO_SEARCH)
        else:
            self._screen.post_message(SearchLibrary(_phrase(row.term.text)))

    def _say_no_term(self) -> None:
        """Say why there is no term at the cursor."""
        is_looking = self._contents.terms is None and self._stream.is_running
        self._screen.say(messages.STILL_FINDING_TERMS if is_looking else messages.NO_TERM)


def _phrase(term: str) -> str:
    """Return the query for a term, word for word."""
    return '"' + term.replace('"', " ") + '"'
