"""Libraries of a few reports, searched by the command or written as spreadsheets."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.library_samples import REPORTS, Ran, Run, text_of
from tests.support.samples import SMALL
from tests.support.series import write_reports
from tests.support.sheets import ReadSheet, joined, read_sheets
from tui.library.library import Library


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library, which lies beside its reports."""
    folder = tmp_path_factory.mktemp("made")
    shelf = folder / "shelf"
    shelf.mkdir()
    for (place, year), said in REPORTS.items():
        (shelf / f"{place}{year}.txt").write_text(text_of(place, year, said), encoding="utf-8")
    with Library(folder / "library.db", write=True) as library:
        assert [step.outcome for step in library.add([shelf])] == ["added"] * len(REPORTS)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a library that a test may change."""
    shutil.copy(made / "library.db", tmp_path)
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(huiji_tui: Callable[..., tuple[int, str, str]], folder: Path) -> Run:
    return lambda *words: Ran(*huiji_tui(*words))


@pytest.fixture(scope="module")
def sheet_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of small reports."""
    folder = tmp_path_factory.mktemp("library")
    with Library(folder / "library.db", write=True) as made:
        list(made.add(list(map(str, write_reports(folder)))))
    return folder / "library.db"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the file of a small report."""
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def both(huiji_tui: Any, tmp_path: Path, sheet_library: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs a command twice and returns the rows of CSV and the sheet."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(sheet_library))

    def call(*words: object) -> tuple[list[dict[str, str]], ReadSheet]:
        status, out, _ = huiji_tui(*map(str, words), "--format", "csv")
        file = tmp_path / "表.xlsx"
        sheet_status, sheet_out, told = huiji_tui(*map(str, words), "-o", file, "--force")
        assert (status, sheet_status, sheet_out) == (0, 0, "")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert f"已写入 {len(rows)} 行：{file}" in told
        return rows, joined(read_sheets(file.read_bytes()))

    return call
