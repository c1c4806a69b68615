"""T01 to T30: no content of a report, name or query reaches the terminal as a control sequence, from the screen or a command."""

from __future__ import annotations

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import rich.cells
import wcwidth
from rich.segment import Segment
from textual.color import Color

from tests.faults.payloads import IN_NAMES, PAYLOADS, RAW, report_text
from tests.support.pilot import Driven, drive
from tests.support.terminal import PROGRAM, Terminal
from tui.cli.main import run
from tui.library.loading import load_report
from tui.report.sanitize import one_line
from tui.terminal.control_filter import ControlFilter
from tui.typeset.cells import cell_length

COMMANDS = [
    ("outline",), ("outline", "--format", "json"), ("outline", "--format", "yaml"), ("outline", "--format", "md"),
    ("show",), ("show", "--format", "text"), ("show", "--format", "md"), ("show", "--width", "40"),
    ("search", "新增"), ("search", "新增", "--format", "json"), ("search", PAYLOADS["T01"]),
    ("metrics",), ("metrics", "--format", "csv"), ("metrics", "--format", "json"), ("metrics", "--format", "md"),
    ("metrics", "--explain"), ("compare",), ("compare", "--format", "json"), ("compare", "--format", "md"),
    ("tasks",), ("tasks", "--format", "csv"), ("tasks", "--format", "json"), ("tasks", "--format", "md"),
    ("convert", "-o", "-", "-v"), ("check",), ("outline", "--encoding", IN_NAMES), ("show", IN_NAMES), ("search", "/(" + IN_NAMES + "/"),
]  # fmt: skip
#: The command that is also run as a separate program.
AS_A_PROGRAM = ("show",)

STEPS = [
    "1", "G", "g", "\r", "3", "l", "l", "G", "i", "\x1b", "\r", "/新增\r", "n", "n", "N",
    "\x1b[200~" + "".join(PAYLOADS[key] for key in ("T11", "T15", "T22", "T27")) + "\x1b[201~", "\x1b",
    ":抓", "\x1b", "\x10新", "\x1b", "ma", "\x1b[12~", "\x1b", "o", "\x1b", "?", "\x1b", "y", "Y", "v", "y", ".", ",", "r",
]  # fmt: skip
#: Seconds of silence after which a step has been drawn.
QUIET_S = 0.1


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("faults") / f"{IN_NAMES}.txt"
    path.write_text(report_text(), encoding="utf-8", newline="")
    return path


