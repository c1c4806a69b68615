"""Tell terms that make up a list as one: 大众创业、万众创新."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.wording.elsewhere import Elsewhere
from tui.wording.term_scores import ScoredTerm

_MARK = "、"
#: An item of a list, before and behind its mark.
_BEFORE = re.compile(r"([\u4e00-\u9fff]{2,10})、\Z")
_BEHIND = re.compile(r"、([\u4e00-\u9fff]{2,10})")
_ITEM = re.compile(r"[\u4e00-\u9fff]+")
#: Characters and items of the longest list.
_LONGEST, _MOST_ITEMS = 30, 6
#: Share of the other reports with one of the terms that have the list as well.
_MIN_SHARE = 0.5


def lists_joined(terms: Sequence[ScoredTerm], text: str, after: Elsewhere) -> list[ScoredTerm]:
    """Return terms with those that stand in a list told together, where the better one of them was.

    Args:
        terms: The terms, the best first.
        text: Their text.
        after: Other reports of its year: a list that they do not have is none.
    """
    by_start = {term.start: term for term in terms if not term.is_quoted}
    by_end = {term.start + len(term.text): term for term in by_start.values()}
    told: set[int] = set()
    found = []
    for term in terms:
        if term.start in told:
            continue
        items = [term]
        while other := _next(items[-1], text, by_start):
            items.append(other)
        while other := _previous(items[0], text, by_end):
            items.insert(0, other)
        if (first := _first_item(items, text, after)) is not None:
            items.insert(0, first)
        joined = text[items[0].start : items[-1].start + len(items[-1].text)]
        if len(items) > 1 and not _is_cut(joined, items[0].start, text) and _is_list(joined, items, after):
            told.update(item.start for item in items)
            found.append(term._replace(text=joined, start=items[0].start))
        else:
            found.append(term)
    return found


def _next(term: ScoredTerm, text: str, by_start: dict[int, ScoredTerm]) -> ScoredTerm | None:
    """Return what follows a term in a list: another term, or what is as long."""
    end = term.start + len(term.text)
    if term.is_quoted or text[end : end + 1] != _MARK:
        return None
    if end + 1 in by_start:
        return by_start[end + 1]
    item = _BEHIND.match(text, end)
    return ScoredTerm(0.0, item[1], end + 1, False) if item and len(item[1]) == len(term.text) else None


def _previous(term: ScoredTerm, text: str, by_end: dict[int, ScoredTerm]) -> ScoredTerm | None:
    """Return what precedes a term in a list."""
    if term.is_quoted or text[term.start - 1 : term.start] != _MARK:
        return None
    if term.start - 1 in by_end:
        return by_end[term.start - 1]
    item = _BEFORE.search(text[max(0, term.start - 12) : term.start])
    if item is None or len(item[1]) != len(term.text):
        return None
    return ScoredTerm(0.0, item[1], term.start - 1 - len(item[1]), False)


def _first_item(items: Sequence[ScoredTerm], text: str, after: Elsewhere) -> ScoredTerm | None:
    """Return what a list begins with behind other words, if other reports have it so: 面临需求收缩、供给冲击."""
    start, size = items[0].start, len(items[0].text)
    name = text[max(0, start - 1 - size) : max(0, start - 1)]
    if len(items) < 2 or text[start - 1 : start] != _MARK or len(name) < size or not _ITEM.fullmatch(name):
        return None
    joined = text[start : items[-1].start + len(items[-1].text)]
    has_it = after.count(name + _MARK + joined) >= max(1, _MIN_SHARE * after.count(joined))
    return ScoredTerm(0.0, name, start - 1 - size, False) if has_it else None


def _is_cut(joined: str, start: int, text: str) -> bool:
    """Tell whether a list goes on at one of its ends."""
    return text[start - 1 : start] == _MARK or text[start + len(joined) :].startswith(_MARK)


def _is_list(joined: str, items: Sequence[ScoredTerm], after: Elsewhere) -> bool:
    """Tell whether several terms are one list."""
    if len(joined) > _LONGEST or len(items) > _MOST_ITEMS or sum(item.score != 0 for item in items) < 2:
        return False
    least = min(after.count(item.text) for item in items if item.score)
    return after.count(joined) >= _MIN_SHARE * least
