"""Drop topics that divide nothing: the only one among paragraphs without headlines, or the only paragraph of a section.

Topics divide what they are in. One paragraph of many that opens with a short sentence is no topic: its neighbours would
look as if they had none. A long one that is all of
a section says no more than the heading of that section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.convert.continuations import Reading
from tui.convert.headings import MAX_LINE
from tui.convert.nesting import ITEM_RANK, TOPIC_RANK
from tui.convert.topics import has_dash

#: Paragraphs without headline around a topic that make it a mere sentence.
_MIN_PLAIN = 2
#: Paragraphs of the smallest section, with its heading.
_MIN_SECTION = 2
_RESTATES = re.compile("^我们|[,，]")


def without_lone_topics(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the paragraphs of a chapter, lone topics without their start."""
    units = 0

    def unit(reading: Reading) -> int:
        """Count the headings of sections, and the items, up to a paragraph."""
        nonlocal units
        units += reading.form in ("section", "bracket") or any(
            start.level == "item" for start in reading.starts
        )
        return units

    for _, members in groupby(readings, unit):
        yield from _of_unit(list(members))


def _of_unit(members: list[Reading]) -> Iterator[Reading]:
    if len(members) == _MIN_SECTION and members[0].form == "section" and len(members[0].text) <= MAX_LINE:
        yield from (members[0], _without_opener(members[1]))
        return
    topics = sum(any(start.level == "topic" for start in reading.starts) for reading in members)
    plain = sum(not reading.starts for reading in members)
    for reading in members:
        is_lone = (
            (topics == 1 and plain >= _MIN_PLAIN and reading.form == "run-in")
            and reading.starts[0].level == "topic"
            and not has_dash(reading.text)
        )
        yield reading._replace(starts=[], form="plain") if is_lone else reading


def _without_opener(reading: Reading) -> Reading:
    """Return the only paragraph of a section without the topic that opens it, unless that is the first of several.

    A short headline may be the first of several that were not found; a long one restates the heading of the section.
    """
    if reading.form not in ("run-in", "list") or has_dash(reading.text):
        return reading
    opener, *inner = reading.starts
    is_topic = opener.level == "topic" and opener.offset == reading.offset
    is_first = any(start.level != "topic" or start.rank != ITEM_RANK for start in inner)
    if not is_topic or is_first or not _RESTATES.search(opener.heading or ""):
        return reading
    starts = [start._replace(rank=TOPIC_RANK) for start in inner]
    return reading._replace(starts=starts, form="list" if starts else "plain")
