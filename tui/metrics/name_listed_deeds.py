"""Give the members of a list the verb of its first: 拆除违建18万平方米、围挡4万平方米。"""

from __future__ import annotations

import re

from tui.metrics.name_context import Context, is_money, verbs_of
from tui.metrics.name_words import (
    ADVERB,
    DEED_WORDS,
    VERBS,
)

#: 土地收储, 职业技能培训: names that say what is done by themselves.
_DEED_END = re.compile(
    r"(?:就业|培训|检测|监测|检查|普查|体检|筛查|接种|救治|演练|审计|评估|授权|达标|改厕|造林|抚育|脱贫)\Z"
)
MEASURE_END = re.compile(
    r"(?:[率额量数值]|比重|比例|收入|支出|面积|总产|浓度|占比|水平|强度|能耗|价格|指数|人口|投资|里程|余额|人次|寿命|总和|规模|贷款|存款|工资|标准|效益|利润|税收|消费|资金|出口|进口)\Z"
)
#: A member of a list that says itself what was done.
_LIST_MARK = re.compile(rf"(?:及?以上|左右|以内)?[、和及与](?:{ADVERB})*")
_OTHER_VERB = re.compile(r"发展|培植|形成|拥有|服务|转移")
#: 新增灌溉面积200万亩、节水灌溉面积300万亩: sizes that something may be done to; but 人均绿地面积达16平方米.
_SIZES = ("面积", "里程", "能力", "容量", "标准")
_IS_SO_MUCH = re.compile("[达为至占]|人均|实际")
_FUNDS = ("贷款", "存款", "资金")
_NOUN_BEHIND_VERB = re.compile(r"[率值数额量]")


def _says_what_was_done(gap: str) -> bool:
    mark = _LIST_MARK.match(gap)
    if mark is None:
        return False
    other = _OTHER_VERB.match(gap, mark.end())
    verb = DEED_WORDS.at(gap, mark.end()) or (other[0] if other else "")
    return bool(verb) and not _NOUN_BEHIND_VERB.match(gap, mark.end() + len(verb))


def _is_another(name: str, context: Context) -> bool:
    """Tell whether a size is another of that named before: both were added."""
    size = next((word for word in _SIZES if name.endswith(word)), "")
    return bool(size) and context.last_name.endswith(size) and not _IS_SO_MUCH.search(context.own)


def listed_deed(name: str, context: Context) -> str | None:
    """拆除违建18万平方米、围挡4万平方米: the verb of a list holds for all its members."""
    last = context.last
    if not context.is_listed or last is None or is_money(last.quantity) != is_money(context.quantity):
        return None
    verb = verbs_of(last.name)
    if _says_what_was_done(context.gap):
        return None
    if (
        not verb
        or not name
        or verbs_of(name)
        or (MEASURE_END.search(name) and not name.endswith(_FUNDS) and not _is_another(name, context))
        or name.endswith(VERBS)
        or _DEED_END.search(name)
    ):
        return None
    return verb + name if len(last.name) - len(verb) > 1 else None
