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
    r"(?:以上|左右)?[,，]?(?:分\d年)?(?:共|全力|大力|精心|全面|集中|重点|基本|彻底|有效|切实|妥善|进一步)*(?:(?:主要|重点|专项)?用于|实施了?|完成了?|推进了?|加快了?|支持|启动了?|进行了?|开展了?|加强|改善|办[好了成]|(?=[建新兴铺关更改修扩编整治购解维收补]|开复?工))"
    r"(?P<verb>(?:建成投产|建成|兴建|铺设|关停|更新|建设|新建|改造|修建|扩建|改扩建|编制|整治|治理|购置|购买|解决|维修|开复工|开工|收购|补贴)*)了?(?:一批|\d+(?:\.\d+)?(?:[万余多]*(?:公里|平方米|[个家项座条所处户宗件人名])(?!籍)(?:以上)?|[余多]?万[余多]?))?的?"
    r"(?P<thing>[^,，;；。、:：了\d]{4,18}(?:(?:、[^,，;；。、:：了\d]{2,18}){1,2}(?=[,，;；。]))?)(?=[,，;；。]|(?P<counted>\d+(?:\.\d+)?[万亿]?[余多]?(?:公里|平方米|[个家项座条所处户宗件亩人名吨])[,，;；。、]))"
)
#: 投资6亿元对细河进行改造: what was done to what.
_TREATED = re.compile(
    r"[,，]?对(?:全[省市区县州])?(?:\d+(?:\.\d+)?[万余多]*(?:公里长?|平方米|[个家项座条所处户宗件人名])的?)?(?P<thing>[^,，;；。、:：了\d]{2,16}?)(?:进行|实施|实行|开展)了?(?:全面|综合|集中|重点)*(?P<deed>[^,，;；。、:：了\d的]{2,8})(?=[,，;；。、])"
)
#: 投入1500万元为困难群众购买医疗保险: what it bought for whom.
_GIVEN = re.compile(
    r"[,，]?[为给向](?:约|近)?(?:全[省市区县州])?(?:\d+(?:\.\d+)?[万余多]*[个家所户人名])?[^,，;；。、:：了\d]{2,12}?(?P<deed>购买|购置|配备|安装|发放|提供|建设|修建|新建)了?(?P<thing>[^,，;；。、:：了\d]{4,14})(?=[,，;；。、])"
)
#: 投入10亿元，建成甲大桥、乙大桥等一批道路桥梁工程: what its objects are.
_SUMMED_UP = re.compile(
    r"[,，]?(?:用于|实施|完成|推进|启动|建成|建设|新建|改造)了?[^,，;；。:：]{4,36}?等(?:一批|\d{1,3}[个项座条])?(?P<things>[^,，;；。、\d的等]{2,12}(?:工程|项目))(?=[,，;；。])"
)
#: 获中央财政20亿元支持: what it got stands on both sides of the amount.
_GOT, _HELP = (
    re.compile("获得?[^,，;；。、]{2,}"),
    re.compile(
        r"(?:以上)?的?(?P<help>(?:资金|财政|专项)*(?:支持|补助|补贴|奖励|资助|扶持)(?:资金)?)(?=[,，;；。、])"
    ),
)
#: 完成投资8亿元，新建泊位3个: two results side by side.
_PAUSE, _ALREADY = re.compile(r"(?:以上|左右)*[,，]"), re.compile("完成|实现|达到?|预算")
_GET = "获"
_COME_ABOUT = re.compile("建成(?:投产)?")
_TASK = re.compile(r"(?<=[造设治理修])任务\Z")
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
    behind = quantity.end, quantity.end + _MAX_CHARACTERS
    suffix = spent + (_FUNDS if spent in _PROVIDED else "")
    if treated := _TREATED.match(text, *behind):
        return treated["thing"] + treated["deed"] + suffix
    if given := _GIVEN.match(text, *behind):
        return given["deed"] + given["thing"] + suffix
    if summed_up := _SUMMED_UP.match(text, *behind):
        return summed_up["things"] + suffix
    purpose = _PURPOSE.match(text, *behind)
    if purpose is None or (_PAUSE.match(purpose[0]) and _ALREADY.search(before)):
        return None
    thing = _TASK.sub("", without_lead(purpose["thing"]))
    thing = split_tail(thing)[0] if purpose["counted"] else thing
    if len(thing) < 2 or is_verb_run(thing):
        return None
    return _COME_ABOUT.sub("", purpose["verb"]) + thing + suffix


def help_got(text: str, quantity: Quantity, before: str) -> str | None:
    """Return the name of money that somebody got as help (获中央财政支持); None where it is none."""
    if not quantity.unit.endswith(_MONEY) or _GET not in before:
        return None
    got, helps = name_before(before), _HELP.match(text, quantity.end)
    return got + helps["help"] if helps and _GOT.search(got) else None
