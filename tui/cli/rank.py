"""Print an indicator among the places of a level, or how many of them kept their targets."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeVar

from tui.cli import output, printing, spreadsheets
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.figures import aligned, shown, sign_of, writer_of
from tui.cli.linking import link
from tui.cli.reports import own_indicators
from tui.cli.tables import writer
from tui.library.library import Library
from tui.library.location import library_path
from tui.messages import series as series_messages
from tui.messages import series_help as messages
from tui.messages.gaps import gap_text
from tui.messages.metrics import LIST_COMMA, MEASURE_NAMES
from tui.messages.verdicts import ACTUAL, GAP, NOTE, TARGET, VERDICT
from tui.metrics.indicators import Indicators
from tui.report.sanitize import one_line
from tui.series.asked import asked_for
from tui.series.export import kept_rows
from tui.series.model import Kept, Ranking, RankRow
from tui.series.ranking import ranks_in

Row = TypeVar("Row")


def run(options: Namespace) -> int:
    """Print the ranking, or how many targets were kept."""
    spreadsheets.is_asked(options)
    with Library(library_path(options.library)) as library:
        indicators = own_indicators()
        return (_kept if options.kept else _ranking)(options, library, indicators)


def _ranking(options: Namespace, library: Library, indicators: Indicators) -> int:
    ranking = library.figures(indicators).ranking(
        options.indicator,
        options.year,
        options.level,
        options.parent,
        options.measure,
        options.by or "actual",
        options.place,
    )
    if options.format == "json":
        printing.json_text(writer_of(library, indicators).ranking(ranking, partial(_chosen, options=options)))
    elif options.format == "csv":
        rows = writer_of(library, indicators).ranking_rows(ranking, options.headings)
        writer("csv", "rank", options.bom).add([rows[0], *_chosen(rows[1:], options)])
    elif options.format == spreadsheets.FORMAT:
        if ranking.rows:
            from tui.sheets.series import ranking_sheet  # only spreadsheets need it

            address_of, choose = library.addresses().of, partial(_chosen, options=options)
            sheet = ranking_sheet(ranking, address_of, choose, options.parent)
            spreadsheets.write(sheet, options)
    else:
        _print(ranking, options)
    if not ranking.rows:
        nothing = (
            messages.not_stated(ranking.year, bool(ranking.missing)) if ranking.year else messages.NOTHING
        )
        output.tell(nothing)
    return OK if ranking.rows else NOTHING_FOUND


def _chosen(rows: Sequence[Row], options: Namespace) -> list[Row]:
    """Return the rows that are asked for, the best first or the worst; each keeps its rank."""
    ordered = rows[::-1] if options.reverse else rows
    return list(ordered[: options.limit])


def _print(ranking: Ranking, options: Namespace) -> None:
    """Print a table for people, with places that say nothing and those above below it."""
    if ranking.rows:
        printing.line(
            messages.rank_title(
                ranking.year,
                one_line(options.parent),
                messages.LEVEL_NAMES[ranking.level],
                ranking.name,
                MEASURE_NAMES[ranking.measure],
                messages.BY_NAMES[ranking.by],
            )
        )
        own = [row.place.code == ranking.own and bool(ranking.own) for row in ranking.rows]
        head, *rows = _rows(ranking)
        shown_rows = _chosen(rows, options)
        aligned([head, *shown_rows], [False, *_chosen(own, options)])
        if len(shown_rows) < len(rows):
            printing.line(messages.rank_limited(len(shown_rows), len(rows)))
    for row in ranking.above:
        printing.line(messages.above_line("  ".join(_cells(row)).strip()))
    if ranking.missing:
        missing = one_line(LIST_COMMA.join(ranking.missing))
        printing.line(messages.missing_line(len(ranking.missing), missing, ranking.by))


def _rows(ranking: Ranking) -> Iterator[list[str]]:
    yield [
        messages.RANK_COLUMN, messages.PLACE_COLUMN, messages.PARENT_COLUMN, TARGET, ACTUAL, VERDICT, GAP, NOTE,
    ]  # fmt: skip
    for rank, row in zip(ranks_in(ranking), ranking.rows, strict=True):
        place, *rest = _cells(row)
        yield [rank, place, one_line(row.parent), *rest, series_messages.SEMICOLON.join(row.notes)]


def _cells(row: RankRow) -> list[str]:
    return [
        one_line(row.place.place),
        shown(row.target, has_report=row.has_plan),
        shown(row.actual, has_report=row.has_results),
        sign_of(row.verdict),
        gap_text(row.gap, is_short=True),
    ]


def _all_kept(options: Namespace, library: Library) -> tuple[Kept, ...]:
    """Count all promises that are linked for sure; those that are not linked yet are linked before."""
    link(library, options)
    year = f"year:{options.year}" if options.year else ""
    filters = (
        f"level:{options.level}" if options.level else "",
        f"place:{options.parent}" if options.parent else "",
        year,
    )
    counts = library.kept(" ".join(filter(None, filters)), stop=options.stop)
    return tuple(Kept(year, counts[year]) for year in sorted(counts))


def _kept(options: Namespace, library: Library, indicators: Indicators) -> int:
    if options.indicator is None:
        kept = _all_kept(options, library)
    else:
        figures = library.figures(indicators)
        kept = figures.kept(options.indicator, options.level, options.parent, options.year, options.measure)
    rows = kept_rows(kept, options.headings)
    if options.format == "json":
        printing.json_text({"indicator": options.indicator, "years": [one._asdict() for one in kept]})
    elif options.format == "csv":
        writer("csv", "kept", options.bom).add(rows)
    elif kept:
        name = asked_for(options.indicator, indicators).name if options.indicator else ""
        title = messages.kept_title(one_line(options.parent), options.level, one_line(name))
        if options.format == spreadsheets.FORMAT:
            from tui.sheets.series import kept_sheet  # only spreadsheets need it

            spreadsheets.write(kept_sheet(kept, title), options)
        else:
            printing.line(title)
            aligned(rows)
    if not kept:
        output.tell(messages.NOTHING_KEPT)
    return OK if kept else NOTHING_FOUND
