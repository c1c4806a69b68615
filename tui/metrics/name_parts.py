"""Name parts of a whole: 新增就业26万人，其中下岗职工14万人."""

from __future__ import annotations

import re

from tui.metrics.name_amounts import COUNTS_POINTS
from tui.metrics.name_context import Context, thing_of
from tui.metrics.name_owners import INDUSTRY
from tui.metrics.name_words import SCOPE

_PART = re.compile(r"其中[，,:：]?[^,，;；。:：]{0,40}\Z")
#: 市区两级名师，其中市级300名.
_TWO_LEVELS = re.compile("\\A[省市县区]{2}两级")
_KIND_OF_POINTS = re.compile("约束性|预期性|指导性")
_SCOPE_ONLY = re.compile(rf"(?:{SCOPE})(?:财政)?\Z")
#: Items before a part among which its whole may be.
_MAX_WHOLES = 4
_OUTPUT, _SHARE = "生产总值", "占比"


def whole_of(name: str, context: Context) -> str:
    """Return the name of the whole a quantity is part of (其中); empty if it is not."""
    last = context.last
    if last is None:
        return ""
    if _PART.search(context.gap):
        measure = name.removesuffix(_SHARE)[-2:]
        alike = (item for item in reversed(context.items[-_MAX_WHOLES:]) if measure and measure in item.name)
        item = next(alike, last)
        whole = item.part_of or item.name
        return "" if COUNTS_POINTS.search(whole) else whole
    if _OUTPUT in last.part_of and INDUSTRY.match(name):
        return last.part_of
    return last.part_of if context.is_listed or not name else ""


def point_of_list(name: str, context: Context) -> str | None:
    """37项主要目标，其中约束性14项、预期性23项: of what kind the points of a list are."""
    points = next(
        (found for item in reversed(context.items) if (found := COUNTS_POINTS.search(item.name))), None
    )
    return name + points[0] if points and _KIND_OF_POINTS.fullmatch(name) else None


def name_of_part(name: str, whole: str) -> str:
    """Return the name of a part; where it does not say what is measured, with the head of the whole's name."""
    if not name:
        return whole
    if not _SCOPE_ONLY.match(name):
        return name
    head = thing_of(whole)
    return whole[: len(whole) - len(head)] + name + _TWO_LEVELS.sub("", head)
