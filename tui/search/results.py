"""What a search finds: hits, and the search that is under way to them."""

from bisect import bisect_left
from collections.abc import Iterator
from time import monotonic
from typing import NamedTuple

from tui.report.outline import Outline
from tui.search.query import Query


class Hit(NamedTuple):
    """An occurrence.

    Attributes:
        start: Half-open offset into the text.
        end: One past its last character.
        term: Which term of the query it is of.
        why: How it came from what was typed (pinyin, synonym, number); empty for the words themselves.
    """

    start: int
    end: int
    term: int
    why: str = ""


Steps = Iterator[tuple[Hit, ...]]


class Results(NamedTuple):
    """The hits of a query, in document order."""

    query: Query
    hits: tuple[Hit, ...]
    paragraphs: int

    def index_from(self, offset: int) -> int:
        """Index of the first hit at or after an offset; the number of hits where there is none."""
        return bisect_left(self.hits, offset, key=lambda hit: hit.start)


NOTHING = Results(Query("", ()), (), 0)


class Search:
    """A search under way.

    Args:
        query: What is searched for.
        steps: Its hits, in short steps.
        outline: The report.

    Attributes:
        counts: How many hits lie in each node with all below it; nodes without any are left out.
        is_done: Whether all hits have been found.
    """

    def __init__(self, query: Query, steps: Steps, outline: Outline) -> None:
        self.query = query
        self.counts: dict[str, int] = {}
        self.is_done = False
        self._steps = steps
        self._outline = outline
        self._hits: list[Hit] = []
        self._paragraphs = 0

    def run(self, seconds: float) -> None:
        """Looks on for so long, and for one step at least.

        Raises:
            UsageError: As :meth:`Searcher.search`.
        """
        end = monotonic() + seconds
        for hits in self._steps:
            self._paragraphs += bool(hits)
            self._hits += hits
            for hit in hits:
                for node in self._outline.lineage(self._outline.at(hit.start)):
                    self.counts[node.id] = self.counts.get(node.id, 0) + 1
            if monotonic() >= end:
                return
        self.is_done = True

    @property
    def results(self) -> Results:
        """What has been found so far."""
        return Results(self.query, tuple(self._hits), self._paragraphs)
