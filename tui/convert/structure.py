"""The outline of a report, found by how such reports are written, never by what one of them says.

Levels, from the outside in: chapter (``一、…`` on a line of its own, or a line such as ``2023年工作回顾`` that numbers
nothing), section (``（一）…`` run-in or on a line of its own; ``一、…`` that begins anew in each unnumbered chapter),
topic (the short headline sentence that opens a paragraph, stands inside one, or has a line of its own), item
(``一是…``, ``1.``, ``（1）``, ``第一，``). Which style is the outer one is told by which begins anew within which.

Text between two marks belongs to the first of them, with three exceptions: what follows an address to the deputies
(各位代表) after the last section closes the chapter, what follows a paragraph with headlines inside it belongs to their
parent, and what follows the report (glossaries, tables, the foot of a web page) is parts of its own.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from tui.convert.annexes import annexes
from tui.convert.chapter_names import LONGEST, is_chapter_name, names_a_time, opens_no_chapter
from tui.convert.topics import (
    Headline,
    dash_heading,
    dashed_lines,
    heading_line,
    inline_items,
    inline_topics,
    opening_topic,
    opening_words,
    opens_a_list,
    parallel_openings,
)
from tui.report.model import Level, NodeDraft
from tui.report.numerals import HALF_WIDTH, small_number

_CN = "[一二三四五六七八九十]"
_STYLES = {
    "division": re.compile(rf"\s*第\s*(?P<number>{_CN}{{1,3}})\s*(?:部分|章|篇)[、:：]?\s*(?P<rest>\S.*)"),
    "comma": re.compile(
        rf"\s*(?P<number>{_CN}{{1,3}})\s*(?:、|[．.](?!\d(?!\d{{3}}年)))\s*(?P<rest>(?!{_CN}、)\S.*)"
    ),
    "bracket": re.compile(
        rf"\s*(?:[(（]\s*(?P<number>{_CN}{{1,3}})\s*[)）]|(?P<circled>[㈠-㈩]))[、.．]?\s*(?P<rest>\S.*)"
    ),
    "ordinal": re.compile(rf"\s*第(?P<number>{_CN}{{1,3}})[,，、]\s*(?P<rest>\S.*)"),
}
_ITEM = re.compile(
    rf"\s*(?:(?P<number>\d{{1,2}})\s*[.、．](?!\d)|[(（](?P<bracket>\d{{1,2}})[)）]|(?P<circled>[①-⑳])"
    rf"|第(?P<nth>{_CN}{{1,3}})[,，、]|(?P<is>{_CN})(?:是|要)(?!否))\s*(?P<rest>\S.*)"
)
_ADDRESS = re.compile(
    r"\s*(?:尊敬的)?(?:主席团[、，,]?|主任[、，,]?)?(?:各位(?:代表|委员|领导|副?主任)|同志们|代表们)[^。;；]{0,16}[:：,，!！、]"
)
_SENTENCE_END = re.compile(r"[。!！?？](?:[”’」』])?")
_HEADING_MAX = 45
#: A numbered heading that has its line for itself may be so long.
_LINE_MAX = 70
#: How many lines above sections that begin anew the chapter's name stands at most.
_LEAD_LINES = 4
#: What a table of contents puts between a heading and its page.
_CONTENTS_TAIL = re.compile(r"[.．…·\s]*\d*\s*$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_CHAPTER_RANK, _SECTION_RANK, _TOPIC_RANK, _ITEM_RANK = 1, 2, 3, 4
_ITEM_NUMBERS = ("number", "bracket", "circled", "nth", "is")
Style = Literal["plain", "division", "comma", "bracket", "ordinal"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a node begins.

    Attributes:
        start: Offset of the line, or of the sentence, it begins with.
        level: What it is.
        rank: 1 for chapters, growing inwards; a mark closes all that stands open at its rank or further in.
        number: As printed, without marks.
        heading: Without its closing mark.
        name: Name of a part within its parent: ``closing``, ``more``.
    """

    start: int
    level: Level
    rank: int
    number: str | None = None
    heading: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the source: ``text`` without its line break, at offset ``start``."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
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


