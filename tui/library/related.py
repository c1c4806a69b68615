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
from math import sqrt
from typing import NamedTuple

from tui.library.best_sentences import BestSentences
from tui.library.grams import as_indexed
from tui.report.numerals import half_width
from tui.report.sentences import sentences_in
from tui.search.fold import fold
from tui.wording.likeness import Grams, Weights, masked_grams
from tui.wording.model import RelatedSentence

#: Below this, sentences are hardly on one subject.
MIN_SCORE = 0.2
#: How many entries of the index are read for a sentence, those of the rarest pairs first.
_MOST_ENTRIES = 40_000
#: How many paragraphs are looked at closely, at most, and how many between two looks at whether to stop.
_MOST_PARAGRAPHS, _BATCH = 1_600, 100
#: How many reports tell how rare pairs are.
_SAMPLED_REPORTS = 12
#: Which of their sentences tell what a sentence of some length has at least, and how many pairs those have.
_EACH_SENTENCE, _SHORT = 3, 4
#: A folded sentence is looked at in the text if it is alike enough but for this.
_NEARLY = 0.85
_BUT_FOR_ROUNDING = 1 - 1e-9
#: Where fewer are found than this, clauses are looked for; how alike one must be, how many pairs it has, and how many are listed.
_FEW, _PART_SCORE, _LEAST_OF_CLAUSE, _MOST_PARTS = 3, 0.3, 5, 20
#: Clauses of a sentence that are looked for, the longest ones.
_MOST_CLAUSES = 8
_CLAUSE_ENDS = re.compile("[，,；;。！？!?\n]")
_ENTRIES = "SELECT rowid FROM gram WHERE gram MATCH ?"
_FOLDED = "SELECT id, substr(folded, lead + 1, length) FROM paragraph WHERE id IN ({})"
_OF_TENSE = "SELECT id FROM paragraph WHERE tense = ? AND id IN ({})"
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


class LibraryWeights(NamedTuple):
    """How telling pairs of characters are in a library.

    Attributes:
        weights: The weights of pairs.
        per_character: The squared weights of the pairs of a sentence by its characters; hardly any sentence has less.
    """

    weights: Weights
    per_character: float


