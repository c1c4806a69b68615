"""Bring words that reports use for one thing into one form, so that two reports can be compared."""

from __future__ import annotations

import re

from tui.metrics.indicators import default_indicators
from tui.metrics.years import years_of
from tui.report.model import Metric
from tui.report.numerals import half_width

#: Words for one thing, and the one compared by; longer ones first.
SAME_WORDS: tuple[tuple[str, str], ...] = (
    ("研究与试验发展", "研发"),
    ("国家级和省级", "省级以上"),
    ("国家级、省级", "省级以上"),
    ("国家级省级", "省级以上"),
    ("国家和省级", "省级以上"),
    ("R&D", "研发"),
    ("SO2", "二氧化硫"),
    ("COD", "化学需氧量"),
    ("万元GDP", "单位生产总值"),
    ("GDP", "生产总值"),
    ("社消零", "社会消费品零售"),
    ("社零", "社会消费品零售"),
    ("固投", "固定资产投资"),
    ("CPI", "居民消费价格"),
    ("商品零售价格总水平", "商品零售价格"),
    ("居民消费价格总水平", "居民消费价格"),
    ("消费价格总水平", "消费价格"),
    ("物价总水平", "居民消费价格"),
    ("价格总水平", "居民消费价格"),
    ("非公有制", "非公"),
    ("高企", "高新技术企业"),
    ("规上", "规模以上"),
    ("限上", "限额以上"),
    ("电商产业", "电子商务"),
    ("电子商务产业", "电子商务"),
    ("电商", "电子商务"),
    ("棚改", "棚户区改造"),
    ("公办园", "公办幼儿园"),
    ("普惠率", "普惠性幼儿园覆盖率"),
    ("公共财政预算收入", "一般公共预算收入"),
    ("财政一般预算收入", "一般公共预算收入"),
    ("地方一般预算收入", "一般公共预算收入"),
    ("市场主体", "经营主体"),
    ("农牧民", "农民"),
    ("农村居民", "农民"),
    ("纯收入", "可支配收入"),
    ("外商直接投资", "外资"),
    ("新农合", "新型农村合作医疗"),
    ("停车泊位", "停车位"),
    ("充电设施", "充电桩"),
    ("植树造林", "造林"),
    ("营造林", "造林"),
    ("农村道路", "农村公路"),
    ("安全饮水", "饮水安全"),
    ("喝上安全水", "饮水安全"),
    ("喝上放心水", "饮水安全"),
    ("吃上安全水", "饮水安全"),
    ("吃上放心水", "饮水安全"),
    ("通村道路", "通村公路"),
    ("通乡道路", "通乡公路"),
    ("上市公司", "上市企业"),
    ("挂牌公司", "挂牌企业"),
    ("投入使用", "投用"),
    ("投入运营", "投用"),
    ("规划建设", "建设"),
    ("国有企业", "国企"),
    ("民营企业", "民企"),
    ("规模工业", "规模以上工业"),
    ("规模企业", "规模以上企业"),
    ("高新企业", "高新技术企业"),
    ("因特网", "互联网"),
    ("“四好农村路”", "农村公路"),
    ("四好农村路", "农村公路"),
    ("保租房", "保障性租赁住房"),
    ("保障房", "保障性住房"),
    ("旅游总人次", "游客人数"),
    ("旅游总人数", "游客人数"),
    ("接待游客人次", "游客人数"),
    ("公租房", "公共租赁住房"),
    ("经适房", "经济适用住房"),
    ("经济适用房", "经济适用住房"),
    ("廉租房", "廉租住房"),
    ("新农保", "新型农村社会养老保险"),
    ("医疗保险", "医保"),
    ("最低生活保障", "低保"),
    ("农民专业合作社", "农民合作社"),
    ("专业合作社", "合作社"),
    ("万元生产总值", "单位生产总值"),
    ("细颗粒物", "PM2.5"),
    ("审批事项", "审批项目"),
    ("科创平台", "科技创新平台"),
    ("减轻企业负担", "降低企业成本"),
    ("国省干线公路", "国省道"),
    ("干线公路", "国省道"),
    ("天然气管", "燃气管"),
    ("管道", "管网"),
    ("养老机构床位", "养老床位"),
    ("货邮吞吐量", "货运量"),
    ("改厕", "厕所改造"),
    ("危旧房", "危房"),
    ("参合率", "参保率"),
    ("服务业增加值所占比重", "第三产业比重"),
    ("服务业增加值比重", "第三产业比重"),
    ("服务业比重", "第三产业比重"),
)
_COMMON = dict(SAME_WORDS)
_SPELLINGS = re.compile("|".join(re.escape(word) for word, _ in SAME_WORDS))
#: What stands before a name in one report only.
_WHOSE = re.compile(
    r"^(?:大[灾旱]之年|重点是)|^(?:全社会)?\d+万元(?:及)?以上(?:的)?(?:(?:投资|建设)?项目)?(?=固定资产投资)|^(?:安排|完成|实现|带动|拉动|推动)?(?:[全我本]?[省市区县州旗盟国]|地方|全部)?(?=[\u4e00-\u9fff]{4})|^[一二三四五六七八九十]+、"
)
#: What stands behind one: 固定资产投资年均增幅; when a part of a year comes first: 地区生产总值一季度下降5%,全年增长4%.
_BEHIND = re.compile("(?:前[三3]个?季度|第?[一二三四]季度|[上下]半年|(?:年均)?增[幅速])$")
#: Names that stand alone for an indicator, by its id.
_ALONE = {"出口": "exports", "进出口": "trade_total"}
_ALL_OF = re.compile("^全[省市区县州旗盟国]")
_MONEY, _RATE = ("元", "美元"), "%"
#: What people have, in any of its wordings, by whose it is; of growth only, for amounts are of one wording.
_INCOME = re.compile(
    r"(?P<whose>城镇|城市|农村|农民|农牧民|全体)?(?:常住)?(?P<people>居民)?(?:家庭)?年?(?:人均)?(?:可支配)?收入"
)
_INCOMES = {
    "城镇": "urban_income",
    "城市": "urban_income",
    "农村": "rural_income",
    "农民": "rural_income",
    "农牧民": "rural_income",
}


def same_words(text: str) -> str:
    """Return a text with one word for each thing."""
    return _SPELLINGS.sub(lambda match: _COMMON[match[0]], text)


def indicator_of(metric: Metric) -> str:
    """Return the id of the indicator a metric is said to state in other words; empty if it is none."""
    if metric.canonical or not metric.indicator:
        return metric.canonical
    name = _BEHIND.sub("", half_width(metric.indicator))
    years = years_of(metric.period)
    for form in dict.fromkeys((_WHOSE.sub("", name), same_words(_WHOSE.sub("", name)))):
        found = default_indicators().find(form, metric.unit, metric.measure, years[1] if years else None)
        if found is not None:
            return found.id
    if (alone := _ALONE.get(_ALL_OF.sub("", name))) and metric.unit.endswith((*_MONEY, _RATE)):
        return alone
    income = _INCOME.fullmatch(_WHOSE.sub("", name))
    if income is None or metric.measure != "growth":
        return ""
    return _INCOMES.get(income["whose"], "resident_income" if income["people"] else "")
