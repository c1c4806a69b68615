"""Tell what a part of a report speaks of: what was done (past), or what is to be done (plan).

Reports say it in three ways; the nearer to the metric, the stronger: in the clause (``去年…``, ``力争…``), in headings
(``2023年工作回顾``, ``2024年工作重点``), and in the wording of whole paragraphs, where a review tells (``同比``,
``荣获``) and a plan asks (``要``, ``确保``). Each paragraph gets points for its wording; the sequence of past and plan
with the most points is taken, where each change costs some (Viterbi): a report is one long review and one long plan,
not a patchwork. No outline is needed, so it works where headings were not recognised.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Literal

from tui.metrics.times import Time, is_elapsed, is_read_late
from tui.report.grammar import NUMERAL, SENTENCE_ENDS, YEAR
from tui.report.model import FrontMatter
from tui.report.numerals import half_width

Tense = Literal["past", "plan"]

#: All points are hundredths, so that sums are exact. Positive ones speak for the past, negative ones for the plan.
_CHANGE_POINTS = 700
#: More than the wording of a paragraph outweighs.
_HEADING_POINTS = 3000
_MAX_HEADING_CHARACTERS = 48
_PAST_HEADING = re.compile(
    r"回顾|总结|过去[的]?[一两三四五几]?年|主要工作情况|工作情况|完成情况|执行情况|主要成就|取得的?成[就绩效]|主要做了|[一五两三]年来|发展成就|"
    r"^(?:第?.{1,3}[章节、]\s*)?发展(?:基础|现状)"
)
_PLAN_HEADING = re.compile(
    r"总体(?:要求|思路|部署)|预期目标|奋斗目标|主要目标|工作(?:安排|部署|重点|任务|打算|建议|谋划|思路|目标)|重点(?:任务|工作)|主要任务|"
    r"今后[一五]?[年]?|未来[三五]年|目标任务|自身建设|政策取向|今年(?:的|政府)?工作|安排(?:意见)?$|工作计划|下一步|明年|指导思想|而(?:努力)?奋斗$"
)
# Each alternative of the wordings of paragraphs begins with a character of its own: such a pattern is found five times as fast.
_PAST = re.compile(
    r"同比|比上年|较上年|比去年|一年来|五年来|三年来|两年来|过去[一五]年|去年|上年|荣获|获评|获批|入选|被评为|获得|超额完成|累计|了(?!解)|"
    r"已(?:经)?|投入使用|建成投用|位居|居全|列全|首次|圆满|成功|显著|明显|初步核算|顺利通过|稳步提[高升]|有效|不断增强|取得|达到?\d"
)
#: What is striven for, not obtained: 争取到2025年建成, but not 争取上级资金46亿元 or 争取到指标3个.
_STRIVES = r"争取(?:$|[在再使把让用]|早日|尽快|[^,;。、]{0,8}?(?:到(?:\d{4}年|[“‘]|本世纪|二〇)|今年|明年|年[底内]|实现|达到|完成|增长|进入|成为|列入|突破|建成|开工))"
_PLAN = re.compile(
    rf"力争|确保|{_STRIVES}|力促|将(?!军)|要(?<![重主需必只首纪摘提概扼次紧]要)(?![求素点件道塞义害闻领么])|拟|必须|应(?!用|急|对|届|收|有|保|变|当时)|今年|进一步|"
    r"以上[,，;；。]|左右[,，;；。]|不低于|不少于|年底前|月底前|年内|抓好|落实好|做好|办好|努力(?:实现|完成|打造|推动|建设|把)"
)
#: What introduces a list of targets; more than a change costs, so that it tells in a text without headings, too.
_TARGETS = re.compile(r"预期目标(?:是|为)[:：]")
#: Words of both, more often of the plan.
_EITHER = re.compile(
    r"加快|推进|加大|加强|强化|大力|着力|坚决|健全|完善|深化|深入|积极|鼓励|支持|引导|培育|打造|谋划|启动|实施"
)
_CLAUSE_PAST = re.compile(
    r"(?=[去上前过已截目当现近以一五三两原仍还尚])(?:(?<![比较在])去年(?!同期|的?基础)|(?<![以比较])上年(?!同期|的?基础)|前年|过去|已(?:经)?(?:达|有|建成|完成|累计|迈上|突破|超过|形成|成为)|截至|截止|目前|当前|现有|近年来|以来|[一五三两]年来|原(?:有|来)|[仍还尚]有)"
)
_CLAUSE_PLAN = re.compile(
    rf"(?=[力争确预目将要计拟我今还也都必])(?:力争|{_STRIVES}|确保(?![^,;。]{{0,30}}(?:的同时|前提下|基础上))|预期目标(?:是|为)|目标(?:是|为)|将达|要达到|(?<!完成)(?<!完成年度)(?<!完成全年)(?<!完成了)计划(?:完成|总?投资|达|实现|到|用|在|于)|拟(?!定|订)|"
    r"(?:^|我们|今[后年]|还|也|都|必须)要(?![求素点件道塞义害闻领么])(?=[^,;。]{0,12}(?:达到|完成|增长|实现|控制|减少|核减|压缩|增加|新建|建成|超过|提高|降)))"
)
#: Times that lie ahead, times that lie behind, and what promises in spite of them.
_AHEAD = re.compile("今后|未来|往后|明年")
_LOOKS_BACK = re.compile("过去|年来")
_PROMISES = re.compile(
    r"今年|力争|确保|将(?!军)|(?<![重主需必只首纪摘提概扼次紧])要(?![求素点件道塞义害闻领么])|目标|必须|努力"
)
#: Words that promise whatever time is named behind them: 力争“十四五”以来累计降低10%.
_STRIVEN_FOR, _PAUSE = re.compile("力争|确保(?!了)"), re.compile("[,;]")
_SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}\n]")
_NUMBERED = re.compile(rf"{NUMERAL}{{1,3}}、")
_NUMBERED_HEADING = re.compile(rf"[一二三四五]、|\D{{0,3}}{YEAR}年")
#: The year of a heading, but not that of a day: 2005年1月18日在第三次会议上.
_YEAR = re.compile(rf"(?<![\d比较])({YEAR})年(?! ?\d{{1,2}} ?月)")
#: Of each paragraph of such a plan: what ``达到`` counts there is promised.
_PLAN_POINTS = -100
#: Titles of documents that plan, and do not look back first.
_PLANS = re.compile(r"^(?!.*(?:执行情况|总结)).*(?:规划|纲要|计划|要点|方案)(?:[(（].{0,20}[)）])?$")

#: Lines longer than this are split into groups of sentences, each longer than the second number.
_MAX_LINE_CHARACTERS, _MIN_GROUP_CHARACTERS = 600, 240
_SENTENCE_MARK = re.compile(f"[{SENTENCE_ENDS}]")
_STARTS_CHAPTER = re.compile(r"[\s　]*[一二三四五六]、")


#: Points of each match of a pattern in a paragraph, and an example with one match.
WORDING_RULES = (
    (100, _PAST, "增长8%，同比多3000人"),
    (-100, _PLAN, "确保3000人就业"),
    (-8, _EITHER, "深化改革"),
    (-900, _TARGETS, "主要预期目标是:增长6%"),
)
#: Words of a clause that say when against the tense around it: that tense, the words, the clause's tense, an example.
CLAUSE_RULES: tuple[tuple[Tense, re.Pattern[str], Tense, str], ...] = (
    ("past", _CLAUSE_PLAN, "plan", "力争建成公园5个"),
    ("plan", _CLAUSE_PAST, "past", "去年建成公园5个"),
)


class Tenses:
    """The tense of each paragraph of one report.

    Args:
        half: Its text, in half-width characters.
        front: What stands above it.
    """

    def __init__(self, half: str, front: FrontMatter) -> None:
        self._half = half
        self._front = front

    @cached_property
    def _paragraphs(self) -> tuple[list[int], list[Tense]]:
        """Starts of paragraphs and their tenses; not read where the years of chapters say it all."""
        spans = list(_paragraphs(self._half, 0, len(self._half)))
        points = [_points(self._half[start:end], self._front) for start, end in spans]
        return [start for start, _ in spans], _most_likely(points, _first_tense(self._front))

    def at(self, offset: int) -> Tense:
        """Return the tense of the paragraph that holds an offset."""
        starts, tenses = self._paragraphs
        return tenses[max(0, bisect_right(starts, offset) - 1)] if tenses else "past"


@lru_cache(maxsize=1)
def tenses_of(text: str, front: FrontMatter) -> Tenses:
    """Return the tenses of a report; the last one's are kept: its metrics ask for them, then its paragraphs in a library."""
    return Tenses(half_width(text), front)


