"""Choose what a report states of an indicator for a year, among all it says of it: the figure of the whole place and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.messages import series as messages
from tui.metrics.amounts import amounts
from tui.metrics.labels import format_value
from tui.report.model import Measure, Metric
from tui.report.numerals import half_width
from tui.series.model import Stated

Kind = Literal["target", "actual"]

#: Attributes of figures of several years.
_OF_YEARS = frozenset(("average", "cumulative"))
#: Units of growth; 增加129亿元 and 增长1.2倍 are no growth in percent.
_PERCENT = "%"
#: Words that say a figure is of a part of the year, and such that turn back to all of it; an example of each.
_PART_OF_YEAR = re.compile(
    r"[一二三四前两]{1,2}个?季度|[上下]半年|(?<!\d)1?\d?月?份?[-—–~至到]1?\d月|(?<!\d)1?\d月份"
)
_WHOLE_YEAR = re.compile(r"全年|年度|(?:19|20)\d\d年(?![一二三四前上下\d])|去年|今年(?![一二三四前上下\d])")
#: What growth is measured from: 比2002年增长71.7%, 较“十二五”末增长34%.
_BASE = re.compile(
    r"[比较](?P<base>[^,;:。、比较]{1,14}?)(?:末|底|时)?(?:相比,?)?(?:净|共|分别|累计)?"
    r"(?:增长|增加|提高|提升|上升|增|翻|扩大|下降|减少|降低|净增)[^,;:。、]{0,6}\Z"
)
_LAST_YEAR = re.compile(r"上年|去年|上一年|同期|年初|前一年")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Whose figure it is if not that of the whole place.
_PART = re.compile(
    r"(?:开发|新|高新|经开|高新技术产业|园|实验|示范|试验|保税|综保|自贸|城|市|主城|中心城|农|林|垦|矿|产业集聚|航空港)区|园区|县域|各[县市区旗]|全国|民营|兵团|外资|乡镇"
)
_WHOLE = re.compile(r"[全我][省市区县州盟旗]|自治[区州县]|全自治")
_CLAUSE_ENDS = ";。:"
#: Characters before a figure in which whose and when it is is looked for.
_REACH = 90
#: Main indicators around a figure from which on it stands in a list of them.
_IN_COMPANY = 2
#: Numbers that differ by less are the same, one of them rounded.
_SAME = Decimal("0.006")


class Statement(NamedTuple):
    """A metric in its report.

    Attributes:
        stated: The metric and its sentence.
        indicator: Which of the indicators asked for it states.
        company: How many other main indicators of its status stand near it.
    """

    stated: Stated
    indicator: str
    company: int = 0


class Choice(NamedTuple):
    """What a report states for a year.

    Attributes:
        stated: The metric and its sentence.
        indicator: Which of the indicators asked for it states.
        notes: What to bear in mind, each in a few words.
    """

    stated: Stated
    indicator: str
    notes: tuple[str, ...]


def choose(
    statements: Iterable[Statement], kind: Kind, year: int, measure: Measure, ids: Sequence[str]
) -> Choice | None:
    """Return what a report states for a year; None if it says nothing.

    Args:
        statements: All that one report states of the indicators asked for.
        kind: A target, or an actual.
        year: The year.
        measure: ``growth``, ``level`` or ``share``.
        ids: The indicators asked for, the best first.
    """
    fitting = [
        (_faults(one, year), ids.index(one.indicator) if one.indicator in ids else 0, one)
        for one in statements
        if _is_of(one.stated.metric, kind, year, measure)
    ]
    fitting = [one for one in fitting if one[0] is not None]
    if not fitting:
        return None
    fitting.sort(
        key=lambda one: (
            one[0],
            one[1],
            -min(one[2].company, _IN_COMPANY),
            _vagueness(one[2]),
            one[2].stated.metric.start,
        )
    )
    faults, order, best = fitting[0]
    rivals = [one for others, place, one in fitting if others == faults and place == order]
    return Choice(best.stated, best.indicator, tuple(_notes(best, rivals)))


def _is_of(metric: Metric, kind: Kind, year: int, measure: Measure) -> bool:
    """Tell whether a metric is of such a kind, year and measure."""
    statuses = ("target",) if kind == "target" else ("achieved", "expected")
    if metric.status not in statuses or metric.period != str(year) or _OF_YEARS & set(metric.attributes):
        return False
    if measure == "growth":
        return (
            metric.measure in ("growth", "share") and half_width(metric.unit) == _PERCENT and _is_rate(metric)
        )
    return metric.measure == measure


def _is_rate(metric: Metric) -> bool:
    """Tell whether a metric in percent is growth; a share is only if it is of prices, which have no other measure."""
    return metric.measure == "growth" or metric.canonical in ("cpi", "retail_price")


def _faults(statement: Statement, year: int) -> int | None:
    """Return how much speaks against a figure being that of the whole place and year; None if it surely is not."""
    metric = statement.stated.metric
    before = _before(statement.stated)
    if _has_other_base(before, year) or _is_of_part_of_year(before):
        return None
    place = statement.stated.report.place
    near = re.split(r"[;。:]", before)[-1]
    whole = [match.end() for match in _WHOLE.finditer(near)]
    parts = [match.end() for match in _PART.finditer(near) if not place.endswith(match[0])]
    is_part = bool(parts) and max(parts) > max(whole, default=0)
    return (2 if is_part else 0) + (1 if metric.part_of else 0) + (1 if metric.status == "expected" else 0)


def _before(stated: Stated) -> str:
    """Return what the sentence says before the figure, in half-width characters."""
    end = stated.metric.start - stated.sentence[0]
    return half_width(stated.text[max(0, end - _REACH) : max(0, end)])


def _has_other_base(before: str, year: int) -> bool:
    """Tell whether growth is measured from another year than the one before: 比2002年增长."""
    match = _BASE.search(before[-40:])
    if match is None or _LAST_YEAR.search(match["base"]):
        return False
    years = _YEAR.findall(match["base"])
    return not years or int(years[-1]) != year - 1


def _is_of_part_of_year(before: str) -> bool:
    """Tell whether a figure is of months or quarters: 上半年完成生产总值6740亿元."""
    clause = re.split(r"[;。]", before)[-1]
    parts = [match.end() for match in _PART_OF_YEAR.finditer(clause)]
    whole = [match.end() for match in _WHOLE_YEAR.finditer(clause)]
    return bool(parts) and max(parts) > max(whole, default=0)


def _vagueness(statement: Statement) -> int:
    """Return how little a number says: 突破1000亿元 less than 1012.5亿元."""
    return 0 if statement.stated.metric.qualifier in ("exact", "about") else 1


def _notes(best: Statement, rivals: Iterable[Statement]) -> Iterable[str]:
    metric = best.stated.metric
    if metric.estimated or metric.status == "expected":
        yield messages.ESTIMATED
    elif "preliminary" in metric.attributes:
        yield messages.PRELIMINARY
    if metric.part_of:
        yield messages.part_of(metric.part_of)
    others = {
        format_value(one.stated.metric): None
        for one in rivals
        if one.company >= min(best.company, _IN_COMPANY) and not _agree(metric, one.stated.metric)
    }
    if others:
        yield messages.stated_otherwise(list(others))


def _agree(one: Metric, other: Metric) -> bool:
    """Tell whether two metrics state the same, one perhaps rounded or as a bound: 6.5%左右 and 6.5%, 超1000亿元 and 1012亿元."""
    a, b = amounts(one)[1], amounts(other)[1]
    if a == b:
        return True
    vague = {one.qualifier, other.qualifier} - {"exact"}
    tolerance = Decimal("0.05") if vague else _SAME
    return (
        abs(a - b) <= tolerance * max(abs(a), abs(b))
        if one.measure == "level"
        else abs(a - b) < Decimal("0.06")
    )
