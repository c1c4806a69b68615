"""Send a signal at a random moment of the program's start and check what it leaves behind."""

from __future__ import annotations

import os
import random
import signal
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.terminal import PROGRAM, Terminal, modes_are_off

#: Timeouts for starting the program and for ending after a signal; generous, for busy machines.
START_S, ENDED_S = 1.2, 2.0
LATE_S = 3.0
_NUMBERS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


def interrupted_start(
    chance: random.Random, environment: Mapping[str, str], command: Sequence[str] = PROGRAM
) -> list[str]:
    """Start the program, send it a signal, and return a description of any fault."""
    number, moment, answers = chance.choice(_NUMBERS), chance.random() * START_S, chance.random() < 0.5
    with Terminal(command, environment=environment, answers=answers) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        end = time.monotonic() + moment
        while time.monotonic() < end:
            terminal.read(max(0.0, min(0.01, end - time.monotonic())))
        is_python = _is_up(terminal.child.pid or 0)
        terminal.signal(number)
        sent = time.monotonic()
        status = terminal.wait_until_left()
        took = time.monotonic() - sent
        after = termios.tcgetattr(terminal.child.child_fd)
        raw = bytes(terminal.raw)
    # Before the program's first line runs, the interpreter itself handles Ctrl+C.
    is_own = is_python or number != signal.SIGINT or b"\x1b" in raw
    wrong = {
        "termios": after != before,
        "modes": b"\x1b[?1049h" in raw and not modes_are_off(raw),
        f"status {status}": is_own and status != 128 + number,
        "traceback": is_own and b"Traceback" in raw,
        f"took {took:.1f} s": took > ENDED_S + LATE_S,
    }
    return [f"{number.name} at {moment:.3f}: {name}" for name, is_wrong in wrong.items() if is_wrong]


def _is_up(pid: int) -> bool:
    """Return whether the program has installed its handler for SIGTERM."""
    try:
        caught = Path(f"/proc/{pid}/status").read_text().split("SigCgt:")[1].split()[0]
        return bool(int(caught, 16) & 1 << signal.SIGTERM - 1)
    except (OSError, IndexError):
        return os.name != "posix"
