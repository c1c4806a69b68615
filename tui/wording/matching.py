"""Find which sentences of two reports go together: one to one, the most alike first, in whatever order they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.report.numerals import half_width
from tui.wording.how_words import HOW
from tui.wording.likeness import Grams, Weights, masked_grams
from tui.wording.numbers import masked

#: Sentences less alike than this have nothing to do with each other, unless they share a clause.
MIN_SCORE = 0.2
#: Products that are summed up at most; the pairs of characters in most sentences are left out before.
_MAX_PRODUCTS = 4_000_000
#: How telling what two sentences share must be, and that without words that only tell how things go.
_MIN_SHARED, _MIN_SUBJECT = 700, 380
#: How alike sentences are that may share less, for they are short: 开展“八五”普法。 and 扎实推进“八五”普法。
_NEARLY_SAME = 0.45
#: How alike sentences of many clauses must be if one clause of each is the same or nearly so.
_MIN_WITH_CLAUSE = 0.12
#: How alike such clauses are, and how telling what they share must be, both without words that only tell how things go.
_SAME_CLAUSE, _MIN_CLAUSE = 0.7, 800
#: Clauses of a sentence that are compared, and pairs of sentences whose clauses are, at most.
_MAX_CLAUSES, _MAX_COMPARED = 20, 3_000
_CLAUSE_MARKS = re.compile("[,，;；:：。!！?？\n]")
_MARKS = re.compile(r"[^\w#%‰]+|_")


class Match(NamedTuple):
    """A sentence of the earlier report and one of the later, by their indices, and how alike they are."""

    earlier: int
    later: int
    score: float


def key_of(sentence: str) -> str:
    """Return a sentence without marks, and with each number alike."""
    return _MARKS.sub("", masked(half_width(sentence)))


def identical(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Match]:
    """Yield sentences that are the same but for numbers and marks; those that occur several times in their order."""
    indices: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(earlier):
        indices[key_of(sentence)].append(index)
    for found in indices.values():
        found.reverse()
    for index, sentence in enumerate(later):
        key = key_of(sentence)
        if indices.get(key):
            yield Match(indices[key].pop(), index, 1.0)


def alike(earlier: dict[int, str], later: dict[int, str], weights: Weights) -> list[Match]:
    """Return which of the sentences go together, by index, the most alike first."""
    grams = {index: masked_grams(sentence) for index, sentence in earlier.items()}
    others = {index: masked_grams(sentence) for index, sentence in later.items()}
    found = sorted(
        _candidates(grams, others, weights), key=lambda match: (-match.score, match.later, match.earlier)
    )
    subjects = _Subjects(earlier), _Subjects(later)
    used: set[int] = set()
    taken: set[int] = set()
    matches = []
    compared = 0
    for match in found:
        if match.earlier in used or match.later in taken:
            continue
        shared = weights.squared(subjects[0].of(match.earlier) & subjects[1].of(match.later))
        if match.score <= MIN_SCORE:
            if shared < _MIN_CLAUSE**2:
                continue
            compared += 1
            if compared > _MAX_COMPARED:
                break
            clauses = subjects[0].clauses(match.earlier), subjects[1].clauses(match.later)
            if not _share_clause(*clauses, weights):
                continue
        if shared >= _MIN_SUBJECT**2:
            used.add(match.earlier)
            taken.add(match.later)
            matches.append(match)
    return matches


def _share_clause(clauses: Sequence[Grams], others: Sequence[Grams], weights: Weights) -> bool:
    """Tell whether one clause of a sentence is the same as one of another, or nearly so."""
    return any(
        weights.squared(clause & other) >= _MIN_CLAUSE**2 and weights.cosine(clause, other) >= _SAME_CLAUSE
        for clause in clauses
        for other in others
        if len(clause & other) > 1
    )


class _Subjects:
    """The pairs of characters of sentences without those of words that only tell how things go."""

    def __init__(self, sentences: Mapping[int, str]) -> None:
        self._sentences = sentences
        self._known: dict[int, Grams] = {}
        self._clauses: dict[int, Sequence[Grams]] = {}

    def of(self, index: int) -> Grams:
        """Return those of a sentence."""
        if index not in self._known:
            self._known[index] = masked_grams(HOW.sub(" ", self._sentences[index]))
        return self._known[index]

    def clauses(self, index: int) -> Sequence[Grams]:
        """Return those of each clause of a sentence."""
        if index not in self._clauses:
            clauses = _CLAUSE_MARKS.split(self._sentences[index], _MAX_CLAUSES)[:_MAX_CLAUSES]
            self._clauses[index] = [masked_grams(HOW.sub(" ", clause)) for clause in clauses]
        return self._clauses[index]


def _candidates(earlier: dict[int, Grams], later: dict[int, Grams], weights: Weights) -> Iterator[Match]:
    """Yield all pairs that are alike enough, if they share a clause."""
    numbers = list(earlier)
    postings: dict[str, list[int]] = defaultdict(list)
    for place, grams in enumerate(earlier.values()):
        for gram in grams:
            postings[gram].append(place)
    _drop_most_frequent(postings, later)
    squares = {gram: weights.of(gram) ** 2 for gram in postings}
    norms = [weights.norm(grams) for grams in earlier.values()]
    for index, grams in later.items():
        sums: dict[int, int] = defaultdict(int)
        for gram in grams & postings.keys():
            square = squares[gram]
            for place in postings[gram]:
                sums[place] += square
        norm = weights.norm(grams)
        least, nearly = _MIN_WITH_CLAUSE * norm, _NEARLY_SAME * norm
        for place, total in sums.items():
            if (total > least * norms[place] and total >= _MIN_SHARED**2) or total > nearly * norms[place]:
                yield Match(numbers[place], index, min(1.0, total / (norm * norms[place])))


def _drop_most_frequent(postings: dict[str, list[int]], later: dict[int, Grams]) -> None:
    """Leave out the pairs of characters that most sentences have, as far as all the others would take too long."""
    counts: dict[str, int] = defaultdict(int)
    for grams in later.values():
        for gram in grams & postings.keys():
            counts[gram] += 1
    products = {gram: count * len(postings[gram]) for gram, count in counts.items()}
    total = sum(products.values())
    for gram in sorted(products, key=lambda gram: (-products[gram], gram)):
        if total <= _MAX_PRODUCTS:
            return
        total -= products[gram]
        del postings[gram]
