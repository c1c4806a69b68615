"""Find out whether a report uses headlines at all.

Reports of recent years open most paragraphs with a headline, or divide long ones by several. Older ones, communiqués and
novels do not, and a short sentence there is only a short sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.convert.headings import ADDRESS, ITEM
from tui.convert.inline_topics import form_of, inline_topics
from tui.convert.topics import opening_topic
from tui.report.grammar import NUMERAL

_NUMBERED = re.compile(rf"\s*[(（]?{NUMERAL}{{1,3}}[)）、]|{ITEM.pattern}|{ADDRESS.pattern}")

#: Characters of a paragraph that may be divided or have a headline.
_LONG = 100
#: Of a hundred long paragraphs without a number so many open with a short sentence, and so many with one that names an
#: action or a state; more short sentences are enough by themselves. Of all long paragraphs, so many are divided.
_OPEN_PERCENT, _NAMED_PERCENT, _MOSTLY_OPEN_PERCENT, _DIVIDED_PERCENT = 18, 6, 45, 10
#: Long paragraphs without a number that show a habit; in shorter texts headlines are taken as they come.
_MIN_PARAGRAPHS = 8


class HeadlineHabits(NamedTuple):
    """How a report uses headlines.

    Attributes:
        open: Whether they may open its paragraphs.
        divide: Whether they may divide them.
        divide_often: Whether they divide many.
    """

    open: bool
    divide: bool
    divide_often: bool


def headline_habits(paragraphs: Iterable[str]) -> HeadlineHabits:
    """Return how a report uses headlines."""
    long = [paragraph for paragraph in paragraphs if len(paragraph) >= _LONG]
    plain = [paragraph for paragraph in long if not _NUMBERED.match(paragraph)]
    opened = [topic for paragraph in plain if (topic := opening_topic(paragraph, True))]
    named = sum(form_of(topic.heading or "") != "either" for topic in opened)
    may_open = (
        len(plain) < _MIN_PARAGRAPHS
        or 100 * len(opened) >= _MOSTLY_OPEN_PERCENT * len(plain)
        or (100 * len(opened) >= _OPEN_PERCENT * len(plain) and 100 * named >= _NAMED_PERCENT * len(plain))
    )
    divided = sum(bool(inline_topics(paragraph, 0, are_common=False)) for paragraph in long)
    divide_often = len(long) < _MIN_PARAGRAPHS or 100 * divided >= _DIVIDED_PERCENT * len(long)
    return HeadlineHabits(may_open, may_open or divide_often, divide_often)
