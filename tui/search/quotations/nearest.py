"""Find the passage of a text that a reworded quotation comes from.

The sentences that share the most telling pairs of characters with the quotation are aligned with it, character by character, whatever
their numbers; the passage is what lies between the first and the last characters that both have, up to the clauses' ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from heapq import nlargest
from typing import NamedTuple

from tui.search.quotations.source import Quotation, QuotedText, Weigh

#: Windows that are aligned.
_MOST_WINDOWS = 3
#: What a further sentence must add to a window's score.
_PER_SENTENCE = 0.03
#: What a run of equal characters must have more, and each character that only the text has before the next, in equal characters.
_PER_BLOCK, _PER_CHARACTER = 0.8, 0.12
#: Characters aligned at most.
_MAX_ALIGNED = 4_000


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
    length = len(quotation.tokens.text)
    for index, value in shared.items():
        start, end = source.sentences[index]
        yield Near(start, end, value / total)
        grams = source.grams[index]
        for count, (_, next_end) in enumerate(source.sentences[index + 1 :], 1):
            if end - start >= length or next_end - start > _MAX_ALIGNED:
                break
            end, grams = next_end, grams | source.grams[index + count]
            both = sum([weights[gram] for gram in quotation.grams & grams])
            yield Near(start, end, both / total - _PER_SENTENCE * count)


def _aligned(quotation: Quotation, source: QuotedText, weigh: Weigh, window: Near) -> Near:
    """Return the part of a window that was quoted."""
    wanted = quotation.tokens.text[:_MAX_ALIGNED]
    area = source.tokens.text[window.start : window.end][:_MAX_ALIGNED]
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
    if first[0]:
        start = max(window.start, source.clause_start(start))
    if last[0] + last[2] < len(wanted):
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
