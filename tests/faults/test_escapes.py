"""T01 to T30: whatever a report, a name or a query holds, the terminal obeys none of it, on the screen or from a command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color

from tests.faults.payloads import IN_NAMES, PAYLOADS, RAW, report_text
from tests.support.terminal import PROGRAM, Terminal
from tui.widgets.exit_filter import ExitFilter

COMMANDS = [
    ("outline",), ("outline", "--format", "json"), ("outline", "--format", "yaml"), ("outline", "--format", "md"),
    ("show",), ("show", "--format", "text"), ("show", "--format", "md"), ("show", "--width", "40"),
    ("search", "新增"), ("search", "新增", "--format", "json"), ("search", PAYLOADS["T01"]),
    ("metrics",), ("metrics", "--format", "csv"), ("metrics", "--format", "json"), ("metrics", "--format", "md"),
    ("metrics", "--explain"), ("compare",), ("compare", "--format", "json"), ("compare", "--format", "md"),
    ("convert", "-o", "-", "-v"), ("check",), ("outline", "--encoding", IN_NAMES), ("show", IN_NAMES), ("search", "/(" + IN_NAMES + "/"),
]  # fmt: skip


def raw_in(data: bytes) -> list[bytes]:
    return [found for found in RAW if found in data]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("faults") / f"{IN_NAMES}.txt"
    path.write_text(report_text(), encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:24])
def test_no_command_prints_anything_raw(command: tuple[str, ...], report: Path) -> None:
    name, *options = command
    words = [*options[:1], str(report), *options[1:]] if name == "search" else [str(report), *options]
    if name == "show" and options == [IN_NAMES]:
        words = [str(report), IN_NAMES]
    done = subprocess.run([*PROGRAM, name, *words], capture_output=True, timeout=60)
    assert b"Traceback" not in done.stderr
    assert raw_in(done.stdout) == raw_in(done.stderr) == []
    assert b"\x1b" not in done.stdout + done.stderr
    assert "是二进制".encode() not in done.stderr


@pytest.mark.parametrize("damage", ["missing", "binary", "outline"])
def test_no_error_message_is_raw(damage: str, tmp_path: Path) -> None:
    path = tmp_path / f"{IN_NAMES}.yaml"
    if damage == "binary":
        path = path.with_suffix(".txt")
        path.write_bytes(b"\x00\x01")
    elif damage == "outline":
        path.write_text(f"schema: {IN_NAMES!r}\n{IN_NAMES[:9]!r}: 1\n", encoding="utf-8")
    done = subprocess.run([*PROGRAM, "outline", str(path)], capture_output=True, timeout=60)
    assert done.returncode in (65, 66)
    assert raw_in(done.stderr) == [] and b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("theme_keys", ["", pytest.param("T", marks=pytest.mark.slow)])
def test_nothing_raw_leaves_the_screen(report: Path, theme_keys: str) -> None:
    """Title, tree, text, hits, metrics, details, go-to, palette, open, marks, help, notices, copies, errors."""
    with Terminal([*PROGRAM, str(report)], columns=130, rows=40) as terminal:
        terminal.wait_for("二、2024年工作")
        steps = [
            theme_keys, "1", "G", "g", "\r", "3", "l", "l", "G", "i", "\x1b", "\r", "/新增\r", "n", "n", "N",
            "\x1b[200~" + "".join(PAYLOADS[key] for key in ("T11", "T15", "T22", "T27")) + "\x1b[201~", "\x1b",
            ":抓", "\x1b", "\x10新", "\x1b", "ma", "\x1b[12~", "\x1b", "o", "\x1b", "?", "\x1b", "y", "Y", "v", "y", ".", ",",
        ]  # fmt: skip
        for step in steps:
            terminal.raw.clear()
            terminal.child.send(step.encode())
            terminal.settle()
            leaving = bytes(terminal.raw).replace(b"\x1b]52;", b"")  # what is copied leaves so, encoded
            assert raw_in(leaving) == [], step
        assert terminal.child.isalive()
        for key in ("escape", "escape", "q"):
            terminal.settle()
            terminal.send(key)
        assert terminal.wait_until_left() == 0


def test_what_slips_into_a_line_is_held_back_at_the_exit() -> None:
    every = "".join(PAYLOADS.values())
    (segment,) = ExitFilter().apply([Segment(every)], Color(0, 0, 0))
    assert raw_in(segment.text.encode()) == [] and "\x1b" not in segment.text
    for sound in ("增长7%，“四上”企业", "政\u3000府", "▲▼▸≈…", ""):
        kept = [Segment(sound)]
        assert ExitFilter().apply(kept, Color(0, 0, 0)) == kept


def test_markup_is_drawn_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    words = [PAYLOADS[key] for key in ("T26", "T27", "T28", "T29", "T30")]
    path.write_text("一、回顾\n" + "\n".join(f"抓{word}项目。" for word in words), encoding="utf-8")
    with Terminal([*PROGRAM, str(path)]) as terminal:
        terminal.wait_for("一、回顾")
        terminal.settle()
        text = terminal.text
        for word in words:
            assert f"抓{word}项目" in text
    done = subprocess.run(
        [sys.executable, "-m", "tui", "show", str(path)], capture_output=True, text=True, timeout=60
    )
    assert all(f"抓{word}项目" in done.stdout for word in words)
