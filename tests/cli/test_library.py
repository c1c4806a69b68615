"""The command ``library``, and searches in a library."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from tests.support.samples import SMALL
from tests.support.terminal import Terminal
from tui.report.errors import WriteError


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


def test_standard_input_is_added_and_stays(run: Run, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (shelf / "青川县2022.txt").read_bytes()
    for said in ("加入 1", "没有变化 1"):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
        assert said in run("library", "add", "-").err
    listed = json.loads(run("library", "list", "--format", "json").out)["reports"]
    (name,) = listed[0]["files"]
    assert name.startswith("stdin:")
    assert "已不在" not in run("library", "check").out
    assert run("library", "remove", name).status == 0
    assert run("library", "list").status == 1


def test_many_failures_are_cut_on_the_screen_and_listed_by_check(run: Run, shelf: Path) -> None:
    for number in range(30):
        (shelf / f"{number}.txt").write_text(" ", encoding="utf-8")
    said = run("library", "add", shelf).err
    assert said.count(": 文件里没有文字") == 20
    assert "另有 11 个" in said
    assert run("library", "check").out.count(": 文件里没有文字") == 31


def test_a_damaged_library_is_told_and_rebuilt(run: Run, shelf: Path, tmp_path: Path) -> None:
    run("library", "add", shelf)
    path = tmp_path / "data" / "library.db"
    with closing(sqlite3.connect(path)) as opened:
        (page,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = 'metric'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    checked = run("library", "check")
    assert checked.status == 65
    assert "library rebuild" in checked.err
    rebuilt = run("library", "rebuild")
    assert "library.db.damaged-1" in rebuilt.err
    assert "加入 2" in rebuilt.err
    assert run("library", "check").status == 0


def test_an_older_library_is_not_written_to_but_rebuilt(run: Run, shelf: Path, tmp_path: Path) -> None:
    run("library", "add", shelf)
    with closing(sqlite3.connect(tmp_path / "data" / "library.db")) as opened:
        opened.execute("PRAGMA user_version = 0")
    refused = run("library", "add", shelf)
    assert refused.status == 65
    assert "library rebuild" in refused.err and refused.err.count("\n") == 1
    assert "加入 2" in run("library", "rebuild").err
    assert "没有变化 2" in run("library", "add", shelf).err


def test_progress_is_shown_in_one_line_of_a_terminal(shelf: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", "library", "add", str(shelf), "--library", str(tmp_path / "l.db")]
    with Terminal(command, columns=60, rows=12) as terminal:
        terminal.wait_for("未能加入 1")
        shown = terminal.raw.decode("utf-8", "replace")
        rows = [row for row in terminal.rows if row]
    assert re.search(r"\r\x1b\[K\d/3 [\d.]+ 份/秒 剩 \d+ 秒 shelf/\S+\.txt", shown)
    assert rows[-1].startswith("加入 2，未能加入 1")
    assert not any("份/秒" in row for row in rows)


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


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("search", "碳达峰", "-中和", "--library"), 2, '"碳达峰 -中和"'),
        (("search", "低空", "--limit", "2"), 2, "--limit 只用于书库"),
        (("search", "低空", "--by", "year"), 2, "--by 只用于书库"),
        (("library", "list", "year:2024-2020"), 2, "2020-2024"),
        (("library", "list", "place:清川县"), 2, "青川县"),
        (("search", "低空 place:清川县"), 2, "青川县"),
        (("outline", "青川县"), 66, "青川县/2022"),
        (("library", "remove", "没有/的"), 1, "书库中没有这个文件"),
        (("library", "remove", "青川县/2030"), 1, "2022"),
    ],
)
def test_what_was_meant_is_offered(
    run: Run, shelf: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    run("library", "add", shelf)
    result = run(*words)
    assert result.status == status
    assert said in result.err


def test_a_report_is_removed_by_its_address(run: Run, shelf: Path) -> None:
    run("library", "add", shelf)
    assert run("library", "remove", "青川县/2022").status == 0
    assert "青川县" not in run("library", "list").out


def test_a_saved_query_is_told_with_one_form_of_times(run: Run, shelf: Path) -> None:
    run("library", "add", shelf)
    assert "已存为“低空”" in run("search", "低空经济", "--library", "--save", "低空").err
    listed = run("library", "queries").out
    found = re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d(?=\s)", listed)
    assert found is not None
    assert found[0] in run("search", "--saved", "低空").err


def test_a_saved_query_answers_from_a_library_that_cannot_be_written_to(
    run: Run, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("library", "add", shelf)
    run("search", "低空经济", "--library", "--save", "低空")
    (shelf / "新.txt").write_text((shelf / "青川县2022.txt").read_text("utf-8") + "还有低空经济。\n", "utf-8")
    run("library", "add", shelf)

    def refuse(*_: object) -> None:
        raise WriteError("书库不能写入")

    monkeypatch.setattr("tui.library.library.open_for_writing", refuse)
    result = run("search", "--saved", "低空")
    assert result.status == 0
    assert "低空经济" in result.out
    assert "下次还会列出：书库不能写入" in result.err


def test_namesakes_are_told_apart_in_headings_rows_and_lists(run: Run, shelf: Path) -> None:
    for city, more in (("南京市", "坚持创新。"), ("福州市", "坚持开放。")):
        text = SMALL.replace("某某县", "鼓楼区") + f"鼓楼区发展低空经济，增长7%。{more}\n"
        (shelf / city).mkdir()
        (shelf / city / "鼓楼区2022.txt").write_text(text, encoding="utf-8")
    run("library", "add", shelf)
    words = ("search", "低空经济 place:鼓楼区")
    headings = [line.partition("（")[0] for line in run(*words).out.splitlines() if "处）" in line]
    assert headings == ["南京市鼓楼区 2022", "福州市鼓楼区 2022"]
    rows = run(*words, "--format", "csv", "--headings", "en").out.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["南京市鼓楼区", "福州市鼓楼区"]
    assert all("7% (achieved" in row or "7% (target" in row for row in rows)
    assert run("library", "list", "place:鼓楼区").out.count("市鼓楼区  ") == 2
    assert "同地同年" not in run("library", "check").out
