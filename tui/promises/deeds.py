"""Find lists of deeds that a report promises as such, and that the next one says were all done: 十件实事."""

from __future__ import annotations

import re
from bisect import bisect_left

from tui.promises.contexts import MetricContext

#: Lists of deeds that are said to be done as a whole.
_DEEDS = r"(?:(?:为民|惠民|利民|便民|民生|办|的|十|重点|大|类|政府|年度){0,6}(?:实事|民心工程|民生工程|惠民工程|民生项目|好事))"
_ALL_DONE = re.compile(
    rf"{_DEEDS}(?:项目|任务|工程|事项|等){{0,3}}(?:已|均|都|得到|基本)?(?:全部|全面|如期|圆满|顺利|按期|高质量|已|均|基本){{1,4}}(?:完成|兑现|办结|办成|落实|办好|建成|落地|见效|实现)"
    rf"|(?:全面|全部|圆满|如期|顺利|较好|高质量|基本|高标准)(?:地)?(?:完成|办好|办成|兑现|落实|办结|实施)了?[^。;；,，]{{0,16}}{_DEEDS}"
)
_DEEDS_NAMED = re.compile(_DEEDS)
#: How a list of deeds is announced, how its items begin, and what ends it.
_ANNOUNCED = re.compile(
    rf"(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]{{1,4}}(?:件|项|个方面|大|类)(?:[^。；;，,\n]{{0,8}})?{_DEEDS}[^。\n]{{0,12}}[。:：\n]"
)
_LISTED = re.compile(r"一是|第一|首先|(?:^|\n|。|[:：])\s*(?:[1１一][.．、,，]|[(（][1一１][)）]|①)")
_LIST_ENDS = re.compile(r"\n\s*(?:第[一二三四五六七八九十]+部分|各位代表)")
#: Characters from an announcement to a target, at most.
_LIST_CHARACTERS = 1500


class DeedLists:
    """The lists of deeds of a plan.

    Args:
        text: The plan's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._announced = [match.end() for match in _ANNOUNCED.finditer(text)]

    def hold(self, target: MetricContext) -> bool:
        """Tell whether a target stands in a list that is announced as one of deeds, or counts these: 十件实事：一是…."""
        if _DEEDS_NAMED.search(target.side.metric.indicator):
            return True
        index = bisect_left(self._announced, target.metric.start) - 1
        if index < 0 or target.metric.start - self._announced[index] > _LIST_CHARACTERS:
            return False
        since = self._text[self._announced[index] : target.metric.start]
        return not _LIST_ENDS.search(since) and bool(_LISTED.search(since))


def says_all_done(sentence: str) -> bool:
    """Tell whether a sentence says that all deeds were done."""
    return _ALL_DONE.search(sentence) is not None


def says_deeds_done(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether a promise counts deeds that a sentence says were all done: 办好10件民生实事."""
    return bool(_DEEDS_NAMED.search(target.side.metric.indicator)) and says_all_done(actual.sentence)
