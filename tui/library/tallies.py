"""Count how often pairs of characters begin in the paragraphs of each report: the index knows it, and no text is read."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.library.grams import as_indexed, count_of, counted_pair
from tui.library.spans import Extent
from tui.report.model import MAX_CHARACTERS

#: Reports whose paragraphs are counted at once: so many ids are in memory.
_REPORTS_AT_ONCE = 4000
#: More often than a pair is in any text.
_MANY = MAX_CHARACTERS // 2 + 1
_EXTENTS = "SELECT report, first, paragraphs FROM initials"
_ENDS = "SELECT report, first + paragraphs FROM initials ORDER BY first"
_NUMBERS = "SELECT group_concat(rowid) FROM gram WHERE gram MATCH ? AND rowid BETWEEN ? AND ?"
_COUNTED = "SELECT term FROM gram_word WHERE term >= ? AND term < ?"
#: The first and the last id there may be.
ALL = (0, 2**62)
#: A report, and the id behind those of its paragraphs.
_End = tuple[int, int]


def paragraphs_with(connection: sqlite3.Connection, match: str, span: tuple[int, int] = ALL) -> list[int]:
    """Return the ids of the paragraphs that a query of the index finds, in order: as one text, read as JSON.

    At 132,000 paragraphs that takes 11 ms, a row for each 25, and a number for each part of the text 17.

    Args:
        connection: The library.
        match: The query.
        span: The first and the last id that count.
    """
    (text,) = connection.execute(_NUMBERS, (match, *span)).fetchone()
    return json.loads(f"[{text}]") if text else []


def all_extents(connection: sqlite3.Connection) -> Iterator[Extent]:
    """Yield where the paragraphs of reports are, in their order."""
    return map(Extent._make, connection.execute(f"{_EXTENTS} ORDER BY first"))


def all_ends(connection: sqlite3.Connection) -> list[_End]:
    """Return the reports in the order of their paragraphs, each with the id behind these."""
    return connection.execute(_ENDS).fetchall()


def extents_of(connection: sqlite3.Connection, report: int) -> Iterator[Extent]:
    """Yield where the paragraphs of a report are."""
    return map(Extent._make, connection.execute(f"{_EXTENTS} WHERE report = ?", (report,)))


def count_together(
    connection: sqlite3.Connection, pairs: Sequence[str], beside: Sequence[str], stop: Callable[[], object]
) -> Counter[int]:
    """Return how often pairs begin in the paragraphs in which all of them do, by report.

    Args:
        connection: The library.
        pairs: Pairs for which :func:`tui.library.grams.is_pair` is true.
        beside: Others that begin in these paragraphs, but are not counted.
        stop: Called often; may raise to stop.
    """
    words = [as_indexed(pair) for pair in (*pairs, *beside)]
    together = " AND ".join(f'"{word}"' for word in words)
    behind = " OR ".join(f'"{counted_pair(word, 0)}"' for word in words)
    more = [word for one in words[: len(pairs)] for word in _counted(connection, one)]
    counts: Counter[int] = Counter()
    for some, span in _parts(connection):
        stop()
        numbers = paragraphs_with(connection, f"({together}) NOT ({behind})", span)
        _add_up(counts, some, [(numbers, len(pairs))])
        has_all = set(numbers).__contains__
        listed = ((word, paragraphs_with(connection, f'"{word}"', span)) for word in more)
        several = ((list(filter(has_all, found)), count_of(word) - 1) for word, found in listed)
        _add_up(counts, some, several)
    return counts


def count_each(
    connection: sqlite3.Connection, pairs: Iterable[str], stop: Callable[[], object]
) -> Counter[int]:
    """Return how often some pairs begin in paragraphs, by report; as :func:`count_together`."""
    times: dict[str, int] = {}
    for word in map(as_indexed, pairs):
        times[f'"{word}" NOT "{counted_pair(word, 0)}"'] = 1
        times.update((f'"{more}"', count_of(more) - 1) for more in _counted(connection, word))
    counts: Counter[int] = Counter()
    for some, span in _parts(connection):
        stop()
        found = ((paragraphs_with(connection, match, span), count) for match, count in times.items())
        _add_up(counts, some, found)
    return counts


def _counted(connection: sqlite3.Connection, word: str) -> list[str]:
    """Return the words of the index for a pair that begins in a paragraph more than once."""
    rows = connection.execute(_COUNTED, (counted_pair(word, 1), counted_pair(word, _MANY)))
    return [term for (term,) in rows]


def _parts(connection: sqlite3.Connection) -> Iterator[tuple[list[_End], tuple[int, int]]]:
    """Yield some reports, and the first and the last of their paragraphs."""
    ends = all_ends(connection)
    first = 0
    for start in range(0, len(ends), _REPORTS_AT_ONCE):
        some = ends[start : start + _REPORTS_AT_ONCE]
        yield some, (first, some[-1][1] - 1)
        first = some[-1][1]


def _add_up(counts: Counter[int], ends: list[_End], found: Iterable[tuple[list[int], int]]) -> None:
    """Add up by report how often paragraphs count, given by their ids in order."""
    few: list[int] = []
    for numbers, times in found:
        if len(numbers) > len(ends):
            _count(counts, ends, numbers, times)
        else:
            few += numbers * times
    _count(counts, ends, sorted(few), 1)


def _count(counts: Counter[int], ends: Iterable[_End], numbers: list[int], times: int) -> None:
    at = 0
    for report, end in ends:
        reached = bisect_left(numbers, end, at)
        if reached > at:
            counts[report] += (reached - at) * times
            at = reached
