"""Turn the places where nodes start into a tree of drafts with ids."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.convert.headings import NOTE_MARK
from tui.report.grammar import PAUSES
from tui.report.model import Level, NodeDraft
from tui.report.numerals import first_year, small_number

#: Depth of a node; a start ends all open nodes of its rank or a higher one. An outer item, or topic, has topics below it.
CHAPTER_RANK, SECTION_RANK, OUTER_RANK, TOPIC_RANK, ITEM_RANK = 1, 2, 3, 4, 5
#: Characters by which a heading is found in its node.
_BEGINNING = 4


class NodeStart(NamedTuple):
    """Where a node starts.

    Attributes:
        offset: Of the line, or of the sentence, it starts with.
        level: What it is.
        rank: 1 for chapters, growing inwards.
        number: As printed, without marks.
        heading: Without its closing mark.
        name: Name of a part within its parent: ``closing``, ``continuation``.
    """

    offset: int
    level: Level
    rank: int
    number: str | None = None
    heading: str | None = None
    name: str = ""


def nest(text: str, starts: Sequence[NodeStart]) -> list[NodeDraft]:
    """Return the outermost nodes. Each node has the text up to the next start, the first from the beginning."""
    roots: list[NodeDraft] = []
    open_nodes: list[tuple[int, NodeDraft]] = []
    offsets = [0, *(start.offset for start in starts[1:]), len(text)]
    for start, (begin, end) in zip(starts, pairwise(offsets), strict=False):  # no starts: no nodes
        while open_nodes and open_nodes[-1][0] >= start.rank:
            open_nodes.pop()
        heading = _printed(start, text[begin:end])
        year = first_year(heading) if start.level == "chapter" and heading else None
        draft = NodeDraft(start.name, start.level, text[begin:end], start.number, heading, year)
        siblings = open_nodes[-1][1].children if open_nodes else roots
        siblings.append(draft)
        open_nodes.append((start.rank, draft))
    _forget_years(roots)
    _set_ids(roots, "")
    return roots


def _forget_years(roots: Sequence[NodeDraft]) -> None:
    """Leave the year of a chapter open if the next number is missing: its text then holds another chapter as well."""
    numbered = [draft for draft in roots if draft.level == "chapter" and draft.number]
    for draft, following in pairwise(numbered):
        number, next_number = small_number(draft.number or ""), small_number(following.number or "")
        if number is not None and next_number is not None and next_number > number + 1:
            draft.year = None


def _printed(start: NodeStart, own: str) -> str | None:
    """Return the heading of a node without marks of notes; of an item, only what precedes the next one."""
    heading = start.heading or ""
    begin = own.find(heading[:_BEGINNING]) if start.level == "item" else -1
    if begin >= 0 and len(own) < begin + len(heading):
        heading = own[begin:].strip().rstrip(PAUSES)
    return NOTE_MARK.sub("", heading) or None


def _set_ids(siblings: list[NodeDraft], prefix: str) -> None:
    """Set ids: names for parts, numbers for others; topics and items before the first section are below ``0``."""
    has_sections = any(draft.level == "section" for draft in siblings)
    counts: dict[str, int] = {}
    for draft in siblings:
        if draft.level == "part":
            key = draft.id
        else:
            key = "0." if has_sections and draft.level in ("topic", "item") else ""
        count = counts[key] = counts.get(key, 0) + 1
        draft.id = prefix + key + (str(count) if draft.level != "part" or count > 1 else "")
        _set_ids(draft.children, f"{draft.id}.")
