"""Rule out that an actual and a target of one report are compared, and say what differs between those that are."""

from __future__ import annotations

from decimal import Decimal

from tui.links.contexts import MetricContext, is_of_both_incomes
from tui.links.doubts import level_before_one, may_be_total, other_stage
from tui.links.extents import basis_note, differs_in_extent, is_on_another_basis
from tui.links.guards import Guard, homes_or_persons
from tui.links.parts_of_year import differ_in_part
from tui.links.scoring import LIKELY, Link
from tui.links.sides import Side, amounts_in_one_unit
from tui.links.works import are_works_alike
from tui.messages import metrics as messages
from tui.metrics.change import VAGUE
from tui.metrics.labels import format_period
from tui.metrics.name_core import kinds_agree, kinds_nearly_agree
from tui.metrics.name_words import VERB_WORDS
from tui.metrics.units import COUNTED, base_quantity_power
from tui.report.model import Comparable, Metric

_ASKED = "ask"
#: Stages that may be said of one side only, if its action tells as much: 引进首店 after 引育首店.
_FREE_STAGES = ({"finished"}, {"agreed"})
_INCOME_OF_ALL = "resident_income"
_MONEY = ("元", "美元")
_INDICATORS = "指标"
#: How far apart numbers counted by different words may be.
_FAR_APART = 0.48
#: How far apart the numbers of homes and of those who live in them are.
_HOUSEHOLD = 0.4
_BOUNDS = VAGUE | {"over"}
#: How many times last year's amount this year's may be, at least and at most.
_LEAST_TIMES, _MOST_TIMES = Decimal("0.5"), Decimal(3)
#: How many times those begun last year those finished this year may be, or the other way round, to be the same things.
_SAME_TIMES = Decimal("1.1")
#: How many times those added in a year all there are may be, where the words for a total may also sum up a year.
_TOTAL_TIMES = 2
#: The same where nothing else is said of all there are: 评价入库超过1.6万家, after 数量达到1.59万家.
_NEARLY_TIMES = Decimal("1.1")
#: From which number on one with a single digit that is no nought is a round one.
_LEAST_ROUND = 100
#: The score of a link between an amount and growth of an indicator, at least: the amount stands among main indicators.
_AMONG_MAIN_INDICATORS = 12.0


def _in_one_sentence(target: MetricContext, actual: MetricContext) -> bool:
    return target.piece == actual.piece


def _other_fate(target: MetricContext, actual: MetricContext) -> bool:
    return target.side.undergoes != actual.side.undergoes


def _same_size(target: MetricContext, actual: MetricContext) -> bool:
    # 100万吨乙烯项目 of both years is one project, and what it produces no aim.
    one, other = target.side, actual.side
    if one.is_limit or other.is_limit:
        return True
    is_same = (one.metric.value, one.metric.unit) == (other.metric.value, other.metric.unit)
    return is_same and one.is_size and other.is_size


def _other_action(target: MetricContext, actual: MetricContext) -> bool:
    # What was applied for may be what is to be gained.
    one, other = target.side.deeds - {_ASKED}, actual.side.deeds - {_ASKED}
    return not kinds_nearly_agree(one, other)


