"""Recognise the headings of chapters and sections: lines with a number, and names that chapters have without one.

Which of them are chapters is decided in :mod:`tui.convert.levels`; headlines inside paragraphs are found in
:mod:`tui.convert.topics`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.convert.chapter_names import MAX_NAME, MIN_NAME, is_chapter_name, name_end, starts_as_no_heading
from tui.convert.heading_ends import unmarked_end
from tui.report.grammar import CLAUSE_ENDS, CLOSING_QUOTES, NUMERAL, PAUSES, SENTENCE_ENDS

Style = Literal[
    "unnumbered",
    "volume",
    "division",
    "subdivision",
    "article",
    "comma",
    "inner comma",
    "bracket",
    "ordinal",
    "latin",
    "inner latin",
]
#: Whether a heading has its line for itself, is the first sentence of a paragraph, or runs into one without a mark.
Form = Literal["own line", "run-in", "unmarked"]

#: What may precede a number: marks that a damaged file left there.
_LEFT_MARKS = r"[\s?？*#※]*+"
#: A heading in English.
_LATIN_NAME = r"[A-Z][A-Za-z0-9 ,&()'’/-]{2,60}[A-Za-z0-9)]\s*$"
#: How headings are numbered, each style with an example. The first that fits decides.
NUMBERED_STYLES: tuple[tuple[Style, str, str], ...] = (
    ("volume", rf"第\s*(?P<number>{NUMERAL}{{1,3}})\s*(?:[篇编]|部分)[、:：]?\s*(?P<rest>\S.*)", "第一篇　开启新征程"),
    ("subdivision", rf"第(?P<number>{NUMERAL}{{1,3}})节\s+(?P<rest>\S.*)", "第一节　建设实验室"),
    ("division", rf"第\s*(?P<number>{NUMERAL}{{1,3}})\s*(?:章[、:：]?\s*|回[ \u3000]+)(?P<rest>\S.*)", "第一章　发展环境"),
    ("article", r"第(?P<number>[一二三四五六七八九十百零〇]{1,7})条[ \u3000]+(?P<rest>\S.*)", "第一条　为了保护环境，制定本条例。"),
    ("comma", rf"(?P<number>{NUMERAL}{{1,3}})\s*(?:[、，,：:]|[．.](?!\d(?!\d{{3}}年))|[ \u3000]+(?=[^{CLAUSE_ENDS}]{{4,34}}$))\s*(?P<rest>(?!{NUMERAL}、)\S.*)", "一、2023年工作回顾"),
    ("bracket", rf"(?:[(（]?\s*(?P<number>{NUMERAL}{{1,3}})\s*[)）]|(?P<circled>[㈠-㈩]))[、.．]?\s*(?P<rest>\S.*)", "（一）抓项目。"),
    ("ordinal", rf"第\s?(?P<number>{NUMERAL}{{1,3}})[,，、]\s*(?P<rest>\S.*)", "第一，办好民生实事。"),
    ("inner latin", rf"\d{{1,2}}\.(?P<number>\d{{1,2}})\.?[ \t]+(?P<rest>{_LATIN_NAME})", "2.1 Water Quality"),
    ("latin", rf"(?P<number>\d{{1,2}})\.?[ \t]+(?P<rest>{_LATIN_NAME})", "1. Introduction"),
)  # fmt: skip
_STYLES = tuple((style, re.compile(f"{_LEFT_MARKS}{pattern}")) for style, pattern, _ in NUMBERED_STYLES)
#: How all of them begin: few lines do.
_MAY_BE_NUMBERED = re.compile(rf"{_LEFT_MARKS}(?:[第(（㈠-㈩]|{NUMERAL}|\d{{1,2}}[. \t])")
#: How items are numbered, each form with an example. The group of a form in :data:`ITEM` holds the number.
ITEM_FORMS: tuple[tuple[str, str, str], ...] = (
    ("number", r"(?P<number>\d{1,2})\s*[.、．](?!\d)", "1. 修路。"),
    ("bracket", r"[(（](?P<bracket>\d{1,2})[)）]", "（1）修路。"),
    ("circled", r"(?P<circled>[①-⑳])", "①修路。"),
    ("ordinal", rf"第\s?(?P<ordinal>{NUMERAL}{{1,3}})[,，、]", "第一，修路。"),
    ("is", rf"(?P<is>{NUMERAL})(?:是|要)(?!否)", "一是修路。"),
)
ITEM = re.compile(rf"\s*(?:{'|'.join(pattern for _, pattern, _ in ITEM_FORMS)})\s*(?P<rest>\S.*)")
#: The address to the deputies, at the beginning of the report and of its closing.
ADDRESS = re.compile(
    r"\s*(?:尊敬的)?(?:主席团[、，,]?|主任[、，,]?)?(?:各?\s?位(?:代表|委员|领导|副?主任)|同志们|代表们)[^。;；]{0,16}[:：,，!！、]"
)
#: The title of a report on a line of its own.
TITLE = re.compile(r"\s*\S{0,20}工作报告\s*")
#: The paragraph that closes a report which has no address there.
CLOSING = re.compile(rf"(?!\s*{NUMERAL}[是要]).{{0,200}}让我们[^。]{{0,80}}(?:团结|奋斗|努力|前进|拼搏)")
SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}][{CLOSING_QUOTES}]?")
#: Characters of a heading; of one with a number that has its line for itself.
MAX_HEADING, MAX_LINE = 45, 70
_ENDS_AS_TEXT = re.compile(f"[{PAUSES}]$")
_PAUSE = re.compile(f"[{PAUSES}]")
#: The mark of a note in a heading.
NOTE_MARK = re.compile(r"[\[〔【［]\d{1,3}[\]〕】］]")
#: A number that its copy has lost: only its mark is left.
_LOST_NUMBER = re.compile(r"\s*、\s*(?=\S)")
#: Where a heading without a closing mark ends: at a space.
_SPACE = re.compile(r"(?<=\S{4})[ \u3000\xa0]+(?=\S)")
#: Two clauses with a space between them, where a line break was lost.
_SPACED = re.compile(
    r"(?P<name>[^\s，]{6,}(?:，[^\s，]{4,})?)(?<=[\u4e00-\u9fff”》）])[ \u3000\xa0]+(?=[\u4e00-\u9fff“《])[^\s，]{6,}(?:，\S+)*"
)
#: The same: above words that begin a sentence.
_OPENING_WORDS = re.compile(
    r"(?<=.{5})(?=各位代表|(?:19|20)\d\d年(?:以来)?[，,是]|(?:过去|未来)的?[一五]年[，,是]|今年(?:以来)?[，,是将]|[一五]年来[，,]|刚刚过去|当前[，,])"
    r"|(?<=.{2}(?:回顾|总结|任务|安排|目标|部署|建议|成就|工作))(?=(?:19|20)\d\d年|今年|今后|过去|“十|——|我们|面对)"
)
#: A name without a number that a space divides from the paragraph below, of which the copy has lost the line break.
_RUN_IN_NAME = re.compile(rf"\s*(?P<name>\S{{{MIN_NAME},{MAX_NAME}}}+)[ \u3000]+(?=\S.{{60}})")
#: The name of a chapter that is written as a sentence, and may end as one.
_ANNOUNCED = re.compile("(?:首先|现在|下面)(?:报告|汇报)")


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
        heading: Its first sentence, without number and closing mark; None if its end cannot be told.
        after: Where in the line the heading ends.
        is_set: Whether its file sets it as a heading.
        form: What follows it on its line.
        last: The line it ends in, where it has two; None where it has one.
    """

    index: int
    style: Style
    number: str | None
    heading: str | None
    after: int
    is_set: bool = False
    form: Form = "own line"
    last: int | None = None


