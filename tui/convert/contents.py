"""Drop the entries of tables of contents from the headings of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.convert.headings import MAX_LINE, NOTE_MARK, HeadingCandidate, Line

#: Lines between two entries of a table of contents.
_MAX_GAP = 2
#: What a table of contents puts between a heading and its page.
_TAIL = re.compile(r"[.．…·\s]*\d*\s*$")


def without_contents(lines: Sequence[Line], candidates: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """Drop the entries of a table of contents: close together, each with its heading again further down."""
    kept: list[HeadingCandidate] = []
    last = {
        (candidate.style, NOTE_MARK.sub("", candidate.heading or "")): position
        for position, candidate in enumerate(candidates)
    }
    entry_index = -9  # the line of the entry before
    for position, candidate in enumerate(candidates):
        name = NOTE_MARK.sub("", candidate.heading or "")
        if len(name) <= MAX_LINE:
            name = _TAIL.sub("", name)
        is_entry = last.get((candidate.style, name), -1) > position and (
            _is_bare(lines, candidates, position)
            or name != (candidate.heading or "")
            or candidate.index - entry_index <= _MAX_GAP
        )
        if is_entry:
            entry_index = candidate.index
        else:
            kept.append(candidate)
    return kept


def _is_bare(lines: Sequence[Line], candidates: Sequence[HeadingCandidate], position: int) -> bool:
    """Return whether there is no text between a heading and the next one."""
    candidate = candidates[position]
    end = candidates[position + 1].index if position + 1 < len(candidates) else len(lines)
    below = (lines[index].text.strip() for index in range(candidate.index + 1, end))
    return not lines[candidate.index].text[candidate.after :].strip() and not any(below)
