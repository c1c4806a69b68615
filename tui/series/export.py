"""Write series and rankings as JSON fields, and as rows with the sentence, the report and the span of each figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.messages import metrics as metric_messages
from tui.messages import series as messages
from tui.messages.verdicts import VERDICT_NAMES
from tui.metrics.export import Headings, metric_as_json, table
from tui.metrics.indicators import Indicators
from tui.metrics.labels import format_value
from tui.promises.export import gap_as_json
from tui.promises.model import VERDICTS
from tui.series.model import KEPT_VERDICTS, Kept, Ranking, RankRow, Series, SeriesYear, Stated
from tui.series.ranking import ranks_in

#: Returns the labels of the nodes above a node of a report.
PathOf = Callable[[int, str], str]
#: Returns the address of a report.
AddressOf = Callable[[int], str]
Row = dict[str, str]
Choose = Callable[[list[dict[str, object]]], list[dict[str, object]]]

#: Ends of the names of the columns of a figure: those that are read, and those that tell where it stands.
_READ, _WHERE = ("", "_value", "_unit"), ("_report", "_start", "_end", "_sentence")
_JUDGED = ("verdict", "gap", "gap_unit")


class Writer:
    """Writes what is stated.

    Args:
        path_of: Looks up labels of nodes.
        address_of: Looks up addresses of reports.
        indicators: The table with today's names.

    Attributes:
        address_of: Looks up addresses of reports.
    """

    def __init__(self, path_of: PathOf, address_of: AddressOf, indicators: Indicators) -> None:
        self._path_of = path_of
        self.address_of = address_of
        self._indicators = indicators

    def series(self, series: Series) -> dict[str, object]:
        """Return the JSON fields of a series."""
        return {
            **{field: getattr(series, field) for field in ("indicator", "name", "measure", "place")},
            "years": [self._year(year) for year in series.years],
        }

    def _year(self, year: SeriesYear) -> dict[str, object]:
        return {
            "year": year.year,
            "target": self._stated(year.target),
            "actual": self._stated(year.actual),
            "verdict": year.verdict,
            "gap": gap_as_json(year.gap),
            "breaks": list(year.breaks),
            "amount": self._stated(year.amount),
            "amount_breaks": list(year.amount_breaks),
            "notes": list(year.notes),
            "has_plan": year.has_plan,
            "has_results": year.has_results,
        }

    def ranking(self, ranking: Ranking, choose: Choose = list) -> dict[str, object]:
        """Return the JSON fields of a ranking.

        Args:
            ranking: The ranking.
            choose: Takes the rows; returns those that are wanted, in the order that is.
        """
        fields = ("indicator", "name", "measure", "year", "level", "by")
        return {
            **{field: getattr(ranking, field) for field in fields},
            "rows": choose(
                [
                    {"rank": int(rank) if rank else None, **self._rank_row(row)}
                    for rank, row in zip(ranks_in(ranking), ranking.rows, strict=True)
                ]
            ),
            "missing": list(ranking.missing),
            "above": [self._rank_row(row) for row in ranking.above],
        }

    def _rank_row(self, row: RankRow) -> dict[str, object]:
        return {
            "place": row.place.place,
            "target": self._stated(row.target),
            "actual": self._stated(row.actual),
            "verdict": row.verdict,
            "gap": gap_as_json(row.gap),
            "parent": row.parent,
            "notes": list(row.notes),
            "has_plan": row.has_plan,
            "has_results": row.has_results,
        }

    def _stated(self, stated: Stated | None) -> dict[str, object] | None:
        if stated is None:
            return None
        start, end = stated.sentence
        return {
            **metric_as_json(stated.metric, stated.text, start, self._indicators),
            "sentence_start": start,
            "sentence_end": end,
            "path": self._path_of(stated.report.number or 0, stated.metric.node),
            "report": stated.report.as_json(),
        }

    def series_rows(self, series: Iterable[Series], headings: Headings) -> list[list[str]]:
        """Return the rows of series, with the headings first."""
        fields = _fields(
            ("place", "indicator", "measure", "year"),
            ("target", "actual", "amount"),
            ("breaks", "amount_breaks", "notes"),
        )
        rows = (self._series_row(one, year, headings) for one in series for year in one.years)
        return table(fields, rows, headings, messages.field_name)

    def _series_row(self, series: Series, year: SeriesYear, headings: Headings) -> Row:
        return {
            "place": series.place,
            **_names(series, headings),
            "year": str(year.year),
            **self._figures("target", year.target, headings),
            **self._figures("actual", year.actual, headings),
            **self._figures("amount", year.amount, headings),
            **_judgement(year, headings),
            "breaks": messages.SEMICOLON.join(year.breaks),
            "amount_breaks": messages.SEMICOLON.join(year.amount_breaks),
            "notes": messages.SEMICOLON.join(year.notes),
        }

    def ranking_rows(self, ranking: Ranking, headings: Headings) -> list[list[str]]:
        """Return the rows of a ranking, with the headings first."""
        fields = _fields(
            ("rank", "place", "parent", "indicator", "measure", "year"), ("target", "actual"), ("notes",)
        )
        rows = (
            {
                "rank": rank,
                "place": row.place.place,
                "parent": row.parent,
                **_names(ranking, headings),
                "year": str(ranking.year),
                **self._figures("target", row.target, headings),
                **self._figures("actual", row.actual, headings),
                **_judgement(row, headings),
                "notes": messages.SEMICOLON.join(row.notes),
            }
            for rank, row in zip(ranks_in(ranking), ranking.rows, strict=True)
        )
        return table(fields, rows, headings, messages.field_name)

    def _figures(self, name: str, stated: Stated | None, headings: Headings) -> Row:
        if stated is None:
            return {name + end: "" for end in (*_READ, *_WHERE)}
        metric = stated.metric
        cells = (
            format_value(metric) if headings == "zh" else metric.quote,
            "-".join(format(number, "f") for number in metric.value),
            metric.unit,
            self.address_of(stated.report.number or 0),
            str(metric.start),
            str(metric.end),
            stated.text,
        )
        return dict(zip([name + end for end in (*_READ, *_WHERE)], cells, strict=True))


def kept_rows(kept: Iterable[Kept], headings: Headings) -> list[list[str]]:
    """Return how many targets were kept each year as rows, with the headings first; verdicts that never occur are left out."""
    kept = list(kept)
    verdicts = [
        one for one in VERDICTS if one in KEPT_VERDICTS[:3] or any(year.counts.get(one) for year in kept)
    ]
    fields = ("year", *verdicts, "total")
    rows = (
        {
            "year": str(one.year),
            **{verdict: str(one.counts.get(verdict, 0)) for verdict in verdicts},
            "total": str(sum(one.counts.values())),
        }
        for one in kept
    )
    return table(fields, rows, headings, messages.field_name)


def _fields(first: Sequence[str], figures: Sequence[str], last: Sequence[str]) -> list[str]:
    read = [name + end for name in figures for end in _READ]
    where = [name + end for name in figures for end in _WHERE]
    return [*first, *read, *_JUDGED, *last, *where]


def _names(of: Series | Ranking, headings: Headings) -> Row:
    is_chinese = headings == "zh"
    return {
        "indicator": of.name if is_chinese else of.indicator,
        "measure": metric_messages.MEASURE_NAMES[of.measure] if is_chinese else of.measure,
    }


def _judgement(of: SeriesYear | RankRow, headings: Headings) -> Row:
    verdict = of.verdict or ""
    return {
        "verdict": VERDICT_NAMES.get(verdict, "") if headings == "zh" else verdict,
        "gap": "" if of.gap is None else of.gap.text,
        "gap_unit": "" if of.gap is None else of.gap.unit,
    }
