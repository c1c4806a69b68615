"""Series and rankings with fixed figures, made without a library."""

from __future__ import annotations

from decimal import Decimal

from tests.support.past import figure, sample_series
from tui.metrics.indicators import default_indicators
from tui.promises.model import Gap, Verdict
from tui.report.reference import ReportRef
from tui.series.export import Writer
from tui.series.model import Ranking, RankRow, Series, SeriesYear, Stated
from tui.view_session import ViewSession
from tui.views.figures import IndicatorChoice, RankSet, SeriesSet
from tui.visits import Source, View

INDICATORS = [
    IndicatorChoice("地区生产总值", "gdp", "地区生产总值 GDP"),
    IndicatorChoice("居民消费价格", "cpi", "居民消费价格 CPI"),
]
PATHS = {(number, "1"): "一、回顾" for number in range(20)}
WRITER = Writer(lambda report, node: PATHS.get((report, node), ""), str, default_indicators())


def second_series() -> Series:
    """Return the same years of another place, with amounts and other values."""
    place = "金水区"
    years = tuple(
        SeriesYear(
            year, said("7%", year, 10, place), said(f"{year - 2013}%", year + 1, 11, place), "met",
            amount=said("1200亿元", year + 1, 11, place),
        )
        for year in range(2018, 2024)
    )  # fmt: skip
    return sample_series()._replace(place=place, years=years)


def said(quote: str, year: int, number: int, place: str = "惠济区", code: str = "410108") -> Stated:
    """Return a statement in a short sentence."""
    ref = ReportRef(place, year, "政府工作报告", "", "", "", number, "county", code, "410100")
    text = f"地区生产总值增长{quote}。"
    metric = figure(quote, "地区生产总值", 100 + text.index(quote), "gdp", str(year))._replace(node="1")
    return Stated(ref, metric, (100, 100 + len(text)), text)


def series_session(*series: Series, state: tuple[str, ...] = ()) -> ViewSession:
    """Return a screen of series: the sample, or others."""
    series = series or (sample_series(),)
    places = tuple(one.place for one in series)
    content = SeriesSet(series, places, PATHS, WRITER, INDICATORS, ["惠济区", "金水区", "上街区"])
    view = View("series", (Source(library_report=8),), ("gdp", "growth", *places), state)
    return ViewSession(view, content)


def rank_row(
    place: str, code: str, target: str, actual: str, verdict: Verdict | None = None, gap: str = ""
) -> RankRow:
    """Return a place of a ranking."""
    one = said(target, 2023, 7, place, code) if target else None
    other = said(actual, 2024, 8, place, code) if actual else None
    some = other or one
    assert some is not None
    distance = Gap(Decimal(gap), "个百分点") if gap else None
    return RankRow(some.report, one, other, distance, "郑州市", verdict)


ROWS = (
    rank_row("金水区", "410105", "6%", "7.5%", "exceeded", "1.5"),
    rank_row("惠济区", "410108", "7%", "6%", "missed", "-1"),
    rank_row("上街区", "410106", "", "5%"),
    rank_row("二七区", "410103", "6%", "3%", "missed", "-3"),
)
ONLY_TARGET = rank_row("中原区", "410102", "6.5%", "")
ABOVE = (rank_row("郑州市", "410100", "7%", "7.4%", "exceeded", "0.4"), rank_row("全国", "000000", "5%", ""))


def rank_session(state: tuple[str, ...] = ()) -> ViewSession:
    """Return a screen of a ranking with places of every kind."""
    ranking = Ranking(
        "gdp",
        "地区生产总值",
        "growth",
        2023,
        "county",
        ROWS,
        ("管城区",),
        ABOVE,
        "actual",
        "410108",
        "higher",
    )
    first, own, _, last = ROWS
    by_target = ranking._replace(
        rows=(own, ONLY_TARGET, last, first), missing=("管城区", "上街区"), by="target"
    )
    content = RankSet(
        ranking, by_target, "", "惠济区", [("province", ""), ("county", ""), ("county", "郑州市")], [2022, 2023],
        PATHS, WRITER, INDICATORS,
    )  # fmt: skip
    words = ("gdp", "growth", "2023", "county", "")
    return ViewSession(View("ranking", (Source(library_report=8),), words, state), content)
