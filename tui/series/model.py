"""Targets and actuals of an indicator, by year or by place, each with its source."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from tui.metrics.indicator_order import Better
from tui.promises.model import Gap, Verdict
from tui.report.model import Measure, Metric
from tui.report.reference import ReportRef

#: What a ranking is sorted by.
RankBy = Literal["target", "actual", "gap"]
RANK_BY: tuple[RankBy, ...] = get_args(RankBy)

#: What becomes of targets of an indicator.
KEPT_VERDICTS: tuple[Verdict, ...] = ("exceeded", "met", "missed", "not_comparable")


class Stated(NamedTuple):
    """A metric, and where it stands.

    Attributes:
        report: The report that states it.
        metric: The metric; its offsets are those of that report's text.
        sentence: Half-open span of its sentence.
        text: The sentence.
    """

    report: ReportRef
    metric: Metric
    sentence: tuple[int, int]
    text: str

    @property
    def basis(self) -> Literal["", "estimated", "preliminary"]:
        """How firm the metric is, if it is not simply stated."""
        if self.metric.estimated or self.metric.status == "expected":
            return "estimated"
        return "preliminary" if "preliminary" in self.metric.attributes else ""


class Mention(NamedTuple):
    """A sentence that names an indicator without a figure of it.

    Attributes:
        report: The report.
        start: Offset of the name in the report's text.
        end: One past its last character.
        sentence: Half-open span of the sentence.
        text: The sentence.
    """

    report: ReportRef
    start: int
    end: int
    sentence: tuple[int, int]
    text: str


class SeriesYear(NamedTuple):
    """A year of a series.

    Attributes:
        year: The year the figures are about.
        target: What the report of that year promises; None if it says nothing.
        actual: What the report of the next year states; None if it says nothing.
        verdict: What became of the target; None where one of the two is missing.
        breaks: Why its value cannot be joined to that of the year before, each in a few words; empty if it can.
        amount: For a series of growth, the amount of that year, if a report states one.
        amount_breaks: Why that amount cannot be joined to that of the year before.
        gap: How far the actual is from the target; None where that cannot be said.
        notes: What to bear in mind, each in a few words: 预计数, 另有一处为8%.
        has_plan: Whether there is a report that plans the year; if there is, and it has no target, it says nothing.
        has_results: Whether there is a report that reviews the year.
        target_mention: Where a report without a target of the year names the indicator as it plans; None if it does not.
        actual_mention: The same of the actual, as it looks back.
    """

    year: int
    target: Stated | None
    actual: Stated | None
    verdict: Verdict | None = None
    breaks: tuple[str, ...] = ()
    amount: Stated | None = None
    amount_breaks: tuple[str, ...] = ()
    gap: Gap | None = None
    notes: tuple[str, ...] = ()
    has_plan: bool = True
    has_results: bool = True
    target_mention: Mention | None = None
    actual_mention: Mention | None = None


class Series(NamedTuple):
    """An indicator of a place through the years.

    Attributes:
        indicator: Id of the indicator, or the name asked for.
        name: Its name.
        measure: ``growth``, ``level`` or ``share``.
        place: The place.
        years: From the first year to the last, none left out.
    """

    indicator: str
    name: str
    measure: Measure
    place: str
    years: tuple[SeriesYear, ...]


class RankRow(NamedTuple):
    """A place in a ranking.

    Attributes:
        place: The report of the place.
        target: What it promised for the year; None if it says nothing.
        actual: What was reached; None if nothing is said.
        gap: How far the actual is from the target.
        parent: Name of the division above.
        verdict: What became of the target; None where one of the two is missing.
        notes: What to bear in mind, as in :class:`SeriesYear`.
        has_plan: As in :class:`SeriesYear`.
        has_results: As in :class:`SeriesYear`.
    """

    place: ReportRef
    target: Stated | None
    actual: Stated | None
    gap: Gap | None
    parent: str
    verdict: Verdict | None = None
    notes: tuple[str, ...] = ()
    has_plan: bool = True
    has_results: bool = True


class Ranking(NamedTuple):
    """An indicator among the places of a level in a year.

    Attributes:
        indicator: Id of the indicator, or the name asked for.
        name: Its name.
        measure: ``growth``, ``level`` or ``share``.
        year: The year the figures are about.
        level: ``province``, ``city`` or ``county``.
        rows: The places that state it, sorted.
        missing: Names of places of the level that have a report for the year and state nothing.
        above: Rows for the divisions above one's own place: its city, province and the nation.
        by: What it is sorted by: ``target``, ``actual`` or ``gap``.
        own: Code of one's own place; empty if none was named.
        better: Which values of the indicator are better.
    """

    indicator: str
    name: str
    measure: Measure
    year: int
    level: str
    rows: tuple[RankRow, ...]
    missing: tuple[str, ...]
    above: tuple[RankRow, ...] = ()
    by: RankBy = "actual"
    own: str = ""
    better: Better = "none"


class Kept(NamedTuple):
    """What became of the targets of a year.

    Attributes:
        year: The year.
        counts: How many of each verdict.
    """

    year: int
    counts: dict[Verdict, int]
