"""Promises and years of a place, made for tests of what the screen shows of them."""

from __future__ import annotations

from decimal import Decimal

from tests.support.samples import huiji
from tui.library.past import LastPromises, Years
from tui.promises.model import Candidate, Certainty, Gap, OwnVerdict, Promise, Verdict
from tui.report.errors import ReadError
from tui.report.model import Metric
from tui.report.reference import ReportRef
from tui.series.model import Series, SeriesYear, Stated

#: The report of the year before the built-in one.
PLAN_TEXT = (
    "地区生产总值增长7.5%以上。固定资产投资增长10%。社会消费品零售总额增长9%左右。新增市场主体2万户。新建公园3个。"
    "改造老旧小区35个。发放创业贷款5000万元。建设停车泊位4000个。新增公交线路5条。"
)


def figure(quote: str, name: str, at: int = 0, canonical: str = "", period: str = "2023") -> Metric:
    """Return a metric: growth in percent, or a level."""
    number = "".join(character for character in quote if character in "0123456789.")
    unit = "%" if "%" in quote else quote[len(number) :]
    first = huiji().metrics[0]
    return first._replace(
        id=f"x{at}", start=at, end=at + len(quote), quote=quote, indicator=name, value=(Decimal(number),),
        unit=unit, measure="growth" if unit == "%" else "level", direction=None, qualifier="exact",
        estimated=False, status="target", period=period, attributes=(), canonical=canonical,
    )  # fmt: skip


def promise(
    quote: str,
    name: str,
    verdict: Verdict,
    actual: Metric | None = None,
    certainty: Certainty = "sure",
    gap: str = "",
    note: str = "",
    canonical: str = "",
    offered: tuple[int, ...] = (),
    own: OwnVerdict | None = None,
) -> Promise:
    """Return a promise of the earlier report; its target stands where its number does."""
    target = figure(quote, name, PLAN_TEXT.index(quote), canonical)
    sentence = (actual.start, actual.end) if actual is not None else None
    candidates = tuple(Candidate(at, at + 10, 0.5) for at in offered)
    difference = Gap(Decimal(gap), "个百分点") if gap else None
    return Promise(target, certainty, actual, sentence, candidates, verdict, difference, note, own)


def sample_promises() -> LastPromises:
    """Return promises of every kind, beside the built-in report."""
    metrics = huiji().metrics
    rows = (
        promise(
            "7.5%", "地区生产总值", "missed", metrics[0], gap="-1.5", canonical="gdp", note="报告自认未达"
        ),
        promise("10%", "固定资产投资", "exceeded", metrics[1], gap="6", canonical="fixed_asset_investment"),
        promise("9%", "社会消费品零售总额", "not_mentioned", None, "none", canonical="retail_sales"),
        promise("2万户", "新增市场主体", "missed", metrics[2]),
        promise("3个", "新建公园", "met", metrics[5], "likely"),
        promise("35个", "改造老旧小区", "undecided", None, "none", offered=(300, 500)),
        promise("5000万元", "发放创业贷款", "met_in_words")._replace(sentence=(700, 720)),
        promise("4000个", "建设停车泊位", "missed", metrics[7], own=OwnVerdict("met", "含社会泊位")),
        promise("5条", "新增公交线路", "not_mentioned", None, "none"),
    )
    return LastPromises(PLAN_TEXT, 7, 2023, rows)


def stated(quote: str, year: int, number: int, at: int = 40) -> Stated:
    """Return a statement of growth in the report of a year."""
    ref = ReportRef("惠济区", year, "政府工作报告", "", "", "", number)
    metric = figure(quote, "地区生产总值", at, "gdp", str(year))
    return Stated(ref, metric, (at, at + 10), f"地区生产总值增长{quote}。")


def estimated(figure: Stated) -> Stated:
    """Return a statement that is an estimate."""
    return figure._replace(metric=figure.metric._replace(estimated=True))


def sample_series() -> Series:
    """Return years of every kind."""
    years = (
        SeriesYear(2019, stated("8%", 2019, 3), stated("7.5%", 2020, 4), "missed", gap=Gap(Decimal("-0.5"), "个百分点")),
        SeriesYear(2020, stated("7%", 2020, 4), stated("1.5%", 2021, 5), "missed", ("普查修订",)),
        SeriesYear(2021, stated("6.5%", 2021, 5), None),
        SeriesYear(2022, None, None, has_plan=False, has_results=False),
        SeriesYear(2023, stated("7.5%", 2023, 7), estimated(stated("6%", 2024, 8)), "missed", notes=("预计数",)),
        SeriesYear(2024, stated("7%", 2024, 8), None, has_results=False),
    )  # fmt: skip
    return Series("gdp", "地区生产总值", "growth", "惠济区", years)


class FixedPast:
    """Knows the samples; the report on the screen is number 8."""

    def promises(self) -> LastPromises:
        """Return the sample promises."""
        return sample_promises()

    def years(self, metric: Metric) -> Years:
        """Return the sample series, under the name of the metric."""
        if not metric.indicator:
            raise ReadError("没有名称")
        return Years(sample_series()._replace(name=metric.indicator), 8, bool(metric.canonical))
