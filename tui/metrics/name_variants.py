"""Name another of the same: a level, a limit, a time or a person alone takes the rest of the name before."""

from __future__ import annotations

import re

from tui.metrics.name_behind import TIME_UNITS
from tui.metrics.name_context import Context, is_money, verbs_of
from tui.metrics.name_words import SCOPE, VERB_WORDS

_TIME_NAME = re.compile(
    r"(?:(?:审批|办理|办结|开办|审查|验收|登记|通关|报建|许可|平均)*(?:时限|时间|周期|期限|耗时|用时))\Z"
)
_LEVEL = re.compile(r"(?:国家|省部|自治区|自治州|省|市|县|区|州|地|乡|镇|村|校)级|城镇|农村|城区|县城|城市")
_GRADE, _SEVERAL = "级", ("两级", "三级", "区两级", "县两级")
#: 特级企业1家、一级企业6家: another grade of the same.
_GRADED, _GRADE_END = (
    re.compile(r"[特一二三四甲乙丙]级(?P<thing>.{2,})"),
    re.compile(r"[特一二三四甲乙丙]级\Z"),
)
_LEVEL_IN_NAME = re.compile(r"(?:国家|国际|省部|自治区|自治州|省|市|县|区|州|地|乡|镇|村|校)级(?=.{2})")
_SCOPE_AT = re.compile(SCOPE)
_LIMIT_IN_NAME = re.compile(
    r"[超过]?(?:[\d.]+)?[十百千万亿]*(?:元|美元|吨|亩)(?:及?以上|级)?|[十百千万亿]{1,3}级"
)
_PERSONS = re.compile(
    r"(?:小学|初中|高中|学生|[小中]学生|初中生|高中生|[大专本]科生|研究生|教师|职工|居民|老人|老年人|儿童|孤儿|人员|农民)\Z"
)
_STANDARD = re.compile(
    r"(?:生活|高龄|护理|营养|基本)?(?:补助|补贴|津贴|保障|救助|供养|资助|工资|养老金)(?:标准)?(?=[^,，;；。、]{0,4}[提达增调为]|[,，][^,，;；。、]{2,6}[提达增调由从])"
)
_RAISED = re.compile(
    r"(?P<standard>.{1,16}(?:标准|补贴|津贴|补助)).{0,4}(?:提高|增加|提升|调整|上调)(?:到|至|为)(?P<who>.{2,})"
)


def time_of_the_one_before(name: str, context: Context) -> str | None:
    """政府项目审批时限压缩至84天，社会项目压缩至65天: the time of another thing."""
    last = context.last if context.quantity.unit in TIME_UNITS else None
    if not name or last is None or _TIME_NAME.search(name):
        return None
    time = _TIME_NAME.search(last.name)
    is_like = (
        time is not None
        and last.quantity.unit == context.quantity.unit
        and name[-1] == last.name[time.start() - 1]
    )
    return name + time[0] if time and is_like else None


def scope_of_the_one_before(name: str, context: Context) -> str | None:
    """国家级示范村1个、省级3个: a level alone takes the thing of the one before."""
    last = context.last
    if last is None:
        return None
    if graded := _GRADED.fullmatch(name):
        same = last.name.rpartition(graded["thing"])
        is_like = context.is_listed and not same[2] and _GRADE_END.search(same[0])
        return _GRADE_END.sub("", same[0]) + name if is_like else None
    if not _LEVEL.fullmatch(name):
        return None
    if level := _LEVEL_IN_NAME.search(last.name) if name.endswith(_GRADE) else None:
        return last.name[: level.start()] + name + last.name[level.end() :]
    start = len(VERB_WORDS.at(last.name))
    scope = _SCOPE_AT.match(last.name, start)
    is_other = (
        scope is not None
        and scope.end() < len(last.name) - 1
        and not last.name.startswith(_SEVERAL, scope.end())
    )
    return last.name[:start] + name + last.name[scope.end() :] if scope and is_other else None


def limit_of_the_one_before(name: str, context: Context) -> str | None:
    """收入超百亿元的企业85家，超千亿元的5家: a limit alone takes the thing of the one before."""
    last = context.last
    if last is None or not last.name or not _LIMIT_IN_NAME.fullmatch(name) or is_money(last.quantity):
        return None
    limit = _LIMIT_IN_NAME.search(last.name)
    start = limit.start() if limit else len(verbs_of(last.name))
    return last.name[:start] + name + last.name[limit.end() if limit else start :]


def standard_for_persons(name: str, context: Context) -> str | None:
    """补助标准提高到小学生每年1000元、初中生1250元: money for each person is what the sentence speaks of."""
    if not is_money(context.quantity) or not _PERSONS.search(name):
        return None
    if raised := _RAISED.fullmatch(name):
        return raised["who"] + raised["standard"]
    standards = _STANDARD.findall(context.lead)
    return name + standards[-1] if standards and standards[-1] not in name else None
