"""Recognise the headings of chapters and sections: lines with a number, and names that chapters have without one.

Which of them are chapters is decided in :mod:`tui.convert.levels`; headlines inside paragraphs are found in
:mod:`tui.convert.topics`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from tui.convert.chapter_names import MAX_NAME, MIN_NAME, is_chapter_name, starts_as_no_heading
from tui.report.grammar import CLOSING_QUOTES, NUMERAL, PAUSES, SENTENCE_ENDS
from tui.report.numerals import small_number

Style = Literal["unnumbered", "division", "comma", "bracket", "ordinal"]

#: How headings are numbered, each style with an example. The first that fits decides.
NUMBERED_STYLES: tuple[tuple[Style, str, str], ...] = (
    ("division", rf"第\s*(?P<number>{NUMERAL}{{1,3}})\s*(?:部分|章|篇)[、:：]?\s*(?P<rest>\S.*)", "第一部分　过去五年工作"),
    ("comma", rf"(?P<number>{NUMERAL}{{1,3}})\s*(?:、|[．.](?!\d(?!\d{{3}}年)))\s*(?P<rest>(?!{NUMERAL}、)\S.*)", "一、2023年工作回顾"),
    ("bracket", rf"(?:[(（]\s*(?P<number>{NUMERAL}{{1,3}})\s*[)）]|(?P<circled>[㈠-㈩]))[、.．]?\s*(?P<rest>\S.*)", "（一）抓项目。"),
    ("ordinal", rf"第(?P<number>{NUMERAL}{{1,3}})[,，、]\s*(?P<rest>\S.*)", "第一，办好民生实事。"),
)  # fmt: skip
_STYLES = tuple((style, re.compile(rf"\s*{pattern}")) for style, pattern, _ in NUMBERED_STYLES)
#: How items are numbered, each form with an example. The group of a form in :data:`ITEM` holds the number.
ITEM_FORMS: tuple[tuple[str, str, str], ...] = (
    ("number", r"(?P<number>\d{1,2})\s*[.、．](?!\d)", "1. 修路。"),
    ("bracket", r"[(（](?P<bracket>\d{1,2})[)）]", "（1）修路。"),
    ("circled", r"(?P<circled>[①-⑳])", "①修路。"),
    ("ordinal", rf"第(?P<ordinal>{NUMERAL}{{1,3}})[,，、]", "第一，修路。"),
    ("is", rf"(?P<is>{NUMERAL})(?:是|要)(?!否)", "一是修路。"),
)
ITEM = re.compile(rf"\s*(?:{'|'.join(pattern for _, pattern, _ in ITEM_FORMS)})\s*(?P<rest>\S.*)")
#: The address to the deputies, at the beginning of the report and of its closing.
ADDRESS = re.compile(
    r"\s*(?:尊敬的)?(?:主席团[、，,]?|主任[、，,]?)?(?:各位(?:代表|委员|领导|副?主任)|同志们|代表们)[^。;；]{0,16}[:：,，!！、]"
)
SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}][{CLOSING_QUOTES}]?")
#: Characters of a heading; of one with a number that has its line for itself.
MAX_HEADING, _MAX_LINE = 45, 70
#: Lines between the first section of a chapter and the name of the chapter above.
_MAX_LEAD_LINES = 4
#: Lines between two entries of a table of contents.
_MAX_CONTENTS_GAP = 2
#: What a table of contents puts between a heading and its page.
_CONTENTS_TAIL = re.compile(r"[.．…·\s]*\d*\s*$")
_ENDS_IN_PAUSE = re.compile(f"[{PAUSES}]$")


class Line(NamedTuple):
    """A paragraph of the source: ``text`` without its line break, at offset ``start``."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class HeadingCandidate:
    """A line that may begin a chapter or a section.

    Attributes:
        index: Which line it is.
        style: How it is numbered.
        number: As printed, None where it is not numbered.
        heading: Its first sentence, without number and closing mark.
        after: Where in the line the heading ends.
    """

    index: int
    style: Style
    number: str | None
    heading: str
    after: int


def find_headings(lines: Sequence[Line], headings: frozenset[str]) -> list[HeadingCandidate]:
    """Return the lines that may begin a chapter or a section, without those of a table of contents.

    Args:
        lines: The report.
        headings: Lines, stripped, that its file sets as headings.
    """
    candidates = _without_contents(lines, _all_candidates(lines, headings))
    if any(candidate.style in ("unnumbered", "division") for candidate in candidates):
        return candidates
    comma = [candidate for candidate in candidates if candidate.style == "comma"]
    return sorted([*candidates, *_chapters_above(lines, comma)], key=lambda candidate: candidate.index)


