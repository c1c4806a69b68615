"""The outline of a report, found by how such reports are written, never by what one of them says.

Levels, from the outside in: chapter (``一、…`` on a line of its own), section (``（一）…`` run-in or on
a line of its own), topic (the short headline sentence that opens a paragraph or stands inside one),
item (``一是…``, ``1.``, ``（1）``, ``第一，``). Text between two marks belongs to the first of them, with
two exceptions: what follows an address to the deputies (各位代表) after the last section closes the
chapter, and what follows a paragraph with headlines inside it belongs to their parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.convert.topics import inline_items, inline_topics, opening_topic
from tui.report.model import Level, NodeDraft

_CN = "[一二三四五六七八九十]"
_CHAPTER = re.compile(rf"\s*(?P<number>{_CN}{{1,3}})、\s*(?P<rest>\S.*)")
_SECTION = re.compile(rf"\s*(?:[(（](?P<number>{_CN}{{1,3}})[)）]|(?P<circled>[㈠-㈩]))\s*(?P<rest>\S.*)")
_ITEM = re.compile(
    rf"\s*(?:(?P<number>\d{{1,2}})[.、．](?!\d)|[(（](?P<bracket>\d{{1,2}})[)）]|(?P<circled>[①-⑳])"
    rf"|第(?P<nth>{_CN}{{1,3}})[,，、]|(?P<is>{_CN})(?:是|要)(?!否))\s*(?P<rest>\S.*)"
)
_ADDRESS = re.compile(r"\s*(?:各位(?:代表|委员|领导)|同志们|代表们)[^。;；]{0,12}[:：,，!！、]")
_SENTENCE_END = re.compile(r"[。!！?？](?:[”’」』])?")
_HEADING_MAX = 45
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_CHAPTER_RANK, _SECTION_RANK, _TOPIC_RANK, _ITEM_RANK = 1, 2, 3, 4
_ITEM_NUMBERS = ("number", "bracket", "circled", "nth", "is")


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


def read_structure(text: str) -> tuple[list[NodeDraft], str]:
    """The nodes of a report, and the front lines.

    Returns:
        The drafts, whose joined texts are ``text``; and the text of the front part.
    """
    lines = list(_lines(text))
    first_chapter = next((i for i, line in enumerate(lines) if _chapter(line)), len(lines))
    address = next((i for i, line in enumerate(lines[:first_chapter]) if _ADDRESS.match(line.text)), None)
    front_lines = address if address is not None else _front_lines(lines[:first_chapter])
    marks = list(_body_marks(lines, first_chapter))
    heads: list[Mark] = []
    if front_lines:
        heads.append(Mark(0, "part", _CHAPTER_RANK, name="front"))
    if front_lines < first_chapter:
        name = "opening" if first_chapter < len(lines) else "body"
        heads.append(Mark(lines[front_lines].start if front_lines else 0, "part", _CHAPTER_RANK, name=name))
    drafts = _nest(text, [*heads, *marks]) if text else []
    front_end = lines[front_lines].start if front_lines < len(lines) else len(text)
    return drafts, text[:front_end]


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


def _chapter(line: Line) -> re.Match[str] | None:
    found = _CHAPTER.match(line.text)
    return found if found and len(_headline(found["rest"])) <= _HEADING_MAX else None


def _headline(rest: str) -> str:
    """The heading in what follows a number: its first sentence, without the closing mark."""
    end = _SENTENCE_END.search(rest)
    return (rest[: end.start()] if end else rest).strip().rstrip(":：,，;；")


def _body_marks(lines: list[Line], first_chapter: int) -> Iterator[Mark]:
    closing = _closing_line(lines, first_chapter)
    chapters = [i for i in range(first_chapter, len(lines)) if _chapter(lines[i])]
    for place, index in enumerate(chapters):
        end = chapters[place + 1] if place + 1 < len(chapters) else closing
        yield from _chapter_marks(lines[index:end])
    if closing < len(lines):
        yield Mark(lines[closing].start, "part", _CHAPTER_RANK, name="closing")


def _closing_line(lines: list[Line], first_chapter: int) -> int:
    """The line where the report's closing begins: the last address to the deputies in its last chapter."""
    for index in range(len(lines) - 1, first_chapter, -1):
        if _chapter(lines[index]):
            break
        if _ADDRESS.match(lines[index].text):
            return index
    return len(lines)


