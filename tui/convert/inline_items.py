"""Find the items inside a paragraph: ``一是… 二是…``, ``（1）… （2）…``."""

from __future__ import annotations

import re

from tui.convert.inline_topics import Headline
from tui.report.grammar import NUMERAL
from tui.report.numerals import small_number

#: Items with a word behind the number.
_ITEM = re.compile(
    rf"(?:(?<=[。;；:：,，!！])|^)\s*(?P<item>(?P<number>{NUMERAL}{{1,3}})(?P<word>[是要]))(?!否)"
)
#: Items with numbers in brackets, behind the mark of a sentence, and how many are a list.
_BRACKETED_ITEM = re.compile(
    rf"(?<=[。;；:：!！])\s*(?P<item>[(（](?P<number>{NUMERAL}{{1,3}}|\d{{1,2}})[)）])"
)
_MIN_BRACKETED = 3
#: Characters of the heading of an item.
_MAX_HEADING = 26


def inline_items(paragraph: str, after: int, reached: int | None = None) -> list[Headline]:
    """Return the items ``一是… 二是…`` inside a paragraph; none unless they count up from one.

    Args:
        paragraph: The paragraph.
        after: The offset to begin at.
        reached: The number of the item that the paragraph itself is, if it is one; the others count on from there.
    """
    items: list[Headline] = []
    for match in _ITEM.finditer(paragraph, after):
        if items and match["word"] != paragraph[items[0].start + len(items[0].number or "")]:
            continue
        if small_number(match["number"]) == (reached or 0) + len(items) + 1:
            items.append(_item(paragraph, match))
    return items if len(items) > 1 or reached else _bracketed_items(paragraph, after)


def _bracketed_items(paragraph: str, after: int) -> list[Headline]:
    """Return the items ``（1）… （2）…`` inside a paragraph that is no row of a table; none unless there are several."""
    items: list[Headline] = []
    for match in _BRACKETED_ITEM.finditer(paragraph, after) if "|" not in paragraph else ():
        if _value(match["number"]) == len(items) + 1:
            items.append(_item(paragraph, match))
    return items if len(items) >= _MIN_BRACKETED else []


def _item(paragraph: str, match: re.Match[str]) -> Headline:
    return Headline(match.start("item"), match.end(), item_heading(paragraph, match.end()), match["number"])


def _value(number: str) -> int | None:
    return int(number) if number.isdecimal() else small_number(number)


def item_heading(paragraph: str, start: int) -> str | None:
    """Return the text up to its first full stop if that is near, else up to its first pause."""
    for stops in ("。", "。;；", "。;；,，"):
        match = re.compile(f"[^{stops}]{{1,{_MAX_HEADING + 1}}}").match(paragraph, start)
        if match and len(match[0]) <= _MAX_HEADING:
            return match[0].strip()
    return None
