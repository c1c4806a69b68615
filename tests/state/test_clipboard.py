"""Text is copied in every way available, and the ways are reported."""

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
    """Replace the programs that are installed; return their names."""
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


def test_tmux_and_the_desktop_clipboard_both_get_the_text(tmp_path: Path, programs: set[str]) -> None:
    programs.update({"tmux", "xclip", "xsel"})
    told, ran = copy(tmp_path, {"TMUX": "x", "DISPLAY": ":0"})
    assert (told, ran) == ("终端、tmux、xclip", ["tmux", "xclip"])


def test_a_program_without_its_environment_variable_is_skipped(tmp_path: Path, programs: set[str]) -> None:
    programs.update({"tmux", "xclip", "wl-copy"})
    assert copy(tmp_path, {})[1] == []


def test_without_a_clipboard_program_the_text_goes_to_a_file(tmp_path: Path, programs: set[str]) -> None:
    told, _ = copy(tmp_path / "new", {})
    assert told == f"终端、{tmp_path / 'new' / 'clipboard.txt'}"
    assert (tmp_path / "new" / "clipboard.txt").read_text(encoding="utf-8") == "黄河"
    clipboard.copy("黄河\udcff", lambda _: None, tmp_path, {})
    assert (tmp_path / "clipboard.txt").read_bytes() == "黄河?".encode()
    programs.add("tmux")
    assert "clipboard.txt" in copy(tmp_path, {"TMUX": "x"}, works=False)[0]


def test_a_program_that_fails_is_not_reported(tmp_path: Path) -> None:
    assert clipboard._run(["false"], "x") is False
    assert clipboard._run(["cat"], "x") is True
    assert clipboard._run(["no-such-program"], "x") is False


def test_a_program_that_hangs_is_stopped_after_the_timeout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As xclip does where its display is gone; another way is taken."""
    limits: list[float] = []
    original = subprocess.run

    def run(*arguments: Any, **named: Any) -> Any:
        limits.append(named["timeout"])
        return original(*arguments, **named | {"timeout": 0.05})

    monkeypatch.setattr(subprocess, "run", run)
    assert clipboard._run(["sleep", "60"], "x") is False
    assert limits == [clipboard.TIMEOUT_S] and clipboard.TIMEOUT_S <= 1


def test_a_program_gets_the_text_and_its_output_is_dropped(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "got"
    assert clipboard._run(["sh", "-c", f"cat > {path}; echo out; echo err >&2"], "黄河\udcff") is True
    assert path.read_bytes() == "黄河?".encode()
    assert capfd.readouterr() == ("", "")


def test_no_desktop_program_runs_after_the_first_that_works(
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
def test_programs_get_the_options_that_select_the_clipboard(
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


def test_only_the_terminal_is_reported_if_the_file_cannot_be_written(
    tmp_path: Path, programs: set[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert copy(tmp_path / "file", {})[0] == "终端"
