"""Search two reports at once; a thread goes on with what takes long."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from tui.report.errors import UsageError
from tui.search.engine import Searcher
from tui.search.results import Search
from tui.views.model import Side
from tui.widgets.highlights import hit_style

#: Seconds the screen may be held by a search that a thread goes on with.
_SLICE_S = 0.006
#: Spans of hits, in order, with the names of their styles.
Found = Sequence[tuple[int, int, str]]
NOTHING: tuple[Found, Found] = ((), ())


class PairSearch:
    """What is searched for in two reports.

    Args:
        sides: The reports.
        show: Called when there are other hits, or something is wrong with the query.
        later: Calls a function once the keys that wait are done.

    Attributes:
        query: What is searched for, as typed.
        fault: What is wrong with it.
        found: The hits in both reports.
    """

    def __init__(
        self,
        sides: tuple[Side, Side],
        show: Callable[[], object],
        later: Callable[[Callable[[], None]], object],
    ) -> None:
        self._searchers = Searcher(sides[0].outline), Searcher(sides[1].outline)
        self._show = show
        self._later = later
        self._under_way: tuple[Search, ...] = ()
        self.query = self.fault = ""
        self.found: tuple[Found, Found] = NOTHING

    @property
    def is_on(self) -> bool:
        """Whether anything is searched for."""
        return bool(self.query.strip())

    @property
    def is_running(self) -> bool:
        """Whether a thread has yet to find the hits."""
        return bool(self._under_way)

    def prepare(self) -> None:
        """Load what the first query would have to wait for; in a thread."""
        for searcher in self._searchers:
            deque(searcher.prepare(), maxlen=0)

    def run(self, query: str) -> None:
        """Search for something else."""
        self.query, self.fault, self.found, self._under_way = query, "", NOTHING, ()
        if self.is_on:
            try:
                first, second = (searcher.begin(query) for searcher in self._searchers)
            except UsageError as error:
                self.fault = str(error)
            else:
                self._under_way = first, second
                self._go_on(self._under_way)
                return
        self._show()

    def _go_on(self, searches: tuple[Search, ...]) -> None:
        if searches is not self._under_way:
            return
        try:
            for search in searches:
                if not search.is_done:
                    search.run(_SLICE_S)
        except UsageError as error:
            self.fault, self._under_way = str(error), ()
        else:
            if all(search.is_done for search in searches):
                first, second = (_spans(search) for search in searches)
                self.found, self._under_way = (first, second), ()
            else:
                self._later(lambda: self._go_on(searches))
        self._show()


def _spans(search: Search) -> Found:
    return [(hit.start, hit.end, hit_style(hit.term)) for hit in search.results.hits]
