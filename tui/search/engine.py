"""Search the text of one report, for the screen and the command line alike."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import chain

from tui.report.outline import Outline
from tui.search.background import LatestWorker
from tui.search.matcher import PATTERN_TIMEOUT_S, Matcher
from tui.search.places import find_span
from tui.search.query import Query, parse_query
from tui.search.results import Results, Search, count_by_node

#: Texts from this length on are searched in a thread: reading them as pinyin for the first time takes 0.07 s.
#: The longest of 3,500 reports has 87,000 characters.
LONG_TEXT_CHARACTERS = 100_000


class Searcher:
    """Search one report's text. May be used from several threads.

    Args:
        outline: The report.
        pattern_timeout_s: Seconds a pattern may take before each paragraph is allowed a millisecond only.
    """

    def __init__(self, outline: Outline, pattern_timeout_s: float = PATTERN_TIMEOUT_S) -> None:
        self._outline = outline
        text = outline.report.text
        #: Whether the text is so long that it should be searched in a thread.
        self.is_long = len(text) >= LONG_TEXT_CHARACTERS
        self._matcher = Matcher(text, partial(find_span, outline), pattern_timeout_s)
        self._worker = LatestWorker()
        self.hits = self._matcher.hits
        self.context = self._matcher.context

    def prepare(self) -> Iterator[None]:
        """Load the tables and fold the text step by step, so that the first query need not wait for it."""
        if self.is_long:
            self._worker.submit_if_idle(lambda: deque(self._prepare(), maxlen=0))
        else:
            yield from self._prepare()

    def _prepare(self) -> Iterator[None]:
        from tui.search.indicator_synonyms import load_names

        parse_query("a")
        yield
        load_names()
        yield
        yield from self._matcher.prepare()

    def begin(self, query_text: str) -> Search:
        """Return a search that has yet to run; a thread goes on with it if the text is long or it has a pattern.

        Raises:
            UsageError: As :func:`tui.search.query.parse_query`.
        """
        query = parse_query(query_text)
        return Search(query, self.search, self._worker.submit if self.is_long or query.has_pattern else None)

    def search(self, query: str | Query) -> Results:
        """Find all hits of a query.

        Args:
            query: As typed, or parsed.

        Raises:
            UsageError: For a query that cannot be parsed, a pattern that is wrong or too slow, or an unknown place.
        """
        query = parse_query(query) if isinstance(query, str) else query
        paragraphs = list(self.hits(query))
        hits = tuple(chain.from_iterable(paragraphs))
        return Results(query, hits, len(paragraphs), count_by_node(self._outline, hits))
