"""Decide which headings are chapters and which are sections.

Of two styles, the outer one is that within which the other restarts, whatever its marks.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable
from typing import NamedTuple, get_args

from tui.convert.chapter_names import is_chapter_name, names_a_time
from tui.convert.headings import HeadingCandidate, Style
from tui.report.numerals import first_year

#: The headings of a report by their styles; of unnumbered ones, those named as chapters are, if there are any.
Headings = dict[Style, list[HeadingCandidate]]


class LevelRule(NamedTuple):
    """Which style the chapters have, which their sections may have, and when.

    Attributes:
        chapters: The style of chapters, None for a report without them.
        sections: The styles of sections, the outer ones first.
        applies: Whether the headings of a report are of this kind.
        example: The headings of a report of this kind.
    """

    chapters: Style | None
    sections: tuple[Style, ...]
    applies: Callable[[Headings], bool]
    example: str


#: The first rule that applies decides.
LEVEL_RULES = (
    LevelRule("division", ("comma", "bracket", "ordinal"), lambda headings: len(headings["division"]) > 1,
              "第一部分　过去五年工作\n一、抓项目\n第二部分　今后五年目标\n一、强产业"),
    LevelRule("bracket", ("comma",), lambda headings: _holds(headings["bracket"], headings["comma"]),
              "（一）当前的形势\n（二）今后的方针\n一、发展农业\n二、发展工业\n（三）发展的前景"),
    LevelRule("comma", ("bracket", "ordinal"), lambda headings: _is_outermost(headings["comma"], headings["unnumbered"]),
              "一、2023年工作回顾\n（一）抓项目\n（二）促改革\n二、2024年工作安排\n（一）稳增长"),
    LevelRule("unnumbered", ("comma", "bracket", "ordinal"), lambda headings: _are_chapters(headings["unnumbered"]),
              "2023年工作回顾\n一、抓项目\n二、促改革\n2024年工作安排\n一、稳增长"),
    LevelRule(None, ("bracket", "ordinal"), lambda headings: True, "（一）抓项目\n（二）促改革"),
)  # fmt: skip


def find_levels(candidates: list[HeadingCandidate]) -> tuple[Style | None, tuple[Style, ...]]:
    """Return the style of the chapters, None where there are none, and those of sections, the outer ones first."""
    headings: Headings = {style: [] for style in get_args(Style)}
    for candidate in candidates:
        headings[candidate.style].append(candidate)
    named = [candidate for candidate in headings["unnumbered"] if is_chapter_name(candidate.heading)]
    headings["unnumbered"] = named or headings["unnumbered"]
    rule = next(rule for rule in LEVEL_RULES if rule.applies(headings))
    # In a report that brackets its sections, ordinals count sentences.
    sections = (style for style in rule.sections if style != "ordinal" or not headings["bracket"])
    return rule.chapters, tuple(sections)


def _are_chapters(unnumbered: list[HeadingCandidate]) -> bool:
    """Return whether names without numbers are chapters: one that is named so, or several lines."""
    return len(unnumbered) > 1 or any(is_chapter_name(candidate.heading) for candidate in unnumbered)


def _is_outermost(comma: list[HeadingCandidate], unnumbered: list[HeadingCandidate]) -> bool:
    """Return whether ``一、`` counts chapters, not the sections of unnumbered ones."""
    return bool(comma) and not _lie_over(unnumbered, comma)


def _lie_over(unnumbered: list[HeadingCandidate], comma: list[HeadingCandidate]) -> bool:
    """Return whether names without numbers are chapters, and ``一、`` their sections, which restart below each."""
    if not unnumbered or unnumbered[0].index > comma[0].index:
        return False
    begins = [position for position, candidate in enumerate(comma) if candidate.number == "一"]
    if len(begins) > 1:
        names = [candidate.index for candidate in unnumbered]
        gaps = ((comma[position - 1].index if position else -1, comma[position].index) for position in begins)
        return all(bisect(names, low) < bisect(names, high) for low, high in gaps)
    timed = [
        candidate for candidate in comma if names_a_time(candidate.heading) or first_year(candidate.heading)
    ]
    return 2 * len(timed) < len(comma)


def _holds(outer: list[HeadingCandidate], inner: list[HeadingCandidate]) -> bool:
    """Return whether one style holds the other: it begins first, counts on, and the other begins within it."""
    begins = [candidate.index for candidate in inner if candidate.number == "一"]
    begins_anew = any(candidate.number == "一" for candidate in outer[1:])
    return len(outer) > 1 and bool(begins) and not begins_anew and outer[0].index < begins[0]
