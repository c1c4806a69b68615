"""Find the outline of a report by how such reports are written, never by what one of them says.

Levels, from the outside in: chapter (``一、…`` on a line of its own, or an unnumbered name such as ``2023年工作回顾``),
section (``（一）…`` run-in or on a line of its own; ``一、…`` that restarts in each unnumbered chapter), topic (the
short headline sentence that opens a paragraph, is inside one, or has a line of its own), item (``一是…``, ``1.``,
``（1）``, ``第一，``). In plans, ``第一篇`` is a chapter, ``第一章`` a section and ``第一节`` a topic.

On the way from text to nodes: :mod:`~tui.convert.hidden` splits paragraphs at headings inside them,
:mod:`~tui.convert.headings` finds the lines that may be headings, :mod:`~tui.convert.run_on` cuts those that run on into
their text, :mod:`~tui.convert.levels` decides which of them are
chapters and sections, :mod:`~tui.convert.paragraphs` finds where nodes start within a chapter,
:mod:`~tui.convert.nesting` makes them a tree.

Text between two starts belongs to the node that starts first, with three exceptions: what follows an address to the
deputies (各位代表), or a wrap-up (:mod:`~tui.convert.wrap_ups`), after the last section closes the chapter, what follows the paragraphs of a topic or a list belongs to
their parent (:mod:`~tui.convert.continuations`), and what follows the report (glossaries, tables, the foot of a web page)
is parts of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.appendices import find_appendices
from tui.convert.headings import (
    ADDRESS,
    CLOSING,
    MAX_HEADING,
    MAX_LINE,
    SENTENCE_END,
    TITLE,
    Line,
    find_candidates,
    numbered,
)
from tui.convert.headline_habits import HeadlineHabits, headline_habits
from tui.convert.hidden import split_at_closing, split_at_hidden_headings
from tui.convert.inner_starts import inner_starts
from tui.convert.levels import Levels, find_levels
from tui.convert.nesting import CHAPTER_RANK, NodeStart, nest
from tui.convert.paragraphs import paragraph_starts
from tui.convert.run_on import cut_run_on
from tui.convert.two_lines import join_two_lines
from tui.report.model import NodeDraft

#: Characters of a paragraph, and so many of them above the address to the deputies: an editor's note.
_MIN_PARAGRAPH, _MAX_FRONT_PARAGRAPHS = 100, 2


class _Body(NamedTuple):
    """The report without its appendices.

    Attributes:
        lines: Its lines.
        levels: Its headings, and what they are.
        front: How many lines precede the report's own text.
        closing: The line where its closing begins; one past the last where it has none.
        habits: How it uses headlines.
    """

    lines: Sequence[Line]
    levels: Levels
    front: int
    closing: int
    habits: HeadlineHabits


def read_structure(text: str, headings: frozenset[str] = frozenset()) -> list[NodeDraft]:
    """Return the nodes of a report, whose joined texts are the report.

    Args:
        text: The report.
        headings: Lines, stripped, that its file sets as headings.
    """
    lines = split_at_hidden_headings(list(_lines(text)))
    appendices = list(find_appendices([line.text for line in lines]))
    body = _read_body(split_at_closing(lines[: appendices[0].line] if appendices else lines), headings)
    starts = list(_body_starts(body))
    starts += (
        NodeStart(lines[appendix.line].start, "part", CHAPTER_RANK, None, appendix.title, appendix.name)
        for appendix in appendices
    )
    if text and not starts:
        starts = [NodeStart(0, "part", CHAPTER_RANK, name="front")]
    return nest(text, starts)


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for piece in text.splitlines(keepends=True):
        yield Line(start, piece.rstrip("\n"))
        start += len(piece)


def _read_body(lines: Sequence[Line], headings: frozenset[str]) -> _Body:
    opening = _opening_line(lines)
    candidates = cut_run_on(
        lines, list(join_two_lines(lines, find_candidates(lines, headings, opening or 0)))
    )
    levels = find_levels(lines, candidates, opening or 0)
    chapters = levels.chapters
    front = _front_lines(lines[: chapters[0].index] if chapters else lines) if opening is None else opening
    closing = _closing_line(lines, chapters[-1].index if chapters else front, levels)
    habits = headline_habits(line.text for line in lines[front:closing])
    return _Body(lines, levels, front, closing, habits)


def _opening_line(lines: Sequence[Line]) -> int | None:
    """Return the line of the address to the deputies that opens the report, None if it has none.

    Nothing above it is a heading of the report. One below a chapter or long paragraphs does not open a report, unless
    they stand above the title: the resolution on it.
    """
    opening = next((index for index, line in enumerate(lines) if ADDRESS.match(line.text)), None)
    chapter = next((index for index in range(opening or 0) if numbered(lines[index].text)), opening or 0)
    title = next((index for index in range(chapter - 1, -1, -1) if TITLE.fullmatch(lines[index].text)), -1)
    above = [line.text for line in lines[title + 1 : opening or 0]]
    paragraphs = sum(len(text) > _MIN_PARAGRAPH for text in above)
    is_prose = any(line.text.rstrip().endswith("。") for line in lines[chapter : opening or 0])
    return None if is_prose or paragraphs > _MAX_FRONT_PARAGRAPHS else opening


def _front_lines(lines: Sequence[Line]) -> int:
    """Return how many short lines there are at the top, in a report without an address there."""
    for index, line in enumerate(lines):
        if len(line.text) > MAX_HEADING or SENTENCE_END.search(line.text):
            return index
    return len(lines)


def _closing_line(lines: Sequence[Line], last_chapter: int, levels: Levels) -> int:
    """Return the line where the closing begins, below the last section: the last address, or a closing sentence."""
    sections = (candidate.index for candidate in levels.candidates if candidate.style in levels.sections)
    last = max(last_chapter, max(sections, default=-1))
    below = [index for index in range(len(lines) - 1, last, -1) if lines[index].text.strip()]
    addresses = (index for index in below if ADDRESS.match(lines[index].text))
    sentences = (index for index in below[:1] if CLOSING.match(lines[index].text))
    return next((index for found in (addresses, sentences) for index in found), len(lines))


def _body_starts(body: _Body) -> Iterator[NodeStart]:
    """Yield where nodes start in the report, in order."""
    lines, (candidates, chapters, styles) = body.lines, body.levels
    if any(line.text.strip() for line in lines[: body.front]):
        yield NodeStart(0, "part", CHAPTER_RANK, name="front")
    if body.front < (chapters[0].index if chapters else len(lines)):
        name = "opening" if chapters else "body"
        yield NodeStart(lines[body.front].start, "part", CHAPTER_RANK, name=name)
        if not chapters:
            is_heading = any(candidate.index == body.front for candidate in candidates)
            below = body.front if is_heading else body.front + 1
            yield from paragraph_starts(lines, below, body.closing, candidates, styles, body.habits)
    ends = [*(chapter.index for chapter in chapters[1:]), body.closing]
    for chapter, end in zip(chapters, ends, strict=False):
        line = lines[chapter.index]
        heading = chapter.heading if len(chapter.heading or "") <= MAX_LINE else None
        yield NodeStart(line.start, "chapter", CHAPTER_RANK, chapter.number, heading)
        yield from inner_starts(line, chapter.after, body.habits)
        below = (chapter.last or chapter.index) + 1
        yield from paragraph_starts(lines, below, end, candidates, styles, body.habits)
    if body.closing < len(lines):
        yield NodeStart(lines[body.closing].start, "part", CHAPTER_RANK, name="closing")
