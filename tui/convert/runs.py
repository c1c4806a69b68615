"""Follow the numbers of headings: which of them count on, and which begin anew within others.

Numbers alone do not tell: after ``一、 二、 一、 二、`` a ``三、`` may continue either run. It continues the run whose
headings are set alike, and the inner one where both are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.convert.headings import HeadingCandidate
from tui.report.numerals import small_number

#: Runs within runs that are followed.
_MAX_DEPTH = 4
#: The first number of a text of which the first heading is missing.
_LATE_FIRST = 2


@dataclass(slots=True, eq=False)
class Run:
    """Headings of one style whose numbers count up.

    Attributes:
        members: The headings, in order.
        reached: The number of the last one.
        is_nested: Whether a run outside it counts on below, so that it is a list within that one.
    """

    members: list[HeadingCandidate] = field(default_factory=list)
    reached: int = 0
    is_nested: bool = False


def number_of(candidate: HeadingCandidate) -> int:
    """Return the value of a heading's number; 0 where it has none."""
    return small_number(candidate.number or "") or 0


def read_runs(candidates: Sequence[HeadingCandidate]) -> list[Run]:
    """Return the runs of headings of one style, in the order in which they begin.

    A number that continues no run is left out, unless it only skips one. A lost number is the next of its run.
    """
    runs: list[Run] = []
    stack: list[Run] = []
    for candidate in candidates:
        value = number_of(candidate) or (stack[-1].reached if stack else 0) + 1
        if value == 1 or (not stack and value == _LATE_FIRST):
            run = Run([candidate], value)
            runs.append(run)
            del stack[_MAX_DEPTH - 1 :]
            stack.append(run)
        elif continued := _continued(stack, candidate, value):
            while stack[-1] is not continued:
                stack.pop().is_nested = True
            continued.members.append(candidate)
            continued.reached = value
    return runs


def _continued(stack: Sequence[Run], candidate: HeadingCandidate, value: int) -> Run | None:
    """Return the run that a heading continues: the one set most alike, the innermost of several."""
    for step in (1, 2):
        fitting = [run for run in reversed(stack) if run.reached + step == value]
        if fitting:
            return max(fitting, key=lambda run: _likeness(run.members[-1], candidate))
    return None


def _likeness(one: HeadingCandidate, other: HeadingCandidate) -> int:
    """Return in how many respects two headings are set alike."""
    return (one.is_set == other.is_set) + (one.form == other.form)
