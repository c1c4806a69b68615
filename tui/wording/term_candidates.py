"""Find what may be a term without quotation marks: words that stand together, and begin and end at borders of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.wording.affixes import NEVER_FIRST, NEVER_INSIDE, NEVER_LAST
from tui.wording.elsewhere import SIZE, grams_of
from tui.wording.word_gaps import RUN, WordGaps

#: Characters of the longest term, and its most words.
_LONGEST, _MOST_WORDS = 18, 8
#: How strong a border of words is at least.
_MIN_STRENGTH = -1.0


class Candidate(NamedTuple):
    """What may be a term.

    Attributes:
        text: As written.
        start: Where it is first.
        border: How strong the weaker one of its borders is there.
        words: What it is made of, as far as that can be told.
    """

    text: str
    start: int
    border: float
    words: tuple[str, ...]


def candidates(text: str, without: str, gaps: WordGaps) -> Iterator[Candidate]:
    """Yield what may be terms of a text that another has not, each once.

    Args:
        text: The text with the terms.
        without: The text without them.
        gaps: Where words may begin and end.
    """
    known = frozenset(grams_of(without))
    seen: set[str] = set()
    for match in RUN.finditer(text):
        run = match[0]
        strengths = gaps.strengths(run)
        borders = [at for at, strength in enumerate(strengths) if strength > _MIN_STRENGTH]
        for index, start in enumerate(borders[:-1]):
            if run[start] in NEVER_FIRST or (
                start == 0 and text[match.start() - 1 : match.start()].isdigit()
            ):
                continue  # behind a number, what it counts
            is_new = run[start : start + SIZE] not in known
            for last in range(index + 1, min(index + 1 + _MOST_WORDS, len(borders))):
                end = borders[last]
                term = run[start:end]
                if len(term) > _LONGEST:
                    break
                if len(term) < SIZE or term in seen:
                    continue
                seen.add(term)
                is_new = is_new or term not in without  # what begins with a new term is new
                if is_new and term[-1] not in NEVER_LAST and not NEVER_INSIDE.search(term):
                    words = tuple(run[borders[at] : borders[at + 1]] for at in range(index, last))
                    border = min(strengths[start], strengths[end])
                    yield Candidate(term, match.start() + start, border, words)
