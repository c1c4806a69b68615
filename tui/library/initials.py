"""Find paragraphs by the initials of two characters that follow one another: which paragraphs of a report have which.

Kept are the letters with which a character may begin in any of its readings, so that no match of pinyin is missed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise, product
from operator import add

from tui.search.readings import default_readings

_LETTERS = "abcdefghjklmnopqrstwxyz"
_FIRST_CLASS = 0x100
_NONE = "\0"
_QUERY = "SELECT report, first, paragraphs, pairs FROM initials ORDER BY first"


class _Table(dict[int, str]):
    """Code points, and a character for the set of initials that each may have."""

    def __missing__(self, code: int) -> str:
        return _NONE


@cache
def _classes() -> tuple[_Table, Mapping[str, str]]:
    """Return the class of each character, and the initials of each class."""
    readings = default_readings()
    names = {code: name for name, code in readings.codes.items()}
    table, classes = _Table(), dict[str, str]()
    for code in readings.set_table:
        initials = "".join(sorted({names[one][0] for one in readings.all_of(chr(code))}))
        table[code] = classes.setdefault(initials, chr(_FIRST_CLASS + len(classes)))
    return table, {one: initials for initials, one in classes.items()}


@cache
def _slots(pair: str) -> tuple[int, ...]:
    """Return which pairs of initials a pair of classes may be."""
    _, initials = _classes()
    if _NONE in pair:
        return ()
    return tuple(_slot(*letters) for letters in product(initials[pair[0]], initials[pair[1]]))


def _slot(one: str, other: str) -> int:
    return _LETTERS.index(one) * len(_LETTERS) + _LETTERS.index(other)


def initial_pairs(texts: Iterable[str]) -> bytes:
    """Return for each pair of initials a bit for each paragraph that has it.

    Args:
        texts: The folded characters of each paragraph, and those behind it.
    """
    table, _ = _classes()
    found = [0] * len(_LETTERS) ** 2
    count = 0
    for count, text in enumerate(texts, 1):
        bit = 1 << count - 1
        classes = text.translate(table)
        for pair in set(map(add, classes, classes[1:])):
            for slot in _slots(pair):
                found[slot] |= bit
    size = _size(count)
    return b"".join(bits.to_bytes(size, "little") for bits in found)


def paragraphs_with(
    connection: sqlite3.Connection, spellings: Iterable[str], others: Iterable[int]
) -> Iterator[tuple[int, list[int]]]:
    """Yield reports, and which of their paragraphs have all pairs of initials of some spelling, by their ids.

    Args:
        connection: The library.
        spellings: Initials of characters that follow one another.
        others: Ids of paragraphs to yield, too, in order.
    """
    slots = _least([frozenset(_slot(*pair) for pair in pairwise(spelling)) for spelling in spellings])
    rest = iter(others)
    other = next(rest, None)
    for report, first, count, pairs in connection.execute(_QUERY):
        found = _bits(pairs, count, slots)
        while other is not None and other < first + count:
            found |= 1 << other - first
            other = next(rest, None)
        if found:
            yield report, [first + index for index in range(count) if found >> index & 1]


def _bits(pairs: bytes, count: int, slots: Iterable[frozenset[int]]) -> int:
    """Return a bit for each paragraph that has all of some slots."""
    size = _size(count)
    found = 0
    for wanted in slots:
        bits = (1 << count) - 1
        for slot in wanted:
            bits &= int.from_bytes(pairs[slot * size : (slot + 1) * size], "little")
            if not bits:
                break
        found |= bits
    return found


def _least(sets: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Return the sets that hold none of the others: what has all of a set has all of those in it."""
    least: list[frozenset[int]] = []
    for one in sorted(set(sets), key=len):
        if not any(other <= one for other in least):
            least.append(one)
    return least


def _size(count: int) -> int:
    return (count + 7) // 8
