"""Reports of the tables and tabs are found by relative paths, and where a year has two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tests.support.samples import report_of
from tui.library.library import Library
from tui.library.past import LibraryPast, number_of
from tui.report.model import Report
from tui.session import Session, open_report
from tui.views.loading import LOADERS
from tui.views.work import Work
from tui.visits import Source, View, ViewKind


def test_a_relative_path_names_the_report_in_the_library(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf / "青川县")
    assert number_of(library, None, "../青川县/2023.txt") == library.find("青川县/2023")
    assert number_of(library, None, "2024.txt") is None


@pytest.mark.parametrize("kind", ["promises", "series", "ranking"])
def test_a_table_of_a_relative_path_is_that_of_the_library(
    kind: ViewKind, library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf / "青川县")
    view, content = LOADERS[kind](View(kind, (Source(path="2023.txt"),)), library, None, Work())
    if kind == "promises":
        assert view.reports[1] == Source(library_report=library.find("青川县/2023"))
        assert content.can_decide
    else:
        assert "青川县" in (view.words if kind == "series" else content.own)


@pytest.fixture
def doubled(tmp_path: Path) -> Library:
    """Return a library with two reports of a place and year."""
    for name, text in (
        ("a", text_of("青川县", 2022)),
        ("b", text_of("青川县", 2022) + "以上报告,请予审议。"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Library(tmp_path / "library.db", write=True) as made:
        assert [step.outcome for step in made.add(sorted(map(str, tmp_path.glob("*.txt"))))] == ["added"] * 2
    return Library(tmp_path / "library.db")


@pytest.fixture
def later() -> Report:
    return report_of(text_of("青川县", 2023))


def test_of_two_reports_of_the_year_before_the_best_is_taken(
    doubled: Library, later: Report, tmp_path: Path
) -> None:
    best = doubled.find_best("青川县/2022")
    assert LibraryPast(doubled.path, later, None, "/nowhere/2023.txt").promises().number == best
    path = tmp_path / "2023.md"
    path.write_text(text_of("青川县", 2023), encoding="utf-8")
    opened: Session = open_report(str(path), None)
    view, _ = LOADERS["promises"](View("promises", (opened.source,)), doubled, opened, Work())
    assert view.reports[0] == Source(library_report=best)
    doubled.close()


OWN = """\
schema: huiji-indicators/1
indicators:
  - id: standard_plants
    name: 标准厂房面积
    order: 9000
    names:
      - 新建标准厂房
    units: [area]
    measures: [level]
    better: higher
"""


def test_the_tab_knows_ones_own_indicators(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "huiji-tui").mkdir()
    (tmp_path / "huiji-tui" / "indicators.yaml").write_text(OWN, encoding="utf-8")
    number = library.find("青川县/2023")
    report = library.report(number)
    plants = next(metric for metric in report.metrics if metric.indicator == "新建标准厂房")
    years = LibraryPast(library.path, report, number, None).years(plants)
    assert (years.series.name, years.is_indicator) == ("标准厂房面积", True)
