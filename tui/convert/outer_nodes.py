"""Find the items and topics that have topics below them.

Most items are below topics, and topics below sections. Where a text goes on to count after a topic (``一是稳增长。`` – topics –
``二是促改革。``), or goes on with dashes (``——产业更优。`` – topics – ``——城乡更美。``), what it goes on with is the outer list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.convert.continuations import Reading, turns_away
from tui.convert.headings import ITEM, ITEM_FORMS
from tui.convert.nesting import OUTER_RANK, SECTION_RANK
from tui.convert.topics import has_dash, speaks_of_a_period
from tui.report.model import Level
from tui.report.numerals import small_number


@dataclass(slots=True)
class _Row:
    """Paragraphs that open alike.

    Attributes:
        form: How they open.
        members: Their indices.
        number: Of the last one; None for topics.
        topics: How many paragraphs with topics there are up to the last one.
        divided: How many have topics between them and the next one.
        is_numbered: Whether they have numbers.
    """

    form: str
    members: list[int]
    number: int | None
    topics: int
    divided: int = 0
    is_numbered: bool = False

    @property
    def is_outer(self) -> bool:
        """Whether they have topics below them: if any have where they are numbered, else if most have."""
        return bool(self.divided) if self.is_numbered else 2 * self.divided >= len(self.members)


def with_outer_nodes(readings: Sequence[Reading]) -> list[Reading]:
    """Return the paragraphs of a chapter, those with topics between them with the rank of outer nodes.

    In a chapter without sections, those that look at a period are its sections.
    """
    has_sections = any(start.level == "section" for reading in readings for start in reading.starts)
    outer: dict[int, Level] = {
        index: "topic" if row.form != "period" or has_sections else "section"
        for row in _rows(readings)
        if row.is_outer
        for index in row.members
    }
    return [
        _as_outer(reading, outer[index]) if index in outer else reading
        for index, reading in enumerate(readings)
    ]


def _rows(readings: Sequence[Reading]) -> list[_Row]:
    """Return the lists that paragraphs of a chapter are in, by how they open."""
    rows: list[_Row] = []
    reached: dict[str, _Row] = {}
    topics = 0
    for index, reading in enumerate(readings):
        form, number = _form(reading)
        if any(start.rank <= SECTION_RANK for start in reading.starts):
            reached = {}
        elif form == "period" or (not reading.starts and turns_away(reading.text)):
            reached.pop("dash", None)  # dashes are below a look at a period, and below a lead-in
        has_topics = any(start.level == "topic" for start in reading.starts)
        row = reached.get(form)
        if row and (number is None or number == (row.number or 0) + 1):
            row.members.append(index)
            row.number, row.divided = number, row.divided + (topics > row.topics)
            row.topics = topics + has_topics
        elif form:
            is_numbered = number is not None or form == "bracket"
            row = reached[form] = _Row(form, [index], number, topics + has_topics, is_numbered=is_numbered)
            rows.append(row)
        topics += has_topics
    return rows


def _form(reading: Reading) -> tuple[str, int | None]:
    """Return how a paragraph opens that is one of a list, and its number; an empty form if it is none."""
    if not reading.starts or reading.starts[0].offset != reading.offset:
        return "", None
    if reading.starts[0].level == "topic" and reading.starts[0].number:
        return "bracket", None
    if reading.form not in ("run-in", "line", "list"):
        return "", None
    if reading.starts[0].level == "topic":
        return "dash" if has_dash(reading.text) else "period" if speaks_of_a_period(
            reading.text
        ) else "", None
    match = ITEM.match(reading.text)
    form = next((form for form, _, _ in ITEM_FORMS if match and match[form]), "")
    number = match[form] if match and form else ""
    return form, int(number) if number.isdecimal() else small_number(number) or 0


def _as_outer(reading: Reading, level: Level) -> Reading:
    first, *others = reading.starts
    level = level if first.level == "topic" else first.level
    return reading._replace(starts=[first._replace(level=level, rank=OUTER_RANK), *others])
