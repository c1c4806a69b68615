"""Rank the places of a level by an indicator in a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from tui.messages import series as messages
from tui.metrics.amounts import amounts, unit_of
from tui.metrics.indicator_order import Better
from tui.promises.model import MISSED, Verdict
from tui.report.model import Measure
from tui.report.reference import ReportRef
from tui.series.asked import Asked
from tui.series.building import MEASURES, Source, Year, judged, notes_of
from tui.series.model import Kept, RankBy, Ranking, RankRow

#: Where targets stand that were kept or not, but are bounds, from which no distance is told.
_RANKS: dict[Verdict | None, int] = {"exceeded": 0, "met": 1, **dict.fromkeys(MISSED, 2)}


def usual_measure(sources: Iterable[Source], years: Sequence[int] = ()) -> Measure:
    """Return the measure in which most places state targets, or actuals if none does.

    Args:
        sources: The places.
        years: The years that count; all if there are none.
    """
    targets: Counter[Measure] = Counter()
    actuals: Counter[Measure] = Counter()
    for source in sources:
        for measure in MEASURES:
            stated = [source.year(year, measure) for year in years or source.all_years()]
            targets[measure] += sum(one.target is not None for one in stated)
            actuals[measure] += sum(one.actual is not None for one in stated)
    return max(MEASURES, key=lambda measure: (targets[measure], actuals[measure]))


def build_ranking(
    sources: Sequence[Source],
    asked: Asked,
    year: int,
    level: str,
    parents: Mapping[str, str],
    measure: Measure | None = None,
    by: RankBy = "actual",
    own: str = "",
    above: Sequence[Source] = (),
) -> Ranking:
    """Return the ranking of places.

    Args:
        sources: The places, each with its reports of the year and of the next.
        asked: What is asked for.
        year: The year.
        level: Their level.
        parents: Names of divisions, by code.
        measure: What of the indicator; None for that in which targets are stated.
        by: What the places are sorted by.
        own: Code of one's own place.
        above: The divisions above it.
    """
    measure = measure or usual_measure(sources, (year,))
    rows = [_row(source, year, measure, parents) for source in sources]
    ranked = [row for row in rows if _has(row, by)]
    ranked.sort(key=lambda row: rank_key(row, by, asked.better))
    ranked = list(_by_unit(ranked, by))
    missing = [
        row.place.place
        for source, row in zip(sources, rows, strict=True)
        if not _has(row, by) and _may_have(source, by, year)
    ]
    others = tuple(_row(source, year, measure, parents) for source in above)
    return Ranking(
        asked.id,
        asked.name,
        measure,
        year,
        level,
        tuple(ranked),
        tuple(missing),
        others,
        by,
        own,
        asked.better,
    )


def _row(source: Source, year: int, measure: Measure, parents: Mapping[str, str]) -> RankRow:
    stated = source.year(year, measure)
    became = judged(stated)
    report = _report(source, year)
    return RankRow(
        report,
        stated.target.stated if stated.target else None,
        stated.actual.stated if stated.actual else None,
        became.gap if became else None,
        parents.get(report.parent, ""),
        became.verdict if became else None,
        notes_of(source.asked, stated),
        year in source.reports,
        year + 1 in source.reports,
    )


def _report(source: Source, year: int) -> ReportRef:
    """Return the report that reviews a year, or else the one that plans it."""
    return source.reports.get(year + 1) or source.reports[year]


def _has(row: RankRow, by: RankBy) -> bool:
    """Tell whether a row has what the places are sorted by."""
    if by == "gap":
        return row.verdict in _RANKS
    return (row.target if by == "target" else row.actual) is not None


def _may_have(source: Source, by: RankBy, year: int) -> bool:
    """Tell whether there is the report that would state it; a place without one is not missing."""
    needed = {"target": (year,), "actual": (year + 1,), "gap": (year, year + 1)}[by]
    return all(plan_year in source.reports for plan_year in needed)


def rank_key(row: RankRow, by: RankBy, better: Better) -> tuple[int, Decimal, str]:
    """Return where a row stands: the better first, then what has nothing to sort by; places that state the same by code.

    Args:
        row: The row.
        by: What is sorted by.
        better: Which values of the indicator are better.
    """
    sign = 1 if better in ("lower", "within") else -1
    if by == "gap":
        gap = row.gap.value if row.gap is not None else Decimal(0)
        return _RANKS.get(row.verdict, len(_RANKS)), sign * gap, row.place.code
    stated = row.target if by == "target" else row.actual
    if stated is None:
        return 1, Decimal(0), row.place.code
    return 0, sign * amounts(stated.metric)[1], row.place.code


def _by_unit(rows: Sequence[RankRow], by: RankBy) -> Iterator[RankRow]:
    """Yield rows, those in another unit than most last, with a note: 亿美元 are not to be ranked among 亿元."""
    if by == "gap":
        yield from rows
        return
    stated = [row.target if by == "target" else row.actual for row in rows]
    units = [unit_of(one.metric) for one in stated if one is not None]
    usual = Counter(units).most_common(1)[0][0] if units else ""
    yield from (row for row, unit in zip(rows, units, strict=True) if unit == usual)
    for row, unit in zip(rows, units, strict=True):
        if unit != usual:
            yield row._replace(notes=(*row.notes, messages.ranked_apart(unit)))


def ranks_in(ranking: Ranking) -> Iterator[str]:
    """Yield the rank of each row, from 1; rows that state the same share one.

    Those in another unit than most have none, nor has a single row.
    """
    usual: str | None = None
    last, rank = None, 0
    for number, row in enumerate(ranking.rows, 1):
        key = rank_key(row, ranking.by, ranking.better)[:2]
        stated = row.target if ranking.by == "target" else row.actual
        unit = unit_of(stated.metric) if stated is not None and ranking.by != "gap" else ""
        usual = unit if usual is None else usual
        if key != last:
            last, rank = key, number
        yield str(rank) if unit == usual and len(ranking.rows) > 1 else ""


def count_kept(years: Iterable[tuple[int, Year]]) -> tuple[Kept, ...]:
    """Return how many targets of each year were exceeded, met and missed.

    Args:
        years: What places state of years.
    """
    counts: dict[int, Counter[Verdict]] = {}
    for year, stated in years:
        became = judged(stated)
        if became is not None:
            counts.setdefault(year, Counter())[became.verdict] += 1
    return tuple(Kept(year, dict(counts[year])) for year in sorted(counts))
