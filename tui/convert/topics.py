"""Find headlines in paragraphs: topics and run-in items.

A topic is a short sentence with text about it below. There are two kinds:

* It opens a paragraph (``加力提效扩大投资。树牢…``), or has a line of its own above it.
* It is inside a long paragraph, never alone: a paragraph that is divided into topics names each of them
  (``项目建设提质增效。…消费潜力不断释放。…``), and their texts are about as long. A short sentence that closes a list
  (``土壤环境质量总体稳定。``) has too little text below it to be one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.report.grammar import CLAUSE_ENDS, CLOSERS, NUMERAL, SENTENCE_ENDS
from tui.report.numerals import small_number

_SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]+[{CLOSERS}]?|[^{SENTENCE_ENDS}]+$")
#: Characters a headline inside a paragraph never holds: pauses, digits.
_NO_HEADLINE = re.compile(r"[,，;；:：!！?？0-9０-９…]")
_NO_OPENER = re.compile(r"[;；:：!！?？0-9０-９…]")
#: Words of sentences that state something; a headline names what is done.
_STATES = re.compile(
    r"^(?:但|因此|所以|这[些个]?|以上|目前|现在|然而|同时|此外)|(?<![于但就只凡还硬])是(?!非)|[了的]$|了有?(?:很|较|新的|巨)|不能|没有|应当|必须|仍然|显然"
)
_INLINE_MAX, _OPENER_MAX, _HEADLINE_MIN = 20, 26, 4
#: Characters a headline on a line of its own never holds.
_NO_LINE = re.compile(rf"[{CLAUSE_ENDS}0-9０-９…|\t]")
_LINE_MAX, _LINE_PAUSES = 36, 2
#: Paragraphs are parallel if so many open with the same characters, so many of them.
_MIN_PARALLEL, _SAME_CHARACTERS = 3, 2
_DASHES = re.compile(r"^[—―–－]{1,2}\s*")
_LOOKS_BACK = re.compile(r"(?:(?:过去)?[一五]年来|过去[一五]年|这[一五]年)[，,]")
#: Headlines of one paragraph; more short sentences are a style of writing.
_MAX_INLINE = 100
#: Characters below a topic.
_MIN_BODY = 40
#: Topics divide a paragraph into parts of similar size: none is smaller than half the median.
_BODY_SHARE = 2
_ITEM = re.compile(rf"(?:(?<=[。;；:：,，!！])|^)\s*(?P<number>{NUMERAL}{{1,3}})(?P<word>[是要])(?!否)")
_ITEM_HEADING_MAX = 26


class Headline(NamedTuple):
    """A headline in a paragraph: half-open offsets of its sentence with the closing mark."""

    start: int
    end: int
    heading: str | None
    number: str | None = None


def opening_topic(paragraph: str, is_parallel: bool = False) -> Headline | None:
    """Return the topic that opens a paragraph, if its first sentence is one.

    Args:
        paragraph: The paragraph.
        is_parallel: Whether its neighbours open with the same words: then it may be a longer one.
    """
    first = _SENTENCE.match(paragraph)
    if not first:
        return None
    sentence = _DASHES.sub("", first[0].strip())
    heading = sentence.rstrip("。")
    looks_back = bool(_LOOKS_BACK.match(heading))
    is_long = is_parallel or looks_back
    if (
        not sentence.endswith("。")
        or not _HEADLINE_MIN <= len(heading) <= (_LINE_MAX if is_long else _OPENER_MAX)
        or _NO_OPENER.search(heading)
        or (not looks_back and _STATES.search(heading))
        or heading.count(",") + heading.count("，") > (_LINE_PAUSES if is_long else 1)
        or len(paragraph) - first.end() < _MIN_BODY
    ):
        return None
    return Headline(0, first.end(), heading)


def opens_a_list(paragraph: str) -> bool:
    """Return whether a paragraph begins as one of a list: ``——工业生产提速。…``, ``一年来，我们坚持…``."""
    return bool(_DASHES.match(paragraph.strip()) or _LOOKS_BACK.match(paragraph.strip()))


def dashed_lines(paragraphs: Sequence[str]) -> set[int]:
    """Return the indices of paragraphs that are items with dashes, several in a row: ``——新增就业3000人；``."""
    dashed: set[int] = set()
    row: list[int] = []
    for index, paragraph in enumerate([*paragraphs, "。"]):
        if not paragraph.strip():
            continue
        if _DASHES.match(paragraph.strip()):
            row.append(index)
        else:
            if len(row) >= _MIN_PARALLEL:
                dashed |= set(row)
            row = []
    return dashed


def dash_heading(paragraph: str) -> str | None:
    """Return the heading of an item with a dash: all of a short one, else up to its first pause."""
    words = _DASHES.sub("", paragraph.strip()).rstrip("；;。")
    return _item_heading(words, 0)


def opening_words(paragraph: str) -> str:
    """Return the characters that parallel paragraphs share; empty if the paragraph opens with no headline."""
    first = _SENTENCE.match(_DASHES.sub("", paragraph.strip()))
    if not first or not first[0].endswith("。") or len(first[0]) > _LINE_MAX or _NO_OPENER.search(first[0]):
        return ""
    return first[0][:_SAME_CHARACTERS]


def parallel_openings(paragraphs: Sequence[str]) -> set[str]:
    """Return the characters with which several long paragraphs open: ``坚持…。``, ``这五年，…。``."""
    words = Counter(opening_words(paragraph) for paragraph in paragraphs if len(paragraph) > 2 * _MIN_BODY)
    return {opening for opening, times in words.items() if opening and times >= _MIN_PARALLEL}


def heading_line(paragraph: str, follower: str) -> Headline | None:
    """Return the topic that has a line of its own above the paragraph it is about."""
    heading = _DASHES.sub("", paragraph.strip())
    if (
        not _HEADLINE_MIN <= len(heading) <= _LINE_MAX
        or _NO_LINE.search(heading)
        or heading.count(",") + heading.count("，") > _LINE_PAUSES
        or len(follower.strip()) < _MIN_BODY
    ):
        return None
    return Headline(0, len(paragraph), heading)


def inline_topics(paragraph: str, after: int) -> list[Headline]:
    """Return the topics inside a paragraph from an offset on; none unless there are two or more."""
    candidates = [
        Headline(match.start(), match.end(), match[0].strip().rstrip("。"))
        for match in _SENTENCE.finditer(paragraph, after)
        if _is_headline(match[0].strip())
    ]
    while 1 < len(candidates) <= _MAX_INLINE:
        ends = [headline.start for headline in candidates[1:]] + [len(paragraph)]
        bodies = [end - headline.end for headline, end in zip(candidates, ends, strict=True)]
        smallest = min(range(len(bodies)), key=bodies.__getitem__)
        if bodies[smallest] >= max(_MIN_BODY, sorted(bodies)[len(bodies) // 2] / _BODY_SHARE):
            return candidates
        del candidates[smallest]
    return []


def _is_headline(sentence: str) -> bool:
    heading = sentence.rstrip("。")
    return (
        sentence.endswith("。")
        and _HEADLINE_MIN <= len(heading) <= _INLINE_MAX
        and not _NO_HEADLINE.search(heading)
        and not _STATES.search(heading)
    )


def inline_items(paragraph: str, after: int, reached: int | None = None) -> list[Headline]:
    """Return the items ``一是… 二是…`` inside a paragraph; none unless they count up from one.

    Args:
        paragraph: The paragraph.
        after: The offset to begin at.
        reached: The number of the item that the paragraph itself is, if it is one; the others count on from there.
    """
    items: list[Headline] = []
    for match in _ITEM.finditer(paragraph, after):
        if items and match["word"] != paragraph[items[0].start + len(items[0].number or "")]:
            continue
        if small_number(match["number"]) == (reached or 0) + len(items) + 1:
            heading = _item_heading(paragraph, match.end())
            items.append(Headline(match.start("number"), match.end(), heading, match["number"]))
    return items if len(items) > 1 or reached else []


def _item_heading(paragraph: str, start: int) -> str | None:
    """Return the text up to its first full stop if that is near, else up to its first pause."""
    for stops in ("。", "。;；", "。;；,，"):
        match = re.compile(f"[^{stops}]{{1,{_ITEM_HEADING_MAX + 1}}}").match(paragraph, start)
        if match and len(match[0]) <= _ITEM_HEADING_MAX:
            return match[0].strip()
    return None
