"""Read all paragraphs of a list with dashes alike: ``——产业更优。…``, ``——城乡更美。…``.

Each is a topic or an item by its own first sentence. In a list where most are topics, a longer first sentence is one too,
and where few are, a short one is an item.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.convert.continuations import Reading
from tui.convert.headings import MAX_HEADING, headline
from tui.convert.nesting import ITEM_RANK, TOPIC_RANK
from tui.convert.topics import dash_heading, has_dash, without_dash
from tui.report.model import Level

#: Paragraphs of a list.
_MIN_LIST = 3


def with_even_lists(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the paragraphs of a chapter, those of a list with dashes all as topics or all as items."""
    for is_list, group in groupby(readings, _is_of_list):
        members = list(group)
        yield from _even(members) if is_list else members


def _is_of_list(reading: Reading) -> bool:
    """Return whether a paragraph begins with a dash and is a topic or an item as a whole."""
    return has_dash(reading.text) and len(reading.starts) > 0 and reading.starts[0].offset == reading.offset


def _even(readings: list[Reading]) -> list[Reading]:
    topics = sum(reading.starts[0].level == "topic" for reading in readings)
    if len(readings) < _MIN_LIST or topics in (0, len(readings)):
        return readings
    return [_as("topic" if 2 * topics >= len(readings) else "item", reading) for reading in readings]


def _as(level: Level, reading: Reading) -> Reading:
    first, *inner = reading.starts
    if first.level == level or (inner and level == "item"):
        return reading
    if level == "item":
        return reading._replace(starts=[first._replace(level="item", rank=ITEM_RANK)], form="list")
    sentence = headline(without_dash(reading.text))
    heading = sentence if len(sentence) <= MAX_HEADING else dash_heading(reading.text)
    topic = first._replace(level="topic", rank=TOPIC_RANK, heading=heading)
    return reading._replace(starts=[topic, *inner], form="list" if inner else "run-in")
