"""Know which letters follow one another in a library, so that letters are read as pinyin without asking the index for each pair.

What is added is learnt when all of it is there: for many reports it is read from the index, which takes a tenth of the time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from operator import add

_UNTIL = "SELECT paragraph FROM learnt"
_LAST = "SELECT coalesce(max(id), 0) FROM paragraph"
_PAIRS = "SELECT term FROM gram_word WHERE length(term) = 2"
_TEXTS = "SELECT substr(folded, lead + 1, length + 1) FROM paragraph WHERE id > ?"
#: The index is read for more paragraphs than one of so many: a paragraph is read in the time that the index takes for these.
_INDEXED = 8


def is_learnt(connection: sqlite3.Connection) -> bool:
    """Tell whether the vocabulary has the letters of all paragraphs."""
    (until,), (last,) = (connection.execute(query).fetchone() for query in (_UNTIL, _LAST))
    return bool(until >= last)


def learn(connection: sqlite3.Connection) -> None:
    """Add what is missing in the vocabulary; in a transaction."""
    (until,), (last,) = (connection.execute(query).fetchone() for query in (_UNTIL, _LAST))
    if until >= last:
        return
    pairs: Iterable[str]
    if (last - until) * _INDEXED > last:
        pairs = (pair for (pair,) in connection.execute(_PAIRS))
    else:
        texts = connection.execute(_TEXTS, (until,))
        pairs = set().union(*(map(add, text, text[1:]) for (text,) in texts))
    known = dict(connection.execute("SELECT first, followers FROM vocabulary").fetchall())
    followers: dict[str, set[str]] = {}
    for pair in filter(str.isalpha, pairs):
        followers.setdefault(pair[0], set()).add(pair[1])
    changed = (
        (first, known.get(first, "") + "".join(sorted(new)))
        for first, some in followers.items()
        if (new := some.difference(known.get(first, "")))
    )
    connection.executemany("INSERT OR REPLACE INTO vocabulary VALUES(?, ?)", changed)
    connection.execute("UPDATE learnt SET paragraph = ?", (last,))


def unlearn(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Note that the paragraphs from one id to another are to be deleted: others will have these ids if they are the last ones."""
    if last == connection.execute(_LAST).fetchone()[0]:
        kept = f"{_LAST} WHERE id < ?"
        connection.execute(f"UPDATE learnt SET paragraph = min(paragraph, ({kept}))", (first,))
