"""Tell whether a metric is done, promised, expected, under way, or only says which thing is meant."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.messages import metrics as messages
from tui.messages.quoting import quoted
from tui.metrics.limits import (
    Statement,
    background_rule,
    is_a_people,
    is_in_brackets,
    is_where_it_is_done,
    limits_what_is_counted,
)
from tui.metrics.quantity import Quantity
from tui.metrics.tense import Tense
from tui.metrics.units import COUNTED
from tui.report.model import Status

_UNDER_WAY = re.compile(
    r"(?=[加正稳有强扎持全抓同顺进在建提推])(?:(?:加快|加速|正在|稳步|有序|强力|扎实|持续|全面|抓紧|同步|全力|顺利)(?:推进|建设|编制|构建|实施|施工|进行|开展|推动|筹建|培育)|"
    r"进展顺利|正在(?!是)|在建(?!筑)|建设之中|提速建设|推进中)"
)
_ARRIVED = re.compile(r"完成|建成|竣工|投产|投用|通车|交付|投入使用|完工|办结|达到|实现")
_FROM = re.compile(r"(?:由|从)[^,，;；。]{0,24}$")
_TO = re.compile(
    r"[^,，;；。]{0,16}?(?:提高|增加|增长|上升|提升|扩大|下降|降低|降|减少|压缩|缩短|升|增|回落|调整|发展)[^,，;；。]{0,4}?(?:到|至|为)"
)
#: 由12亿元和8亿元提高到: the second number a change starts from, too.
_FROM_BOTH = re.compile(
    r"(?:由|从)[^,，;；。到至为成]{0,24}\d[^,，;；。\d到至为成]{0,8}[、和及与][^,，;；。\d]{0,8}$"
)
_LISTS = re.compile("[、和及与]")
#: 比2000年的1570亿元增长1.2倍, 从2000年的3.2:54.9:41.9,调整为.
_COMPARED_VALUE = re.compile(
    r"(?:(?<!可)比(?![例重])|较|由|从)[^,，;；。、是为比]{0,12}年(?:[底末]|同期)?的(?:约|近|不足)?$"
)
_PAUSE = re.compile(r"[,，;；。]")
#: 由500多家整合到30家: any verb, if the second number follows.
_TO_ANOTHER = re.compile(
    r"[^,，;；。\d]{0,10}(?:到|至|为|成)(?:[约近超过逾]|突破|接近|[目现]前?[前在]?的)*(?=\d)"
)
#: 由一万亿向两万亿跨越: where one starts from.
_TOWARDS = re.compile(
    r"向[^,，;；。]{0,4}[\d一二两三四五六七八九十百千万][^,，;；。]{0,8}(?:跨越|迈进|进军|跃升|攀升|冲刺|挺进)"
)
#: 节能65%的设计标准: what things are built to, not how many.
_STANDARD_AFTER = re.compile(r"的?(?:设计|节能|建筑|防洪|排放|强制性?){1,2}标准")
#: 给予每户2万元的补助, 一张100元的消费券: what each of those who get it is given.
_GIFT_BEFORE = re.compile(
    r"(?:每[人户名位个家]|一次性(?:给予|提供|补助)|一张|给予|最高)[^,，;；。、\d]{0,6}$"
)
_GIFT_AFTER = re.compile(
    r"(?:以内|以下|以上|不等)?的?(?:一次性)?[^,，;；。、\d]{0,10}(?:(?:补[助贴]|救助|奖励|奖金|资助|津贴)(?!标准|资金|水平)|[卡券](?=[,，;；。、]))"
)
_TOTALS = "亿"
_RAISED_BEFORE = re.compile(r"(?:提高|增加|上调|调整|达|到|至|为|共|累计|总额)[^,，;；。\d]{0,8}$")
#: 28家企业重组整合为10家: how many there were.
_MERGED_AFTER = re.compile(
    r"[^,，;；。\d]{2,14}(?:整合|合并|归并|撤并|重组)(?:重组|优化|精简)*(?:成|为)\d+[个家所]"
)
_ONCE_DONE = re.compile(
    r"(?:建成|达产|投产|投用|投入使用|投入运营|投运|竣工|落成|完工|运营|全部完成|实施)(?:投产|投用|达产|运营|使用)*后"
)
_AFTER, _WHOLE = "后", "全"
_YIELDS = ("达产", "投产")
_WILL = re.compile(r"可|将|能|有望|预计|预期")
_MAY = re.compile(
    r"(?:可|有望|预计(?:一?年)?(?:可|将))(?:年?)(?:实现|新增|带动|增加|创造|形成|解决|吸纳|安置|节约|节省|减少|减轻|产生|惠及|提供|生产|处理|发电|增收)"
)
_GOAL_AFTER = re.compile(
    r"(?:、[^,，;；。、\d]{2,16}\d[\d.]*%){0,4}(?:以内|左右|以上|以下)?的?(?:年度|年初|节能|减排|全年|预期|调控|增长|预定|控制|既定|工作|规划|计划|奋斗|确定|下达|省定|市定|发展)*(?:目标|预期值)"
)
#: 反馈的66个问题已完成整改62个: what was given to do, and how much of it was done.
_GIVEN_BEFORE = re.compile("(?:反馈|交办|转办|移交|督办)的$")
_PART_DONE_AFTER = re.compile(r"[^,，;；。\d]{1,20}[,，]?已[^,，;；。\d]{1,10}\d+[个件项]")
#: What a plan only names because it is there: 充分发挥6个省级化工园区聚集作用.
_USED_BEFORE, _USED_AFTER = (
    re.compile(r"(?:发挥|依托|用好|借助)好?\Z"),
    re.compile(r"[^,，;；。、\d]{2,24}(?:作用|优势|效应|功能|带动|辐射)"),
)
#: What the year has been given when it is planned: 今年我市列入省级重点项目164个,总投资5852.9亿元,居全省第一,要抓住机遇.
_IS_LISTED = re.compile(
    r"(?:^|[。;；,，])(?:今年|目前|全年)*(?:我|全)[省市区县州](?:共有?|已|共有?已)*(?:列入|纳入|入选|获批)(?:国家|省|市)[^,，;；。\d]{0,14}"
    r"(?:\d+[个项](?:[,，](?:计划|估算)?总投资(?:\d[\d.]*[万亿]*元)?(?:[,，][位居列]{0,2}(?:全[国省市])?第?)?)?)?\Z"
)
_AIMED = re.compile("以[上内]|左右")
#: 超额完成了全年100亿元的引资任务.
_SET_BEFORE = re.compile("(?:全年|年度|年初|[省市]定|下达|确定|提出|既定)的?$")
_SET_AFTER = re.compile("的[^,，;；。、的]{1,6}(?:目标|任务)(?=[,，;；。、])")
#: 60%的高端核心零部件从国外采购, 有3个指标尚未达标: what is still to be done.
_STILL_OPEN_AFTER = re.compile("[^,，;；。\\d]{0,24}?(?:尚未|仍未|还未|仍?依赖进口|[从靠]国外(?:采购|进口))")
#: 提前一年实现比2010年翻一番目标: that is as much as was reached.
_EARLY = re.compile(
    "提前(?:[一两二三四五半\\d]+个?[年月季]度?)?[^,，;；。\\d]{0,4}(?:实现|完成|达到)[^,，;；。]*\\Z"
)
_BEYOND = re.compile("[高低快慢多少优]于|超过|高出|低出")
_MEAN, _COUNTED_ENDS = "平均", tuple(COUNTED)
_MEAN_BEFORE = re.compile(r"全[国省市区州县](?:的)?平均(?:水平|增速|增幅|值)?(?:为|是|的|达到?|约|\()*$")


def _identifies_a_thing(statement: Statement) -> str | None:
    is_known = is_in_brackets(statement) or is_a_people(statement.quantity, statement.after)
    is_known = is_known or is_where_it_is_done(statement)
    return messages.IDENTIFIES_A_THING if is_known or background_rule(statement) else None


def _is_baseline(statement: Statement) -> str | None:
    after = statement.after
    starts = _FROM.search(statement.before) or (
        _LISTS.match(statement.before) and _FROM_BOTH.search(statement.sentence)
    )
    if statement.quantity.unit in COUNTED and _MERGED_AFTER.match(after):
        return messages.IS_A_BASELINE
    is_first_of_two = (
        starts and (_TO.match(after) or _TO_ANOTHER.match(after) or _TOWARDS.match(after))
    ) or _COMPARED_VALUE.search(statement.before)
    return messages.IS_A_BASELINE if is_first_of_two else None


def _is_goal_restated(statement: Statement) -> str | None:
    is_early = _EARLY.search(statement.before)
    is_restated = (statement.tense == "past" and not is_early) and (
        _GOAL_AFTER.match(statement.after)
        or (_SET_BEFORE.search(statement.before) and _SET_AFTER.match(statement.after))
    )
    return messages.IS_A_GOAL_RESTATED if is_restated else None


def _is_the_whole(statement: Statement) -> str | None:
    is_whole = (
        statement.tense == "past"
        and statement.quantity.unit in COUNTED
        and _GIVEN_BEFORE.search(statement.before)
        and _PART_DONE_AFTER.match(statement.after)
    )
    return messages.IDENTIFIES_A_THING if is_whole else None


def _is_there_already(statement: Statement) -> str | None:
    before, after = statement.before, statement.after
    if statement.tense != "plan" or _AIMED.match(after):
        return None
    is_used = statement.quantity.unit in COUNTED and _USED_BEFORE.search(before) and _USED_AFTER.match(after)
    return messages.IS_THERE_ALREADY if is_used or _IS_LISTED.search(statement.sentence) else None


def _is_a_standard(statement: Statement) -> str | None:
    return messages.IDENTIFIES_A_THING if _STANDARD_AFTER.match(statement.after) else None


def _is_for_each(statement: Statement) -> str | None:
    before = statement.before
    is_gift = (
        statement.tense == "plan"
        and _TOTALS not in statement.quantity.unit
        and _GIFT_AFTER.match(statement.after)
        and _GIFT_BEFORE.search(before)
        and not _RAISED_BEFORE.search(before)
    )
    return messages.IDENTIFIES_A_THING if is_gift else None


def _is_still_open(statement: Statement) -> str | None:
    is_open = statement.tense == "past" and _STILL_OPEN_AFTER.match(statement.after)
    return messages.IS_STILL_OPEN if is_open else None


def _is_mean_of_all(statement: Statement) -> str | None:
    if _WHOLE not in statement.before:
        return None
    mean = _MEAN_BEFORE.search(statement.before)
    if mean and statement.quantity.unit.endswith(_COUNTED_ENDS) and _MEAN not in mean[0]:
        return None  # 为全市3万名退休人员
    is_mean = mean and not _BEYOND.search(statement.before)
    return messages.IS_GIVEN_TO_COMPARE if is_mean else None


def _is_expected(statement: Statement) -> str | None:
    once_done_in = _ONCE_DONE.finditer(statement.sentence) if _AFTER in statement.sentence else ()
    for once_done in once_done_in:
        since = statement.sentence[once_done.end() :]
        if _WILL.search(since) or once_done[0].startswith(_YIELDS):
            return quoted(once_done[0])
    may = _MAY.search(statement.before)
    return quoted(may[0]) if may else None


def _is_planned(statement: Statement) -> str | None:
    return "" if statement.tense == "plan" else None


def _is_under_way(statement: Statement) -> str | None:
    if statement.quantity.unit not in COUNTED:
        return None
    clause = _PAUSE.split(statement.after, maxsplit=1)[0]
    under_way = _UNDER_WAY.search(clause)
    return quoted(under_way[0]) if under_way and not _ARRIVED.search(clause) else None


#: A status, what returns the reason or None if it does not decide (empty if the tense says it all), and an example from
#: a review. The first that decides counts; what none decides was achieved.
STATUS_RULES: tuple[tuple[Status, Callable[[Statement], str | None], str], ...] = (
    ("background", _identifies_a_thing, "总投资92亿元的城市更新项目开工。"),
    ("background", _is_baseline, "比重由36.7%提高到43.4%。"),
    ("background", _is_goal_restated, "实现了增长8%的预期目标。"),
    ("background", _is_the_whole, "反馈的66个问题已完成整改62个。"),
    ("background", limits_what_is_counted, "开工甲厂等三个50亿元以上、乙厂等六个亿元以上项目。"),
    ("background", _is_there_already, "力争发挥6个省级园区集聚作用。"),
    ("background", _is_still_open, "有3个指标尚未达标。"),
    ("background", _is_mean_of_all, "全省平均为8%。"),
    ("background", _is_a_standard, "实施居住建筑节能65%的设计标准。"),
    ("background", _is_for_each, "明年给予每户2万元的补助。"),
    ("expected", _is_expected, "项目建成后可新增产值5亿元。"),
    ("target", _is_planned, "力争明年建成公园5个。"),
    ("ongoing", _is_under_way, "54条市政道路加快建设。"),
)


def status_of(
    quantity: Quantity, before: str, after: str, tense: Tense, sentence: str = ""
) -> tuple[Status, str]:
    """Return the status of a quantity and what decided it; an empty reason if that was the tense.

    Args:
        quantity: The number with its unit.
        before: Its clause up to it.
        after: What follows it, to the end of the sentence.
        tense: What the clause speaks of.
        sentence: The sentence up to the quantity.
    """
    statement = Statement(quantity, before, after, tense, sentence)
    for status, reason_of, _ in STATUS_RULES:
        reason = reason_of(statement)
        if reason is not None:
            return status, reason
    return "achieved", ""
