"""Tell numbers with a unit that are no quantities: ages, names of policies and places, degrees."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.metrics.forms.base import Quantity
from tui.metrics.units import COUNTED

#: Characters before a quantity from which it is told that it is none.
_BEFORE_CHARACTERS = 40


class NoQuantity(NamedTuple):
    """A rule by which a number with a unit is no quantity.

    Attributes:
        units: The units it is about; none if it is about any.
        before: What stands before the number.
        behind: What stands behind the unit.
        example: A text without a quantity.
    """

    units: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    example: str


_ANYTHING = re.compile("")
#: A policy is named by its points; measures, roads and the like are counted in 条, too.
_POLICY = re.compile(
    r"(?:出台|落实|印发|发布|推出|兑现|制定|执行)[^,，。;；\n]{2,}"
    r"(?<!政策|措施|举措|意见|规定|标准|清单|线路|航线|法规|制度|建议|出台|落实|发布|推出|制定)(?<![的等了共达])$"
)
NO_QUANTITY_RULES = (
    # Years of life are measured for a whole people only.
    NoQuantity(frozenset({"岁"}), re.compile(r"^(?!.*寿命[^。;；!?]*$)", re.S), _ANYTHING, "为80岁老人发放津贴。"),
    NoQuantity(frozenset({"条"}), _POLICY, re.compile("(?!以上)"), "出台关心关爱企业家20条。"),
    NoQuantity(
        frozenset({"条"}), _ANYTHING, re.compile(r"(?:、[^、,，。;；]{2,14}\d+条)*等(?:一系列|系列|一揽子)?(?:政策|措施)"), "实施民营经济40条等政策。"
    ),
    # Lengths in 里 stand in verses and names of places, unless something long is said to have them.
    NoQuantity(
        frozenset({"里"}), re.compile(r"^(?!.*[长修筑路渠堤线程][^,，。;；]{0,10}$)", re.S), _ANYTHING, "九万里风鹏正举。"
    ),
    NoQuantity(frozenset({"度"}), re.compile(r"^(?!.*电[^。;；]*$)", re.S), _ANYTHING, "25度以上坡耕地退耕。"),
    # 15分钟健身圈 is what it is called.
    NoQuantity(
        frozenset({"分钟", "小时"}), _ANYTHING, re.compile(r"[^,，。;；、\d]{0,10}圈(?![养舍])"), "建成15分钟健身圈。"
    ),
    NoQuantity(frozenset({"小时"}), _ANYTHING, re.compile("(?:直接)?过境"), "推广144小时过境免签政策。"),
    NoQuantity(frozenset({"个"}), re.compile("连续$"), re.compile("榨季|赛季|季度|年度|学年|财年|年头"), "产量连续9个榨季增长。"),
    NoQuantity(frozenset({"天", "小时", "个月"}), re.compile("(?:奋战|苦战|鏖战|大干|决战|激战)$"), _ANYTHING, "奋战150天完成整治。"),
    NoQuantity(frozenset({"期"}), re.compile("(?:线|工程|项目|园区?)$"), _ANYTHING, "开工地铁一号线2期。"),
    NoQuantity(COUNTED - {"位", "名"}, re.compile(r"第\d{1,3}(?:[、和]\d{1,3})*(?:[、和至到]|-)$"), _ANYTHING, "修订第1、2、3条。"),
    NoQuantity(COUNTED, re.compile(r"“[^”、,，。；\n]{1,12}$"), re.compile("”"), "出台“稳增长32条”。"),
    NoQuantity(frozenset({"小时", "天"}), re.compile(r"\d[×xX*]$"), _ANYTHING, "提供7×24小时服务。"),
    NoQuantity(frozenset({"小时"}), _ANYTHING, re.compile("[“\"]?(?:全天候|不间断|不打烊)|(?:在线|自助|政务|咨询|值班|值守|监控|巡查|营业|便利店|门诊|城市书房|图书馆|书房|智慧书房)"), "提供24小时政务咨询。"),
    NoQuantity(frozenset({"座", "吨"}), _ANYTHING, re.compile("(?:及?以[上下]|级)的?(?:小?汽车|客车|货车|轿车|车辆|船舶|渔船)"), "8座以下小汽车可以入境。"),
    NoQuantity(frozenset({"项", "个"}), _ANYTHING, re.compile("(?:内容|方面|行动|工程|任务|工作)为(?:重点|抓手|主要内容|突破口|载体)"), "以村庄清洁行动等6项内容为重点。"),
    # 3人制篮球, 1%人口抽样调查 are what something is called.
    NoQuantity(frozenset({"人"}), _ANYTHING, re.compile(r"制(?![定造作])"), "建成3人制篮球场。"),
    NoQuantity(frozenset({"%", "‰"}), _ANYTHING, re.compile(r"人口(?:变动(?:情况)?)?抽样|抽样调查"), "开展1%人口抽样调查。"),
    # How large a village must be to be meant.
    NoQuantity(
        frozenset({"户", "人"}), _ANYTHING, re.compile(r"(?:及?以[上下]|左右)的?(?:(?:具备|有)条件的)?(?:[^,，。;；、\d]{0,4}自然村|[小村]+屯?|[^,，。;；、\d]{0,4}(?:村庄|村屯|村寨|村民小组|居民点|聚居点|安置[点区]))"),
        "20户以上自然村通硬化路。"
    ),
    NoQuantity(frozenset({"公里", "米"}), re.compile("最[后先]$"), _ANYTHING, "打通最后100米。"),
    NoQuantity(frozenset(), _ANYTHING, re.compile(r"多?(?:中国)?人民?的饭碗"), "把14亿中国人的饭碗端牢。"),
    # “两个80%” is what a requirement is called.
    NoQuantity(frozenset(), re.compile(r"“(?:[^“”\n]{0,16}、)?[一二两三四五六七八九\d]个$"), _ANYTHING, "落实“两个80%”要求。"),
)  # fmt: skip


@lru_cache(maxsize=256)
def _rules_of(unit: str) -> tuple[NoQuantity, ...]:
    """Return the rules for numbers with a unit."""
    return tuple(rule for rule in NO_QUANTITY_RULES if not rule.units or unit in rule.units)


def is_quantity(half: str, quantity: Quantity) -> bool:
    """Tell whether a number with its unit is a quantity by the words around it."""
    before = half[max(0, quantity.start - _BEFORE_CHARACTERS) : quantity.start]
    return quantity.rule == "rank" or not any(
        rule.behind.match(half, quantity.end) and rule.before.search(before)
        for rule in _rules_of(quantity.unit)
    )
