"""Doubt headings of sections that run on into the first sentence below: a copy has lost the mark and the line break.

Such a heading is two clauses without a mark between them: the first one says what is to become better, the second what
is done for it (``扩大消费需求`` ``加强重点领域建设``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.convert.doubts.finished import Finished
from tui.convert.heading_ends import ENDINGS as COMMON_ENDINGS
from tui.messages import doubts
from tui.report.model import Doubt, Node

#: How headings end, and how the sentences below begin, besides those of :mod:`tui.convert.heading_ends`; each with an
#: example.
ENDINGS: tuple[tuple[str, str], ...] = (
    ("成就|成绩|合作|步伐|保障|提升|就业|繁荣|和谐|安全|台阶", "推动文化大发展大繁荣"),
)
BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("千方百计|大力|认真|坚定|着力|积极|努力|全力|主动|严格|优先|继续深入|深入(?!推进$)|加快(?!.{2}$)", "着力构建大招商格局"),
    ("坚持|紧紧|按照|围绕|牢牢|以[^人]", "坚持教育优先发展"),
    ("践行|确保|加强|强化|实行|实施|推进|推动|提高|完善|健全|引导|支持|鼓励|做好|抓好", "强化规划引领"),
    ("实现(?=.{7})", "实现经济持续较快增长"),
    ("各级|全[省市区县](?!各)|我[省市区]", "全省生产总值完成2458.8亿元"),
)  # fmt: skip
_ENDING = "|".join(
    f"(?<={ending})"
    for endings, _ in (*COMMON_ENDINGS, *ENDINGS)
    for ending in endings.split("|")
    if ending != "规划"
)
_BEGINNING = "|".join(beginnings for beginnings, _ in BEGINNINGS)
#: Characters of the first clause, at the least, and of the second.
_MIN_CLAUSE, _MIN_REST = 6, 4
_TIMES = "今年|去年|[一五]年(?:来|累计|间)"
_RUNS_ON = re.compile(rf"(?:{_ENDING})(?=(?:{_BEGINNING}).{{{_MIN_REST}}}|{_TIMES})")
_CLAUSE = re.compile("[^，、；：]+")
#: How clauses begin that have both as parts of one: ``以深化改革推动发展``.
_ONE_CLAUSE = re.compile("以|在|从|围绕|紧紧围绕|把|用|通过|依靠|按照|着眼|锚定|聚焦")
#: Characters of the number before a heading, with the marks around it.
_MAX_NUMBER = 12


def run_on_headings(finished: Finished) -> Iterator[Doubt]:
    """Doubt the headings of sections, above text on their line, that seem to hold its first sentence."""
    for node in finished.report.walk():
        if node.level == "section" and node.number and _has_mark(finished.report.text, node):
            end = run_on(node.heading or "")
            if end is not None:
                yield Doubt(doubts.run_on_heading(node.heading or "", end), node.start)


def run_on(heading: str) -> int | None:
    """Return where the second clause of a heading begins that no mark divides from the first; None where none does."""
    for clause in _CLAUSE.finditer(heading):
        match = _RUNS_ON.search(clause[0], _MIN_CLAUSE)
        if match and not _ONE_CLAUSE.match(clause[0]):
            return clause.start() + match.start()
    return None


def _has_mark(text: str, node: Node) -> bool:
    """Return whether a mark follows a heading, as one does that is a sentence."""
    heading = node.heading or ""
    start = text.find(heading, node.start, node.start + len(heading) + _MAX_NUMBER)
    return start >= 0 and text[start + len(heading) : start + len(heading) + 1] in ("。", "；", "：")
