"""Tell the entries of a list from sections that are numbered alike: what will be done for people, within a chapter.

Such a list stands below its lead-in (``为民办的十件实事为：``), each entry in one paragraph, while the sections of the
chapter, which count anew, are much larger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tui.convert.headings import HeadingCandidate
from tui.convert.runs import number_of

#: Entries of a list; characters of one; how many times as large a section is.
_MIN_ENTRIES, _MAX_ENTRY, _TIMES_ENTRY = 5, 200, 3


def list_entries(lines: Sequence[str], sections: Mapping[int, HeadingCandidate]) -> set[int]:
    """Return the lines that are entries of lists, not headings of sections.

    Args:
        lines: The lines of a chapter.
        sections: What may be headings of its sections, by their lines.
    """
    runs: list[list[int]] = []
    for index in sorted(sections):
        if number_of(sections[index]) == 1 or not runs:
            runs.append([])
        runs[-1].append(index)
    lists = [run for run in runs if _is_list(lines, run)]
    others = [run for run in runs if run not in lists]
    if not lists or not others:
        return set()
    ends = {run[0]: below[0] for run, below in pairwise(runs)} | {runs[-1][0]: len(lines)}
    sizes = [sum(map(len, lines[run[0] : ends[run[0]]])) / len(run) for run in others]
    return {
        index
        for run in lists
        if min(sizes) >= _TIMES_ENTRY * sum(len(lines[index]) for index in run) / len(run)
        for index in run
    }


def _is_list(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Return whether numbered lines stand close together, below a lead-in."""
    filled = [index for index in range(run[0], run[-1] + 1) if lines[index].strip()]
    above = next((lines[index].strip() for index in range(run[0] - 1, -1, -1) if lines[index].strip()), "")
    return (
        len(run) >= _MIN_ENTRIES
        and filled == list(run)
        and all(len(lines[index]) <= _MAX_ENTRY for index in run)
        and above.endswith(("：", ":"))
    )
