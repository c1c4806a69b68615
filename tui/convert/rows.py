"""Find the lists that paragraphs of a chapter are in: those that count on, or open with dashes or looks at a period.

A list may have other nodes between its members, and paragraphs without a headline. Between two that count on, or open
with the same words, these belong to the first of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.convert.continuations import Reading, turns_away
from tui.convert.headings import ITEM, ITEM_FORMS
from tui.convert.nesting import SECTION_RANK
from tui.convert.topics import MIN_PARALLEL, has_dash, opening_words, speaks_of_a_period
from tui.report.numerals import small_number


@dataclass(slots=True)
class Row:
    """Paragraphs that open alike.

    Attributes:
        form: How they open.
        members: Their indices.
        number: Of the last one; None for topics.
        inner: How many paragraphs with nodes that may be below them there are up to the last one.
        divided: How many have such between them and the next one.
        is_numbered: Whether they have numbers.
    """

    form: str
    members: list[int]
    number: int | None
    inner: int
    divided: int = 0
    is_numbered: bool = False

    @property
    def is_outer(self) -> bool:
        """Whether they have nodes below them: if any have where they are numbered, else if most have."""
        return bool(self.divided) if self.is_numbered else 2 * self.divided >= len(self.members)


def read_rows(readings: Sequence[Reading]) -> list[Row]:
    """Return the lists that paragraphs of a chapter are in, by how they open."""
    rows: list[Row] = []
    reached: dict[str, Row] = {}
    topics = nodes = 0
    for index, reading in enumerate(readings):
        form, number = _form(reading)
        if any(start.rank <= SECTION_RANK for start in reading.starts):
            reached = {}
        elif form == "period" or (not reading.starts and turns_away(reading.text)):
            reached.pop("dash", None)  # dashes are below a look at a period, and below a lead-in
        is_numbered = number is not None or form == "bracket"
        above = nodes if number is not None else topics
        topics += any(start.level == "topic" for start in reading.starts)
        nodes += bool(reading.starts)
        inner = nodes if number is not None else topics
        row = reached.get(form)
        if row and (number is None or number == (row.number or 0) + 1):
            row.members.append(index)
            row.number, row.divided, row.inner = number, row.divided + (above > row.inner), inner
        elif form:
            row = reached[form] = Row(form, [index], number, inner, is_numbered=is_numbered)
            rows.append(row)
    return rows


def within_lists(readings: Sequence[Reading]) -> set[int]:
    """Return the indices of the paragraphs between two of a list, which have not left it.

    They are between two that count on, or between two topics of several that open alike.
    """
    counting = [row.members for row in read_rows(readings) if row.number is not None]
    found = {index for members in counting for pair in pairwise(members) for index in _between(*pair)}
    return found | {
        index
        for pair in _alike(readings)
        for index in _between(*pair)
        if not turns_away(readings[index].text)
    }


def _between(one: int, other: int) -> range:
    return range(one + 1, other)


def _alike(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Yield the indices of topics of which the next one opens with the same words, if several do."""
    opened = [
        (index, opening_words(reading.text) if reading.starts[0].level == "topic" else "")
        for index, reading in enumerate(readings)
        if reading.starts and reading.form != "section"
    ]
    times = Counter(words for _, words in opened)
    for (index, words), (below, others) in pairwise(opened):
        if words and words == others and times[words] >= MIN_PARALLEL:
            yield index, below


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
