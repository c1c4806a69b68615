"""Drop topics that are the only one among paragraphs without headlines.

Topics divide what they are in. One paragraph of many that opens with a short sentence is no topic: its neighbours would
look as if they had none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.convert.continuations import Reading
from tui.convert.topics import has_dash

#: Paragraphs without headline around a topic that make it a mere sentence.
_MIN_PLAIN = 2


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
    topics = sum(any(start.level == "topic" for start in reading.starts) for reading in members)
    plain = sum(not reading.starts for reading in members)
    for reading in members:
        is_lone = (
            (topics == 1 and plain >= _MIN_PLAIN and reading.form == "run-in")
            and reading.starts[0].level == "topic"
            and not has_dash(reading.text)
        )
        yield reading._replace(starts=[], form="plain") if is_lone else reading
