"""What the tables across reports show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.citation import Reference
from tui.promises.model import Promise
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.tasks.model import Task
from tui.visits import Source
from tui.wording.likeness import Weights
from tui.wording.model import Counterpart


class Side(NamedTuple):
    """A report that a table is made from.

    Attributes:
        source: How to open it.
        ref: Whose it is, and for which year.
        outline: The report.
    """

    source: Source
    ref: ReportRef
    outline: Outline

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.outline.report

    def cited(self, offset: int) -> Reference:
        """Return where an offset is, for citations."""
        return Reference.of(self.outline, offset)


class PromiseView(NamedTuple):
    """What a report promises, beside what the next one says, and which pairs there are besides.

    Attributes:
        plan: The earlier report.
        results: The later one.
        promises: The promises, in the order of the targets.
        earlier: The pair one year before; None if there is none.
        later: The pair one year after.
        can_decide: Whether one's own verdicts can be kept: both reports are in the library.
    """

    plan: Side
    results: Side
    promises: tuple[Promise, ...]
    earlier: tuple[Source, Source] | None = None
    later: tuple[Source, Source] | None = None
    can_decide: bool = False


class TaskList(NamedTuple):
    """The plan of a report as tasks.

    Attributes:
        side: The report.
        tasks: Its tasks, in document order.
    """

    side: Side
    tasks: tuple[Task, ...]


class TwoReports(NamedTuple):
    """Two reports to be read beside each other, and which others there are.

    Attributes:
        earlier: The report that is compared with; None if there is none.
        later: The report that is read.
        reason: Why there is no earlier report; empty if there is one.
        before: The pair one year before; None if there is none.
        after: The pair one year after.
        choices: Reports of the library to compare with: their addresses, and how to open them; those of the same place first.
        has_library: Whether there is a library, where terms can be searched for.
    """

    earlier: Side | None
    later: Side
    reason: str = ""
    before: tuple[Source, Source] | None = None
    after: tuple[Source, Source] | None = None
    choices: tuple[tuple[str, Source], ...] = ()
    has_library: bool = False

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both reports; the later one twice if there is no earlier one."""
        return self.earlier or self.later, self.later


class CounterpartSet(NamedTuple):
    """What a report has done on each subject beside what it plans.

    Attributes:
        side: The report.
        counterparts: The sections and topics of the review and the plan, by id, each with those of the other part on its subject.
        planned: Those of them that are in the plan.
        weights: How telling pairs of characters are in the report.
    """

    side: Side
    counterparts: Mapping[str, tuple[Counterpart, ...]]
    planned: frozenset[str]
    weights: Weights


class RelatedRow(NamedTuple):
    """A sentence of the library that is like a given one.

    Attributes:
        source: How to open its report.
        ref: Whose that is, and for which year.
        place: Its place, as it is told from others.
        text: The sentence.
        start: Where it starts in the report's text.
        path: Where it stands in its report.
        cited: The same, for citations.
        score: How alike the two are, from 0 to 1.
        is_part: Whether it is like a clause of the given one only.
        address: The address of its report.
    """

    source: Source
    ref: ReportRef
    place: str
    text: str
    start: int
    path: str
    cited: Reference
    score: float
    is_part: bool = False
    address: str = ""


class RelatedSet(NamedTuple):
    """A sentence of a report, and those of the library that are like it.

    Attributes:
        side: The report.
        start: Where the sentence starts in its text.
        sentence: The sentence.
        rows: The sentences like it, the most alike first.
    """

    side: Side
    start: int
    sentence: str
    rows: tuple[RelatedRow, ...]


class SeriesWords(NamedTuple):
    """What a view of an indicator through the years is about: the words of its :class:`~tui.visits.View`.

    Attributes:
        indicator: Its id or name; empty for the usual one.
        measure: Its measure; empty for that in which its targets are stated.
        places: The places, as they are asked for; none for that of the report.
    """

    indicator: str = ""
    measure: str = ""
    places: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: tuple[str, ...]) -> SeriesWords:
        """Read the words of a view; those that are missing are empty."""
        indicator, measure = (*words, "", "")[:2]
        return cls(indicator, measure, words[2:])

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a view."""
        return (self.indicator, self.measure, *self.places)


class RankWords(NamedTuple):
    """What a view of an indicator among places is about: the words of its :class:`~tui.visits.View`.

    Attributes:
        indicator: Its id or name; empty for the usual one.
        measure: Its measure; empty for that in which its targets are stated.
        year: The year; empty for that which the report reviews.
        level: The level of the places; empty for that of the report's place.
        parent: The division that all places are in; empty for all.
    """

    indicator: str = ""
    measure: str = ""
    year: str = ""
    level: str = ""
    parent: str = ""

    @classmethod
    def of(cls, words: tuple[str, ...]) -> RankWords:
        """Read the words of a view; those that are missing are empty."""
        return cls(*words[: len(cls._fields)])
