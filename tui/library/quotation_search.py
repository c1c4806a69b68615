"""Find quotations in a library: the index gives the paragraphs that share rare pairs of characters with one, which are then read closely."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest
from math import log
from typing import NamedTuple

from tui.library.grams import as_indexed
from tui.search.fold import fold
from tui.search.quotations.checking import exact, renumbered, reworded
from tui.search.quotations.model import MAX_CHARACTERS, Passage
from tui.search.quotations.source import Quotation, QuotedText
from tui.search.quotations.tokens import other_writings

#: Entries of the index read for a quotation, those of the rarest pairs first.
_MOST_ENTRIES = 60_000
#: Paragraphs that are looked at for the words themselves, for other numbers, and for other words.
_MOST_EXACT, _MOST_RENUMBERED, _MOST_REWORDED = 120, 60, 16
#: Characters read on either side of a paragraph, besides as many as the quotation has.
_AROUND = 40
_COUNT = "SELECT doc FROM gram_word WHERE term = ?"
_ENTRIES = "SELECT rowid FROM gram WHERE gram MATCH ?"
_AREA = """
    SELECT p.report, max(0, p.start - :around), substr(r.text, max(0, p.start - :around) + 1,
        p."end" + :around - max(0, p.start - :around))
    FROM paragraph p JOIN report r ON r.id = p.report WHERE p.id = :number
