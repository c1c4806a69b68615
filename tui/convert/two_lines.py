"""Join headings that are printed in two lines: ``（一）大力推进新型``, ``工业化，建设创新型湖南``."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.convert.chapter_names import is_chapter_name, names_a_time, starts_as_no_heading
from tui.convert.headings import ADDRESS, ITEM, MAX_LINE, HeadingCandidate, Line, numbered
from tui.report.grammar import CLAUSE_ENDS

#: A line that may be the second one of a heading: short, without a mark at its end.
_BARE = re.compile(rf"\s*[^{CLAUSE_ENDS}\s|](?:[^{CLAUSE_ENDS}|]{{0,29}}[^{CLAUSE_ENDS}|，,、])?\s*")
#: Characters of a second line that is the end of a word, not a clause.
_MAX_FRAGMENT = 3
_ENDS_WITH_MARK = re.compile(rf"[{CLAUSE_ENDS}]\s*$")


def join_two_lines(
    lines: Sequence[Line], candidates: Sequence[HeadingCandidate]
) -> Iterator[HeadingCandidate]:
    """Yield the headings of a report; one with a number takes the line below if it is the only bare one there.

    Where there are several, they are headlines of the text below, unless the heading is the name of a chapter with the
    first one only.

    Args:
        lines: The report.
        candidates: Its headings.
    """
    ends = [candidate.index for candidate in candidates if not _may_be_second(candidate)] + [len(lines)]
    second = -1
    for candidate in candidates:
        if candidate.index == second:
            continue
        if _may_go_on(lines[candidate.index], candidate):
            candidate = _joined(lines, candidate, ends[bisect(ends, candidate.index)])
            second = second if candidate.last is None else candidate.last
        yield candidate


def _may_be_second(candidate: HeadingCandidate) -> bool:
    """Return whether a heading may be the second line of the one above: it has no number, nor the name of a chapter."""
    return candidate.number is None and not is_chapter_name(candidate.heading or "")


def _may_go_on(line: Line, candidate: HeadingCandidate) -> bool:
    is_own_line = candidate.number and candidate.heading and candidate.form == "own line"
    return bool(is_own_line) and not _ENDS_WITH_MARK.search(line.text)


def _joined(lines: Sequence[Line], candidate: HeadingCandidate, end: int) -> HeadingCandidate:
    filled = [index for index in range(candidate.index + 1, end) if lines[index].text.strip()]
    bare = [index for index in filled if _is_bare(lines[index].text)]
    if len(filled) < 2 or bare[:1] != filled[:1]:
        return candidate
    rest = lines[bare[0]].text.strip()
    if len(bare) > 1 and not _names_a_time_with(candidate.heading or "", rest):
        return candidate
    heading = f"{candidate.heading}{' ' if len(rest) > _MAX_FRAGMENT else ''}{rest}"
    return replace(candidate, heading=heading, last=bare[0]) if len(heading) <= MAX_LINE else candidate


def _names_a_time_with(heading: str, rest: str) -> bool:
    """Return whether two lines are the name of a chapter, but neither of them: ``“十四五”时期``, ``主要目标任务``."""
    return names_a_time(heading + rest) and not names_a_time(heading) and not names_a_time(rest)


def _is_bare(text: str) -> bool:
    """Return whether a line has neither a number nor a mark at its end."""
    others = (ITEM.match(text), ADDRESS.match(text), numbered(text), starts_as_no_heading(text.strip()))
    return bool(_BARE.fullmatch(text)) and not any(others)
