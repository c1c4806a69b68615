"""Hits of a library in their context: concordances, words near them, and sentences that are like a given one."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.database import told
from tui.library.filters import check_places, condition, split_filters
from tui.messages import library as messages
from tui.report.errors import DataError, UsageError

if TYPE_CHECKING:
    from tui.library.addresses import Addresses
    from tui.library.divisions import Divisions
    from tui.library.related import LibraryWeights
    from tui.library.results import LibraryResults
    from tui.wording.concordance import ConcordanceOrder, PlacedLine
    from tui.wording.model import Collocate, RelatedSentence

#: Characters of context on either side of a hit in a concordance.
CONTEXT_CHARACTERS = 60


class ContextMethods(ABC):
    """The methods of :class:`~tui.library.library.Library` that concern the context of hits, and what they need of the others."""

    path: Path
    _connection: sqlite3.Connection

    @property
    @abstractmethod
    def _divisions(self) -> Divisions:
        """The administrative divisions."""

    @abstractmethod
    def addresses(self) -> Addresses:
        """Return the addresses of the reports."""

    @abstractmethod
    def search(self, query: str) -> LibraryResults:
        """Return the results of a query, with filters."""

    def concordance(
        self,
        query: str,
        order: ConcordanceOrder = "right",
        characters: int = CONTEXT_CHARACTERS,
        stop: Callable[[], object] = int,
    ) -> list[PlacedLine]:
        """Return the hits of a query with what stands around them, sorted.

        Args:
            query: The query, with filters.
            order: By what follows (``right``), what precedes (``left``), by place or by year.
            characters: Characters of context on either side, within the paragraph.
            stop: Called often; may raise to stop.

        Raises:
            UsageError: For a wrong query or wrong filters.
        """
        from tui.library.lines import placed_lines  # other methods need no concordance
        from tui.wording.concordance import sorted_placed

        results = self.search(query)
        addresses = self.addresses()
        with told(self.path):
            lines = placed_lines(self._connection, results, addresses, characters, stop)
            return sorted_placed(list(lines), order)

    def collocates(
        self,
        query: str,
        characters: int | None = None,
        limit: int = 50,
        stop: Callable[[], object] = int,
    ) -> list[Collocate]:
        """Return the words near the hits of a query, the most telling first; of more than 300 reports with hits, so many are read.

        Args:
            query: The query, with filters.
            characters: How near a word must be.
            limit: How many at most.
            stop: Called often; may raise to stop.

        Raises:
            UsageError: For a wrong query or wrong filters.
        """
        from tui.library.lines import texts_with_hits
        from tui.wording.collocates import NEAR_CHARACTERS, collocates

        results = self.search(query)
        with told(self.path):
            texts = texts_with_hits(self._connection, results, stop)
            return collocates(texts, characters or NEAR_CHARACTERS, limit, stop)

    def related(
        self,
        sentence: str,
        limit: int = 20,
        without: int | None = None,
        filters: str = "",
        per_report: int = 1,
        stop: Callable[[], object] = int,
    ) -> list[RelatedSentence]:
        """Return the sentences of the library that are most like a given one, the most alike first.

        The same sentence in several reports is listed for each of them.

        Args:
            sentence: The sentence.
            limit: How many at most.
            without: The number of a report that is left out.
            filters: As in a query: ``place:郑州市 level:city year:2020- in:plan``.
            per_report: How many of one report at most.
            stop: Called often; may raise to stop.

        Raises:
            UsageError: For wrong filters.
        """
        from tui.library.related import RelatedSearch

        rest, parsed = split_filters(filters)
        if rest:
            raise UsageError(messages.no_filter(rest))
        with told(self.path):
            check_places(parsed, self._connection, self._divisions)
            where, values = condition(parsed, self._divisions)
            rows = self._connection.execute(f"SELECT id FROM report WHERE {where}", values)
            reports: Sequence[int] | None = None if where == "1" else [row[0] for row in rows]
            search = RelatedSearch(self._connection, self._weights, reports, parsed.tense)
            return search.related(sentence, limit, without, per_report, stop)

    def text_of(self, report: int) -> str:
        """Return the text of a report, without reading its outline.

        Raises:
            DataError: If the library has none with that number.
        """
        with told(self.path):
            row = self._connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        if row is None:
            raise DataError(messages.no_such_report(report))
        return str(row[0])

    @cached_property
    def _weights(self) -> LibraryWeights:
        """How telling pairs of characters are; what is added to the library meanwhile hardly changes it."""
        from tui.library.related import library_weights

        return library_weights(self._connection)
