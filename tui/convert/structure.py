"""Find the outline of a report by how such reports are written, never by what one of them says.

Levels, from the outside in: chapter (``一、…`` on a line of its own, or an unnumbered name such as ``2023年工作回顾``),
section (``（一）…`` run-in or on a line of its own; ``一、…`` that restarts in each unnumbered chapter), topic (the
short headline sentence that opens a paragraph, is inside one, or has a line of its own), item (``一是…``, ``1.``,
``（1）``, ``第一，``).

On the way from text to nodes: :mod:`~tui.convert.headings` finds the lines that may be headings,
:mod:`~tui.convert.levels` decides which of them are chapters and sections, :mod:`~tui.convert.paragraphs` finds where
nodes start within a chapter, :mod:`~tui.convert.nesting` makes them a tree.

Text between two starts belongs to the node that starts first, with three exceptions: what follows an address to the
deputies (各位代表) after the last section closes the chapter, what follows a paragraph with headlines inside it belongs
to their parent, and what follows the report (glossaries, tables, the foot of a web page) is parts of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.appendices import find_appendices
from tui.convert.headings import (
    ADDRESS,
    MAX_HEADING,
    SENTENCE_END,
    HeadingCandidate,
    Line,
    Style,
    find_headings,
)
from tui.convert.levels import find_levels
from tui.convert.nesting import CHAPTER_RANK, NodeStart, nest
from tui.convert.paragraphs import inner_starts, paragraph_starts
from tui.report.model import NodeDraft


class Structure(NamedTuple):
    """The structure of a report.

    Attributes:
        drafts: The nodes, whose joined texts are the source.
        front: The text above the report's own text.
    """

    drafts: list[NodeDraft]
    front: str


class _Body(NamedTuple):
    """The report without its appendices.

    Attributes:
        lines: Its lines.
        candidates: All its headings.
        chapters: Those of chapters.
        section_styles: The styles that sections may have, the outer ones first.
        front: How many lines precede the report's own text.
        closing: The line where its closing begins; one past the last where it has none.
    """

    lines: Sequence[Line]
    candidates: list[HeadingCandidate]
    chapters: list[HeadingCandidate]
    section_styles: tuple[Style, ...]
    front: int
    closing: int


def read_structure(text: str, headings: frozenset[str] = frozenset()) -> Structure:
    """Return the nodes of a report, and the front lines.

    Args:
        text: The report.
        headings: Lines, stripped, that its file sets as headings.
    """
    lines = list(_lines(text))
    appendices = list(find_appendices([line.text for line in lines]))
    body = _read_body(lines[: appendices[0].line] if appendices else lines, headings)
    starts = list(_body_starts(body))
    starts += (
        NodeStart(lines[appendix.line].start, "part", CHAPTER_RANK, None, appendix.title, appendix.name)
        for appendix in appendices
    )
    drafts = nest(text, starts)
    front_end = lines[body.front].start if body.front < len(lines) else len(text)
    return Structure(drafts, text[:front_end])


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for piece in text.splitlines(keepends=True):
        yield Line(start, piece.rstrip("\n"))
        start += len(piece)


def _read_body(lines: Sequence[Line], headings: frozenset[str]) -> _Body:
    candidates = find_headings(lines, headings)
    chapter_style, section_styles = find_levels(candidates)
    chapters = [candidate for candidate in candidates if candidate.style == chapter_style]
    front = _front_lines(lines[: chapters[0].index] if chapters else lines)
    closing = _closing_line(lines, chapters[-1].index if chapters else front)
    return _Body(lines, candidates, chapters, section_styles, front, closing)


def _front_lines(lines: Sequence[Line]) -> int:
    """Return how many lines precede the address to the deputies; without one, all the short lines at the top."""
    for index, line in enumerate(lines):
        if ADDRESS.match(line.text):
            return index
    for index, line in enumerate(lines):
        if len(line.text) > MAX_HEADING or SENTENCE_END.search(line.text):
            return index
    return len(lines)


def _closing_line(lines: Sequence[Line], last_chapter: int) -> int:
    """Return the line where the closing begins: the last address to the deputies in the last chapter."""
    for index in range(len(lines) - 1, last_chapter, -1):
        if ADDRESS.match(lines[index].text):
            return index
    return len(lines)


def _body_starts(body: _Body) -> Iterator[NodeStart]:
    """Yield where nodes start in the report, in order."""
    lines, chapters = body.lines, body.chapters
    if body.front:
        yield NodeStart(0, "part", CHAPTER_RANK, name="front")
    if body.front < (chapters[0].index if chapters else len(lines)):
        name = "opening" if chapters else "body"
        yield NodeStart(lines[body.front].start, "part", CHAPTER_RANK, name=name)
        if not chapters:
            yield from paragraph_starts(
                lines, body.front + 1, body.closing, body.candidates, body.section_styles
            )
    ends = [*(chapter.index for chapter in chapters[1:]), body.closing]
    for chapter, end in zip(chapters, ends, strict=False):
        line = lines[chapter.index]
        yield NodeStart(line.start, "chapter", CHAPTER_RANK, chapter.number, chapter.heading)
        yield from inner_starts(line, chapter.after)
        yield from paragraph_starts(lines, chapter.index + 1, end, body.candidates, body.section_styles)
    if body.closing < len(lines):
        yield NodeStart(lines[body.closing].start, "part", CHAPTER_RANK, name="closing")
