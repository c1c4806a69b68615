"""Find where topics and items start within a paragraph."""

from __future__ import annotations

import re

from tui.convert.headings import ITEM, ITEM_FORMS, MAX_HEADING, Line, headline
from tui.convert.headline_habits import HeadlineHabits
from tui.convert.inline_items import inline_items
from tui.convert.inline_topics import Headline, inline_topics, is_above
from tui.convert.nesting import ITEM_RANK, TOPIC_RANK, NodeStart
from tui.report.model import Level
from tui.report.numerals import small_number


def inner_starts(
    line: Line, after: int, habits: HeadlineHabits, opener: Headline | None = None, may_divide: bool = False
) -> list[NodeStart]:
    """Return where topics and items start within a paragraph, from offset ``after`` in it.

    Args:
        line: The paragraph.
        after: Where to begin: after the heading of a section, or 0.
        habits: How the report uses headlines.
        opener: The topic that opens the paragraph.
        may_divide: Whether topics may divide a paragraph that begins with no heading.
    """
    text = line.text
    if not text[after:].strip("。 　"):
        return []
    if after == 0 and (match := ITEM.match(text)):
        return _item_starts(line, match)
    starts = [NodeStart(line.start, "topic", TOPIC_RANK, None, opener.heading)] if opener else []
    may_divide = habits.divide and (may_divide or after > 0)
    after = opener.end if opener else after
    items = inline_items(text, after)
    topics = inline_topics(text, after, opener, habits.divide_often) if may_divide else []
    if items and any(items[0].start < topic.start < items[-1].end for topic in topics):
        topics = []
    is_below = opener is not None and bool(topics) and is_above(text, opener, topics)
    return [*starts, *_node_starts(line, items, topics, ITEM_RANK if is_below else TOPIC_RANK)]


def _item_starts(line: Line, match: re.Match[str]) -> list[NodeStart]:
    """Return the item that a paragraph is, and those that follow it there: ``一是…二是…``."""
    heading = headline(match["rest"])
    number = next(match[form] for form, _, _ in ITEM_FORMS if match[form])
    start = NodeStart(line.start, "item", ITEM_RANK, number, heading if len(heading) <= MAX_HEADING else None)
    items = inline_items(line.text, match.end("is"), small_number(match["is"])) if match["is"] else []
    return [start, *_node_starts(line, items, [])]


def _node_starts(
    line: Line, items: list[Headline], topics: list[Headline], topic_rank: int = TOPIC_RANK
) -> list[NodeStart]:
    """Return the starts of headlines, in order."""
    levels: tuple[tuple[Level, int, list[Headline]], ...] = (
        ("item", ITEM_RANK, items),
        ("topic", topic_rank, topics),
    )
    starts = [
        NodeStart(line.start + inner.start, level, rank, inner.number, inner.heading)
        for level, rank, headlines in levels
        for inner in headlines
    ]
    return sorted(starts, key=lambda start: start.offset)
