"""Fold the paragraphs of a report for searching, and index them by pairs of characters, and how often these are in them.

A term may run over a line break (政府工作\\n报告), and whether a number is a whole one depends on what stands around it. So a
paragraph is kept with some folded characters of those before and behind it: every occurrence that begins in it, up to
:data:`MAX_TERM_CHARACTERS`, is found in what is kept, exactly as in the whole text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import count
from operator import add
from typing import NamedTuple

from tui.search.fold import MARKS, fold

#: Folded characters kept of the text before a paragraph, and of that behind it.
AROUND_CHARACTERS = 16
#: The longest term, folded, that is sure to be found: two characters behind it tell whether a number is whole.
MAX_TERM_CHARACTERS = AROUND_CHARACTERS - 2
#: Pairs that are indexed of the text behind a paragraph: so many, and one more, tell where a term may be.
_BEHIND_PAIRS = 3
#: Bits of a dropped character that tell which mark it is: 0 is white space, other numbers are one more than its index.
MARK_BITS = 5
#: Stands for marks between clauses and for the end of a text: no indexed pair begins with it.
_END = "\uffe0"
#: Behind a pair of letters, how often it begins in a paragraph, unless once: a character, from the one for 0 on.
_ZERO = 0xE100
#: Behind a pair of letters that begins in a paragraph and ends behind it.
_ACROSS = "\ue000"
#: How characters are written in the index: ASCII ones full-width, which SQLite's ``ascii`` tokenizer takes for letters.
_WRITTEN = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | dict.fromkeys(
    map(ord, ",。、;:!?()"), ord(_END)
)


class FoldedParagraph(NamedTuple):
    """A paragraph as it is searched.

    Attributes:
        start: Half-open span of the report's text, without the line break.
        end: One past its last character.
        lead: How many folded characters of those before it are kept.
        length: How many folded characters it has itself.
        folded: The characters before it, its own, and those behind it.
        dropped: What folding dropped from its start on, up to the last character kept: for each a number, which is 32
            times the characters kept from the paragraph's start up to it, plus which mark it is.
    """

    start: int
    end: int
    lead: int
    length: int
    folded: str
    dropped: str


def folded_paragraphs(text: str) -> Iterator[FoldedParagraph]:
    """Yield the paragraphs of a text that have more than white space."""
    whole = fold(text, False)
    kept = whole.dropped
    offsets = list(map(add, kept, count()))
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        length = len(line) - (last - first)
        if length:
            at = start - first
            stop = at + length + AROUND_CHARACTERS
            dropped = range(first, bisect_left(kept, stop, last))
            yield FoldedParagraph(
                start,
                end,
                min(at, AROUND_CHARACTERS),
                length,
                whole.text[max(0, at - AROUND_CHARACTERS) : stop],
                " ".join(
                    str((kept[index] - at << MARK_BITS) + MARKS.find(text[offsets[index]]) + 1)
                    for index in dropped
                ),
            )
        start = end + 1


class IndexedText:
    """The folded paragraphs of a text as they are written in the index, with each pair of characters made once for all uses.

    Args:
        folded: What the paragraphs have themselves, in order.

    Attributes:
        written: The same as it is written in the index.
        pairs: The pairs of neighbouring characters in it, in order; the last one is of the last character and the end.
    """

    def __init__(self, folded: str) -> None:
        self.written = as_indexed(folded)
        self.pairs = _pairs_of(self.written + _END)

    def grams_at(self, start: int, length: int) -> str:
        """Return the words of the index for the paragraph of some characters from one on; as :func:`grams_of`."""
        return _words_of(self.pairs[start : start + length + _BEHIND_PAIRS], length)


def grams_of(paragraph: FoldedParagraph) -> str:
    """Return the words of the index for a paragraph: the pairs of characters that begin in it or soon behind it, and their counts."""
    return _words_of(_pairs_of(as_indexed(paragraph.folded[paragraph.lead :]) + _END), paragraph.length)


def _pairs_of(text: str) -> list[str]:
    return list(map(add, text, text[1:]))


def _words_of(pairs: list[str], length: int) -> str:
    """Return the words of the index for a paragraph.

    Args:
        pairs: The pairs of characters that begin in it, and some of those that begin behind it.
        length: How many begin in it.
    """
    all_counts = Counter(pairs[:length])
    counts = {pair: count for pair, count in all_counts.items() if _END not in pair}
    others = dict.fromkeys(pairs[length : length + _BEHIND_PAIRS])
    behind = [pair for pair in others if _END not in pair and pair not in counts]
    # A letter with a mark or an end behind it is found as the first of another pair, if it is that anywhere.
    firsts = {pair[0] for pair in counts}
    firsts.add(_END)
    alone = [pair for pair in all_counts if pair[1] == _END and pair[0] not in firsts]
    words = [*counts, *behind, *alone]
    words += [counted_pair(pair, count) for pair, count in counts.items() if count > 1 and _is_counted(pair)]
    words += [counted_pair(pair, 0) for pair in behind if _is_counted(pair)]
    last = pairs[length - 1]
    if _END not in last and _is_counted(last):
        words.append(across(last))
    return " ".join(words)


def counted_pair(written: str, count: int) -> str:
    """Return the word of the index for a pair that begins in a paragraph another number of times than once."""
    return written + chr(_ZERO + count)


def across(written: str) -> str:
    """Return the word of the index for a pair that begins in a paragraph and ends behind it."""
    return written + _ACROSS


def count_of(word: str) -> int:
    """Return the count in a word that :func:`counted_pair` returned."""
    return ord(word[-1]) - _ZERO


def is_pair(folded: str) -> bool:
    """Tell whether the index knows how often a folded text begins in a paragraph."""
    return len(folded) == 2 and _is_counted(as_indexed(folded))


def pairs_query(term: str) -> str:
    """Return the query of the index for the paragraphs that may hold a folded term; empty if any may.

    That is its first pairs, or the pairs that begin with its only letter; behind a mark that may stand behind the paragraph.
    """
    written = as_indexed(term[: _BEHIND_PAIRS + 2])
    pairs = [pair for pair in dict.fromkeys(map(add, written, written[1:])) if _END not in pair]
    if pairs:
        return " AND ".join(f'"{pair}"' for pair in pairs)
    letter = written[:1].replace(_END, "")
    return f'"{letter}"*' if letter else ""


def as_indexed(text: str) -> str:
    """Return a folded text as it is written in the index."""
    return text.translate(_WRITTEN)


def _is_counted(pair: str) -> bool:
    """Tell whether a pair is of two letters that differ: then none of its occurrences overlap."""
    return pair[0] != pair[1] and pair.isalpha()
