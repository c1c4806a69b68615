"""Choose among terms that are parts of each other, or overlap in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.wording.term_scores import ScoredTerm

#: Share of the characters of a term that a better one may have.
_MOST_COVERED = 0.5


def chosen(terms: Iterable[ScoredTerm], text: str, most: int) -> list[ScoredTerm]:
    """Return the best terms, without those that better ones tell.

    Args:
        terms: The terms.
        text: Their text.
        most: How many are returned at most.
    """
    covered = bytearray(len(text))
    found: list[ScoredTerm] = []
    for term in sorted(terms, key=lambda term: (-term.score, term.start, -len(term.text))):
        size = len(term.text)
        if any(_tells(other.text, term.text) for other in found):
            continue
        spots = list(_occurrences(term.text, text))
        if sum(sum(covered[at : at + size]) for at in spots) > _MOST_COVERED * size * len(spots):
            continue
        for at in spots:
            covered[at : at + size] = b"\1" * size
        found.append(term)
        if len(found) == most:
            break
    return found


def _tells(one: str, other: str) -> bool:
    """Tell whether one of two terms is most of the other."""
    return (one in other or other in one) and 2 * min(len(one), len(other)) >= max(len(one), len(other))


def _occurrences(term: str, text: str) -> Iterator[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + len(term))
