"""Find lists of deeds that a report promises as such, and that the next one says were all done: 十件实事."""

from __future__ import annotations

import re

from tui.links.contexts import MetricContext
from tui.report.model import Report

#: Lists of deeds that are said to be done as a whole.
_DEEDS = r"(?:(?:为民|惠民|利民|便民|民生|办|的|十|重点|大|类|政府|年度){0,6}(?:实事|民心工程|民生工程|惠民工程|民生项目|好事))"
_ALL_DONE = re.compile(
    rf"{_DEEDS}[”’]?[^。;；,，投资金一]{{0,14}}?(?:，已)?(?:全部|全面|如期|圆满|顺利|按期|高质量|高标准|超额|已|均|都|或|基本){{1,5}}(?:得到)?(?:完成|兑现|办结|办成|落实|办好|建成|落地|见效|实现)"
    rf"|{_DEEDS}(?:项目|任务|工程|事项)?(?:办理)?(?:办结|落地见效|完成了?年度(?:目标)?任务)|{_DEEDS}(?:目标)?任务完成(?![情率了])"
    rf"|(?<!确保)(?<!力争)(?:完成|办成|兑现|办结)了?(?:全年|年度|年初)?(?:确定|承诺|部署|省定|市定)?的?[“‘]?[\d一二三四五六七八九十]{{1,4}}(?:件|项|个|大|类)[^。;；,，、中]{{0,8}}{_DEEDS}(?!中的|总?任务的)"
    rf"|(?:全面|全部|圆满|如期|顺利|较好|高质量|基本|高标准|超额)(?:地)?(?:完成|办好|办成|兑现|落实|办结|实施)了?[^。;；,，]{{0,16}}{_DEEDS}"
)
_DEEDS_NAMED = re.compile(_DEEDS)
_DEED_UNIT = "件"
#: How a list of deeds is announced, how its items begin, and what ends it.
_ANNOUNCED = re.compile(
    rf"(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]{{1,4}}(?:件|项|个方面|大|类)(?:[^。；;，,\n]{{0,8}})?{_DEEDS}[^。\n]{{0,12}}[。:：\n]"
)
#: A heading of its own paragraph, or a sentence that says no more, that announces deeds without counting them: 3.办好民生实事。
_HEADED = re.compile(
    rf"(?:^[\s\d一二三四五六七八九十()（）、.．—]{{0,8}}|(?<=[。；;]))(?:切实|着力|用心|贴心|扎实|全力|精心|认真|持续|继续|[抓办做实好]){{1,3}}[省市县区重点、的和一批]{{0,8}}{_DEEDS}[。:：\n]",
    re.MULTILINE,
)
#: Marks of items, by kind.
_MARK = re.compile(
    r"(?P<words>[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[,，、]|首先)|(?P<bracketed>[(（]\d+[)）])|(?P<chinese_bracketed>[(（][一二三四五六七八九十]+[)）])"
    r"|(?P<digits>\d+\s*[.．、](?!\d))|(?P<chinese>[一二三四五六七八九十]+、)|(?P<circled>[①-⑳])"
)
#: A heading within a list, that counts the deeds below it.
_COUNTS_DEEDS = re.compile(r"(?:\d+|[一二三四五六七八九十]+)[件项个]\s*\Z")
#: Characters from an announcement to the first item, and of a list, at most.
_FIRST_CHARACTERS, _LIST_CHARACTERS = 12, 6000


class DeedLists:
    """The lists of deeds of a plan, and its sections, topics and annexes whose headings name deeds.

    Args:
        plan: The report that plans.
    """

    def __init__(self, plan: Report) -> None:
        text = plan.text
        self._lists: list[tuple[int, int]] = []
        for match in _ANNOUNCED.finditer(text):
            is_within = self._lists and match.end() < self._lists[-1][1]
            if not is_within and (span := _list_at(text, match.end())):
                self._lists.append(span)
        self._lists += ((match.end(), _line_end(text, match.end() + 1)) for match in _HEADED.finditer(text))
        self._lists += (
            (node.start, node.end)
            for node in plan.walk()
            if node.level != "chapter" and _DEEDS_NAMED.search(node.heading or "")
        )

    def hold(self, target: MetricContext) -> bool:
        """Tell whether a target stands in a list that is announced as one of deeds, or counts these: 十件实事：一是…."""
        if _DEEDS_NAMED.search(target.side.metric.indicator) or _counts_deeds(target):
            return True
        return any(start <= target.metric.start < end for start, end in self._lists)


def _counts_deeds(target: MetricContext) -> bool:
    """Tell whether a target without a name of its own counts deeds its sentence names before it: 最终确定10件."""
    said = target.sentence[: target.metric.start - target.piece[0]]
    return target.metric.unit == _DEED_UNIT and bool(_DEEDS_NAMED.search(said))


def _list_at(text: str, start: int) -> tuple[int, int] | None:
    """Return the span of the list that is announced before an offset; None if none is there.

    It ends with the paragraph of its first item, or with the last one that begins with a mark of the same kind.
    """
    line_end = _line_end(text, start)
    mark = _MARK.search(text, start, min(len(text), start + _FIRST_CHARACTERS))
    if mark is None or text[start : mark.start()].strip("：: \r\n\t"):
        # 办好10件实事：完成…，建成… is a list without marks.
        return (start, line_end) if text[start - 1] in ":：" else None
    kinds = {mark.lastgroup}
    end = _line_end(text, mark.start())
    if _COUNTS_DEEDS.search(text[mark.start() : end]):
        kinds |= {"digits", "bracketed"}
    at = end
    while at < len(text) and at - start < _LIST_CHARACTERS:
        after = _line_end(text, at + 1)
        line = text[at + 1 : after].strip()
        found = _MARK.match(line)
        if line and (found is None or found.lastgroup not in kinds):
            break
        end = after if line else end
        at = after
    return start, end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def says_all_done(sentence: str) -> bool:
    """Tell whether a sentence says that all deeds were done."""
    return _ALL_DONE.search(sentence) is not None


def says_deeds_done(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether a promise counts deeds that a sentence says were all done: 办好10件民生实事."""
    return bool(_DEEDS_NAMED.search(target.side.metric.indicator)) and says_all_done(actual.sentence)
