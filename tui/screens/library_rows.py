"""The rows of the library's panes: reports or hits in the middle, contents, hits and indicators in the panel."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from tui.library.live_search import ReportExcerpts
from tui.library.place_tree import Place, PlaceTree, ShelfReport
from tui.library.results import ReportResults
from tui.messages import library_screen as messages
from tui.metrics.labels import format_value, metric_name
from tui.widgets.library_panel import PanelRow
from tui.widgets.place_scopes import Chapter, Scope
from tui.widgets.report_list import ListRow

#: The chapter and the section of a path, see :meth:`tui.report.outline.Outline.path`.
_SECTION = re.compile(r"[^ (]+(?:\([^)]*\))?")
#: Levels from the outermost to the innermost.
_LEVELS = ("national", "province", "city", "county", "")


class Actions(NamedTuple):
    """What choosing a row of the panel does.

    Attributes:
        go_to: Shows a scope.
        narrow: Adds a filter to the query, or takes it away: ``year``, ``2024``.
        filter_on: Returns the value of a filter of the query; empty if it has none of that name.
        open_report: Opens a report by its number.
    """

    go_to: Callable[[Scope], object]
    narrow: Callable[[str, str], object]
    filter_on: Callable[[str], str]
    open_report: Callable[[int], object]


# -- the middle -------------------------------------------------------------------------------


def report_name(tree: PlaceTree, report: ShelfReport) -> str:
    """Return a report's place and year; a county is named with the place above it."""
    place = tree.place_of[report.id]
    name = report.place or place.name
    above = place.parent
    if place.level == "county" and above is not None and not name.startswith(above.name):
        name = above.name + name
    return messages.report_name(name, report.plan_year)


def report_rows(tree: PlaceTree, reports: Iterable[ShelfReport]) -> Iterator[ListRow]:
    """Yield a row for each report."""
    for report in reports:
        detail = messages.report_detail(report.date, report.characters)
        yield ListRow("report", report.id, report_name(tree, report), detail)


def chapter_rows(tree: PlaceTree, report: ShelfReport, chapters: Sequence[Chapter]) -> Iterator[ListRow]:
    """Yield a report and its chapters."""
    yield from report_rows(tree, [report])
    for chapter in chapters:
        length = messages.characters(chapter.end - chapter.start)
        yield ListRow("chapter", report.id, chapter.label, length, offset=chapter.start)


def hit_rows(tree: PlaceTree, found: Iterable[ReportExcerpts], with_hits: bool) -> Iterator[ListRow]:
    """Yield reports with hits, each with its first hits below it."""
    for one in found:
        report = tree.reports.get(one.report)
        if report is None:  # added since the tree was read
            continue
        first = one.excerpts[0].hit.start
        detail = messages.hit_count(one.total)
        yield ListRow("report", report.id, report_name(tree, report), detail, offset=first)
        for excerpt in one.excerpts if with_hits else ():
            section = _section_of(excerpt.path)
            yield ListRow("hit", report.id, section, "", excerpt, excerpt.hit.start)
        if with_hits and len(one.excerpts) < one.total:
            label = messages.more_hits(one.total - len(one.excerpts))
            yield ListRow("more", report.id, label, offset=one.excerpts[-1].hit.start)


def position_of(
    rows: Sequence[ListRow], cursor: int, totals: Mapping[int, int], hits: int | None = None
) -> str:
    """Return which of how many hits, reports or chapters is at the cursor; headings are not counted.

    Args:
        rows: The rows of the list.
        cursor: The index of one of them.
        totals: The hits of each report that is listed with hits.
        hits: The hits in all reports of the scope; None unless hits are listed.
    """
    if not rows or rows[cursor].kind == "note":
        return ""
    row = rows[cursor]
    if hits is None:
        counted = [at for at, one in enumerate(rows) if one.kind == rows[-1].kind]
        return f"{counted.index(cursor) + 1}/{len(counted)}" if cursor in counted else ""
    above = list(dict.fromkeys(one.report for one in rows[:cursor] if one.report != row.report))
    within = sum(1 for one in rows[:cursor] if one.report == row.report and one.kind == "hit")
    number = sum(totals.get(report, 0) for report in above) + within + (row.kind != "more")
    return f"{number}/{hits}"


def _section_of(path: str) -> str:
    """Return a path down to its section: ``一(二)`` of ``一(二)促进消费``."""
    match = _SECTION.match(path)
    return match[0] if match else path


# -- the panel: contents -----------------------------------------------------------------------


def contents_rows(scope: Scope, actions: Actions) -> list[PanelRow]:
    """Return what a place has: its years, with gaps, and the places in it."""
    place = scope.place
    reports = place.reports if scope.report is not None else list(scope.reports())
    name = messages.path_of(one.name for one in place.lineage[1:]) or place.name
    rows = [PanelRow(name, is_heading=True), PanelRow(messages.REPORTS, messages.reports(len(reports)))]
    is_one_place = scope.is_own or scope.report is not None or not place.places
    if is_one_place:
        return [*rows, *_years_of_place(place, actions)]
    places = sum(1 for one in place.walk() if one.reports)
    rows.append(PanelRow(messages.PLACES, messages.counted(places)))
    rows += _bars(messages.YEARS, _by_year(reports), "year", actions, newest_first=True)
    rows.append(PanelRow(messages.PLACES, is_heading=True))
    if place.reports:
        rows.append(_place_row(Scope(place, is_own=True), messages.OWN_REPORTS, place, actions))
    return [*rows, *(_place_row(Scope(one), one.name, one, actions) for one in place.places)]


