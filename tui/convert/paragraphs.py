"""Find where nodes start in the paragraphs of a chapter: sections, topics, items, and text that continues after them.

Each paragraph is read by itself. Then topics that are alone are dropped, those with others below them are made their
parents, and paragraphs without a headline find the node they belong to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tui.convert.continuations import Form, Reading, with_continuations
from tui.convert.dash_lists import with_even_lists
from tui.convert.headings import (
    ADDRESS,
    MAX_HEADING,
    HeadingCandidate,
    Line,
    Style,
)
from tui.convert.headline_habits import HeadlineHabits
from tui.convert.inline_items import item_heading
from tui.convert.inner_starts import inner_starts
from tui.convert.listed_sections import list_entries
from tui.convert.lone_topics import without_lone_topics
from tui.convert.nesting import ITEM_RANK, OUTER_RANK, SECTION_RANK, TOPIC_RANK, NodeStart
from tui.convert.outer_nodes import outer_wrap_ups, with_outer_nodes
from tui.convert.rows import within_lists
from tui.convert.runs import read_runs
from tui.convert.topics import (
    dash_heading,
    dashed_lines,
    has_dash,
    heading_line,
    headline_rows,
    opening_topic,
    opening_words,
    parallel_openings,
    sentence_lines,
    speaks_of_a_period,
    without_dash,
)
from tui.convert.wrap_ups import address_line, announces_deeds, lead_line, wrap_up_line
from tui.report.grammar import CLAUSE_ENDS
from tui.report.model import Level


def paragraph_starts(
    lines: Sequence[Line],
    start: int,
    end: int,
    candidates: list[HeadingCandidate],
    styles: tuple[Style, ...],
    habits: HeadlineHabits,
) -> Iterator[NodeStart]:
    """Yield where nodes start in the lines from ``start`` to ``end``, a chapter without its heading.

    Args:
        lines: The report.
        start: The first line.
        end: One past the last line.
        candidates: All headings of the report.
        styles: The styles that sections may have, the outer ones first.
        habits: How the report uses headlines.
    """
    first, last = (
        bisect_left(candidates, index, key=lambda candidate: candidate.index) for index in (start, end)
    )
    chapter = _Chapter(lines[start:end], start, candidates[first:last], styles, habits)
    readings = [
        next(reading for read, _, _ in STEPS if (reading := read(chapter, index)) is not None)
        for index, line in enumerate(lines[start:end])
        if line.text.strip()
    ]
    readings = list(without_lone_topics(list(with_even_lists(readings))))
    wrap_ups = outer_wrap_ups(readings)
    readings = with_outer_nodes(readings)
    yield from with_continuations(readings, within_lists(readings), wrap_ups)


class _Chapter:
    """The paragraphs of one chapter, read in order.

    Args:
        lines: Its lines.
        first: The index of its first line in the report.
        candidates: Its headings.
        styles: The styles that sections may have.
        habits: How the report uses headlines.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        first: int,
        candidates: list[HeadingCandidate],
        styles: tuple[Style, ...],
        habits: HeadlineHabits,
    ) -> None:
        self._lines = lines
        self._habits = habits
        style, *below = _by_depth(styles, candidates) or (None,)
        of_style = [candidate for candidate in candidates if candidate.style == style]
        nested = {member for run in read_runs(of_style) if run.is_nested for member in run.members}
        #: Headings of sections and, where sections have another style or count on outside, headings below them.
        self._sections = {
            candidate.index - first: candidate for candidate in of_style if candidate not in nested
        }
        self._topics = {
            candidate.index - first: candidate
            for candidate in candidates
            if candidate in nested or candidate.style in below
        }
        #: The second lines of headings that have two.
        self._second_lines = {
            candidate.last - first for candidate in candidates if candidate.last is not None
        }
        texts = [line.text for line in lines]
        #: Entries of a list that is numbered as sections are.
        self._entries = {index: self._sections.pop(index) for index in list_entries(texts, self._sections)}
        self._last_section = max(self._sections, default=-1)
        self._wrap_up = wrap_up_line(texts, sorted(self._sections))
        self._address = address_line(texts, sorted(self._sections))
        anew = (pair for pair in pairwise(sorted(self._sections)) if self._sections[pair[1]].number == "一")
        #: Where the chapter leads into sections that count anew.
        self._leads = {lead_line(texts, above, below) for above, below in anew}
        self._parallel = parallel_openings(texts)
        self._dashed = dashed_lines(texts)
        headings = self._sections.keys() | self._topics.keys()
        self._in_rows = headline_rows(
            ["。" if index in headings else text for index, text in enumerate(texts)]
        )
        #: The next line that is not empty, by the line above.
        self._next = dict(pairwise(index for index, text in enumerate(texts) if text.strip()))
        self._sentence_lines = self._find_sentence_lines()
        self._is_in_section = self._is_in_closing = self._is_addressed = False
        #: Whether the paragraph above is a headline with a full stop, so that this one opens with none.
        self._is_below_line = False

    def _find_sentence_lines(self) -> dict[int, bool]:
        """Return the lines that are headlines with a full stop, as :func:`sentence_lines` does for a section."""
        found: dict[int, bool] = {}
        section: list[int] = []
        for index, line in enumerate([*self._lines, None]):
            if line is None or index in self._sections:
                lines = sentence_lines([self._lines[other].text for other in section])
                found |= {section[position]: is_outer for position, is_outer in lines.items()}
                section = []
            elif line.text.strip():
                section.append(index)
        return found

    def heading(self, index: int) -> Reading | None:
        """Read the heading of a section, or of a topic in brackets, and the text run in after it, or its second line."""
        line = self._lines[index]
        if index in self._second_lines:
            return _reading(line, "plain")
        if index in self._entries:
            entry = self._entries[index]
            heading = item_heading(line.text.rstrip("；;。 "), entry.after - len(entry.heading or ""))
            return _reading(line, "list", NodeStart(line.start, "item", ITEM_RANK, entry.number, heading))
        level: Level = "section" if index in self._sections else "topic"
        candidate = self._sections.get(index) or self._topics.get(index)
        if candidate is None:
            return None
        rank = SECTION_RANK if level == "section" else TOPIC_RANK
        heading = candidate.heading if len(candidate.heading or "") <= 2 * MAX_HEADING else None
        inner = inner_starts(line, candidate.after, self._habits)
        self._is_in_section, self._is_in_closing, self._is_below_line = True, False, False
        form: Form = "list" if inner else "section" if level == "section" else "bracket"
        return _reading(line, form, NodeStart(line.start, level, rank, candidate.number, heading), *inner)

    def closing(self, index: int) -> Reading | None:
        """Read the address to the deputies, or the wrap-up, that closes a chapter after its last section.

        Above sections that count anew, read the line with which the chapter leads into them.
        """
        line = self._lines[index]
        if index in self._leads:
            self._is_in_section = False
            lead = NodeStart(line.start, "part", SECTION_RANK, name="continuation")
            return _reading(line, "section", lead)
        if not self._is_in_section or index <= self._last_section:
            return None
        is_lead = self._next.get(self._last_section) == index and not self._has_text(self._last_section)
        is_addressed = bool(ADDRESS.match(line.text)) and index != self._address
        if is_lead or not (is_addressed or index == self._wrap_up):
            return None
        if is_addressed and announces_deeds(self._sections[self._last_section].heading or "", line.text):
            return None
        self._is_in_section, self._is_in_closing, self._is_addressed = False, True, is_addressed
        items = [start for start in inner_starts(line, 0, self._habits) if start.offset > line.start]
        closing = NodeStart(line.start, "part", SECTION_RANK, name="closing")
        return _reading(line, "list" if items else "section", closing, *items)

    def _has_text(self, index: int) -> bool:
        """Return whether text runs in after the heading of a section."""
        return bool(self._lines[index].text[self._sections[index].after :].strip("。 　"))

    def closed(self, index: int) -> Reading | None:
        """Read the items in the text of the closing, and leave what may be topics to the other steps.

        Those are paragraphs that open alike or with dashes and, where no address begins the closing, all that open with
        a headline.
        """
        if not self._is_in_closing:
            return None
        line = self._lines[index]
        is_alike = opening_words(line.text) in self._parallel
        is_listed = is_alike or has_dash(line.text)
        may_be_topic = is_listed or (self._habits.open and not self._is_addressed)
        if may_be_topic and opening_topic(line.text, is_alike):
            return None
        items = inner_starts(line, 0, self._habits)
        return _reading(line, "list" if items else "plain", *items)

    def dashed(self, index: int) -> Reading | None:
        """Read an item of a list with dashes that is no topic."""
        line = self._lines[index]
        if index not in self._dashed or self._inner(index):
            return None
        self._is_below_line = False
        return _reading(line, "list", NodeStart(line.start, "item", ITEM_RANK, None, dash_heading(line.text)))

    def paragraph(self, index: int) -> Reading:
        """Read the topics and items of a paragraph, or the topic that it is."""
        line = self._lines[index]
        if index in self._sentence_lines:
            return self._sentence_line(index)
        inner = self._inner(index)
        self._is_below_line = False
        opens = bool(inner) and inner[0].offset == line.start
        if not inner or len(inner) > opens:
            return _reading(line, "list" if inner else "plain", *inner)
        is_line = len(line.text.strip()) <= MAX_HEADING and line.text.strip()[-1] not in CLAUSE_ENDS
        return _reading(line, "line" if is_line else "run-in", *inner)

    def _sentence_line(self, index: int) -> Reading:
        """Read a headline with a full stop that has a line of its own."""
        line, is_outer = self._lines[index], self._sentence_lines[index]
        self._is_below_line = not is_outer
        heading = without_dash(line.text).rstrip("。")
        rank = OUTER_RANK if is_outer else TOPIC_RANK
        return _reading(line, "line", NodeStart(line.start, "topic", rank, None, heading))

    def _inner(self, index: int) -> list[NodeStart]:
        """Return the topics and items that start in a paragraph without the heading of a section."""
        line = self._lines[index]
        if self._is_below_line:
            return inner_starts(line, 0, self._habits)
        is_parallel = opening_words(line.text) in self._parallel or index in self._in_rows
        is_period = speaks_of_a_period(line.text.strip())
        is_listed = has_dash(line.text) or (is_parallel and is_period)
        is_wrap_up = self._is_in_closing and not self._is_addressed
        may_open = (
            self._is_in_section or is_wrap_up or not self._sections or is_parallel or is_listed or is_period
        )
        opener = None
        if may_open and (is_listed or self._habits.open):
            opener = opening_topic(line.text, is_parallel)
        if may_open and not opener:
            opener = heading_line(line.text, self._follower(index))
        return inner_starts(line, 0, self._habits, opener, may_open)

    def _follower(self, index: int) -> str:
        """Return the next paragraph that is not empty."""
        return self._lines[self._next[index]].text if index in self._next else ""


