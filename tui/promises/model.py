"""A promise of one report, what the next one says of it, and the verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from tui.metrics.amounts import plain_decimal
from tui.report.model import Metric

#: How sure it is that a statement is about the target. What is sure is shown as fact and counted, see :attr:`Promise.counts`.
Certainty = Literal["sure", "likely", "none"]
#: What became of a target; ``undecided`` where nothing is linked, but some sentence may be about it.
Verdict = Literal[
    "exceeded",
    "met",
    "missed",
    "not_comparable",
    "met_in_words",
    "blanket",
    "admitted",
    "not_mentioned",
    "undecided",
]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
#: What was missed, by arithmetic or in the report's own words.
MISSED: tuple[Verdict, ...] = ("missed", "admitted")
#: What arithmetic tells.
JUDGED: tuple[Verdict, ...] = ("exceeded", "met", "missed")
#: Characters of a person's note at most.
MAX_NOTE_CHARACTERS = 1000
#: Sentences offered where nothing is linked.
MAX_CANDIDATES = 3


class Candidate(NamedTuple):
    """A sentence of the later report that may be about a target.

    Attributes:
        start: Of the half-open span in the later report's text.
        end: Of that span.
        score: How alike the two are, from 0 to 1.
    """

    start: int
    end: int
    score: float


class Gap(NamedTuple):
    """How far the actual is from the target: positive above it, whichever is better.

    Attributes:
        value: The difference.
        unit: Its unit: 个百分点, 个千分点, 位, or % (of the target, for amounts).
    """

    value: Decimal
    unit: str

    @property
    def text(self) -> str:
        """The difference as exports have it: -0.4, 12."""
        return format(plain_decimal(self.value), "f")


class OwnVerdict(NamedTuple):
    """What a person has decided; it overrides the program's verdict."""

    verdict: Verdict
    note: str


class Promise(NamedTuple):
    """A target, and what the next report says of it.

    Attributes:
        target: Of the earlier report.
        certainty: How sure the link is.
        actual: What the later report states; None if it states no figure for it.
        sentence: Half-open span, in the later report's text, of the sentence that tells; None if none is linked.
        candidates: Sentences most alike, where nothing is linked or the link is not sure, the best first; before them, beside a figure, the one
            that admits that the target was missed.
        verdict: The program's verdict.
        gap: How far the actual is from the target; None where that cannot be said.
        note: What to bear in mind, in a few words: 报告自认未达, 口径不同; empty if nothing.
        own: A person's own verdict; None if there is none.
    """

    target: Metric
    certainty: Certainty
    actual: Metric | None
    sentence: tuple[int, int] | None
    candidates: tuple[Candidate, ...]
    verdict: Verdict
    gap: Gap | None
    note: str
    own: OwnVerdict | None = None

    @property
    def final_verdict(self) -> Verdict:
        """The person's verdict if there is one, else the program's."""
        return self.own.verdict if self.own is not None else self.verdict

    @property
    def counts(self) -> bool:
        """Whether the verdict is a fact to be counted: decided by a person, sure, or about what no sentence mentions."""
        return self.own is not None or self.certainty == "sure" or self.verdict == "not_mentioned"

    @property
    def is_likely(self) -> bool:
        """Whether a sentence is linked, but not for sure, and no person has decided."""
        return self.own is None and self.certainty == "likely"
