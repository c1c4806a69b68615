"""Sentences of two reports beside each other, counterparts within one report, and terms that are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from tui.report.model import Report

#: How a sentence of the later report goes with one of the earlier: word for word, with words changed, written anew, on the same
#: subject; or without one (new), and one of the earlier report without any in the later (gone).
PairKind = Literal["same", "edited", "rewritten", "subject", "new", "gone"]
PAIR_KINDS: tuple[PairKind, ...] = get_args(PairKind)
#: Kinds with a sentence on both sides.
ALIGNED: tuple[PairKind, ...] = ("same", "edited", "rewritten", "subject")
#: A half-open span of a report's text.
Span = tuple[int, int]


class Change(NamedTuple):
    """Words that differ between two sentences; without these, both are the same text.

    Attributes:
        earlier: Span in the earlier report's text; empty where words were added.
        later: Span in the later report's text; empty where words were left out.
        is_number: Whether only numbers and years differ.
    """

    earlier: Span
    later: Span
    is_number: bool = False


class SentencePair(NamedTuple):
    """A sentence of one report beside its counterpart in the other.

    Attributes:
        kind: How they go together.
        earlier: Span of the sentence in the earlier report's text; None if it is new.
        later: Span of the sentence in the later report's text; None if it is gone.
        score: How alike the two are, from 0 to 1; 0 for one that has no counterpart.
        is_moved: Whether it is elsewhere in the order of sentences than its neighbours.
        changes: What differs, in the order of the text; empty for a sentence without a counterpart, or one on the same subject only.
    """

    kind: PairKind
    earlier: Span | None
    later: Span | None
    score: float = 0.0
    is_moved: bool = False
    changes: tuple[Change, ...] = ()


class Alignment(NamedTuple):
    """Two reports, sentence by sentence.

    Attributes:
        earlier: The report that is compared with; not necessarily older.
        later: The report that is read.
        pairs: In the order of the later report; a sentence that is gone comes behind the pair of the one before it that has not
            moved, so that those that are gone are in the order of the earlier one. Each sentence of both reports is in exactly one.
    """

    earlier: Report
    later: Report
    pairs: tuple[SentencePair, ...]

    @property
    def counts(self) -> dict[PairKind, int]:
        """The number of pairs of each kind."""
        counts = Counter(pair.kind for pair in self.pairs)
        return {kind: counts[kind] for kind in PAIR_KINDS}


#: Counterparts less sure than this are only likely.
SURE = 0.9


class Counterpart(NamedTuple):
    """A section or topic on the same subject in the other part of a report: of the plan for one of the review, and the reverse.

    Attributes:
        node: Id of the node.
        score: How sure it is that the two go together, from 0 to 1.
    """

    node: str
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether the two surely go together, rather than only likely."""
        return self.score >= SURE


class NewTerm(NamedTuple):
    """A term of one report that the other does not have, or has less; or, for terms that are gone, the reverse.

    Attributes:
        text: The term as written, without quotation marks.
        start: Of the half-open span where it is first, in the text of the report that has it.
        end: Of that span.
        is_quoted: Whether it is in quotation marks there.
        before: How often the earlier report has it.
        after: How often the later report has it.
        elsewhere: Of the reports of other places in the earlier and in the later year, how many have it; None without a library.
        members: Other terms in the same line, for calendar phrases that are told together.
    """

    text: str
    start: int
    end: int
    is_quoted: bool
    before: int
    after: int
    elsewhere: tuple[int, int] | None = None
    members: tuple[str, ...] = ()


class Precedents(NamedTuple):
    """In how many earlier reports the terms of a report are.

    Attributes:
        own_reports: Earlier reports of its place that were read.
        other_reports: Those of other places.
        own: How many of those of its place have a term.
        others: How many of those of other places have it.
    """

    own_reports: int = 0
    other_reports: int = 0
    own: Mapping[str, int] = MappingProxyType({})
    others: Mapping[str, int] = MappingProxyType({})


class TrendYear(NamedTuple):
    """How often the reports of a year have a term.

    Attributes:
        year: The year that the reports plan.
        reports: Reports of that year.
        having: Those that have the term.
        hits: How often they have it together.
    """

    year: int
    reports: int
    having: int
    hits: int


class TrendLevel(NamedTuple):
    """How often the reports of a level have a term.

    Attributes:
        level: ``national``, ``province``, ``city``, ``county``, or empty if unknown.
        reports: Reports of that level.
        having: Those that have the term.
        hits: How often they have it together.
    """

    level: str
    reports: int
    having: int
    hits: int


class Occurrence(NamedTuple):
    """Where a report of a library has a term.

    Attributes:
        report: Number of the report in the library.
        start: Of the half-open span in its text.
        end: Of that span.
    """

    report: int
    start: int
    end: int


class TermTrend(NamedTuple):
    """How often the reports of a library have a term.

    Attributes:
        term: The term as typed.
        years: Of all years with reports, in their order; reports without a year are in none.
        levels: Of all levels with reports, from the nation down.
        first: Where it is first, in the report of the earliest year, and of those of one year the earliest date; None if nowhere, or
            only in reports without a year.
    """

    term: str
    years: tuple[TrendYear, ...]
    levels: tuple[TrendLevel, ...]
    first: Occurrence | None

    @property
    def having(self) -> int:
        """How many reports have it."""
        return sum(level.having for level in self.levels)

    @property
    def hits(self) -> int:
        """How often they have it together."""
        return sum(level.hits for level in self.levels)


class ConcordanceLine(NamedTuple):
    """A hit between what is before and after it.

    Attributes:
        start: Of the half-open span of the hit in its report's text.
        end: Of that span.
        left: The text before it, within the paragraph.
        right: The text behind it.
    """

    start: int
    end: int
    left: str
    right: str


class Collocate(NamedTuple):
    """A word near hits.

    Attributes:
        text: The word.
        observed: How often it is near a hit.
        expected: How often it would be, were it spread evenly.
        score: Logarithm of the likelihood ratio; higher is more telling.
    """

    text: str
    observed: int
    expected: float
    score: float


class RelatedSentence(NamedTuple):
    """A sentence of a library that is like a given one.

    Attributes:
        report: Number of its report in the library.
        start: Of the half-open span in that report's text.
        end: Of that span.
        score: How alike the two are, from 0 to 1.
        is_part: Whether it is like a clause of the given one only.
    """

    report: int
    start: int
    end: int
    score: float
    is_part: bool = False
