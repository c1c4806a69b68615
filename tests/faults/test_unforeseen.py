"""E11, V01, V02: an unexpected exception gives a one-line error; tables and JSON contain nothing that other programs would execute."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tui.cli.main import run
from tui.cli.parser import PARSERS
from tui.metrics.export import csv_text

WORDS = {
    "search": ["黄河"],
    "series": ["gdp", "--place", "郑州市"],
    "rank": ["gdp"],
    "diff": ["去年.txt", "今年.txt"],
    "related": ["保持经济平稳运行。"],
    "terms": ["黄河"],
    "verify": ["黄河流域"],
    "library": ["list"],
    "convert": ["报告.txt"],
    "check": ["报告.yaml"],
}


def no_screen(*_: object) -> int:
    raise AssertionError


@pytest.mark.parametrize("debug", ["", "1"], ids=["plain", "debug"])
@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (ZeroDivisionError("坏\x1b[31m\n数"), 70, "内部错误：ZeroDivisionError：坏␛[31m 数"),
        (AssertionError(), 70, "内部错误：AssertionError"),
        (MemoryError(), 65, "内存不足"),
        (RecursionError("maximum recursion depth exceeded"), 65, "嵌套太深"),
        (PermissionError(13, "Permission denied", "某.txt"), 66, "某.txt: 没有权限"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
@pytest.mark.parametrize("name", ["(screen)", *PARSERS])
def test_e11_an_unexpected_exception_gives_a_one_line_error(
    name: str,
    error: Exception,
    status: int,
    said: str,
    debug: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> int:
        raise error

    monkeypatch.setenv("HUIJI_DEBUG", debug)
    monkeypatch.setattr("tui.cli.main._command", lambda _: fail)
    monkeypatch.setattr("tui.cli.main._at_a_terminal", lambda **_: True)
    assert run([] if name == "(screen)" else [name, *WORDS.get(name, [])], fail) == status
    printed = capsys.readouterr()
    lines = printed.err.splitlines()
    assert printed.out == "" and lines[-1] == f"huiji-tui: {said}"
    assert (len(lines) > 1) == ("Traceback" in printed.err) == (debug == "1")


@pytest.mark.parametrize(
    "words",
    [
        ["show", "{long}"],
        ["outline", "{long}.txt"],
        ["search", "黄河", "{long}"],
        ["convert", "{long}.txt"],
        ["convert", "{file}", "-o", "{long}"],
        ["convert", "{file}", "{file}x", "-o", "{long}"],
        ["check", "{long}"],
        ["metrics", "{loop}"],
        ["search", "黄河", "{loop}"],
        ["convert", "{loop}"],
        ["show", "{loop}"],
        ["search", "黄河", "\0"],
        ["convert", "\0"],
    ],
    ids=lambda words: " ".join(words).replace("\0", "NUL"),
)
def test_e11_impossible_paths_are_one_line(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "圈.txt").symlink_to(tmp_path / "圈.txt")
    (tmp_path / "a.txt").write_text(SMALL)
    paths = {"long": "长" * 5000, "loop": str(tmp_path / "圈.txt"), "file": str(tmp_path / "a.txt")}
    status = run([word.format(**paths) for word in words], no_screen)
    printed = capsys.readouterr()
    assert status in (2, 66, 73) and "内部错误" not in printed.err and printed.out == ""
    assert 1 <= printed.err.count("\n") == printed.err.count("huiji-tui: ") <= 2


def test_v01_no_cell_is_a_formula() -> None:
    rows = [
        ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\n=1", "＝1+1", "=HYPERLINK(\"x\",\"y\")"],
        ["-3.5%", "+7%", "-1,234.5", "+3", "-", "=", "指标=1", "3-5"],
    ]  # fmt: skip
    dangerous, harmless = csv.reader(io.StringIO(csv_text(rows, "\n"), newline=""))
    assert dangerous == ["'" + cell for cell in rows[0]] and harmless == rows[1]


def test_v01_metrics_and_exports_have_no_formula(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.exports.metrics import metric_table
    from tui.exports.model import table_export
    from tui.library.loading import load_report
    from tui.metrics.indicators import default_indicators
    from tui.report.outline import Outline

    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("一、2022年工作回顾\n=cmd(A1)完成投资5亿元。\n@工业增加值增长-3.5%。\n", encoding="utf-8")
    assert run(["metrics", str(path), "--format", "csv"], no_screen) == 0
    report = load_report(str(path))
    table = metric_table(Outline(report), report.metrics, default_indicators())
    exported = table_export("", "", "", 1, table).make("csv", "zh").decode("utf-8-sig")
    for text in (capsys.readouterr().out, exported):
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert "'=cmd(A1)完成投资5亿元。" in cells and "5" in cells
        assert not [cell for cell in cells if cell[:1] in "=@" and cell]


#: C1 controls, bidirectional controls, a tag character, and a byte that is not UTF-8.
HOSTILE = "\x9b2J\x85\u202e\u2066\U000e0041\udcff"


@pytest.mark.usefixtures("one_worker")
def test_v02_file_names_and_queries_are_escaped_in_json_and_cleaned_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = tmp_path / f"报告{HOSTILE}.txt"
    for path in (name, tmp_path / "乙.txt"):
        path.write_text(SMALL, encoding="utf-8")
    query = f"园区 -无{HOSTILE}".replace("\x85", "")  # a line break, at which queries are cut
    run(["search", query, str(tmp_path), "--format", "json"], no_screen)
    out = capsys.readouterr().out
    assert not set(HOSTILE[:1] + HOSTILE[3:]) & set(out)
    assert "\\u009b2J\\u0085\\u202e\\u2066\\udb40\\udc41\\udcff" in out
    data: Any = json.loads(out)
    assert data["query"] == query and data["hits"][-1]["report"] == str(name)
    for words in (
        ["search", "园区", str(tmp_path)],
        ["search", "园区", str(tmp_path), "--count"],
        ["search", f"/({HOSTILE}/"],
        ["search", f"in:{HOSTILE}"],
        ["convert", str(tmp_path)],
        ["metrics", str(name)],
        ["show", f"{name}.txt"],
        ["check", str(name)],
    ):
        run(words, no_screen)
        printed = capsys.readouterr()
        assert not set(HOSTILE[:1] + HOSTILE[3:]) & set(printed.out + printed.err), words
