"""Drop page numbers, and the headers and footers next to them."""

from __future__ import annotations

import re
from collections import Counter

from tui.convert.repairs.joining import print_width

#: Pages that a text has at least before its numbers are dropped.
_MIN_PAGES = 3
_MAX_PAGE_LINE = 24
#: A line that holds a page number only, each form with an example.
PAGE_LINES: tuple[tuple[str, str], ...] = (
    (r"[—－–-]{1,2}\s*(\d{1,3})\s*[—－–-]{0,2}", "— 10 —"),
    (r"第?\s*(\d{1,3})\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?", "第 3 页，共 20 页"),
    (r"(\d{1,3})", "12"),
)
_PAGE_LINE = re.compile("|".join(pattern for pattern, _ in PAGE_LINES))
_PAGE_INLINE = re.compile(r"(?:(?<=\S)[ 　]{1,8})?[—－–]\s?(\d{1,3})\s?[—－–][ 　]{0,8}")
#: What :data:`_PAGE_INLINE` holds; searched for much faster.
_PAGE_MARK = re.compile(r"[—－–]\s?\d{1,3}\s?[—－–]")
#: A header is at most this share of the widest line.
_MAX_HEADER_SHARE = 0.75


def drop_page_numbers(text: str) -> tuple[str, int]:
    """Drop lines, or marks between dashes, that count the pages; return the number of pages."""
    lines = text.split("\n")
    numbered = []
    for index, line in enumerate(lines):
        words = line.strip()
        match = _PAGE_LINE.fullmatch(words) if len(words) <= _MAX_PAGE_LINE else None
        if match:
            numbered.append((index, int(next(filter(None, match.groups())))))
    pages = _counting_up(numbered)
    if len(pages) >= _MIN_PAGES:
        dropped = pages | _headers(lines, pages)
        return "\n".join(line for index, line in enumerate(lines) if index not in dropped), len(pages)
    return _drop_inline(text) if _PAGE_MARK.search(text) else (text, 0)


def _drop_inline(text: str) -> tuple[str, int]:
    inline = [(match.start(), int(match[1])) for match in _PAGE_INLINE.finditer(text)]
    pages = _counting_up(inline)
    if len(pages) < _MIN_PAGES:
        return text, 0
    return _PAGE_INLINE.sub(lambda match: " " if match.start() in pages else match[0], text), len(pages)


def _counting_up(numbered: list[tuple[int, int]]) -> set[int]:
    """Return the offsets of the longest run of numbers that go up by one, from pairs of offset and number."""
    best: list[int] = []
    reached: dict[int, list[int]] = {}
    for offset, number in numbered:
        run = reached[number] = [*reached.get(number - 1, []), offset]
        best = max(best, run, key=len)
    return set(best)


def _headers(lines: list[str], pages: set[int]) -> set[int]:
    """Return the short lines next to page numbers that recur on most pages."""
    beside = [
        index for page in pages for step in (-1, 1) if (index := _next_filled(lines, page, step)) not in pages
    ]
    beside = [index for index in beside if 0 <= index < len(lines)]
    times = Counter(lines[index].strip() for index in beside)
    max_width = max(map(print_width, lines)) * _MAX_HEADER_SHARE
    return {
        index
        for index in beside
        if times[lines[index].strip()] >= max(_MIN_PAGES, len(pages) // 2)
        and print_width(lines[index].strip()) < max_width
    }


def _next_filled(lines: list[str], index: int, step: int) -> int:
    """Return the next line in a direction that is not empty; an index outside of the text if there is none."""
    index += step
    while 0 <= index < len(lines) and not lines[index].strip():
        index += step
    return index
