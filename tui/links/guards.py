"""Rule out that an actual is that of a target, whatever the names say, by a table of rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache

from tui.links.alike_units import may_count_the_same
from tui.links.contexts import MetricContext
from tui.links.name_likeness import inserted, plain_core
from tui.links.sides import amounts_in_one_unit
from tui.links.things_measured import other_energy, other_input, price_or_volume
from tui.links.wording import same_words
from tui.metrics.near_indicators import LINKED
from tui.metrics.units import RATES

_AMOUNT = "level"
#: Names of which is kept what they say.
_NAMES = 2048
#: How many times one amount may be the other.
_MOST_TIMES = Decimal(8)
#: The same where the same is done to the same things: 改造老旧小区13个, after 243个.
_MOST_TIMES_SAME_WORK = Decimal(19)
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
#: What a plant takes: 建筑垃圾 are no 厨余垃圾.
_WASTE = re.compile("(?P<of>[厨餐]余|餐厨|厨房|建筑|装修|医疗|危险|工业固?|电子|生活)(?:垃圾|废弃?物|固废)")
_SAME_WASTE = {"餐余": "厨余", "餐厨": "厨余", "厨房": "厨余", "装修": "建筑"}
#: Of a part of the year: 一季度开工120个.
_QUARTER = re.compile("[一二三四1-4]季度")
_PERSONS, _HOMES = frozenset(("人", "名", "位", "人次")), frozenset(("户", "套"))
_TRADE = re.compile("进出口|出口|进口")
_LEVELS = (
    re.compile("国家级?|全国"),
    re.compile("省级?|自治区级?|全省|全区"),
    re.compile("市级"),
    re.compile("[区县]级"),
    re.compile("(?:乡|镇|乡镇|街道|街镇)级"),
    re.compile("(?:社区|村|村居)级"),
)
#: Between what a share is and what it is one of, and behind that.
_SHARE, _RATIO = "占", "占比"
#: Of one of the parts in which a thing is built.
_PHASE = re.compile("(?:第?([一二三四五1-5])期)(?:工程)?")


def _other_measure(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.side.metric.measure, actual.side.metric.measure
    if one == other:
        return False
    measures = {one, other}
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


def _rate_of_no_name(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether growth of which nothing is said would be that of an indicator, of which many grew by about as much."""
    return not target.side.metric.indicator and target.metric.unit in RATES and bool(actual.indicator)


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
    one, other = (_levels_of(side.metric.indicator) for side in (target.side, actual.side))
    return bool(one and other) and not one & other


@lru_cache(maxsize=_NAMES)
def _levels_of(name: str) -> frozenset[int]:
    return frozenset(index for index, pattern in enumerate(_LEVELS) if pattern.search(name))


def _other_limit(target: MetricContext, actual: MetricContext) -> bool:
    is_defined = bool(target.indicator and actual.indicator) and not _other_indicator(target, actual)
    if is_defined:
        return False
    one, other = (_limits_of(side.limits, side.metric.indicator) for side in (target.side, actual.side))
    return one != other


@lru_cache(maxsize=_NAMES)
def _limits_of(said: frozenset[str], name: str) -> frozenset[str]:
    found = said | frozenset(_PLAIN_LIMIT.findall(name))
    return frozenset(_WORD_LIMIT.sub(_in_digits, limit) for limit in found)


def _in_digits(limit: re.Match[str]) -> str:
    return str(_TENS[limit["tens"]]) + limit["unit"]


def _far_apart(target: MetricContext, actual: MetricContext) -> bool:
    one, other = target.side, actual.side
    compared = amounts_in_one_unit(one, other)
    if compared is None or (actual.is_of_years and not target.is_of_years):
        return False  # not compared anyway
    aim, done = compared
    is_same_work = bool(one.acts) and one.core == other.core and one.acts == other.acts
    most = _MOST_TIMES_SAME_WORK if is_same_work and not target.is_generic else _MOST_TIMES
    return max(aim, done) > most * min(aim, done)


