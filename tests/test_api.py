"""The public functions: they agree with the command line, load lazily, and survive imports of the subpackages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tui
from tests.support.promises import write_reports
from tests.support.samples import ROOT, SMALL
from tui import comparisons, load_report, metrics, open_library, promises, search
from tui.cli.main import run
from tui.report.errors import DataError, HuijiError, ReadError, UsageError


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    run([*arguments, "--format", "json"], lambda *_: 0)
    data = json.loads(capsys.readouterr().out)
    assert isinstance(data, dict)
    return data


def in_new_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


def test_hits_are_those_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    hits = search(load_report(), "黄河")
    records = printed(["search", "黄河"], capsys)["hits"]
    assert [hit.start for hit in hits] == [record["start"] for record in records]


def test_metrics_are_those_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    report = load_report()
    records = printed(["metrics"], capsys)["metrics"]
    assert [metric.id for metric in metrics(report)] == [record["id"] for record in records]
    targets = metrics(report, "status:target")
    assert targets == tuple(metric for metric in report.metrics if metric.status == "target")


def test_comparisons_are_those_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    rows = comparisons(load_report())
    records = printed(["compare"], capsys)["comparisons"]
    assert [row.indicator for row in rows] == [record["indicator"] for record in records]


def test_promises_are_those_the_command_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, results = write_reports(tmp_path, years=(2022, 2023))
    found = promises(load_report(plan), load_report(results))
    records = printed(["promises", plan, results, "--sort", "text"], capsys)["promises"]
    assert [(promise.target.id, promise.verdict) for promise in found] == [
        (record["target"]["id"], record["verdict"]) for record in records
    ]
    with open_library(tmp_path / "library.db", write=True) as library:
        list(library.add([plan, results]))
        assert library.promises("青川县", 2022).promises == found


def test_a_text_is_converted_from_a_path_object(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    report = load_report(path)
    hits = search(report, "报告")
    assert hits and {report.text[hit.start : hit.end].replace(" ", "") for hit in hits} == {"报告"}


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda report: search(report, "/(/"), UsageError),
        (lambda report: metrics(report, "status:nothing"), UsageError),
        (lambda report: load_report("/没有/这个文件.txt"), ReadError),
        (lambda report: load_report(ROOT / "pyproject.toml", "no-such-codec"), HuijiError),
    ],
)
def test_errors_are_those_that_are_documented(call: object, error: type[HuijiError]) -> None:
    with pytest.raises(error):
        call(load_report())  # type: ignore[operator]


def test_data_that_is_no_report_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("schema: 99\n", encoding="utf-8")
    with pytest.raises(DataError):
        load_report(tmp_path / "a.yaml")


def test_nothing_is_loaded_before_the_first_use() -> None:
    code = "import sys, tui; print(sorted(name for name in sys.modules if name.startswith('tui.')))"
    assert in_new_process(code) == "[]"


def test_the_functions_need_no_screen() -> None:
    code = "import sys; from tui import load_report, search; search(load_report(), 'a'); print('textual' in sys.modules, 'rich' in sys.modules)"
    assert in_new_process(code) == "False False"


@pytest.mark.parametrize("name", tui.__all__)
def test_subpackages_do_not_hide_functions(name: str) -> None:
    code = f"""
