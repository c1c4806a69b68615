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

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.appendices import annexes
from tui.convert.headings import (
    ADDRESS,
    HEADING_MAX,
    ITEM,
    SENTENCE_END,
    YEAR,
    HeadingCandidate,
    Line,
    Style,
    find_headings,
    headline,
    outer_styles,
)
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

_CHAPTER_RANK, _SECTION_RANK, _TOPIC_RANK, _ITEM_RANK = 1, 2, 3, 4
_ITEM_NUMBERS = ("number", "bracket", "circled", "nth", "is")


class Mark(NamedTuple):
    """A place where a node begins.

    Attributes:
        start: Offset of the line, or of the sentence, it begins with.
        level: What it is.
        rank: 1 for chapters, growing inwards; a mark closes all that stands open at its rank or further in.
        number: As printed, without marks.
        heading: Without its closing mark.
        name: Name of a part within its parent: ``closing``, ``continuation``.
    """

    start: int
    level: Level
    rank: int
    number: str | None = None
    heading: str | None = None
    name: str = ""


class Structure(NamedTuple):
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
    candidates = find_headings(body, headings)
    chapter_style, section_styles = outer_styles(body, candidates)
    chapters = [candidate for candidate in candidates if candidate.style == chapter_style]
    first = chapters[0].index if chapters else len(body)
    address = next((i for i, line in enumerate(body[:first]) if ADDRESS.match(line.text)), None)
    front_lines = address if address is not None else _front_lines(body[:first])
    marks: list[Mark] = []
    if front_lines:
        marks.append(Mark(0, "part", _CHAPTER_RANK, name="front"))
    if front_lines < first:
        name = "opening" if chapters else "body"
        marks.append(Mark(body[front_lines].start if front_lines else 0, "part", _CHAPTER_RANK, name=name))
        if not chapters:
            marks += _part_marks(body, front_lines, candidates, section_styles)
    closing = _closing_line(body, chapters[-1].index if chapters else front_lines)
    for place, candidate in enumerate(chapters):
        end = chapters[place + 1].index if place + 1 < len(chapters) else closing
        marks += _chapter_marks(body, candidate, end, candidates, section_styles)
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
        if len(line.text) > HEADING_MAX or SENTENCE_END.search(line.text):
            return index
    return len(lines)


# -- marks ------------------------------------------------------------------------------------


def _closing_line(lines: Sequence[Line], last_chapter: int) -> int:
    """The line where the report's closing begins: the last address to the deputies in its last chapter."""
    for index in range(len(lines) - 1, last_chapter, -1):
        if ADDRESS.match(lines[index].text):
            return index
    return len(lines)


def _part_marks(
    lines: Sequence[Line], start: int, candidates: list[HeadingCandidate], styles: tuple[Style, ...]
) -> Iterator[Mark]:
    """What stands in a report without chapters."""
    yield from _paragraph_marks(lines, start + 1, _closing_line(lines, start), candidates, styles)


def _chapter_marks(
    lines: Sequence[Line],
    candidate: HeadingCandidate,
    end: int,
    candidates: list[HeadingCandidate],
    styles: tuple[Style, ...],
) -> Iterator[Mark]:
    line = lines[candidate.index]
    yield Mark(line.start, "chapter", _CHAPTER_RANK, candidate.number, candidate.heading)
    inner = (
        list(_inner_marks(line, candidate.after, False))
        if line.text[candidate.after :].strip("。 　")
        else []
    )
    yield from inner
    yield from _paragraph_marks(lines, candidate.index + 1, end, candidates, styles)


def _paragraph_marks(
    lines: Sequence[Line], start: int, end: int, candidates: list[HeadingCandidate], styles: tuple[Style, ...]
) -> Iterator[Mark]:
    """What stands in the paragraphs of a chapter, without its heading."""
    first, last = (
        bisect_left(candidates, index, key=lambda candidate: candidate.index) for index in (start, end)
    )
    here = candidates[first:last]
    style = next((style for style in styles if _is_used(style, here)), None)
    sections = {candidate.index: candidate for candidate in here if candidate.style == style}
    below = styles[styles.index(style) + 1 :] if style else ()
    topics = {
        candidate.index: candidate
        for candidate in here
        if candidate.style == "bracket" and candidate.style in below
    }
    last_section = max(sections, default=-1)
    alike = parallel_openings([line.text for line in lines[start:end]])
    dashed = dashed_lines([line.text for line in lines[start:end]])
    in_section = in_closing = False
    finished = False  # whether the last paragraph held headlines inside, so that what follows is not theirs
    for index in range(start, end):
        line = lines[index]
        candidate = sections.get(index) or topics.get(index)
        if candidate:
            is_section = index in sections
            rank = _SECTION_RANK if is_section else _TOPIC_RANK
            heading = candidate.heading if len(candidate.heading) <= 2 * HEADING_MAX else None
            yield Mark(line.start, "section" if is_section else "topic", rank, candidate.number, heading)
            inner = list(_inner_marks(line, candidate.after, False))
            in_section, in_closing, finished = True, False, bool(inner)
            yield from inner
        elif in_section and index > last_section and ADDRESS.match(line.text):
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
                yield Mark(line.start, "part", _TOPIC_RANK, name="continuation")
            yield from inner
            finished = is_dashed or len(inner) > opens


def _is_used(style: Style, candidates: list[HeadingCandidate]) -> bool:
    """Whether a style cuts a chapter into sections; ordinals do only where there are several."""
    return sum(candidate.style == style for candidate in candidates) > (2 if style == "ordinal" else 0)


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
    item = ITEM.match(line.text) if after == 0 else None
    opener = None
    if may_open and not item:
        opener = opening_topic(line.text, is_parallel) or heading_line(line.text, follower)
    if item:
        heading = headline(item["rest"])
        number = next(filter(None, (item[name] for name in _ITEM_NUMBERS)))
        yield Mark(line.start, "item", _ITEM_RANK, number, heading if len(heading) <= HEADING_MAX else None)
        items = inline_items(line.text, item.end("is"), small_number(number)) if item["is"] else []
        topics = []
    else:
        if opener:
            yield Mark(line.start, "topic", _TOPIC_RANK, None, opener.heading)
            after = opener.end
        items = inline_items(line.text, after)
        topics = inline_topics(line.text, after) if after or may_open else []
        if items and any(items[0].start < candidate.start < items[-1].end for candidate in topics):
            topics = []
    inside: list[tuple[Level, int, Headline]] = [
        *(("item", _ITEM_RANK, candidate) for candidate in items),
        *(("topic", _TOPIC_RANK, candidate) for candidate in topics),
    ]
    for level, rank, candidate in sorted(inside, key=lambda mark: mark[2].start):
        yield Mark(line.start + candidate.start, level, rank, candidate.number, candidate.heading)


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
            year = YEAR.search(mark.heading.translate(HALF_WIDTH))
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


def _doubts(drafts: list[NodeDraft], chapters: list[HeadingCandidate]) -> Iterator[str]:
    """What a person should look at."""
    if not chapters:
        yield "没有找到章标题"
    elif chapters[0].number is None:
        yield "章标题没有编号，按写法认定"
    yield from _gaps([candidate.number for candidate in chapters], "章")
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
