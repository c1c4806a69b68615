"""Tell whether a report says in words, without a figure, that what was promised is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tui.links.alike_units import may_count_the_same
from tui.links.contexts import MetricContext
from tui.links.pieces import grams
from tui.promises.model import Candidate

_DONE = re.compile(r"完成|建成|投用|投入使用|投入运营|竣工|完工|通车|交付使用|全线贯通|投产")
#: What is not all of it, or not yet done.
_NOT_ALL = re.compile(
    r"\d|开工|启动|推进|加快|基本|部分|大部|陆续|逐步|正在|即将|有望|力争|年底|规划|前期|立项|征收|主体|首批|一期|方案|编制|在建|续建|完成投资|未|超额|任务|目标"
)
_CLAUSE_END = re.compile(r"[,，;；。:：!！?？\n]")
_BEGUN = re.compile("开工|启动|动工|推进|谋划")
#: How much of a name a clause must say, how long a name must be, and how far it may be from the words that say it is done.
_MIN_SAID, _MIN_CHARACTERS, _MAX_CLAUSE_CHARACTERS = 0.8, 4, 60

#: Characters of a sentence that are read, at most.
_MAX_CHARACTERS = 800


def told_in_words(
    target: MetricContext,
    candidates: Sequence[Candidate],
    text: str,
    actuals: Iterable[MetricContext],
    weight: Callable[[Iterable[str]], int],
) -> tuple[int, int] | None:
    """Return the sentence that says that what a target counts was done, without a figure of that kind.

    Args:
        target: The target.
        candidates: Sentences that may say so.
        text: The later report's text.
        actuals: What that report states.
        weight: How rare pairs of characters are together.
    """
    is_plain = len(target.side.core) >= _MIN_CHARACTERS and not target.is_generic
    if (
        not is_plain
        or target.metric.measure != "level"
        or "begun" in target.side.stages
        or _BEGUN.search(target.before)
    ):
        return None
    all_ = weight(target.name)
    for each in candidates:
        for clause in _CLAUSE_END.split(text[each.start : min(each.end, each.start + _MAX_CHARACTERS)]):
            if len(clause) > _MAX_CLAUSE_CHARACTERS or not _DONE.search(clause) or _NOT_ALL.search(clause):
                continue
            if weight(target.name & grams(clause)) >= _MIN_SAID * all_ and not any(
                each.start <= actual.metric.start < each.end
                and may_count_the_same(target.side.base_unit, actual.side.base_unit)
                for actual in actuals
            ):
                return each.start, each.end
    return None
