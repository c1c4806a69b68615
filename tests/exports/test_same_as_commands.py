"""What the screen exports is what the command of the same name prints, in every format."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.series import write_reports
from tui.exports.figures import series_table
from tui.exports.library import hit_table, report_table
from tui.exports.metrics import comparison_table, metric_table
from tui.exports.model import Export, table_export
from tui.exports.pages import page_exports
from tui.library.library import Library
from tui.library.loading import load_report
from tui.library.prepared import prepare_report
from tui.metrics.indicators import default_indicators
from tui.screens.concordance_rows import ConcordanceContents
from tui.screens.counterpart_rows import CounterpartContents
from tui.screens.promise_rows import PromiseContents
from tui.screens.rank_rows import RankContents
from tui.screens.related_rows import RelatedContents
from tui.screens.table import EVERY_ROW, Contents
from tui.screens.task_rows import TaskContents
from tui.session import Session
from tui.view_session import open_view
from tui.views.figures import SeriesSet
from tui.visits import Source, View, ViewKind
from tui.widgets.table_order import RowOrder

Run = Callable[..., tuple[int, str, str]]
PLACE, PLAN, RESULTS = "青川县", "青川县/2022", "青川县/2023"


@pytest.fixture
def run(huiji_tui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs the program with a library of small reports."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "reports"
    folder.mkdir()
    write_reports(folder)
    assert huiji_tui("library", "add", str(folder))[0] == 0
    return huiji_tui


def content(
    kind: ViewKind, *addresses: str, words: tuple[str, ...] = (), offset: int | None = None
) -> object:
    """Return what a screen shows of reports of the library."""
    file = Path("library.db").absolute()
    with Library(file) as library:
        sources = tuple(Source(library_report=library.find(address)) for address in addresses)
    below = Session(prepare_report(load_report(None)))
    view = View(kind, sources, words)
    return open_view(view if offset is None else view.at(offset), file, None, below).content


def every(contents: Contents) -> Export:
    """Return all rows of a table to be exported; those that are shown are the same here."""
    order = next(iter(contents.orders))
    shown, all_rows = contents.exports(
        [row.key for row in contents.rows(EVERY_ROW, order, "")], RowOrder(order)
    )
    assert shown.total == all_rows.total
    return all_rows


def is_same(run: Run, export: Export, *command: str, formats: str = "csv json md xlsx") -> None:
    """Check every format of an export against what a command prints."""
    for form in formats.split():
        data = export.make(form, "zh")  # type: ignore[arg-type]
        if form == "xlsx":
            assert run(*command, "--format", form, "-o", "command.xlsx", "--force")[0] == 0
            assert cells(data) == cells(Path("command.xlsx").read_bytes())
        else:
            printed = run(*command, "--format", form)[1]
            assert data.decode("utf-8-sig").replace("\r\n", "\n") == printed, form
    if "csv" in formats:
        english = export.make("csv", "en").decode("utf-8-sig").replace("\r\n", "\n")
        assert english == run(*command, "--format", "csv", "--headings", "en")[1]


def cells(data: bytes) -> list[list[object]]:
    """Return all cells of a spreadsheet."""
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_metrics_and_comparisons(run: Run) -> None:
    prepared = prepare_report(load_report("reports/青川县2023.txt"))
    report, indicators = prepared.report, default_indicators()
    metrics = metric_table(prepared.outline, report.metrics, indicators)
    is_same(run, table_export("", "指标", "", 1, metrics), "metrics", "reports/青川县2023.txt")
    rows = comparison_table(prepared.outline, prepared.comparison_rows, indicators)
    is_same(run, table_export("", "对照", "", 1, rows), "compare", "reports/青川县2023.txt")


def test_promises(run: Run) -> None:
    contents = PromiseContents(content("promises", RESULTS))  # type: ignore[arg-type]
    is_same(run, every(contents), "promises", PLACE, "2022")


def test_tasks(run: Run) -> None:
    is_same(run, every(TaskContents(content("tasks", RESULTS))), "tasks", RESULTS)  # type: ignore[arg-type]


def test_series_and_ranking(run: Run) -> None:
    series = content("series", RESULTS)
    assert isinstance(series, SeriesSet) and series.writer is not None
    export = table_export("", "历年", "", 1, series_table(series.series, series.writer))
    is_same(run, export, "series", "gdp", "--place", PLACE, formats="csv json xlsx")
    assert export.make("md", "zh").decode().startswith("| 年度 |")
    ranking = RankContents(content("ranking", RESULTS))  # type: ignore[arg-type]
    keys = [row.key for row in ranking.rows(EVERY_ROW, "actual", "") if ranking.is_place(row.key)]
    _, all_rows = ranking.exports(keys, RowOrder("actual"))
    command = ("rank", "gdp", "--year", "2022", "--level", "county", "--place", PLACE)
    is_same(run, all_rows, *command, formats="csv json xlsx")


def test_a_ranking_that_is_sorted_otherwise_keeps_its_ranks(run: Run) -> None:
    ranking = RankContents(content("ranking", RESULTS))  # type: ignore[arg-type]
    keys = [row.key for row in ranking.rows(EVERY_ROW, "actual", "")][::-1]
    shown, all_rows = ranking.exports(keys, RowOrder("place"))
    head, *rows = shown.make("csv", "zh").decode("utf-8-sig").splitlines()
    same, *others = all_rows.make("csv", "zh").decode("utf-8-sig").splitlines()
    assert head == same and rows[::-1] == others


def test_words(run: Run) -> None:
    counterparts = CounterpartContents(content("counterparts", RESULTS))  # type: ignore[arg-type]
    (export,) = counterparts.exports()
    is_same(run, export, "diff", "--within", RESULTS, formats="csv json")
    text = load_report("reports/青川县2023.txt").text
    related = RelatedContents(content("related", RESULTS, offset=text.index("今年经济社会")))  # type: ignore[arg-type]
    printed = run("related", RESULTS, "--at", "二", "--format", "csv")[1].splitlines()
    rows = every(related).make("csv", "zh").decode("utf-8-sig").splitlines()
    assert rows[0] == printed[0] and set(printed[1:]) & set(rows[1:])
    assert every(related).make("json", "zh").decode().startswith('{\n  "sentences": [')


def test_hits_in_their_context(run: Run) -> None:
    lines = ConcordanceContents(content("concordance", words=("新建公园",)))  # type: ignore[arg-type]
    command = ("search", "新建公园", "--concordance", "--library")
    is_same(run, every(lines), *command, formats="csv json")


def test_hits_and_reports_of_a_library(run: Run) -> None:
    with Library(Path("library.db")) as library:
        reports, addresses = library.reports(), library.addresses()
        results = list(library.search("新建公园").by("place", 30))
        hits = hit_table("新建公园", results, reports, addresses)
    is_same(run, table_export("", "命中", "", 1, hits), "search", "新建公园", "--library", "--sort", "place")
    export = table_export("", "报告目录", "", 1, report_table(reports, addresses))
    assert (
        export.make("csv", "zh").decode("utf-8-sig").replace("\r\n", "\n")
        == run("library", "list", "--format", "csv")[1]
    )
    assert export.make("json", "zh").decode() == run("library", "list", "--format", "json")[1]


def test_brief_and_page(run: Run) -> None:
    report = load_report("reports/青川县2023.txt")
    library = Path("library.db").absolute()
    brief, page = page_exports(report, "", "reports/青川县2023.txt", None, library, lambda: "青川县2023.txt")
    assert brief.make("html", "zh").decode() == run("brief", "reports/青川县2023.txt", "--format", "html")[1]
    assert run("convert", "reports/青川县2023.txt", "--html", "-o", "page.html")[0] == 0
    assert page.make("html", "zh") == Path("page.html").read_bytes()
