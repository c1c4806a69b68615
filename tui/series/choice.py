"""Choose what a report states of an indicator for a year, among all it says of it: the figure of the whole place and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.messages import series as messages
from tui.metrics.amounts import amounts
from tui.metrics.labels import format_value
from tui.metrics.remarks import WITHOUT
from tui.report.model import Measure, Metric
from tui.report.numerals import half_width
from tui.series.model import Stated

Kind = Literal["target", "actual"]

#: Attributes of figures of several years.
_OF_YEARS = frozenset(("average", "cumulative"))
#: Units of growth; 增加129亿元 and 增长1.2倍 are no growth in percent.
_PERCENT = "%"
#: 经济增长预期目标为7%.
_GROWTH = "增长"
#: Words that say a figure is of a part of the year, and such that turn back to all of it; an example of each.
_PART_OF_YEAR = re.compile(
    r"[一二三四前两]{1,2}个?季度|[单各当]个?季|[上下]半年|(?<!\d)1?\d?月?份?[-—–~至到]1?\d月|(?<!\d)1?\d月份"
)
_PART_MARK = re.compile("[季半月]")
_WHOLE_YEAR = re.compile(
    r"全年|年度|(?<![比较])(?:19|20)\d\d年(?![一二三四前上下\d])|去年|今年(?![一二三四前上下\d])"
)
#: What growth is measured from: 比2002年增长71.7%, 较“十二五”末增长34%, 与1996年相比,增长68.9%.
_BASE = re.compile(
    r"(?:(?<![同可环对占相])[比较]|[与和同](?=[^,;:。、]{2,12}相比))(?P<base>[^,;:。、比较]{1,14}?)(?:末|底|时)?(?:相比,?)?"
    r"(?:净|共|分别|累计)?(?:增长|增加|提高|提升|上升|增|翻|扩大|下降|减少|降低|净增)[^,;:。比较]{0,24}\Z"
)
_LAST_YEAR = re.compile(r"上一年|同期|年初|前一年")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Whose figure it is if not that of the whole place.
_PART = re.compile(
    r"(?:开发|新|高新|经开|高新技术产业|园|实验|示范|试验|保税|综保|自贸|城|市|主城|中心城|农|林|垦|矿|产业集聚|航空港)区|园区|县域|各[县市区旗]|(?<![于比较])全国|民营|兵团|外资企业|乡镇"
)
#: Words that say a figure is of the whole place.
WHOLE = re.compile(r"[全我][省市区县州盟旗]|自治[区州县]|全自治")
#: What a level passed, not what it came to: 突破1000亿元大关, 迈上4000亿元台阶.
_PASSES = re.compile(
    r"(?:迈上|跃上|登上|站上|迈入|跨入|跨上|跨[越过]|越过|突破|冲破|连破|连过|过)[^,;。到]{0,24}\Z"
)
#: Steps passed in several years: 先后迈上4万亿元、5万亿元两个台阶.
_ONE_BY_ONE = re.compile(r"(?:先后|连续|接连|相继|连[跨破过])[^,;。]{0,20}\Z")
_PASSED = re.compile(
    r"(?:新?台阶|大关|关口|新?门槛|[、，,][\d.万千百亿]+元?(?:两|三|四|五)?个?[^,，;。]{0,6}(?:台阶|大关))"
)
#: What is counted by a limit: 400亿元的5个, 100亿元以上的县.
_COUNTED_BEHIND = re.compile(r"(?:以上|以下)?的(?:[\d一二三四五六七八九十]+[个家]|[县市区镇乡旗])")
_OR_MORE = "以上"
#: What growth is without: 扣除物价因素增长7.6%, 同口径增长5%.
_ADJUSTED = re.compile(r"扣除|剔除|实际|可比|同口径|不变价|还原")
#: The same right before the figure, where that has nothing to do with prices: 扣除留抵退税因素后增长4.1%, 剔除减税影响，增长3%.
_WITHOUT = re.compile(rf"(?P<what>{WITHOUT})(?:之?后,?|,)[^,;:。\d%]{{0,16}}\Z")
#: Characters before a figure in which whose it is is looked for, and those in which when it is.
_REACH, _SENTENCE, _NAME_REACH = 90, 400, 36
#: Characters behind a figure that may say what it counts.
_BEHIND = 20
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


class _Fitting(NamedTuple):
    """A statement that may be the one looked for, in the order in which it is preferred.

    Attributes:
        faults: How much speaks against it.
        order: Where its indicator stands among those asked for.
        passes: Whether it only tells what was passed.
        is_apart: Whether its name does not stand near it.
        is_of_unknown: Whether it does not say that it is of the whole place.
        company: How many main indicators stand near it, negative.
        vagueness: How little its number says.
        start: Where it stands.
        statement: The statement.
    """

    faults: int
    order: int
    passes: bool
    is_apart: bool
    is_of_unknown: bool
    company: int
    vagueness: int
    start: int
    statement: Statement


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
        _Fitting(
            faults,
            ids.index(one.indicator) if one.indicator in ids else 0,
            passes(one.stated),
            _is_apart(one.stated),
            not _is_of_the_whole(one.stated),
            -min(one.company, _IN_COMPANY),
            _vagueness(one),
            one.stated.metric.start,
            one,
        )
        for one in statements
        if _is_of(one.stated.metric, kind, year, measure) and (faults := _faults(one, year)) is not None
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda one: one[:-1])
    rivals = [
        one.statement for one in fitting if one[:2] == best[:2] and one[3:6] == best[3:6] and not one.passes
    ]
    return Choice(best.statement.stated, best.statement.indicator, tuple(_notes(best.statement, rivals)))


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
    """Tell whether a metric in percent is growth; a share is only if its name is, or if it is of prices."""
    return (
        metric.measure == "growth"
        or metric.canonical in ("cpi", "urban_cpi", "retail_price")
        or metric.indicator.endswith(_GROWTH)
    )


def _faults(statement: Statement, year: int) -> int | None:
    """Return how much speaks against a figure being that of the whole place and year; None if it surely is not."""
    metric = statement.stated.metric
    before = _before(statement.stated, _REACH)
    if _has_other_base(before, year) or _is_of_part_of_year(_before(statement.stated, _SENTENCE)):
        return None
    is_part = _is_of_part(statement.stated)
    if passes(statement.stated) and (is_part or _ONE_BY_ONE.search(_clause(statement.stated))):
        return None
    if _is_limit(statement.stated):
        return None
    return (2 if is_part else 0) + (1 if metric.part_of else 0) + (1 if metric.status == "expected" else 0)


def _clause(stated: Stated) -> str:
    """Return what stands before a figure in its part of the sentence."""
    return re.split(r"[;。:]", _before(stated, _REACH))[-1]


def _is_of_part(stated: Stated) -> bool:
    """Tell whether what is named before a figure, and last, is a part of the place: 开发区生产总值."""
    near = _clause(stated)
    whole = [match.end() for match in WHOLE.finditer(near)]
    parts = [match.end() for match in _PART.finditer(near) if not stated.report.place.endswith(match[0])]
    return bool(parts) and max(parts) > max(whole, default=0)


def _before(stated: Stated, reach: int) -> str:
    """Return so many characters of what the sentence says before the figure, in half width."""
    end = stated.metric.start - stated.sentence[0]
    return half_width(stated.text[max(0, end - reach) : max(0, end)])


def _behind(stated: Stated) -> str:
    """Return the next characters of the sentence behind the figure."""
    end = stated.metric.end - stated.sentence[0]
    return stated.text[end : end + _BEHIND]


def _is_apart(stated: Stated) -> bool:
    """Tell whether a figure does not stand near its name: what is between the two may be about another."""
    return stated.metric.indicator[-2:] not in _before(stated, _NAME_REACH)


def _is_of_the_whole(stated: Stated) -> bool:
    """Tell whether the words before a figure say that it is of the whole place: 全市生产总值."""
    return WHOLE.search(_before(stated, _REACH)) is not None


def _is_limit(stated: Stated) -> bool:
    """Tell whether a level only says which things are counted: 生产总值过400亿元的5个, 50万元以上固定资产投资."""
    metric = stated.metric
    behind = _behind(stated)
    is_before_name = behind.startswith(_OR_MORE) and behind[len(_OR_MORE) :].startswith(
        metric.indicator[:2] or "\n"
    )
    return metric.measure == "level" and (is_before_name or _COUNTED_BEHIND.match(behind) is not None)


def passes(stated: Stated) -> bool:
    """Tell whether a level only tells what was passed: 迈上4000亿元台阶."""
    if stated.metric.measure != "level":
        return False
    behind = _behind(stated)
    return bool(_PASSES.search(_before(stated, _REACH)) or _PASSED.match(behind))


def _has_other_base(before: str, year: int) -> bool:
    """Tell whether growth is measured from another year than the one before: 比2002年增长."""
    words = before[-40:]
    match = _BASE.search(words)
    if match is None:
        return False
    if "上年" in match["base"] or "去年" in match["base"]:
        # 分别比上年和2002年增长8.5%和48.3%: the second number is measured from the second year.
        is_second = any(map(str.isdigit, words[match.end("base") :]))
        return is_second and bool(_YEAR.search(match["base"]))
    years = _YEAR.findall(match["base"])
    return int(years[-1]) != year - 1 if years else not _LAST_YEAR.search(match["base"])


def _is_of_part_of_year(before: str) -> bool:
    """Tell whether a figure is of months or quarters: 上半年完成生产总值6740亿元."""
    clause = before[max(before.rfind(";"), before.rfind("。")) + 1 :]
    if not _PART_MARK.search(clause):
        return False
    parts = [match.end() for match in _PART_OF_YEAR.finditer(clause)]
    whole = [match.end() for match in _WHOLE_YEAR.finditer(clause)]
    return bool(parts) and max(parts) > max(whole, default=0)


def _vagueness(statement: Statement) -> int:
    """Return how little a number says: 突破1000亿元 less than 1012.5亿元."""
    return {"exact": 0, "about": 1}.get(statement.stated.metric.qualifier, 2)


def _notes(best: Statement, rivals: Iterable[Statement]) -> Iterable[str]:
    metric = best.stated.metric
    if basis := best.stated.basis:
        yield messages.BASIS_NAMES[basis]
    if metric.part_of:
        yield messages.part_of(metric.part_of)
    elif _is_of_part(best.stated):
        yield messages.MAY_BE_OF_A_PART
    if what := left_out(best.stated):
        yield messages.without(what)
    others = [one.stated for one in rivals if not agree(metric, one.stated.metric)]
    for note, is_adjusted in ((messages.adjusted, True), (messages.stated_otherwise, False)):
        values = {format_value(one.metric): None for one in others if _is_adjusted(one) == is_adjusted}
        if values:
            yield note(list(values))


def left_out(stated: Stated) -> str:
    """Return what growth is told without, apart from the change of prices: 扣除留抵退税因素; empty if nothing."""
    match = _WITHOUT.search(_before(stated, 40)) if stated.metric.measure == "growth" else None
    return match["what"] if match is not None else ""


def _is_adjusted(stated: Stated) -> bool:
    """Tell whether growth is told without something: 扣除物价因素增长7.6%."""
    return _ADJUSTED.search(_before(stated, 24)) is not None


def agree(one: Metric, other: Metric) -> bool:
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
