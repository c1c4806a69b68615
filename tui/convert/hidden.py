"""Split paragraphs at headings hidden in them, of which a copy has lost the line break: ``…全线贯通。（五）城乡面貌…``.

Only numbers that fill a gap between those of lines are headings, or that count on behind the last of them; a list in a
sentence has its numbers for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.convert.chapter_names import name_end
from tui.convert.headings import Line, Style, numbered
from tui.report.grammar import NUMERAL
from tui.report.numerals import small_number

_SPACES = "[ \u3000\xa0]"
#: A number behind the end of a sentence, or behind a space.
_HIDDEN = re.compile(
    rf"(?P<end>(?<=[。！!：:”])|(?<=\S)(?={_SPACES})){_SPACES}*"
    rf"(?:[(（](?P<bracket>{NUMERAL}{{1,3}})[)）]|(?P<comma>{NUMERAL}{{1,3}})、(?!{NUMERAL}))(?=\S)"
)


class _Mark(NamedTuple):
    """A number before a heading, or before what may be one.

    Attributes:
        line: Its index.
        offset: Where in the line it is; 0 for the number of a line.
        value: Its value.
        is_last: Whether it may be a heading with no other behind it.
    """

    line: int
    offset: int
    value: int
    is_last: bool = False


def split_at_hidden_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, split where the number of a heading is inside one."""
    offsets: dict[int, set[int]] = {}
    for style in ("comma", "bracket"):
        for mark in _missing(list(_marks(lines, style))):
            offsets.setdefault(mark.line, set()).add(mark.offset)
    split: list[Line] = []
    for index, line in enumerate(lines):
        begins = [0, *sorted(offsets.get(index, ()))]
        ends = [*begins[1:], len(line.text)]
        split += (
            Line(line.start + begin, line.text[begin:end]) for begin, end in zip(begins, ends, strict=True)
        )
    return split


def _marks(lines: Sequence[Line], style: Style) -> Iterator[_Mark]:
    """Yield the numbers of one style, those of lines and those inside them, in order."""
    for index, line in enumerate(lines):
        found = numbered(line.text)
        if found and found[0] == style:
            yield _Mark(index, 0, small_number(found[1]) or 0)
        for match in _HIDDEN.finditer(line.text, 1):
            if match[style]:
                is_chapter = style == "comma" and name_end(line.text, match.end()) is not None
                is_spaced = match.end("end") < match.start(style) - (style == "bracket")
                yield _Mark(index, match.end("end"), small_number(match[style]) or 0, is_chapter or is_spaced)


def _missing(marks: Sequence[_Mark]) -> Iterator[_Mark]:
    """Yield the numbers inside lines that are missing among those of lines."""
    reached = 0
    waiting: list[_Mark] = []  # numbers inside lines since the last of a line
    for mark in marks:
        if mark.offset:
            waiting.append(mark)
            continue
        if mark.value not in (1, reached + 1):
            yield from _filling(waiting, reached, mark.value)
        elif mark.value == 1:
            yield from _following(waiting, reached)
        reached, waiting = mark.value, []
    yield from _following(waiting, reached)


def _filling(waiting: Sequence[_Mark], reached: int, value: int) -> list[_Mark]:
    """Return the numbers that count up to a value, from one or from the last of a line; none if one is missing."""
    filling: list[_Mark] = []
    for mark in reversed(waiting):
        if mark.value == value - 1:
            filling.append(mark)
            value = mark.value
    return filling if filling and value in (1, reached + 1) else []


def _following(waiting: Sequence[_Mark], reached: int) -> Iterator[_Mark]:
    """Yield the numbers that count on from the last of a line, where no other follows."""
    for mark in waiting:
        if reached and mark.value == reached + 1 and mark.is_last:
            yield mark
            reached = mark.value
