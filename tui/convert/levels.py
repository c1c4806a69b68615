"""Decide which headings are chapters and which are sections.

Of two styles, the outer one is that within which the other restarts, whatever its marks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, get_args

from tui.convert.chapter_names import is_chapter_name, names_a_time
from tui.convert.contents import without_contents
from tui.convert.headings import HeadingCandidate, Line, Style
from tui.convert.runs import Run, number_of, read_runs
from tui.convert.unnumbered import are_chapters, chapters_over, join_pairs, names_between, without_topics
from tui.report.numerals import first_year

#: Characters between the name of a chapter and a chapter with a number that does not stand below it.
_MIN_BESIDE = 500


class Levels(NamedTuple):
    """What the headings of a report are.

    Attributes:
        candidates: All headings, in order.
        chapters: Those of chapters.
        sections: The styles that sections may have, the outer ones first.
    """

    candidates: list[HeadingCandidate]
    chapters: list[HeadingCandidate]
    sections: tuple[Style, ...]


class Headings:
    """The headings of a report by their styles, and which of them may be chapters.

    Args:
        lines: The report.
        candidates: Its headings.
        first: The first line of its own text.
    """

    def __init__(self, lines: Sequence[Line], candidates: Sequence[HeadingCandidate], first: int) -> None:
        self._lines, self._first = lines, first
        found: dict[Style, list[HeadingCandidate]] = {style: [] for style in get_args(Style)}
        for candidate in without_contents(lines, candidates):
            found[candidate.style].append(candidate)
        self._runs = {style: read_runs(found[style]) for style in found}
        self.by_style = {
            style: sorted((member for run in runs for member in run.members), key=lambda member: member.index)
            for style, runs in self._runs.items()
        }
        self.by_style["unnumbered"] = without_topics(join_pairs(lines, found["unnumbered"]))

    def all(self) -> list[HeadingCandidate]:
        """Return the headings, in order."""
        found = [candidate for candidates in self.by_style.values() for candidate in candidates]
        return sorted(found, key=lambda candidate: candidate.index)

    @cached_property
    def comma_chapters(self) -> list[HeadingCandidate]:
        """Those of the outermost run of ``一、``, or of the first that is set as headings are."""
        runs = self._runs["comma"]
        return max(runs, key=_weight, default=Run()).members

    @cached_property
    def latin_chapters(self) -> list[HeadingCandidate]:
        """Those with Arabic numbers, in English; none where most have no text below, as entries of a list."""
        latin = _several(self.by_style["latin"])
        with_text = sum(
            any(line.text.strip() for line in self._lines[above.index + 1 : below.index])
            for above, below in pairwise(latin)
        )
        return latin if 2 * with_text >= len(latin) - 1 else []

    @cached_property
    def over_commas(self) -> list[HeadingCandidate]:
        """Unnumbered chapters over ``一、``, none unless they are."""
        comma = self.by_style["comma"]
        names = names_between(self.by_style["unnumbered"], comma)
        begins = [candidate for candidate in comma if number_of(candidate) == 1]
        if not begins:
            return []
        if len(begins) == 1:
            is_below = bool(names) and names[0].index > begins[0].index
            is_beside = len(names) == 1 and bool(self.names_before(begins[0]))
            if is_below or is_beside or 2 * sum(map(_is_timed, comma)) >= len(comma):
                return []
        chapters = chapters_over(self._lines, comma, names, self._first)
        if len(chapters) > 1:
            return chapters
        if len(begins) > 1:
            named = [name for name in names if is_chapter_name(name.heading or "")]
            return named if len(named) > 1 and named[0].index < begins[0].index else []
        return names if are_chapters(names) else []

    @cached_property
    def over_brackets(self) -> list[HeadingCandidate]:
        """Unnumbered chapters over ``（一）``, or over no numbers at all."""
        brackets = self.by_style["bracket"]
        names = names_between(self.by_style["unnumbered"], brackets)
        chapters = chapters_over(self._lines, brackets, names, self._first)
        return chapters if len(chapters) > 1 else names if are_chapters(names) else []

    def names_before(self, first: HeadingCandidate) -> list[HeadingCandidate]:
        """Return the name of a chapter above the first one with a number, both set as headings, with text of its own."""
        above = [name for name in self.by_style["unnumbered"] if name.index < first.index and name.is_set]
        named = [name for name in above if first.is_set and is_chapter_name(name.heading or "")]
        between = self._lines[named[-1].index + 1 : first.index] if named else ()
        return named if sum(len(line.text) for line in between) >= _MIN_BESIDE else []

    def names_after(self, last: int) -> list[HeadingCandidate]:
        """Return the names of chapters below the last one with a number: set as headings, or with sections anew."""
        brackets = self.by_style["bracket"]
        named = [name for name in self.by_style["unnumbered"] if is_chapter_name(name.heading or "")]
        below = brackets[-1].index if brackets else -1
        return [
            name
            for name in names_between(named, brackets)
            if name.index > last and (name.is_set or name.index < below)
        ]

    def holds(self, outer: Style, inner: Style) -> bool:
        """Return whether one style holds the other: it begins first, counts on, and the other begins within it."""
        begins = [candidate.index for candidate in self.by_style[inner] if candidate.number == "一"]
        over = self.by_style[outer]
        begins_anew = any(candidate.number == "一" for candidate in over[1:])
        return (
            len(over) > 1 and bool(begins) and not begins_anew and over[0].index < begins[0] < over[-1].index
        )


class LevelRule(NamedTuple):
    """Which headings are chapters, which style their sections may have, and when.

    Attributes:
        name: The style of the chapters, None for a report without them.
        chapters: Returns the chapters; the rule applies if there are any.
        sections: The styles of sections, the outer ones first.
        example: The headings of a report of this kind.
    """

    name: Style | None
    chapters: Callable[[Headings], list[HeadingCandidate]]
    sections: tuple[Style, ...]
    example: str


#: The first rule that finds chapters decides.
LEVEL_RULES = (
    LevelRule("volume", lambda headings: _several(headings.by_style["volume"]), ("division", "subdivision", "article", "comma", "bracket", "ordinal"),
              "第一篇　开启新征程\n第一章　发展环境\n第一节　主要成就\n第二章　总体要求\n第二篇　建设强省\n第三章　科技创新"),
    LevelRule("division", lambda headings: _several(headings.by_style["division"]), ("subdivision", "article", "comma", "bracket", "ordinal"),
              "第一章　总则\n第一条　为了保护环境，制定本条例。\n第二条　绿化适用本条例。\n第二章　附则\n第三条　本条例自公布之日起施行。"),
    LevelRule("bracket", lambda headings: headings.by_style["bracket"] if headings.holds("bracket", "comma") else [], ("comma",),
              "（一）当前的形势\n（二）今后的方针\n一、发展农业\n二、发展工业\n（三）发展的前景"),
    LevelRule("unnumbered", lambda headings: headings.over_commas, ("comma", "bracket", "ordinal"),
              "2023年工作回顾\n一、抓项目\n二、促改革\n2024年工作安排\n一、稳增长"),
    LevelRule("comma", lambda headings: headings.comma_chapters, ("inner comma", "bracket", "ordinal"),
              "一、2023年工作回顾\n（一）抓项目\n（二）促改革\n二、2024年工作安排\n（一）稳增长"),
    LevelRule("unnumbered", lambda headings: headings.over_brackets, ("bracket", "ordinal"),
              "2023年工作回顾\n（一）抓项目\n（二）促改革\n2024年工作安排\n（一）稳增长"),
    LevelRule("latin", lambda headings: headings.latin_chapters, ("inner latin",),
              "1. Introduction\n2. Water Supply\n2.1 Quality\n2.2 Prices\n3. Transport"),
    LevelRule(None, lambda headings: [], ("article", "bracket", "ordinal"), "（一）抓项目\n（二）促改革"),
)  # fmt: skip


def find_levels(lines: Sequence[Line], candidates: Sequence[HeadingCandidate], first: int = 0) -> Levels:
    """Return which headings of a report are chapters, and which styles sections may have.

    Args:
        lines: The report.
        candidates: What may be its headings.
        first: The first line of its own text.
    """
    headings = Headings(lines, candidates, first)
    rule, chapters = next(
        (rule, chapters) for rule in LEVEL_RULES if (chapters := rule.chapters(headings)) or rule.name is None
    )
    # In a report that numbers its sections otherwise, or none in its other chapters, ordinals count sentences.
    is_list = len(chapters) > 1 and sum(number_of(one) == 1 for one in headings.by_style["ordinal"]) == 1
    has_others = any(headings.by_style[style] for style in rule.sections if style != "ordinal")
    sections = tuple(style for style in rule.sections if style != "ordinal" or not (is_list or has_others))
    found = headings.all()
    if rule.name == "comma":
        chapters = [
            *headings.names_before(chapters[0]),
            *chapters,
            *headings.names_after(chapters[-1].index),
        ]
        outer = {chapter.index for chapter in chapters}
        found = [_inner(candidate) if candidate.index not in outer else candidate for candidate in found]
    return Levels(found, chapters, sections)


def _inner(candidate: HeadingCandidate) -> HeadingCandidate:
    """Return a heading ``一、`` within a chapter ``一、`` as one of another style."""
    return replace(candidate, style="inner comma") if candidate.style == "comma" else candidate


def _several(candidates: list[HeadingCandidate]) -> list[HeadingCandidate]:
    return candidates if len(candidates) > 1 else []


def _is_timed(candidate: HeadingCandidate) -> bool:
    """Return whether a heading says when something was or will be done."""
    heading = candidate.heading or ""
    return names_a_time(heading) or first_year(heading) is not None


def _weight(run: Run) -> tuple[bool, bool]:
    """Return how much a run looks like one of chapters, as a value to compare."""
    headings = [member for member in run.members if member.is_set or member.form == "own line"]
    return len(run.members) > 1, 2 * len(headings) > len(run.members)
