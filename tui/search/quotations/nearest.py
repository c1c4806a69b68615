"""Find the passage of a text that a reworded quotation comes from.

The sentences that share the most telling pairs of characters with the quotation are aligned with it, character by character, whatever
their numbers; the passage is what lies between the first and the last characters that both have, up to the clauses' ends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from heapq import nlargest
from typing import NamedTuple

from tui.search.quotations.source import Quotation, QuotedText, Weigh

#: Windows that are aligned.
_MOST_WINDOWS = 3
#: Sentences at which windows begin, sentences before each that are tried, too, and those that follow.
_MOST_SENTENCES, _MOST_BEFORE, _MOST_BEHIND = 8, 12, 80
#: How much longer than the quotation a window may be.
_LONGER = 1.3
#: Products of how often each character is in both, summed up; with more, the window is not cut down.
_MAX_PRODUCTS = 100_000
#: What a further sentence must add to a window's score.
_PER_SENTENCE = 0.03
#: What a run of equal characters must have more, and each character that only the text has before the next, in equal characters.
_PER_BLOCK, _PER_CHARACTER = 0.8, 0.12
#: Characters aligned at most.
_MAX_ALIGNED = 4_000


#: A run at an end of the quotation that is no longer may be part of another word.
_SHORT_BLOCK = 2
#: A run of equal characters: its offset in the quotation, its offset in the window, and its length.
_Block = tuple[int, int, int]


class Near(NamedTuple):
    """A passage like a quotation: a half-open span of tokens, and how much of the quotation it has, from 0 to 1."""

    start: int
    end: int
    score: float


def nearest(quotation: Quotation, source: QuotedText, weigh: Weigh) -> Near | None:
    """Return the passage that is most like a quotation; None if nothing is alike."""
    windows = nlargest(
        _MOST_WINDOWS, _windows(quotation, source, weigh), key=lambda near: (near.score, -near.start)
    )
    found = [_aligned(quotation, source, weigh, window) for window in windows]
    return max(found, key=lambda near: (near.score, -near.start), default=None)


def _windows(quotation: Quotation, source: QuotedText, weigh: Weigh) -> Iterator[Near]:
    """Yield sentences, and as many following ones as the quotation is long, with what they share with it."""
    weights = {gram: weigh(gram) for gram in quotation.grams}
    total = sum(weights.values())
    shared: dict[int, float] = defaultdict(float)
    for gram, weight in weights.items():
        for index in source.with_gram(gram):
            shared[index] += weight
    if not total:
        return
    for index in _starts(quotation, source, shared):
        yield from _from_sentence(quotation, source, weights, index)


def _starts(quotation: Quotation, source: QuotedText, shared: dict[int, float]) -> set[int]:
    """Return the sentences at which a passage may begin: those that share most, and some before them if the quotation is longer."""
    starts = set()
    for index in nlargest(_MOST_SENTENCES, shared, key=lambda index: (shared[index], -index)):
        end = source.sentences[index][1]
        for first in range(index, max(-1, index - _MOST_BEFORE), -1):
            if first != index and end - source.sentences[first][0] > len(quotation.tokens.text) * _LONGER:
                break
            starts.add(first)
    return starts


def _from_sentence(
    quotation: Quotation, source: QuotedText, weights: dict[str, float], index: int
) -> Iterator[Near]:
    """Yield a sentence, and more and more with those that follow it, up to the length of the quotation."""
    total, length = sum(weights.values()), len(quotation.tokens.text)
    start = source.sentences[index][0]
    grams: frozenset[str] = frozenset()
    for more in range(_MOST_BEHIND):
        if index + more == len(source.sentences):
            break
        end = source.sentences[index + more][1]
        if more and end - start > _MAX_ALIGNED:
            break
        grams |= source.grams[index + more]
        both = sum([weights[gram] for gram in quotation.grams & grams])
        yield Near(start, end, both / total - _PER_SENTENCE * more)
        if end - start >= length:
            break


def _aligned(quotation: Quotation, source: QuotedText, weigh: Weigh, window: Near) -> Near:
    """Return the part of a window that was quoted."""
    wanted = quotation.tokens.text[:_MAX_ALIGNED]
    area = source.tokens.text[window.start : window.end][:_MAX_ALIGNED]
    counts = Counter(area)
    if sum([counts[character] for character in wanted]) > _MAX_PRODUCTS:
        return window
    blocks = [
        (block.a, block.b, block.size)
        for block in SequenceMatcher(None, wanted, area, autojunk=False).get_matching_blocks()
        if block.size
    ]
    blocks = _together(blocks)
    if not blocks:
        return window
    first, last = blocks[0], blocks[-1]
    start, end = window.start + first[1], window.start + last[1] + last[2]
    if first[0] or first[2] <= _SHORT_BLOCK:
        start = max(window.start, source.clause_start(start))
    if last[0] + last[2] < len(wanted) or last[2] <= _SHORT_BLOCK:
        end = min(window.end, source.clause_end(end - 1))
    return Near(start, max(end, start + 1), window.score)


def _together(blocks: list[_Block]) -> list[_Block]:
    """Return the run of blocks that has most of the quotation for the least that is between them in the text only."""
    best, best_gain = (0, 0), 0.0
    begin, gain = 0, 0.0
    for index, (first, start, size) in enumerate(blocks):
        if index:
            before = blocks[index - 1]
            gap, own_gap = start - before[1] - before[2], first - before[0] - before[2]
            gain -= _PER_CHARACTER * max(0, gap - own_gap)
        if gain <= 0:
            begin, gain = index, 0.0
        gain += size - _PER_BLOCK
        if gain > best_gain:
            best, best_gain = (begin, index + 1), gain
    return blocks[slice(*best)]
