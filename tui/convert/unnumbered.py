"""Find chapters without numbers, over sections whose numbers begin anew in each of them.

Their names are lines that a file sets as headings, or that are named as chapters are (``2023年工作回顾``). Where sections
begin anew and there is neither, a short line above the first of them is the name: ``负重奋进，建设迈出新步伐``.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from tui.convert.chapter_names import SUBJECT, is_chapter_name
from tui.convert.headings import HeadingCandidate, Line, may_be_chapter
from tui.convert.runs import number_of

#: Lines between the first section of a chapter and the name of the chapter above.
_MAX_LEAD_LINES = 12
#: Lines between the first section and a slogan that stands below another one without sections; its characters.
_MAX_NEAR_LINES, _MIN_SLOGAN = 4, 12
#: Chapters whose names begin alike.
_MIN_PARALLEL = 2
#: Headings in two lines.
_MIN_PAIRS = 2
#: Characters of a paragraph, other than a heading.
_MIN_PARAGRAPH = 40
#: Lines of the opening, between the address to the deputies and the first chapter.
_MAX_OPENING_LINES = 4


def join_pairs(lines: Sequence[Line], names: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """Join headings set in two lines each, where several are: ``走好新的赶考之路``, ``奋力开创建设新局面``."""
    pairs = [(name, below) for name, below in pairwise(names) if _is_pair(lines, name, below)]
    if len(pairs) < _MIN_PAIRS:
        return list(names)
    joined = {
        name.index: replace(name, heading=f"{name.heading} {below.heading}", last=below.index)
        for name, below in pairs
    }
    seconds = {below.index for _, below in pairs}
    return [joined.get(name.index, name) for name in names if name.index not in seconds]


def _is_pair(lines: Sequence[Line], name: HeadingCandidate, below: HeadingCandidate) -> bool:
    """Return whether a heading goes on in the next line: both are set as headings, neither is named as chapters are."""
    return (
        name.is_set
        and below.is_set
        and not any(is_chapter_name(one.heading or "") for one in (name, below))
        and not any(lines[index].text.strip() for index in range(name.index + 1, below.index))
    )


def without_topics(names: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """Return the names without those of topics: lines set as headings, more than there are named as chapters are."""
    named = [name for name in names if is_chapter_name(name.heading or "")]
    return named if 1 < len(named) < len(names) - len(named) else list(names)


def names_between(
    names: Sequence[HeadingCandidate], numbered: Sequence[HeadingCandidate]
) -> list[HeadingCandidate]:
    """Return the names that do not interrupt numbered headings: the next one below begins anew, or there is none."""
    indices = [candidate.index for candidate in numbered]
    kept = []
    for name in names:
        position = bisect(indices, name.index)
        if position == len(numbered) or number_of(numbered[position]) == 1:
            kept.append(name)
    return kept


def chapters_over(
    lines: Sequence[Line], numbered: Sequence[HeadingCandidate], names: Sequence[HeadingCandidate], first: int
) -> list[HeadingCandidate]:
    """Return the chapters over numbered headings; none unless there is one above each ``一``.

    Args:
        lines: The report.
        numbered: Headings of one style.
        names: Unnumbered headings that do not interrupt them.
        first: The first line of the report's own text.
    """
    known = {name.index for name in names}
    alike = (name for name in _parallel(lines, numbered, first) if name.index not in known)
    names = sorted([*names, *alike], key=lambda name: name.index)
    indices = [name.index for name in names]
    chapters = list(names)
    low = first - 1
    for candidate in numbered:
        if number_of(candidate) == 1:
            within = names[bisect(indices, low) : bisect(indices, candidate.index)]
            if not within:
                index = next(_short_lines(lines, low + 1, candidate.index), None)
                if index is None:
                    return []
                chapters.append(_chapter(lines, index))
            elif not any(is_chapter_name(name.heading or "") for name in within):
                chapters += _nearer_slogan(lines, within[-1].index, candidate.index)
        low = candidate.index
    chapters.sort(key=lambda chapter: chapter.index)
    return [*_first_slogan(lines, first, chapters[0].index if chapters else 0), *chapters]


def _parallel(
    lines: Sequence[Line], numbered: Sequence[HeadingCandidate], first: int
) -> list[HeadingCandidate]:
    """Return the lines that may be chapters and begin alike, with ``关于``, if several do."""
    begun = (index for index in range(first, len(lines)) if lines[index].text.strip().startswith(SUBJECT))
    alike = [_chapter(lines, index) for index in begun if may_be_chapter(lines[index].text.strip())]
    kept = names_between(alike, numbered)
    return kept if len(kept) >= _MIN_PARALLEL else []


def _chapter(lines: Sequence[Line], index: int) -> HeadingCandidate:
    text = lines[index].text
    return HeadingCandidate(index, "unnumbered", None, text.strip(), len(text))


def _short_lines(lines: Sequence[Line], low: int, high: int) -> Iterator[int]:
    """Yield the short lines from ``low`` to ``high`` that could be chapters, the lowest first."""
    filled = (index for index in range(high - 1, low - 1, -1) if lines[index].text.strip())
    for index in islice(filled, _MAX_LEAD_LINES):
        if may_be_chapter(lines[index].text.strip()):
            yield index


def _nearer_slogan(lines: Sequence[Line], name: int, end: int) -> list[HeadingCandidate]:
    """Return the slogan close above the first section, where the last name is further above, with text of its own."""
    filled = (index for index in range(end - 1, name, -1) if lines[index].text.strip())
    near = list(islice(filled, 2 * _MAX_NEAR_LINES))
    slogans = (
        index
        for index in near[:_MAX_NEAR_LINES]
        if len(lines[index].text.strip()) >= _MIN_SLOGAN and may_be_chapter(lines[index].text.strip())
    )
    index = next(slogans, None)
    return [] if index is None or len(near) < 2 * _MAX_NEAR_LINES else [_chapter(lines, index)]


def _first_slogan(lines: Sequence[Line], first: int, end: int) -> list[HeadingCandidate]:
    """Return the short line below the opening, above a long paragraph: a chapter that may have no sections."""
    filled = (index for index in range(first + 1, end) if lines[index].text.strip())
    for index in islice(filled, _MAX_OPENING_LINES):
        if may_be_chapter(lines[index].text.strip()):
            below = (lines[other].text.strip() for other in range(index + 1, end))
            is_above_text = len(next(filter(None, below), "")) >= _MIN_PARAGRAPH
            return [_chapter(lines, index)] if is_above_text else []
    return []


def are_chapters(names: Sequence[HeadingCandidate]) -> bool:
    """Return whether names without numbers are chapters: one that is named so, or several lines."""
    return len(names) > 1 or any(is_chapter_name(name.heading or "") for name in names)
