"""The program in a real pseudo-terminal, byte by byte."""

from __future__ import annotations

import base64
import re
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

from tests.support.samples import CONTENT, SMALL
from tests.support.terminal import PROGRAM, Shared, Terminal, modes_are_off
from tui.typeset.cells import cell_length

READY = "q 退出"


def hit_count(terminal: Terminal) -> str:
    found = re.search(r"命中 (\d+/\d+)", terminal.text)
    return found[1] if found else ""


def test_reading_searching_and_quitting_in_a_real_terminal() -> None:
    with Terminal(PROGRAM) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for(READY)
        assert "惠济区政府工作报告" in terminal.rows[0]

        terminal.send("黄河")
        terminal.wait_for("命中 1/32")
        terminal.send("enter", "n")
        terminal.wait_for("命中 2/32")
        assert any("黄河故事" in row for row in terminal.rows)
        terminal.send("escape")
        terminal.wait_for(lambda text: "命中" not in text.split("\n")[0])

        terminal.send(":")
        terminal.wait_for("跳转")
        terminal.send("三(四)")
        terminal.wait_for("3.4 ")
        terminal.send("enter")
        terminal.wait_for("（四）在城市品质上聚力攻坚，强化高质量发展保障。")
        terminal.wait_for(lambda text: text.split("\n")[-1].endswith("三(四) 0% · 全文 73%"))

        terminal.send("q")
        assert terminal.wait_until_left() == 0
        assert termios.tcgetattr(terminal.child.child_fd) == before
        assert modes_are_off(bytes(terminal.raw))


def test_panes_that_cover_each_other_are_painted_whole() -> None:
    with Terminal(PROGRAM, columns=80, rows=24) as terminal:
        terminal.wait_for("题头 0%")
        before = terminal.rows
        terminal.send("3")
        terminal.wait_for(lambda text: "3 指标" in text and "地区生产总值  " in text)
        terminal.send("1")
        terminal.wait_for(lambda text: "1 目录" in text and "▾ 一、2023年工作回顾" in text)
        assert not any("地区生产总值  " in row for row in terminal.rows)
        terminal.send("escape")
        terminal.wait_for(lambda text: text.split("\n")[1:-1] == before[1:-1])


@pytest.fixture(scope="module")
def program() -> Iterator[Shared]:
    shared = Shared(columns=100, rows=30)
    yield shared
    shared.close()


@contextmanager
def at_the_beginning(program: Shared) -> Iterator[Terminal]:
    """Lend a program at the beginning of its report."""
    with program.used() as terminal:
        terminal.send("g")
        terminal.wait_for(lambda text: text.split("\n")[-1].endswith("题头 0%"))
        yield terminal


def test_escape_from_a_search_restores_the_screen(program: Shared) -> None:
    with at_the_beginning(program) as terminal:
        before = terminal.settle()
        terminal.send("/", "马拉松")
        terminal.wait_for("命中 1/2")
        terminal.send("escape")
        terminal.wait_for(lambda text: text.split("\n") == before)


def test_pasted_chinese_starts_a_search(program: Shared) -> None:
    with at_the_beginning(program) as terminal:
        terminal.send("\x1b[200~高质量发展\x1b[201~")
        terminal.wait_for("命中 1/25")
        terminal.send("escape")
        terminal.wait_for(lambda text: "命中" not in text)


def test_full_width_punctuation_works_as_keys(program: Shared) -> None:
    with at_the_beginning(program) as terminal:
        terminal.send("】】")
        terminal.wait_for("一 0%")
        terminal.send("？")
        terminal.wait_for("（当前栏）")
        terminal.send("escape")
        terminal.wait_for(lambda text: "（当前栏）" not in text)


def test_alt_with_an_arrow_goes_back_and_forward(program: Shared) -> None:
    with at_the_beginning(program) as terminal:
        terminal.send("]", "]", "]")
        terminal.wait_for("一(一) 0%")
        terminal.send("alt+left")
        terminal.wait_for("一 0%")
        terminal.send("alt+right")
        terminal.wait_for("一(一) 0%")


def test_a_resize_keeps_the_sentence_being_read(program: Shared) -> None:
    with at_the_beginning(program) as terminal:
        terminal.send(":", "3.4", "enter")
        terminal.wait_for("（四）在城市品质上聚力攻坚")
        for columns, rows in ((80, 24), (60, 20), (160, 45), (100, 30)):
            terminal.resize(columns, rows)
            terminal.wait_for(lambda text: "（四）在城市品质上聚力攻坚，强化高质量发展保障。" in text)


def test_another_report_can_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="gb18030")
    with Terminal([*PROGRAM, str(path), "--find", "老旧小区"]) as terminal:
        terminal.wait_for("某某县政府工作报告")
        terminal.wait_for("命中 1/1")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["没有.yaml"], "没有.yaml: 没有这个文件"),
        pytest.param(["--at", "9.9"], "没有“9.9”这个位置", marks=pytest.mark.slow),
        pytest.param(
            [str(CONTENT / "huiji-2024.txt"), "--encoding", "utf-32"], "utf-32", marks=pytest.mark.slow
        ),
    ],
)
def test_errors_of_opening_are_printed_without_touching_the_screen(words: list[str], said: str) -> None:
    with Terminal([*PROGRAM, *words]) as terminal:
        assert terminal.wait_until_left() in (2, 65, 66)
        assert said in terminal.text
        assert b"\x1b" not in terminal.raw


