"""Time the start to the first full screen and the exit, and measure memory, in a pty at 120×40 and 200×50.

A minimal Textual app is measured in the same run for comparison.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.support.terminal import PROGRAM, Terminal
from tui.terminal.width_probe import QUESTION

ROUNDS = 15
#: Columns and rows of the normal terminal and of the large one.
SIZE, LARGE = (120, 40), (200, 50)
_MINIMAL = [sys.executable, "-m", "tests.benchmarks.minimal"]
#: Text on each of the program's screens, and the first output of the framework.
_MARKER, _FRAMEWORK = "目录".encode(), b"\x1b[?1000h"
#: Seconds after exit within which the next start's screen is drawn.
_DRAWN_WITHIN_S = 1.0
#: Command lines to compare with an interpreter that only does the imports they cannot avoid.
_COMMANDS = {
    "--help": ["--help"],
    "search 黄河": ["search", "黄河"],
    "metrics --format csv": ["metrics", "--format", "csv"],
}
_IMPORTS = "import argparse, csv, json, dataclasses, shutil, decimal, yaml, tui.outline_file.reading"


def memory_of(process: int) -> float:
    """Return the resident memory of a process in MB."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def cpu_of(process: int) -> float:
    """Return the CPU time of all threads of a process in milliseconds."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


class Opened(NamedTuple):
    """Measurements of one start and the exit after it.

    Attributes:
        shown: Milliseconds to the first full screen.
        up: Milliseconds to the framework's own screen.
        leaving: Milliseconds from the quit key to the last byte.
        memory: MB when the framework's screen is shown.
        cpu: Milliseconds of CPU until then; on a busy machine this is steadier than the time.
    """

    shown: float
    up: float
    leaving: float
    memory: float
    cpu: float


def opened(
    command: list[str],
    marker: bytes,
    leave: bytes,
    environment: Mapping[str, str] | None = None,
    size: tuple[int, int] = SIZE,
) -> Opened:
    """Start a program in a terminal that answers queries, wait for its screen, and quit."""
    begun = time.perf_counter()
    with Terminal(command, columns=size[0], rows=size[1], environment=environment) as terminal:
        shown = answered = 0.0
        while not 0 <= terminal.raw.find(_FRAMEWORK) < terminal.raw.rfind(marker):
            if not terminal.child.isalive():
                raise RuntimeError(terminal.text)
            terminal.read(1, draw=False)
            if not answered and QUESTION in terminal.raw:
                answered = terminal.child.send(b"\x1b[1;1R\x1b[1;2R")
            if not shown and marker in terminal.raw:
                shown = time.perf_counter()
        up = time.perf_counter()
        cpu = cpu_of(terminal.child.pid or 0)
        memory = memory_of(terminal.child.pid or 0)
        left = time.perf_counter()
        terminal.child.send(leave)
        while terminal.read(1, draw=False):
            pass
        leaving = time.perf_counter() - left
    return Opened((shown - begun) * 1000, (up - begun) * 1000, leaving * 1000, memory, cpu)


def run(short: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    rounds = 2 if short else ROUNDS
    first: list[Opened] = []
    again: list[Opened] = []
    minimal: list[Opened] = []
    with tempfile.TemporaryDirectory() as folder:
        kept = {"XDG_STATE_HOME": folder, "XDG_CACHE_HOME": folder}
        opened(PROGRAM, _MARKER, b"q", kept)
        time.sleep(_DRAWN_WITHIN_S)
        for _ in range(rounds):
            first.append(opened(PROGRAM, _MARKER, b"q"))
            minimal.append(opened(_MINIMAL, b"ready", b"\x11"))
            again.append(opened(PROGRAM, _MARKER, b"q", kept))
    for name, ours, field, unit in (
        ("first full screen", first, "shown", "ms"),
        ("first full screen, kept from the last time", again, "shown", "ms"),
        ("the framework's screen behind it", again, "up", "ms"),
        ("leaving, with a screen to draw for the next time", first, "leaving", "ms"),
        ("leaving", again, "leaving", "ms"),
        ("CPU to the first full screen", first, "cpu", "ms"),
        ("memory", first, "memory", "MB"),
    ):
        mine, base = (statistics.median(getattr(each, field) for each in times) for times in (ours, minimal))
        yield f"{name}: huiji-tui {mine:.0f} {unit}, minimal Textual {base:.0f} {unit}, ratio {mine / base:.2f}"
    pairs = [
        (opened(PROGRAM, _MARKER, b"q", size=LARGE), opened(_MINIMAL, b"ready", b"\x11", size=LARGE))
        for _ in range(rounds)
    ]
    for name, field in (("first full screen", "shown"), ("CPU to the first full screen", "cpu")):
        ratio = statistics.median(getattr(mine, field) / getattr(base, field) for mine, base in pairs)
        yield f"{name} at {LARGE[0]}×{LARGE[1]}: median of ratios {ratio:.2f}"
    base = _command(["-c", _IMPORTS], rounds)
    for name, words in _COMMANDS.items():
        mine = _command(["-m", "tui", *words], rounds)
        yield f"{name}: {mine:.0f} ms, imports alone {base:.0f} ms, ratio {mine / base:.2f}"


def _command(words: list[str], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *words], capture_output=True, check=False)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)
