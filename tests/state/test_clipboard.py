"""Copying by every way that is open, and saying which."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tui.state import clipboard


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The programs that are installed."""
    installed: set[str] = set()
    monkeypatch.setattr(shutil, "which", lambda name: name if name in installed else None)
    return installed


def copy(tmp_path: Path, environment: dict[str, str], works: bool = True) -> tuple[str, list[str]]:
    ran: list[str] = []
    sent: list[str] = []

    def run(command: Sequence[str], text: str) -> bool:
        assert text == "黄河"
        ran.append(command[0])
        return works

    told = clipboard.copy("黄河", sent.append, tmp_path, environment, run)
    assert sent == ["黄河"]
    return told, ran


def test_tmux_and_the_desktop_are_both_asked(tmp_path: Path, programs: set[str]) -> None:
    programs.update({"tmux", "xclip", "xsel"})
    told, ran = copy(tmp_path, {"TMUX": "x", "DISPLAY": ":0"})
    assert (told, ran) == ("终端、tmux、xclip", ["tmux", "xclip"])


def test_a_program_is_not_asked_where_it_cannot_work(tmp_path: Path, programs: set[str]) -> None:
    programs.update({"tmux", "xclip", "wl-copy"})
    assert copy(tmp_path, {})[1] == []


def test_a_file_keeps_the_text_where_nothing_else_may_have_it(tmp_path: Path, programs: set[str]) -> None:
    told, _ = copy(tmp_path / "new", {})
    assert told == f"终端、{tmp_path / 'new' / 'clipboard.txt'}"
    assert (tmp_path / "new" / "clipboard.txt").read_text(encoding="utf-8") == "黄河"
    clipboard.copy("黄河\udcff", lambda _: None, tmp_path, {})
    assert (tmp_path / "clipboard.txt").read_bytes() == "黄河?".encode()
    programs.add("tmux")
    assert "clipboard.txt" in copy(tmp_path, {"TMUX": "x"}, works=False)[0]


def test_a_program_that_fails_is_not_told_of(tmp_path: Path) -> None:
    assert clipboard._run(["false"], "x") is False
    assert clipboard._run(["cat"], "x") is True
    assert clipboard._run(["no-such-program"], "x") is False


def test_a_program_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As xclip does where its display is gone; another way is taken."""
    limits: list[float] = []
    original = subprocess.run

    def run(*arguments: Any, **named: Any) -> Any:
        limits.append(named["timeout"])
        return original(*arguments, **named | {"timeout": 0.05})

    monkeypatch.setattr(subprocess, "run", run)
    assert clipboard._run(["sleep", "60"], "x") is False
    assert limits == [clipboard.PATIENCE] and clipboard.PATIENCE <= 1


def test_a_program_gets_the_text_and_has_no_say_on_the_screen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "got"
    assert clipboard._run(["sh", "-c", f"cat > {path}; echo out; echo err >&2"], "黄河\udcff") is True
    assert path.read_bytes() == "黄河?".encode()
    assert capfd.readouterr() == ("", "")


def test_the_first_program_of_the_desktop_that_works_is_the_last_asked(
    tmp_path: Path, programs: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.update({"wl-copy", "xclip", "xsel", "pbcopy"})
    environment = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert copy(tmp_path, environment) == ("终端、wl-copy", ["wl-copy"])
    assert copy(tmp_path, environment, works=False)[1] == ["wl-copy", "xclip", "xsel", "pbcopy"]
    assert copy(tmp_path, {"DISPLAY": ""}) == ("终端、pbcopy", ["pbcopy"])
    monkeypatch.setattr(os, "environ", {"TMUX": "x"})
    monkeypatch.setattr(
        clipboard, "_run", lambda command, text: command == ("tmux", "load-buffer", "-w", "-")
    )
    programs.clear()
    programs.add("tmux")
    assert clipboard.copy("x", lambda _: None, tmp_path) == "终端、tmux"


@pytest.mark.parametrize(
    ("command", "variable"),
    [
        ("tmux load-buffer -w -", "TMUX"),
        ("wl-copy", "WAYLAND_DISPLAY"),
        ("xclip -selection clipboard", "DISPLAY"),
        ("xsel --clipboard --input", "DISPLAY"),
        ("pbcopy", ""),
    ],
)
def test_a_program_is_told_to_fill_the_clipboard(
    command: str, variable: str, tmp_path: Path, programs: set[str]
) -> None:
    """Without its options ``xclip`` fills another selection, and ``xsel`` prints."""
    programs.add(command.split()[0])
    asked: list[str] = []

    def run(command: Sequence[str], text: str) -> bool:
        asked.append(" ".join(command))
        return True

    clipboard.copy("x", lambda _: None, tmp_path, {variable: "x"}, run)
    assert asked == [command]


def test_where_nothing_takes_the_text_only_the_terminal_is_told_of(
    tmp_path: Path, programs: set[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert copy(tmp_path / "file", {})[0] == "终端"
