"""The command ``library``, and searches in a library."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.samples import SMALL


class Ran(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(huiji_tui: Callable[..., tuple[int, str, str]]) -> Run:
    return lambda *words: Ran(*huiji_tui(*words))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two reports and a file that is none; the library is in a folder of its own."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "data" / "library.db"))
    folder = tmp_path / "shelf"
    folder.mkdir()
    for place, year in (("青川县", 2022), ("剑阁县", 2023)):
        text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("2021", str(year - 1))
        (folder / f"{place}{year}.txt").write_text(text + f"{place}发展低空经济。\n", encoding="utf-8")
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    return folder


def test_a_folder_becomes_a_library_that_is_searched(run: Run, shelf: Path) -> None:
    added = run("library", "add", shelf)
    assert added.status == 0
    assert "加入 2，未能加入 1" in added.err
    assert "empty.txt: " in added.err
    assert "没有变化 2" in run("library", "add", shelf).err

    found = run("search", "低空经济", "--library")
    assert found.status == 0
    assert [line for line in found.out.splitlines() if "处）" in line] == [
        "青川县 2022（1 处）",
        "剑阁县 2023（1 处）",
    ]
    assert "共 2 处，2 份报告" in found.err
    assert run("search", "低空经济 year:2023", "--library", "--count").out == "1\n"
    assert run("search", "没有的词", "--library").status == 1

    rows = run("search", "低空经济", "--library", "--format", "csv").out.splitlines()
    assert rows[0].startswith("地区,级别,年度,章节")
    assert rows[2].startswith("剑阁县,区县,2023,")
    data = json.loads(run("search", "低空经济", "--library", "--format", "json").out)
    assert (data["total"], data["reports"]) == (2, 2)
    assert data["facets"]["year"] == {"2022": 1, "2023": 1}
    assert {hit["report"]["place"] for hit in data["hits"]} == {"青川县", "剑阁县"}
    assert all(hit["text"] == "低空经济" for hit in data["hits"])
    assert "█" in run("search", "低空经济", "--library", "--by", "year").out


def test_a_library_is_listed_checked_and_exported(run: Run, shelf: Path) -> None:
    run("library", "add", shelf)
    listed = json.loads(run("library", "list", "year:2022", "--format", "json").out)["reports"]
    assert [(report["place"], report["plan_year"]) for report in listed] == [("青川县", 2022)]
    assert "报告 2 份" in run("library", "info").out
    checked = run("library", "check")
    assert "未能加入的文件 1 个" in checked.out
    assert checked.status == 0
    exported = run("library", "export", "reports").out.splitlines()
    assert exported[0].startswith("id,place,code")
    assert len(exported) == 3
    assert len(run("library", "export", "metrics").out.splitlines()) > 20
    assert run("library", "remove", shelf / "青川县2022.txt").status == 0
    assert run("library", "list", "place:青川县").status == 1
    assert "加入 1" in run("library", "rebuild").err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("library", "list"), 66, "library add"),
        (("search", "词", "--library"), 66, "library add"),
        (("library", "lst"), 2, "lst"),
        (("library", "list", "词"), 66, "library add"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    run: Run, shelf: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    result = run(*words)
    assert result.status == status
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_library_and_files_are_not_searched_together(run: Run, shelf: Path, tmp_path: Path) -> None:
    result = run("search", "词", str(shelf), f"--library={tmp_path / 'other.db'}")
    assert result.status == 2
    assert "--library" in result.err
