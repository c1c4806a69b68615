"""Tell the figure something started from, which is no result: 从120个、30个提高到150个和45个."""

from __future__ import annotations

import re

from tui.report.model import Metric

_CHARACTERS = 50
_CLAUSE_END = re.compile(r"[,，;；。:：!！?？\n]")
#: The start of such a statement before a figure, and where it comes to the results.
_FROM = re.compile(r"[从由](?!业|事|于|而|此)[^从由到至]*\Z")
_TO = re.compile(
    r"(?:提高|提升|上升|增加|增长|扩大|扩展|发展|拓展|跃升|上调|上涨|攀升|壮大|升|增|下降|降低|减少|缩短|压缩|压减|下调|缩小|精简|降|减)(?:到|至|为)"
)


def is_base(metric: Metric, text: str) -> bool:
    """Tell whether a figure is what something started from, as its clause says."""
    before = _CLAUSE_END.split(text[max(0, metric.start - _CHARACTERS) : metric.start])[-1]
    if not _FROM.search(before):
        return False
    behind = _CLAUSE_END.split(text[metric.end : metric.end + _CHARACTERS], maxsplit=1)[0]
    return _TO.search(behind) is not None