def find_candidates(
    lines: Sequence[Line], headings: frozenset[str], first: int = 0
) -> list[HeadingCandidate]:
    """Return the lines that may begin a chapter or a section.

    Args:
        lines: The report.
        headings: Lines, stripped, that its file sets as headings.
        first: The line to begin at.
    """
    found = (_candidate(index, lines[index].text, headings) for index in range(first, len(lines)))
    return [candidate for candidate in found if candidate is not None]


def headline(rest: str) -> str:
    """Return the heading in what follows a number: its first sentence, without the closing mark."""
    end = SENTENCE_END.search(rest)
    return (rest[: end.start()] if end else rest).strip().rstrip(":：,，;；*")


def numbered(text: str) -> tuple[Style, str] | None:
    """Return how a line is numbered, and its number; None if it is not."""
    style, match = _style_of(text) or (None, None)
    return (style, _number(match)) if style and match else None


def _style_of(text: str) -> tuple[Style, re.Match[str]] | None:
    """Return the first style that a line is numbered in, with its match."""
    if not _MAY_BE_NUMBERED.match(text):
        return None
    return next(((style, match) for style, pattern in _STYLES if (match := pattern.match(text))), None)


def may_be_chapter(name: str, is_set: bool = False) -> bool:
    """Return whether a line without a number, set as a heading or not, could be the heading of a chapter."""
    return (
        MIN_NAME <= len(name) <= (MAX_HEADING if is_set else MAX_NAME)
        and not _ENDS_AS_TEXT.search(name)
        and not starts_as_no_heading(name)
        and not (ITEM.match(name) or ADDRESS.match(name) or _style_of(name))
        and "工作报告" not in name
    )


