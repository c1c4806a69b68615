"""Start to the first full screen, memory there, and leaving, in a pty at 120×40, against a minimal Textual app in the same run."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.support.terminal import PROGRAM, Terminal

ROUNDS = 15
_MINIMAL = [sys.executable, "-m", "tests.benchmarks.minimal"]
#: Command lines, and the same interpreter with nothing to do, but the imports that they cannot do without.
_COMMANDS = {
    "--help": ["--help"],
    "search 黄河": ["search", "黄河"],
    "metrics --format csv": ["metrics", "--format", "csv"],
}
_IMPORTS = "import argparse, csv, json, dataclasses, shutil, decimal, yaml, tui.report.outline_read"


def memory_of(process: int) -> float:
    """Resident memory of a process, in MB."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def opened(command: list[str], marker: bytes, leave: bytes) -> tuple[float, float, float]:
    """Seconds to a marker on the screen, seconds to leave, and MB of memory in between."""
    begun = time.perf_counter()
    with Terminal(command, columns=120, rows=40) as terminal:
        while marker not in terminal.raw:
            if not terminal.child.isalive():
                raise RuntimeError(terminal.text)
            terminal.read(1, draw=False)
        shown = time.perf_counter()
        memory = memory_of(terminal.child.pid or 0)
        left = time.perf_counter()
        terminal.child.send(leave)
        while terminal.read(1, draw=False):
            pass
        return shown - begun, time.perf_counter() - left, memory


def run(short: bool) -> Iterator[str]:
    """Lines of the table."""
    rounds = 2 if short else ROUNDS
    ours: list[tuple[float, float, float]] = []
    theirs: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        ours.append(opened(PROGRAM, "退出".encode(), b"q"))
        theirs.append(opened(_MINIMAL, b"ready", b"\x11"))
    for index, (name, unit, scale) in enumerate(
        (("first full screen", "ms", 1000), ("leaving", "ms", 1000), ("memory", "MB", 1))
    ):
        mine = statistics.median(each[index] for each in ours) * scale
        base = statistics.median(each[index] for each in theirs) * scale
        yield f"{name}: huiji-tui {mine:.0f} {unit}, minimal Textual {base:.0f} {unit}, ratio {mine / base:.2f}"
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
