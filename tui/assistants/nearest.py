"""Find what is nearest to a query that finds nothing: an assistant asks in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from tui.report.sentences import sentences_in
from tui.wording.likeness import Weights, masked_grams

#: The part of what is telling in a query that a text must have, by weight.
_MIN_SHARE = 0.4


def nearest_sentences(text: str, query: str, limit: int) -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of a report that have most of a query, the best first."""
    spans = list(sentences_in(text))
    return [spans[index] for index in nearest([text[start:end] for start, end in spans], query, limit)]


def nearest(texts: Sequence[str], query: str, limit: int) -> list[int]:
    """Return the indices of the texts that have most of a query, the best first; none that has little of it."""
    wanted = masked_grams(query)
    grams = [masked_grams(text) for text in texts]
    weights = Weights.of_sentences(grams)
    known = wanted & frozenset().union(*grams)
    whole = weights.squared(known)
    if len(known) * 2 < len(wanted) or not whole:
        return []
    shares = [weights.squared(known & one) / whole for one in grams]
    order = sorted(range(len(texts)), key=lambda index: (-shares[index], len(texts[index]), index))
    return [index for index in order[:limit] if shares[index] >= _MIN_SHARE]
