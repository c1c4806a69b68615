"""The cached screen shown before the framework runs is the one the framework draws, or there is none."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte
import pytest

from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, TIMEOUT_S, Terminal, modes_are_off
from tui.terminal import first_screen as module
from tui.terminal.first_screen import show_first_screen

#: What the framework says first of all.
FRAMEWORK = b"\x1b[?1000h"
WIDE_ANSWER, NARROW_ANSWER = "\x1b[3;1R\x1b[3;3R", "\x1b[3;1R\x1b[3;2R"
ASKED = b"\x1b[6n\xe2\x80\x9c\x1b[6n"


def _folders_in(path: Path, settings: str = "ambiguous_width = 1\n") -> dict[str, str]:
    """Folders for state, cache and configuration; with this configuration no terminal has to answer in time."""
    folders = {f"XDG_{name}_HOME": str(path / name.lower()) for name in ("STATE", "CACHE", "CONFIG")}
    file = path / "config" / "huiji-tui" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(settings, encoding="utf-8")
    return folders


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, str]:
    """Empty folders."""
    return _folders_in(tmp_path)


@pytest.fixture(scope="module")
def _kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept")
    read_and_left(_folders_in(path))
    return path


@pytest.fixture
def kept(_kept: Path, tmp_path: Path) -> dict[str, str]:
    """Folders with the cached screen of the built-in report, for a terminal of 120×35."""
    shutil.copytree(_kept, tmp_path, dirs_exist_ok=True)
    return _folders_in(tmp_path)


def screens(folders: Mapping[str, str]) -> list[Path]:
    return list(Path(folders["XDG_CACHE_HOME"]).rglob("*.screen"))


def read_and_left(
    folders: Mapping[str, str], *arguments: str, keys: Sequence[str] = (), columns: int = 120, rows: int = 35
) -> None:
    """Open a report, type, quit, and wait until the screen of the next start is cached."""
    command = [*PROGRAM, *arguments]
    with Terminal(command, columns=columns, rows=rows, environment=folders, answers=True) as terminal:
        before_framework(terminal)
        terminal.send(*keys)
        terminal.settle()
        if terminal.child.isalive():
            terminal.send("q")
        assert terminal.wait_until_left() == 0
    end = time.monotonic() + TIMEOUT_S
    while not screens(folders):
        assert time.monotonic() < end
        time.sleep(0.05)


def cells(raw: bytes, columns: int, rows: int) -> list[list[pyte.screens.Char]]:
    """Return the cells with colours of a terminal that was sent some bytes."""
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(raw)
    return [[screen.buffer[row][column] for column in range(columns)] for row in range(rows)]


def before_framework(terminal: Terminal) -> bytes:
    """Return the bytes the terminal was sent before those of the framework, which has come up."""
    while FRAMEWORK not in terminal.raw:
        assert terminal.read()
    terminal.wait_for(lambda text: bool(text.strip()))
    terminal.settle()
    return bytes(terminal.raw).partition(FRAMEWORK)[0]


def is_shown(drawing: bytes) -> bool:
    return b"\x1b[?1049h" in drawing and "目录".encode() in drawing


STATES: dict[str, tuple[int, int, tuple[str, ...], dict[str, str]]] = {
    "at the beginning": (120, 35, (), {}),
    "in the middle, another theme, longer lines": (160, 45, ("]]]]  ", "T", "++"), {}),
    "marks, queries, marks as published": (80, 24, ("/黄河\r", "ma", "n"), {}),
    "very narrow": (60, 20, ("  ",), {}),
    "at the end, without colours": (100, 30, ("G",), {"NO_COLOR": "1"}),
    "few colours": (120, 35, (" ", "T"), {"TERM": "xterm", "COLORTERM": ""}),
    "too small": (38, 8, (), {}),
}
#: Options with which no screen is shown, as with ``--at``; in the fast lane they are tried without a terminal.
OTHER_OPTIONS = [("--find", "黄河"), ("--ambiguous-width", "1")]
#: States whose kind another one stands for in the fast lane.
ALIKE = ("at the beginning", "marks, queries, marks as published", "very narrow", "few colours", "too small")


@pytest.mark.parametrize(
    ("columns", "rows", "keys", "environment"),
    [
        pytest.param(*state, id=name, marks=[pytest.mark.slow] if name in ALIKE else [])
        for name, state in STATES.items()
    ],
)
def test_the_cached_screen_equals_the_framework_screen_in_every_cell(
    columns: int, rows: int, keys: tuple[str, ...], environment: dict[str, str], folders: dict[str, str]
) -> None:
    folders |= environment
    read_and_left(folders, keys=keys, columns=columns, rows=rows)
    with Terminal(PROGRAM, columns=columns, rows=rows, environment=folders, answers=True) as terminal:
        drawing = before_framework(terminal)
        drawn = bytes(terminal.raw)
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    assert b"\x1b[?1049h" in drawing
    assert cells(drawing, columns, rows) == cells(drawn, columns, rows)
    assert any(cell.data.strip() for row in cells(drawing, columns, rows) for cell in row)
    assert drawn.count(b"\x1b[?1049h") == 1
    assert modes_are_off(bytes(terminal.raw))


def test_a_report_with_doubts_and_configured_keys_has_a_cached_screen(
    folders: dict[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(SMALL, encoding="utf-8")
    _folders_in(tmp_path, 'ambiguous_width = 1\n[keys]\nsearch = ["F4"]\n')
    read_and_left(folders, str(report))
    with Terminal([*PROGRAM, str(report)], environment=folders, answers=True) as terminal:
        drawing = before_framework(terminal)
        assert is_shown(drawing)
        assert cells(drawing, 120, 35) == cells(bytes(terminal.raw), 120, 35)
    report.write_text(SMALL.replace("年", "月", 1), encoding="utf-8")
    with Terminal([*PROGRAM, str(report)], environment=folders, answers=True) as terminal:
        assert not is_shown(before_framework(terminal))


def opened(folders: Mapping[str, str], answer: str = "") -> tuple[bytes, list[str]]:
    """Return the bytes before those of the framework, and the rows the framework draws; the terminal may answer."""
    with Terminal(PROGRAM, environment=folders) as terminal:
        while ASKED not in terminal.raw:
            assert terminal.read()
        terminal.send(answer)
        drawing = before_framework(terminal)
        drawn = cells(bytes(terminal.raw).partition(FRAMEWORK)[2], 120, 35)
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    return drawing, ["".join(cell.data for cell in row) for row in drawn]


def until_kept(folders: Mapping[str, str], before: bytes = b"") -> bytes:
    """Return the cached screen as soon as it is another one."""
    end = time.monotonic() + TIMEOUT_S
    while True:
        kept = screens(folders)
        if kept and (data := kept[0].read_bytes()) != before:
            return data
        assert time.monotonic() < end
        time.sleep(0.02)


def width_in(screen: bytes) -> bytes:
    return screen.split(b"\n")[1].split(b" ")[1]


def test_the_answer_of_a_known_terminal_is_not_awaited(tmp_path: Path) -> None:
    """Also if it answers late, as over a slow link, or never."""
    folders = _folders_in(tmp_path, "")
    assert not is_shown(opened(folders)[0])
    assert width_in(until_kept(folders)) == b"1"
    assert is_shown(opened(folders)[0])
    assert is_shown(opened(folders, NARROW_ANSWER)[0])
    assert not is_shown(opened(folders | {"TERM_PROGRAM": "another"})[0])


def test_a_changed_ambiguous_width_is_drawn_by_the_framework(tmp_path: Path) -> None:
    folders = _folders_in(tmp_path, "")
    opened(folders, NARROW_ANSWER)
    narrow = until_kept(folders)
    shown, drawn = opened(folders, WIDE_ANSWER)
    assert is_shown(shown)
    wide = until_kept(folders, narrow)
    assert (width_in(narrow), width_in(wide)) == (b"1", b"2")
    # Without an answer it is what it was last time, and the framework draws nothing else.
    drawing, again = opened(folders)
    assert is_shown(drawing)
    assert again == drawn
    assert screens(folders)[0].read_bytes() == wide


def test_no_screen_is_cached_for_a_width_given_on_the_command_line(tmp_path: Path) -> None:
    folders = _folders_in(tmp_path, "")
    for width, is_cached in (("2", False), ("1", True)):
        with Terminal([*PROGRAM, "--ambiguous-width", width], environment=folders) as terminal:
            before_framework(terminal)
            terminal.send("q")
            assert terminal.wait_until_left() == 0
        if is_cached:
            until_kept(folders)
        assert bool(screens(folders)) == is_cached


@pytest.mark.parametrize(
    "options",
    [("--at", "3"), *(pytest.param(options, marks=pytest.mark.slow) for options in OTHER_OPTIONS)],
)
def test_no_cached_screen_is_shown_with_other_options(options: tuple[str, ...], kept: dict[str, str]) -> None:
    with Terminal([*PROGRAM, *options], environment=kept, answers=True) as terminal:
        assert not is_shown(before_framework(terminal))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_before_the_framework_runs_restores_the_terminal(
    number: signal.Signals, kept: dict[str, str]
) -> None:
    with Terminal(PROGRAM, environment=kept, answers=True) as terminal:
        while "目录".encode() not in terminal.raw:
            assert terminal.read()
        terminal.signal(number)
        assert terminal.wait_until_left() == 128 + number
        assert FRAMEWORK not in terminal.raw
        assert modes_are_off(bytes(terminal.raw))
        assert "目录" not in terminal.text or terminal.raw.endswith(b"\x1b[?1049l")


def test_keys_typed_at_a_cached_screen_are_handled_by_the_framework(kept: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment=kept, answers=True) as terminal:
        while "目录".encode() not in terminal.raw:
            assert terminal.read()
        terminal.send("/黄河\rn")
        terminal.wait_for("命中 2/32")


def test_a_place_typed_in_one_burst_at_a_cached_screen_is_gone_to(kept: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment=kept, answers=True) as terminal:
        while "目录".encode() not in terminal.raw:
            assert terminal.read()
        terminal.send(":三(四)\r")
        before_framework(terminal)
        terminal.wait_for(lambda text: "跳转  ↑" not in text and "三(四)" in text.splitlines()[-1])


def test_enter_typed_before_the_program_is_there_is_no_line_feed(kept: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment=kept, answers=True) as terminal:
        terminal.send(":三(四)\r")
        before_framework(terminal)
        terminal.wait_for(lambda text: "跳转  ↑" not in text and "三(四)" in text.splitlines()[-1])


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.06])
def test_keys_typed_one_by_one_from_the_first_moment_on_all_arrive(
    seconds: float, kept: dict[str, str]
) -> None:
    with Terminal(PROGRAM, environment=kept, answers=True) as terminal:
        for key in "]:三(四)\r":
            terminal.send(key)
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                terminal.read(0.005)
        before_framework(terminal)
        terminal.wait_for(lambda text: "跳转  ↑" not in text and "三(四) 0%" in text.splitlines()[-1])
        terminal.send("H")
        terminal.wait_for(lambda text: "开场 0%" in text.splitlines()[-1])


def test_a_terminal_resized_at_a_cached_screen_is_redrawn(kept: dict[str, str]) -> None:
    with Terminal(PROGRAM, environment=kept, answers=True) as terminal:
        while "目录".encode() not in terminal.raw:
            assert terminal.read()
        terminal.resize(80, 24)
        before_framework(terminal)
        with Terminal(PROGRAM, columns=80, rows=24, environment=kept, answers=True) as other:
            before_framework(other)
            assert terminal.rows == other.rows


@pytest.mark.parametrize(
    ("arguments", "report"),
    [((), None), (("a.txt",), "a.txt"), (("a/b",), "a/b"), (("keys",), "-"), (("-",), "-"), (("--at=3.1",), "-"),
     *((options, "-") for options in OTHER_OPTIONS), (("a.txt", "--at"), "-"), (("search", "a.txt"), "-"), (("",), "-"), (("--version",), "-")],
)  # fmt: skip
def test_a_cached_screen_needs_a_command_line_with_only_a_report(
    arguments: tuple[str, ...], report: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr(module, "_at_a_terminal", lambda: True)
    monkeypatch.setattr(module, "fingerprint_for", lambda path, size, library: asked.append(path))
    assert show_first_screen(arguments) is None
    assert asked == ([] if report == "-" else [report])


@pytest.mark.parametrize("descriptor", [0, 1, 2, None])
def test_no_cached_screen_is_shown_without_a_terminal(
    descriptor: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.isatty", lambda number: number != descriptor)
    monkeypatch.setenv("TERM", "xterm" if descriptor is not None else "dumb")
    monkeypatch.setattr(module, "fingerprint_for", None)
    assert show_first_screen([]) is None
    monkeypatch.delenv("TERM")
    assert show_first_screen([]) is None


@pytest.mark.parametrize("columns", [None, "", "100", "0", "-1", "x"])
@pytest.mark.parametrize("lines", [None, "30", "0", "1e3"])
@pytest.mark.parametrize("terminal", [(120, 35), (0, 0), None])
def test_the_terminal_size_is_that_of_the_framework(
    columns: str | None, lines: str | None, terminal: tuple[int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("COLUMNS", columns), ("LINES", lines)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)

    def size(descriptor: int) -> os.terminal_size:
        if terminal is None:
            raise OSError
        return os.terminal_size(terminal)

    monkeypatch.setattr(os, "get_terminal_size", size)
    monkeypatch.setattr(sys, "__stdout__", open(os.devnull))  # noqa: SIM115, PTH123
    assert module.terminal_size() == shutil.get_terminal_size()
    monkeypatch.setattr(sys, "__stdout__", None)
    assert module.terminal_size() == shutil.get_terminal_size()


def test_slow_modules_are_not_imported_before_the_cached_screen() -> None:
    """Python itself takes 15 ms to start, and each of these 2 to 10 ms to import."""
    code = "import sys; import tui.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    heavy = {"re", "enum", "typing", "json", "pathlib", "dataclasses", "contextlib", "functools", "shutil", "signal",
             "tempfile", "hashlib", "platformdirs", "argparse", "importlib.util", "textual", "rich", "tui.cli.main",
             "tui.report.errors", "collections", "logging", "asyncio"}  # fmt: skip
    assert heavy.intersection(done.stdout.split()) == set()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_cached_screens_after_random_keys_equal_framework_screens(seed: int, folders: dict[str, str]) -> None:
    chance = random.Random(seed)
    columns, rows = chance.choice([(120, 35), (80, 24), (60, 20), (160, 45), (45, 12)])
    keys = chance.choices(
        [*"][ bTw+-=.,jkl123}{GsmHLv", "/黄河\r", "ma", "\x1b", "\r", "\t", "G", ":3.2\r"], k=30
    )
    read_and_left(folders, keys=[*keys, "\x1b", "\x1b", "\x11"], columns=columns, rows=rows)
    with Terminal(PROGRAM, columns=columns, rows=rows, environment=folders) as terminal:
        drawing = before_framework(terminal)
        assert cells(drawing, columns, rows) == cells(bytes(terminal.raw), columns, rows)
        assert any(cell.data.strip() for row in cells(drawing, columns, rows) for cell in row)
