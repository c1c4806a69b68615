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
from tui.wording.borders import Neighbours, is_word_like, sequences
from tui.wording.model import Collocate, Span

#: Characters on either side of a hit that are near it.
NEAR_CHARACTERS = 10
#: Characters of the shortest and of the longest word.
_SHORTEST, _LONGEST = 2, 6
#: How often a word must be near hits.
_MIN_OBSERVED = 3
#: How many words that are often near hits are looked for in all texts.
_MOST_CANDIDATES = 500
#: How much what stands next to a word varies at least, in nats.
_MIN_VARIETY = 0.7
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
    windows: list[str] = []
    for text, hits in texts:
        read.append(text)
        windows += [text[start:end] for start, end in _windows(text, hits, characters)]
    observed = _frequent(windows)
    inside, total = sum(map(len, windows)), sum(map(len, read))
    text = "\n".join(read)
    found = []
    for word, count in observed.items():
        stop()
        neighbours, everywhere = _look_up(word, text)
        expected = everywhere * inside / total
        if count > expected and neighbours.variety >= _MIN_VARIETY:
            score = likelihood_ratio(count, inside, everywhere, total)
            if score >= _MIN_SCORE:
                found.append(Collocate(word, count, expected, score))
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


def _frequent(windows: Iterable[str]) -> dict[str, int]:
    """Return the sequences of letters that are often in windows and may be words, with how often they are."""
    found: dict[str, Neighbours] = {}
    for window in windows:
        for first, last in sequences(window, _SHORTEST, _LONGEST):
            found.setdefault(window[first:last], Neighbours()).add(
                window[first - 1 : first] if first else "", window[last : last + 1]
            )
    counts = {
        word: count
        for word, neighbours in found.items()
        if (count := neighbours.before.total()) >= _MIN_OBSERVED and is_word_like(word)
    }
    often = sorted(counts, key=lambda word: (-counts[word] * len(word), word))[:_MOST_CANDIDATES]
    return {word: counts[word] for word in often}


def _look_up(word: str, text: str) -> tuple[Neighbours, int]:
    """Return what stands next to a word, and how often it is in a text."""
    neighbours, count = Neighbours(), 0
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        neighbours.add(text[at - 1 : at] if at else "", text[end : end + 1])
        count += 1
        at = text.find(word, at + 1)
    return neighbours, count


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
