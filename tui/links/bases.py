"""Tell figures that are no result: what something started from, all there are, of which so many are done, an excess, a limit.

从120个、30个提高到150个和45个; 20条断头路有15条拉通; 培训2.3万人，超计划1万人; 500万元以上固定资产投资; 突破50%，达51.3%.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from tui.links.contexts import MetricContext
from tui.metrics.units import without_per
from tui.report.model import Metric
from tui.report.numerals import half_width

_CHARACTERS = 50
#: How a number is stated that was passed, and how many times it the exact one may be.
_PASSED_BY, _MOST_TIMES = "over", Decimal("1.5")
_CLAUSE_END = re.compile(r"[,，;；。:：!！?？\n]")
#: The start of such a statement before a figure, and where it comes to the results.
_FROM = re.compile(r"[从由](?!业|事|于|而|此)[^从由到至]*\Z")
_TO = re.compile(
    r"(?:提高|提升|上升|增加|增长|扩大|扩展|发展|拓展|跃升|上调|上涨|攀升|壮大|升|增|下降|降低|减少|缩短|压缩|压减|下调|缩小|精简|降|减)(?:到|至|为)"
)
#: Behind an amount that tells which projects or investments are counted: 500万元以上项目固定资产投资.
_COUNTED = re.compile(r"\A(?:及?以上)(?:的)?(?:(?:投资|建设)?项目|固定资产投资|工业企业|企业)")
_YUAN, _POWERS = "元", "万亿"
#: Before a figure that tells by how much another one is more than was planned.
_EXCESS = re.compile(
    r"(?:超[出过]?|多于|高于|低于|[高低]出)(?:年度|全年|年初|预期|预定|原定|控制|计划|目标|任务|的){1,4}(?:数|值)?(?:[高低]出)?\Z"
)
#: Behind one that counts all there are: so many of them are done.
_OF_ALL = re.compile(
    r"\A[^\d有]{1,12}(?:中|已|目前)?有(?P<part>\d+)(?P<unit>\w)[^\d]{0,6}(?:完|竣|拉通|通车|打通|开工|投|达|实现|建成|交付)"
)
#: The same of what was to be done: 128项任务完成122项.
_OF_TASKS = re.compile(
    r"\A[^\d]{0,6}(?:任务|项目|工程|事项|举措|措施|试点|清单)(?:中|已|目前|累计|全年)*(?:完成|落实|开工|办结|建成|竣工)(?P<part>\d+)(?P<unit>\w)"
)
#: A round number that was passed, and the exact one behind it, in the same unit: 突破3万亿元、达30355亿元.
_PASSED = re.compile(r"(?:突破|超过|跨越|跨上|站上|迈上)了?\Z")
_EXACT = re.compile(
    r"\A[大新台阶关口]{0,4}[,，、](?:达到?|为|完成|实现)\d[\d.]*(?P<unit>[%％]|[^\d,，。、；;]{1,5})"
)


def without_passed(contexts: Sequence[MetricContext]) -> list[MetricContext]:
    """Return figures without those that were only passed, as others say exactly: 突破2亿人次, where it is 达到2.09亿人次."""
    passed = {_statement(context) for context in contexts if context.metric.qualifier == _PASSED_BY}
    exact: defaultdict[tuple[str, ...], list[Decimal]] = defaultdict(list)
    for context in contexts:
        if context.metric.qualifier != _PASSED_BY and _statement(context) in passed:
            exact[_statement(context)].append(context.side.amounts[1])
    return [context for context in contexts if not _is_passed(context, exact)]


def _is_passed(context: MetricContext, exact: Mapping[tuple[str, ...], list[Decimal]]) -> bool:
    if context.metric.qualifier != _PASSED_BY:
        return False
    passed = context.side.amounts[1]
    return any(passed <= number <= _MOST_TIMES * passed for number in exact.get(_statement(context), ()))


def _statement(context: MetricContext) -> tuple[str, ...]:
    """Return of what, in which unit and of which year a figure is."""
    metric = context.side.metric
    return metric.indicator, metric.measure, context.side.base_unit, metric.period


def is_base(metric: Metric, text: str) -> bool:
    """Tell whether a figure is no result, as its clause says."""
    before = _CLAUSE_END.split(text[max(0, metric.start - _CHARACTERS) : metric.start])[-1]
    if _EXCESS.search(before):
        return True
    behind = _CLAUSE_END.split(text[metric.end : metric.end + _CHARACTERS], maxsplit=1)[0]
    if _FROM.search(before) and _TO.search(behind):
        return True
    exact = _EXACT.match(text[metric.end : metric.end + _CHARACTERS]) if _PASSED.search(before) else None
    if exact is not None and half_width(exact["unit"]).lstrip(_POWERS).startswith(
        metric.unit.lstrip(_POWERS)
    ):
        return True
    if without_per(metric.unit).endswith(_YUAN) and _COUNTED.match(behind):
        return True
    of_all = _OF_ALL.match(behind) or _OF_TASKS.match(behind)
    return of_all is not None and of_all["unit"] == metric.unit and int(of_all["part"]) <= metric.value[0]
