"""The library in a real terminal: where the program begins, and what it shows first the next time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.library.conftest import library, shelf
from tests.support.terminal import PROGRAM, Terminal
from tui.library.library import Library
from tui.state.last_report import read_last_report, write_last_report

__all__ = ["library", "shelf"]
READY = "q 退出"


@pytest.fixture
def own(library: Library, tmp_path: Path) -> dict[str, str]:
    """Return the environment of somebody who has a library."""
    path = tmp_path / "data" / "huiji-tui" / "library.db"
    path.parent.mkdir(parents=True)
    shutil.copy(library.path, path)
    return {
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }


def test_the_program_begins_with_the_library_and_then_with_the_report_read_last(own: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment=own) as terminal:
        terminal.wait_for("4 份 · 3 地")
        terminal.send("2", "down", "enter")
        terminal.wait_for("一、2022年工作回顾")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    with Terminal(PROGRAM, environment=own) as terminal:
        terminal.wait_for("一、2022年工作回顾")
        terminal.wait_for(READY)
        terminal.send("0")
        terminal.wait_for("广元市 › 青川县 › 2023年")
        terminal.send("H")
        terminal.wait_for("一、2022年工作回顾")
        terminal.send("q")
        assert terminal.wait_until_left() == 0


def test_a_report_that_is_named_is_opened_though_there_is_a_library(own: dict[str, str], shelf: Path) -> None:
    report = next(shelf.rglob("2022.txt"))
    with Terminal([*PROGRAM, str(report)], environment=own) as terminal:
        terminal.wait_for("一、2021年工作回顾")
        terminal.wait_for(READY)
        terminal.send("0")
        terminal.wait_for("› 2022年")


def test_a_report_of_the_library_is_opened_by_place_and_year(own: dict[str, str]) -> None:
    with Terminal([*PROGRAM, "青川县/2023", "--at", "第二章"], environment=own) as terminal:
        terminal.wait_for("二、2023年工作安排")
        terminal.wait_for(READY)
        terminal.send("0")
        terminal.wait_for("广元市 › 青川县 › 2023年")
    with Terminal([*PROGRAM, "青川县/1999"], environment=own) as terminal:
        assert terminal.wait_until_left() == 66


def test_a_report_that_was_named_is_the_one_read_last(own: dict[str, str]) -> None:
    with Terminal([*PROGRAM, "青川县/2022"], environment=own) as terminal:
        terminal.wait_for("一、2021年工作回顾")
        terminal.wait_for(READY)
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    with Terminal(PROGRAM, environment=own) as terminal:
        terminal.wait_for("一、2021年工作回顾")


def test_a_damaged_library_gives_way_to_the_built_in_report(own: dict[str, str]) -> None:
    path = Path(own["XDG_DATA_HOME"]) / "huiji-tui" / "library.db"
    path.write_bytes(b"no database" * 1000)
    with Terminal(PROGRAM, environment=own) as terminal:
        terminal.wait_for("惠济区政府工作报告")
        terminal.wait_for("不是 huiji-tui 的书库")


def test_without_a_library_going_up_says_how_to_make_one(tmp_path: Path) -> None:
    with Terminal(PROGRAM, environment={"XDG_DATA_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(READY)
        terminal.send("0")
        terminal.wait_for("还没有书库")


@pytest.mark.parametrize("report", ["/a/b.txt", "/a/年 报\n.txt", "/a/\udcff"])
def test_the_report_read_last_is_kept(report: str, tmp_path: Path) -> None:
    write_last_report(tmp_path, "/library.db", report)
    assert read_last_report(str(tmp_path)) == ("/library.db", report)


@pytest.mark.parametrize("raw", [b"", b"\0", b"a", b"a\0", b"\0b", b"x" * 100_000])
def test_a_file_without_two_paths_names_no_report(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "last-report").write_bytes(raw)
    assert read_last_report(str(tmp_path)) is None


def test_promises_are_opened_from_a_report_and_left_again(own: dict[str, str]) -> None:
    with Terminal([*PROGRAM, "青川县/2023"], environment=own) as terminal:
        terminal.wait_for(READY)
        terminal.send("4")
        terminal.wait_for("2022 年的承诺")
        terminal.send("enter")
        terminal.wait_for("二、2022年工作安排")
        terminal.send("H")
        terminal.wait_for("2022 年的承诺")
        terminal.send("7")
        terminal.wait_for("年计划分解成的任务")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
