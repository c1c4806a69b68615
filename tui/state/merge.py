"""Merge the state of two windows.

Every function is a three-way merge of ``base`` (what this window read), ``mine`` (what it has now) and ``theirs``
(what is on disk now). A change of one side is taken; if both changed the same thing, mine wins; what either deleted
stays deleted, unless the other added it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def merge_value(base: T, mine: T, theirs: T) -> T:
    """Merge a single value."""
    return theirs if mine == base else mine


def merge_mapping(base: Mapping[str, T], mine: Mapping[str, T], theirs: Mapping[str, T]) -> dict[str, T]:
    """Merge key by key."""
    merged = dict(theirs)
    for key in {**base, **mine}:
        if key not in mine:
            if key in theirs and theirs[key] == base[key]:
                del merged[key]
        elif key not in base or mine[key] != base[key]:
            merged[key] = mine[key]
    return merged


def merge_used(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Merge lists without duplicates whose most recently used entry is the last.

    Using an entry moves it to the end, so what a side has used since is the end of its list that is out of order.
    """
    used, their_used = used_since(base, mine), set(used_since(base, theirs))
    deleted = set(base).difference(mine) - their_used
    return [*(entry for entry in theirs if entry not in deleted and entry not in used), *used]


def used_since(base: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return the entries at the end of a list that are not in the order of ``base``."""
    left = iter(base)
    for index, entry in enumerate(now):
        if entry not in left:  # the iterator goes on behind the last match
            return list(now[index:])
    return []


def unique_last(entries: Iterable[str]) -> list[str]:
    """Return the entries without duplicates, each at its last position."""
    return list(dict.fromkeys(reversed(list(entries))))[::-1]