@dataclass(frozen=True, slots=True)
class Structure:
    """What was found.

    Attributes:
        drafts: The nodes, whose joined texts are the source.
        front: The text above the report's own.
        doubts: What is uncertain, a clause each, for people.
    """

    drafts: list[NodeDraft]
    front: str
    doubts: tuple[str, ...]


def read_structure(text: str, headings: frozenset[str] = frozenset()) -> Structure:
    """The nodes of a report, and the front lines.

    Args:
        text: The report.
        headings: Lines, stripped, that its file sets as headings.
    """
    lines = list(_lines(text))
    found = list(annexes([line.text for line in lines]))
    body = lines[: found[0][0]] if found else lines
    heads = _without_contents(body, _heads(body, headings))
    comma = [head for head in heads if head.style == "comma"]
    if not any(head.style in ("plain", "division") for head in heads):
        heads = sorted([*heads, *_leads(body, comma)], key=lambda head: head.index)
    chapter_style, section_styles = _outer_styles(body, heads)
    chapters = [head for head in heads if head.style == chapter_style]
    first = chapters[0].index if chapters else len(body)
    address = next((i for i, line in enumerate(body[:first]) if _ADDRESS.match(line.text)), None)
    front_lines = address if address is not None else _front_lines(body[:first])
    marks: list[Mark] = []
    if front_lines:
        marks.append(Mark(0, "part", _CHAPTER_RANK, name="front"))
    if front_lines < first:
        name = "opening" if chapters else "body"
        marks.append(Mark(body[front_lines].start if front_lines else 0, "part", _CHAPTER_RANK, name=name))
        if not chapters:
            marks += _part_marks(body, front_lines, heads, section_styles)
    closing = _closing_line(body, chapters[-1].index if chapters else front_lines)
    for place, head in enumerate(chapters):
        end = chapters[place + 1].index if place + 1 < len(chapters) else closing
        marks += _chapter_marks(body, head, end, heads, section_styles)
    if closing < len(body):
        marks.append(Mark(body[closing].start, "part", _CHAPTER_RANK, name="closing"))
    for index, name, heading in found:
        marks.append(Mark(lines[index].start if marks else 0, "part", _CHAPTER_RANK, None, heading, name))
    drafts = _nest(text, marks) if text else []
    front_end = lines[front_lines].start if front_lines < len(lines) else len(text)
    return Structure(drafts, text[:front_end], tuple(_doubts(drafts, chapters)))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for piece in text.splitlines(keepends=True):
        yield Line(start, piece.rstrip("\n"))
        start += len(piece)


def _front_lines(lines: list[Line]) -> int:
    """How many lines stand above the text where nobody is addressed: all the short ones at its head."""
    for index, line in enumerate(lines):
        if len(line.text) > _HEADING_MAX or _SENTENCE_END.search(line.text):
            return index
    return len(lines)


# -- what may begin a chapter or a section ---------------------------------------------------


def _heads(lines: Sequence[Line], headings: frozenset[str]) -> list[Head]:
    """The lines that may begin a chapter or a section; numbers count up, or begin anew."""
    heads: list[Head] = []
    reached: dict[str, int] = {}
    for index, line in enumerate(lines):
        head = _head(index, line.text, headings)
        if head is None:
            continue
        if head.number is not None:
            value = small_number(head.number) or 0
            if value != 1 and not 1 <= value - reached.get(head.style, -9) <= 2:
                continue
            reached[head.style] = value
        heads.append(head)
    return heads