def _reading(line: Line, form: Form, *starts: NodeStart) -> Reading:
    return Reading(line.start, line.text.strip(), list(starts), form)


#: How a paragraph is read: by the first step that takes it. Each has an example, whose last line it reads, and the
#: levels of the nodes that start there.
STEPS: tuple[tuple[Callable[[_Chapter, int], Reading | None], str, tuple[Level, ...]], ...] = (
    (_Chapter.heading, "（一）抓项目。新建厂房12万平方米。", ("section",)),
    (_Chapter.closing, "（一）抓项目。新建厂房。\n各位代表！成绩来之不易。", ("part",)),
    (_Chapter.closed, "（一）抓项目。新建厂房。\n各位代表！\n不足有二：一是快。二是好。", ("item", "item")),
    (_Chapter.dashed, "——新增就业3000人；\n——修路20公里；\n——植树9万株。", ("item",)),
    (_Chapter.paragraph, "要抓好三件事：一是快。二是好。三是省。", ("item", "item", "item")),
)


def _by_depth(styles: Sequence[Style], candidates: list[HeadingCandidate]) -> list[Style]:
    """Return the styles that divide a chapter, the outer ones first: a style begins within the one outside it."""
    begins: dict[Style, int] = {}
    for candidate in candidates:
        begins.setdefault(candidate.style, candidate.index)
    dividing = [style for style in styles if _divides(style, candidates)]
    return sorted(dividing, key=lambda style: (style == "ordinal", begins[style]))


def _divides(style: Style, candidates: list[HeadingCandidate]) -> bool:
    """Return whether a style divides a chapter into sections; ordinals do only where there are several."""
    return sum(candidate.style == style for candidate in candidates) > (2 if style == "ordinal" else 0)
