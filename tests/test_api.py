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
from tests.support.samples import ROOT, SMALL
from tui import comparisons, load_report, metrics, search
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


def test_the_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    exec(block[1], {})
    expected = [line.removeprefix("# ") for line in block[1].splitlines() if line.startswith("# ")]
    assert capsys.readouterr().out.splitlines() == expected