def test_output_to_a_terminal_is_wrapped_and_coloured() -> None:
    with Terminal([sys.executable, "-m", "tui", "search", "马拉松"], columns=80) as terminal:
        assert terminal.wait_until_left() == 0
        assert b"\x1b[1;33m" in terminal.raw
    with Terminal([*PROGRAM, "search", "马拉松"], environment={"NO_COLOR": "1"}) as terminal:
        assert terminal.wait_until_left() == 0
        assert b"\x1b" not in terminal.raw


def test_keys_come_from_the_terminal_if_the_report_is_on_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SMALL, encoding="utf-8")
    with Terminal(["bash", "-c", f"{sys.executable} -m tui - < {path}; exit $?"]) as terminal:
        terminal.wait_for("某某县政府工作报告")
        terminal.send("老旧小区")
        terminal.wait_for("命中 1/1")
        terminal.send("escape")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_until_left() == 0


def test_copying_sends_the_text_to_the_terminal(tmp_path: Path) -> None:
    with Terminal(
        [*PROGRAM, "--at", "3.1.2"], environment={"XDG_STATE_HOME": str(tmp_path), "TMUX": ""}
    ) as terminal:
        terminal.wait_for("多措并举促进消费。积极融入")
        terminal.send("y")
        terminal.wait_for("选中这一句（9 字）")
        terminal.send("y")
        terminal.wait_for("已复制 9 字：终端")
        sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", bytes(terminal.raw))
        assert sent is not None
        assert base64.b64decode(sent[1]).decode() == "多措并举促进消费。"


def test_a_mouse_drag_selects_in_a_real_terminal(tmp_path: Path) -> None:
    with Terminal(PROGRAM, columns=80, rows=24, environment={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        rows = terminal.wait_for("请予审议").split("\n")
        terminal.settle()
        row = next(number for number, text in enumerate(rows) if "请予审议" in text)
        column = cell_length(rows[row].split("请予审议")[0])
        last = terminal.screen.buffer[row][column + 6]
        for code, x in ((0, column + 1), (32, column + 5), (32, column + 7)):
            terminal.send(f"\x1b[<{code};{x + 1};{row + 1}M")
        terminal.send(f"\x1b[<0;{column + 8};{row + 1}m")
        terminal.wait_for(lambda _: terminal.screen.buffer[row][column + 6] != last)
        terminal.send("y")
        terminal.wait_for("已复制 4 字")


def test_state_survives_a_kill(tmp_path: Path) -> None:
    environment = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal([*PROGRAM, "--at", "3.4"], environment=environment) as terminal:
        terminal.wait_for("（四）在城市品质上聚力攻坚")
        while not list(tmp_path.glob("*/reports/*.json")):
            assert terminal.read(0.2)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_until_left() == 137
    with Terminal(PROGRAM, environment=environment) as terminal:
        rows = terminal.wait_for("接着上次读到之处").split("\n")
        assert "（四）在城市品质上聚力攻坚，强化高质量发展保障。" in rows[3]


def test_a_search_in_several_reports_shows_a_progress_bar(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"一、工作\n保护黄河{number}。\n", encoding="utf-8")
    with Terminal([*PROGRAM, "search", "黄河", str(tmp_path)]) as terminal:
        assert terminal.wait_until_left() == 0
        assert b"[##" in terminal.raw and b"/12" in terminal.raw
        assert "[#" not in terminal.text and "[." not in terminal.text
        assert "保护黄河11。" in terminal.text


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "rows"), [(120, 35), (80, 24), (60, 20)])
def test_a_theme_looks_the_same_chosen_or_loaded(columns: int, rows: int, tmp_path: Path) -> None:
    """The first changes to the second theme, the second begins with it and changes to the third."""
    environment = {"XDG_STATE_HOME": str(tmp_path)}
    changed: list[list[pyte.screens.Char]] = []
    for _ in range(3):
        with Terminal(PROGRAM, columns=columns, rows=rows, environment=environment) as terminal:
            terminal.wait_for(lambda text: "搜索" in text and changed in ([], cells(terminal)))  # noqa: B023
            terminal.settle()
            seen = cells(terminal)
            assert changed in ([], seen)
            terminal.send("T")
            terminal.wait_for(lambda _: cells(terminal) != seen)  # noqa: B023
            terminal.settle()
            changed = cells(terminal)
            terminal.send("q")
            assert terminal.wait_until_left() == 0


def cells(terminal: Terminal) -> list[list[pyte.screens.Char]]:
    screen = terminal.screen
    return [[screen.buffer[row][column] for column in range(screen.columns)] for row in range(screen.lines)]
