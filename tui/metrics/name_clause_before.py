"""Name a number without a name by a clause before that only names a measure: 消费的比重，由63.5%上升。"""

from __future__ import annotations

import re

from tui.metrics.name_before import name_before
from tui.metrics.name_context import Context
from tui.metrics.name_listed_deeds import MEASURE_END
from tui.metrics.name_tails import split_tail
from tui.metrics.units import RATES

#: A change that a clause without a number states of its subject.
_CHANGED = re.compile(
    r"(?:首次|历史性|连续|再|又|成功|稳步|持续|明显|显著|大幅|大幅度|进一步|不断|平稳|快速|迅速|较快|逐年|逐步|全面|一举|均|也|稳定|同步|实现|保持|继续)*"
    r"(?:突破[^,，]{1,10}|[位稳]*[居列][^,，]{1,12}(?:强|列|第[一二三四五六七八九十\d]+位?|前[一二三四五六七八九十\d]+[位名]?)|跨[上入越过][^,，]{1,12}|迈[上入进][^,，]{1,12}|登上[^,，]{1,12}|翻番|提高|提升|增长|增加|上升|下降|降低|减少|扩大|改善|回升|回落|攀升|好转|增强|优化|稳中有[升进]|[^,，]{0,2}(?:新高|新低)|(?:超过|高于|快于|低于|优于|达到)[^,，]{2,10}(?:水平|增速|目标|幅度|增长|收入|计划)|(?:居|位居|位列|处于)?(?:[^,，]{1,4}(?:前列|第一方阵|前茅|首位|领先水平))|平稳|领先|正增长|双增长)(?:了)?\Z"
)


#: 财政收入（按分税制计算，不含专项收入）: the rest of a remark in brackets.
_ENDS_A_REMARK = re.compile(r"\A[^（(]*[)）]\Z")
#: 恩格尔系数，城镇由45%下降: only where.
_SCOPE, _RAISED = re.compile("城镇|农村|城市|乡村"), re.compile(r"\A(?:提高|增加|降低)")
#: 首次超过工业投资总额: a clause that does not begin with what it speaks of.
_COMPARES = re.compile(r"(?:首次|再次|均|也|都)*(?:超过|高于|低于|快于|突破|通过|比|较|占)")


def measure_said_of(clause: str) -> str:
    """Return what a clause without a number says a change of; empty where it says none."""
    changed = _CHANGED.search(clause)
    return name_before(clause[: changed.start()]) if changed and changed.start() else ""


def measure_of_the_clause_before(name: str, context: Context) -> str | None:
    """消费的比重，由63.5%上升: a clause before that only names a measure, or says how it changed."""
    clause = context.clause_before
    if (name and not _SCOPE.fullmatch(name)) or not clause or _ENDS_A_REMARK.search(clause):
        return None
    found = measure_said_of(clause) or name_before(clause)
    if context.quantity.unit not in RATES:
        found = split_tail(found.removesuffix("增速"))[0]
    is_measure = MEASURE_END.search(found) and len(found) > 1 and not _COMPARES.match(found)
    return name + (_RAISED.sub("", found) if name else found) if is_measure else None
