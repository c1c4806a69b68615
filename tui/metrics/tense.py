"""What a stretch of a report speaks of: what was done, or what is to be done.

Reports say it in three ways, and the nearer to the figure the stronger: in the clause (``去年…``, ``力争…``), in
headings (``2023年工作回顾``, ``2024年工作重点``), and in the wording of whole stretches, where a review tells
(``同比``, ``荣获``) and a plan asks (``要``, ``确保``). Each paragraph gets points for its wording; the sequence of
past and plan that has most points, with a price on each change, is taken (Viterbi): a report is one long
review and one long plan, not a patchwork. No outline is needed, so it works where headings were not recognised.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal

from tui.report.grammar import NUMERAL, SENTENCE_ENDS, YEAR
from tui.report.model import FrontMatter

Tense = Literal["past", "plan"]

#: What changing from one to the other costs, in points.
_CHANGE = 7.0
_HEADING_MAX = 48
#: A heading is worth this much, to be outweighed by no wording of one paragraph.
_HEADING_POINTS = 30.0
_PAST_HEADING = re.compile(
    r"回顾|总结|过去[的]?[一两三四五几]?年|主要工作情况|工作情况|完成情况|执行情况|主要成就|取得的?成[就绩效]|主要做了|[一五两三]年来|发展成就"
)
_PLAN_HEADING = re.compile(
    r"总体(?:要求|思路|部署)|预期目标|奋斗目标|主要目标|工作(?:安排|部署|重点|任务|打算|建议|谋划|思路|目标)|重点(?:任务|工作)|主要任务|"
    r"今后[一五]?[年]?|目标任务|自身建设|政策取向|今年(?:的|政府)?工作|安排(?:意见)?$|工作计划|下一步|明年|指导思想|而(?:努力)?奋斗$"
)
_YEAR_HEADING = re.compile(rf"{YEAR}年")
_PAST = re.compile(
    r"同比|比上年|较上年|比去年|[一五三两]年来|过去[一五]年|去年|上年|荣获|获评|获批|入选|被评为|获得|超额完成|累计|了(?!解)|"
    r"已(?:经)?|投入使用|建成投用|位居|居全|列全|首次|圆满|成功|显著|明显|初步核算|顺利通过|稳步提[高升]|有效|不断增强|取得|达到?\d"
)
_PLAN = re.compile(
    r"力争|确保|争取|力促|将(?!军)|(?<![重主需必只首纪摘提概扼次紧])要(?![求素点件道塞义害闻领么])|拟|必须|应(?!用|急|对|届|收|有|保|变|当时)|今年|进一步|"
    r"以上[,，;；。]|左右[,，;；。]|不低于|不少于|年底前|月底前|年内|抓好|落实好|做好|办好|努力(?:实现|完成|打造|推动|建设|把)"
)
#: Words of both, more often of the plan.
_EITHER = re.compile(
    r"加快|推进|加大|加强|强化|大力|着力|坚决|健全|完善|深化|深入|积极|鼓励|支持|引导|培育|打造|谋划|启动|实施"
)
_PAST_POINTS, _PLAN_POINTS, _EITHER_POINTS = 1.0, 1.0, 0.08
#: Words of a clause that say when, whatever stands around it.
_CLAUSE_PAST = re.compile(
    r"去年|上年(?!同期)|前年|过去|已(?:经)?(?:达|有|建成|完成|累计)|截至|截止|目前|现有|近年来|以来|[一五三两]年来|原(?:有|来)"
)
_CLAUSE_PLAN = re.compile(
    r"力争|争取|确保|预期目标|目标(?:是|为)|将达|要达到|计划(?:完成|总?投资|达|实现|到|用|在|于)|拟"
)
_SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}\n]")
_NUMBERED = re.compile(rf"{NUMERAL}{{1,3}}、")
_YEAR = re.compile(rf"({YEAR})年")


class Tenses:
    """The tense of each place of one report.

    Args:
        half: Its text, in half-width characters.
        front: What stands above it.
    """

    def __init__(self, half: str, front: FrontMatter) -> None:
        self._front = front
        self._half = half

    @cached_property
    def _stretches(self) -> tuple[list[int], list[Tense]]:
        """Where each paragraph begins and its tense; read when first asked for, since years of chapters may say all."""
        spans = _paragraphs(self._half)
        points = [self._points(self._half[start:end]) for start, end in spans]
        return [start for start, _ in spans], _most_likely(points)

    def at(self, offset: int) -> Tense:
        """What the stretch around an offset speaks of."""
        starts, tenses = self._stretches
        return tenses[max(0, bisect_right(starts, offset) - 1)] if tenses else "past"

    def of_clause(self, clause: str, tense: Tense) -> tuple[Tense, str]:
        """What a clause, in half-width characters, speaks of in a stretch of a tense, and what says so against it."""
        if tense == "past":
            asks = _CLAUSE_PLAN.search(clause)
            return ("plan", asks[0]) if asks else ("past", "")
        if tells := _CLAUSE_PAST.search(clause):
            return "past", tells[0]
        years = _YEAR.findall(clause) if "年" in clause else []
        plan = self._front.plan_year
        if plan is not None and years and all(int(year) < plan for year in years):
            return "past", f"{years[-1]}年"
        return "plan", ""

    def _points(self, piece: str) -> float:
        """Points of a paragraph: positive for the past, negative for the plan."""
        words = piece.strip().lstrip("#* 　")
        head = _SENTENCE_END.split(words[: _HEADING_MAX + 1], maxsplit=1)[0][:_HEADING_MAX]
        points = 0.0
        if len(words) <= _HEADING_MAX or _NUMBERED.match(words):
            points += self._heading_points(head)
        points += len(_PAST.findall(words)) * _PAST_POINTS
        return (
            points - len(_PLAN.findall(words)) * _PLAN_POINTS - len(_EITHER.findall(words)) * _EITHER_POINTS
        )

    def _heading_points(self, head: str) -> float:
        past, plan = bool(_PAST_HEADING.search(head)), bool(_PLAN_HEADING.search(head))
        if past != plan:
            return _HEADING_POINTS if past else -_HEADING_POINTS
        found = _YEAR_HEADING.search(head)
        if found and not past and re.match(rf"[一二三四五]、|\D{{0,3}}{YEAR}年", head):
            year = int(found[0][:4])
            if year == self._front.plan_year:
                return -_HEADING_POINTS
            if year == self._front.review_year:
                return _HEADING_POINTS
        return 0.0


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open spans of lines; of a long line, its sentences in groups."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        begin = start
        if len(line) > 600:
            for found in re.finditer(f"[{SENTENCE_ENDS}]", line):
                at = start + found.end()
                heading = re.match(r"[\s　]*[一二三四五六]、", text[at : at + 6])
                if at - begin > 240 or heading:
                    spans.append((begin, at))
                    begin = at
        if begin < end:
            spans.append((begin, end))
        start = end
    return spans


def _most_likely(points: list[float]) -> list[Tense]:
    """The sequence of tenses with most points, each change being paid for; reports begin with the past."""
    best = {"past": 0.0, "plan": -_CHANGE}
    came: list[dict[str, str]] = []
    for value in points:
        step: dict[str, str] = {}
        total: dict[str, float] = {}
        for tense, other, gain in (("past", "plan", value), ("plan", "past", -value)):
            stays, changes = best[tense], best[other] - _CHANGE
            step[tense] = tense if stays >= changes else other
            total[tense] = max(stays, changes) + gain
        came.append(step)
        best = total
    tense = max(best, key=lambda name: best[name])
    found: list[Tense] = []
    for step in reversed(came):
        found.append("past" if tense == "past" else "plan")
        tense = step[tense]
    return found[::-1]
