"""Few files are entered on the paths a newcomer follows first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.call_paths import open_path, query_paths
from tests.support.samples import SMALL

MAX_FILES = 20


def test_a_query_enters_few_files_from_its_key_to_the_highlighted_cell() -> None:
    to_cell, to_rest = query_paths()
    assert len(to_cell.files) <= MAX_FILES, str(to_cell.files)
    assert set(to_cell.files) <= set(to_rest.files)


def test_open_report_enters_few_files_unless_it_converts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    path = tmp_path / "report.txt"
    path.write_text(SMALL, encoding="utf-8")
    open_path(str(path))  # converts it, and keeps the conversion
    for opened in (None, str(path)):
        entered = open_path(opened)
        assert len(entered.files) <= MAX_FILES, str(entered.files)