def _chapter_marks(lines: list[Line]) -> Iterator[Mark]:
    head = _chapter(lines[0])
    assert head is not None
    yield Mark(lines[0].start, "chapter", _CHAPTER_RANK, head["number"], _headline(head["rest"]))
    has_sections = any(_SECTION.match(line.text) for line in lines[1:])
    in_section = in_closing = False
    finished = False  # whether the last paragraph held headlines inside, so that what follows is not theirs
    for line in lines[1:]:
        section = _SECTION.match(line.text)
        if section:
            yield _section_mark(line, section)
            inner = list(_inner_marks(line, section.start("rest") + len(_headline(section["rest"])), False))
            in_section, in_closing, finished = True, False, bool(inner)
            yield from inner
        elif in_section and _ADDRESS.match(line.text):
            yield Mark(line.start, "part", _SECTION_RANK, name="closing")
            in_section, in_closing, finished = False, True, False
        elif line.text.strip() and not in_closing:
            inner = list(_inner_marks(line, 0, in_section or not has_sections))
            opens = bool(inner) and inner[0].start == line.start
            if finished and not opens:
                yield Mark(line.start, "part", _TOPIC_RANK, name="more")
            yield from inner
            finished = len(inner) > opens


def _section_mark(line: Line, section: re.Match[str]) -> Mark:
    number = section["number"] or "一二三四五六七八九十"[ord(section["circled"]) - ord("㈠")]
    heading = _headline(section["rest"])
    return Mark(
        line.start, "section", _SECTION_RANK, number, heading if len(heading) <= 2 * _HEADING_MAX else None
    )


def _inner_marks(line: Line, after: int, may_open: bool) -> Iterator[Mark]:
    """Topics and items within one paragraph, from offset ``after`` in it.

    Args:
        line: The paragraph.
        after: Where to begin: behind a section's heading, or 0.
        may_open: Whether its first sentence may be a topic.
    """
    item = _ITEM.match(line.text) if after == 0 else None
    opener = opening_topic(line.text) if may_open and not item else None
    if item:
        heading = _headline(item["rest"])
        number = next(filter(None, (item[name] for name in _ITEM_NUMBERS)))
        yield Mark(line.start, "item", _ITEM_RANK, number, heading if len(heading) <= _HEADING_MAX else None)
        items = (
            [head for head in inline_items(line.text, 0) if head.start > item.end("is")] if item["is"] else []
        )
        topics = []
    else:
        if opener:
            yield Mark(line.start, "topic", _TOPIC_RANK, None, opener.heading)
            after = opener.end
        items = inline_items(line.text, after)
        topics = inline_topics(line.text, after) if not (items or opener) and (after or may_open) else []
    for head in items:
        yield Mark(line.start + head.start, "item", _ITEM_RANK, head.number, head.heading)
    for head in topics:
        yield Mark(line.start + head.start, "topic", _TOPIC_RANK, None, head.heading)


def _nest(text: str, marks: list[Mark]) -> list[NodeDraft]:
    """Nodes from marks: each takes the text up to the next; rank says who is whose child."""
    roots: list[NodeDraft] = []
    stack: list[tuple[int, NodeDraft]] = []
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    begins = [0] + [mark.start for mark in marks[1:]]
    for mark, begin, end in zip(marks, begins, ends, strict=True):
        while stack and stack[-1][0] >= mark.rank:
            stack.pop()
        parent = stack[-1][1] if stack else None
        siblings = parent.children if parent else roots
        draft = NodeDraft(
            _node_id(parent, siblings, mark), mark.level, text[begin:end], mark.number, mark.heading
        )
        if mark.level == "chapter" and mark.heading:
            year = _YEAR.search(mark.heading)
            draft.year = int(year[1]) if year else None
        siblings.append(draft)
        stack.append((mark.rank, draft))
    return roots


def _node_id(parent: NodeDraft | None, siblings: list[NodeDraft], mark: Mark) -> str:
    prefix = f"{parent.id}." if parent else ""
    if mark.level != "part":
        return f"{prefix}{1 + sum(sibling.level != 'part' for sibling in siblings)}"
    taken = sum(sibling.level == "part" and sibling.id.startswith(prefix + mark.name) for sibling in siblings)
    return f"{prefix}{mark.name}{taken + 1 if taken else ''}"
