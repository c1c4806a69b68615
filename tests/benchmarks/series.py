"""Measure series against what people read in the reports of places.

A row of ``labels/series.tsv`` is what the reports of a place state of an indicator for a year: a target, in the report that plans
the year, or an actual, in the one after; nothing where the value is empty. ``HUIJI_CORPUS`` names the folder with a folder of
reports a place, ``HUIJI_SERIES`` other labels.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.corpus_figures import Score
from tui.library.library import Library
from tui.metrics.amounts import amounts
from tui.metrics.units import common_unit
from tui.report.model import MEASURES
from tui.series.model import Series, SeriesYear, Stated

LABELS = Path(__file__).parent / "labels" / "series.tsv"
_FOLDER, _OTHER = "HUIJI_CORPUS", "HUIJI_SERIES"
#: Names of indicators in labels, where they are others than in the table.
_IDS = {"general_public_budget_revenue": "general_budget_revenue", "new_urban_jobs": "urban_new_jobs"}
Row = dict[str, str]
_NO_YEAR = SeriesYear(0, None, None)


def read_labels() -> list[Row]:
    """Return the rows."""
    path = Path(os.environ.get(_OTHER, LABELS))
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def measure(rows: list[Row], folder: Path) -> Score:
    """Measure the series of the places that are there."""
    score = Score()
    places = {row["place"]: folder / row["place"] for row in rows}
    with TemporaryDirectory() as temporary:
        path = Path(temporary) / "library.db"
        with Library(path, write=True) as library:
            for _ in library.add(place for place in places.values() if place.is_dir()):
                pass
        with Library(path) as library:
            series: dict[tuple[str, str, str], dict[int, SeriesYear]] = {}
            for row in rows:
                key = row["place"], row["indicator"], row["measure"]
                if places[row["place"]].is_dir():
                    if key not in series:
                        series[key] = {year.year: year for year in _series(library, *key).years}
                    _count(score, row, series[key].get(int(row["year"]), _NO_YEAR))
    return score


def _series(library: Library, place: str, indicator: str, of: str) -> Series:
    (known,) = (one for one in MEASURES if one == of)
    return library.series(_IDS.get(indicator, indicator), place, known)


def _count(score: Score, row: Row, year: SeriesYear) -> None:
    stated = year.target if row["kind"] == "target" else year.actual
    is_right = stated is not None and bool(row["value"]) and _agree(stated, row)
    if stated is not None:
        score.add("correct", is_right)
    if row["value"]:
        score.add("complete", is_right)
    elif stated is None:
        score.add("silent", True)
    if row["break"] and row["value"]:
        score.add("breaks shown", bool(year.breaks or year.amount_breaks))
    if not is_right and (stated is not None or row["value"]):
        found = f"{stated.metric.quote} in {stated.text[:80]}" if stated else "nothing"
        what = " ".join(row[name] for name in ("place", "indicator", "measure", "year", "kind"))
        score.faults.append(f"{what}: labelled {row['value'] or 'nothing'}{row['unit']}, found {found}")


def _agree(stated: Stated, row: Row) -> bool:
    """Tell whether a metric is what was labelled: a number, or the ends of a range; falls are negative."""
    factor, _ = common_unit(row["unit"])
    low, _, high = row["value"].partition("-") if not row["value"].startswith("-") else (row["value"], "", "")
    ends = [Decimal(number) * factor for number in (low, high or low)]
    return list(amounts(stated.metric)) == ends or (
        len(stated.metric.value) == 1 and amounts(stated.metric)[0] in ends
    )


def run(short: bool) -> Iterator[str]:
    """Yield what was found.

    Args:
        short: Whether to leave out the faults.
    """
    folder = os.environ.get(_FOLDER)
    if not folder:
        yield f"{_FOLDER} names no folder of reports"
        return
    score = measure(read_labels(), Path(folder))
    yield score.shares()
    yield from () if short else score.faults
