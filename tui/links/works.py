"""Tell whether new things are built or old ones made better: 新建公园64个 is only a part of 新建、改造公园90个."""

from __future__ import annotations

import re

from tui.links.sides import Side

#: Both at once; then each of the two alone.
_BOTH = re.compile(
    r"新建[、和及与或]?(?:[(（])?[改扩提](?!革)|(?:改造|改建|扩建|改扩建|提升)[、和及与或]?新建|新[、(（]?改[)）]?[、]?扩?建|新建?[、(（]?扩[)）]?建|建设改造"
)
_NEW = re.compile("新建|新修建?|新增")
_OLD = re.compile("改造|改建|扩建|提质|提档|整修|翻修|维修|修缮")
Works = frozenset[str]


def works_of(side: Side) -> Works:
    """Return which of the two a metric counts, by its name, else by its clause before it; empty if neither is said."""
    return works_in(side.metric.indicator) or works_in(side.clause_before)


def works_in(words: str) -> Works:
    """Return which of the two some words speak of."""
    if _BOTH.search(words):
        return frozenset(("new", "old"))
    return frozenset(work for work, pattern in (("new", _NEW), ("old", _OLD)) if pattern.search(words))


def are_works_alike(one: Side, other: Side) -> bool:
    """Tell whether two metrics count the same of the two, as far as they say."""
    works, others = works_of(one), works_of(other)
    return not works or not others or works == others
