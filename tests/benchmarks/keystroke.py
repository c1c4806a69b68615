"""A key typed into the search box to its hits on the screen, in a pty at 120×40."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from tests.support.terminal import PROGRAM, Terminal

ROUNDS = 40


def run(short: bool) -> Iterator[str]:
    """Lines of the table."""
    with Terminal(PROGRAM, columns=120, rows=40) as terminal:
        terminal.wait_for("退出")
        terminal.send("/")
        terminal.wait_for("停在此处")
        times: list[float] = []
        for _ in range(2 if short else ROUNDS):
            for key, marker in (("黄", "黄"), ("河", "32"), ("\x7f", "黄"), ("\x7f", "或直接输入")):
                terminal.raw.clear()
                begun = time.perf_counter()
                terminal.child.send(key.encode())
                while marker.encode() not in terminal.raw:
                    terminal.read(0.5, draw=False)
                times.append(time.perf_counter() - begun)
                _settle(terminal)
        times.sort()
        yield (
            f"key to hits: p50 {statistics.median(times) * 1000:.1f} ms, "
            f"p99 {times[int(len(times) * 0.99)] * 1000:.1f} ms, {len(times)} keys"
        )


def _settle(terminal: Terminal) -> None:
    before = -1
    while before != len(terminal.raw):
        before = len(terminal.raw)
        terminal.read(0.05, draw=False)
