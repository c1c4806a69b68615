"""``-o``: what a command prints becomes a file, as a whole or not at all, and replaces none unasked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.library_samples import Run
from tests.support.samples import SMALL

Call = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("words", "endings"),
    [
        (["metrics"], ("csv", "json", "md", "txt")),
        (["compare"], ("csv", "json", "md", "txt")),
        (["tasks"], ("csv", "json", "md", "txt")),
        (["search", "项目"], ("csv", "json", "md", "txt")),
        (["outline"], ("yaml", "json", "md", "txt")),
        (["show"], ("json", "md", "txt")),
    ],
)
def test_a_file_has_what_would_be_printed(
    huiji_tui: Call, small: Path, tmp_path: Path, words: list[str], endings: tuple[str, ...]
) -> None:
    formats = {"txt": {"outline": "tree", "search": "list", "show": "text"}.get(words[0], "table")}
    for ending in endings:
        file = tmp_path / f"出.{ending}"
        status, out, told = huiji_tui(*words, small, "-o", file)
        assert (status, out) == (0, "") and told.endswith(f"已写入：{file}\n")
        printed = huiji_tui(*words, small, "--format", formats.get(ending, ending))[1]
        assert file.read_bytes().decode() == printed != ""


@pytest.mark.parametrize(
    "words",
    [
        ["search", "老旧小区", "--library"],
        ["search", "老旧小区", "--library", "--by", "year"],
        ["library", "list"],
        ["library", "info"],
        ["library", "export", "reports"],
        ["terms", "老旧小区"],
        ["verify", "绝无此话", "year:2022"],
    ],
)
def test_what_a_library_answers_is_written(run: Run, folder: Path, words: list[str]) -> None:
    printed = run(*words, "--format", "csv")
    written = run(*words, "-o", "出.csv")
    assert (written.status, written.out) == (printed.status, "")
    assert (folder / "出.csv").read_bytes().decode() == printed.out != ""
    assert "library.db" in run(*words, "-o", "library.db", "--format", "csv", "--force").err


def test_nothing_found_writes_no_file(huiji_tui: Call, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "出.csv"
    status, _, told = huiji_tui("metrics", small, "--filter", "没有这样的指标", "-o", file)
    assert (status, told, file.exists()) == (1, f"没有内容，没有写入：{file}\n", False)


@pytest.mark.parametrize("name", ["出.csv", "出.json", "出.xlsx"])
def test_a_file_that_is_there_is_replaced_only_if_that_is_asked_for(
    huiji_tui: Call, small: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / name
    file.write_bytes(b"mine")
    status, out, told = huiji_tui("metrics", small, "-o", file)
    assert (status, out) == (73, "") and "--force" in told and told.count("\n") == 1
    assert file.read_bytes() == b"mine"

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        status, _, told = huiji_tui("metrics", small, "-o", file, "--force")
    assert status == 73 and "不能写入" in told and file.read_bytes() == b"mine"
    assert not list(tmp_path.glob(".*"))
    assert huiji_tui("metrics", small, "-o", file, "--force")[0] == 0
    assert file.read_bytes() != b"mine"


def test_reports_are_never_replaced(huiji_tui: Call, small: Path, tmp_path: Path) -> None:
    for source in (small, tmp_path):
        status, _, told = huiji_tui("search", "项目", source, "-o", small, "--force")
        assert status == 73 and "是要读的报告" in told
    assert small.read_text(encoding="utf-8") == SMALL


def test_a_failure_writes_no_file(huiji_tui: Call, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "出.json"
    assert huiji_tui("metrics", tmp_path / "没有.txt", "-o", file)[0] == 66
    status, _, told = huiji_tui("metrics", small, tmp_path / "没有.txt", "-o", file)
    assert status == 66 and told.endswith(f"\n未全部完成，没有写入：{file}\n")
    assert not file.exists()


def test_a_dash_is_standard_output(huiji_tui: Call, small: Path) -> None:
    status, out, told = huiji_tui("metrics", small, "--format", "json", "-o", "-")
    assert (status, told) == (0, "") and json.loads(out)["metrics"]
