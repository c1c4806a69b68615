"""Tell what makes a link between a target and an actual unsure, by a table of rules."""

from __future__ import annotations

import re

from tui.links.contexts import MetricContext
from tui.links.guards import Guard
from tui.links.name_likeness import inserted, plain_core
from tui.links.parts_of_year import differ_in_part
from tui.links.pieces import grams
from tui.links.sides import Side
from tui.links.works import works_in, works_of
from tui.metrics.name_core import kinds_nearly_agree
from tui.metrics.units import RATES

#: How many times more there are than are added in a year, at least.
_MANY_TIMES = 4
_DONE = re.compile("完成|建成|竣工|完工")
#: 3个县有望摘帽, 3万人即将喜迁新居: what is counted is still to come.
_TO_COME = re.compile("有望|可望|即将|将于|指日可待")
_SAID_CHARACTERS = 120
#: Words for a level: a name with one may be of a part of what a name without it is of.
_LEVEL_WORDS = re.compile(
    "世界级|国际|国家(?:级|标准|地方)|全国|行业标准|地方标准|团体标准|(?:省|自治区)级|市级|[区县]级"
)
#: 十大基础设施项目.
_SO_MANY = re.compile("[一二三四五六七八九十百\\d]+大(?=[\u4e00-\u9fff]{2})")
_LEVEL_BEFORE = re.compile(r"\A[省市县](?=.{3})")


def may_be_total(one: Side, other: Side) -> bool:
    """Tell whether a number of which nothing is said is many times that of those added."""
    if one.acts or not other.is_added or one.is_flow or not other.metric.value[-1]:
        return False
    return one.amounts[1] >= _MANY_TIMES * other.amounts[0]


def _total_or_increase(target: MetricContext, actual: MetricContext) -> bool:
    if (target.is_total and actual.is_added) or (target.is_added and actual.is_total):
        return True
    return may_be_total(target.side, actual.side) or may_be_total(actual.side, target.side)


def other_stage(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one is begun and the other finished."""
    one, other = target.side.stages, actual.side.stages
    return bool(one and other) and not one & other


def _done_for_begun(target: MetricContext, actual: MetricContext) -> bool:
    return (
        target.side.stages == {"begun"}
        and "begun" not in actual.side.stages
        and bool(_DONE.search(actual.before))
    )


def is_to_come(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether what an actual counts is still to come; a rate that 可望 be so much is one that is expected."""
    if actual.metric.unit in RATES:
        return False
    return bool(_TO_COME.search(actual.behind) or _TO_COME.search(actual.side.clause_before))


def _better_for_begun(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether new ones are to be begun, and old ones were made better."""
    works = works_in(actual.side.metric.indicator)
    return target.side.stages == {"begun"} and works == {"old"} and not works_of(target.side)


def _other_action(target: MetricContext, actual: MetricContext) -> bool:
    return not kinds_nearly_agree(target.side.acts, actual.side.acts)


def is_qualified(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one name is the other with something more in it."""
    one, other = target.side.metric, actual.side.metric
    if (target.indicator and target.indicator == actual.indicator) or one.value == other.value:
        return False
    return _lacks(target, actual) or _lacks(actual, target)


def _lacks(one: MetricContext, other: MetricContext) -> bool:
    """Tell whether a name is another with something more in it that is not said of the other."""
    names = [plain_core(context.side.core) for context in (one, other)]
    said = other.sentence[:_SAID_CHARACTERS] + other.headline
    return inserted(names[1], "".join(each for each in names[0] if each in names[1] or each not in said)) > 1


def _level_in_one(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether the name of one has a word for a level that is said neither in nor before that of the other."""
    return _lacks_level(target, actual) or _lacks_level(actual, target)


def _lacks_level(one: MetricContext, other: MetricContext) -> bool:
    said = other.side.metric.indicator + other.before
    return any(level not in said for level in _LEVEL_WORDS.findall(one.side.metric.indicator))


def level_before_one(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one name is the other with a level before it: 省创新型企业 and 创新型企业."""
    one, other = target.side.core, actual.side.core
    is_same = bool(target.indicator) and target.indicator == actual.indicator
    return not is_same and one != other and _LEVEL_BEFORE.sub("", one) == _LEVEL_BEFORE.sub("", other)


def _other_number_of_things(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether only one of the two is of so many things: 十大基础设施项目投资 is a part of 基础设施项目投资."""
    is_known = bool(target.indicator) and target.indicator == actual.indicator
    return not is_known and (_lacks_number(target, actual) or _lacks_number(actual, target))


def _lacks_number(one: MetricContext, other: MetricContext) -> bool:
    number = _SO_MANY.match(one.side.metric.indicator)
    return (
        number is not None and number[0] not in other.side.metric.indicator + other.sentence + other.headline
    )


def _part_of_another(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether the two are parts of different wholes: of what is built, and of what there is."""
    one, other = (grams(each.metric.part_of) for each in (target, actual))
    is_known = bool(target.indicator) and target.indicator == actual.indicator
    return bool(one and other) and not is_known and not one & other


def _other_distinction(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.side, actual.side
    more, less = one.distinctions - other.distinctions, other.distinctions - one.distinctions
    return any(word not in other.around for word in more) or any(word not in one.around for word in less)


def _part_of_year(target: MetricContext, actual: MetricContext) -> bool:
    return differ_in_part(target.metric, actual.metric)


#: What makes a link unsure, a target, and a figure that may not be about it.
DOUBTS: tuple[tuple[Guard, str, str], ...] = (
    (_total_or_increase, "新增高新技术企业20家。", "高新技术企业达到120家。"),
    (other_stage, "建成学校5所。", "开工建设学校5所。"),
    (_done_for_begun, "开工病险水库除险加固5座。", "完成病险水库除险加固6座。"),
    (is_to_come, "3个贫困县脱贫摘帽。", "3个贫困县有望脱贫摘帽。"),
    (_better_for_begun, "开工建设水厂4座。", "改造提升水厂4座。"),
    (_other_action, "新建公园5个。", "拆除公园5个。"),
    (is_qualified, "建成农业示范园5个。", "建成农业科技示范园6个。"),
    (_level_in_one, "新增市级企业技术中心20家。", "新增企业技术中心22家。"),
    (level_before_one, "新增创新型企业30家。", "新增省创新型企业28家。"),
    (_other_number_of_things, "基础设施项目完成投资200亿元。", "十大基础设施项目完成投资180亿元。"),
    (
        _part_of_another,
        "建设规模1万公里，其中高速公路1790公里。",
        "通车里程15万公里，其中高速公路2365公里。",
    ),
    (_part_of_year, "固定资产投资增长5%。", "1—11月固定资产投资增长5%。"),
    (_other_distinction, "改造农村公路20公里。", "改造高速公路20公里。"),
)


def doubts(target: MetricContext, actual: MetricContext) -> int:
    """Return how many rules make a link unsure."""
    return sum(rule(target, actual) for rule, _, _ in DOUBTS)
