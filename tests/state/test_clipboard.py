"""Copying by every way that is open, and saying which."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

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
    programs.add("tmux")
    assert "clipboard.txt" in copy(tmp_path, {"TMUX": "x"}, works=False)[0]


def test_a_program_that_fails_is_not_told_of(tmp_path: Path) -> None:
    assert clipboard._run(["false"], "x") is False
    assert clipboard._run(["cat"], "x") is True
    assert clipboard._run(["no-such-program"], "x") is False
