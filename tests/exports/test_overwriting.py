"""One rule says which files commands, conversions and the dialog may replace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.exports.overwriting import overwritten
from tui.report.errors import WriteError


def test_a_path_with_nothing_replaces_nothing(tmp_path: Path) -> None:
    assert overwritten(tmp_path / "新.csv", [tmp_path / "报告.txt", None, ""]) is None


def test_another_file_and_a_link_to_nothing_are_there(tmp_path: Path) -> None:
    old, link = tmp_path / "旧.csv", tmp_path / "链接.csv"
    old.write_text("旧\n", encoding="utf-8")
    link.symlink_to(tmp_path / "没有")
    for path in (old, link):
        found = overwritten(path, [tmp_path / "报告.txt"])
        assert found is not None and found.st_ino == path.lstat().st_ino


def test_what_is_read_is_never_replaced_by_whatever_name(tmp_path: Path) -> None:
    report, link, same = tmp_path / "报告.txt", tmp_path / "链接.txt", tmp_path / "同一份.txt"
    report.write_text("原文\n", encoding="utf-8")
    link.symlink_to(report)
    os.link(report, same)
    for path, source in (
        (report, report),
        (link, report),
        (report, link),
        (same, report),
        (report, tmp_path),
    ):
        with pytest.raises(WriteError, match="报告或书库"):
            overwritten(path, [source])
    with pytest.raises(WriteError, match="打开的文件"):
        overwritten(report, [report], "就是打开的文件")


def test_what_is_no_report_in_a_folder_of_reports_may_be_replaced(tmp_path: Path) -> None:
    table = tmp_path / "表.csv"
    table.write_text("旧\n", encoding="utf-8")
    assert overwritten(table, [tmp_path]) is not None


@pytest.mark.parametrize(
    ("name", "said"), [("文件夹", "是文件夹"), ("管道", "不是普通文件"), ("甲" * 300, "不能写入")]
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "文件夹").mkdir()
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(WriteError, match=said):
        overwritten(tmp_path / name, [])


def test_a_file_of_the_name_that_stands_for_standard_input_is_no_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("旧\n", encoding="utf-8")
    assert overwritten(tmp_path / "-", ["-"]) is not None
