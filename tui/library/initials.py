"""How the characters of a report begin when they are read, so that letters are searched as pinyin without reading its text.

Each folded character of a report has a byte, its class: the initial as it is read in its word, and the initials of all its readings.
An initial is one character here: ``Z``, ``C`` and ``S`` are zh, ch and sh.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

from tui.search.readings import default_readings

#: Initials of two letters.
DOUBLE = ("zh", "ch", "sh")
#: The class of what is not read, and what stands for its initial.
_NONE, _SILENT = 0, b"-"
#: A length that goes on with the next one.
_LONGEST = 0xFFFF


class Initials(NamedTuple):
    """What a class stands for.

    Attributes:
        read: The initial of a character as it is read in its word.
        every: The initials of all its readings.
    """

    read: str
    every: str


class _Numbers(dict[str, int]):
    """The codes of how a character is read and of all its readings, and the number of its class."""

    def __missing__(self, codes: str) -> int:
        return _NONE


@cache
def _classes() -> tuple[_Numbers, tuple[Initials, ...]]:
    """Return the numbers of the classes by codes, and the classes from number 1 on."""
    readings = default_readings()
    initials = {code: _initial(name) for name, code in readings.codes.items()}
    found: dict[str, Initials] = {}
    for character, code in readings.set_table.items():
        codes = readings.all_of(chr(character))
        every = "".join(sorted({initials[one] for one in codes}))
        found.update({one + code: Initials(initials[one], every) for one in codes})
    classes = sorted(set(found.values()))
    numbers = {one: number for number, one in enumerate(classes, 1)}
    return _Numbers({codes: numbers[one] for codes, one in found.items()}), tuple(classes)


def _initial(name: str) -> str:
    return name[0].upper() if name.startswith(DOUBLE) else name[0]


def classes_of(folded: str) -> bytes:
    """Return the class of each folded character of a report."""
    readings = default_readings()
    numbers, _ = _classes()
    codes = map(add, readings.of(folded), folded.translate(readings.set_table))
    return bytes(map(numbers.__getitem__, codes))


@cache
def as_read() -> bytes:
    """Return the initial of each class as it is read, for ``bytes.translate``."""
    _, classes = _classes()
    return (_SILENT + "".join(one.read for one in classes).encode()).ljust(256, _SILENT)


@cache
def classes_with(initials: str) -> bytes:
    """Return the classes that have one of some initials in any reading."""
    _, classes = _classes()
    return bytes(number for number, one in enumerate(classes, 1) if not set(initials).isdisjoint(one.every))


@cache
def classes_read(initials: str) -> bytes:
    """Return the classes that have one of some initials as they are read."""
    _, classes = _classes()
    return bytes(number for number, one in enumerate(classes, 1) if one.read in initials)


def taken_by(part: str) -> str:
    """Return the initials of the characters that take a part of letters: one letter, or ``zh``, or a syllable."""
    if len(part) == 1:
        return part + part.upper() if part in "zcs" else part
    return _initial(part)


def lengths_of(counts: Iterable[int]) -> bytes:
    """Return the folded characters of each paragraph of a report as they are kept."""
    lengths = array("H")
    for count in counts:
        lengths.extend([_LONGEST] * (count // _LONGEST))
        lengths.append(count % _LONGEST)
    return lengths.tobytes()


def ends_of(lengths: bytes) -> list[int]:
    """Return where the paragraphs of a report end, in folded characters.

    Args:
        lengths: As :func:`lengths_of` returns them.
    """
    numbers = array("H")
    numbers.frombytes(lengths)
    ends = list(accumulate(numbers))
    if _LONGEST in numbers:
        return [end for end, number in zip(ends, numbers, strict=True) if number != _LONGEST]
    return ends
