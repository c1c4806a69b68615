"""Tell which terms of a report earlier ones of a library have: those of its place, and those of others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from tui.library.divisions import Divisions
from tui.library.identity import identify
from tui.library.neighbours import place_key
from tui.report.model import Report
from tui.wording.model import Precedents
from tui.wording.terms import unmarked

#: Reports of other places that are read at most, the latest first.
_MOST_OTHERS = 1000
_OWN = "SELECT place, code, today, plan_year FROM report WHERE id = ?"
_EARLIER = "SELECT id, place, code, today FROM report WHERE plan_year < ? ORDER BY plan_year DESC, id"
_TEXT = "SELECT text FROM report WHERE id = ?"


def precedents(
    connection: sqlite3.Connection,
    report: int | Report,
    terms: Sequence[str],
    divisions: Divisions,
    stop: Callable[[], object] = int,
) -> Precedents:
    """Return in how many earlier reports of its place and of other places each term of a report is, whatever marks it is written with.

    Args:
        connection: The library.
        report: The report: its number, or one that the library does not have.
        terms: The terms.
        divisions: The administrative divisions.
        stop: Called for each text; may raise to stop.
    """
    place, key, year = _place_of(connection, report, divisions)
    if year is None:
        return Precedents()
    plains = {term: unmarked(term) for term in terms}
    own, others = dict.fromkeys(terms, 0), dict.fromkeys(terms, 0)
    own_reports = other_reports = 0
    for number, name, code, today in connection.execute(_EARLIER, (year,)).fetchall():
        is_own = name == place or (bool(key) and place_key(name, code, today, divisions) == key)
        if not is_own and other_reports == _MOST_OTHERS:
            continue
        stop()
        own_reports += is_own
        other_reports += not is_own
        text = unmarked(str(connection.execute(_TEXT, (number,)).fetchone()[0]))
        counts = own if is_own else others
        for term, plain in plains.items():
            counts[term] += plain in text
    return Precedents(own_reports, other_reports, own, others)


def _place_of(
    connection: sqlite3.Connection, report: int | Report, divisions: Divisions
) -> tuple[str, str, int | None]:
    """Return the name of a report's place, what the reports of this place have in common, and the year it plans."""
    if isinstance(report, Report):
        found = identify(report, report.source.file, divisions)
        key = place_key(found.place, found.code, divisions.today(found.code), divisions)
        return found.place, key, found.plan_year
    row = connection.execute(_OWN, (report,)).fetchone()
    if row is None:
        return "", "", None
    place, code, today, year = row
    return place, place_key(place, code, today, divisions), year
