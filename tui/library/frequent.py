"""Count what a report says often when it is added, so that counting it in a library reads no text.

Kept are sequences of :data:`LENGTHS` letters that occur at least :data:`OFTEN` times in a report, pairs :data:`OFTEN_PAIRS` times, with the hits that a search
finds, apart for review and plan. Of what is not kept, nothing is known: the index tells where it may be.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, pairwise

from tui.library.grams import IndexedText, as_indexed

LENGTHS = range(2, 7)
OFTEN = 6
#: Pairs are counted by the index, too: here are those that occur so often that this takes longer.
OFTEN_PAIRS = 16
#: Between a sequence and its two counts, each of which is a character, from the second on.
_MARK, _ZERO = "\ue000", 0xE100
_MOST = 0xF8FF - _ZERO
_QUERY = "SELECT doc, term FROM frequent_word WHERE term >= ? AND term < ?"


def frequent_words(paragraphs: Iterable[tuple[str, str]], text: IndexedText | None = None) -> str:
    """Return the words of the index for the paragraphs of a report: what is frequent, and how often it occurs.

    Args:
        paragraphs: The tense and the folded characters of each, in order.
        text: The same characters as they are written in the index, if they are at hand.
    """
    runs = list(paragraphs)
    text = text or IndexedText("".join(folded for _, folded in runs))
    is_plan = b"".join(len(folded) * (b"\1" if tense == "plan" else b"\0") for tense, folded in runs)
    words = (
        sequence + _MARK + chr(_ZERO + total - plan) + chr(_ZERO + plan)
        for sequence, total, plan in _frequent(text, is_plan)
        if total <= _MOST
    )
    return " ".join(words)


def frequent_counts(connection: sqlite3.Connection, folded: str, tense: str | None) -> dict[int, int]:
    """Return how often a folded text occurs in the reports for which that is kept, by their ids.

    Args:
        connection: The library.
        folded: The text.
        tense: ``plan`` or ``review`` to count only there.
    """
    word = as_indexed(folded)
    rows = connection.execute(_QUERY, (word + _MARK, word + chr(ord(_MARK) + 1)))
    if tense is not None:
        place = -1 if tense == "plan" else -2
        return {report: ord(word[place]) - _ZERO for report, word in rows}
    return {report: ord(word[-1]) + ord(word[-2]) - 2 * _ZERO for report, word in rows}


def _frequent(text: IndexedText, is_plan: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """Yield what is frequent, how often it occurs, and how often in plans."""
    written, sequences = text.written, text.pairs
    positions: Sequence[int] = range(len(written) - 1)
    for size in LENGTHS:
        totals = Counter(sequences)
        kept = {sequence for sequence, total in totals.items() if total >= OFTEN and sequence.isalnum()}
        are_kept = list(map(kept.__contains__, sequences))
        found = list(compress(positions, are_kept))
        in_plan = Counter(compress(compress(sequences, are_kept), map(is_plan.__getitem__, found)))
        for sequence in kept:
            if (size > 2 or totals[sequence] >= OFTEN_PAIRS) and _is_counted(sequence):
                yield sequence, totals[sequence], in_plan[sequence]
        positions = [at for at, following in pairwise(found) if following == at + 1]
        sequences = [written[at : at + size + 1] for at in positions]


def _is_counted(sequence: str) -> bool:
    """Tell whether all occurrences of letters and digits are hits: none overlap, and no number may be part of a longer one."""
    ends = sequence[0], sequence[-1]
    return sequence[0] not in sequence[1:] and not any(character.isdigit() for character in ends)
