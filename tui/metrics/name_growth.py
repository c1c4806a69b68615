"""Name a growth, or an amount in another unit, by what was named before: 旅游收入5亿元，增长8%。"""

from __future__ import annotations

import re

from tui.metrics.name_behind import TIME_UNITS
from tui.metrics.name_context import Context, is_money, same_kind, thing_of
from tui.metrics.name_subject import account_of, subject_of
from tui.metrics.name_words import without_lead
from tui.metrics.quantity import Quantity
from tui.metrics.units import RATES, base_quantity_power

#: 增速, 增幅 alone: the number is the growth of what was named before.
_GROWTH_WORDS_TEXT = (
    "年均增速 年均增量 改善幅度 增长幅度 下降幅度 增速 增幅 涨幅 降幅 减幅 升幅 增长率 增量 增长 同比 环比 其中 折合 年 "
    "完成率"
)
_GROWTH_WORDS = frozenset(_GROWTH_WORDS_TEXT.split())
#: 人均生产总值8650元，折合1068美元.
_CONVERTED = "折合"
_SUMS_UP = re.compile(r"(?:共计?|合计|总计|计|约|近|超|达|涉及|面积)")
#: 合作社新增2万户、达到7万户: the second is the total.
_TOTAL = re.compile(r"[、和]?(?:总数)?(?:已|累计)?(?:达到?|增至|增加到|突破|超过)了?")
_ADDED = "新增"
#: 专利申请9万件，授权3万件.
#: 职权事项由60项调整为20项，精简近70%.
_CUT_DOWN = "精简"
_APPLIED, _GRANTED = "申请", "授权"
#: 新增示范园16家，累计45家: so many there are now.
_IN_ALL = re.compile(r"[,，、]累计(?:已?有|达到?)?")
#: What says that things are new, at the start of a name: 新注册市场主体.
NEWLY = re.compile(
    r"\A(?:净?新增加?|净增加?|增加|增设|新(?:争取(?=.{2})|(?=上规))|新[建设获认培引评晋入登注](?:成|立|批|定|育|进|选|升|库|记|册)?)(?=.{2})(?![区材型能])"
)
#: 铁路里程2327公里，新增238公里: how many of the things named before are new.
_NEW = re.compile(r"(?:全年|当年|年内|今年|去年|其中)?净?新增加?了?")
#: 经济增速逐季回升，一季度增长4.5%: the growth of a whole place.
_OF_ALL = re.compile(r"(?:全[国省市区县州盟旗]|我[省市区县州])?(?P<name>经济增速)")
_ECONOMY, _ECONOMIC_GROWTH = "经济", "经济增长"
#: What ends a part of a sentence, and how long a clause is that may name something, at least.
_PART_END, _MIN_SUBJECT = re.compile("[;；]"), 4
_SUM = re.compile(r"总(?=里程|[量数]|户数|人数|面积|装机|产能)")


def growth_of_the_one_before(name: str, context: Context) -> str | None:
    """Return what a growth is of; None for a name that says so itself."""
    if name == _GRANTED and context.last_name.endswith(_APPLIED):
        return context.last_name.removesuffix(_APPLIED) + name
    if name == _CUT_DOWN and context.quantity.unit in RATES:
        name = ""
    if name and name not in _GROWTH_WORDS:
        return None
    if name == _CONVERTED and context.last:
        return context.last.name
    if not name and context.quantity.unit in TIME_UNITS and context.is_whole and context.clause_before:
        return subject_of(context.clause_before)
    if name and context.clause_before:
        subject = subject_of(context.clause_before) if context.is_whole else ""
        if subject:
            return subject + name
    if context.items:
        account = account_of(context.clause_before) if _is_rate_behind_a_clause(context) else ""
        if account or _is_of_another(context):
            return account or subject_of(context.clause_before)
        return _name_in_its_unit(context)
    return subject_of(context.clause_before) or _growth_of_all(context) if context.clause_before else ""


def growth_of_an_economy(name: str, context: Context) -> str | None:
    """经济年均增长9%: a rate of an economy is its growth."""
    return _ECONOMIC_GROWTH if name == _ECONOMY and context.quantity.unit in RATES else None


def _is_of_another(context: Context) -> bool:
    """Tell whether a clause that begins the part of the sentence, and names something else, stands before a growth.

    零售总额增长2%；进出贸易创新高，增长25%: that is no growth of the first.
    """
    is_behind = _is_rate_behind_a_clause(context) and _PART_END.search(context.gap) is not None
    return is_behind and len(context.clause_before) >= _MIN_SUBJECT


def _is_rate_behind_a_clause(context: Context) -> bool:
    return context.is_whole and context.quantity.unit in RATES


def _growth_of_all(context: Context) -> str:
    economy = _OF_ALL.match(without_lead(context.clause_before)) if context.quantity.unit in RATES else None
    return economy["name"] if economy else ""


def _are_times(*quantities: Quantity) -> bool:
    return all(quantity.unit in TIME_UNITS for quantity in quantities)


def _is_free(quantity: Quantity) -> bool:
    """Tell whether a number may be of anything: a rate or a rank."""
    return quantity.unit in RATES or quantity.rule == "rank"


def _name_in_its_unit(context: Context) -> str:
    """Return the name before; for an amount in another unit, the last one in its own, if there is one."""
    quantity, last = context.quantity, context.items[-1]
    if _IN_ALL.fullmatch(context.gap.strip()) and same_kind(last.quantity, quantity):
        return NEWLY.sub("", last.name)
    is_free = _is_free(quantity) or _is_free(last.quantity) or _are_times(quantity, last.quantity)
    if is_free or context.is_listed or not context.gap.strip() or _SUMS_UP.fullmatch(context.own):
        return last.name if is_free or not _TOTAL.fullmatch(context.own) else NEWLY.sub("", last.name)
    if not base_quantity_power(last.quantity.unit)[1] and is_money(quantity):
        return last.name  # 投资突破千亿，达到1071亿元
    alike = (item for item in reversed(context.items) if same_kind(item.quantity, quantity))
    name = next((item.name for item in alike), "")
    return _ADDED + _SUM.sub("", thing_of(name)) if name and _NEW.fullmatch(context.own) else name
