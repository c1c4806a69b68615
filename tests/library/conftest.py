"""A library of small reports, made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tui.library.library import Library

#: Place and plan year of each report, and what stands in it.
REPORTS = {
    ("青川县", 2022): "发展低空经济。服务业增长7%。",
    ("青川县", 2023): "发展低空经济,再发展低空\n经济。增长177%,占比7%。",
    ("剑阁县", 2022): "“四上”企业百家。PM2.5浓度下降。黄河黄河黄河。“暖冬行动”。",
    ("保定市", 2023): "一百家企业入规,100家企业上云。銀行貸款。",
}


def text_of(place: str, year: int) -> str:
    """Return the text of a report of the library."""
    text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("2021", str(year - 1))
    return text.replace("坚持项目为王。", "坚持项目为王。" + REPORTS.get((place, year), ""))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of reports."""
    folder = tmp_path_factory.mktemp("shelf")
    for place, year in REPORTS:
        (folder / place).mkdir(exist_ok=True)
        (folder / place / f"{year}.txt").write_text(text_of(place, year), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def library(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of them, open for reading."""
    path = tmp_path_factory.mktemp("library") / "library.db"
    with Library(path, write=True) as made:
        steps = list(made.add(sorted(map(str, shelf.rglob("*.txt")))))
        assert [step.outcome for step in steps] == ["added"] * len(REPORTS)
    with Library(path) as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path, shelf: Path) -> list[str]:
    """Return copies of the reports, which a test may change."""
    shutil.copytree(shelf, tmp_path / "shelf")
    return sorted(map(str, (tmp_path / "shelf").rglob("*.txt")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a library may be made."""
    return tmp_path / "deep" / "library.db"
