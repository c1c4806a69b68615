"""What is found of a quotation in a text."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Kind = Literal["exact", "changed_number", "reworded", "not_found"]
#: What may differ in a quotation that counts as exact: white space, marks, full and half width, script and case, how numbers are written;
#: and what was left out where it says so.
Apart = Literal["spaces", "punctuation", "width", "script", "numerals", "elision"]

#: The best first.
KINDS: tuple[Kind, ...] = get_args(Kind)
APARTS: tuple[Apart, ...] = get_args(Apart)
#: Characters of a quotation at most.
MAX_CHARACTERS = 3_000
#: Below this, a passage is not what was quoted. Of 50 rewordings 49 are above .4 in their report, and all in a library of 789; of 50 sentences
#: of other places, 44 are below it in a report, and 37 in the library, where reports share phrases.
MIN_SCORE = 0.4


class Pair(NamedTuple):
    """A difference: what the report says, and what the quotation says; one of them may be empty."""

    report: str
    quotation: str


class Passage(NamedTuple):
    """What is found of a quotation in a text.

    Attributes:
        kind: Whether it is in the text, and if not what was changed.
        start: Half-open span of the text that was quoted, or of the nearest one.
        end: One past its last character.
        score: How much of the quotation the passage has, from 0 to 1.
        apart_from: What differs and does not count.
        numbers: The numbers that differ in value, with their units.
        differences: All that differs, numbers included, in order; where nothing does that counts, the numbers that are written otherwise.
        times: How often the text has the passage; 1 unless it is exact.
    """

    kind: Kind
    start: int
    end: int
    score: float
    apart_from: tuple[Apart, ...] = ()
    numbers: tuple[Pair, ...] = ()
    differences: tuple[Pair, ...] = ()
    times: int = 1

    @property
    def rank(self) -> tuple[int, float]:
        """Sorts the better passage first."""
        return KINDS.index(self.kind), -self.score

    def moved(self, offset: int) -> Passage:
        """Return it in a text of which its own begins at an offset."""
        return self._replace(start=self.start + offset, end=self.end + offset)
