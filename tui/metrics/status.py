"""Whether a figure is done, promised, under way, or told only to say which thing is meant."""

from __future__ import annotations

import re

from tui.metrics.quantity import Quantity
from tui.metrics.tense import Tense
from tui.metrics.units import COUNTED
from tui.report.model import Status

_THING = "项目|工程|企业(?!债)|园区|开发区|机组|电站|锅炉|装置|产业|基地|平台|综合体|生产线|广场|大桥|公路|集群|村|大队|露天矿|医院|学校|仓库"
#: 总投资92亿元的…项目, 投资3000万元的供水工程, 年产80万吨乙烯项目: a size that tells which one is meant.
_SIZE_BEFORE = re.compile(
    r"(?:总?投资额?|总需求|总规模|总面积|占地|装机|容量|跨度|全长|总长)(?:约|近|超过?|达到?)*$"
)
_CAPACITY_BEFORE = re.compile(r"(?:年产|日产|日处理|年处理|年加工)(?:约|近|超过?|达到?)*$")
_SIZE_AFTER = re.compile(rf"(?:以上|左右)?的(?![,，;；。、])|[^,，;；。、\d的]{{0,10}}(?:{_THING})")
_MADE_BEFORE = re.compile(r"完成|落实|实现|达到?|下达|拨付|到位|安排|筹措|争取|投入")
#: 10亿元以上项目24个, 超10亿元项目24个: the limit of a class, not how many there are.
_LIMIT_AFTER = re.compile(
    rf"(?:及以上|以上|以下|级)(?:的)?(?:(?!不低于|不少于)[^,，;；。、\d]){{0,12}}?(?:{_THING}|示范片|集体|场所|燃煤)"
)
_OVER_AFTER = re.compile(rf"[^,，;；。、\d]{{0,8}}(?:{_THING})[^,，;；。、\d]{{0,4}}\d")
_OVER_BEFORE = re.compile(r"(?:超|超过|突破|过|达)$")
#: 120万吨项目建成投用, 10蒸吨以下锅炉: nothing but the thing behind a measure.
_BARE_AFTER = re.compile(rf"(?:{_THING})")
#: 54条市政道路加快建设, 7个集群加快构建: counted, and not yet there.
_UNDER_WAY = re.compile(
    r"(?:加快|加速|正在|稳步|有序|强力|扎实|持续|全面|抓紧|同步|全力|顺利)(?:推进|建设|编制|构建|实施|施工|进行|开展|推动|筹建|培育)|"
    r"进展顺利|正在(?!是)|在建(?!筑)|建设之中|提速建设|推进中"
)
_ARRIVED = re.compile(r"完成|建成|竣工|投产|投用|通车|交付|投入使用|完工|办结|达到|实现")
#: 由2.58%提高到2.82%: what stands before the first number, and behind it.
_FROM = re.compile(r"(?:由|从)[^,，;；。]{0,24}$")
_TO = re.compile(
    r"[^,，;；。]{0,16}?(?:提高|增加|增长|上升|提升|扩大|下降|降低|降|减少|压缩|缩短|升|增|回落|调整|发展)[^,，;；。]{0,4}?(?:到|至|为)"
)
_PAUSE = re.compile(r"[,，;；。]")


def is_background(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a size or a limit only tells which thing is meant.

    Args:
        quantity: The number with its unit.
        before: Its clause up to it.
        after: What follows it, to the end of the sentence.
    """
    if quantity.unit in COUNTED:
        return False
    before = before.rstrip()
    if _LIMIT_AFTER.match(after):
        return True
    if _OVER_BEFORE.search(before) and _OVER_AFTER.match(after):
        return True
    if _SIZE_BEFORE.search(before) and not _MADE_BEFORE.search(before) and _SIZE_AFTER.match(after):
        return True
    if _CAPACITY_BEFORE.search(before) and _SIZE_AFTER.match(after):
        return True
    return bool(_BARE_AFTER.match(after)) and quantity.unit not in ("%", "倍")


def is_baseline(before: str, after: str) -> bool:
    """Whether it is the first of two: 由2.58%提高到2.82%, 从五个月增加到十个月."""
    return bool(_FROM.search(before) and _TO.match(after))


def status_of(quantity: Quantity, before: str, after: str, tense: Tense) -> tuple[Status, str]:
    """The status of a figure in a clause of a tense, and what decided.

    Args:
        quantity: The number with its unit.
        before: Its clause up to it.
        after: What follows it, to the end of the sentence.
        tense: What the clause speaks of.
    """
    if is_background(quantity, before, after):
        return "background", "说明是哪一个的规模或界限"
    if is_baseline(before, after):
        return "background", "由…到…的起点"
    if tense == "plan":
        return "target", ""
    if quantity.unit in COUNTED:
        clause = _PAUSE.split(after, maxsplit=1)[0]
        if (under_way := _UNDER_WAY.search(clause)) and not _ARRIVED.search(clause):
            return "ongoing", f"“{under_way[0]}”"
    return "achieved", ""