def _without_contents(lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """The heads without those of a table of contents: they stand close together, and each stands again below."""
    kept: list[Head] = []
    final = {(head.style, head.heading): place for place, head in enumerate(heads)}
    last = -9  # the line of the last entry
    for place, head in enumerate(heads):
        name = _CONTENTS_TAIL.sub("", head.heading) if len(head.heading) <= _LINE_MAX else head.heading
        again = final.get((head.style, name), -1) > place
        if again and (_is_bare(lines, heads, place) or name != head.heading or head.index - last <= 2):
            last = head.index
        else:
            kept.append(head)
    return kept


def _is_bare(lines: Sequence[Line], heads: list[Head], place: int) -> bool:
    """Whether nothing stands between a heading and the next one."""
    head = heads[place]
    end = heads[place + 1].index if place + 1 < len(heads) else len(lines)
    below = (lines[index].text.strip() for index in range(head.index + 1, end))
    return not lines[head.index].text[head.after :].strip() and not any(below)


def _leads(lines: Sequence[Line], comma: list[Head]) -> list[Head]:
    """The short lines above each place where ``一、`` begins anew; none unless each place has one."""
    leads = []
    for head in comma:
        if head.number != "一":
            continue
        above = (index for index in range(head.index - 1, -1, -1) if lines[index].text.strip())
        names = [index for index in islice(above, _LEAD_LINES) if _may_be_chapter(lines[index].text.strip())]
        if not names:
            return []
        name = lines[names[0]].text
        leads.append(Head(names[0], "plain", None, name.strip(), len(name)))
    return leads if len(leads) > 1 else []


def _may_be_chapter(name: str) -> bool:
    """Whether a line could be a heading at all."""
    return (
        4 <= len(name) <= LONGEST
        and not re.search(r"[。；;！!？?：:,，]$", name)
        and not opens_no_chapter(name)
        and not any(pattern.match(name) for pattern in (_ITEM, _ADDRESS, *_STYLES.values()))
        and "工作报告" not in name
    )


def _head(index: int, text: str, headings: frozenset[str]) -> Head | None:
    for style, pattern in _STYLES.items():
        found = pattern.match(text)
        if found:
            heading = _headline(found["rest"])
            whole = found["rest"].strip()
            if style == "comma" and len(heading) > (_LINE_MAX if heading == whole else _HEADING_MAX):
                return None
            number = found["number"] or "一二三四五六七八九十"[ord(found["circled"]) - ord("㈠")]
            return Head(index, style, number, heading, found.start("rest") + len(heading))  # type: ignore[arg-type]
    name = text.strip()
    set_as_heading = name in headings and len(name) <= LONGEST and not _ITEM.match(name)
    if (is_chapter_name(name) or set_as_heading) and not _ADDRESS.match(name) and "工作报告" not in name:
        return Head(index, "plain", None, name, len(text))
    return None


def _headline(rest: str) -> str:
    """The heading in what follows a number: its first sentence, without the closing mark."""
    end = _SENTENCE_END.search(rest)
    return (rest[: end.start()] if end else rest).strip().rstrip(":：,，;；")


def _outer_styles(lines: Sequence[Line], heads: list[Head]) -> tuple[Style | None, tuple[Style, ...]]:
    """The style of the chapters, None where there are none, and those that sections may have, the outer ones first."""
    comma = [head for head in heads if head.style == "comma"]
    bracket = [head for head in heads if head.style == "bracket"]
    named = [
        head for head in heads if head.style == "plain" and is_chapter_name(lines[head.index].text.strip())
    ]
    plain = named or [head for head in heads if head.style == "plain"]
    # In a report that brackets its sections, ordinals count sentences.
    ordinal: tuple[Style, ...] = () if bracket else ("ordinal",)
    if sum(head.style == "division" for head in heads) > 1:
        return "division", ("comma", "bracket", *ordinal)
    if _holds(bracket, comma):
        return "bracket", ("comma",)
    if comma and not _lie_over(plain, comma):
        return "comma", ("bracket", *ordinal)
    if plain and (named or len(plain) > 1):
        return "plain", ("comma", "bracket", *ordinal)
    return None, ("bracket", *ordinal)


def _lie_over(plain: list[Head], comma: list[Head]) -> bool:
    """Whether names without numbers are chapters, and ``一、`` their sections: it begins anew below each of them."""
    begins = [place for place, head in enumerate(comma) if head.number == "一"]
    if not plain or plain[0].index > comma[0].index:
        return False
    if len(begins) > 1:
        names = [head.index for head in plain]
        between = ((comma[place - 1].index if place else -1, comma[place].index) for place in begins)
        return all(bisect(names, low) < bisect(names, high) for low, high in between)
    timed = [
        head
        for head in comma
        if names_a_time(head.heading) or _YEAR.search(head.heading.translate(HALF_WIDTH))
    ]
    return 2 * len(timed) < len(comma)


def _holds(outer: list[Head], inner: list[Head]) -> bool:
    """Whether one style has the other within it: it begins first, and what begins anew in it lies between two of it."""
    begins = [head.index for head in inner if head.number == "一"]
    anew = any(head.number == "一" for head in outer[1:])
    return len(outer) > 1 and bool(begins) and not anew and outer[0].index < begins[0]


# -- marks ------------------------------------------------------------------------------------


def _closing_line(lines: Sequence[Line], last_chapter: int) -> int:
    """The line where the report's closing begins: the last address to the deputies in its last chapter."""
    for index in range(len(lines) - 1, last_chapter, -1):
        if _ADDRESS.match(lines[index].text):
            return index
    return len(lines)


def _part_marks(
    lines: Sequence[Line], start: int, heads: list[Head], styles: tuple[Style, ...]
) -> Iterator[Mark]:
    """What stands in a report without chapters."""
    yield from _paragraph_marks(lines, start + 1, _closing_line(lines, start), heads, styles)


def _chapter_marks(
    lines: Sequence[Line], head: Head, end: int, heads: list[Head], styles: tuple[Style, ...]
) -> Iterator[Mark]:
    line = lines[head.index]
    yield Mark(line.start, "chapter", _CHAPTER_RANK, head.number, head.heading)
    inner = list(_inner_marks(line, head.after, False)) if line.text[head.after :].strip("。 　") else []
    yield from inner
    yield from _paragraph_marks(lines, head.index + 1, end, heads, styles)


def _paragraph_marks(
    lines: Sequence[Line], start: int, end: int, heads: list[Head], styles: tuple[Style, ...]
) -> Iterator[Mark]:
    """What stands in the paragraphs of a chapter, without its heading."""
    first, last = (bisect_left(heads, index, key=lambda head: head.index) for index in (start, end))
    here = heads[first:last]
    style = next((style for style in styles if _is_used(style, here)), None)
    sections = {head.index: head for head in here if head.style == style}
    below = styles[styles.index(style) + 1 :] if style else ()
    topics = {head.index: head for head in here if head.style == "bracket" and head.style in below}
    last_section = max(sections, default=-1)
    alike = parallel_openings([line.text for line in lines[start:end]])
    dashed = dashed_lines([line.text for line in lines[start:end]])
    in_section = in_closing = False
    finished = False  # whether the last paragraph held headlines inside, so that what follows is not theirs
    for index in range(start, end):
        line = lines[index]
        head = sections.get(index) or topics.get(index)
        if head:
            is_section = index in sections
            rank = _SECTION_RANK if is_section else _TOPIC_RANK
            heading = head.heading if len(head.heading) <= 2 * _HEADING_MAX else None
            yield Mark(line.start, "section" if is_section else "topic", rank, head.number, heading)
            inner = list(_inner_marks(line, head.after, False))
            in_section, in_closing, finished = True, False, bool(inner)
            yield from inner
        elif in_section and index > last_section and _ADDRESS.match(line.text):
            yield Mark(line.start, "part", _SECTION_RANK, name="closing")
            in_section, in_closing, finished = False, True, False
        elif line.text.strip() and not in_closing:
            texts = (lines[other].text for other in range(index + 1, end))
            follower = next((text for text in texts if text.strip()), "")
            is_parallel = opening_words(line.text) in alike
            may_open = in_section or not sections or is_parallel or opens_a_list(line.text)
            inner = list(_inner_marks(line, 0, may_open, follower, is_parallel))
            is_dashed = not inner and index - start in dashed
            if is_dashed:
                inner = [Mark(line.start, "item", _ITEM_RANK, None, dash_heading(line.text))]
            opens = bool(inner) and inner[0].start == line.start
            if finished and not opens:
                yield Mark(line.start, "part", _TOPIC_RANK, name="more")
            yield from inner
            finished = is_dashed or len(inner) > opens


def _is_used(style: Style, heads: list[Head]) -> bool:
    """Whether a style cuts a chapter into sections; ordinals do only where there are several."""
    return sum(head.style == style for head in heads) > (2 if style == "ordinal" else 0)


def _inner_marks(
    line: Line, after: int, may_open: bool, follower: str = "", is_parallel: bool = False
) -> Iterator[Mark]:
    """Topics and items within one paragraph, from offset ``after`` in it.

    Args:
        line: The paragraph.
        after: Where to begin: behind a section's heading, or 0.
        may_open: Whether its first sentence may be a topic.
        follower: The paragraph below.
        is_parallel: Whether other paragraphs of the chapter open with the same words.
    """
    item = _ITEM.match(line.text) if after == 0 else None
    opener = None
    if may_open and not item:
        opener = opening_topic(line.text, is_parallel) or heading_line(line.text, follower)
    if item:
        heading = _headline(item["rest"])
        number = next(filter(None, (item[name] for name in _ITEM_NUMBERS)))
        yield Mark(line.start, "item", _ITEM_RANK, number, heading if len(heading) <= _HEADING_MAX else None)
        items = inline_items(line.text, item.end("is"), small_number(number)) if item["is"] else []
        topics = []
    else:
        if opener:
            yield Mark(line.start, "topic", _TOPIC_RANK, None, opener.heading)
            after = opener.end
        items = inline_items(line.text, after)
        topics = inline_topics(line.text, after) if after or may_open else []
        if items and any(items[0].start < head.start < items[-1].end for head in topics):
            topics = []
    inside: list[tuple[Level, int, Headline]] = [
        *(("item", _ITEM_RANK, head) for head in items),
        *(("topic", _TOPIC_RANK, head) for head in topics),
    ]
    for level, rank, head in sorted(inside, key=lambda mark: mark[2].start):
        yield Mark(line.start + head.start, level, rank, head.number, head.heading)


def _nest(text: str, marks: list[Mark]) -> list[NodeDraft]:
    """Nodes from marks: each takes the text up to the next; rank says who is whose child."""
    roots: list[NodeDraft] = []
    stack: list[tuple[int, NodeDraft]] = []
    names: dict[int, str] = {}
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    begins = [0] + [mark.start for mark in marks[1:]]
    for mark, begin, end in zip(marks, begins, ends, strict=True):
        while stack and stack[-1][0] >= mark.rank:
            stack.pop()
        siblings = stack[-1][1].children if stack else roots
        draft = NodeDraft("", mark.level, text[begin:end], mark.number, mark.heading)
        if mark.level == "chapter" and mark.heading:
            year = _YEAR.search(mark.heading.translate(HALF_WIDTH))
            draft.year = int(year[1]) if year else None
        names[id(draft)] = mark.name
        siblings.append(draft)
        stack.append((mark.rank, draft))
    _name_nodes(roots, "", names)
    return roots


def _name_nodes(siblings: list[NodeDraft], prefix: str, names: dict[int, str]) -> None:
    """Gives nodes their ids: sections count from one, and what stands before them in a chapter is below 0."""
    has_sections = any(draft.level == "section" for draft in siblings)
    counts: dict[str, int] = {}
    for draft in siblings:
        if draft.level == "part":
            name = names[id(draft)]
            counts[name] = counts.get(name, 0) + 1
            draft.id = f"{prefix}{name}{counts[name] if counts[name] > 1 else ''}"
        else:
            group = f"{prefix}0." if has_sections and draft.level in ("topic", "item") else prefix
            counts[group] = counts.get(group, 0) + 1
            draft.id = f"{group}{counts[group]}"
        _name_nodes(draft.children, f"{draft.id}.", names)


# -- doubts -----------------------------------------------------------------------------------


def _doubts(drafts: list[NodeDraft], chapters: list[Head]) -> Iterator[str]:
    """What a person should look at."""
    if not chapters:
        yield "没有找到章标题"
    elif chapters[0].number is None:
        yield "章标题没有编号，按写法认定"
    yield from _gaps([head.number for head in chapters], "章")
    for draft in drafts:
        numbers = [child.number for child in draft.children if child.level == "section"]
        yield from _gaps(numbers, f"{draft.number or draft.heading or ''}之下的节")


def _gaps(numbers: Sequence[str | None], what: str) -> Iterator[str]:
    """Where numbers do not count up."""
    before = 0
    for number in numbers:
        value = small_number(number) if number else None
        if value is None:
            return
        if value != before + 1:
            yield f"{what}编号不连续：{number}"
        before = value