def _place_row(scope: Scope, name: str, place: Place, actions: Actions) -> PanelRow:
    years = place.years
    missing = years[-1] - years[0] + 1 - len(years) if years else 0
    span = messages.span_of_years(years, missing)
    count = len(place.reports) if scope.is_own else place.count
    if span and count > len(place.reports):  # the years are those of the place's own reports only
        span = messages.own_years(span)
    value = "  ".join(filter(None, (span, messages.reports(count))))
    return PanelRow(name, value, lambda: actions.go_to(scope))


def _years_of_place(place: Place, actions: Actions) -> Iterator[PanelRow]:
    """Yield each year from the first to the last, and which of them are missing."""
    yield PanelRow(messages.YEARS, is_heading=True)
    by_year: dict[int | None, list[ShelfReport]] = {}
    for report in place.reports:
        by_year.setdefault(report.plan_year, []).append(report)
    years = place.years
    for year in range(years[-1], years[0] - 1, -1) if years else ():
        for report in by_year.get(year, ()):
            detail = messages.report_detail(report.date, report.characters)
            yield PanelRow(str(year), detail, _opening(actions, report.id))
        if year not in by_year:
            yield PanelRow(str(year), messages.MISSING)
    for report in by_year.get(None, ()):
        yield PanelRow(messages.UNKNOWN_YEAR, report.title, _opening(actions, report.id))


def _opening(actions: Actions, report: int) -> Callable[[], object]:
    return lambda: actions.open_report(report)


def _by_year(reports: Iterable[ShelfReport]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for report in reports:
        year = str(report.plan_year) if report.plan_year is not None else ""
        counts[year] = counts.get(year, 0) + 1
    return counts


# -- the panel: hits ---------------------------------------------------------------------------


def distribution_rows(
    tree: PlaceTree, scope: Scope, counts: Mapping[int, int], actions: Actions
) -> list[PanelRow]:
    """Return how many hits there are in a scope: by level, by year, by place."""
    years: dict[str, int] = {}
    levels: dict[str, int] = {}
    places: dict[str, int] = {}
    total = with_hits = 0
    depth = len(scope.place.lineage)
    for report in scope.reports():
        count = counts.get(report.id, 0)
        if not count:
            continue
        total, with_hits = total + count, with_hits + 1
        year = str(report.plan_year) if report.plan_year is not None else ""
        years[year] = years.get(year, 0) + count
        levels[report.level] = levels.get(report.level, 0) + count
        lineage = tree.place_of[report.id].lineage
        key = lineage[min(depth, len(lineage) - 1)].key
        places[key] = places.get(key, 0) + count
    rows = [PanelRow(messages.total_hits(total, with_hits), is_heading=True)]
    rows += without_filter_row(actions, "level", messages.ALL_LEVELS)
    rows += without_filter_row(actions, "year", messages.ALL_YEARS)
    if not total:
        return rows
    if len(levels) > 1:
        most = max(levels.values())
        rows.append(PanelRow(messages.LEVELS, is_heading=True))
        for level in sorted(levels, key=_LEVELS.index):
            name, count = messages.LEVEL_NAMES[level], levels[level]
            pick = _narrowing(actions, "level", level) if level else None
            rows.append(PanelRow(name, messages.counted(count), pick, share=count / most))
    rows += _bars(messages.YEARS, years, "year", actions, newest_first=True)
    if len(places) > 1:
        most = max(places.values())
        rows.append(PanelRow(messages.PLACES, is_heading=True))
        for key, count in sorted(places.items(), key=lambda item: -item[1]):
            place = tree.by_key[key]
            is_own = place is scope.place
            row_scope = Scope(place, is_own=is_own and bool(place.places))
            name = messages.OWN_REPORTS if is_own else place.name
            pick = _going(actions, row_scope)
            rows.append(PanelRow(name, messages.counted(count), pick, share=count / most))
    return rows


def without_filter_row(actions: Actions, name: str, label: str) -> list[PanelRow]:
    """Return a row that takes a filter of the query away; none if it has none of that name."""
    value = actions.filter_on(name)
    return [PanelRow(label, f"{name}:{value}", _narrowing(actions, name, value))] if value else []


def _narrowing(actions: Actions, name: str, value: str) -> Callable[[], object]:
    return lambda: actions.narrow(name, value)


def stated_rows(
    tree: PlaceTree, results: Iterable[ReportResults], open_at: Callable[[int, int], object]
) -> list[PanelRow]:
    """Return the metrics in the sentences of hits, report by report."""
    rows: list[PanelRow] = []
    for found in results:
        report = tree.reports.get(found.report.id)
        if report is None or not found.metrics:
            continue
        rows.append(PanelRow(report_name(tree, report), is_heading=True))
        for metric in found.metrics:
            pick = partial(open_at, report.id, metric.start)
            rows.append(PanelRow(metric_name(metric), format_value(metric), pick))
    return rows or [PanelRow(messages.NO_METRICS_IN_HITS)]


def _going(actions: Actions, scope: Scope) -> Callable[[], object]:
    return lambda: actions.go_to(scope)


def _bars(
    heading: str, counts: Mapping[str, int], filter_name: str, actions: Actions, newest_first: bool
) -> list[PanelRow]:
    """Return a bar for each number; choosing one narrows the query to it. Years between others that have none are shown."""
    known = sorted(int(year) for year in counts if year)
    if not known:
        return []
    most = max(counts.values())
    rows = [PanelRow(heading, is_heading=True)]
    years = range(known[0], known[-1] + 1)
    for year in reversed(years) if newest_first else years:
        count = counts.get(str(year), 0)
        pick = _narrowing(actions, filter_name, str(year)) if count else None
        rows.append(PanelRow(str(year), messages.counted(count), pick, share=count / most))
    if unknown := counts.get(""):
        rows.append(PanelRow(messages.UNKNOWN_YEAR, messages.counted(unknown), share=unknown / most))
    return rows
