"""Write the paragraphs of a report to the index, and delete them from it."""

from __future__ import annotations

import sqlite3
from base64 import b64decode
from typing import Any

from tui.library.frequent import frequent_words
from tui.library.grams import FoldedParagraph, grams_of
from tui.library.initials import lengths_of
from tui.library.vocabulary import unlearn


def add_to_index(
    connection: sqlite3.Connection, report: int, paragraphs: list[list[Any]], frequent: str, classes: str
) -> None:
    """Add the paragraphs of a report; their ids follow one another.

    Args:
        connection: The library.
        report: The report's id.
        paragraphs: Columns of the table ``paragraph`` from ``start`` on, and last the words of the index.
        frequent: What is frequent, as words of the index.
        classes: Those of the folded characters, in Base64.
    """
    query = "INSERT INTO paragraph VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    for *row, grams in paragraphs:
        paragraph = connection.execute(query, (report, *row)).lastrowid
        connection.execute("INSERT INTO gram(rowid, grams) VALUES(?, ?)", (paragraph, grams))
    connection.execute("INSERT INTO frequent(rowid, words) VALUES(?, ?)", (report, frequent))
    lengths = lengths_of(row[5] for row in paragraphs)
    last = connection.execute("SELECT max(id) FROM paragraph").fetchone()[0] or 0
    connection.execute(
        "INSERT INTO initials VALUES(?, ?, ?, ?, ?)",
        (report, last - len(paragraphs) + 1, len(paragraphs), lengths, b64decode(classes)),
    )


def remove_from_index(connection: sqlite3.Connection, report: int) -> None:
    """Delete the words of a report from the index, before its paragraphs are deleted."""
    query = 'SELECT id, tense, start, "end", lead, length, folded, dropped FROM paragraph WHERE report = ? ORDER BY id'
    rows = [
        (number, tense, FoldedParagraph(*row)) for number, tense, *row in connection.execute(query, (report,))
    ]
    connection.executemany(
        "INSERT INTO gram(gram, rowid, grams) VALUES('delete', ?, ?)",
        ((number, grams_of(paragraph)) for number, _, paragraph in rows),
    )
    if rows:
        unlearn(connection, rows[0][0], rows[-1][0])
    frequent = frequent_words(
        (tense, paragraph.folded[paragraph.lead : paragraph.lead + paragraph.length])
        for _, tense, paragraph in rows
    )
    connection.execute(
        "INSERT INTO frequent(frequent, rowid, words) VALUES('delete', ?, ?)", (report, frequent)
    )
