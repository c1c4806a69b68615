"""Find where nodes start in the paragraphs of a chapter: sections, topics, items, and text that continues after them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from tui.convert.headings import (
    ADDRESS,
    ITEM,
    ITEM_FORMS,
    MAX_HEADING,
    HeadingCandidate,
    Line,
    Style,
    headline,
)
from tui.convert.nesting import ITEM_RANK, SECTION_RANK, TOPIC_RANK, NodeStart
from tui.convert.runs import read_runs
from tui.convert.topics import (
    Headline,
    dash_heading,
    dashed_lines,
    heading_line,
    inline_items,
    inline_topics,
    opening_topic,
    opening_words,
    opens_a_list,
    parallel_openings,
)
from tui.report.model import Level
from tui.report.numerals import small_number


def paragraph_starts(
    lines: Sequence[Line], start: int, end: int, candidates: list[HeadingCandidate], styles: tuple[Style, ...]
) -> Iterator[NodeStart]:
    """Yield where nodes start in the lines from ``start`` to ``end``, a chapter without its heading.

    Args:
        lines: The report.
        start: The first line.
        end: One past the last line.
        candidates: All headings of the report.
        styles: The styles that sections may have, the outer ones first.
    """
    first, last = (
        bisect_left(candidates, index, key=lambda candidate: candidate.index) for index in (start, end)
    )
    chapter = _Chapter(lines[start:end], start, candidates[first:last], styles)
    for index in range(end - start):
        yield from next(starts for read, _, _ in STEPS if (starts := read(chapter, index)) is not None)


class _Chapter:
    """The paragraphs of one chapter, read in order.

    Args:
        lines: Its lines.
        first: The index of its first line in the report.
        candidates: Its headings.
        styles: The styles that sections may have.
    """

    def __init__(
        self, lines: Sequence[Line], first: int, candidates: list[HeadingCandidate], styles: tuple[Style, ...]
    ) -> None:
        self._lines = lines
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
        self._last_section = max(self._sections, default=-1)
        texts = [line.text for line in lines]
        self._parallel = parallel_openings(texts)
        self._dashed = dashed_lines(texts)
        self._is_in_section = self._is_in_closing = False
        #: Whether the last paragraph has headlines inside, so that the next is not part of the last of them.
        self._is_after_list = False

    def heading(self, index: int) -> list[NodeStart] | None:
        """Read the heading of a section, or of a topic in brackets, and the text run in after it."""
        line = self._lines[index]
        level: Level = "section" if index in self._sections else "topic"
        candidate = self._sections.get(index) or self._topics.get(index)
        if candidate is None:
            return None
        rank = SECTION_RANK if level == "section" else TOPIC_RANK
        heading = candidate.heading if len(candidate.heading or "") <= 2 * MAX_HEADING else None
        inner = inner_starts(line, candidate.after)
        self._is_in_section, self._is_in_closing, self._is_after_list = True, False, bool(inner)
        return [NodeStart(line.start, level, rank, candidate.number, heading), *inner]

    def closing(self, index: int) -> list[NodeStart] | None:
        """Read the address to the deputies that closes a chapter after its last section."""
        line = self._lines[index]
        if not self._is_in_section or index <= self._last_section or not ADDRESS.match(line.text):
            return None
        self._is_in_section, self._is_in_closing, self._is_after_list = False, True, False
        return [NodeStart(line.start, "part", SECTION_RANK, name="closing")]

    def skipped(self, index: int) -> list[NodeStart] | None:
        """Skip empty lines, and the text of the closing."""
        return [] if self._is_in_closing or not self._lines[index].text.strip() else None

    def paragraph(self, index: int) -> list[NodeStart]:
        """Read the topics and items of a paragraph; one without any continues the chapter after a list."""
        line = self._lines[index]
        is_parallel = opening_words(line.text) in self._parallel
        may_open = self._is_in_section or not self._sections or is_parallel or opens_a_list(line.text)
        inner = inner_starts(line, 0, may_open, self._follower(index), is_parallel)
        is_dashed = not inner and index in self._dashed
        if is_dashed:
            inner = [NodeStart(line.start, "item", ITEM_RANK, None, dash_heading(line.text))]
        opens = bool(inner) and inner[0].offset == line.start
        continues = self._is_after_list and not opens
        self._is_after_list = is_dashed or len(inner) > opens
        if continues:
            return [NodeStart(line.start, "part", TOPIC_RANK, name="continuation"), *inner]
        return inner

    def _follower(self, index: int) -> str:
        """Return the next paragraph that is not empty."""
        below = (self._lines[other].text for other in range(index + 1, len(self._lines)))
        return next((text for text in below if text.strip()), "")


#: How a paragraph is read: by the first step that takes it. Each has an example, whose last line it reads, and the
#: levels of the nodes that start there.
STEPS: tuple[tuple[Callable[[_Chapter, int], list[NodeStart] | None], str, tuple[Level, ...]], ...] = (
    (_Chapter.heading, "（一）抓项目。新建厂房12万平方米。", ("section",)),
    (_Chapter.closing, "（一）抓项目。新建厂房。\n各位代表！成绩来之不易。", ("part",)),
    (_Chapter.skipped, "（一）抓项目。新建厂房。\n各位代表！\n成绩来之不易。", ()),
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


def inner_starts(
    line: Line, after: int, may_open: bool = False, follower: str = "", is_parallel: bool = False
) -> list[NodeStart]:
    """Return where topics and items start within a paragraph, from offset ``after`` in it.

    Args:
        line: The paragraph.
        after: Where to begin: after the heading of a section, or 0.
        may_open: Whether its first sentence may be a topic.
        follower: The paragraph below.
        is_parallel: Whether other paragraphs of the chapter open with the same words.
    """
    text = line.text
    if not text[after:].strip("。 　"):
        return []
    if after == 0 and (match := ITEM.match(text)):
        return _item_starts(line, match)
    opener = opening_topic(text, is_parallel) or heading_line(text, follower) if may_open else None
    starts = [NodeStart(line.start, "topic", TOPIC_RANK, None, opener.heading)] if opener else []
    after = opener.end if opener else after
    items = inline_items(text, after)
    topics = inline_topics(text, after) if after or may_open else []
    if items and any(items[0].start < topic.start < items[-1].end for topic in topics):
        topics = []
    return [*starts, *_node_starts(line, items, topics)]


def _item_starts(line: Line, match: re.Match[str]) -> list[NodeStart]:
    """Return the item that a paragraph is, and those that follow it there: ``一是…二是…``."""
    heading = headline(match["rest"])
    number = next(match[form] for form, _, _ in ITEM_FORMS if match[form])
    start = NodeStart(line.start, "item", ITEM_RANK, number, heading if len(heading) <= MAX_HEADING else None)
    items = inline_items(line.text, match.end("is"), small_number(match["is"])) if match["is"] else []
    return [start, *_node_starts(line, items, [])]


def _node_starts(line: Line, items: list[Headline], topics: list[Headline]) -> list[NodeStart]:
    """Return the starts of headlines, in order."""
    levels: tuple[tuple[Level, int, list[Headline]], ...] = (
        ("item", ITEM_RANK, items),
        ("topic", TOPIC_RANK, topics),
    )
    starts = [
        NodeStart(line.start + inner.start, level, rank, inner.number, inner.heading)
        for level, rank, headlines in levels
        for inner in headlines
    ]
    return sorted(starts, key=lambda start: start.offset)
