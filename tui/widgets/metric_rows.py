"""The rows of the metrics panel: comparisons, the metrics of a section, or all metrics."""

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from tui.messages import panes as messages
from tui.metrics.comparison import ComparisonRow, Horizon
from tui.metrics.labels import format_period
from tui.metrics.lookup import metric_beside, metrics_in
from tui.report.model import Metric, Node
from tui.report.outline import OVERVIEW, Outline
from tui.report.sentences import sentence_at

Tab = Literal["comparison", "section", "all", "promises", "series"]
TABS: tuple[Tab, ...] = ("comparison", "section", "all", "promises", "series")
#: Those whose rows come from other reports, and are loaded when they are first shown.
PAST_TABS: tuple[Tab, ...] = ("promises", "series")
#: What begins and ends the clause that stands for a name, and characters of it before and behind the number at most.
_CLAUSE_MARKS = "，,。；;：:！!？?\n"
_CLAUSE_CHARACTERS = 30


class Pair(NamedTuple):
    """Two values beside each other, as they are shown, with a sign between them.

    Attributes:
        left: The first value.
        right: The second value, or what is said in place of one.
        sign: The sign.
        sign_style: The name of its style.
        is_value: Whether the second is a value, not words.
        right_style: The name of the style of the second.
        share: The length of a bar for the second, from 0 to 1; None for none.
        left_style: The name of the style of the first.
    """

    left: str
    right: str
    sign: str
    sign_style: str
    is_value: bool = True
    right_style: str = "achieved"
    share: float | None = None
    left_style: str = "target"


class Spot(NamedTuple):
    """A place in a report.

    Attributes:
        report: The number of the report in the library; None for the report on the screen.
        offset: The offset in its text.
        metric: The metric that is there, in the report on the screen; None if there is none.
    """

    report: int | None
    offset: int
    metric: Metric | None = None


