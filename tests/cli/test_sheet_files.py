"""Where spreadsheets are written: no file is replaced unasked, and none is left without rows."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.samples import SMALL
from tests.support.sheets import read_sheet, read_sheets
from tui.cli.main import run
from tui.report.errors import WriteError


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


def test_the_report_and_the_library_are_never_replaced(
    huiji_tui: Any, small: Path, sheet_library: Path
) -> None:
    before = small.read_bytes(), sheet_library.stat().st_mtime_ns
    assert huiji_tui("tasks", small, "--format", "xlsx", "-o", small, "--force")[0] == 73
    words = ["series", "gdp", "--place", "青川县", "--library", sheet_library]
    assert huiji_tui(*words, "--format", "xlsx", "-o", sheet_library, "--force")[0] == 73
    words = ["search", "低空", "--library", str(sheet_library)]
    assert huiji_tui(*words, "--format", "xlsx", "-o", sheet_library, "--force")[0] in (1, 73)
    assert (small.read_bytes(), sheet_library.stat().st_mtime_ns) == before


def test_nothing_found_writes_no_file(
    huiji_tui: Any, small: Path, sheet_library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "表.xlsx"
    for words in (
        ["tasks", small, "--in", "1"],
        ["metrics", small, "--filter", "没有这样的指标"],
        ["search", "没有这样的词", small],
        ["search", "没有这样的词", "--library", sheet_library],
        ["rank", "gdp", "--year", "1999", "--library", sheet_library],
        ["series", "gdp", "--place", "青川县", "--from", "1990", "--to", "1991", "--library", sheet_library],
        ["promises", "--own", "--library", sheet_library],
    ):
        assert (huiji_tui(*words, "-o", file)[0], file.exists()) == (1, False), words


@pytest.mark.usefixtures("one_worker")
@pytest.mark.parametrize("command", [["tasks"], ["metrics"], ["compare"], ["search", "项目"]])
def test_a_sheet_says_which_report_it_is_without(
    huiji_tui: Any, small: Path, tmp_path: Path, command: list[str]
) -> None:
    file = tmp_path / "表.xlsx"
    status, _, told = huiji_tui(*command, small, tmp_path / "无.txt", "-o", file)
    assert status == 66 and "无.txt" in told
    above = [str(cell.value) for cell in read_sheets(file.read_bytes())[0].page["A"][:4]]
    assert any(line.startswith("缺 1 份：") and "无.txt" in line for line in above)


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
    capfdbinary: Any, sheet_library: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(sheet_library))
    assert run([*words, "--format", "xlsx"], lambda *_: 99) == 1
    out, err = capfdbinary.readouterr()
    page = load_workbook(io.BytesIO(out)).worksheets[0]
    assert page.max_column > 1
    assert "表中没有内容" in err.decode()