def _other_stage(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether other things are finished than were begun."""
    if not other_stage(target, actual):
        return False
    one, other = target.side, actual.side
    is_next = "finished" in one.stages and "begun" in other.stages
    is_same = one.base_unit == other.base_unit and max(one.amounts[1], other.amounts[1]) <= _SAME_TIMES * min(
        one.amounts[1], other.amounts[1]
    )
    return not (is_next and is_same)


def _total_and_increase(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.side, actual.side
    return (
        may_be_total(one, other)
        or may_be_total(other, one)
        or _is_total_beside(target, actual)
        or _is_total_beside(actual, target)
    )


def _is_total_beside(total: MetricContext, added: MetricContext) -> bool:
    if not (total.is_total and added.is_added):
        return False
    one, other = total.side.amounts[1], added.side.amounts[1]
    times = _TOTAL_TIMES if total.side.acts else _NEARLY_TIMES
    return max(one, other) >= times * min(one, other)


def _of_each(target: MetricContext, actual: MetricContext) -> bool:
    return target.is_of_each != actual.is_of_each


def _of_a_plan(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether both count the indicators of a plan."""
    return all(side.metric.indicator.endswith(_INDICATORS) for side in (target.side, actual.side))


#: What is no pair of a target and an actual.
PAIR_GUARDS: tuple[tuple[Guard, str, str], ...] = (
    (_other_fate, "推进20个产业项目建设。", "8个产业项目签约入园。"),
    (_same_size, "重点推进100万吨乙烯项目。", "实施100万吨乙烯项目。"),
    (_other_stage, "安置房开工2万套。", "安置房竣工3万套。"),
    (_other_action, "建设新城11个。", "编制新城规划11个。"),
    (_total_and_increase, "新增高新技术企业20家。", "高新技术企业达到1200家。"),
    (_of_a_plan, "提出预期性指标28项。", "完成预期性指标6项。"),
    (_of_each, "各开发区至少引进项目1个。", "引进项目10个。"),
)


def no_pair(target: MetricContext, actual: MetricContext, link: Link) -> bool:
    """Tell whether a link is none between what was done and what is promised of the same."""
    if _in_one_sentence(target, actual) or any(rule(target, actual) for rule, _, _ in PAIR_GUARDS):
        return True
    if link.is_macro and _is_another_amount(target, actual):
        return True
    return is_growth_of_level(link) and not (
        link.is_macro
        and link.score >= _AMONG_MAIN_INDICATORS
        and measure_note(actual.side.metric, target.side.metric)
    )


def is_growth_of_level(link: Link) -> bool:
    """Tell whether a link is one between an amount and growth."""
    return bool(link.evidence.other_measure)


def is_done_alike(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether the same is done on both sides, and as far: 净增企业 is not 新认定企业, 竣工项目 not 推进项目, 改造 not 新改建."""
    one, other = target.side, actual.side
    is_as_far = one.stages == other.stages or (
        one.stages ^ other.stages in _FREE_STAGES and bool(one.acts or other.acts)
    )
    return is_as_far and kinds_agree(one.acts, other.acts) and are_works_alike(one, other)


def is_of_all_incomes(context: MetricContext) -> bool:
    """Tell whether a metric is the growth of incomes in town and country, or of all people."""
    is_of_all = context.metric.measure == "growth" and context.metric.canonical == _INCOME_OF_ALL
    return is_of_all or is_of_both_incomes(context.metric)


def is_one_income_of_all(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one metric is of the income in town or in the country, and the other of both."""
    return is_of_all_incomes(target) != is_of_all_incomes(actual)


def is_unlikely(target: MetricContext, actual: MetricContext, link: Link) -> bool:
    """Tell whether a pair that is not beyond doubt is none: far apart, or the same things counted again."""
    evidence = link.evidence
    if evidence.other_unit and evidence.apart > _FAR_APART + _HOUSEHOLD * homes_or_persons(target, actual):
        return True
    if link.score < LIKELY and _is_far_apart(target, actual):
        return True
    return same_things(target, actual)


def _is_another_amount(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether an amount of money is no plausible aim after the other: one of the two is that of a part."""
    compared = amounts_in_one_unit(target.side, actual.side)
    if compared is None or target.side.base_unit not in _MONEY:
        return False
    after, before = compared
    return after < _LEAST_TIMES * before or after > _MOST_TIMES * before


def _is_far_apart(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one of two levels is more than three times the other: 30 of one scope beside 199 of a wider one."""
    compared = amounts_in_one_unit(target.side, actual.side)
    return compared is not None and max(compared) > _MOST_TIMES * min(compared)


def same_things(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether two metrics only count the same things again: 407家龙头企业, of which nothing is promised."""
    one, other = target.side.metric, actual.side.metric
    is_same = (one.value, one.unit) == (other.value, other.unit) and one.qualifier == "exact"
    is_planned = _is_round(target.side.amounts[1]) or other_stage(target, actual)
    return (
        is_same and not is_planned and target.side.base_unit in COUNTED and not VERB_WORDS.at(one.indicator)
    )


def _is_round(amount: Decimal) -> bool:
    """Tell whether a number is as plans give it, so that two years may have the same: 300个村."""
    return amount >= _LEAST_ROUND and len(format(amount.normalize(), "f").rstrip("0")) == 1


def note_on(target: MetricContext, actual: MetricContext, comparable: Comparable) -> str:
    """Say what differs between the two of a pair."""
    one, other = actual.side, target.side
    names = one.metric.indicator, other.metric.indicator
    if one.metric.measure != other.metric.measure:
        return measure_note(one.metric, other.metric)
    if comparable == "strict":
        return _unit_note(one, other)
    if one.metric.status == "ongoing":
        return messages.UNDER_WAY
    if differ_in_part(other.metric, one.metric):
        return messages.of_part_of_year(format_period(one.metric.period))
    if is_one_income_of_all(target, actual):
        return messages.different_scopes(actual.metric.indicator, target.metric.indicator)
    if is_on_another_basis(target, actual):
        return basis_note(actual)
    if level_before_one(target, actual) or differs_in_extent(target, actual):
        return messages.different_scopes(*names)
    if names[0] != names[1]:
        return messages.different_names(*names)
    return _unit_note(one, other) or messages.SAME_NAME


def measure_note(actual: Metric, target: Metric) -> str:
    """Return what differs between an amount and its growth in percent; empty for all else: 增加50个 is no growth."""
    measures = {actual.measure: actual, target.measure: target}
    if measures.keys() != {"level", "growth"} or measures["growth"].unit != "%":
        return ""
    if measures["level"].qualifier in _BOUNDS:  # 突破4万亿元 tells too little beside a growth of 7%
        return ""
    return messages.WAS_GROWTH_IS_LEVEL if actual.measure == "growth" else messages.WAS_LEVEL_IS_GROWTH


def _unit_note(actual: Side, target: Side) -> str:
    """Return what differs between two units, apart from how many thousands they count in."""
    if actual.base_unit == target.base_unit:
        return ""
    printed = (base_quantity_power(side.metric.unit, side.metric.indicator)[1] for side in (actual, target))
    return messages.different_units(*printed)
