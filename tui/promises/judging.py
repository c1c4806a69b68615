"""Judge a linked promise: what makes it not comparable, what the report says itself, and else arithmetic."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.messages import promises as messages
from tui.promises.contexts import MetricContext
from tui.promises.statements import own_words
from tui.promises.verdicts import Judged, judge

#: A part of a place, and the whole.
_CENTRE = re.compile(r"(?:市|县|中心|主|老)城?区(?!域|别|级|县|划)|市区|城区|建成区|中心区")
_WHOLE = re.compile(r"全[省市区县州盟旗]")
#: 5个车站正进行装修: what is counted is not done.
_GOING_ON = re.compile(r"[^\d,，;；。]{0,12}正在?(?:有序|加紧|抓紧|全力)?(?:进行|施工|建设|实施|安装|推进)")
_BEGUN, _FINISHED = "begun", "finished"


def _years_for_year(target: MetricContext, actual: MetricContext) -> str:
    return messages.SEVERAL_YEARS if actual.is_of_years and not target.is_of_years else ""


def _only_begun(target: MetricContext, actual: MetricContext) -> str:
    is_promised = _FINISHED in target.side.stages and _BEGUN not in target.side.stages
    is_begun = _BEGUN in actual.side.stages and _FINISHED not in actual.side.stages
    return messages.NOT_FINISHED if is_promised and is_begun else ""


def _under_way(target: MetricContext, actual: MetricContext) -> str:
    is_begun = _BEGUN in target.side.stages
    return messages.UNDER_WAY if _GOING_ON.match(actual.rest) and not is_begun else ""


def _total_for_each(target: MetricContext, actual: MetricContext) -> str:
    return messages.TARGET_IS_OF_EACH if target.is_of_each and not actual.is_of_each else ""


def _total_for_increase(target: MetricContext, actual: MetricContext) -> str:
    return messages.TOTAL_NOT_INCREASE if target.is_added and actual.is_total else ""


def _increase_for_total(target: MetricContext, actual: MetricContext) -> str:
    return messages.INCREASE_NOT_TOTAL if target.side.is_total and actual.side.is_added else ""


def _part_for_whole(target: MetricContext, actual: MetricContext) -> str:
    one, other = target.before, actual.before
    differs = (_CENTRE.search(one) and _WHOLE.search(other)) or (_WHOLE.search(one) and _CENTRE.search(other))
    return messages.OTHER_SCOPE if differs else ""


Rule = Callable[[MetricContext, MetricContext], str]
#: What makes a target and an actual not comparable: what returns the reason, and an example of both.
DIFFERENCES: tuple[tuple[Rule, str, str], ...] = (
    (_years_for_year, "安排专项资金2亿元。", "两年安排专项资金6亿元。"),
    (_only_begun, "建成学校5所。", "开工建设学校5所。"),
    (_under_way, "完成安置小区5个。", "安置小区5个正在建设。"),
    (_total_for_each, "每个县区新建学校2所。", "新建学校20所。"),
    (_total_for_increase, "新增高新技术企业20家。", "高新技术企业总数达到40家。"),
    (_increase_for_total, "高新技术企业总数达到40家。", "新增高新技术企业20家。"),
    (_part_for_whole, "市区新建停车位3000个。", "全市新建停车位5000个。"),
)


def judge_link(target: MetricContext, actual: MetricContext) -> Judged:
    """Return what an actual tells of a target."""
    judged = judge(target.side.metric, actual.side.metric)
    for rule, _, _ in DIFFERENCES if judged.verdict != "not_comparable" else ():
        if note := rule(target, actual):
            return Judged("not_comparable", note=note)
    return own_words(actual, judged)
