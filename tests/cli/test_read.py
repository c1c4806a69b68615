"""``read``: a report line by line, with answers from a pipe or a terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.promises import write_reports
from tests.support.terminal import Terminal
from tui.library.library import Library
from tui.messages import reading as messages

PROGRAM = [sys.executable, "-m", "tui", "read"]


@pytest.fixture
def read(huiji_tui: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    def call(answers: str, *words: str | Path) -> tuple[int, list[str], str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
        status, out, err = huiji_tui("read", *words)
        return status, out.splitlines(), err

    return call


def test_answers_come_from_a_pipe_until_it_ends(read: Any) -> None:
    status, lines, err = read("三(五)\n\n出处\n")
    assert (status, err) == (0, "")
    assert lines[0].startswith("惠济区政府工作报告，2024年1月22日，李伟光。")
    assert lines[-1].endswith("（《惠济区政府工作报告》，2024年1月22日，第三部分第（五）节）")
    assert not any(prompt in line for line in lines for prompt in (messages.PROMPT_NUMBER, "\x1b", "\r"))


def test_leaving_ends_before_the_pipe(read: Any) -> None:
    assert read("q\n出处\n")[1] == read("")[1]


def test_it_begins_where_it_is_asked_to(read: Any) -> None:
    status, lines, _ = read("", "--at", "m001", "--find", "马拉松")
    assert status == 0
    assert lines[1].startswith("地区生产总值，预计增6%，")
    assert "“马拉松”：2 处，2 句。" in lines


def test_what_a_library_knows_is_offered(read: Any, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Library(library, write=True) as made:
        list(made.add(write_reports(tmp_path, years=(2022, 2023))))
    lines = read("承诺\n1\n", "青川县/2023", "--library", library)[1]
    assert "2022年报告的承诺，5 项；结论、指标、目标、结果。" in lines
    assert lines[-2].startswith("目标原句：去年的报告：") and lines[-1].startswith("结果原句：一")


def test_the_report_cannot_come_the_way_answers_do(read: Any) -> None:
    assert read("", "-") == (2, [], f"huiji-tui: {messages.NOT_FROM_INPUT}\n")


def test_at_a_terminal_it_only_writes_lines() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for(messages.PROMPT_NUMBER)
        terminal.send("一(七)\r")
        terminal.wait_for("聚焦风险底线")
        terminal.send("\x04")
        assert terminal.wait_until_left() == 0
        assert b"\x1b" not in terminal.raw
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for(messages.PROMPT_NUMBER)
        terminal.send("\x03")
        assert terminal.wait_until_left() == 130
        assert "Traceback" not in terminal.text
