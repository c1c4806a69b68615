"""Hits, results, and the search that finds them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from queue import Empty, Queue
from types import MappingProxyType
from typing import NamedTuple

from tui.report.outline import Outline
from tui.search.query import Query


class Hit(NamedTuple):
    """An occurrence of a term.

    Attributes:
        start: Half-open offset into the text.
        end: One past its last character.
        term: Index of the term in the query.
        why: Why it is a hit (pinyin, synonym, number in another form); empty for the term as typed.
    """

    start: int
    end: int
    term: int
    why: str = ""


class Results(NamedTuple):
    """The hits of a query.

    Attributes:
        query: What was searched for.
        hits: In document order.
        paragraphs: Number of paragraphs with hits.
        counts: Hits in each node and all below it, by id; nodes without hits are left out.
    """

    query: Query
    hits: tuple[Hit, ...]
    paragraphs: int
    counts: Mapping[str, int] = MappingProxyType({})

    def index_from(self, offset: int) -> int:
        """Return the index of the first hit at or after an offset; the number of hits if there is none."""
        return bisect_left(self.hits, offset, key=lambda hit: hit.start)


NOTHING = Results(Query("", ()), (), 0)


def count_by_node(outline: Outline, hits: Iterable[Hit]) -> dict[str, int]:
    """Count the hits in each node and all below it, by id."""
    counts: dict[str, int] = {}
    for node_id, count in Counter(outline.at(hit.start).id for hit in hits).items():
        for above in outline.lineage(outline.by_id[node_id]):
            counts[above.id] = counts.get(above.id, 0) + count
    return counts


class Search:
    """A search for one query, which a thread goes on with if it takes long.

    Args:
        query: What to search for.
        find: Finds the results.
        submit: Runs a job in a thread; None to search at once.

    Attributes:
        query: What is searched for.
        results: No hits until the search is done.
        is_done: Whether all hits have been found.
    """

    def __init__(
        self,
        query: Query,
        find: Callable[[Query], Results],
        submit: Callable[[Callable[[], object]], object] | None,
    ) -> None:
        self.query = query
        self.results = Results(query, (), 0)
        self.is_done = False
        self._find = find
        self._submit = submit
        self._is_submitted = False
        self._outcome: Queue[Results | Exception] = Queue()

    def run(self, seconds: float) -> None:
        """Search; if it takes long, wait at most so many seconds for the thread.

        Raises:
            UsageError: As :meth:`tui.search.engine.Searcher.search`.
        """
        if self._submit is None:
            self.results = self._find(self.query)
            self.is_done = True
            return
        if not self._is_submitted:
            self._is_submitted = True
            self._submit(self._put_outcome)
        try:
            outcome = self._outcome.get(timeout=seconds)
        except Empty:
            return
        self.is_done = True
        if isinstance(outcome, Exception):
            raise outcome
        self.results = outcome

    def _put_outcome(self) -> None:
        try:
            self._outcome.put(self._find(self.query))
        except Exception as error:  # raised where the results are asked for
            self._outcome.put(error)
