"""One search engine for the pane and the command."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from tui.report.outline import Outline
from tui.search.fold import Folded
from tui.search.query import Query, Term, parse_query


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence: half-open offsets into the text, and which term of the query it is of."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a query, in document order."""

    query: Query
    hits: tuple[Hit, ...]
    paragraphs: int

    def index_from(self, offset: int) -> int:
        """Index of the first hit at or after an offset; the number of hits where there is none."""
        return bisect_left(self.hits, offset, key=lambda hit: hit.start)


NOTHING = Found(parse_query(""), (), 0)


class Searcher:
    """Searches one report's text."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._text = outline.report.text
        self._folded: dict[bool, Folded] = {}
        lengths = (len(line) + 1 for line in self._text.split("\n"))
        self._paragraph_starts = list(accumulate(lengths, initial=0))[:-1]

    def search(self, words: str) -> Found:
        """All hits of a query."""
        query = parse_query(words)
        by_term = [list(self._occurrences(term)) for term in query.terms]
        if not all(by_term) or not by_term:
            return Found(query, (), 0)
        allowed = set.intersection(*({self._paragraph(start) for start, _ in spans} for spans in by_term))
        for term in query.excluded:
            allowed -= {self._paragraph(start) for start, _ in self._occurrences(term)}
        hits = sorted(
            (
                Hit(start, end, number)
                for number, spans in enumerate(by_term)
                for start, end in spans
                if self._paragraph(start) in allowed
            ),
            key=lambda hit: (hit.start, -hit.end),
        )
        return Found(query, tuple(hits), len(allowed))

    def counts(self, found: Found) -> dict[str, int]:
        """How many hits lie in each node with all below it; nodes without any are left out."""
        counts: dict[str, int] = {}
        for hit in found.hits:
            for node in self._outline.lineage(self._outline.at(hit.start)):
                counts[node.id] = counts.get(node.id, 0) + 1
        return counts

    def context(self, hit: Hit, before: int, after: int) -> tuple[str, str]:
        """What stands before and after a hit in its paragraph, at most so many characters of each."""
        index = self._paragraph(hit.start)
        begin = self._paragraph_starts[index]
        stop = self._text.find("\n", hit.end)
        end = stop if stop >= 0 else len(self._text)
        return (
            self._text[max(begin, hit.start - before) : hit.start],
            self._text[hit.end : max(hit.end, min(end, hit.end + after))],
        )

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraph_starts, offset) - 1

    def _occurrences(self, term: Term) -> Iterator[tuple[int, int]]:
        folded = self._folded.get(term.with_marks)
        if folded is None:
            folded = self._folded[term.with_marks] = Folded(self._text, term.with_marks)
        text, words = folded.text, term.text
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            if _whole_number(text, at, end):
                yield folded.span(at, end)
                at = text.find(words, end)
            else:
                at = text.find(words, at + 1)


def _whole_number(text: str, start: int, end: int) -> bool:
    """Whether a match that begins or ends with a digit holds whole numbers only."""
    if text[start].isdigit() and start:
        before = text[start - 1]
        if before.isdigit() or (before == "." and text[start - 2 : start - 1].isdigit()):
            return False
    if text[end - 1].isdigit() and end < len(text):
        after = text[end]
        if after.isdigit() or (after == "." and text[end + 1 : end + 2].isdigit()):
            return False
    return True
