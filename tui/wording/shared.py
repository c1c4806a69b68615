"""The words that two texts of a report share and few others of it have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.wording.likeness import Grams, Weights
from tui.wording.model import Span

#: Sentences less alike than this have nothing to do with each other; within a report, review and plan are worded differently.
MIN_LIKENESS = 0.1
#: How telling a pair of characters must be for a shared word to have it, as a share of the most telling one.
_TELLING = 0.55
#: Texts are not compared beyond so many characters.
_MAX_CHARACTERS = 20_000


def shared_words(one: str, other: str, weights: Weights, least: int) -> tuple[Sequence[Span], Sequence[Span]]:
    """Return the words that two texts share, as half-open spans of each.

    Args:
        one: A text.
        other: Another one.
        weights: How telling pairs of characters are in the report they are from.
        least: Characters of a word at least.
    """
    texts = one[:_MAX_CHARACTERS].lower(), other[:_MAX_CHARACTERS].lower()
    if [len(text) for text in texts] != [min(len(text), _MAX_CHARACTERS) for text in (one, other)]:
        return (), ()  # letters that become two in lower case
    shared = _pairs(texts[0]) & _pairs(texts[1])
    bound = _TELLING * weights.of("")
    telling = frozenset(gram for gram in shared if weights.of(gram) >= bound)
    spans, others = (
        [*_common(text, another, shared, telling, least)] for text, another in (texts, texts[::-1])
    )
    return spans, others


def _pairs(text: str) -> Grams:
    """Return the pairs of neighbouring characters of a text that are letters, not digits or marks."""
    return frozenset(
        first + second for first, second in pairwise(text) if first.isalpha() and second.isalpha()
    )


def _common(text: str, other: str, shared: Grams, telling: Grams, least: int) -> Iterator[Span]:
    """Yield the longest parts of a text that another has, too, and that have a telling pair of characters."""
    at, last = 0, len(text) - 1
    while at < last:
        if text[at : at + 2] not in shared:
            at += 1
            continue
        end = at + 2
        while end < len(text) and text[end - 1 : end + 1] in shared and text[at : end + 1] in other:
            end += 1
        is_telling = any(first + second in telling for first, second in pairwise(text[at:end]))
        if end - at >= least and is_telling:
            yield at, end
            at = end
        else:
            at += 1


def most_alike(grams: Grams, others: Sequence[Grams], weights: Weights) -> int | None:
    """Return the index of the text that is most like one, by their pairs of characters; None if none is."""
    scores = [weights.cosine(grams, other) for other in others]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= MIN_LIKENESS else None
