"""Rule out that an actual is that of a target, whatever the names say, by a table of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from tui.metrics.amounts import amounts
from tui.metrics.candidates import Candidate
from tui.metrics.name_core import kinds_nearly_agree
from tui.metrics.name_likeness import distinctions_agree
from tui.metrics.near_indicators import LINKED
from tui.metrics.pair_amounts import may_be_total
from tui.metrics.units import RATES
from tui.promises.alike_units import may_count_the_same
from tui.promises.contexts import MetricContext
from tui.promises.wording import same_words

#: How many times one amount may be the other.
_MOST_TIMES = Decimal(8)
_DONE = re.compile("完成|建成|竣工|完工")
_PRICES = re.compile("价格|物价|CPI|涨幅|增速|增幅")
_VALUE_ADDED, _OUTPUT = "增加值", re.compile("总?产值")
#: Of town and country, and of each of the two: 城乡居民收入均增长7%.
_BOTH, _EACH = "城乡", re.compile(r"[均都各]\w{0,3}(?:增长|提高|达到?|增加)?\Z")
_TOWN, _COUNTRY = re.compile("城镇|城市|市民|城区"), re.compile("农村|农民|乡村|农牧民|村")
_SECTORS = re.compile(
    "医药|食品|装备|汽车|电子|化工|石化|钢铁|冶金|有色|建材|纺织|轻工|能源|煤炭|电力|高新技术|高技术|战略性新兴|先进制造|制造业|海洋|数字|文化|旅游|物流|软件|信息|生物|新材料|非煤|非油|农产品|绿色|特色|支柱|主导|重点|传统"
)
#: 亿元企业 are those with more than that, which other reports say: 过亿元企业.
_PLAIN_LIMIT = re.compile(r"(?<![\d十百千万.])([十百千]*亿)元(?:骨干|龙头|重点|工业)*(?:企业|项目|产业)")
#: Limits in words, which other reports say in digits: 超百亿元企业.
_WORD_LIMIT = re.compile(r"\A(?P<tens>[十百千]?)(?P<unit>[万亿])")
_TENS = {"": 1, "十": 10, "百": 100, "千": 1000}
#: Money people are paid, not what it is paid for.
_BENEFIT = re.compile("补贴|补助|补差|补偿")
#: All that a project costs in the end, and what was spent on it so far: 总投资20亿元 is not 完成投资5亿元.
_TOTAL_COST, _SPENT = "总投资", re.compile("完成(?:年度)?投资|年度投资|投资完成")
#: What runs in pipes: 供水管网 are not 供热管网.
_PIPED = {
    **dict.fromkeys(("供水", "给水", "自来水"), "water"),
    **dict.fromkeys(("排水", "污水", "雨水", "雨污"), "waste water"),
    **dict.fromkeys(("供热", "热力"), "heat"),
    **dict.fromkeys(("燃气", "天然气"), "gas"),
}
_PIPES = re.compile("管[网线道]")
#: Of a part of the year: 一季度开工120个.
_QUARTER = re.compile("[一二三四1-4]季度")
_PERSONS, _HOMES = frozenset(("人", "名", "位", "人次")), frozenset(("户", "套"))
_SAID_CHARACTERS = 120
#: Characters of names that are the same, and of one that is nearly another, at least, and how many more that may have.
_MIN_SAME, _MIN_SHARED, _MAX_MORE = 2, 4, 4
#: What is done and how it is counted, which does not make another thing of a name.
_PLAIN = re.compile(
    "新?减少|(?:稳定|实现)?脱贫|安排|建立|创建|引进|培育|签约|常住|新设|(?:国家)?注册|农产品|城乡|市政|公共|免费|全社会|地方|到账|到位|新增|新建|改建|扩建|改造|建成|建设|完成|实施|总数|数量|总量|总额|人数|城镇|项目|工程|实现|人口|人员|群众|[个的额数量率]"
)
_TRADE = re.compile("进出口|出口|进口")
#: Words for a level: a name with one may be of a part of what a name without it is of.
_LEVEL_WORDS = re.compile(
    "世界级|国际|国家(?:级|标准|地方)|全国|行业标准|地方标准|团体标准|(?:省|自治区)级|市级|[区县]级"
)
_LEVELS = (
    re.compile("国家级?|全国"),
    re.compile("省级?|自治区级?|全省|全区"),
    re.compile("市级"),
    re.compile("[区县]级"),
)


def _other_measure(target: MetricContext, actual: MetricContext) -> bool:
    measures = {target.side.metric.measure, actual.side.metric.measure}
    if len(measures) == 1:
        return False
    if measures == {"growth", "share"}:
        # 价格涨幅3% is a share, 价格上涨3% growth; all else that grows by 15% is no share of 70%.
        is_same = bool(target.indicator) and target.indicator == actual.indicator
        return not is_same and not _PRICES.search(target.side.metric.indicator)
    return measures not in ({"growth", "level"}, {"level", "completion"}, {"growth", "completion"})


def _other_unit(target: MetricContext, actual: MetricContext) -> bool:
    if target.side.metric.measure != actual.side.metric.measure:
        is_rate = [side.metric.unit in RATES for side in (target.side, actual.side)]
        return is_rate[0] == is_rate[1] and target.side.base_unit != actual.side.base_unit
    return not may_count_the_same(target.side.base_unit, actual.side.base_unit)


def _other_indicator(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.indicator, actual.indicator
    return bool(one and other) and one != other and frozenset((one, other)) not in LINKED


def _value_added_or_output(target: MetricContext, actual: MetricContext) -> bool:
    names = target.side.core, actual.side.core
    added = [_VALUE_ADDED in name for name in names]
    output = [_OUTPUT.search(name) is not None for name in names]
    return (added[0] and output[1] and not added[1]) or (added[1] and output[0] and not added[0])


def _town_or_country(target: MetricContext, actual: MetricContext) -> bool:
    names = target.side.metric.indicator, actual.side.metric.indicator
    town = [_TOWN.search(name) is not None for name in names]
    country = [_COUNTRY.search(name) is not None for name in names]
    return (town[0] and country[1] and not (country[0] or town[1])) or (
        town[1] and country[0] and not (country[1] or town[0])
    )


def _one_of_both(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one speaks of town and country together, and the other of one of the two."""
    names = target.side.metric.indicator, actual.side.metric.indicator
    both = [_BOTH in name for name in names]
    if both[0] == both[1] or _EACH.search((target, actual)[both[1]].before):
        return False
    other = names[both[0]]
    return (_TOWN.search(other) is not None) != (_COUNTRY.search(other) is not None)