def is_part_of_it(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether the name of one is that of the indicator of the other with something more in it."""
    if bool(target.indicator) == bool(actual.indicator):
        return False
    known, other = (target, actual) if target.indicator else (actual, target)
    return inserted(*(plain_core(context.side.core) for context in (known, other))) > 1


def _other_owner(target: MetricContext, actual: MetricContext) -> bool:
    return target.owners != actual.owners and bool(target.indicator or actual.indicator)


def _other_sector(target: MetricContext, actual: MetricContext) -> bool:
    if target.indicator == actual.indicator:
        return False
    one, other = (_sectors_of(context.side.metric.indicator) for context in (target, actual))
    return not (_are_said(one - other, actual) and _are_said(other - one, target))


@lru_cache(maxsize=_NAMES)
def _sectors_of(name: str) -> frozenset[str]:
    return frozenset(_SECTORS.findall(same_words(name)))


def _are_said(words: Iterable[str], context: MetricContext) -> bool:
    """Tell whether the words next to a metric that names no sector of its own say these: 电子商务交易活跃，交易额2800亿元."""
    said = context.side.around
    return all(word in said or word in same_words(said) for word in words)


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


def _other_waste(target: MetricContext, actual: MetricContext) -> bool:
    one, other = (_waste_of(context.side.metric.indicator) for context in (target, actual))
    return bool(one and other) and not one & other


@lru_cache(maxsize=_NAMES)
def _waste_of(name: str) -> frozenset[str]:
    return frozenset(_SAME_WASTE.get(waste, waste) for waste in _WASTE.findall(name))


def _other_pace(target: MetricContext, actual: MetricContext) -> bool:
    return target.side.pace != actual.side.pace


def _other_part(target: MetricContext, actual: MetricContext) -> bool:
    (one, whole), (other, other_whole) = (_part_and_whole(context.side.core) for context in (target, actual))
    if not whole or not other_whole or one == other:
        return False
    return not (inserted(one, other) or inserted(other, one))


def _other_whole(target: MetricContext, actual: MetricContext) -> bool:
    (_, one), (_, other) = (_part_and_whole(context.side.core) for context in (target, actual))
    return bool(one and other) and one not in other and other not in one


@lru_cache(maxsize=_NAMES)
def _part_and_whole(name: str) -> tuple[str, str]:
    """Return of what part and of what whole a share is: 服务业占生产总值比重; no whole if a name says none."""
    part, _, whole = plain_core(name).removesuffix(_RATIO).partition(_SHARE)
    return part, whole


def _other_phase(target: MetricContext, actual: MetricContext) -> bool:
    one, other = (set(_PHASE.findall(context.side.metric.indicator)) for context in (target, actual))
    return bool(one and other) and not one & other


def _other_fate(target: MetricContext, actual: MetricContext) -> bool:
    return target.side.undergoes != actual.side.undergoes


def _of_quarter(target: MetricContext, actual: MetricContext) -> bool:
    return bool(_QUARTER.search(target.before)) and not _QUARTER.search(actual.before)


def homes_or_persons(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one counts people, and the other homes: 危房改造8300户3.6万人."""
    units = target.side.base_unit, actual.side.base_unit
    return (units[0] in _PERSONS and units[1] in _HOMES) or (units[1] in _PERSONS and units[0] in _HOMES)


Guard = Callable[[MetricContext, MetricContext], bool]
#: What rules a link out, a target, and a figure that is not about it.
GUARDS: tuple[tuple[Guard, str, str], ...] = (
    (_other_measure, "增长5%。", "居全省第5位。"),
    (_other_unit, "新增绿地20公顷。", "新增绿地3处。"),
    (_other_indicator, "固定资产投资增长5%。", "工业投资增长5%。"),
    (_far_apart, "新建公园5个。", "建成公园100个。"),
    (is_part_of_it, "固定资产投资增长5%。", "开发区固定资产投资增长5%。"),
    (_other_owner, "民营企业外贸进出口、实际利用外资均增长5%。", "实际利用外资增长5%。"),
    (_other_sector, "规模以上工业增加值增长5%。", "规模以上医药工业增加值增长5%。"),
    (_rate_of_no_name, "分别按增长5%、6%掌握。", "固定资产投资增长5%。"),
    (_value_added_or_output, "规模以上工业增加值增长5%。", "规模以上工业总产值增长5%。"),
    (price_or_volume, "居民消费价格涨幅5%。", "消费增长5%。"),
    (_town_or_country, "城镇居民收入增长5%。", "农村居民收入增长5%。"),
    (_one_of_both, "城乡低保标准增长5%。", "城镇低保标准增长6%。"),
    (_other_trade, "一般贸易出口占比30%。", "一般贸易进出口占比34%。"),
    (_other_level, "新增国家级企业技术中心2家。", "新增省级企业技术中心2家。"),
    (_other_limit, "引进10亿元以上项目5个。", "引进50亿元以上项目5个。"),
    (_other_benefit, "新建经济适用住房1500套。", "发放经济适用住房补贴1800户。"),
    (_cost_or_spent, "重点项目总投资200亿元。", "重点项目完成投资80亿元。"),
    (_other_pipes, "新建供水管网20公里。", "新建供热管网22公里。"),
    (_other_waste, "建成厨余垃圾利用设施12个。", "建成建筑垃圾利用设施12座。"),
    (_other_part, "数字经济占地区生产总值比重34%。", "文化产业增加值占地区生产总值比重5%。"),
    (_other_whole, "生产性服务业增加值占服务业增加值比重50%。", "服务业增加值占生产总值比重55%。"),
    (_other_phase, "二期标准厂房建成20万平方米。", "一期标准厂房建成15万平方米。"),
    (_other_pace, "新增外商投资企业700家。", "平均每天新增外商投资企业2家。"),
    (other_energy, "清洁能源装机比重达到30%。", "清洁能源消费比重达到47%。"),
    (other_input, "单位生产总值能耗下降4%。", "单位生产总值耗地下降8%。"),
    (_other_fate, "建设水质净化厂4座。", "2座水质净化厂入选绿色低碳标杆。"),
    (_of_quarter, "重点项目一季度开工120个。", "重点项目开工150个。"),
)


#: Those that rule out nothing unless both names have one of the words they are about; few names do.
_RULES_OF_WORDS = (
    _value_added_or_output, _town_or_country, _one_of_both, _other_trade, _other_level, _other_pipes, _other_waste, _other_part, _other_whole, _other_phase,
)  # fmt: skip
_OTHER_RULES = tuple(rule for rule, _, _ in GUARDS if rule not in _RULES_OF_WORDS)
_OTHER_RULES_OF_PARTS = tuple(rule for rule in _OTHER_RULES if rule is not is_part_of_it)
_WORDS_OF_RULES = re.compile(
    "|".join(
        (
            _VALUE_ADDED, _BOTH, _SHARE,
            *(words.pattern for words in (_OUTPUT, _TOWN, _COUNTRY, _TRADE, *_LEVELS, _PIPES, _WASTE, _PHASE)),
        )
    )
)  # fmt: skip


def rules_out(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether an actual cannot be that of a target."""
    return _is_ruled_out(target, actual, _OTHER_RULES)


def rules_out_pair(target: MetricContext, actual: MetricContext) -> bool:
    """Tell the same of two of one report: an amount of a part may be what it plans next to that of the whole."""
    one, other = target.side, actual.side
    is_amount = one.metric.measure == other.metric.measure == _AMOUNT
    may_be_part = is_amount and one.distinctions == other.distinctions
    return _is_ruled_out(target, actual, _OTHER_RULES_OF_PARTS if may_be_part else _OTHER_RULES)


def _is_ruled_out(target: MetricContext, actual: MetricContext, other_rules: tuple[Guard, ...]) -> bool:
    if any(rule(target, actual) for rule in other_rules):
        return True
    are_named = all(_has_words(side.metric.indicator, side.core) for side in (target.side, actual.side))
    return are_named and any(rule(target, actual) for rule in _RULES_OF_WORDS)


@lru_cache(maxsize=_NAMES)
def _has_words(name: str, core: str) -> bool:
    return bool(_WORDS_OF_RULES.search(name) or _WORDS_OF_RULES.search(core))
