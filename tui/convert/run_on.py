"""Cut headings of sections that run on into the first sentence below: a copy has lost the mark and the line break.

Such a heading is two clauses without a mark between them: the first one says what is to become better, the second what
is done for it (``扩大消费需求`` ``加强重点领域建设``). A report that has one has others, so that there words tell which in
other reports begin the predicate of a heading (``开放型经济`` ``进一步提高利用外资的水平``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tui.convert.heading_ends import ENDINGS as COMMON_ENDINGS
from tui.convert.headings import MAX_LINE, HeadingCandidate, Line

#: How headings end, and how the sentences below begin, besides those of :mod:`tui.convert.heading_ends`; each with an
#: example.
ENDINGS: tuple[tuple[str, str], ...] = (
    ("成就|成绩|合作|步伐|保障|提升|就业|繁荣|和谐|安全|台阶|动能", "推动文化大发展大繁荣"),
    ("出发点|落脚点", "把惠民利民作为工作的落脚点"),
)
BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("千方百计|大力|认真|坚定|着力|积极|努力|全力|主动|严格|优先|继续深入|深入(?!推进$)|加快(?!.{2}$)", "着力构建大招商格局"),
    ("坚持|紧紧|按照|围绕|牢牢|以[^人]", "坚持教育优先发展"),
    ("践行|确保|加强|强化|实行|实施|推进|推动|提高|完善|健全|引导|支持|鼓励|做好|抓好", "强化规划引领"),
    ("实现(?=.{7})", "实现经济持续较快增长"),
    ("突出重[大点]|各级|全[省市区县](?!各)|我[省市区]", "全省生产总值完成2458.8亿元"),
)  # fmt: skip
#: How sentences begin below the headings of a report that has others which run on, each with an example.
LIKELY_BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("着力|大力|继续|进一步|切实|稳步|高度重视|加快推进|统筹", "进一步提高利用外资的质量和水平"),
    ("落实|突出|优化|强化|促进|实施|加强|巩固和", "优化市域功能布局"),
)
_ENDING = "|".join(
    f"(?<={ending})"
    for endings, _ in (*COMMON_ENDINGS, *ENDINGS)
    for ending in endings.split("|")
    if ending != "规划"
)
_BEGINNING = "|".join(beginnings for beginnings, _ in BEGINNINGS)
_LIKELY = "|".join(beginnings for beginnings, _ in LIKELY_BEGINNINGS)
#: Characters of the first clause, at the least, and of the second.
_MIN_CLAUSE, _MIN_REST = 6, 4
_TIMES = "今年|去年|[一五]年(?:来|累计|间)"
_RUNS_ON = re.compile(rf"(?:{_ENDING})(?=(?:{_BEGINNING}).{{{_MIN_REST}}}|{_TIMES})")
#: Not behind words that join what stands before and behind them.
_LIKELY_RUNS_ON = re.compile(rf"(?<![和与及并更的得在“])(?=(?:{_LIKELY}).{{{_MIN_REST}}})")
_CLAUSE = re.compile("[^，、；：]+")
#: How clauses begin that have both as parts of one: ``以深化改革推动发展``.
_ONE_CLAUSE = re.compile("以|在|从|围绕|紧紧围绕|把(?!.+作为)|用|通过|依靠|按照|着眼|锚定|聚焦")


def run_on(heading: str) -> int | None:
    """Return where the second clause of a heading begins that no mark divides from the first; None where none does."""
    return _second_clause(heading, _RUNS_ON)


def cut_run_on(lines: Sequence[Line], candidates: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """Return the headings of a report, cut where the sentence begins that they run on into.

    Args:
        lines: The report.
        candidates: Its headings.
    """
    cut = [_cut(lines, candidate, _RUNS_ON) for candidate in candidates]
    if cut == list(candidates):
        return cut
    return [
        other if other is not candidate else _cut(lines, candidate, _LIKELY_RUNS_ON)
        for candidate, other in zip(candidates, cut, strict=True)
    ]


def _cut(lines: Sequence[Line], candidate: HeadingCandidate, runs_on: re.Pattern[str]) -> HeadingCandidate:
    heading, text = candidate.heading or "", lines[candidate.index].text
    start = candidate.after - len(heading)
    has_mark = text[candidate.after : candidate.after + 1] in ("。", "；", "：")
    if candidate.number is None or not has_mark or not text.startswith(heading, start):
        return candidate
    end = _second_clause(heading[:MAX_LINE], runs_on)
    return candidate if end is None else replace(candidate, heading=heading[:end], after=start + end)


def _second_clause(heading: str, runs_on: re.Pattern[str]) -> int | None:
    """Return where the last clause begins of those that the first mark in a heading ends; None where there is one."""
    for clause in _CLAUSE.finditer(heading):
        starts = [match.start() for match in runs_on.finditer(clause[0], _MIN_CLAUSE)]
        apart = [start for before, start in pairwise([0, *starts]) if start - before > _MIN_REST]
        if apart and not _ONE_CLAUSE.match(clause[0]):
            return clause.start() + apart[-1]
    return None
