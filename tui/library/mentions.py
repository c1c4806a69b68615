"""Find where a report names an indicator of which it states no figure: 固定资产投资稳步回升."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from tui.metrics.indicators import Indicator, default_indicators
from tui.report.reference import ReportRef
from tui.report.sentences import sentence_at
from tui.series.asked import Asked
from tui.series.choice import Kind, Statement
from tui.series.model import Mention

#: Characters on either side of a name in which words of another statistic may stand: 人均地区生产总值.
_REACH = 6


def mention_in(
    connection: sqlite3.Connection,
    ref: ReportRef,
    asked: Asked,
    statements: Sequence[Statement],
    kind: Kind,
) -> Mention | None:
    """Return the first sentence of a report that names an indicator where it plans, or where it looks back; None if none does.

    Sentences with a figure of the indicator are none of them.

    Args:
        connection: The library.
        ref: The report.
        asked: The indicator.
        statements: The figures of it the report states.
        kind: A target, if the sentence is to stand where the report plans, else an actual.
    """
    indicators = asked.own or default_indicators()
    entries = [entry for entry in map(indicators.get, asked.ids) if entry is not None]
    names = _names_of(entries)
    if not names or ref.number is None:
        return None
    (text,) = connection.execute("SELECT text FROM report WHERE id = ?", (ref.number,)).fetchone()
    stated = {one.stated.sentence for one in statements}
    for match in re.finditer(names, text):
        around = text[max(0, match.start() - _REACH) : match.end() + _REACH]
        if any(word in around for entry in entries[:1] for word in entry.exclusions):
            continue
        sentence = sentence_at(text, match.start())
        if sentence in stated or _kind_at(connection, ref.number, match.start()) != kind:
            continue
        return Mention(ref, match.start(), match.end(), sentence, text[slice(*sentence)])
    return None


def _names_of(entries: Sequence[Indicator]) -> str:
    """Return a pattern of the names that mean an indicator in every measure; empty if it has none."""
    names = {name.text for entry in entries for name in entry.names if not name.measures}
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def _kind_at(connection: sqlite3.Connection, report: int, offset: int) -> Kind:
    """Return whether a report plans at an offset, by the figure before it."""
    query = "SELECT status FROM metric WHERE report = ? AND start <= ? ORDER BY start DESC LIMIT 1"
    row = connection.execute(query, (report, offset)).fetchone()
    return "target" if row is not None and row[0] == "target" else "actual"
