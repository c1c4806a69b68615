"""Statements for tests: a figure in its sentence, in a report of a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tui.metrics.indicators import default_indicators
from tui.report.model import Direction, Measure, Metric, Qualifier, Status
from tui.report.reference import ReportRef
from tui.series.asked import Asked, asked_for
from tui.series.building import Source
from tui.series.choice import Statement
from tui.series.model import Stated


def report(place: str = "青川县", year: int = 2022) -> ReportRef:
    """Return a report that plans a year."""
    return ReportRef(place, year, "政府工作报告", "", "", "", year, "county", "510822", "510800")


def said(
    sentence: str,
    figure: str,
    year: int,
    measure: Measure = "growth",
    status: Status = "achieved",
    canonical: str = "gdp",
    nth: int = 0,
    company: int = 0,
    qualifier: Qualifier = "exact",
    ref: ReportRef | None = None,
    **fields: object,
) -> Statement:
    """Return the statement of a figure in a sentence: ``8%`` or ``12亿元``, the nth such."""
    start = -1
    for _ in range(nth + 1):
        start = sentence.index(figure, start + 1)
    number = figure.rstrip("%亿万美元人斤吨")
    direction: Direction | None = "up" if measure == "growth" else None
    metric = Metric(
        f"m{start:03}", "1", start, start + len(figure), figure, "地区生产总值", (Decimal(number),), figure[len(number) :],
        qualifier, False, measure, direction, status, str(year), canonical=canonical,
    )  # fmt: skip
    metric = metric._replace(**fields)  # type: ignore[arg-type]
    return Statement(Stated(ref or report(), metric, (0, len(sentence)), sentence), canonical, company)


def growth(year: int, number: str, status: Status = "achieved", **fields: object) -> Statement:
    """Return a plain statement of growth."""
    return said(f"地区生产总值增长{number}%。", f"{number}%", year, "growth", status, **fields)  # type: ignore[arg-type]


def level(year: int, number: str, **fields: object) -> Statement:
    """Return a plain statement of a level."""
    return said(f"地区生产总值{number}亿元。", f"{number}亿元", year, "level", **fields)  # type: ignore[arg-type]


def source(
    statements: Mapping[int, Sequence[Statement]],
    asked: Asked | None = None,
    names: Mapping[int, str] | None = None,
) -> Source:
    """Return a place with a report for each year planned, and what each states."""
    reports = {year: report(year=year) for year in statements}
    return Source(asked or asked_for("gdp", default_indicators()), "青川县", reports, statements, names or {})
