"""Split paragraphs at headings hidden in them, of which a copy has lost the line break: ``…全线贯通。（五）城乡面貌…``.

So is the last paragraph at the address to the deputies with which the closing begins. Only numbers that fill a gap between those of lines are headings, or that count on behind the last of them; a list in a
sentence has its numbers for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.chapter_names import MIN_NAME, name_end
from tui.convert.headings import ADDRESS, MAX_HEADING, Line, Style, numbered
from tui.report.grammar import CLAUSE_ENDS, NUMERAL
from tui.report.numerals import small_number

_SPACES = "[ \u3000\xa0]"
#: A number behind the end of a sentence, or behind a space.
_HIDDEN = re.compile(
    rf"(?P<end>(?<=[。！!：:”])|(?<=\S)(?={_SPACES})){_SPACES}*+"
    rf"(?:[(（](?P<bracket>{NUMERAL}{{1,3}})[)）]|(?P<comma>{NUMERAL}{{1,3}})、(?!{NUMERAL}))(?=\S)"
)
#: What it ends with, which is much faster to look for first.
_MAY_HIDE = re.compile(f"{NUMERAL}[)）、]")
#: The address to the deputies inside a paragraph; characters above it that are a paragraph of their own.
_ADDRESS = re.compile(rf"(?<=[。！”])(?={_SPACES}*+各位代表[：:，,！!])")
_MIN_PARAGRAPH = 100
#: Characters of a chapter, at the least.
_CHAPTER_DISTANCE = 500
_ENDS_CLAUSE = re.compile(f"[{CLAUSE_ENDS}]")
#: The heading of a section that is run in.
_SHORT_SENTENCE = re.compile(rf"[^。；：!！]{{4,{MAX_HEADING}}}。")


class _Mark(NamedTuple):
    """A number before a heading, or before what may be one.

    Attributes:
        line: Its index.
        offset: Where in the line it is; 0 for the number of a line.
        value: Its value.
        start: Where in the text it is.
        looks_so: Whether it looks like that of a heading.
    """

    line: int
    offset: int
    value: int
    start: int
    looks_so: bool = False


def split_at_hidden_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, split where the number of a heading is inside one."""
    offsets: dict[int, set[int]] = {}
    marks: dict[Style, list[_Mark]] = {"comma": [], "bracket": []}
    for style, mark in _marks(lines):
        marks[style].append(mark)
    for style, of_style in marks.items():
        for mark in _hidden(of_style, style):
            offsets.setdefault(mark.line, set()).add(mark.offset)
    split: list[Line] = []
    for index, line in enumerate(lines):
        begins = [0, *sorted(offsets.get(index, ()))]
        ends = [*begins[1:], len(line.text)]
        split += (
            Line(line.start + begin, line.text[begin:end]) for begin, end in zip(begins, ends, strict=True)
        )
    return split


def split_at_closing(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a report, the last one split at the last address to the deputies inside it."""
    index = next((index for index in range(len(lines) - 1, -1, -1) if lines[index].text.strip()), None)
    if index is None or ADDRESS.match(lines[index].text):
        return list(lines)
    start, text = lines[index]
    ends = [match.start() for match in _ADDRESS.finditer(text, _MIN_PARAGRAPH)]
    halves = (
        [Line(start, text[: ends[-1]]), Line(start + ends[-1], text[ends[-1] :])] if ends else [lines[index]]
    )
    return [*lines[:index], *halves, *lines[index + 1 :]]


def _marks(lines: Sequence[Line]) -> Iterator[tuple[Style, _Mark]]:
    """Yield the numbers of two styles, those of lines and those inside them, in order, each with its style."""
    for index, line in enumerate(lines):
        style, number = numbered(line.text) or (None, "")
        if style == "comma" or style == "bracket":
            yield style, _Mark(index, 0, small_number(number) or 0, line.start)
        for match in _HIDDEN.finditer(line.text, 1) if _MAY_HIDE.search(line.text) else ():
            inner: Style = "comma" if match["comma"] else "bracket"
            offset, value = match.end("end"), small_number(match[inner]) or 0
            looks_so = _looks_like_heading(line.text, match, inner)
            yield inner, _Mark(index, offset, value, line.start + offset, looks_so)


def _looks_like_heading(text: str, match: re.Match[str], style: Style) -> bool:
    """Return whether a number inside a line looks like that of a heading.

    It does behind a space, if its line ends soon without a full stop, before a name that chapters have, or, in brackets,
    before a short sentence.
    """
    is_spaced = match.end("end") < match.start(style) - (style == "bracket")
    rest = text[match.end() : match.end() + MAX_HEADING + 1].rstrip()
    is_at_end = MIN_NAME <= len(rest) <= MAX_HEADING and not _ENDS_CLAUSE.search(rest)
    if style == "comma":
        return is_spaced or is_at_end or name_end(text, match.end()) is not None
    return is_spaced or is_at_end or bool(_SHORT_SENTENCE.match(text, match.end()))


def _hidden(marks: Sequence[_Mark], style: Style) -> Iterator[_Mark]:
    """Return the numbers inside lines that begin headings: the missing ones, or all where most are inside lines."""
    inside = sum(mark.offset > 0 for mark in marks)
    if style == "comma":
        find = _missing if inside < len(marks) else _counting
        return find(marks, _CHAPTER_DISTANCE)
    return _counting(marks) if 2 * inside > len(marks) else _missing(marks)


def _counting(marks: Sequence[_Mark], distance: int = 0) -> Iterator[_Mark]:
    """Yield the numbers that count on from the one before, in a text where most of them are inside lines.

    Args:
        marks: The numbers.
        distance: Characters between two numbers; where they are given, numbers do not begin anew.
    """
    counting: list[_Mark] = []
    for mark in marks:
        begins = mark.value == 1 and not (counting and distance)
        last = counting[-1] if counting else None
        counts_on = last and mark.value == last.value + 1 and mark.start - last.start >= distance
        if not mark.offset or begins or counts_on:
            counting.append(mark)
    return (mark for mark in counting if mark.offset and len(counting) > 1)


def _missing(marks: Sequence[_Mark], distance: int | None = None) -> Iterator[_Mark]:
    """Yield the numbers inside lines that are missing among those of lines.

    Args:
        marks: The numbers.
        distance: Characters between two numbers that make the other one a heading; None if none do.
    """
    reached = start = 0
    waiting: list[_Mark] = []  # numbers inside lines since the last of a line
    for mark in marks:
        if mark.offset:
            waiting.append(mark)
            continue
        if mark.value not in (1, reached + 1):
            yield from _filling(waiting, reached, mark.value)
        elif mark.value == 1:
            yield from _following(waiting, reached, start, distance)
        reached, start, waiting = mark.value, mark.start, []
    yield from _following(waiting, reached, start, distance)


def _filling(waiting: Sequence[_Mark], reached: int, value: int) -> list[_Mark]:
    """Return the numbers that count up to a value, from one or from the last of a line; none if one is missing."""
    filling: list[_Mark] = []
    for mark in reversed(waiting):
        if mark.value == value - 1:
            filling.append(mark)
            value = mark.value
    return filling if filling and value in (1, reached + 1) else []


def _following(waiting: Sequence[_Mark], reached: int, start: int, distance: int | None) -> Iterator[_Mark]:
    """Yield the numbers that count on from the last of a line, where no other follows; none of a list of their own."""
    for mark in waiting:
        if mark.value == 1:
            return
        is_far = distance is not None and mark.start - start >= distance
        if reached and mark.value == reached + 1 and (mark.looks_so or is_far):
            yield mark
            reached, start = mark.value, mark.start
