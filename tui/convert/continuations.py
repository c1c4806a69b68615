"""Decide which node the paragraphs belong to in which none starts.

A topic or item that opens a paragraph is that paragraph: what stands below without a headline continues the parent.
Those with a line of their own go on, and so do the others in a chapter where most have several paragraphs. They too end
where the text turns to something else: at the address to the deputies, at a look at a whole period, at a lead-in
(``主要做了以下工作：``). Where a list counts on below, the text has not left it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.convert.headings import ADDRESS
from tui.convert.nesting import OUTER_RANK, TOPIC_RANK, NodeStart
from tui.convert.topics import speaks_of_a_period
from tui.report.grammar import CLAUSE_ENDS, CLOSERS

#: How nodes start in a paragraph: it opens with a headline, is one, holds several, is the heading of a section, begins
#: with the number of a topic; or none starts.
Form = Literal["run-in", "line", "list", "section", "bracket", "plain"]
#: What a paragraph without headline does: nothing, belong to the open node, belong to it unless it is an address, end it,
#: belong to the part that continues the parent.
_State = Literal["none", "own", "numbered", "ends", "continues"]
_AFTER: dict[Form, _State] = {
    "run-in": "ends", "line": "own", "list": "ends", "section": "none", "bracket": "numbered",
}  # fmt: skip
#: How a lead-in ends, each with an example.
LEAD_INS: tuple[tuple[str, str], ...] = (
    (r"[:：]", "一年来，我们主要做了以下工作："),
    (r"(?:以下|下列|如下|下面|方面)[^。，,]{0,12}。", "今年要抓好八个方面的工作。"),
)
_LEAD_IN = re.compile(rf"(?:{'|'.join(pattern for pattern, _ in LEAD_INS)})$")
_LEAD_IN_MAX, _LEAD_IN_NAME_MAX = 80, 40
#: Topics of several paragraphs that make a habit.
_MIN_SEVERAL = 2
_UNFINISHED = re.compile(rf"[^{CLAUSE_ENDS}{CLOSERS}…]$")


class Reading(NamedTuple):
    """A paragraph as it was read.

    Attributes:
        offset: Where it begins in the report.
        text: The paragraph, stripped.
        starts: The nodes that start in it, in order.
        form: How they start.
    """

    offset: int
    text: str
    starts: list[NodeStart]
    form: Form


def with_continuations(
    readings: Sequence[Reading], within_lists: Container[int], wrap_ups: Container[int] = ()
) -> Iterator[NodeStart]:
    """Yield where nodes start in the paragraphs of a chapter, with the parts that continue a parent after them.

    Args:
        readings: The paragraphs.
        within_lists: The indices of those between two of a list that count on: none of them leaves the list.
        wrap_ups: The indices of those about all outer nodes: each of them leaves the last one.
    """
    owners = {level for level in ("topic", "item") if _have_several_paragraphs(readings, level)}
    state: _State = "none"
    is_unfinished = is_in_outer = False
    for index, reading in enumerate(readings):
        begins_with_text = not reading.starts or reading.starts[0].offset > reading.offset
        is_within = index in within_lists
        stays = is_unfinished or (is_within and not is_in_outer)
        wraps_up = is_in_outer and index in wrap_ups
        ends = not stays and _ends_the_node(reading.text, state, is_in_outer)
        if begins_with_text and (wraps_up or ends):
            name = _lead_in_name(reading.text)
            leaves_outer = wraps_up or (is_in_outer and not is_within and _looks_up(reading.text))
            rank = OUTER_RANK if leaves_outer else TOPIC_RANK
            yield NodeStart(reading.offset, "part", rank, None, name, "continuation")
            state, is_in_outer = "continues", is_in_outer and not leaves_outer
        if reading.starts:
            yield from reading.starts
            if reading.starts[0].rank <= OUTER_RANK:
                is_in_outer = reading.starts[0].rank == OUTER_RANK
            is_owner = reading.form == "run-in" and reading.starts[0].level in owners
            state = "own" if is_owner else _AFTER[reading.form]
        is_unfinished = reading.form != "line" and bool(
            _UNFINISHED.search(reading.text, len(reading.text) - 1)
        )


def _have_several_paragraphs(readings: Sequence[Reading], level: str) -> bool:
    """Return whether most topics, or items, that another follows have more than the paragraph they open."""
    starting = [index for index, reading in enumerate(readings) if reading.starts]
    several = followed = 0
    for index, below in pairwise(starting):
        pair = (readings[index], readings[below])
        if all(reading.form == "run-in" and reading.starts[0].level == level for reading in pair):
            followed += 1
            several += below > index + 1 and not turns_away(readings[index + 1].text)
    return several >= _MIN_SEVERAL and 2 * several > followed


def _ends_the_node(text: str, state: _State, is_in_outer: bool) -> bool:
    """Return whether a paragraph that begins without headline begins a part of its own."""
    if state == "own":
        return turns_away(text)
    if state == "numbered":
        return bool(ADDRESS.match(text))
    if state == "continues":
        return _lead_in_name(text) is not None or (is_in_outer and _looks_up(text))
    return state == "ends"


def turns_away(text: str) -> bool:
    """Return whether a paragraph turns from the topic above to something else."""
    return _looks_up(text) or _is_lead_in(text)


def _looks_up(text: str) -> bool:
    """Return whether a paragraph addresses the deputies, or looks at a whole period."""
    return bool(ADDRESS.match(text)) or speaks_of_a_period(text)


def _is_lead_in(text: str) -> bool:
    return len(text) <= _LEAD_IN_MAX and bool(_LEAD_IN.search(text))


def _lead_in_name(text: str) -> str | None:
    """Return a lead-in without its closing mark, if it is short enough for a name."""
    name = text.rstrip(":：。")
    return (
        name
        if name and _is_lead_in(text) and len(name) <= _LEAD_IN_NAME_MAX and not ADDRESS.match(text)
        else None
    )
