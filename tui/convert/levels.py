"""Decide which headings are chapters and which are sections.

A style of numbers is the outer one of two if the other begins anew within it, whatever its marks.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.convert.chapter_names import is_chapter_name, names_a_time
from tui.convert.headings import HeadingCandidate, Line, Style
from tui.report.numerals import first_year


class Headings(NamedTuple):
    """The headings of a report by their styles.

    Attributes:
        divisions: ``第一部分``.
        comma: ``一、``.
        bracket: ``（一）``.
        unnumbered: Those named as chapters are; all without a number where none is.
        has_names: Whether any is named so.
    """

    divisions: list[HeadingCandidate]
    comma: list[HeadingCandidate]
    bracket: list[HeadingCandidate]
    unnumbered: list[HeadingCandidate]
    has_names: bool


class LevelRule(NamedTuple):
    """Which style the chapters have, which their sections may have, and when.

    Attributes:
        chapters: The style of chapters, None for a report without them.
        sections: The styles of sections, the outer ones first. Ordinals count sentences where sections have brackets.
        applies: Whether the headings of a report are of this kind.
        example: The headings of a report of this kind.
    """

    chapters: Style | None
    sections: tuple[Style, ...]
    applies: Callable[[Headings], bool]
    example: str


#: The first rule that applies decides.
LEVEL_RULES = (
    LevelRule(
        "division",
        ("comma", "bracket", "ordinal"),
        lambda headings: len(headings.divisions) > 1,
        "第一部分　过去五年工作\n一、抓项目\n第二部分　今后五年目标\n一、强产业",
    ),
    LevelRule(
        "bracket",
        ("comma",),
        lambda headings: _holds(headings.bracket, headings.comma),
        "（一）当前的形势\n（二）今后的方针\n一、发展农业\n二、发展工业\n（三）发展的前景",
    ),
    LevelRule(
        "comma",
        ("bracket", "ordinal"),
        lambda headings: bool(headings.comma) and not _lie_over(headings.unnumbered, headings.comma),
        "一、2023年工作回顾\n（一）抓项目\n（二）促改革\n二、2024年工作安排\n（一）稳增长",
    ),
    LevelRule(
        "unnumbered",
        ("comma", "bracket", "ordinal"),
        lambda headings: headings.has_names or len(headings.unnumbered) > 1,
        "2023年工作回顾\n一、抓项目\n二、促改革\n2024年工作安排\n一、稳增长",
    ),
    LevelRule(None, ("bracket", "ordinal"), lambda headings: True, "（一）抓项目\n（二）促改革"),
)


def find_levels(
    lines: Sequence[Line], candidates: list[HeadingCandidate]
) -> tuple[Style | None, tuple[Style, ...]]:
    """Return the style of the chapters, None where there are none, and those of sections, the outer ones first."""
    unnumbered = _of_style(candidates, "unnumbered")
    named = [candidate for candidate in unnumbered if is_chapter_name(lines[candidate.index].text.strip())]
    bracket = _of_style(candidates, "bracket")
    headings = Headings(
        _of_style(candidates, "division"),
        _of_style(candidates, "comma"),
        bracket,
        named or unnumbered,
        bool(named),
    )
    rule = next(rule for rule in LEVEL_RULES if rule.applies(headings))
    return rule.chapters, tuple(style for style in rule.sections if style != "ordinal" or not bracket)


def _of_style(candidates: list[HeadingCandidate], style: Style) -> list[HeadingCandidate]:
    return [candidate for candidate in candidates if candidate.style == style]


def _lie_over(unnumbered: list[HeadingCandidate], comma: list[HeadingCandidate]) -> bool:
    """Return whether names without numbers are chapters, and ``一、`` their sections, which begin anew below each."""
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
