"""A note is written in the user's editor, which has the terminal meanwhile."""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
from pathlib import Path

import pytest

from tests.faults.test_signals import wait_until_stopped
from tests.support.terminal import PROGRAM, Terminal

STOPPING = """
import signal
input()
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTSTP})
os.killpg(0, signal.SIGTSTP)
print("CONTINUED", flush=True)
"""
#: Shows what it is typed, as an editor does, until Enter; then writes to the file it is given.
EDITOR = """
import os, sys
print("EDITOR", flush=True)
typed = input()
with open(sys.argv[1], "a", encoding="utf-8") as file:
    file.write(typed + "\\n第二行\\n")
sys.exit(int(os.environ.get("ENDS", "0")))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    editor = tmp_path / "my editor.py"
    editor.write_text(EDITOR, encoding="utf-8")
    return {
        "VISUAL": f"{sys.executable} '{editor}'",
        "EDITOR": "false",
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }


def notes(environment: dict[str, str]) -> list[str]:
    folder = Path(environment["XDG_DATA_HOME"]) / "huiji-tui" / "notes"
    return [note["body"] for file in folder.glob("*.json") for note in json.loads(file.read_text())["notes"]]


def ask(terminal: Terminal) -> None:
    """Begin a note, and go on in the editor."""
    terminal.wait_for("退出")
    terminal.send("]", "a")
    terminal.wait_for("写下批注")
    terminal.send("x", "\x1bOS")
    terminal.wait_for("EDITOR")


def drafts(environment: dict[str, str]) -> list[Path]:
    return [*(Path(environment["XDG_DATA_HOME"]) / "huiji-tui" / "notes").glob("draft*")]


def test_the_editor_has_the_terminal_and_the_screen_comes_back(environment: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment=environment) as terminal:
        ask(terminal)
        terminal.send("qqq", "enter")
        terminal.wait_for("批注已保存")
        assert "批注 1" in terminal.text and "目录" in terminal.text
        terminal.send("]", "]")
        terminal.wait_for("三")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    assert notes(environment) == ["x\nqqq\n第二行"]
    assert drafts(environment) == []


def test_ctrl_c_in_the_editor_does_not_end_the_program(environment: dict[str, str]) -> None:
    """The editor dies of it, so that nothing is saved, and what was written before is in the box again."""
    with Terminal(PROGRAM, environment=environment) as terminal:
        ask(terminal)
        terminal.send("\x03")
        terminal.wait_for(lambda text: "EDITOR" not in text and "F4 用编辑器写" in text)
        terminal.send("y", "enter")
        terminal.wait_for("批注已保存")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    assert notes(environment) == ["xy"]


def test_an_editor_that_fails_leaves_the_text_in_the_box(environment: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment={**environment, "ENDS": "1"}) as terminal:
        ask(terminal)
        terminal.send("enter")
        terminal.wait_for(lambda text: "EDITOR" not in text and "F4 用编辑器写" in text)
        terminal.send("enter")
        terminal.wait_for("批注已保存")
    assert notes(environment) == ["x"]


def test_the_draft_is_kept_when_the_program_is_killed_while_the_editor_runs(
    environment: dict[str, str],
) -> None:
    with Terminal(PROGRAM, environment=environment) as terminal:
        ask(terminal)
        terminal.signal(signal.SIGTERM)
        terminal.wait_until_left()
    assert [draft.read_text() for draft in drafts(environment)] == ["x\n"]


def test_an_editor_that_is_not_there_is_told(environment: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment={**environment, "VISUAL": "/nowhere/vi"}) as terminal:
        terminal.wait_for("退出")
        terminal.send("]", "a")
        terminal.wait_for("写下批注")
        terminal.send("x", "\x1bOS")
        terminal.wait_for("编辑器 /nowhere/vi 没有运行")


def test_an_editor_that_is_stopped_stops_the_program_until_both_are_continued(
    environment: dict[str, str],
) -> None:
    """Editors send the signal to all of their process group, as a terminal does."""
    (editor,) = [Path(word) for word in shlex.split(environment["VISUAL"])[1:]]
    editor.write_text(EDITOR.replace("typed = ", STOPPING + "typed = "), encoding="utf-8")
    with Terminal(PROGRAM, environment=environment, as_job=True) as terminal:
        ask(terminal)
        terminal.send("stop", "enter")
        wait_until_stopped(terminal)
        os.killpg(os.getpgid(terminal.pid), signal.SIGCONT)
        terminal.wait_for("CONTINUED")
        terminal.send("qqq", "enter")
        terminal.wait_for("批注已保存")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    assert notes(environment) == ["x\nqqq\n第二行"]