def library_weights(connection: sqlite3.Connection) -> LibraryWeights:
    """Return how telling pairs of characters are, judged by the sentences of some of its reports."""
    reports = [row[0] for row in connection.execute("SELECT id FROM report ORDER BY id")]
    step = max(1, len(reports) // _SAMPLED_REPORTS)
    sentences: list[tuple[int, Grams]] = []
    counts: Counter[str] = Counter()
    for report in reports[::step]:
        (text,) = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        for start, end in sentences_in(text):
            grams = masked_grams(text[start:end])
            counts.update(grams)
            sentences.append((end - start, grams))
    weights = Weights(counts, len(sentences))
    rates = sorted(
        weights.squared(grams) / size for size, grams in sentences[::_EACH_SENTENCE] if len(grams) >= _SHORT
    )
    return LibraryWeights(weights, rates[len(rates) // 20] if rates else 0.0)


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
        weights: LibraryWeights,
        reports: Iterable[int] | None = None,
        tense: str | None = None,
    ) -> None:
        self._connection = connection
        self._weights, self._per_character = weights
        self._reports = None if reports is None else frozenset(reports)
        self._tense = tense
        rows = connection.execute("SELECT first, report, paragraphs FROM initials ORDER BY first").fetchall()
        self._firsts = [first for first, _, _ in rows]
        self._owners: list[int] = [report for _, report, _ in rows]
        self._extents = [
            range(first, first + paragraphs)
            for first, report, paragraphs in rows
            if self._reports is not None and report in self._reports
        ]

    def related(
        self,
        sentence: str,
        limit: int,
        without: int | None = None,
        per_report: int = 1,
        stop: Callable[[], object] = int,
    ) -> list[RelatedSentence]:
        """Return the sentences most like a given one, the most alike first; those as much alike by the number of their report.

        Where these are few, as for a long sentence, those that are like one of its clauses follow.

        Args:
            sentence: The sentence.
            limit: How many at most.
            without: The number of a report that is left out.
            per_report: How many of one report at most.
            stop: Called often; may raise to stop.
        """
        found = self._related(sentence, limit, without, per_report, stop)
        if len(found) >= min(_FEW, limit):
            return found
        parts = BestSentences(min(_MOST_PARTS, limit - len(found)), per_report)
        known = Counter(one.report for one in found)
        best: dict[tuple[int, int], RelatedSentence] = {}
        for clause in clauses_of(sentence):
            for one in self._related(clause, limit, without, per_report, stop):
                span = one.report, one.start
                if one.score >= _PART_SCORE and (span not in best or one.score > best[span].score):
                    best[span] = one._replace(is_part=True)
        for one in best.values():
            if known[one.report] < per_report:
                parts.add(one)
        return [*found, *parts.found()]

    def _related(
        self,
        sentence: str,
        limit: int,
        without: int | None,
        per_report: int,
        stop: Callable[[], object],
    ) -> list[RelatedSentence]:
        """Return the sentences most like a sentence or clause.

        Args:
            sentence: The sentence.
            limit: How many at most.
            without: The number of a report that is left out.
            per_report: How many of one report at most.
            stop: Called often; may raise to stop.
        """
        given = _Given(sentence, self._weights, self._per_character)
        overlap = self._overlap(given.folded, stop)
        best = BestSentences(limit, per_report)
        for batch in _batches(self._most_shared(overlap, without)):
            stop()
            worst = max(MIN_SCORE, best.worst)
            if overlap.found[batch[0]] + overlap.unread < (worst * given.norm) ** 2:
                break
            for report, start, text in self._texts(self._promising(batch, given, worst)):
                for first, last in sentences_in(text):
                    if not given.may_reach(worst, text[first:last]):
                        continue
                    score = given.score(text[first:last])
                    if score >= MIN_SCORE:
                        best.add(RelatedSentence(report, start + first, start + last, score))
        return best.found()

    def _overlap(self, shares: Mapping[str, int], stop: Callable[[], object]) -> _Overlap:
        """Add up what paragraphs share with a sentence, the rarest pairs first."""
        found: dict[int, int] = {}
        shared_by = found.get
        read = unread = 0
        for gram, share in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
            if read > _MOST_ENTRIES:
                unread += share
                continue
            stop()
            rows = self._connection.execute(_ENTRIES, (f'"{as_indexed(gram)}"',)).fetchall()
            for (number,) in rows:
                found[number] = shared_by(number, 0) + share
            read += len(rows)
        return _Overlap(found, unread)

    def _most_shared(self, overlap: _Overlap, without: int | None) -> list[int]:
        """Return the paragraphs that share most with the sentence, of the reports that are wanted."""
        found = overlap.found
        wanted: Iterable[int] = found
        if self._reports is not None:
            if (
                sum(map(len, self._extents)) <= _MOST_PARAGRAPHS
            ):  # a few reports: what was not looked up may be all they share
                found.update(
                    (number, 0) for extent in self._extents for number in extent if number not in found
                )
            wanted = (number for number in found if self._owner(number) in self._reports)
        most = self._first_of_tense(sorted(wanted, key=lambda number: (-found[number], number)))
        return [number for number in most if self._owner(number) != without]

    def _first_of_tense(self, numbers: Sequence[int]) -> list[int]:
        """Return the first paragraphs that are of the tense that is wanted, as many as are looked at."""
        if self._tense is None:
            return list(numbers[:_MOST_PARAGRAPHS])
        first: list[int] = []
        for batch in _batches(numbers):
            rows = self._connection.execute(_OF_TENSE.format(_marks(batch)), (self._tense, *batch))
            of_tense = {number for (number,) in rows}
            first += [number for number in batch if number in of_tense]
            if len(first) >= _MOST_PARAGRAPHS:
                break
        return first[:_MOST_PARAGRAPHS]

    def _owner(self, number: int) -> int:
        """Return the report that a paragraph is in."""
        return self._owners[bisect_right(self._firsts, number) - 1]

    def _promising(self, numbers: Sequence[int], given: _Given, worst: float) -> list[int]:
        """Return the paragraphs with a sentence that may be alike enough."""
        rows = self._connection.execute(_FOLDED.format(_marks(numbers)), numbers)
        return [number for number, folded in rows if given.is_near(folded, worst)]

    def _texts(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """Yield the report, the offset and the text of paragraphs."""
        yield from self._connection.execute(_TEXTS.format(_marks(numbers)), numbers)


def clauses_of(sentence: str) -> list[str]:
    """Return the clauses of a sentence that say enough to be looked for; none if it has only one."""
    clauses = [clause.strip() for clause in _CLAUSE_ENDS.split(sentence) if clause.strip()]
    if len(clauses) < 2:
        return []
    telling = [clause for clause in clauses if len(masked_grams(clause)) >= _LEAST_OF_CLAUSE]
    return sorted(dict.fromkeys(telling), key=len, reverse=True)[:_MOST_CLAUSES]


class _Given:
    """The sentence that others are compared with.

    Args:
        sentence: The sentence.
        weights: How telling pairs of characters are.
        per_character: Squared weights that a sentence has at least, by its characters.

    Attributes:
        norm: The length of its vector.
        folded: The squared weights of its pairs, as they are folded in paragraphs.
    """

    def __init__(self, sentence: str, weights: Weights, per_character: float) -> None:
        self._grams = masked_grams(sentence)
        self._weights = weights
        self._per_character = per_character
        self.norm = weights.norm(self._grams)
        self.folded = {_folded(gram): weights.of(gram) ** 2 for gram in self._grams}
        self._folded_grams = frozenset(self.folded)
        self._squared = [(gram, weights.of(gram) ** 2) for gram in self._grams]

    def is_near(self, folded: str, worst: float) -> bool:
        """Tell whether a folded paragraph may have a sentence that is more alike than ``worst``.

        Looking for pairs is sooner than finding all that a sentence has. Without quotation marks, some more are found than in the text.
        """
        squared = [(gram, weight) for gram, weight in self.folded.items() if gram in folded]
        least = worst * self.norm * _NEARLY
        for sentence in _ENDS.split(folded):
            shared = sum([weight for gram, weight in squared if gram in sentence])
            if (
                shared >= least * sqrt(max(shared, len(sentence) * self._per_character))
                and self._cosine(self._folded_grams, masked_grams(sentence)) >= worst * _NEARLY
            ):
                return True
        return False

    def may_reach(self, score: float, text: str) -> bool:
        """Tell whether a sentence may be as much alike: no vector is shorter than what it shares. Sooner told than how much it is."""
        plain = half_width(text).lower()
        shared = sum([squared for gram, squared in self._squared if gram in plain])
        return shared >= (score * self.norm) ** 2 * _BUT_FOR_ROUNDING

    def score(self, text: str) -> float:
        """Return how alike a sentence is."""
        return self._cosine(self._grams, masked_grams(text))

    def _cosine(self, grams: Grams, other: Grams) -> float:
        shared = grams & other
        if not shared:
            return 0.0
        return min(1.0, self._weights.squared(shared) / (self.norm * self._weights.norm(other)))


def _folded(text: str) -> str:
    """Return a text as it is folded in the paragraphs of a library."""
    return fold(text, False).text


def _marks(numbers: Sequence[int]) -> str:
    return ", ".join("?" * len(numbers))


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH))