def _other_trade(target: MetricContext, actual: MetricContext) -> bool:
    names = (_TRADE.findall(context.side.metric.indicator) for context in (target, actual))
    one, other = map(frozenset, names)
    return bool(one and other) and not one & other


def _other_level(target: MetricContext, actual: MetricContext) -> bool:
    levels = [
        {index for index, pattern in enumerate(_LEVELS) if pattern.search(side.metric.indicator)}
        for side in (target.side, actual.side)
    ]
    return bool(levels[0] and levels[1]) and not levels[0] & levels[1]


def _other_limit(target: MetricContext, actual: MetricContext) -> bool:
    is_defined = bool(target.indicator and actual.indicator) and not _other_indicator(target, actual)
    return not is_defined and _limits(target) != _limits(actual)


def _limits(context: MetricContext) -> frozenset[str]:
    found = context.side.limits | frozenset(_PLAIN_LIMIT.findall(context.side.metric.indicator))
    return frozenset(_WORD_LIMIT.sub(_in_digits, limit) for limit in found)


def _in_digits(limit: re.Match[str]) -> str:
    return str(_TENS[limit["tens"]]) + limit["unit"]


def _other_distinction(target: MetricContext, actual: MetricContext) -> bool:
    return not distinctions_agree(Candidate(actual.side, target.side))


def _done_for_begun(target: MetricContext, actual: MetricContext) -> bool:
    return (
        target.side.stages == {"begun"}
        and "begun" not in actual.side.stages
        and bool(_DONE.search(actual.before))
    )


