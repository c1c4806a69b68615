"""Check a quotation against a text: is it there, was a number changed, was it reworded, or is nothing like it there?"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import reduce
from itertools import islice

from tui.search.fold import fold
from tui.search.quotations.differences import Difference, differences, unit_length
from tui.search.quotations.model import MIN_SCORE, Apart, Kind, Pair, Passage
from tui.search.quotations.nearest import Near, nearest
from tui.search.quotations.source import Quotation, QuotedText, Weigh
from tui.search.quotations.squeezed import MAX_OCCURRENCES, occurrences
from tui.search.quotations.tokens import NUMBER, Tokens, same_value

#: Characters besides numbers that a quotation has at least, for another number to be a changed one: 增长7% is no change of 增长8%.
_MIN_WORDS = 5
#: Passages looked at that differ by numbers, and that begin as a quotation with something left out.
_MOST_RENUMBERED, _MOST_ELIDED = 50, 20
#: Characters left out of a quotation at most.
_MAX_LEFT_OUT = 3_000
#: Numbers of a quotation from which on a passage is to have a share of them, and the share of other words up to which it need not.
_SEVERAL_NUMBERS, _FEWEST_SHARED, _MOST_CHANGED = 2, 0.3, 0.2


def check(quotation: Quotation, source: QuotedText, weigh: Weigh | None = None) -> Passage | None:
    """Return what is found of a quotation in a text; None if nothing is like it.

    Args:
        quotation: The quotation.
        source: The text.
        weigh: How telling pairs of characters are; by default, how rare they are in the text.
    """
    return (
        exact(quotation, source)
        or renumbered(quotation, source)
        or with_other_unit(quotation, source)
        or reworded(quotation, source, weigh)
    )


def exact(quotation: Quotation, source: QuotedText) -> Passage | None:
    """Return where a quotation is in a text as it is, apart from marks, white space, width and script."""
    spans = [source.squeezed.span(*span) for span in occurrences(source.squeezed.text, quotation.squeezed)]
    if not spans:
        return _elided(quotation, source)
    first, last = quotation.core
    for start, _ in spans:
        begin = start - first
        if begin >= 0 and source.text.startswith(quotation.text, begin):
            return Passage("exact", begin, begin + len(quotation.text), 1.0, times=len(spans))
    core = quotation.text[first:last]
    start, end = next((span for span in spans if source.text[slice(*span)] == core), spans[0])
    return Passage("exact", start, end, 1.0, _apart(source.text[start:end], core), times=len(spans))


def _elided(quotation: Quotation, source: QuotedText) -> Passage | None:
    """Return where the parts of a quotation are, in order, that says where it leaves something out."""
    if not quotation.parts:
        return None
    text = source.squeezed.text
    first, *others = quotation.parts
    for start, first_end in islice(occurrences(text, first), _MOST_ELIDED):
        end = first_end
        for part in others:
            window = text[end : end + _MAX_LEFT_OUT]
            follows = next(occurrences(window, part), None)
            if follows is None:
                break
            end += follows[1]
        else:
            return Passage("exact", *source.squeezed.span(start, end), 1.0, ("elision",))
    return None


def _apart(passage: str, quotation: str) -> tuple[Apart, ...]:
    """Return in what a passage and a quotation differ that say the same."""
    if passage == quotation:
        return ()
    apart = tuple(
        kind for kind in _EQUALISERS if _without_others(passage, kind) != _without_others(quotation, kind)
    )
    is_width = unicodedata.normalize("NFKC", passage) == unicodedata.normalize("NFKC", quotation)
    return apart or (("width",) if is_width else ("width", "punctuation"))


def _without_others(text: str, kept: Apart) -> str:
    """Return a text in which only one kind of difference is left."""
    kinds = [kind for kind in _EQUALISERS if kind != kept]
    return reduce(lambda shown, kind: _EQUALISERS[kind](shown), kinds, text)


def _without_marks(text: str) -> str:
    return "".join(character for character in text if unicodedata.category(character)[0] not in "PS")


def _without_spaces(text: str) -> str:
    return "".join(text.split())


_HAN = "\u3400", "\u9fff"


def _simplified(character: str) -> str:
    """Return the simplified or small form of a character, as wide as it is."""
    return fold(character, True).text if _HAN[0] <= character <= _HAN[1] else character.lower()


_EQUALISERS: dict[Apart, Callable[[str], str]] = {
    "spaces": _without_spaces,
    "punctuation": _without_marks,
    "width": lambda text: unicodedata.normalize("NFKC", text),
    "script": lambda text: "".join(map(_simplified, text)),
}


def renumbered(quotation: Quotation, source: QuotedText) -> Passage | None:
    """Return where a text is as a quotation has it but for numbers; of several passages, where the fewest differ in value.

    It counts as exact where none does. Of a short quotation only such a passage is returned.
    """
    wanted, text = quotation.tokens.text, source.tokens.text
    is_short = not _has_words(quotation)
    if NUMBER not in wanted or wanted == NUMBER:
        return None
    best = -1, len(wanted) + 1
    at = text.find(wanted)
    for _ in range(MAX_OCCURRENCES if is_short else _MOST_RENUMBERED):
        if at < 0 or not best[1]:
            break
        count = _different(quotation, source, at)
        if count < best[1]:
            best = at, count
        at = text.find(wanted, at + 1)
    if best[0] < 0 or (is_short and best[1]):
        return None
    return _compared(quotation, source, best[0], best[0] + len(wanted), 1.0)


def _different(quotation: Quotation, source: QuotedText, at: int) -> int:
    """Return how many numbers of a quotation have another value at a token of a text."""
    pairs = (
        (source.tokens.token(at + index), quotation.tokens.token(index))
        for index in quotation.tokens.numbers(0, len(quotation.tokens.text))
    )
    return sum([one != other and not same_value(one, other) for one, other in pairs])


def with_other_unit(quotation: Quotation, source: QuotedText) -> Passage | None:
    """Return where a text is as a quotation has it, with its numbers, but for the unit it ends with: 7066套 and 7066户."""
    wanted, text = quotation.tokens.text, source.tokens.text
    last = wanted.rfind(NUMBER)
    if last < 0 or not _has_words(quotation) or unit_length(wanted, last + 1) != len(wanted) - last - 1:
        return None
    at = text.find(wanted[: last + 1])
    for _ in range(_MOST_RENUMBERED):
        if at < 0:
            break
        is_same = all(
            source.tokens.token(at + index) == quotation.tokens.token(index)
            for index in quotation.tokens.numbers(0, last + 1)
        )
        if is_same and (length := unit_length(text, at + last + 1)):
            return _compared(quotation, source, at, at + last + 1 + length, 1.0)
        at = text.find(wanted[: last + 1], at + 1)
    return None


def reworded(quotation: Quotation, source: QuotedText, weigh: Weigh | None = None) -> Passage | None:
    """Return the passage of a text that is most like a quotation, with what differs; None if none is like it, or says other things."""
    near = nearest(quotation, source, weigh or source.weight) if _has_words(quotation) else None
    if near is None or near.score < MIN_SCORE:
        return None
    passage = _compared(quotation, source, near.start, near.end, near.score)
    return None if _says_other_things(quotation, source, near, passage) else passage


def _says_other_things(quotation: Quotation, source: QuotedText, near: Near, passage: Passage) -> bool:
    """Tell whether a passage has few of the numbers of a quotation that has several, and other words: of another place, or year."""
    tokens = quotation.tokens
    ours = _counted(tokens, 0, len(tokens.text))
    theirs = _counted(source.tokens, near.start, near.end)
    shared = sum(
        any(unit == other and same_value(number, another) for another, other in theirs)
        for number, unit in ours
    )
    if len(ours) < _SEVERAL_NUMBERS or shared >= len(ours) * _FEWEST_SHARED:
        return False
    changed = [pair for pair in passage.differences if pair not in passage.numbers]
    words = max(sum(len(pair.quotation) for pair in changed), sum(len(pair.report) for pair in changed))
    return words > len(quotation.text) * _MOST_CHANGED


def _counted(tokens: Tokens, start: int, end: int) -> list[tuple[str, str]]:
    """Return the numbers among some tokens, each with the character behind it: 3号线 are no 3条."""
    return [(tokens.token(index), tokens.text[index + 1 : index + 2]) for index in tokens.numbers(start, end)]


def is_short(quotation: str) -> bool:
    """Tell whether a quotation has so few characters besides numbers that it is only exact or not found."""
    return not _has_words(Quotation(quotation))


def _has_words(quotation: Quotation) -> bool:
    return len(quotation.tokens.text.replace(NUMBER, "")) >= _MIN_WORDS


def _compared(quotation: Quotation, source: QuotedText, start: int, end: int, score: float) -> Passage:
    """Return a passage with what differs: all numbers, or words, too."""
    first, last = source.tokens.span(start, end)
    found = differences(Tokens(source.tokens.source[first:last]), quotation.tokens)
    same = [one for one in found if one.is_same]
    changed = [one for one in found if not one.is_same]
    span = source.span(start, end)
    apart: tuple[Apart, ...] = ("numerals",) if same else ()
    if same and not changed:
        pairs = tuple(_pair(quotation, source, first, one) for one in same)
        return Passage("exact", *span, score, apart, (), pairs)
    pairs = tuple(_pair(quotation, source, first, one) for one in changed)
    numbers = tuple(pair for pair, one in zip(pairs, changed, strict=True) if one.is_number)
    kind: Kind = "changed_number" if numbers and len(numbers) == len(changed) else "reworded"
    return Passage(kind, *span, score, apart, numbers, pairs)


def _pair(quotation: Quotation, source: QuotedText, first: int, difference: Difference) -> Pair:
    """Return what differs as it is printed; the squeezed passage begins at an offset of the squeezed text."""
    start, end = difference.report
    printed = source.text[slice(*source.squeezed.span(first + start, first + end))] if start < end else ""
    begin, stop = difference.quotation
    quoted = quotation.text[slice(*quotation.squeezed_text.span(begin, stop))] if begin < stop else ""
    return Pair(printed, quoted)
