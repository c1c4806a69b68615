"""Start to the first full screen, and leaving, in a pty at 120×40, against a minimal Textual app in the same run."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator

from tests.support.terminal import PROGRAM, Terminal

ROUNDS = 15
_MINIMAL = [sys.executable, "-m", "tests.benchmarks.minimal"]


def _seconds(command: list[str], marker: bytes, leave: bytes) -> tuple[float, float]:
    begun = time.perf_counter()
    with Terminal(command, columns=120, rows=40) as terminal:
        while marker not in terminal.raw:
            if not terminal.child.isalive():
                raise RuntimeError(terminal.text)
            terminal.read(1, draw=False)
        shown = time.perf_counter()
        terminal.child.send(leave)
        while terminal.read(1, draw=False):
            pass
        return shown - begun, time.perf_counter() - shown


def run(short: bool) -> Iterator[str]:
    """Lines of the table."""
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for _ in range(2 if short else ROUNDS):
        ours.append(_seconds(PROGRAM, "退出".encode(), b"q"))
        theirs.append(_seconds(_MINIMAL, b"ready", b"\x11"))
    for name, index in (("first full screen", 0), ("leaving", 1)):
        mine = statistics.median(pair[index] for pair in ours) * 1000
        base = statistics.median(pair[index] for pair in theirs) * 1000
        yield f"{name}: huiji-tui {mine:.0f} ms, minimal Textual {base:.0f} ms, ratio {mine / base:.2f}"
