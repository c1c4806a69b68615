"""Time from a key to an idle screen, in a pty at 120×40: a search, a page, a jump, a metric, a dialog."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence

from tests.support.terminal import PROGRAM, Terminal

ROUNDS = 40
#: Seconds of silence after which the screen is idle; later output counts as a reply to the next key.
_IDLE_S = 0.04
QUERY = "高质量发"
#: Keys to prepare, the timed keys, and keys to restore the screen.
ACTIONS = {
    "page down": ("2g", " ", "b"),
    "page up": ("2G", "b", " "),
    "next section": ("2g", "]", "["),
    "tree jump": ("1g", "jj\r", "1kk\r1"),
    "opening a figure": ("3g", "j\r", "3"),
    "next hit": ("/黄河\r", "n", "N"),
}
#: Keys before a dialog, and the key that opens it; Esc closes it.
DIALOGS = {
    "help": ("2", "?"),
    "palette": ("2", "\x10"),
    "go to": ("2", ":"),
    "open": ("2", "\x0f"),
    "details of a metric": ("3jj", "i"),
}
#: Seconds of silence after which a dialog is idle: Esc alone waits 0.1 s for the rest of a sequence.
_DIALOG_IDLE_S = 0.25


def answer(terminal: Terminal, keys: str, timeout_s: float = 1, idle_s: float = _IDLE_S) -> float:
    """Return the seconds from some keys to the last byte drawn for them; 0 if nothing is drawn before the timeout."""
    begun = last = time.perf_counter()
    terminal.child.send(keys.encode())
    size = len(terminal.raw)
    while True:
        terminal.read(idle_s if last > begun else timeout_s, draw=False)
        if len(terminal.raw) == size:
            return last - begun
        size, last = len(terminal.raw), time.perf_counter()


def _line(name: str, times: Sequence[float]) -> str:
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return (
        f"{name}: p50 {statistics.median(times) * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, {len(times)} times"
    )


def run(short: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    rounds = 2 if short else ROUNDS
    with Terminal(PROGRAM, columns=120, rows=40) as terminal:
        terminal.wait_for("退出")
        terminal.settle()
        answer(terminal, "/")
        by_length: dict[int, list[float]] = {}
        for _ in range(rounds):
            for length, character in enumerate(QUERY, 1):
                by_length.setdefault(length, []).append(answer(terminal, character))
            for _ in QUERY:
                answer(terminal, "\x7f")
        for length in (1, 2, len(QUERY)):
            yield _line(f"key to hits, {length} typed", by_length[length])
        yield _line("key to hits, all", [took for times in by_length.values() for took in times])
        answer(terminal, "\x1b")
        for name, (before, keys, back) in ACTIONS.items():
            answer(terminal, before)
            times = []
            for _ in range(rounds):
                times.append(answer(terminal, keys))
                answer(terminal, back)
            yield _line(name, times)
        for name, (before, key) in DIALOGS.items():
            answer(terminal, before, idle_s=_DIALOG_IDLE_S)
            times = []
            for _ in range(rounds):
                times.append(answer(terminal, key, idle_s=_DIALOG_IDLE_S))
                answer(terminal, "\x1b", idle_s=_DIALOG_IDLE_S)
            yield _line(name, times)