def _candidate(index: int, text: str, headings: frozenset[str]) -> HeadingCandidate | None:
    is_set = text.strip() in headings
    if found := _style_of(text):
        return _numbered_candidate(index, *found, is_set)
    name = NOTE_MARK.sub("", text.strip())
    if (lost := _LOST_NUMBER.match(text)) and may_be_chapter(name[1:].strip()):
        return HeadingCandidate(index, "comma", None, text[lost.end() :].strip(), len(text), is_set)
    if (run_in := _RUN_IN_NAME.match(text)) and is_chapter_name(run_in["name"]):
        return HeadingCandidate(
            index, "unnumbered", None, run_in["name"], run_in.end("name"), is_set, "unmarked"
        )
    if is_set and _ANNOUNCED.match(name):
        name = name.rstrip("。")
    if not may_be_chapter(name, is_set) or not (is_set or is_chapter_name(name)):
        return None
    return HeadingCandidate(index, "unnumbered", None, name, len(text), is_set)


def _numbered_candidate(
    index: int, style: Style, match: re.Match[str], is_set: bool
) -> HeadingCandidate | None:
    rest = match["rest"]
    heading, form = _comma_heading(rest) if style == "comma" else (headline(rest), _form(rest))
    if style == "bracket" and form == "run-in" and (spaced := _SPACED.fullmatch(heading or "")):
        heading, form = spaced["name"], "unmarked"
    if (
        heading
        and len(heading) > MAX_HEADING
        and SENTENCE_END.search(rest)
        and (end := unmarked_end(heading))
    ):
        heading, form = heading[:end], "unmarked"
    if style == "comma" and not is_set and rest.rstrip().endswith((";", "；")):
        return None  # an entry of a list
    after = match.start("rest") + len(heading or "")
    return HeadingCandidate(index, style, _number(match), heading, after, is_set, form)


def _number(match: re.Match[str]) -> str:
    """Return the number of a heading, as printed."""
    return match["number"] or "一二三四五六七八九十"[ord(match["circled"]) - ord("㈠")]


def _form(rest: str) -> Form:
    end = SENTENCE_END.search(rest)
    return "run-in" if end and rest[end.end() :].strip() else "own line"


def _comma_heading(rest: str) -> tuple[str | None, Form]:
    """Return the heading after a number, which text may follow on its line, and what form it has.

    Text may follow without any mark, as copies from tables and web pages have it: ``一、工作回顾 过去一年，…``.
    """
    heading, form = headline(rest), _form(rest)
    if rest.rstrip() == heading and len(heading) <= MAX_LINE:
        return heading, form
    opening = _OPENING_WORDS.search(heading, 0, MAX_LINE)
    name = heading[: opening.start()].rstrip() if opening else heading
    if space := _SPACE.search(name, 0, MAX_HEADING):
        before = name[: space.start()]
        if len(name) > MAX_HEADING or is_chapter_name(before) or _PAUSE.search(before):
            return before, "unmarked"
    if opening:
        return name, "unmarked"
    end = name_end(heading, 0)
    if len(heading) <= MAX_HEADING and not (end and _PAUSE.search(heading, end)):
        return heading, form
    end = end or unmarked_end(heading)
    return (heading[:end] if end else None), "unmarked"
