"""The main indicators of a brief: target, actual, and what was promised for it the year before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from tui.metrics.amounts import amounts, unit_of
from tui.metrics.comparison import ComparisonRow
from tui.metrics.indicator_order import places
from tui.metrics.indicators import default_indicators
from tui.metrics.near_indicators import SAME_IN_USE
from tui.metrics.units import COUNTED, RATES, base_quantity_power
from tui.metrics.years import years_of
from tui.pages.brief import IndicatorRow
from tui.promises.model import CERTAINTIES, Promise
from tui.report.model import Metric, Report
from tui.report.sentences import paragraph_at, sentence_at
from tui.series.choice import WHOLE

#: Indicators at most, and how many other comparisons fill up where a report has few main ones.
MOST_ROWS, FEWEST_ROWS = 12, 6
#: What a figure may be of that is named before it, and not of the place as a whole: 临港新片区.
_PART_OF_PLACE = re.compile(
    r"(?:新|新片|片|开发|高新|示范|试验|园|自贸|保税|功能|合作|经济|引领|先行|启动|湾|城)区(?![域别位])|县域|都市圈|城市群"
)
#: What a figure of a single year, of the whole, is not.
_OTHER = ("average", "cumulative")


def indicator_rows(
    report: Report, rows: Sequence[ComparisonRow], promises: Sequence[Promise], planned: Collection[int] = ()
) -> list[IndicatorRow]:
    """Return the main indicators of a report in their usual order.

    Args:
        report: The report.
        rows: Its comparison.
        promises: Those of the year before; none if they are not known.
        planned: Where figures start that are in tasks: nothing there was done already.
    """
    main: dict[str, IndicatorRow] = {}
    others: list[IndicatorRow] = []
    for row in rows:
        if row.horizon == "plan":
            continue
        made = _row(report, row)
        if made is None:
            continue
        canonical = row.canonical or _named(made)
        if canonical in places():
            main.setdefault(canonical, made)
        elif row.comparable == "strict":
            others.append(made)
    for metric in _actuals(report):
        if metric.start not in planned and not _is_of_part(report, metric):
            main.setdefault(metric.canonical, IndicatorRow(metric.indicator, actual=metric))
    start, end = _target_list(report, main.values())
    chosen = sorted(
        main,
        key=lambda canonical: (
            main[canonical].target_offset is None,
            not start <= main[canonical].offset < end,
            places()[canonical].order,
        ),
    )
    chosen = [one for one in chosen if not _is_of_some(main[one], main.values())]
    chosen = sorted(chosen[:MOST_ROWS], key=lambda canonical: places()[canonical].order)
    found = [main[canonical] for canonical in chosen]
    found += others[: max(0, FEWEST_ROWS - len(found))]
    told = [promise for promise in promises if promise.actual is None or promise.actual.start not in planned]
    return [_with_promise(row, told) for row in found]


def _row(report: Report, row: ComparisonRow) -> IndicatorRow | None:
    """Return a row of the comparison as one of the brief; None if the text does not have it in these words."""
    if row.target is not None:
        is_loose = row.comparable == "loose"
        return IndicatorRow(row.indicator, row.target, "", row.target.start, row.actual, is_loose)
    offset = report.text.rfind(f"{row.indicator}{row.target_text}")
    return (
        IndicatorRow(row.indicator, None, row.target_text, offset, row.actual, row.actual is not None)
        if offset >= 0
        else None
    )


def _named(row: IndicatorRow) -> str:
    """Return the main indicator that a target in words is about; empty if it is none of them."""
    if not row.target_text:
        return ""
    found = default_indicators().find(row.name, "%", "growth")
    return found.id if found else ""


def _target_list(report: Report, rows: Iterable[IndicatorRow]) -> tuple[int, int]:
    """Return the span of the paragraph with most main targets: 主要预期目标是：…; empty for none."""
    spans = Counter(
        paragraph_at(report.text, row.target_offset) for row in rows if row.target_offset is not None
    )
    return spans.most_common(1)[0][0] if spans else (0, 0)


def _actuals(report: Report) -> Iterator[Metric]:
    """Yield what was done in the year reviewed, rates of growth first."""
    year = report.front.review_year
    if year is None:
        return
    done = [
        metric
        for metric in report.metrics
        if metric.status == "achieved" and metric.canonical in places()
        if years_of(metric.period) == (year, year) and metric.period == str(year)
        if not metric.part_of
        and (metric.measure == "level" or (metric.measure == "growth" and metric.unit in RATES))
        if not any(one in metric.attributes for one in _OTHER)
    ]
    yield from sorted(done, key=lambda metric: metric.measure != "growth")


def _is_of_part(report: Report, metric: Metric) -> bool:
    """Tell whether the sentence of a figure names a part of the place before it, and not the whole of it behind that."""
    text, end = report.text, metric.start
    start, _ = sentence_at(text, end)
    parts = [
        match.end()
        for match in _PART_OF_PLACE.finditer(text, start, end)
        if not report.place.endswith(match[0])
    ]
    return bool(parts) and not WHOLE.search(text, parts[-1], end)


def _is_of_some(row: IndicatorRow, rows: Iterable[IndicatorRow]) -> bool:
    """Tell whether a row counts the same as another with a longer name, and less: 新增就业8000人 beside 城镇新增就业20万人."""
    target = row.target
    return (
        target is not None
        and base_quantity_power(target.unit)[1] in COUNTED
        and any(
            other.target is not None
            and other.name != row.name
            and other.name.endswith(row.name)
            and unit_of(other.target) == unit_of(target)
            and amounts(target)[1] < amounts(other.target)[0]
            for other in rows
        )
    )


def _with_promise(row: IndicatorRow, promises: Iterable[Promise]) -> IndicatorRow:
    """Return a row with what was promised for it; the actual of a sure link fills in for one that is not known.

    A promise that was linked to another figure than the one shown is left out: one of the two is not about this indicator.
    """
    shown = row.actual or row.target
    if shown is None:
        return row
    for promise in sorted(promises, key=lambda promise: CERTAINTIES.index(promise.certainty)):
        if not _is_about(promise, row, shown):
            continue
        if promise.actual is None or (row.actual is not None and _is_same(promise.actual, row.actual)):
            return row._replace(promise=promise)
        if row.actual is None and promise.certainty == "sure":
            return row._replace(actual=promise.actual, promise=promise)
    return row


def _is_about(promise: Promise, row: IndicatorRow, shown: Metric) -> bool:
    target = promise.target
    if row.target is not None and _are_others(row.target, target):
        return False
    if promise.actual is not None and row.actual is not None and promise.actual.start == row.actual.start:
        return True
    return bool(target.canonical) and target.canonical == shown.canonical and target.measure == shown.measure


def _are_others(one: Metric, other: Metric) -> bool:
    """Tell whether two targets are of different main indicators: 居民收入, and 城镇居民收入 the year before."""
    ids = frozenset((one.canonical, other.canonical))
    return "" not in ids and len(ids) > 1 and ids not in SAME_IN_USE


def _is_same(one: Metric, other: Metric) -> bool:
    return one.start == other.start or (one.value, one.unit, one.direction) == (
        other.value,
        other.unit,
        other.direction,
    )