def _bytes_in(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    stream.seek(0)
    return bytes(stream.buffer.read())


def written_by(*words: str) -> tuple[int, bytes, bytes]:
    """Return the status of a command and the bytes it writes to each stream."""
    out, said = (io.TextIOWrapper(io.BytesIO()) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(said):
        status = run(words, lambda *_: 99)
    return status, _bytes_in(out), _bytes_in(said)


@pytest.fixture(scope="module")
def printed(report: Path) -> dict[str, bytes]:
    """Return the output of each command on both streams; one command is also run as a separate program."""
    every = {}
    for name, *options in COMMANDS:
        words = [*options[:1], str(report), *options[1:]] if name == "search" else [str(report), *options]
        _, out, said = written_by(name, *words)
        assert b"Traceback" not in said and "是二进制".encode() not in said
        every[" ".join((name, *options))] = out + said
    done = subprocess.run([*PROGRAM, *AS_A_PROGRAM, str(report)], capture_output=True, timeout=60)
    assert done.stdout + done.stderr == every[" ".join(AS_A_PROGRAM)]
    return every


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the errors for unreadable files, one line each."""
    folder, every = tmp_path_factory.mktemp("faults"), {}
    for fault in ("missing", "binary", "outline"):
        path = folder / f"{IN_NAMES}.{fault}.yaml"
        if fault == "binary":
            path = path.with_suffix(".txt")
            path.write_bytes(b"\x00\x01")
        elif fault == "outline":
            path.write_text(f"schema: {IN_NAMES!r}\n{IN_NAMES[:9]!r}: 1\n", encoding="utf-8")
        status, _, said = written_by("outline", str(path))
        assert status in (65, 66) and said.count(b"\n") == 1
        every[fault] = said
    return every


def drawn_by(report: Path, theme_keys: str) -> dict[str, bytes]:
    """Return the output of a program in a terminal for each step of a tour of everything that shows data.

    The tour: title, tree, text, hits, metrics, details, go-to, palette, open, bookmarks, help, notices, copies, errors.
    """
    every = {}
    with Terminal([*PROGRAM, str(report)], columns=130, rows=40) as terminal:
        terminal.wait_for("二、2024年工作")
        terminal.child.send(theme_keys.encode())
        for number, step in enumerate(STEPS):
            terminal.settle(QUIET_S, draw=False)
            every[f"{number} {step!r}"] = bytes(terminal.raw).replace(
                b"\x1b]52;", b""
            )  # copies are sent this way, encoded
            terminal.raw.clear()
            terminal.child.send(step.encode())
        assert terminal.child.isalive()
        for key in ("escape", "escape", "q"):
            terminal.settle(draw=False)
            terminal.send(key)
        assert terminal.wait_until_left() == 0
    return every


@pytest.fixture(scope="module")
def drawn(report: Path) -> dict[str, bytes]:
    return drawn_by(report, "")


@pytest.mark.parametrize("name", RAW)
def test_no_payload_appears_raw_in_the_output(
    name: str, printed: dict[str, bytes], complaints: dict[str, bytes], drawn: dict[str, bytes]
) -> None:
    for surface, data in (printed | complaints | drawn).items():
        assert [raw for raw in RAW[name] if raw in data] == [], surface


def test_no_command_writes_an_escape(printed: dict[str, bytes], complaints: dict[str, bytes]) -> None:
    for surface, data in (printed | complaints).items():
        assert b"\x1b" not in data, surface


@pytest.mark.slow
@pytest.mark.parametrize("theme_keys", ["T", "TT"])
def test_no_payload_appears_raw_on_the_screen_in_another_theme(report: Path, theme_keys: str) -> None:
    for step, data in drawn_by(report, theme_keys).items():
        assert [raw for every in RAW.values() for raw in every if raw in data] == [], step


@pytest.mark.parametrize("name", [name for name in PAYLOADS if "T01" <= name <= "T25"])
def test_the_replacement_is_visible_and_has_the_computed_width(name: str) -> None:
    shown = one_line(PAYLOADS[name])
    assert any(character in shown for character in PAYLOADS[name] if character > "一")
    assert cell_length(shown) == rich.cells.cell_len(shown) == wcwidth.wcswidth(shown)
    if name <= "T21":
        assert any(mark in shown for mark in "\ufffd␛␎␏␀␡␈␋␌")


def test_the_control_filter_removes_payloads_that_reach_a_line() -> None:
    every = "".join(PAYLOADS.values())
    (segment,) = ControlFilter().apply([Segment(every)], Color(0, 0, 0))
    assert not [raw for each in RAW.values() for raw in each if raw in segment.text.encode()]
    assert "\x1b" not in segment.text
    for sound in ("增长7%，“四上”企业", "政\u3000府", "▲▼▸≈…", ""):
        kept = [Segment(sound)]
        assert ControlFilter().apply(kept, Color(0, 0, 0)) == kept


@pytest.mark.parametrize("name", ["T26", "T27", "T28", "T29", "T30"])
def test_markup_is_drawn_literally(name: str, tmp_path: Path) -> None:
    word, path = PAYLOADS[name], tmp_path / "a.txt"
    path.write_text(
        f"{word}报告\n一、{word}回顾\n（一）{word}发展。抓{word}项目，新增{word}企业3家。\n", encoding="utf-8"
    )

    async def steps(app: Driven) -> None:
        for key in ("3", "l", "l", "i", "escape", "escape", "slash"):
            await app.press(key)
            assert f"抓{word}项目" in app.text.replace("\n", "") or key == "i"
            assert f"{word}回顾" in app.text

    drive(steps, report=load_report(str(path)))
    assert f"抓{word}项目" in written_by("show", str(path))[1].decode()
