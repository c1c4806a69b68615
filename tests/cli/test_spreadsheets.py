"""``--format xlsx``: the sheets have what CSV has, and no file is replaced unasked."""

from __future__ import annotations

import csv
import io
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.samples import SMALL
from tests.support.series import write_reports
from tests.support.sheets import ReadSheet, read_sheet
from tui.cli.main import run
from tui.library.library import Library
from tui.report.errors import WriteError


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of small reports."""
    folder = tmp_path_factory.mktemp("library")
    with Library(folder / "library.db", write=True) as made:
        list(made.add(list(map(str, write_reports(folder)))))
    return folder / "library.db"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def both(huiji_tui: Any, tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs a command twice and returns the rows of CSV and the sheet."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(library))

    def call(*words: object) -> tuple[list[dict[str, str]], ReadSheet]:
        status, out, _ = huiji_tui(*map(str, words), "--format", "csv")
        file = tmp_path / "表.xlsx"
        sheet_status, sheet_out, told = huiji_tui(*map(str, words), "-o", file, "--force")
        assert (status, sheet_status, sheet_out) == (0, 0, "")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert f"已写入 {len(rows)} 行：{file}" in told
        return rows, read_sheet(file.read_bytes())

    return call


def compare(rows: list[dict[str, str]], sheet: ReadSheet, names: dict[str, str]) -> None:
    """Compare cells of CSV with cells of a sheet, by the headings they have there."""
    assert len(rows) == len(sheet.rows) > 0
    for heading, name in names.items():
        told = [row[heading].removeprefix("'") for row in rows]
        assert sheet.texts(name) == told, heading


def compare_figures(rows: list[dict[str, str]], sheet: ReadSheet, *figures: str) -> None:
    """Compare figures: text, number (negative for a fall) and unit."""
    for name in figures:
        compare(rows, sheet, {f"{name}单位": f"{name}单位"})
        for row, cells in zip(rows, sheet.rows, strict=True):
            if row[name]:
                assert cells[name] == row[name]
            number, told = cells[f"{name}数值"], row[f"{name}数值"]
            if isinstance(number, int | float):
                sign = -1 if "降" in row[name] else 1
                assert Decimal(str(number)) == sign * Decimal(told)
            else:
                assert str(number or "").replace("～", "-").replace("∶", "-") == told


def test_tasks(both: Any, small: Path) -> None:
    rows, sheet = both("tasks", small)
    names = ["序号", "任务", "指标数值", "完成时限", "牵头单位", "责任人", "进度", "备注"]
    compare(rows, sheet, {**dict(zip(names, names, strict=True)), "章节": "完整章节"})
    assert all(row["任务"] in row["原句"] for row in sheet.rows)
    assert sheet.rows[0]["章节"] == "二(一)加快产业升级"
    assert [type(value) for value in sheet.rows[0].values()][:2] == [str, str]
    (rule,) = sheet.page.data_validations.dataValidation
    assert rule.formula1 == '"未启动,推进中,已完成,进度滞后,已调整"'
    assert str(rule.sqref).startswith(sheet.cell(0, "进度").coordinate)
    assert sheet.page["A1"].value == "某某县2022年政府工作报告目标任务分解表"
    assert sheet.page["A2"].value.endswith(f"共 {len(rows)} 项任务")


def test_metrics(both: Any, small: Path) -> None:
    rows, sheet = both("metrics", small)
    names = ["编号", "指标", "单位", "性质", "状态", "时期", "主要指标", "原句"]
    compare(rows, sheet, dict(zip(names, names, strict=True)))
    assert [cells["序号"] for cells in sheet.rows] == list(range(1, len(rows) + 1))
    for row, cells in zip(rows, sheet.rows, strict=True):
        sign = -1 if row["增减"] == "降" else 1
        assert Decimal(str(cells["数值"])) == sign * Decimal(row["数值"])
        assert row["原文"].removesuffix("余") in str(cells["表述"]).replace("第", "")
    percent = next(at for at, row in enumerate(rows) if row["单位"] == "%")
    assert (
        sheet.cell(percent, "数值").data_type == "n" and "%" not in sheet.cell(percent, "数值").number_format
    )


def test_comparison(both: Any, small: Path) -> None:
    rows, sheet = both("compare", small)
    compare(rows, sheet, {"指标": "指标", "结果": "2021年结果", "目标": "2022年目标"})
    compare(rows, sheet, {name: name for name in ("变化", "差距", "可比性")})
    metrics, listed = both("metrics", small)
    by_id = {row["编号"]: row for row in metrics}
    for row, cells in zip(rows, sheet.rows, strict=True):
        for side in ("结果", "目标"):
            metric = by_id.get(row[f"{side}编号"])
            assert (cells[f"{side}原句"] or "") == (metric["原句"] if metric else "")
            assert (cells[f"{side}单位"] or "") == (metric["单位"] if metric else "")
    assert listed.rows


def test_promises(both: Any) -> None:
    rows, sheet = both("promises", "青川县", "2022")
    for row in rows:
        row["2022年目标"] = row["目标"]
    names = ["2022年目标", "结果", "差距", "差距单位", "说明", "目标原句", "结果原句"]
    compare(
        rows,
        sheet,
        {**dict(zip(names, names, strict=True)), "编号": "编号", "指标": "指标", "目标章节": "目标完整章节"},
    )
    assert [str(cells["结论"]).removeprefix("≈ ") for cells in sheet.rows] == [row["结论"] for row in rows]
    assert sheet.page["A3"].value.startswith("承诺 ")
    assert isinstance(sheet.rows[0]["差距"], int | float)
    assert "2022年政府工作报告" in sheet.page["A2"].value and "2023年政府工作报告" in sheet.page["A2"].value


def test_series(both: Any) -> None:
    rows, sheet = both("series", "地区生产总值", "--place", "青川县")
    names = [
        "年度",
        "结论",
        "差距",
        "差距单位",
        "目标报告",
        "目标原句",
        "结果报告",
        "结果原句",
        "数额报告",
        "数额原句",
    ]
    compare(rows, sheet, dict(zip(names, names, strict=True)))
    compare_figures(rows, sheet, "目标", "结果", "数额")
    assert sheet.rows[-1]["结果"] == "无报告"


def test_series_of_several_places_have_a_column_for_them(both: Any) -> None:
    rows, sheet = both("series", "gdp", "--place", "青川县", "--place", "剑阁县")
    compare(rows, sheet, {name: name for name in ("地区", "年度", "结论", "目标原句")})


def test_ranking(both: Any) -> None:
    rows, sheet = both("rank", "gdp", "--year", "2022", "--level", "county")
    names = [
        "位次",
        "地区",
        "上级",
        "结论",
        "差距",
        "差距单位",
        "说明",
        "目标报告",
        "目标原句",
        "结果报告",
        "结果原句",
    ]
    compare(rows, sheet, dict(zip(names, names, strict=True)))
    compare_figures(rows, sheet, "目标", "结果")
    assert sheet.page["A1"].value == "2022年各区县地区生产总值位次表（增速）"
    below = [cell.value for cell in sheet.page["A"][sheet.first + len(rows) - 1 :]]
    assert any("苍溪县" in str(value) for value in below)


def test_ones_own_place_stands_out_and_those_above_it_come_last(
    huiji_tui: Any, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "位次.xlsx"
    words = ["rank", "gdp", "--year", "2022", "--level", "county", "--place", "剑阁县", "--library", library]
    assert huiji_tui(*words, "-o", file)[0] == 0
    sheet = read_sheet(file.read_bytes())
    bold = [row["地区"] for at, row in enumerate(sheet.rows) if sheet.cell(at, "地区").font.bold]
    assert bold == ["剑阁县"]
    assert [(row["位次"], row["说明"]) for row in sheet.rows][-1] == (None, "上级，不参与排位")


def test_counts_of_kept_targets(both: Any) -> None:
    rows, sheet = both("rank", "gdp", "--kept", "--level", "county")
    compare(rows, sheet, {name: name for name in rows[0]})


def test_hits_of_a_library(both: Any) -> None:
    rows, sheet = both("search", "地区生产总值", "place:青川县")
    compare(rows, sheet, {name: name for name in rows[0]})
    assert sheet.page["A2"].value == "搜索词：地区生产总值 place:青川县"


def test_metrics_beside_hits(both: Any) -> None:
    rows, sheet = both("search", "地区生产总值", "place:青川县", "--metrics")
    compare(rows, sheet, {name: name for name in ("报告", "地区", "年度", "编号", "指标", "单位", "原句")})


def test_counts_of_hits(both: Any) -> None:
    rows, sheet = both("search", "地区生产总值", "--library", "--by", "year")
    compare(rows, sheet, {name: name for name in rows[0]})


def test_hits_of_files(both: Any, small: Path) -> None:
    rows, sheet = both("search", "项目", small)
    compare(rows, sheet, {name: name for name in rows[0]})
    assert all(row["命中"] in row["原句"] for row in sheet.rows)


def test_numbers_with_reasons(both: Any, small: Path) -> None:
    rows, sheet = both("metrics", small, "--explain")
    compare(rows, sheet, {name: name for name in rows[0]})


@pytest.mark.parametrize("command", ["tasks", "metrics", "compare"])
@pytest.mark.usefixtures("one_worker")
def test_rows_of_several_reports_tell_which(both: Any, small: Path, command: str) -> None:
    other = small.with_name("乙.txt")
    other.write_text(SMALL.replace("某某县", "乙县"), encoding="utf-8")
    rows, sheet = both(command, small, other)
    compare(rows, sheet, {name: name for name in ("报告", "地区", "年度")})
    assert "2 份政府工作报告" in sheet.page["A2"].value
    assert not sheet.page["A1"].value.startswith("某某县")


def test_the_builtin_report_is_written_like_any_other(both: Any) -> None:
    rows, sheet = both("tasks")
    compare(rows, sheet, {"任务": "任务", "指标数值": "指标数值"})


# -- where it is written -------------------------------------------------------------------------


def test_to_a_pipe_the_bytes_are_written(capfdbinary: Any, small: Path) -> None:
    for words in (["--format", "xlsx"], ["--format", "xlsx", "-o", "-"]):
        assert run(["tasks", str(small), *words], lambda *_: 99) == 0
        assert read_sheet(capfdbinary.readouterr().out).rows


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Have standard output be a terminal, in a folder of its own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("tui.cli.printing.to_terminal", lambda: True)
    return folder


def test_at_a_terminal_a_new_file_is_made_with_a_name_of_the_program(
    huiji_tui: Any, small: Path, terminal: Path
) -> None:
    for _ in range(2):
        status, out, _ = huiji_tui("tasks", small, "--format", "xlsx")
        assert (status, out) == (0, "")
    assert sorted(path.name for path in terminal.iterdir()) == [
        "某某县2022年-任务分解表-2.xlsx", "某某县2022年-任务分解表.xlsx",
    ]  # fmt: skip


def test_a_name_has_nothing_from_a_title_that_a_folder_would_understand(
    huiji_tui: Any, tmp_path: Path, terminal: Path
) -> None:
    path = tmp_path / "坏.txt"
    path.write_text(SMALL.replace("某某县", "../../某/县"), encoding="utf-8")
    assert huiji_tui("tasks", path, "--format", "xlsx")[0] == 0
    (written,) = terminal.iterdir()
    assert written.name.endswith("任务分解表.xlsx") and ".." not in written.name


def test_bytes_are_not_printed_on_a_terminal(huiji_tui: Any, small: Path, terminal: Path) -> None:
    status, out, told = huiji_tui("tasks", small, "--format", "xlsx", "-o", "-")
    assert (status, out) == (2, "") and "终端" in told and not list(terminal.iterdir())


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["-o", "表.doc"], 2, "看不出用哪种格式"),
        (["--force"], 2, "--force 要与 -o 一起用"),
        (["-o", "a.xlsx", "--headings", "en"], 2, "只有中文"),
        (["-o", "."], 73, "是文件夹"),
        (["-o", ".", "--format", "xlsx"], 73, "是文件夹"),
        (["-o", "没有/a.xlsx"], 73, "没有"),
    ],
)
def test_options_that_make_no_sense_are_refused_in_one_line(
    huiji_tui: Any, small: Path, terminal: Path, words: list[str], status: int, said: str
) -> None:
    found, out, told = huiji_tui("tasks", small, *words)
    assert (found, out) == (status, "") and said in told and told.count("\n") == 1
    assert not list(terminal.iterdir())


def test_a_file_is_replaced_only_if_that_is_asked_for(huiji_tui: Any, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(b"mine")
    status, _, told = huiji_tui("tasks", small, "-o", file)
    assert status == 73 and "--force" in told and file.read_bytes() == b"mine"
    assert huiji_tui("tasks", small, "-o", file, "--force")[0] == 0
    assert read_sheet(file.read_bytes()).rows


def test_a_link_is_replaced_only_if_that_is_asked_for(huiji_tui: Any, small: Path, tmp_path: Path) -> None:
    link = tmp_path / "表.xlsx"
    link.symlink_to(tmp_path / "nowhere")
    assert huiji_tui("tasks", small, "-o", link)[0] == 73
    assert link.is_symlink() and not link.exists()


def test_the_report_and_the_library_are_never_replaced(huiji_tui: Any, small: Path, library: Path) -> None:
    before = small.read_bytes(), library.stat().st_mtime_ns
    assert huiji_tui("tasks", small, "--format", "xlsx", "-o", small, "--force")[0] == 73
    words = ["series", "gdp", "--place", "青川县", "--library", library]
    assert huiji_tui(*words, "--format", "xlsx", "-o", library, "--force")[0] == 73
    words = ["search", "低空", "--library", str(library)]
    assert huiji_tui(*words, "--format", "xlsx", "-o", library, "--force")[0] in (1, 73)
    assert (small.read_bytes(), library.stat().st_mtime_ns) == before


def test_nothing_found_writes_no_file(huiji_tui: Any, small: Path, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    for words in (
        ["tasks", small, "--in", "1"],
        ["metrics", small, "--filter", "没有这样的指标"],
        ["search", "没有这样的词", small],
        ["search", "没有这样的词", "--library", library],
        ["rank", "gdp", "--year", "1999", "--library", library],
        ["series", "gdp", "--place", "青川县", "--from", "1990", "--to", "1991", "--library", library],
        ["promises", "--own", "--library", library],
    ):
        assert (huiji_tui(*words, "-o", file)[0], file.exists()) == (1, False), words


def test_a_full_disk_keeps_the_old_file(
    huiji_tui: Any, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(b"mine")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    status, _, told = huiji_tui("tasks", small, "-o", file, "--force")
    assert status == 73 and "不能写入" in told
    assert file.read_bytes() == b"mine" and [path.name for path in tmp_path.glob(".*")] == []


def test_a_full_disk_leaves_no_empty_file_behind(
    huiji_tui: Any, small: Path, terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise WriteError("不能写入")

    monkeypatch.setattr("tui.cli.spreadsheets.write_atomically", full)
    assert huiji_tui("tasks", small, "--format", "xlsx")[0] == 73
    assert not list(terminal.iterdir())


def test_the_count_of_hits_is_no_table(huiji_tui: Any, small: Path) -> None:
    status, _, told = huiji_tui("search", "项目", small, "--count", "--format", "xlsx")
    assert status == 2 and "--count" in told


@pytest.mark.parametrize(
    "words",
    [
        ["search", "绝无此词"],
        ["search", "绝无此词", "--library"],
        ["search", "绝无此词", "--library", "--metrics"],
        ["metrics", "--filter", "绝无此词"],
    ],
)
def test_a_pipe_gets_a_sheet_without_rows_where_nothing_is_found(
    capfdbinary: Any, library: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(library))
    assert run([*words, "--format", "xlsx"], lambda *_: 99) == 1
    out, err = capfdbinary.readouterr()
    page = load_workbook(io.BytesIO(out)).worksheets[0]
    assert page.max_column > 1
    assert "表中没有内容" in err.decode()
