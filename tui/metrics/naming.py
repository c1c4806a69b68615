"""What a quantity measures, in the report's own words, and what is said of it.

A name stands before the number (``新增“四上”企业154家``), behind it (``30个省市重点项目``), or was
given in the clause before (``…154家,增长86%``). Where none of these gives a name, it stays empty:
an empty name is honest, a wrong one is not.
"""

from __future__ import annotations

import re

from tui.metrics.quantity import Quantity
from tui.metrics.units import RATES

_CLAUSE_END = re.compile(r"[,，;；。:：!！?？\n]")
_LEAD = re.compile(
    r"^(?:[、和及与并]|其中|分别|全年|今年|去年|全区|全市|全县|全省|全国|年度|累计|共计|共|已|预计|力争|确保|实现|完成|达到|使|是|年)+"
)
_TAIL = re.compile(
    r"(?:预计|力争|累计|共计|总计|分别|同比|均|为|是|共|达到|达|约|将近|接近|近|不低于|不少于|不超过|超过|超|突破|控制在|逾|"
    r"增长|增加|增至|下降|降低|减少|提高|提升|上升|提高到|提升到|增加到|压缩|缩短|完成|实现|占|[的了在到至以、于])+$"
)
#: Verbs of growth that speak of the number behind them, and 增速, which names it.
_STATES_GROWTH = re.compile(
    r"(?:增长|增加(?!值)|提高|提升|上升|下降|降低|减少|压缩|缩短|增速|增幅|降幅)[^,，;；、等]{0,2}$"
)
_FALLS = re.compile(r"下降|降低|减少|压缩|缩短|降幅")
#: 完成年度目标的, 分别占年度任务的: what is measured stands before it, or in the clause before.
_COMPLETES = re.compile(
    r"(?:分别|均)?(?:占|完成|为|达到?)?(?:全年|年度|年初|市定|省定|既定|预定)*(?:目标|任务|计划)(?:任务)?[数量]?的$"
)
_SHARES = re.compile(r"率|占比|比重|比例|占")
_CONTINUES = re.compile(r"[、和及与]?")
#: Where a name behind a number ends: at the first verb that speaks of the things counted.
_RIGHT_END = re.compile(
    r"[,，;；。:：!！?？、\n\d]|全部|完成|实现|加快|稳步|顺利|集中|均|已|获|被|建成|竣工|签约|投产|开工(?!项目)|开业|入选|"
    r"列入|纳入|落户|落地|通车|交付|办结|化解|启动|建设(?!用地)|整改|的$"
)
_RIGHT_MAX = 20
_LEFT_MAX = 30


def clause_before(text: str, start: int, previous_end: int) -> str:
    """What stands before a number in its clause, behind the quantity before it."""
    begin = max(previous_end, start - 80, 0)
    ends = [found.end() for found in _CLAUSE_END.finditer(text, begin, start)]
    return text[ends[-1] if ends else begin : start]


def name_of(text: str, quantity: Quantity, before: str) -> str:
    """The name of what a quantity measures; empty where its clause gives none."""
    behind = _name_behind(text, quantity.end)
    if behind and quantity.unit not in RATES:
        return behind
    return _name_before(_COMPLETES.sub("", before.strip()))


def _name_before(before: str) -> str:
    name = _LEAD.sub("", _TAIL.sub("", before.strip()))
    return _balanced(name[-_LEFT_MAX:]).strip("、的 ")


def _name_behind(text: str, end: int) -> str:
    rest = text[end : end + _RIGHT_MAX + 1]
    if rest.startswith(("以上", "以下", "以内", "左右", "上下")):
        rest = rest[2:]
    stop = _RIGHT_END.search(rest)
    name = rest[: stop.start()] if stop else rest[:_RIGHT_MAX]
    name = re.sub(r"^的", "", name)
    return _balanced(name) if len(name) > 1 else ""


def _balanced(name: str) -> str:
    """The name without a quotation mark whose twin was cut off."""
    for opening, closing in ("“”", "《》", "()", "（）"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


def continues(before: str) -> bool:
    """Whether nothing but a comma of enumeration stands between a number and the one before it."""
    return bool(_CONTINUES.fullmatch(before.strip()))


def states_growth(before: str) -> bool:
    """Whether the words before a rate say that something grew or fell by it."""
    return bool(_STATES_GROWTH.search(before))


def states_fall(before: str) -> bool:
    """Whether the words before a rate say that something fell."""
    return bool(_FALLS.search(before[-10:]))


def states_completion(before: str) -> bool:
    """Whether the words before a rate measure it against a plan."""
    return bool(_COMPLETES.search(before))


def states_share(before: str) -> bool:
    """Whether the words before a rate make it a part of a whole."""
    return bool(_SHARES.search(before))
