"""The period a metric speaks of: ``2023``, ``2019-2023``, ``2023Q1``, ``2023Q1-3``, ``2023H1``, ``2023M1-11``; ``2023Q`` of quarters that are told each."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tui.metrics.flows import is_done_over_time, is_reached
from tui.metrics.parts_of_year import period_in
from tui.metrics.scopes import Scopes
from tui.metrics.tense import Tense
from tui.metrics.times import QUOTED_PLAN, Clock, Time, is_elapsed, years_lasted
from tui.report.model import Attribute, Measure, Status

#: 年均增长8%; but not the mean of a year: PM2.5年均浓度.
_AVERAGE = re.compile(
    r"(?<![去上今])年平?均(?!标准|补助|工资|浓度|值|水平(?!增)|气温|降[雨水]|温度|[^,;。]{0,6}浓度)|平均每年|每年平均|年递增|每年(?:分别|平均)?(?:增长|递增|下降|递减)"
)
#: The same unless one year or place is compared with another: 比去年平均增长, 比全省平均增幅高.
_MEAN_GROWTH = re.compile("(?<![国省市区县州])平均(?:增长|递增|增加|增幅|增速)")
#: 年均增长8%,高于全省2个百分点: the difference is one of averages, too.
_ENDS_WITH_AVERAGE = re.compile(r"年平?均[^,;。]*,?$|平均每年[^,;。]*,?$")
_CUMULATIVE = re.compile(r"累计|总计|合计")
_CUMULATIVE_IN_SPAN = re.compile(r"年共|共计|(?<!公)共(?=[^同享青治产达有建]|建成)")
#: 比“十一五”净增19亿元: what was done over years is compared with the same of other years.
_EXCEEDS_A_PLAN = re.compile(rf"[比较是为]{QUOTED_PLAN}(?:时期|期间)?的?[^末]{{0,4}}$")
_YEAR_BEFORE, _THIS_YEAR = "上年", "今年"
_COMPARED_WITH_YEAR_BEFORE = re.compile(r"同比|[比较](?:上|去)年")
#: 增长1倍: by how much, not how many times as much.
_GROWS_BY = re.compile(
    r"(?:增长|增加|提高|扩大|提升|上升|改善|精简|压减)(?:了|近|约|超过?|达到?|接近)*$|[三四五十]年(?:接近|实现)?翻?$"
)
#: 累计削减82%.
_REDUCED_IN_ALL = re.compile("累计(?:削减|压减|精简|减少|取消|下放)")
_AVERAGED, _SHARE_OF = "平均", "占"
#: 五年累计支出1.2万亿元,占财政支出的69%: the share of a sum of years.
_SUMMED = re.compile("累计[^,;。]*元[^,;。]*,?$")
_EXTENT, _MEAN, _ALL = "幅度", "均", "共"
#: Sums that grow by more than this percentage in several years: 社会消费品零售总额161.1亿元,增长9.1%.
_SLOW = 14
#: 单位生产总值能耗 is none of them.
_INTENSITY = re.compile("单位|万元|能耗|排放|比重|占")
_ACCOUNTS = re.compile(
    "生产总值|GDP|增加值|零售总额|固定资产投资|进出口|财政收入|预算收入|居民.{0,5}收入|纯收入|旅游.{0,3}收入|[一二三]产"
)
#: 到“十五”末累计投资1864亿元: money is added up over the years to the goal, buildings stand there by then.
_SUM_OF_MONEY = re.compile(
    "(?:投资|投入|融资|资金|外资)(?:总?额)?累计|累计(?:完成|实现|利用)?[^,;。]{0,12}(?:投资|投入|融资|外资)"
)
_COMPARED_WITH_OTHERS = re.compile(r"[高低快慢多少优]于|高出|领先")


class Moment(NamedTuple):
    """When a metric is about.

    Attributes:
        period: Its period.
        attributes: Whether it is an average or a sum of several years.
        words: The words outside its clause that tell; empty if there are none.
        is_stated: Whether its own sentence tells.
    """

    period: str
    attributes: tuple[Attribute, ...]
    words: str
    is_stated: bool


class Figure(NamedTuple):
    """What the period of a metric is read from.

    Attributes:
        start: Its offset.
        before: Its clause up to it, behind the figure before it.
        clause: Its clause.
        clause_start: Where the clause starts.
        earlier: The sentence before the clause, or its end.
        sentence: Where its sentence starts.
        after: What follows it.
        measure: Its measure.
        tense: What its clause speaks of.
        status: Its status.
        is_baseline: Whether it is the first of two, as in 由36.7%提高到43.4%.
        rate: Its value if it is in per cent, else None.
    """

    start: int
    before: str
    clause: str
    clause_start: int
    earlier: str
    sentence: int
    after: str
    measure: Measure
    tense: Tense
    status: Status
    is_baseline: bool
    rate: Decimal | None = None


def moment_of(figure: Figure, scopes: Scopes) -> Moment:
    """Return when a metric is about."""
    clock, is_ahead = scopes.clock, figure.tense == "plan"
    stated = [
        years_lasted(time, clock, is_ahead=is_ahead)
        for time in scopes.in_sentence(figure.start, figure.sentence)
    ]
    own = next(
        (time for time in reversed(stated) if time.kind != "base" and _fits(time, figure, clock)), None
    )
    scope = scopes.around(figure.start, figure.sentence)
    outer = next((time for time in scope.times if _fits(time, figure, clock, is_around=True)), None)
    time = own if own is not None and (own.years or outer is None or outer.kind != "year") else outer
    span = scope.span if _is_of_tense(scope.span, figure.tense, clock) else None
    attributes = _attributes(figure, time)
    if "average" in attributes:
        years = _averaged(stated, time, span, clock, figure)
    elif figure.is_baseline:
        years = _base_years(stated, time, figure, clock)
    else:
        years = _years(time, figure, stated, clock)
        if span is not None and _EXCEEDS_A_PLAN.search(figure.before):
            years = span
    words = time.words if time is not None and time.start < figure.clause_start else ""
    return Moment(_as_text(years, figure), attributes, words, own is not None)


def _fits(time: Time, figure: Figure, clock: Clock, *, is_around: bool = False) -> bool:
    """Return whether a time may govern a figure: what is done has no time to come, what is planned no past."""
    if time.words == _YEAR_BEFORE and figure.tense == "past":
        return False  # what a review compares with
    if time.words.endswith(_AVERAGED) and time.start < figure.clause_start:
        return False  # 两年平均增长5%，投资增长8%
    if time.years is None:
        return not is_around and time.kind == "year"
    if not (is_around or time.opens or time.start >= figure.clause_start or _is_usual(time, clock)):
        return time.kind != "year"
    if is_around or time.kind == "span":
        return (clock.is_late and is_elapsed(time)) or _is_of_tense(time.years, figure.tense, clock)
    return True


def _is_usual(time: Time, clock: Clock) -> bool:
    return time.years is not None and time.years[1] in (clock.review, clock.plan)


def _is_of_tense(years: tuple[int, int] | None, tense: Tense, clock: Clock) -> bool:
    if years is None:
        return False
    if tense == "past":
        return clock.review is None or years[1] <= clock.review
    return clock.plan is None or years[1] >= clock.plan


def _usual(tense: Tense, clock: Clock) -> int | None:
    return clock.review if tense == "past" else clock.plan


def _one(year: int | None) -> tuple[int, int] | None:
    return None if year is None else (year, year)


def _years(time: Time | None, figure: Figure, stated: list[Time], clock: Clock) -> tuple[int, int] | None:
    """Return the years of a figure that is neither an average nor a baseline."""
    if time is None or time.years is None or (time not in stated and time.kind == "year"):
        is_long_term = figure.tense == "plan" and any(_precedes(other, clock) for other in stated)
        if is_long_term:
            return None
    if time is None or time.years is None:
        return _one(_usual(figure.tense, clock))
    if time.kind == "goal" and clock.plan and _SUM_OF_MONEY.search(figure.before):
        return min(clock.plan, time.years[1]), time.years[1]
    if time.kind != "span":
        return _in_tense(time, figure.tense, clock)
    return time.years if _covers_all_years(figure, stated) else _one(time.years[1])


def _in_tense(time: Time, tense: Tense, clock: Clock) -> tuple[int, int] | None:
    """Return the year of a time; 今年 is the one reviewed where the text looks back."""
    return _one(clock.review) if tense == "past" and time.words == _THIS_YEAR else time.years


def _precedes(time: Time, clock: Clock) -> bool:
    """Return whether a year compared with is earlier than the one before the plan: 比2020年翻一番."""
    return bool(time.kind == "base" and time.years and clock.plan and time.years[1] < clock.plan - 1)


def _covers_all_years(figure: Figure, stated: list[Time]) -> bool:
    """Return whether a figure of a span of years is about all of them, not about the last."""
    if figure.measure == "growth" or (
        figure.measure in ("multiple", "share") and _GROWS_BY.search(figure.before)
    ):
        own = [time for time in stated if time.start >= figure.clause_start]
        compared = any(time.kind == "base" for time in own) or _COMPARED_WITH_YEAR_BEFORE.search(
            figure.clause
        )
        is_yearly = (
            compared or _COMPARED_WITH_OTHERS.search(figure.before) or _grows_in_a_year(figure, stated)
        )
        return not is_yearly
    if figure.measure == "share":
        reduced = _REDUCED_IN_ALL.search(figure.earlier if _EXTENT in figure.before else figure.before)
        is_of_a_sum = figure.before.startswith(_SHARE_OF) and _SUMMED.search(figure.earlier)
        return bool(reduced or is_of_a_sum)
    if figure.measure != "level" or figure.status == "ongoing":
        return False
    clause = figure.clause[: max(0, figure.start - figure.clause_start)]
    if is_done_over_time(figure.before, clause, figure.earlier, figure.after):
        return True
    return figure.tense == "plan" and not is_reached(figure.before, clause)


def _grows_in_a_year(figure: Figure, stated: list[Time]) -> bool:
    """Return whether a sum of the national accounts grew so little that it did so in the last year of a review."""
    is_slow = figure.rate is not None and figure.rate < _SLOW
    is_of_years = any(time.kind == "span" for time in stated) or figure.tense == "plan"
    if not is_slow or is_of_years or _INTENSITY.search(figure.clause):
        return False
    return _ACCOUNTS.search(figure.earlier + figure.clause) is not None


def _averaged(
    stated: list[Time], time: Time | None, span: tuple[int, int] | None, clock: Clock, figure: Figure
) -> tuple[int, int] | None:
    """Return the years an average is of: those stated, those since the year compared with, or those around."""
    spans = [other.years for other in stated if other.kind == "span"]
    if spans and _is_of_tense(spans[-1], figure.tense, clock):
        return spans[-1]
    if time is not None and time.kind == "span":
        return time.years
    last = time.years[1] if time is not None and time.years else _usual(figure.tense, clock)
    bases = [other.years[1] for other in stated if other.kind == "base" and other.years]
    if figure.tense == "plan" and clock.plan:
        bases = [
            base for base in bases if base >= clock.plan - 1
        ]  # 在2010年基础上翻番, by growth from now on
    if last is not None and bases and bases[-1] < last - 1:
        return bases[-1] + 1, last
    is_goal = time is not None and time.kind == "goal"
    if span is not None and not (is_goal and time in stated and span[1] != last):
        return span
    return (clock.plan, last) if is_goal and clock.plan and last and clock.plan < last else None


def _base_years(
    stated: list[Time], time: Time | None, figure: Figure, clock: Clock
) -> tuple[int, int] | None:
    """Return the year of the first of two figures: the one stated, or the one before the years that govern it."""
    bases = [other.years for other in stated if other.kind == "base" and other.years]
    if bases:
        return bases[-1]
    if figure.tense == "plan":
        return _one(clock.review)
    first = time.years[0] if time is not None and time.years else clock.review
    return None if first is None else _one(first - 1)


def _attributes(figure: Figure, time: Time | None) -> tuple[Attribute, ...]:
    is_span = time is not None and time.kind == "span"
    attributes: list[Attribute] = []
    is_beside_average = (
        _MEAN in figure.earlier
        and _COMPARED_WITH_OTHERS.search(figure.before)
        and _ENDS_WITH_AVERAGE.search(figure.earlier)
    )
    if _is_average(figure.before) or is_beside_average:
        attributes.append("average")
    if _CUMULATIVE.search(figure.before) or (
        is_span and _ALL in figure.before and _CUMULATIVE_IN_SPAN.search(figure.before)
    ):
        attributes.append("cumulative")
    return tuple(attributes)


@lru_cache(maxsize=64)  # lists repeat their clauses
def _is_average(before: str) -> bool:
    if _AVERAGE.search(before):
        return True
    return bool(_MEAN_GROWTH.search(before)) and not _COMPARED_WITH_YEAR_BEFORE.search(before)


def _as_text(years: tuple[int, int] | None, figure: Figure) -> str:
    if years is None:
        return ""
    if years[0] < years[1]:
        return f"{years[0]}-{years[1]}"
    return period_in(years[1], figure.earlier, figure.clause, is_baseline=figure.is_baseline)
