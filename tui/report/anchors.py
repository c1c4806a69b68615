"""Find a quoted passage again in a text that may have changed: by its words and by what stands around it.

A quote is what the Web Annotation model calls a text quote selector, with the offset it had. Marks and spaces may be others when a
report is converted again, so that a quote that is not found as it is is looked for by its letters and digits. If these were changed, too,
it is where most of them are, between what stood around it; then the place is likely, not certain.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from tui.report.near_quotes import NearQuotes

#: Characters kept before and behind a passage.
CONTEXT = 32
#: Characters around a passage that must be the same, counted together, and with those of the passage; all there are, if those are
#: fewer.
_MIN_CONTEXT, _MIN_SAME = 8, 20
#: Letters of a passage that occurs once, from which on it is found whatever stands around it.
_TELLING = 12
#: Occurrences that are compared; a passage that occurs more often is found only with all that stood around it.
_MAX_OCCURRENCES = 500
#: How the first part of a number ends, and how its second part begins.
_NUMBER_END, _NUMBER_BEGIN = re.compile(r"[0-9][.．]?$"), re.compile(r"[.．]?[0-9]")


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


class Found(NamedTuple):
    """Where a passage is.

    Attributes:
        span: Its half-open offsets.
        is_likely: Whether its words, or those around it, are others than they were, so that it is likely rather than certain.
    """

    span: tuple[int, int]
    is_likely: bool = False


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
    """Finds quotes in a text, each of them once.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[Quote, Found | None] = {}

    def find(self, quote: Quote) -> Found | None:
        """Return where a passage is, None if it is not in the text any more.

        It is certain where its letters are the same, and enough of what stood around them.
        """
        if quote not in self._found:
            self._found[quote] = self._look_for(quote) if quote.exact else None
        return self._found[quote]

    def _look_for(self, quote: Quote) -> Found | None:
        start = _find_in(self._text, quote)
        found = Found((start, start + len(quote.exact))) if start is not None else self._find_letters(quote)
        if found is None or _cuts_number(self._text, found.span, quote):
            return None
        return found

    def _find_letters(self, quote: Quote) -> Found | None:
        """Return where the letters and digits of a passage are, or most of them, with the marks that end it."""
        letters, offsets = self._letters
        exact, prefix, suffix = map(_letters_of, quote[:3])
        if not exact:
            return None
        start = _find_in(letters, Quote(exact, prefix, suffix, _position(offsets, quote.start)))
        span = (start, start + len(exact)) if start is not None else self._near.find(exact, prefix, suffix)
        if span is None:
            span = self._find_elsewhere(exact, prefix, suffix)
        if span is None:
            return None
        end = offsets[span[1] - 1] + 1
        marks = quote.exact[len(quote.exact.rstrip()) - _marks_at_end(quote.exact) :]
        end += same_characters(marks, self._text[end:])
        return Found((offsets[span[0]], end), start is None)

    def _find_elsewhere(self, exact: str, prefix: str, suffix: str) -> tuple[int, int] | None:
        """Return where a telling passage is that the text has once, if it was not cut out of where it stood."""
        letters, _ = self._letters
        if len(exact) < _TELLING or letters.count(exact) != 1 or self._near.is_cut_out(exact, prefix, suffix):
            return None
        start = letters.index(exact)
        return start, start + len(exact)

    @cached_property
    def _near(self) -> NearQuotes:
        return NearQuotes(self._letters[0])

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
    around = len(prefix) + len(suffix)
    is_enough = same >= min(_MIN_CONTEXT, around) and len(exact) + same >= min(_MIN_SAME, len(exact) + around)
    return best if is_enough else None


def _cuts_number(text: str, span: tuple[int, int], quote: Quote) -> bool:
    """Return whether a passage begins or ends in the middle of a number where it did not before: ``5%`` of ``6.5%``."""
    start, end = span
    exact, before, behind = text[start:end], text[max(0, start - 2) : start], text[end : end + 2]
    return (_joins(before, exact) and not _joins(quote.prefix, quote.exact)) or (
        _joins(exact, behind) and not _joins(quote.exact, quote.suffix)
    )


def _joins(left: str, right: str) -> bool:
    """Return whether two texts that follow one another have a number between them that is in both."""
    return _NUMBER_END.search(left) is not None and _NUMBER_BEGIN.match(right) is not None


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _marks_at_end(text: str) -> int:
    """Return how many marks a text ends with, spaces apart."""
    text = text.rstrip()
    return next((count for count, one in enumerate(reversed(text)) if one.isalnum()), len(text))


def _position(offsets: array[int], offset: int) -> int:
    from bisect import bisect_left

    return bisect_left(offsets, offset)
