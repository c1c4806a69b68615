"""A library of a few reports, searched by the command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.library_samples import REPORTS, Ran, Run, text_of
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