def _other_action(target: MetricContext, actual: MetricContext) -> bool:
    return not kinds_nearly_agree(target.side.acts, actual.side.acts)


def _other_stage(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.side.stages, actual.side.stages
    return bool(one and other) and not one & other


def _total_or_increase(target: MetricContext, actual: MetricContext) -> bool:
    if (target.is_total and actual.is_added) or (target.is_added and actual.is_total):
        return True
    one, other = target.side, actual.side
    return may_be_total(one, other) or may_be_total(other, one)


def _far_apart(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.side, actual.side
    if {one.metric.measure, other.metric.measure} != {"level"} or one.base_unit != other.base_unit:
        return False
    if actual.is_of_years and not target.is_of_years:
        return False  # not compared anyway
    aim, done = amounts(one.metric)[1], amounts(other.metric)[1]
    return max(aim, done) > _MOST_TIMES * min(aim, done)


def _part_of_it(target: MetricContext, actual: MetricContext) -> bool:
    if bool(target.indicator) == bool(actual.indicator):
        return False
    known, other = (target, actual) if target.indicator else (actual, target)
    return _inserted(*(_plain(same_words(context.side.core)) for context in (known, other))) > 1


def _plain(name: str) -> str:
    return _PLAIN.sub("", name)


def nearly_same_name(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one name has all characters of the other and few more: 老旧小区 and 老旧住宅小区."""
    least, most = sorted(map(_characters, (target, actual)), key=len)
    if least == most:
        return len(least) >= _MIN_SAME
    return len(least) >= _MIN_SHARED and least <= most and len(most) <= len(least) + _MAX_MORE


def _other_owner(target: MetricContext, actual: MetricContext) -> bool:
    return target.owners != actual.owners and bool(target.indicator or actual.indicator)


def _other_sector(target: MetricContext, actual: MetricContext) -> bool:
    if target.indicator == actual.indicator:
        return False
    sectors = [
        set(_SECTORS.findall(same_words(context.side.metric.indicator))) for context in (target, actual)
    ]
    return sectors[0] != sectors[1]


def is_qualified(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one name is the other with something more in it."""
    one, other = target.side.metric, actual.side.metric
    if (target.indicator and target.indicator == actual.indicator) or one.value == other.value:
        return False
    return _lacks(target, actual) or _lacks(actual, target)


def _level_in_one(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether the name of one has a word for a level that is said neither in nor before that of the other."""
    return _lacks_level(target, actual) or _lacks_level(actual, target)


def _lacks_level(one: MetricContext, other: MetricContext) -> bool:
    said = other.side.metric.indicator + other.before
    return any(level not in said for level in _LEVEL_WORDS.findall(one.side.metric.indicator))


def _lacks(one: MetricContext, other: MetricContext) -> bool:
    """Tell whether a name is another with something more in it that is not said of the other."""
    names = [_plain(same_words(context.side.core)) for context in (one, other)]
    said = other.sentence[:_SAID_CHARACTERS] + other.headline
    return _inserted(names[1], "".join(each for each in names[0] if each in names[1] or each not in said)) > 1


def _inserted(name: str, longer: str) -> int:
    """Return how many characters a name has more than one whose characters it all has in order; 0 if it has not."""
    rest = iter(longer)
    return len(longer) - len(name) if name and all(character in rest for character in name) else 0


def same_characters(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether two names are of the same characters: 企业上市 and 上市企业."""
    return _characters(target) == _characters(actual)


def _characters(context: MetricContext) -> frozenset[str]:
    return frozenset(_plain(same_words(context.side.core)))


def _other_benefit(target: MetricContext, actual: MetricContext) -> bool:
    paid = [_BENEFIT.search(context.side.metric.indicator) is not None for context in (target, actual)]
    return paid[0] != paid[1]


def _cost_or_spent(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one is all that projects cost, and the other what was spent on them in the year."""
    if not target.side.base_unit.endswith("元"):
        return False
    said = [context.side.metric.indicator + context.before for context in (target, actual)]
    total = [_TOTAL_COST in each for each in said]
    return total[0] != total[1] and bool(_SPENT.search(said[total[0]]))


def _other_pipes(target: MetricContext, actual: MetricContext) -> bool:
    names = [context.side.metric.indicator for context in (target, actual)]
    if not all(map(_PIPES.search, names)):
        return False
    one, other = ({thing for word, thing in _PIPED.items() if word in name} for name in names)
    return bool(one and other) and not one & other


def _other_pace(target: MetricContext, actual: MetricContext) -> bool:
    return target.side.pace != actual.side.pace


def _of_quarter(target: MetricContext, actual: MetricContext) -> bool:
    return bool(_QUARTER.search(target.before)) and not _QUARTER.search(actual.before)


def homes_or_persons(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one counts people, and the other homes: 危房改造8300户3.6万人."""
    units = target.side.base_unit, actual.side.base_unit
    return (units[0] in _PERSONS and units[1] in _HOMES) or (units[1] in _PERSONS and units[0] in _HOMES)


Guard = Callable[[MetricContext, MetricContext], bool]
#: What rules a link out, a promise, and a statement that is not about it.
GUARDS: tuple[tuple[Guard, str, str], ...] = (
    (_other_measure, "增长5%。", "居全省第5位。"),
    (_other_unit, "新增绿地20公顷。", "新增绿地3处。"),
    (_other_indicator, "固定资产投资增长5%。", "工业投资增长5%。"),
    (_part_of_it, "固定资产投资增长5%。", "开发区固定资产投资增长5%。"),
    (_other_owner, "民营企业外贸进出口、实际利用外资均增长5%。", "实际利用外资增长5%。"),
    (_other_sector, "规模以上工业增加值增长5%。", "规模以上医药工业增加值增长5%。"),
    (_value_added_or_output, "规模以上工业增加值增长5%。", "规模以上工业总产值增长5%。"),
    (_town_or_country, "城镇居民收入增长5%。", "农村居民收入增长5%。"),
    (_one_of_both, "城乡低保标准增长5%。", "城镇低保标准增长6%。"),
    (_other_trade, "一般贸易出口占比30%。", "一般贸易进出口占比34%。"),
    (_other_level, "新增国家级企业技术中心2家。", "新增省级企业技术中心2家。"),
    (_other_limit, "引进10亿元以上项目5个。", "引进50亿元以上项目5个。"),
    (_other_benefit, "新建经济适用住房1500套。", "发放经济适用住房补贴1800户。"),
    (_far_apart, "新建公园5个。", "建成公园100个。"),
    (_cost_or_spent, "重点项目总投资200亿元。", "重点项目完成投资80亿元。"),
    (_other_pipes, "新建供水管网20公里。", "新建供热管网22公里。"),
    (_other_pace, "新增外商投资企业700家。", "平均每天新增外商投资企业2家。"),
    (_of_quarter, "重点项目一季度开工120个。", "重点项目开工150个。"),
)
#: The same that only make a link unsure.
DOUBTS: tuple[tuple[Guard, str, str], ...] = (
    (_total_or_increase, "新增高新技术企业20家。", "高新技术企业达到120家。"),
    (_other_stage, "建成学校5所。", "开工建设学校5所。"),
    (_done_for_begun, "开工病险水库除险加固5座。", "完成病险水库除险加固6座。"),
    (_other_action, "新建公园5个。", "拆除公园5个。"),
    (is_qualified, "建成农业示范园5个。", "建成农业科技示范园6个。"),
    (_level_in_one, "新增市级企业技术中心20家。", "新增企业技术中心22家。"),
    (_other_distinction, "改造农村公路20公里。", "改造高速公路20公里。"),
)


def rules_out(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether an actual cannot be that of a target."""
    return any(rule(target, actual) for rule, _, _ in GUARDS)


def doubts(target: MetricContext, actual: MetricContext) -> int:
    """Return how many rules make a link unsure."""
    return sum(rule(target, actual) for rule, _, _ in DOUBTS)