def tense_at(text: str, front: FrontMatter, offset: int) -> Tense:
    """Return what :meth:`Tenses.at` does without reading the whole text.

    A paragraph with more points than a change costs has its tense whatever stands around it. So nothing matters beyond
    the nearest such paragraph before the offset, and the nearest behind it.
    """

    def points_until_decided(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        for start, end in spans:
            points = _points(half_width(text[start:end]), front)
            yield points
            if abs(points) > _CHANGE_POINTS:
                return

    line_start = text.rfind("\n", 0, offset) + 1
    line_end = text.find("\n", offset) + 1 or len(text)
    line = list(_paragraphs(text, line_start, line_end))
    index = bisect_right(line, offset, key=lambda span: span[0])
    points = list(points_until_decided(chain(line[:index][::-1], _paragraphs_before(text, line_start))))[::-1]
    here = len(points) - 1
    if points and abs(points[-1]) <= _CHANGE_POINTS:
        points += points_until_decided(chain(line[index:], _paragraphs_behind(text, line_end)))
    return _most_likely(points, _first_tense(front))[here] if points else _first_tense(front)


@lru_cache(maxsize=64)  # the same for all figures of a clause
def tense_of_clause(clause: str, around: Tense) -> tuple[Tense, str]:
    """Return what a clause speaks of, and the words that say so against what stands around it.

    Args:
        clause: The clause, in half-width characters.
        around: Tense of its paragraph.
    """
    for against, pattern, tense, _ in CLAUSE_RULES:
        if against == around and (match := pattern.search(clause)):
            if tense == "past" and _STRIVEN_FOR.search(clause, 0, match.start()):
                continue  # 确保2023年底已开工的项目建成
            return tense, match[0]
    return around, ""


def tense_of_sentence(
    times: Sequence[Time], scope: Time | None, sentence: str, around: Tense, front: FrontMatter
) -> tuple[Tense, str]:
    """Return what a sentence speaks of by the years it states, and the words that say so against what stands around.

    Args:
        times: What the sentence states of time up to the figure.
        scope: The time that governs its paragraph.
        sentence: The sentence up to the figure, in half-width characters.
        around: Tense of its paragraph.
        front: What stands above the report.
    """
    plan_year = _first_planned(front)
    stated = next((time for time in reversed(times) if time.kind != "base"), None)
    if plan_year is None:
        return around, ""
    if around == "past":
        is_ahead = stated is not None and stated.years is not None and stated.years[1] >= plan_year
        if stated is not None and is_ahead and (stated.kind == "goal" or _AHEAD.match(stated.words)):
            return "plan", stated.words
        return around, ""
    looks_back = scope is not None and (_LOOKS_BACK.search(scope.words) or is_elapsed(scope))
    time = stated or (scope if looks_back else None)
    if time is not None and is_elapsed(time) and is_read_late(front):
        is_promised = _PROMISES.search(sentence, sentence.rfind(time.words) + len(time.words))
        return (around, "") if is_promised else ("past", time.words)
    if time is None or time.years is None or time.years[1] >= plan_year:
        return around, ""
    start = 0 if stated is None else sentence.rfind(stated.words)
    rest = sentence[start:]
    if _STRIVEN_FOR.search(_PAUSE.split(sentence[:start])[-1]):
        return around, ""
    return (around, "") if _PROMISES.search(rest) else ("past", time.words)


def _first_planned(front: FrontMatter) -> int | None:
    """Return the year a report plans; for a plan of several years, that in which it was passed."""
    return front.plan_year or (int(front.date[:4]) if front.date else None)


def _first_tense(front: FrontMatter) -> Tense:
    """Return the tense in which a document begins."""
    return "plan" if _is_plan(front) else "past"


def _is_plan(front: FrontMatter) -> bool:
    """Return whether a document only plans, as its title says."""
    return bool(_PLANS.search(front.title))


def _points(paragraph: str, front: FrontMatter) -> int:
    """Return the points of a paragraph in half-width characters, as a heading and by its wording."""
    content = paragraph.strip().lstrip("#* 　")
    points = 0
    if len(content) <= _MAX_HEADING_CHARACTERS or _NUMBERED.match(content):
        start = content[: _MAX_HEADING_CHARACTERS + 1]
        heading = _SENTENCE_END.split(start, maxsplit=1)[0][:_MAX_HEADING_CHARACTERS]
        points = heading_points(heading, front)
    if _is_plan(front):
        points += _PLAN_POINTS
    return points + sum(each * len(pattern.findall(content)) for each, pattern, _ in WORDING_RULES)


def heading_points(heading: str, front: FrontMatter) -> int:
    """Return the points of a heading: by its words if they say one of the two, else by its year."""
    past, plan = bool(_PAST_HEADING.search(heading)), bool(_PLAN_HEADING.search(heading))
    if past != plan:
        return _HEADING_POINTS if past else -_HEADING_POINTS
    year = _YEAR.search(heading)
    if year and not past and _NUMBERED_HEADING.match(heading):
        if int(year[1]) == front.plan_year:
            return -_HEADING_POINTS
        if int(year[1]) == front.review_year:
            return _HEADING_POINTS
    return 0


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield half-open spans of the lines between two offsets; of a long line, its sentences in groups."""
    for line in text[start:end].splitlines(keepends=True):
        stop = start + len(line)
        if len(line) > _MAX_LINE_CHARACTERS:
            for mark in _SENTENCE_MARK.finditer(text, start, stop):
                at = mark.end()
                if at - start > _MIN_GROUP_CHARACTERS or _STARTS_CHAPTER.match(text[at : at + 6]):
                    yield start, at
                    start = at
        if start < stop:
            yield start, stop
        start = stop


def _paragraphs_before(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs before the start of a line, the nearest first."""
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        yield from reversed(list(_paragraphs(text, start, end)))
        end = start


def _paragraphs_behind(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs behind the end of a line, in order."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield from _paragraphs(text, start, end)
        start = end


def _most_likely(points: Iterable[int], first: Tense) -> list[Tense]:
    """Return the sequence of tenses with the most points, where each change costs some; it begins with the first.

    Of the two best sequences up to a paragraph, one in each tense, only the difference matters: a lead of more than a
    change costs decides the paragraph, and the lead carried on is never larger.
    """
    leads = []
    lead = _CHANGE_POINTS if first == "past" else -_CHANGE_POINTS
    for value in points:
        lead = max(-_CHANGE_POINTS, min(_CHANGE_POINTS, lead)) + 2 * value
        leads.append(lead)
    tense: Tense = "past" if lead >= 0 else "plan"
    tenses: list[Tense] = []
    for lead in reversed(leads):
        if lead >= _CHANGE_POINTS or lead < -_CHANGE_POINTS:  # where both are as likely, the review goes on
            tense = "past" if lead > 0 else "plan"
        tenses.append(tense)
    return tenses[::-1]