import tui.search.engine, tui.metrics.comparison
from tui import {name}
from tui.search import engine
assert callable({name}) and {name} is tui.{name} and engine.Searcher
print({name}.__module__)
"""
    assert in_new_process(code) == "tui.api"


def test_all_is_complete_and_documented() -> None:
    assert set(tui.__all__) <= set(dir(tui))
    for name in tui.__all__:
        assert "Args:" in getattr(tui, name).__doc__ or "Returns:" in getattr(tui, name).__doc__
    with pytest.raises(AttributeError):
        _ = tui.nothing  # type: ignore[attr-defined]


def examples() -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", examples())
def test_the_examples_of_the_readme_run(
    example: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告").mkdir()
    for place, year, said in (("剑阁县", 2022, ""), ("青川县", 2023, "低空经济企业达到30家。发展低空经济。")):
        text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("坚持项目为王。", said)
        (tmp_path / "报告" / f"{place}{year}.txt").write_text(text, encoding="utf-8")
    exec(example, {})
    lines = [line.strip() for line in example.splitlines()]
    expected = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    assert capsys.readouterr().out.splitlines() == expected


# -- libraries -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def library_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of two reports, which were added with their folder."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "报告" / "县").mkdir(parents=True)
    for place in ("剑阁县", "青川县"):
        text = SMALL.replace("某某县", place)
        (folder / "报告" / "县" / f"{place}.txt").write_text(text, encoding="utf-8")
    with open_library(folder / "library.db", write=True) as library:
        assert [step.outcome for step in library.add([folder / "报告"])] == ["added", "added"]
        assert [step.outcome for step in library.add([folder / "报告"])] == ["unchanged", "unchanged"]
    return folder / "library.db"


def test_results_of_a_library_are_those_the_command_prints(
    library_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = printed(["search", "新增市场主体", f"--library={library_file}"], capsys)
    with open_library(library_file) as library:
        results = library.search("新增市场主体")
        hits = [(found.report.place, hit.start, hit.text) for found in results for hit in found.hits]
        assert sum(results.counts().values()) == data["total"] == 2
        assert results.facets().places == data["facets"]["place"]
    assert hits == [(hit["report"]["place"], hit["start"], hit["text"]) for hit in data["hits"]]


def test_the_metrics_of_a_hit_are_those_of_the_report(library_file: Path) -> None:
    with open_library(library_file) as library:
        for found in library.search("新增市场主体 place:青川县"):
            (metric,) = [metric for metric in found.metrics if metric.indicator == "新增市场主体"]
            assert metric in library.report("青川县/2022").metrics
            assert metric in library.report(found.report.id).metrics
            assert (metric.quote, metric.status) == ("5000户", "target")
            assert metric.quote in found.hits[0].sentence


def test_reports_and_views_take_filters(library_file: Path) -> None:
    with open_library(library_file) as library:
        assert [report.place for report in library.reports("place:剑阁县")] == ["剑阁县"]
        columns, rows = library.view("metrics", "place:剑阁县")
        assert {row[columns.index("place")] for row in rows} == {"剑阁县"}
        for wrong in ("place:剑阁县 词", "in:plan"):
            with pytest.raises(UsageError):
                library.view("metrics", wrong)
        with pytest.raises(UsageError):
            library.view("report; DROP TABLE report")  # type: ignore[arg-type]


def test_a_saved_query_can_be_looked_at_without_keeping_what_it_found(library_file: Path) -> None:
    with open_library(library_file, write=True) as library:
        library.queries.save("主体", "新增市场主体")
        for _ in range(2):
            run_now = library.queries.run("主体")
            assert [found.report.place for found in run_now.new] == ["青川县", "剑阁县"]
        library.queries.keep(run_now)
        assert list(library.queries.run("主体").new) == []
        assert [(query.name, query.hits, query.reports) for query in library.queries] == [("主体", 2, 2)]
        library.queries.delete("主体")
        assert list(library.queries) == []


def test_a_folder_that_cannot_be_read_is_a_step_or_an_error(
    library_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(tmp_path / "new.db", write=True) as library:
        steps = list(library.add([tmp_path / "没有.txt"]))
        assert [(step.outcome, type(step.error)) for step in steps] == [("failed", ReadError)]
    with pytest.raises(ReadError):
        open_library(tmp_path / "nothing.db")
    monkeypatch.setenv("HUIJI_LIBRARY", str(library_file))
    with open_library() as library:
        assert len(library.reports()) == 2


def test_quotations_are_checked_and_links_followed() -> None:
    from tui import find_link, link_to, verify

    report = load_report()
    passage = verify(report, "全年地区生产总值预计增长7%")
    assert passage is not None
    assert (passage.kind, passage.numbers) == ("changed_number", (("6%", "7%"),))
    link = link_to(report, passage.start, passage.end, "惠济区/2024")
    assert link == "huiji:惠济区/2024#“全年地区生产”"
    assert find_link(report, link)[0] == passage.start
    start, end = find_link(report, "三(五)")
    assert find_link(report, link_to(report, start, end)) == (start, end)
    assert verify(report, "登上月球建设基地") is None
