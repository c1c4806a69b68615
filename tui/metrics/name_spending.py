"""Name money without another name by what it was spent on: 投入3.8亿元，实施老旧住宅改造工程."""

from __future__ import annotations

import re

from tui.metrics.name_before import name_before
from tui.metrics.name_tails import split_tail
from tui.metrics.name_words import is_verb_run, without_lead
from tui.metrics.quantity import Quantity

#: Characters behind an amount that may say what it was spent on.
_MAX_CHARACTERS = 60
_MONEY = "元"
_SPENT_TEXT = "投入 投资 投入资金 投入财政资金 财政投入 完成投资 资金 筹资 筹集资金 安排 安排资金 筹措 筹集 筹措资金 拨付 拨款 投放 投资资金"
_SPENT = frozenset(_SPENT_TEXT.split())
_PURPOSE = re.compile(
    r"(?:以上|左右)?[,，]?(?:共|全力|大力|精心|全面|集中|重点)*(?:(?:主要|重点|专项)?用于|实施了?|完成了?|推进了?|加快了?|支持|启动了?|进行了?|开展了?|办[好了成]|(?=[建新兴铺关更改修扩编整治购解维收补]|开复?工))"
    r"(?P<verb>(?:建成投产|建成|兴建|铺设|关停|更新|建设|新建|改造|修建|扩建|改扩建|编制|整治|治理|购置|购买|解决|维修|开复工|开工|收购|补贴)*)了?(?:一批|\d+(?:\.\d+)?[万余多]?(?:公里|平方米|[个家项座条所处户宗件])(?!籍)(?:以上)?)?的?"
    r"(?P<thing>[^,，;；。、:：了\d]{4,18})(?=[,，;；。、]|(?P<counted>\d+(?:\.\d+)?[万亿]?[余多]?(?:公里|平方米|[个家项座条所处户宗件])[,，;；。、]))"
)
#: 完成投资8亿元，新建泊位3个: two results side by side.
_PAUSE, _ALREADY = re.compile(r"(?:以上|左右)*[,，]"), re.compile("完成|实现|达到?|预算")
_COME_ABOUT = re.compile("建成(?:投产)?")
_PROVIDED, _FUNDS = frozenset(("安排", "筹措", "筹集", "拨付", "投放")), "资金"


def spent_on(text: str, quantity: Quantity, before: str) -> str | None:
    """Return the name of money by what it was spent on; None where that is not said.

    Args:
        text: The report's text.
        quantity: The amount.
        before: Its clause up to it.
    """
    spent = name_before(before) if quantity.unit.endswith(_MONEY) else ""
    if spent not in _SPENT:
        return None
    purpose = _PURPOSE.match(text, quantity.end, quantity.end + _MAX_CHARACTERS)
    if purpose is None or (_PAUSE.match(purpose[0]) and _ALREADY.search(before)):
        return None
    thing = without_lead(purpose["thing"])
    thing = split_tail(thing)[0] if purpose["counted"] else thing
    if len(thing) < 2 or is_verb_run(thing):
        return None
    return _COME_ABOUT.sub("", purpose["verb"]) + thing + spent + (_FUNDS if spent in _PROVIDED else "")
