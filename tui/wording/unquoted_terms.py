"""Find terms without quotation marks that one text has and another has not, or that other places' reports took up or gave up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_RUN = re.compile("[\u4e00-\u9fffA-Za-z]{4,}")
#: Characters of a term without quotation marks.
_LENGTHS = range(4, 13)
_GRAM = 4
#: Share of other reports that have a term that rose, and by how much it rose.
_SHARE, _RISE = 0.15, 0.12


class Sources(NamedTuple):
    """The texts of other reports.

    Attributes:
        earlier: Those of the year of the text that lacks the terms.
        later: Those of the year of the text that has them.
    """

    earlier: Sequence[str]
    later: Sequence[str]


class UnquotedTerm(NamedTuple):
    """A term with what speaks for it.

    Attributes:
        text: The term.
        score: Higher is more telling.
        elsewhere: Of the other reports of both years, how many have it.
    """

    text: str
    score: float
    elsewhere: tuple[int, int] | None


def rising_terms(text: str, without: str, others: Sources, stop: Callable[[], object]) -> list[UnquotedTerm]:
    """Return terms of a text that another has not, and more of the other reports than before, the most telling first.

    Args:
        text: The text with the terms.
        without: The text without them.
        others: Other reports of both years.
        stop: Called often; may raise to stop.
    """
    grams = {run[at : at + _GRAM] for run in _RUN.findall(text) for at in range(len(run) - _GRAM + 1)}
    masks: dict[str, int] = dict.fromkeys(grams, 0)
    for number, other in enumerate(others.later):
        stop()
        for gram in grams.intersection(map("".join, zip(*(other[at:] for at in range(_GRAM)), strict=False))):
            masks[gram] |= 1 << number
    least = max(2, round(_SHARE * len(others.later)))
    found: dict[str, UnquotedTerm] = {}
    for term, mask in _candidates(text, masks, least):
        if term in found or term in without:
            continue
        after = sum(term in other for at, other in enumerate(others.later) if mask >> at & 1)
        if after < least:
            continue
        stop()
        before = sum(term in other for other in others.earlier)
        rise = after / len(others.later) - before / len(others.earlier)
        if rise >= _RISE:
            found[term] = UnquotedTerm(term, rise, (before, after))
    return _without_parts(sorted(found.values(), key=lambda one: (-one.score, -len(one.text), one.text)))


def frequent_terms(text: str, without: str) -> list[UnquotedTerm]:
    """Return terms of a text that another has not, by how often they occur."""
    counts = Counter(
        run[at : at + size]
        for run in _RUN.findall(text)
        for size in _LENGTHS
        for at in range(len(run) - size + 1)
    )
    found = [
        UnquotedTerm(term, float(count), None)
        for term, count in counts.items()
        if count > 2 and term not in without
    ]
    return _without_parts(sorted(found, key=lambda one: (-one.score, -len(one.text), one.text)))


def _candidates(text: str, masks: dict[str, int], least: int) -> Iterator[tuple[str, int]]:
    for run in _RUN.findall(text):
        for at in range(len(run) - _GRAM + 1):
            mask = -1
            for end in range(at + _GRAM, min(len(run), at + _LENGTHS.stop - 1) + 1):
                mask &= masks[run[end - _GRAM : end]]
                if mask.bit_count() < least:
                    break
                yield run[at:end], mask


def _without_parts(terms: list[UnquotedTerm]) -> list[UnquotedTerm]:
    """Leave out terms that overlap a better one."""
    kept: list[UnquotedTerm] = []
    grams: set[str] = set()
    for term in terms:
        own = {term.text[at : at + 3] for at in range(len(term.text) - 2)}
        if not own & grams:
            kept.append(term)
            grams |= own
    return kept
