"""Find the topics inside a long paragraph: ``项目建设提质增效。…消费潜力不断释放。…市场信心大幅提振。…``.

A paragraph that is divided into topics names each of them, in sentences of one form and about one length, and their
texts are about as long. What is short otherwise is told apart by that: a fact amid other facts (``获评全国文明城市。``), one of
several short sentences in a row, the close of a list (``土壤环境质量总体稳定。``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.report.grammar import CLOSERS, SENTENCE_ENDS

#: A sentence with its closing mark.
SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]+[{CLOSERS}]?|[^{SENTENCE_ENDS}]+$")
#: Words of sentences that state something; a headline names what is done.
STATES = re.compile(
    r"^(?:制定|出台|完成|召开|举办|编制)了|^(?:但|因此|所以|这[些个]?|以上|目前|现在|然而|同时|此外)|(?<![于但就只凡还硬])是(?!非)|[了的]$|了有?(?:很|较|新的|巨)|不能|没有|应当|必须|仍然|显然|(?<![其自])[他它]|[她咱您]|(?<![自以不])我(?![国省市区县州们军党])"
)
#: Characters a headline inside a paragraph never holds: pauses, digits, brackets; a demand is none.
_NO_HEADLINE = re.compile(r"^要|[,，;；:：!！?？0-9０-９…()（）]")
_PAUSE = re.compile("[,，]")
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
_MIN_LENGTH, MAX_LENGTH = 4, 18
#: Characters a headline may have more than the median of its paragraph, and one that no word tells the form of.
_MAX_LONGER, _MAX_LONGER_OF_EITHER = 6, 2
#: Characters in which headlines of one paragraph may open alike.
_SAME_CHARACTERS = 2
#: Kinds of words that name one event, each with an example; a headline names a field of work.
FACTS: tuple[tuple[str, str], ...] = (
    (r"获[评得批奖]|荣获|入选|列[入为]|评为|成为|争创|申报", "获评全国文明城市"),
    (r"建成|落成|竣工|投用|投产|通车|开通|开[工业]", "城区北向通道建成通车"),
    (r"投入使用|正式|上市|上线|揭牌|挂牌|成立|组建|换届|启动", "省投资集团揭牌"),
    (r"[剧片歌书志]《|(?:封关|试)运行|^.?.?设立", "舞剧《长河》广受好评"),
    (r"编制|制定|出台|完成|通过|圆满|成功[创举]", "制定文化发展规划"),
    (r"举办|承办|召开|运动会|普查|活动$|首[个家批列条座届次]", "第三次经济普查稳步推开"),
    (r"(?<!保持)(?:总体|基本)稳定", "土壤环境质量总体稳定"),
    (r"被|位数|首位|位?居[全省国市]|前列|第[一二三四五六七八九十]$", "建筑业综合实力居全国第一"),
    (r"下放|免除|扩展至|全覆盖|标准提高|标准$|[万亿]元", "全面免除学生学杂费"),
)
_FACT = re.compile("|".join(pattern for pattern, _ in FACTS))
#: Words that only open a headline which names an action: ``加快发展服务业``.
_ACTION = re.compile(
    r"深化|大力|着力|全力|努力|积极|切实|认真|扎实|稳步|持续|不断|深入|全面|继续|进一步|加[快大速强]|推[进动行]|促进|提[升高]|扩大|强化|健全|完善|优化|实施|落实|坚持|突出|严|千方百计|狠抓|巩固|支持|鼓励|引[导进]|释放|增[强加进]|夯实|丰富|融入|活跃|聚[力焦]|毫不|确保|力[促争]|搞好|开展|弘扬|打[造好赢]|做[好实强优大]|办好|抓[好实紧住]|建[立好强]|补[齐短强]|守[牢护住好]|[织筑兜][牢密起住]|稳[定住]|多措并举|高[质标水]|更[加好]|在.{2,12}上"
)
#: Words that open one, or a headline which names a state: ``创新环境更加优化``.
_ACTION_OR_STATE = re.compile(
    r"发展|壮大|做|办|打|构[建筑]|培[育植]|统筹|改[善进造革]|拓[展宽]|规范|保障|维护|防范|化解|繁荣|激[发活]|集聚|调整|精准|有[序效力]|科学|广泛|整[合治]|升级|对接|履行|转变|注重|关[注爱心]|保[持证]|倡导|探索|利用|发挥|重视|取消|谋划|创[新建]"
)
#: Words that close a headline which names a state: ``创新平台建设持续发力``.
_STATE_END = re.compile(
    r"(?:不断|持续|稳步|扎实|深入|加快|全面|更加|更为|进一步|显著|明显|有力|有效|较快|快速|取得|实现|得到|日益|日趋|日渐|逐步|成效|蓬勃|加速|竞相|蹄疾|走深|全力|顺利|大幅|强力|纵深|协调|齐头)[^的]{1,6}$"
    r"|保持(?:总体|基本)?稳定$|(?:提速|增效|提质|增强|提升|改善|优化|凸显|丰硕|优质|精彩|发力|闪亮|突破|跨越|加大|加快|见效|显现|不[强优足够高])$"
)
#: Characters that a headline of a state has before the words of the state.
_MIN_SUBJECT = 3
#: Characters below a topic, and below one inside a paragraph where others open alike.
MIN_BODY, _MIN_ALIKE_BODY = 40, 30
#: Topics divide a paragraph into parts of similar size: none is smaller than a third of the median.
_BODY_SHARE = 3
#: More headlines in one paragraph are a style of writing, and so are more short sentences in a row.
_MAX_TOPICS, _MAX_ROW = 100, 2
#: Parts of a paragraph that is divided; of two, both headlines are short and without a list of things in them.
_MIN_PARTS, _MAX_OF_TWO = 3, 12
#: The text above the first topic is an introduction: no longer than so many topics, and where the paragraph has no heading
#: no more than so many sentences.
_LEAD_SHARE, _MAX_INTRODUCTION = 2, 3
#: A topic that opens the paragraph is divided from its beginning: sentences before the first headline below it.
#: The median length of the headlines below it is smaller where few paragraphs are divided.
_MAX_LEAD, _MEDIAN_BELOW_TOPIC, _MEDIAN_BELOW_TOPIC_IF_RARE = 2, 12, 10

Form = Literal["action", "state", "either"]


class Headline(NamedTuple):
    """A headline in a paragraph: half-open offsets of its sentence with the closing mark."""

    start: int
    end: int
    heading: str | None
    number: str | None = None


def form_of(heading: str) -> Form:
    """Return whether a headline names what is done, or what has become of something; ``either`` if no word tells."""
    if _ACTION.match(heading):
        return "action"
    end = _STATE_END.search(heading)
    if end and end.start() >= _MIN_SUBJECT:
        return "state"
    return "action" if _ACTION_OR_STATE.match(heading) else "either"


def inline_topics(
    paragraph: str, after: int, opener: Headline | None = None, are_common: bool = True
) -> list[Headline]:
    """Return the topics inside a paragraph; none unless they divide it.

    Args:
        paragraph: The paragraph.
        after: The offset to begin at.
        opener: The topic that opens the paragraph and ends there.
        are_common: Whether other paragraphs of the report are divided, so that two topics are enough.
    """
    sentences, headlines = _sentences_of(paragraph, after)
    short = list(headlines)
    if len(short) + bool(opener) < 2:
        return []  # one headline divides nothing
    is_group = bool(short) and short[0].start == after  # the opener has no text of its own
    if opener and are_common and not is_group and form_of(opener.heading or "") == "state":
        topics = _even(_alike([opener, *short]), len(paragraph))
        if len(topics) >= _MIN_PARTS and topics[0] == opener:
            return topics[1:]
    alike = _even(_opening_alike([opener, *short] if opener else short), len(paragraph))
    topics = _even(_alike(short), len(paragraph))
    if len(alike) >= max(_MIN_PARTS, len(topics) + 1) and (not opener or alike[0] == opener):
        return alike[1:] if opener else alike
    if not topics:
        return []
    max_lead = _MAX_LEAD if opener else len(sentences) if after else _MAX_INTRODUCTION
    divide = (
        (len(topics) >= _MIN_PARTS or (are_common and not opener and _may_be_two(topics)))
        and sentences.index(topics[0]) <= max_lead
        and topics[0].start - after <= _LEAD_SHARE * _median_body(topics, len(paragraph))
        and _median_length(topics) <= _max_median(opener, are_common)
    )
    return topics if divide else []


@lru_cache(maxsize=256)  # asked for each paragraph by the habits of a report, then for its topics
def _sentences_of(paragraph: str, after: int) -> tuple[tuple[Headline, ...], tuple[Headline, ...]]:
    """Return the sentences from an offset on, and those that may be headlines."""
    sentences = tuple(
        Headline(match.start(), match.end(), sentence.rstrip("。") if _is_short(sentence) else None)
        for match in SENTENCE.finditer(paragraph, after)
        if (sentence := match[0].strip())
    )
    return sentences, tuple(_not_in_rows(sentences))


def _max_median(opener: Headline | None, are_common: bool) -> int:
    """Return the median length of headlines in a paragraph that they still may divide."""
    if opener:
        return _MEDIAN_BELOW_TOPIC if are_common else _MEDIAN_BELOW_TOPIC_IF_RARE
    return MAX_LENGTH if are_common else _MEDIAN_BELOW_TOPIC


def is_above(paragraph: str, opener: Headline, topics: list[Headline]) -> bool:
    """Return whether the topic that opens a paragraph is above those inside it, not the first of them.

    It is if it has another form, or a pause where they have none, and if its own text is but a lead-in: much shorter
    than theirs, or one sentence and shorter.

    Args:
        paragraph: The paragraph.
        opener: The topic that opens the paragraph.
        topics: Those inside it.
    """
    heading = opener.heading or ""
    forms = {form_of(heading), form_of(topics[0].heading or "")}
    if {"action", "state"} <= forms or _PAUSE.search(heading):
        return True
    lead, body = paragraph[opener.end : topics[0].start].strip(), _median_body(topics, len(paragraph))
    is_sentence = not _SENTENCE_END.search(lead, 0, len(lead) - 1)
    return 2 * len(lead) < body or (is_sentence and len(lead) < body)


def _is_short(sentence: str) -> bool:
    """Return whether a sentence without space around it is as short and simple as a headline."""
    heading = sentence.rstrip("。")
    return (
        sentence.endswith("。")
        and _MIN_LENGTH <= len(heading) <= MAX_LENGTH
        and not _NO_HEADLINE.search(heading)
        and not STATES.search(heading)
    )


def _not_in_rows(sentences: Sequence[Headline]) -> list[Headline]:
    """Return the short sentences that name no fact; of more than two in a row the last one, which has a text below."""
    kept: list[Headline] = []
    row: list[Headline] = []
    for sentence in [*sentences, Headline(0, 0, None)]:
        if sentence.heading is not None:
            row.append(sentence)
            continue
        may_be = row if len(row) <= _MAX_ROW else [row[-1]] if _ends_row(row) else []
        kept.extend(short for short in may_be if not _FACT.search(short.heading or ""))
        row = []
    return kept


def _ends_row(row: list[Headline]) -> bool:
    """Return whether the last of a row of short sentences names an action or a state, and opens like no other."""
    *others, last = row
    return form_of(last.heading or "") != "either" and _opening(last) not in map(_opening, others)


def _alike(topics: list[Headline]) -> list[Headline]:
    """Return the headlines of the form that most have: of two in a row the shorter one, and none of unusual length."""
    forms = [form_of(topic.heading or "") for topic in topics]
    form: Form = "action" if forms.count("action") > forms.count("state") else "state"
    most: list[Headline] = []
    for topic in (topic for topic, other in zip(topics, forms, strict=True) if other in (form, "either")):
        if most and most[-1].end == topic.start:
            topic = min(most.pop(), topic, key=_length)
        most.append(topic)
    median = _median_length(most) if most else 0
    return [topic for topic in most if _length(topic) <= median + _max_longer(topic.heading or "")]


def _max_longer(heading: str) -> int:
    return _MAX_LONGER_OF_EITHER if form_of(heading) == "either" else _MAX_LONGER


def _even(topics: list[Headline], end: int) -> list[Headline]:
    """Return the headlines that divide a text of a length evenly; none if that leaves out more than half."""
    kept = topics[:]
    while 1 < len(kept) <= _MAX_TOPICS and 2 * len(kept) >= len(topics):
        bodies = _bodies(kept, end)
        least = sorted(bodies)[len(bodies) // 2] / _BODY_SHARE
        words = Counter(map(_opening, kept))
        small = [
            index
            for index, topic in enumerate(kept)
            if bodies[index]
            < max(least, _MIN_ALIKE_BODY if words[_opening(topic)] >= _MIN_PARTS else MIN_BODY)
        ]
        if not small:
            return kept
        del kept[_worse(kept, min(small, key=bodies.__getitem__))]
    return []


def _worse(topics: list[Headline], index: int) -> int:
    """Return which of a headline and the next one, which is too near, is none.

    It is the one that opens like no other where the other does, else the one of much less usual length.
    """
    pair = topics[index : index + 2]
    if len(pair) == 1:
        return index
    words = Counter(_opening(topic) for topic in topics)
    is_alone = [words[_opening(topic)] == 1 for topic in pair]
    if is_alone[0] != is_alone[1]:
        return index + is_alone[1]
    median = _median_length(topics)
    unusual = [abs(_length(topic) - median) for topic in pair]
    return index + (unusual[1] > unusual[0] + 1)


def _opening_alike(topics: list[Headline]) -> list[Headline]:
    """Return the headlines that open with the words with which most do; none if few do."""
    words, times = next(iter(Counter(map(_opening, topics)).most_common(1)), ("", 0))
    return [topic for topic in topics if times >= _MIN_PARTS and _opening(topic) == words]


def _opening(topic: Headline) -> str:
    return (topic.heading or "")[:_SAME_CHARACTERS]


def _may_be_two(topics: list[Headline]) -> bool:
    headings = [topic.heading or "" for topic in topics]
    return len(topics) > 1 and all(
        len(heading) <= _MAX_OF_TWO and "、" not in heading for heading in headings
    )


def _bodies(topics: list[Headline], end: int) -> list[int]:
    """Return how many characters each topic has below it, the last one up to an offset."""
    ends = [topic.start for topic in topics[1:]] + [end]
    return [end - topic.end for topic, end in zip(topics, ends, strict=True)]


def _median_body(topics: list[Headline], end: int) -> int:
    return sorted(_bodies(topics, end))[len(topics) // 2]


def _length(topic: Headline) -> int:
    return len(topic.heading or "")


def _median_length(topics: list[Headline]) -> int:
    return sorted(map(_length, topics))[len(topics) // 2]
