"""Find the words in which two sentences differ.

Sentences are compared word by word, where a number with its unit and a Latin word is one word each, and every other character is one by
itself. Words of several Chinese characters are not cut where the two reports tell that they are one. What is left without the changes is
the same text on both sides, exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import accumulate, islice

from tui.wording.model import Change, Span
from tui.wording.numbers import masked, number_with_unit

#: Products of how often each word is in both sentences, summed up; with more, whole clauses are compared.
_MAX_PRODUCTS = 20_000
_CLAUSES = re.compile(r"[^,，;；、:：。!！?？\n]*[,，;；、:：。!！?？\n]?")
#: The number of a five-year plan.
_PLAN = re.compile("十?[一二三四五六七八九十]五")
_CHINESE = re.compile("[\u3400-\u9fff]")
#: Equal text between changes is part of them if it has fewer characters.
_MIN_EQUAL = 2
#: Of the times a character stands in the texts, how often it is beside another with which it makes a word, at least.
_MIN_BOUND, _MIN_COUNT = 0.3, 3

#: Spans of words, not of characters: of the earlier sentence, and of the later.
_Block = tuple[int, int, int, int]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"{number_with_unit().pattern}|[A-Za-zＡ-Ｚａ-ｚ]+|(?s:.)")


class Differ:
    """Finds the changes between sentences of two texts.

    Args:
        earlier: The earlier text.
        later: The later one.
    """

    def __init__(self, earlier: str, later: str) -> None:
        self._earlier, self._later = earlier, later
        self._characters: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()
        for text in (earlier, later):
            self._characters.update(text)
            self._pairs.update(map(str.__add__, text, islice(text, 1, None)))

    def changes(self, earlier: Span, later: Span) -> tuple[Change, ...]:
        """Return what differs between two sentences, in order; both spans of a change are within those of the sentences."""
        one = _split(self._earlier[slice(*earlier)], _words())
        other = _split(self._later[slice(*later)], _words())
        blocks = _merged(_blocks(one, other), one)
        blocks = [
            part
            for block in self._with_whole_words(blocks, one, other)
            for part in _numbers_apart(block, one, other)
        ]
        starts, others = [*accumulate(map(len, one), initial=0)], [*accumulate(map(len, other), initial=0)]
        return tuple(
            Change(
                (earlier[0] + starts[a], earlier[0] + starts[b]),
                (later[0] + others[c], later[0] + others[d]),
                _differ_by_numbers(one[a:b], other[c:d]),
            )
            for a, b, c, d in blocks
        )

    def _with_whole_words(
        self, blocks: Sequence[_Block], one: Sequence[str], other: Sequence[str]
    ) -> Iterator[_Block]:
        """Yield the changes, extended where they begin or end inside a word, as far as the text that stays the same goes."""
        last = (0, 0, 0, 0)
        for index, (a, b, c, d) in enumerate(blocks):
            free = a - last[1]
            if free > 1 and self._cuts(one, other, (a, b), (c, d), at_start=True):
                a, c = a - 1, c - 1
            free = (blocks[index + 1][0] if index + 1 < len(blocks) else len(one)) - b
            if free > 1 and self._cuts(one, other, (a, b), (c, d), at_start=False):
                b, d = b + 1, d + 1
            if last[1] and last[1] >= a:
                last = (last[0], b, last[2], d)
                continue
            if last[1] or last[3]:
                yield last
            last = (a, b, c, d)
        if last != (0, 0, 0, 0):
            yield last

    def _cuts(self, one: Sequence[str], other: Sequence[str], span: Span, twin: Span, at_start: bool) -> bool:
        """Tell whether a change begins or ends inside a word, in either sentence."""
        return any(
            self._is_one_word(words, start if at_start else end, at_start)
            for words, (start, end) in ((one, span), (other, twin))
            if end > start
        )

    def _is_one_word(self, words: Sequence[str], border: int, at_start: bool) -> bool:
        """Tell whether the characters at both sides of a border make a word, more than that outside it makes one with the next."""
        if not 0 < border < len(words):
            return False
        bound = self._bound(words[border - 1], words[border])
        outside = border - 2 if at_start else border + 1
        if not 0 <= outside < len(words):
            return bound >= _MIN_BOUND
        apart = (
            self._bound(words[outside], words[border - 1])
            if at_start
            else self._bound(words[border], words[outside])
        )
        return bound >= _MIN_BOUND and bound > apart

    def _bound(self, one: str, other: str) -> float:
        """Return how often two characters are together, of the times the rarer one is in the texts."""
        if len(one) != 1 or len(other) != 1 or not (_CHINESE.match(one) and _CHINESE.match(other)):
            return 0.0
        count = self._pairs[one + other]
        least = min(self._characters[one], self._characters[other])
        return count / least if count >= _MIN_COUNT else 0.0


def _numbers_apart(block: _Block, one: Sequence[str], other: Sequence[str]) -> Iterator[_Block]:
    """Yield a change in parts: numbers that it begins or ends with on both sides are changes of their own."""
    a, b, c, d = block
    if b - a > 1 and d - c > 1:
        if _differ_by_numbers(one[a : a + 1], other[c : c + 1]):
            yield a, a + 1, c, c + 1
            a, c = a + 1, c + 1
        if b > a and d > c and _differ_by_numbers(one[b - 1 : b], other[d - 1 : d]):
            if b - a > 1 or d - c > 1:
                yield a, b - 1, c, d - 1
            yield b - 1, b, d - 1, d
            return
    yield a, b, c, d


def _differ_by_numbers(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether words are different numbers with the same units."""
    return (
        len(one) == len(other)
        and one != other
        and all(
            first == second or (_masked(first) == _masked(second) != first)
            for first, second in zip(one, other, strict=True)
        )
    )


