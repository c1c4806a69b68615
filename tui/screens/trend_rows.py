"""How often the reports of each year and level have what is searched for, as rows of the library's panel."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.library.place_tree import PlaceTree, ShelfReport
from tui.library.results import LibraryHit
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.report.sanitize import one_line
from tui.screens.library_rows import Actions, report_name, without_filter_row
from tui.widgets.library_panel import PanelRow
from tui.wording.model import TrendLevel, TrendYear

#: Levels from the outermost to the innermost.
_LEVELS = ("national", "province", "city", "county", "")
#: What a full bar may stand for, in percent; the least that no share is above.
_SCALES = (10, 25, 50, 100)
#: Characters of the first sentence before and behind the hit.
_BEFORE, _AFTER = 10, 30


class Trend(NamedTuple):
    """How often the reports of a scope have what is searched for.

    Attributes:
        years: Of all years with reports, in their order.
        levels: Of all levels with reports, from the nation down.
        undated: The same of the reports without a year.
        first: The report that has it first, of those with a year; None if there is none.
    """

    years: tuple[TrendYear, ...]
    levels: tuple[TrendLevel, ...]
    undated: TrendLevel
    first: ShelfReport | None


def trend_of(
    reports: Iterable[ShelfReport], counts: Mapping[int, int], chosen: Collection[int] | None
) -> Trend:
    """Count reports, those with hits, and hits, by year and by level.

    Args:
        reports: The reports of the scope.
        counts: The hits of each report that has some.
        chosen: The reports that the filters leave; None for all.
    """
    years: dict[int | None, list[int]] = {}
    levels: dict[str, list[int]] = {}
    having: list[ShelfReport] = []
    for report in reports:
        if chosen is not None and report.id not in chosen:
            continue
        hits = counts.get(report.id, 0)
        if hits and report.plan_year is not None:
            having.append(report)
        for sums in (
            years.setdefault(report.plan_year, [0, 0, 0]),
            levels.setdefault(report.level, [0, 0, 0]),
        ):
            sums[0] += 1
            sums[1] += hits > 0
            sums[2] += hits
    undated = TrendLevel("", *years.pop(None, [0, 0, 0]))
    return Trend(
        tuple(TrendYear(year, *years[year]) for year in sorted(year for year in years if year is not None)),
        tuple(TrendLevel(level, *levels[level]) for level in _LEVELS if level in levels),
        undated,
        min(having, key=_earliest) if having else None,
    )


def _earliest(report: ShelfReport) -> tuple[int, bool, str, int]:
    """Sort by year, then by date; one without a date comes behind those that have one, as in :meth:`tui.library.library.Library.trend`."""
    return report.plan_year or 0, not report.date, report.date, report.id


def trend_rows(
    tree: PlaceTree,
    trend: Trend,
    first_hit: LibraryHit | None,
    actions: Actions,
    open_first: Callable[[], object],
) -> list[PanelRow]:
    """Return a bar for each year and level: the share of reports that have what is searched for, all on one scale.

    Args:
        tree: The places.
        trend: What was counted.
        first_hit: The first hit in the report that has it first; None while it is not known.
        actions: What choosing a row does.
        open_first: Opens that report there.
    """
    without = [
        *without_filter_row(actions, "level", messages.ALL_LEVELS),
        *without_filter_row(actions, "year", messages.ALL_YEARS),
    ]
    if not any(level.hits for level in trend.levels):
        return [PanelRow(screens_messages.NO_HITS), *without]
    scale = _scale([*trend.years, *trend.levels, trend.undated])
    rows = [*without, PanelRow("", counts=messages.TREND_COLUMNS, bar_note=messages.scale(scale))]
    is_whole = sum(level.reports for level in trend.levels) == len(tree.reports)
    heading = messages.FIRST_OCCURRENCE if is_whole else messages.FIRST_OCCURRENCE_IN_SCOPE
    rows += _first_rows(heading, tree, trend.first, first_hit, open_first)
    rows.append(PanelRow(messages.YEARS, is_heading=True))
    rows += _year_rows(trend.years, scale, actions)
    if trend.undated.reports:
        rows.append(_row(messages.UNKNOWN_YEAR, trend.undated, scale, None))
    rows.append(PanelRow(messages.LEVELS, is_heading=True))
    for level in trend.levels:
        pick = _narrowing(actions, "level", level.level) if level.level else None
        rows.append(_row(messages.LEVEL_NAMES[level.level], level, scale, pick))
    return rows


def _year_rows(years: Sequence[TrendYear], scale: int, actions: Actions) -> Iterator[PanelRow]:
    """Yield a row for each year since the first with hits, the newest first, and one for all before."""
    by_year = {one.year: one for one in years}
    begin = min((one.year for one in years if one.hits), default=0)
    before = [one for one in years if one.year < begin]
    for year in range(max(by_year), begin - 1, -1) if begin else ():
        one = by_year.get(year, TrendYear(year, 0, 0, 0))
        yield _row(str(year), one, scale, _narrowing(actions, "year", str(year)))
    if before:
        reports = sum(one.reports for one in before)
        yield _row(messages.BEFORE, TrendYear(0, reports, 0, 0), scale, None)


def _first_rows(
    heading: str,
    tree: PlaceTree,
    first: ShelfReport | None,
    hit: LibraryHit | None,
    open_first: Callable[[], object],
) -> list[PanelRow]:
    if first is None:
        return []
    rows = [
        PanelRow(heading, is_heading=True),
        PanelRow(report_name(tree, first), first.date, open_first),
    ]
    if hit is not None:
        rows.append(PanelRow(one_line(f"{hit.before[-_BEFORE:]}{hit.text}{hit.after[:_AFTER]}")))
    return rows


def _scale(counted: Iterable[TrendYear | TrendLevel]) -> int:
    """Return what a full bar stands for, in percent: as little as all shares fit into."""
    most = max((100 * one.having / one.reports for one in counted if one.reports), default=0)
    return next(scale for scale in _SCALES if most <= scale)


def _row(name: str, one: TrendYear | TrendLevel, scale: int, pick: Callable[[], object] | None) -> PanelRow:
    """Return a row with a bar; one of no hits cannot be chosen."""
    if not one.reports:
        return PanelRow(name, share=0.0, counts=("", "", messages.MISSING))
    share = one.having / one.reports
    counts = messages.of_reports(one.having, one.reports), messages.share(share), messages.counted(one.hits)
    return PanelRow(name, "", pick if one.hits else None, share=share * 100 / scale, counts=counts)


def _narrowing(actions: Actions, name: str, value: str) -> Callable[[], object]:
    return lambda: actions.narrow(name, value)