class Row(NamedTuple):
    """A heading, a metric, a comparison, or two values of two reports.

    Attributes:
        name: The text on the left; empty for a row that is only its note.
        metrics: The metrics of the row in the report on the screen, none for a heading.
        comparison: For a comparison.
        is_clause: Whether the name is the clause of a metric without a name.
        year: The year of a metric, if it is neither that reviewed nor that planned; empty otherwise.
        pair: For two values of two reports.
        other: The metric of another report; None if there is none.
        spots: What choosing the row shows, one after the other; empty for the metrics of the report on the screen.
        note: What stands below the row, in as many lines as needed; empty for nothing.
        remark: What the status bar says of the row; empty for nothing.
    """

    name: str
    metrics: tuple[Metric, ...] = ()
    comparison: ComparisonRow | None = None
    is_clause: bool = False
    year: str = ""
    pair: Pair | None = None
    other: Metric | None = None
    spots: tuple[Spot, ...] = ()
    note: str = ""
    remark: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether the row names those below it, or is only a note."""
        return not self.metrics and self.comparison is None and self.pair is None

    @property
    def is_pair(self) -> bool:
        """Whether the row has two columns of values."""
        return self.comparison is not None or self.pair is not None

    @property
    def can_be_chosen(self) -> bool:
        """Whether the row leads to a place in a report."""
        return bool(self.metrics or self.spots)


class Source(NamedTuple):
    """What the rows are made from.

    Attributes:
        outline: The report.
        metrics: Its metrics, or those that are not filtered out, in the order of the text.
    """

    outline: Outline
    metrics: Sequence[Metric]

    def row(self, metric: Metric) -> Row:
        """Return the row of a metric; its clause stands for a name the report does not give."""
        report = self.outline.report
        usual = report.front.review_year, report.front.plan_year
        is_other = metric.period.isdigit() and any(usual) and int(metric.period) not in usual
        name = metric.indicator or clause_of(report.text, metric)
        year = format_period(metric.period) if is_other else ""
        return Row(name, (metric,), is_clause=not metric.indicator, year=year)


def clause_of(text: str, metric: Metric) -> str:
    """Return the clause a metric stands in, shortened on both sides."""
    low, high = max(0, metric.start - _CLAUSE_CHARACTERS), metric.end + _CLAUSE_CHARACTERS
    start = max(text.rfind(mark, low, metric.start) for mark in _CLAUSE_MARKS) + 1
    ends = (text.find(mark, metric.end, high) for mark in _CLAUSE_MARKS)
    end = min((end for end in ends if end >= 0), default=high)
    return text[max(start, low) : end].strip()


def row_at_hit(rows: Iterable[Row], text: str, start: int, end: int) -> Row | None:
    """Return the row that is about a hit in the text; None if none is.

    That is the one with a value in the hit, else one in the sentence of the hit with its words in the name or in the
    clause, else the nearest with them in its name.
    """
    low, high = sentence_at(text, start)
    found = text[start:end]

    def rank(row: Row, metric: Metric) -> tuple[int, int] | None:
        distance = abs(metric.start - start)
        is_named = found in row.name
        if metric.start < end and start < metric.end:
            return 0, distance
        is_near = low <= metric.start < high
        if is_near and (is_named or found in clause_of(text, metric)):
            return (1 if is_named else 2 if metric.start > start else 3), distance
        return (4, distance) if is_named else None

    ranked = ((rank(row, metric), row) for row in rows for metric in row.metrics)
    return min(
        ((place, row) for place, row in ranked if place is not None), key=itemgetter(0), default=(0, None)
    )[1]


def comparison_row(comparison: ComparisonRow) -> Row:
    """Return the row of a comparison."""
    metrics = tuple(metric for metric in (comparison.actual, comparison.target) if metric is not None)
    return Row(comparison.indicator, metrics, comparison)


def comparison_rows(outline: Outline, comparisons: Iterable[ComparisonRow]) -> list[Row]:
    """Return comparisons: the main indicators, other pairs by section, then targets without an actual value."""
    main: list[Row] = []
    sections: dict[int, list[Row]] = {}
    in_words: list[Row] = []
    targets: dict[Horizon, list[Row]] = {"year": [], "plan": []}
    for comparison in comparisons:
        row = comparison_row(comparison)
        if comparison.horizon == "plan" or (comparison.target is not None and comparison.actual is None):
            targets[comparison.horizon or "year"].append(row)
        elif comparison.canonical:
            main.append(row)
        elif row.metrics:
            sections.setdefault(outline.section_at(row.metrics[-1].start).start, []).append(row)
        else:
            in_words.append(row)
    rows = _under(messages.MAIN_INDICATORS, main)
    for start in sorted(sections):
        rows += _under(outline.label(outline.section_at(start)), sections[start])
    rows += _under(messages.TARGETS_IN_WORDS, in_words)
    rows += _under(messages.year_targets(len(targets["year"])), targets["year"])
    rows += _under(messages.plan_targets(len(targets["plan"])), targets["plan"])
    return rows


def _under(heading: str, rows: list[Row]) -> list[Row]:
    """Return rows below a heading; nothing where there are none."""
    return [Row(heading), *rows] if rows else []


def section_rows(source: Source, here: Node) -> tuple[Node, list[Row]]:
    """Return the metrics of a section; if it has none, of the next section that does, with a heading saying so.

    There are no rows where no metrics lie ahead.
    """
    rows = _rows_of(source, here)
    if rows:
        return here, rows
    outline = source.outline
    ahead = metric_beside(source.metrics, here.start - 1, 1)
    if ahead is None:
        return here, []
    section = outline.section_at(ahead.start)
    name = outline.short_name(outline.by_id[ahead.node])
    return section, [Row(messages.next_metrics_in(name)), *_rows_of(source, section)]


def _rows_of(source: Source, section: Node) -> list[Row]:
    outline = source.outline
    # Of a chapter with sections those outside of all of them: of its overview, its closing, and text that goes on behind a section.
    own = (
        metric
        for metric in metrics_in(source.metrics, section.own_start, section.end)
        if section.level == "section" or outline.section_at(metric.start) is section
    )
    return grouped_rows(
        source,
        own,
        lambda metric: metric.node,
        lambda node: OVERVIEW if node == section.id else outline.label(outline.by_id[node]),
    )


def grouped_rows(
    source: Source,
    metrics: Iterable[Metric],
    group_of: Callable[[Metric], str],
    name_of: Callable[[str], str],
) -> list[Row]:
    """Return a row for each metric, with a heading wherever the group changes."""
    rows: list[Row] = []
    group = None
    for metric in metrics:
        if group_of(metric) != group:
            group = group_of(metric)
            rows.append(Row(name_of(group)))
        rows.append(source.row(metric))
    return rows


def series_key(metric: Metric) -> tuple[str, str]:
    """Return what a metric is about: its indicator, or else its name, and what it states of it."""
    return metric.canonical or metric.indicator, metric.measure


def promised_or(row: Row, metric: Metric | None) -> Metric | None:
    """Return what the years of a row are to be about: what was promised, if that has a name, since targets are judged in its measure."""
    return row.other if row.other is not None and row.other.indicator else metric


def is_about(row: Row, metric: Metric) -> bool:
    """Tell whether a row is about what a metric is about."""
    others = (row.other,) if row.other is not None else ()
    return any(series_key(one) == series_key(metric) for one in (*row.metrics, *others))
