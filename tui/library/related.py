"""Find the sentences of a library that are most like a given one.

The index gives the paragraphs that share rare pairs of characters with it; those that share most are cut into sentences, which are
compared one by one. No sentence of a paragraph can be more like the given one than what both share allows, so the search ends
where no paragraph can hold a better one.
"""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from tui.library.grams import as_indexed
from tui.report.sentences import sentences_in
from tui.search.fold import fold
from tui.wording.likeness import Grams, Weights, masked_grams
from tui.wording.model import RelatedSentence

#: Below this, sentences are hardly on one subject.
MIN_SCORE = 0.2
#: How many entries of the index are read for a sentence, those of the rarest pairs first.
_MOST_ENTRIES = 80_000
#: How many paragraphs are looked at closely, at most, and how many between two looks at whether to stop.
_MOST_PARAGRAPHS, _BATCH = 1_200, 100
#: How many reports tell how rare pairs are.
_SAMPLED_REPORTS = 24
_ENTRIES = "SELECT rowid FROM gram WHERE gram MATCH ?"
_FOLDED = "SELECT id, tense, substr(folded, lead + 1, length) FROM paragraph WHERE id IN ({})"
_TEXTS = """
    SELECT p.report, p.start, substr(r.text, p.start + 1, p."end" - p.start)
    FROM paragraph p JOIN report r ON r.id = p.report WHERE p.id IN ({})
"""
#: Marks that end a sentence, as they are folded.
_ENDS = re.compile("[。!?]")


class _Overlap(NamedTuple):
    """How much of a sentence paragraphs may have.

    Attributes:
        found: The squared weights of the pairs that each paragraph has, by its id.
        unread: Those of the pairs that were not looked up, for they are in too many.
    """

    found: dict[int, int]
    unread: int


def library_weights(connection: sqlite3.Connection) -> Weights:
    """Return how telling pairs of characters are in a library, judged by the sentences of some of its reports."""
    reports = [row[0] for row in connection.execute("SELECT id FROM report ORDER BY id")]
    step = max(1, len(reports) // _SAMPLED_REPORTS)
    counts: Counter[str] = Counter()
    total = 0
    for report in reports[::step]:
        (text,) = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        for start, end in sentences_in(text):
            counts.update(masked_grams(text[start:end]))
            total += 1
    return Weights.of_counts(counts, total)


class RelatedSearch:
    """Looks for sentences in some reports of a library.

    Args:
        connection: The library.
        weights: How telling pairs of characters are.
        reports: The ids of the reports; None for all.
        tense: ``plan`` or ``review`` for paragraphs of that tense only.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        weights: Weights,
        reports: Iterable[int] | None = None,
        tense: str | None = None,
    ) -> None:
        self._connection = connection
        self._weights = weights
        self._reports = None if reports is None else frozenset(reports)
        self._tense = tense
        rows = connection.execute("SELECT first, report FROM initials ORDER BY first").fetchall()
        self._firsts = [first for first, _ in rows]
        self._owners = [report for _, report in rows]

    def related(
        self,
        sentence: str,
        limit: int,
        without: int | None = None,
        per_report: int = 1,
        stop: Callable[[], object] = int,
    ) -> list[RelatedSentence]:
        """Return the sentences most like a given one, the most alike first; those as much alike by the number of their report.

        Args:
            sentence: The sentence.
            limit: How many at most.
            without: The number of a report that is left out.
            per_report: How many of one report at most.
            stop: Called often; may raise to stop.
        """
        grams = masked_grams(sentence)
        norm = self._weights.norm(grams)
        shares = {_folded(gram): self._weights.of(gram) ** 2 for gram in grams}
        overlap = self._overlap(shares, stop)
        best = _Best(limit, per_report)
        for batch in _batches(self._most_shared(overlap, without)):
            stop()
            least = (max(MIN_SCORE, best.worst) * norm) ** 2
            if overlap.found[batch[0]] + overlap.unread < least:
                break
            for report, start, text in self._texts(self._promising(batch, shares, least)):
                for first, last in sentences_in(text):
                    score = self._score(grams, norm, text[first:last])
                    if score >= MIN_SCORE:
                        best.add(RelatedSentence(report, start + first, start + last, score))
        return best.found()

    def _score(self, grams: Grams, norm: float, text: str) -> float:
        other = masked_grams(text)
        shared = self._weights.squared(grams & other)
        return min(1.0, shared / (norm * self._weights.norm(other))) if shared else 0.0

    def _overlap(self, shares: Mapping[str, int], stop: Callable[[], object]) -> _Overlap:
        """Add up what paragraphs share with a sentence, the rarest pairs first."""
        found: dict[int, int] = {}
        read = unread = 0
        for gram, share in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
            if read > _MOST_ENTRIES:
                unread += share
                continue
            stop()
            for (number,) in self._connection.execute(_ENTRIES, (f'"{as_indexed(gram)}"',)):
                found[number] = found.get(number, 0) + share
                read += 1
        return _Overlap(found, unread)

    def _most_shared(self, overlap: _Overlap, without: int | None) -> list[int]:
        """Return the paragraphs that share most with the sentence, of the reports that are wanted."""
        wanted: Iterable[int] = overlap.found
        if self._reports is not None or without is not None:
            wanted = (number for number in overlap.found if self._is_wanted(number, without))
        return nlargest(_MOST_PARAGRAPHS, wanted, key=lambda number: (overlap.found[number], -number))

    def _is_wanted(self, number: int, without: int | None) -> bool:
        report = self._owners[bisect_right(self._firsts, number) - 1]
        return report != without and (self._reports is None or report in self._reports)

    def _promising(self, numbers: Sequence[int], shares: Mapping[str, int], least: float) -> list[int]:
        """Return the paragraphs with a sentence that shares enough; pairs are looked for, which is sooner than finding all it has."""
        grams = list(shares.items())
        return [
            number
            for number, tense, folded in self._connection.execute(_FOLDED.format(_marks(numbers)), numbers)
            if self._tense in (None, tense)
            and any(
                sum([share for gram, share in grams if gram in piece]) >= least
                for piece in _ENDS.split(folded)
            )
        ]

    def _texts(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """Yield the report, the offset and the text of paragraphs."""
        yield from self._connection.execute(_TEXTS.format(_marks(numbers)), numbers)


class _Best:
    """The best sentences so far.

    Args:
        limit: How many are kept.
        per_report: How many of one report at most.
    """

    def __init__(self, limit: int, per_report: int) -> None:
        self._limit = limit
        self._per_report = per_report
        self._of_reports: dict[int, list[RelatedSentence]] = {}

    def add(self, sentence: RelatedSentence) -> None:
        """Add a sentence."""
        of_report = self._of_reports.setdefault(sentence.report, [])
        of_report.append(sentence)
        of_report.sort(key=_rank)
        del of_report[self._per_report :]

    @property
    def worst(self) -> float:
        """The score a sentence must have to be among them; 0 while there is room."""
        found = self.found()
        return found[-1].score if len(found) == self._limit else 0.0

    def found(self) -> list[RelatedSentence]:
        """Return them, the best first."""
        return sorted((one for some in self._of_reports.values() for one in some), key=_rank)[: self._limit]


def _rank(sentence: RelatedSentence) -> tuple[float, int, int]:
    return -sentence.score, sentence.report, sentence.start


def _folded(text: str) -> str:
    """Return a text as it is folded in the paragraphs of a library."""
    return fold(text, False).text


def _marks(numbers: Sequence[int]) -> str:
    return ", ".join("?" * len(numbers))


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH))
