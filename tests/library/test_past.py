"""What a library knows of the past of a report's place, and what is said where it knows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tests.support.samples import report_of
from tui.library.library import Library
from tui.library.past import LibraryPast
from tui.report.errors import HuijiError
from tui.report.model import Metric, Report


def past_of(library: Library, place: str, year: int) -> tuple[LibraryPast, Report]:
    number = library.find(f"{place}/{year}")
    report = library.report(number)
    return LibraryPast(library.path, report, number, None), report


def metric_of(report: Report, canonical: str) -> Metric:
    return next(metric for metric in report.metrics if metric.canonical == canonical)


def test_the_promises_are_those_of_the_year_before(library: Library) -> None:
    past, _ = past_of(library, "青川县", 2023)
    found = past.promises()
    assert (found.number, found.year) == (library.find("青川县/2022"), 2022)
    assert found.promises
    assert all(found.text[one.target.start : one.target.end] == one.target.quote for one in found.promises)


def test_a_file_that_is_not_in_the_library_is_compared_by_place_and_year(library: Library) -> None:
    report = report_of(text_of("青川县", 2023).replace("7.2%", "8.8%"))
    past = LibraryPast(library.path, report, None, "/nowhere/2023.txt")
    assert past.promises().number == library.find("青川县/2022")
    years = past.years(metric_of(report, "gdp"))
    assert years.number is None
    assert [one.year for one in years.series.years] == [2021, 2022]


def test_the_years_are_of_the_measure_of_the_metric(library: Library) -> None:
    past, report = past_of(library, "青川县", 2023)
    found = past.years(metric_of(report, "gdp"))
    assert (found.series.indicator, found.series.measure, found.series.place) == ("gdp", "growth", "青川县")
    assert found.is_indicator
    named = next(one for one in report.metrics if one.indicator and not one.canonical)
    assert not past.years(named).is_indicator


@pytest.mark.parametrize(
    ("changed", "told"), [({"indicator": ""}, "没有识别出这个数的名称"), ({"measure": "rank"}, "没有历年")]
)
def test_a_metric_without_years_says_why(library: Library, changed: dict[str, str], told: str) -> None:
    past, report = past_of(library, "青川县", 2023)
    with pytest.raises(HuijiError, match=told):
        past.years(metric_of(report, "gdp")._replace(**changed))  # type: ignore[arg-type]


def test_what_is_missing_is_named(library: Library, tmp_path: Path) -> None:
    past, report = past_of(library, "保定市", 2023)
    with pytest.raises(HuijiError, match="保定市 2022 年的报告"):
        past.promises()
    with pytest.raises(HuijiError, match="library add"):
        LibraryPast(None, report, None, None).promises()
    nowhere = report._replace(front=report.front._replace(organisation="", plan_year=None))
    with pytest.raises(HuijiError, match="没有写明"):
        LibraryPast(library.path, nowhere, None, None).promises()


def test_an_amount_that_was_reached_has_the_years_of_what_targets_state(library: Library) -> None:
    past, report = past_of(library, "青川县", 2023)
    gdp = metric_of(report, "gdp")
    reached = gdp._replace(measure="level", status="achieved")
    assert past.years(reached).series.measure == "growth"
    assert past.years(reached._replace(status="target")).series.measure == "level"


def test_a_place_of_which_there_are_no_reports_is_named_as_such(library: Library) -> None:
    report = report_of(text_of("惠济区", 2023))
    past = LibraryPast(library.path, report, None, None)
    with pytest.raises(HuijiError, match="书库中没有惠济区的报告"):
        past.years(metric_of(report, "gdp"))