"""
#: Of what the paragraph that shares most with a quotation shares, the part that one with its words has at least.
_LEAST_SHARE = 0.6
_Check = Callable[[Quotation, QuotedText], Passage | None]
_DIGITS = frozenset("0123456789")


class FoundQuotation(NamedTuple):
    """What is found of a quotation in a report of a library.

    Attributes:
        report: The number of the report.
        passage: What is found, as offsets into the text of the report.
    """

    report: int
    passage: Passage


class _Shared(NamedTuple):
    """A paragraph, and the weights of the pairs it shares with a quotation."""

    number: int
    weight: float


class QuotationSearch:
    """Looks for quotations in some reports of a library.

    Args:
        connection: The library.
        reports: The ids of the reports; None for all.
    """

    def __init__(self, connection: sqlite3.Connection, reports: Iterable[int] | None = None) -> None:
        self._connection = connection
        self._reports = None if reports is None else frozenset(reports)
        rows = connection.execute("SELECT first, report FROM initials ORDER BY first").fetchall()
        self._firsts = [first for first, _ in rows]
        self._owners: list[int] = [report for _, report in rows]
        self._total = connection.execute("SELECT max(id) FROM paragraph").fetchone()[0] or 1
        self._weights: dict[str, float] = {}

    def find(self, text: str, stop: Callable[[], object] = int) -> list[FoundQuotation]:
        """Return the passages a quotation is or may be from, the best first; nothing if none is like it.

        All are of one kind: if any has its words, those that have, one of each report.

        Args:
            text: The quotation.
            stop: Called often; may raise to stop.
        """
        quotation = Quotation(text[:MAX_CHARACTERS])
        shared, with_numbers = self._shared(quotation, stop)
        areas = _Areas(self._connection, len(quotation.text) + _AROUND)
        likely = [one for one in with_numbers if one.weight >= _LEAST_SHARE * with_numbers[0].weight]
        nearby = [*likely[:_MOST_RENUMBERED], *shared[:_MOST_RENUMBERED]]

        def checked(paragraphs: Iterable[_Shared], check: _Check) -> Iterator[FoundQuotation]:
            for number in dict.fromkeys(one.number for one in paragraphs):
                stop()
                area = areas.of(number)
                passage = check(quotation, area.text)
                if passage is not None:
                    yield FoundQuotation(area.report, passage.moved(area.start))

        found = list(checked(likely, exact))
        if not found:
            rewritten = _with_other_numbers(quotation)
            others = self._shared(rewritten, stop)[1] if rewritten is not None else []
            found = list(checked([*others, *nearby], renumbered))
        found = found or list(checked(shared[:_MOST_REWORDED], self._reworded))
        best: dict[int, FoundQuotation] = {}
        for one in sorted(
            found, key=lambda one: (one.passage.rank, len(one.passage.numbers), one.passage.start)
        ):
            best.setdefault(one.report, one)
        kinds = {one.passage.kind for one in list(best.values())[:1]}
        return [one for one in best.values() if one.passage.kind in kinds]

    def _reworded(self, quotation: Quotation, source: QuotedText) -> Passage | None:
        return reworded(quotation, source, self._weight)

    def _shared(
        self, quotation: Quotation, stop: Callable[[], object]
    ) -> tuple[list[_Shared], list[_Shared]]:
        """Return the paragraphs that share most with a quotation: in words, and in words and numbers; the rarest pairs are read first."""
        words: dict[int, float] = {}
        both: dict[int, float] = {}
        read = 0
        weights = {gram: self._weight(gram) for gram in _grams(quotation)}
        for gram, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
            if read > _MOST_ENTRIES:
                break
            stop()
            rows = self._connection.execute(_ENTRIES, (f'"{as_indexed(gram)}"',)).fetchall()
            read += len(rows)
            is_number = not _DIGITS.isdisjoint(gram)
            for (number,) in rows:
                both[number] = both.get(number, 0.0) + weight
                if not is_number:
                    words[number] = words.get(number, 0.0) + weight
        return self._most(words or both), self._most(both)

    def _most(self, shared: dict[int, float]) -> list[_Shared]:
        """Return the paragraphs that share most, of the reports that are searched."""
        wanted: Iterable[int] = shared
        if self._reports is not None:
            wanted = (number for number in shared if self._owner(number) in self._reports)
        numbers = nlargest(_MOST_EXACT, wanted, key=lambda number: (shared[number], -number))
        return [_Shared(number, shared[number]) for number in numbers]

    def _weight(self, gram: str) -> float:
        """Return how telling a pair is: how few paragraphs have it."""
        if gram not in self._weights:
            row = self._connection.execute(_COUNT, (as_indexed(gram),)).fetchone()
            self._weights[gram] = log((self._total + 1) / ((row[0] if row else 0) + 1)) + 0.1
        return self._weights[gram]

    def _owner(self, number: int) -> int:
        """Return the report that has a paragraph."""
        return self._owners[bisect_right(self._firsts, number) - 1]


def _grams(quotation: Quotation) -> set[str]:
    """Return the pairs of characters of a quotation, without marks."""
    folded = fold(quotation.text, False).text
    return {pair for pair in map(str.__add__, folded, folded[1:]) if pair.replace("%", "0").isalnum()}


def _with_other_numbers(quotation: Quotation) -> Quotation | None:
    """Return a quotation with each of its numbers in the shortest other digits; None if they have no others."""
    tokens = quotation.tokens
    parts: list[str] = []
    end, is_other = 0, False
    for at in tokens.numbers(0, len(tokens.text)):
        start, stop = tokens.span(at, at + 1)
        number = tokens.token(at)
        others = other_writings(number)
        is_other |= bool(others)
        parts += tokens.source[end:start], min(others, key=len, default=number)
        end = stop
    return Quotation("".join([*parts, tokens.source[end:]])) if is_other else None


class _Area(NamedTuple):
    """A paragraph with what stands around it.

    Attributes:
        report: The number of the report.
        start: The offset at which it begins.
        text: Its text.
    """

    report: int
    start: int
    text: QuotedText


class _Areas:
    """Paragraphs with what stands around them, each prepared once.

    Args:
        connection: The library.
        around: Characters on either side.
    """

    def __init__(self, connection: sqlite3.Connection, around: int) -> None:
        self._connection = connection
        self._around = around
        self._areas: dict[int, _Area] = {}

    def of(self, number: int) -> _Area:
        """Return the paragraph with an id."""
        if number not in self._areas:
            row = self._connection.execute(_AREA, {"around": self._around, "number": number}).fetchone()
            self._areas[number] = _Area(row[0], row[1], QuotedText(row[2]))
        return self._areas[number]
