"""Which pairs of characters a match of pinyin letters may begin with: a query of the index for letters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tui.library.grams import words_of
from tui.search.pinyin import Spelling
from tui.search.readings import Readings


def pinyin_query(connection: sqlite3.Connection, letters: str, readings: Readings) -> str:
    """Return the query of the index for the paragraphs in which letters may be spelt; empty if there are none.

    Args:
        connection: The library.
        letters: As :func:`tui.search.pinyin.letters_of` returns them.
        readings: How characters are read.
    """
    spelling = Spelling(letters, readings.codes)
    pairs: list[str] = []
    for code_point in readings.set_table:
        first = chr(code_point)
        ends = spelling.ends_from(0, readings.all_of(first))
        if ends:
            pairs += _pairs_with(connection, first, ends, spelling, readings)
    return " OR ".join(f'"{word}"' for word in words_of(pairs))


def _pairs_with(
    connection: sqlite3.Connection, first: str, ends: set[int], spelling: Spelling, readings: Readings
) -> Iterator[str]:
    """Yield the pairs of the index that begin with a character and may go on with the letters."""
    rows = connection.execute(
        "SELECT term FROM gram_word WHERE term >= ? AND term < ?", (first, chr(ord(first) + 1))
    )
    for (pair,) in rows:
        if spelling.length in ends or any(spelling.ends_from(end, readings.all_of(pair[1])) for end in ends):
            yield pair