def headline(rest: str) -> str:
    """Return the heading in what follows a number: its first sentence, without the closing mark."""
    end = SENTENCE_END.search(rest)
    return (rest[: end.start()] if end else rest).strip().rstrip(":：,，;；")


# -- candidates -------------------------------------------------------------------------------


def _all_candidates(lines: Sequence[Line], headings: frozenset[str]) -> list[HeadingCandidate]:
    """Return the lines that look like headings; in each style, numbers count up or restart."""
    candidates: list[HeadingCandidate] = []
    reached: dict[str, int] = {}
    for index, line in enumerate(lines):
        candidate = _candidate(index, line.text, headings)
        if candidate is None:
            continue
        if candidate.number is not None:
            value = small_number(candidate.number) or 0
            if value != 1 and not 1 <= value - reached.get(candidate.style, -9) <= 2:
                continue
            reached[candidate.style] = value
        candidates.append(candidate)
    return candidates


def _candidate(index: int, text: str, headings: frozenset[str]) -> HeadingCandidate | None:
    for style, pattern in _STYLES:
        if match := pattern.match(text):
            return _numbered_candidate(index, style, match)
    name = text.strip()
    is_set_as_heading = name in headings and len(name) <= MAX_NAME and not ITEM.match(name)
    if not (is_chapter_name(name) or is_set_as_heading) or ADDRESS.match(name) or "工作报告" in name:
        return None
    return HeadingCandidate(index, "unnumbered", None, name, len(text))


def _numbered_candidate(index: int, style: Style, match: re.Match[str]) -> HeadingCandidate | None:
    rest = match["rest"]
    heading = headline(rest)
    if style == "comma" and len(heading) > (_MAX_LINE if heading == rest.strip() else MAX_HEADING):
        return None
    number = match["number"] or "一二三四五六七八九十"[ord(match["circled"]) - ord("㈠")]
    return HeadingCandidate(index, style, number, heading, match.start("rest") + len(heading))


def _without_contents(lines: Sequence[Line], candidates: list[HeadingCandidate]) -> list[HeadingCandidate]:
    """Drop the entries of a table of contents: close together, each with its heading again further down."""
    kept: list[HeadingCandidate] = []
    last = {(candidate.style, candidate.heading): position for position, candidate in enumerate(candidates)}
    entry_index = -9  # the line of the entry before
    for position, candidate in enumerate(candidates):
        name = candidate.heading
        if len(name) <= _MAX_LINE:
            name = _CONTENTS_TAIL.sub("", name)
        is_entry = last.get((candidate.style, name), -1) > position and (
            _is_bare(lines, candidates, position)
            or name != candidate.heading
            or candidate.index - entry_index <= _MAX_CONTENTS_GAP
        )
        if is_entry:
            entry_index = candidate.index
        else:
            kept.append(candidate)
    return kept


def _is_bare(lines: Sequence[Line], candidates: list[HeadingCandidate], position: int) -> bool:
    """Return whether there is no text between a heading and the next one."""
    candidate = candidates[position]
    end = candidates[position + 1].index if position + 1 < len(candidates) else len(lines)
    below = (lines[index].text.strip() for index in range(candidate.index + 1, end))
    return not lines[candidate.index].text[candidate.after :].strip() and not any(below)


def _chapters_above(lines: Sequence[Line], comma: list[HeadingCandidate]) -> list[HeadingCandidate]:
    """Return the short lines above each ``一、``; none unless there is one each time."""
    names = []
    for candidate in comma:
        if candidate.number != "一":
            continue
        above = (index for index in range(candidate.index - 1, -1, -1) if lines[index].text.strip())
        short = (
            index for index in islice(above, _MAX_LEAD_LINES) if _may_be_chapter(lines[index].text.strip())
        )
        index = next(short, None)
        if index is None:
            return []
        name = lines[index].text
        names.append(HeadingCandidate(index, "unnumbered", None, name.strip(), len(name)))
    return names if len(names) > 1 else []


def _may_be_chapter(name: str) -> bool:
    """Return whether a line could be a heading at all."""
    patterns = (ITEM, ADDRESS, *(pattern for _, pattern in _STYLES))
    return (
        MIN_NAME <= len(name) <= MAX_NAME
        and not _ENDS_IN_PAUSE.search(name)
        and not starts_as_no_heading(name)
        and not any(pattern.match(name) for pattern in patterns)
        and "工作报告" not in name
    )
