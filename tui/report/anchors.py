"""Find a quoted passage again in a text that may have changed: by its words and by what stands around it.

A quote is what the Web Annotation model calls a text quote selector, with the offset it had. Marks and spaces may be others when a
report is converted again, so that a quote that is not found as it is is looked for by its letters and digits.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

#: Characters kept before and behind a passage.
CONTEXT = 32
#: Characters around a passage that must be the same, counted together; all there are, if those are fewer.
_MIN_CONTEXT = 8
#: Letters of a passage that occurs once, from which on it is found whatever stands around it.
_TELLING = 12
#: Occurrences that are compared; a passage that occurs more often is found only with all that stood around it.
_MAX_OCCURRENCES = 500


class Quote(NamedTuple):
    """A passage.

    Attributes:
        exact: Its characters.
        prefix: The characters before it.
        suffix: The characters behind it.
        start: The offset it had.
    """

    exact: str
    prefix: str
    suffix: str
    start: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """Return the quote of a half-open span."""
        return cls(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def context_around(text: str, start: int, end: int, prefix: str, suffix: str) -> tuple[int, int]:
    """Return how many characters before and behind a half-open span are the same as those that stood there."""
    before = same_characters(reversed(prefix), reversed(text[max(0, start - len(prefix)) : start]))
    return before, same_characters(suffix, text[end : end + len(suffix)])


def same_characters(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many characters two texts begin with are the same."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


class QuoteFinder:
    """Finds quotes in a text.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, quote: Quote) -> tuple[int, int] | None:
        """Return the half-open span of a passage, None if it is not in the text any more.

        A short one, or one that occurs several times, is found only where enough of what stood around it is the same.
        """
        if not quote.exact:
            return None
        start = _find_in(self._text, quote)
        if start is not None:
            return start, start + len(quote.exact)
        return self._find_letters(quote)

    def _find_letters(self, quote: Quote) -> tuple[int, int] | None:
        """Return where the letters and digits of a passage are, with the marks that end it."""
        letters, offsets = self._letters
        exact, prefix, suffix = map(_letters_of, quote[:3])
        if not exact:
            return None
        start = _find_in(letters, Quote(exact, prefix, suffix, _position(offsets, quote.start)))
        if start is None:
            return None
        end = offsets[start + len(exact) - 1] + 1
        marks = quote.exact[len(quote.exact.rstrip()) - _marks_at_end(quote.exact) :]
        return offsets[start], end + same_characters(marks, self._text[end:])

    @cached_property
    def _letters(self) -> tuple[str, array[int]]:
        """The letters and digits of the text, and the offset of each."""
        offsets = array("I", (offset for offset, character in enumerate(self._text) if character.isalnum()))
        return "".join([self._text[offset] for offset in offsets]), offsets


def _find_in(text: str, quote: Quote) -> int | None:
    """Return where a passage begins in a text."""
    exact, prefix, suffix, start = quote
    if text.startswith(prefix + exact + suffix, start - len(prefix)) and start >= len(prefix):
        return start
    found: list[int] = []
    at = text.find(exact)
    while at >= 0 and len(found) <= _MAX_OCCURRENCES:
        found.append(at)
        at = text.find(exact, at + 1)
    if len(found) > _MAX_OCCURRENCES:
        whole = text.find(prefix + exact + suffix) if prefix or suffix else -1
        return whole + len(prefix) if whole >= 0 else None
    fits = [
        (sum(context_around(text, at, at + len(exact), prefix, suffix)), -abs(at - start)) for at in found
    ]
    if not fits:
        return None
    (same, _), best = max(zip(fits, found, strict=True))
    is_telling = len(found) == 1 and sum(map(str.isalnum, exact)) >= _TELLING
    return best if is_telling or same >= min(_MIN_CONTEXT, len(prefix) + len(suffix)) else None


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _marks_at_end(text: str) -> int:
    """Return how many marks a text ends with, spaces apart."""
    text = text.rstrip()
    return next((count for count, one in enumerate(reversed(text)) if one.isalnum()), len(text))


def _position(offsets: array[int], offset: int) -> int:
    from bisect import bisect_left

    return bisect_left(offsets, offset)
