"""Words near hits that are there more often than they would be by chance.

A window is what stands within some characters of a hit in its sentence; the hits themselves are left out, and windows that
overlap are counted once. Of a word that all the texts have *n* times, windows with a share *s* of all characters would have
*n·s* (**expected**); they have *o* (**observed**). The score is the logarithm of the likelihood ratio (Dunning 1993, *Accurate
Methods for the Statistics of Surprise and Coincidence*, Computational Linguistics 19(1)), for the table of the word in windows
(*a*), other characters in windows (*b*), the word elsewhere (*c*) and other characters elsewhere (*d*)::

    2 · Σ cell · ln(cell · total / (row · column))

It is 3.84 for what chance gives once in 20 times, 10.83 once in 1,000. Only words that are there more often than expected are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log

from tui.report.sentences import sentences_at
from tui.wording.borders import Links, Neighbours, is_word_like, sequences
from tui.wording.model import Collocate, Span

#: Characters on either side of a hit that are near it.
NEAR_CHARACTERS = 10
#: Characters of the shortest and of the longest word.
_SHORTEST, _LONGEST = 2, 6
#: How often a word must be near hits.
_MIN_OBSERVED = 3
#: How many words that are often near hits are looked for in all texts.
_MOST_CANDIDATES = 400
#: Characters that tell how firmly characters are linked.
_TELLING_CHARACTERS = 1_000_000
#: A likelihood ratio that chance hardly gives.
_MIN_SCORE = 10.83
#: A word is left out if this share of it is in a longer one.
_MOST_WITHIN = 0.6


def collocates(
    texts: Iterable[tuple[str, Sequence[Span]]],
    characters: int = NEAR_CHARACTERS,
    limit: int = 50,
    stop: Callable[[], object] = int,
) -> list[Collocate]:
    """Return the words near hits, the most telling first.

    Args:
        texts: The texts that are read, each with the half-open spans of its hits, in order.
        characters: How near a word must be.
        limit: How many are returned at most.
        stop: Called often; may raise to stop.
    """
    read: list[str] = []
    candidates = _Candidates()
    inside = 0
    for text, hits in texts:
        stop()
        read.append(text)
        for start, end in _windows(text, hits, characters):
            inside += end - start
            candidates.add(text, start, end)
    text = "\n".join(read)
    found = []
    for word, observed in candidates.bounded(Links(text[:_TELLING_CHARACTERS])):
        stop()
        everywhere = text.count(word)
        expected = everywhere * inside / len(text)
        score = likelihood_ratio(observed, inside, everywhere, len(text))
        if observed > expected and score >= _MIN_SCORE:
            found.append(Collocate(word, observed, expected, score))
    found.sort(key=lambda one: (-one.score, one.text))
    return _without_parts(found)[:limit]


def likelihood_ratio(observed: int, inside: int, everywhere: int, total: int) -> float:
    """Return the logarithm of the likelihood ratio for a word.

    Args:
        observed: How often it is in windows.
        inside: Characters in windows.
        everywhere: How often it is in all texts.
        total: Characters of all texts.
    """
    elsewhere = everywhere - observed
    cells = (
        (observed, inside, everywhere),
        (inside - observed, inside, total - everywhere),
        (elsewhere, total - inside, everywhere),
        (total - inside - elsewhere, total - inside, total - everywhere),
    )
    return 2 * sum(cell * log(cell * total / (row * column)) for cell, row, column in cells if cell > 0)


def _windows(text: str, hits: Sequence[Span], characters: int) -> Iterator[Span]:
    """Yield what is near hits, without the hits, in order and without overlaps."""
    sentences = list(sentences_at(text, (start for start, _ in hits)))
    reached = 0
    for index, ((start, end), (first, last)) in enumerate(zip(hits, sentences, strict=True)):
        next_hit = hits[index + 1][0] if index + 1 < len(hits) else len(text)
        before = max(reached, first, start - characters)
        if before < start:
            yield before, start
        behind = min(last, end + characters, next_hit)
        if behind > max(end, reached):
            yield max(end, reached), behind
        reached = max(reached, end, behind)


class _Candidates:
    """The sequences of letters in windows."""

    def __init__(self) -> None:
        self._found: dict[str, Neighbours] = {}

    def add(self, text: str, start: int, end: int) -> None:
        """Add those in a window."""
        for first, last in sequences(text, start, end, _SHORTEST, _LONGEST):
            word = text[first:last]
            neighbours = self._found.get(word)
            if neighbours is None:
                neighbours = self._found[word] = Neighbours()
            neighbours.add(text[first - 1 : first] if first else "", text[last : last + 1])

    def bounded(self, links: Links) -> list[tuple[str, int]]:
        """Return those that are often near hits and begin and end where words do, with how often they are there."""
        often = {
            word: (neighbours.before.total(), neighbours)
            for word, neighbours in self._found.items()
            if is_word_like(word) and neighbours.before.total() >= _MIN_OBSERVED
        }
        bounded = [
            (word, count) for word, (count, neighbours) in often.items() if links.is_bounded(word, neighbours)
        ]
        bounded.sort(key=lambda one: (-one[1] * len(one[0]), one[0]))
        return bounded[:_MOST_CANDIDATES]


def _without_parts(found: Sequence[Collocate]) -> list[Collocate]:
    """Leave out words that are mostly part of a longer one, and longer ones that are a part of how a word is used."""
    within = {
        one.text
        for one in found
        for other in found
        if len(other.text) > len(one.text)
        and one.text in other.text
        and other.observed >= one.observed * _MOST_WITHIN
    }
    return [one for one in found if one.text not in within]
