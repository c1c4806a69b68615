"""Tell numbers with a unit that are no quantities: ages, names of policies and places, degrees."""

from __future__ import annotations

import re
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
    NoQuantity(frozenset({"期"}), re.compile("(?:线|工程|项目|园区?)$"), _ANYTHING, "开工地铁一号线2期。"),
    NoQuantity(COUNTED - {"位", "名"}, re.compile(r"第\d{1,3}(?:[、和]\d{1,3})*(?:[、和至到]|-)$"), _ANYTHING, "修订第1、2、3条。"),
    NoQuantity(COUNTED, re.compile(r"“[^”、,，。；\n]{1,12}$"), re.compile("”"), "出台“稳增长32条”。"),
    # “两个80%” is what a requirement is called.
    NoQuantity(frozenset(), re.compile(r"“(?:[^“”\n]{0,16}、)?[一二两三四五六七八九\d]个$"), _ANYTHING, "落实“两个80%”要求。"),
)  # fmt: skip


def is_quantity(half: str, quantity: Quantity) -> bool:
    """Tell whether a number with its unit is a quantity by the words around it."""
    before = half[max(0, quantity.start - _BEFORE_CHARACTERS) : quantity.start]
    return quantity.rule == "rank" or not any(
        (not rule.units or quantity.unit in rule.units)
        and rule.behind.match(half, quantity.end)
        and rule.before.search(before)
        for rule in NO_QUANTITY_RULES
    )