def _masked(word: str) -> str:
    """Return a word with ``#`` for its number; a numeral by itself is none: 三 in 三农."""
    if len(word) == 1 and not word.isdigit():
        return word
    return "#" if _PLAN.fullmatch(word) else masked(word)


def _split(text: str, pattern: re.Pattern[str]) -> list[str]:
    return [match[0] for match in pattern.finditer(text) if match[0]]


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[_Block]:
    """Return what differs between two lists of words; of long ones that repeat themselves, between their clauses or as a whole."""
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    first, second = one[start : len(one) - end], other[start : len(other) - end]
    if not first and not second:
        return []
    if _products(first, second) <= _MAX_PRODUCTS:
        return [(start + a, start + b, start + c, start + d) for a, b, c, d in _differences(first, second)]
    return list(_by_clauses(first, second, start))


def _by_clauses(first: Sequence[str], second: Sequence[str], start: int) -> Iterator[_Block]:
    clauses, others = _clauses(first), _clauses(second)
    if _products(clauses, others) > _MAX_PRODUCTS:
        yield start, start + len(first), start, start + len(second)
        return
    starts = [start, *accumulate((len(each) for each in clauses), initial=start)][1:]
    twins = [start, *accumulate((len(each) for each in others), initial=start)][1:]
    for a, b, c, d in _differences(clauses, others):
        yield starts[a], starts[b], twins[c], twins[d]


def _clauses(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return words by clauses, each with its mark."""
    clauses: list[list[str]] = [[]]
    for word in words:
        clauses[-1].append(word)
        if word in ",，;；、:：":
            clauses.append([])
    return [tuple(clause) for clause in clauses if clause]


def _products(one: Sequence[object], other: Sequence[object]) -> int:
    counts = Counter(other)
    return sum([counts[word] for word in one])


def _differences(one: Sequence[object], other: Sequence[object]) -> list[_Block]:
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two lists begin with in common."""
    shared = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        shared += 1
    return shared


def _merged(blocks: Sequence[_Block], one: Sequence[str]) -> list[_Block]:
    """Return changes, those joined with but a character between them."""
    merged: list[_Block] = []
    for a, b, c, d in blocks:
        if merged and _is_island(one[merged[-1][1] : a]):
            merged[-1] = (merged[-1][0], b, merged[-1][2], d)
        else:
            merged.append((a, b, c, d))
    return merged


def _is_island(words: Sequence[str]) -> bool:
    """Tell whether equal words between two changes are too short to stand by themselves; marks and numbers are not."""
    text = "".join(words)
    return len(text) < _MIN_EQUAL and bool(_CHINESE.match(text))
