"""Series and rankings to be exported, as ``series`` and ``rank`` print them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from tui.exports.model import Rows, Table
from tui.metrics.export import Headings
from tui.series.export import Writer
from tui.series.model import Ranking, Series
from tui.sheets.model import Sheet
from tui.sheets.series import ranking_sheet, series_sheet

_Row = TypeVar("_Row")


def series_table(series: Sequence[Series], writer: Writer) -> Table:
    """Return series of one indicator in all formats.

    Args:
        series: The series.
        writer: Knows the reports they are from.
    """

    def record() -> object:
        records = [writer.series(one) for one in series]
        return records[0] if len(records) == 1 else {"series": records}

    stated = [one for one in series if one.years]
    return Table(
        lambda headings: writer.series_rows(series, headings),
        record,
        lambda: series_sheet(stated, writer.address_of),
    )


def ranking_table(
    ranking: Ranking, chosen: Sequence[int], ranked: int, writer: Writer, parent: str = ""
) -> Table:
    """Return rows of a ranking in all formats.

    Args:
        ranking: The ranking; rows that it does not rank come last.
        chosen: The indexes of the rows that are exported, in their order.
        ranked: How many of its rows have a rank.
        writer: Knows the reports they are from.
        parent: The name of the division all places are in; empty for all.
    """

    def pick(rows: Sequence[_Row]) -> list[_Row]:
        return [rows[index] for index in chosen]

    def of_rows(rows: list[list[str]]) -> list[list[str]]:
        for cells in rows[ranked:]:
            cells[0] = ""
        return pick(rows)

    def of_records(records: list[dict[str, object]]) -> list[dict[str, object]]:
        for record in records[ranked:]:
            record["rank"] = None
        return pick(records)

    def rows(headings: Headings) -> Rows:
        head, *cells = writer.ranking_rows(ranking, headings)
        return [head, *of_rows(cells)]

    def sheet() -> Sheet:
        return ranking_sheet(ranking, writer.address_of, of_rows, parent)

    return Table(rows, lambda: writer.ranking(ranking, of_records), sheet)
