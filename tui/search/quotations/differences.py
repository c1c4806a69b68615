"""Tell what differs between a quotation and the passage it comes from: numbers with their units, and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from tui.metrics.units import UNIT
from tui.search.quotations.tokens import NUMBER, Tokens, same_value

#: Equal characters between two differences that are fewer than this are part of one.
_MIN_EQUAL = 2
#: Characters of a unit at most.
_MAX_UNIT = 6
#: Products of how often each character is in both texts, summed up; with more, the texts differ as a whole.
_MAX_PRODUCTS = 200_000


class Difference(NamedTuple):
    """What differs.

    Attributes:
        report: Half-open span of the squeezed passage; empty where the quotation has more.
        quotation: Half-open span of the squeezed quotation; empty where it has less.
        is_number: Whether it is a number or its unit.
        is_same: Whether it is a number of the same value, written in another way.
    """

    report: tuple[int, int]
    quotation: tuple[int, int]
    is_number: bool
    is_same: bool


class _Block(NamedTuple):
    """Tokens that differ: half-open spans in the report's passage and in the quotation."""

    start: int
    end: int
    first: int
    last: int
    is_number: bool


_UNITS = f"个?百分点|{UNIT}"


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(_UNITS)


def unit_length(masked: str, start: int) -> int:
    """Return how many characters the unit at an offset of a masked text has; 0 if there is none."""
    match = _unit().match(masked[start : start + _MAX_UNIT])
    return len(match[0]) if match else 0


def differences(report: Tokens, quotation: Tokens) -> list[Difference]:
    """Return what differs between a passage and a quotation, in order."""
    blocks = _merged(_with_units(list(_blocks(report, quotation)), report, quotation))
    return [
        Difference(
            report.span(block.start, block.end),
            quotation.span(block.first, block.last),
            block.is_number,
            block.is_number and _is_same(block, report, quotation),
        )
        for block in blocks
    ]


def _is_same(block: _Block, report: Tokens, quotation: Tokens) -> bool:
    """Tell whether the numbers of a block have the same value and the same unit."""
    units = report.text[block.start + 1 : block.end], quotation.text[block.first + 1 : block.last]
    return units[0] == units[1] and same_value(report.token(block.start), quotation.token(block.first))


def _blocks(report: Tokens, quotation: Tokens) -> Iterator[_Block]:
    """Yield what differs, token by token; a number that is another one is a block of its own."""
    one, other = report.text, quotation.text
    if sum([other.count(character) * one.count(character) for character in set(one)]) > _MAX_PRODUCTS:
        yield _Block(0, len(one), 0, len(other), False)
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _Block(a, b, c, d, False)
            continue
        for index in report.numbers(a, b):
            if report.token(index) != quotation.token(index - a + c):
                yield _Block(index, index + 1, index - a + c, index - a + c + 1, True)


def _with_units(blocks: list[_Block], report: Tokens, quotation: Tokens) -> Iterator[_Block]:
    """Yield what differs, with the units behind numbers; another unit makes another number."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        if not block.is_number and (before := _number_before(block, report, quotation)):
            yield block._replace(start=block.start - before, first=block.first - before, is_number=True)
        elif (
            block.is_number
            and follows is not None
            and (block.end, block.last) == (follows.start, follows.first)
            and _number_before(follows, report, quotation) == 1
        ):  # 7.5% and 7个百分点 are numbers, 32个 and 4亿元 tell of different things
            is_rate = "%" in report.token(block.start) + quotation.token(block.first)
            yield _Block(block.start, follows.end, block.first, follows.last, is_rate)
            index += 1
        elif block.is_number and follows is not None and _goes_on(block, follows, report, quotation):
            yield _Block(block.start, follows.end, block.first, follows.last, True)
            index += 1
        elif block.is_number:
            length = _unit_behind(block, report, quotation)
            limit = follows.start - block.end if follows is not None else length
            length = length if length <= limit else 0
            yield block._replace(end=block.end + length, last=block.last + length)
        else:
            yield block
        index += 1


def _goes_on(block: _Block, follows: _Block, report: Tokens, quotation: Tokens) -> bool:
    """Tell whether what follows a number are but more numbers: 3、5个 and 35个."""
    texts = report.text[follows.start : follows.end] + quotation.text[follows.first : follows.last]
    return (block.end, block.last) == (follows.start, follows.first) and not texts.strip(NUMBER + ",-:.")


def _number_before(block: _Block, report: Tokens, quotation: Tokens) -> int:
    """Return how many tokens before a block a number is, if only units differ behind it: 平方米 and 平方公里; 0 if there is none."""
    at = report.text.rfind(NUMBER, max(0, block.start - _MAX_UNIT), block.start)
    before = block.start - at
    if (
        at < 0
        or before > block.first
        or block.end - at > _MAX_UNIT + 1
        or block.last - block.first > _MAX_UNIT
    ):
        return 0
    units = report.text[at + 1 : block.end], quotation.text[block.first - before + 1 : block.last]
    if quotation.text[block.first - before] != NUMBER or not any(units):
        return 0
    return before if all(not unit or _unit().fullmatch(unit) for unit in units) else 0


def _unit_behind(block: _Block, report: Tokens, quotation: Tokens) -> int:
    """Return how many characters the unit behind a number has, if it is the same on both sides."""
    units = [
        match[0] if (match := _unit().match(text)) else ""
        for text in (
            report.text[block.end : block.end + _MAX_UNIT],
            quotation.text[block.last : block.last + _MAX_UNIT],
        )
    ]
    return len(units[0]) if units[0] == units[1] else 0


def _merged(blocks: Iterable[_Block]) -> list[_Block]:
    """Return the blocks, those of words joined that have but a character between them."""
    merged: list[_Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if (
            last is not None
            and not last.is_number
            and not block.is_number
            and max(block.start - last.end, block.first - last.last) < _MIN_EQUAL
        ):
            merged[-1] = _Block(last.start, block.end, last.first, block.last, False)
        else:
            merged.append(block)
    return merged
