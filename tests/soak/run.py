"""Run one seed: two programs that share their state, driven at random and checked."""

from __future__ import annotations

import os
import random
import tempfile
import termios
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyte

from tests.soak.files import REFERENCE, make_folder
from tests.soak.steps import ESCAPED_S, STEPS, is_raw, pause
from tests.support.terminal import PROGRAM, Terminal, modes_are_off

#: Seconds in which a key must be answered.
ANSWER_S = 10.0
#: Seconds after which a key is pressed again.
TRY_S = 3.0
#: Steps between two checks that keys are answered.
STEPS_BETWEEN = 40
#: Seconds a program warms up before its memory is measured.
WARM_UP_S = 60.0
MAX_GROWTH_KB = 10 * 1024
#: Seconds within which all processes end after the programs exit; the next first screen is drawn meanwhile.
GONE_S = 20.0
_KEPT = 65536
_CRASHED = (b"Traceback", b"NoActiveAppError", "╭─".encode())
#: Ends an open paste or an open control string.
_CLOSING = "\x1b[201~\x1b\\"


@dataclass
class Soaked:
    """A running program and the observations made of it."""

    terminal: Terminal
    started: float
    first_kb: int = 0
    last_kb: int = 0
    has_left: bool = False
    faults: list[str] = field(default_factory=list)


def run_seed(seed: int, minutes: float) -> tuple[int, list[str], str]:
    """Drive two programs for some minutes; return the seed, the faults, and a summary."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        root = Path(name)
        names = make_folder(root / "files", chance)
        environment = {f"XDG_{kind}_HOME": str(root / kind.lower()) for kind in ("STATE", "CACHE", "CONFIG")}
        faults: list[str] = []
        steps = 0
        growths = []
        restarts = 0
        programs = [_start(root, environment) for _ in range(2)]
        end = time.monotonic() + minutes * 60
        while time.monotonic() < end and not faults:
            soaked = chance.choice(programs)
            steps += 1
            _step(soaked, chance, names)
            if soaked.has_left:  # by the command palette
                faults += soaked.faults
                restarts += 1
                programs[programs.index(soaked)] = _start(root, environment)
            elif steps % STEPS_BETWEEN == 0 or soaked.faults:
                for each in programs:
                    _check(each)
                    faults += each.faults
        for each in programs:
            faults += _leave(each)
            growths.append(each.last_kb - each.first_kb if each.first_kb else 0)
        faults += [f"grew by {growth} kB" for growth in growths if growth > MAX_GROWTH_KB]
        faults += _left_behind(root)
    return (
        seed,
        faults,
        f"{steps} steps, {restarts} restarts, growth {growths} kB, last {[each.last_kb for each in programs]} kB",
    )


def _start(root: Path, environment: dict[str, str]) -> Soaked:
    terminal = Terminal(PROGRAM, environment=environment, folder=root / "files", answers=True, as_job=True)
    terminal.wait_for(lambda text: "搜索" in text)
    # Writing must not block when the program does not read its input.
    os.set_blocking(terminal.child.child_fd, False)
    return Soaked(terminal, time.monotonic())


def _step(soaked: Soaked, chance: random.Random, names: list[str]) -> None:
    terminal = soaked.terminal
    step = chance.choices(list(STEPS), list(STEPS.values()))[0]
    is_open = terminal.child.isalive()
    try:
        if is_open:
            step(terminal, chance, names)
            is_open = terminal.read(chance.choice([0.002, 0.02, 0.1]), draw=False)
    except BlockingIOError:  # the program does not keep up with its input
        pause(terminal, ESCAPED_S)
    except OSError:
        is_open = False
    if any(crash in terminal.raw for crash in _CRASHED):
        soaked.faults.append(f"crashed during {step.__name__}: {bytes(terminal.raw[-3000:])!r}")
    if not is_open or not terminal.child.isalive():
        soaked.has_left = True
        soaked.faults += [f"{fault} after {step.__name__}" for fault in _end_faults(terminal)]
        terminal.child.close(force=True)
    del terminal.raw[:-_KEPT]


def _check(soaked: Soaked) -> None:
    """Check that a freshly drawn screen answers a key, and measure memory."""
    if soaked.faults or not soaked.terminal.child.isalive():
        return
    try:
        _open_reference(soaked.terminal)
        _answer(soaked.terminal, f"{int(time.monotonic() * 1000) % 100000 + 700000}")
    except (AssertionError, OSError) as error:
        if not soaked.terminal.child.isalive():
            return  # the next step checks how it ended
        soaked.faults.append(f"no answer, {_state(soaked.terminal.pid)}: {error}")
        return
    try:
        resident = _resident_kb(soaked.terminal.pid)
    except OSError:
        return  # it has ended meanwhile
    soaked.last_kb = resident
    if not soaked.first_kb and time.monotonic() - soaked.started > WARM_UP_S:
        soaked.first_kb = resident


def _redraw(terminal: Terminal, columns: int, rows: int) -> None:
    terminal.screen = pyte.Screen(columns, rows)
    terminal._stream = pyte.ByteStream(terminal.screen)
    terminal.child.setwinsize(rows, columns)


def _escape(terminal: Terminal) -> None:
    terminal.send(_CLOSING)
    for _ in range(4):
        terminal.send("escape")
        pause(terminal, ESCAPED_S)


def _open_reference(terminal: Terminal) -> None:
    _escape(terminal)
    end = time.monotonic() + ANSWER_S
    _drain(terminal, end)
    terminal.send("o", "\x15", REFERENCE, "\r")
    _drain(terminal, end)


def _drain(terminal: Terminal, end: float) -> None:
    """Read until nothing is written for a while."""
    size = -1
    while size != len(terminal.raw) and time.monotonic() < end:
        size = len(terminal.raw)
        terminal.read(0.3, draw=False)


def _answer(terminal: Terminal, probe: str) -> None:
    """Type into the search box, again if a report that was being opened replaces it, until the screen shows it."""
    end = time.monotonic() + ANSWER_S
    while probe not in terminal.text or not is_raw(terminal):
        if time.monotonic() > end or not terminal.child.isalive():
            raise AssertionError(f"{terminal.text}\n{bytes(terminal.raw[-500:])!r}")
        _escape(terminal)
        _redraw(terminal, 110, 34)
        terminal.send("/", probe)
        looked = time.monotonic()
        while (
            (probe not in terminal.text or not is_raw(terminal))
            and time.monotonic() < looked + TRY_S
            and terminal.read(0.05)
        ):
            pass
    _escape(terminal)


def _leave(soaked: Soaked) -> list[str]:
    """Quit with a key and check the exit status and the terminal."""
    terminal = soaked.terminal
    if soaked.faults:
        terminal.child.close(force=True)
        return []
    if terminal.child.isalive():
        _check(soaked)
        if soaked.faults:
            terminal.child.close(force=True)
            return soaked.faults
        with suppress(OSError):
            terminal.send("q")
    faults = _end_faults(terminal)
    terminal.child.close(force=True)
    return faults


def _end_faults(terminal: Terminal) -> list[str]:
    """Wait until a program has ended; return the faults of its exit."""
    try:
        status = terminal.wait_until_left()
    except AssertionError as error:
        return [f"did not leave: {error}"]
    flags = termios.tcgetattr(terminal.child.child_fd)[3]
    wrong = {
        f"exit status {status}": status != 0,
        "modes are left on": not modes_are_off(bytes(terminal.raw)),
        "the terminal is left raw": not flags & termios.ECHO or not flags & termios.ICANON,
    }
    return [fault for fault, is_wrong in wrong.items() if is_wrong]


def _state(pid: int) -> str:
    """Return the state of the process according to the system."""
    try:
        return Path(f"/proc/{pid}/status").read_text().split("State:")[1].split("\n")[0].strip()
    except OSError:
        return "gone"


def _resident_kb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])


def _left_behind(root: Path) -> list[str]:
    """Return the processes that still run with this seed's folders."""
    end = time.monotonic() + GONE_S
    while left := _processes(str(root)):
        if time.monotonic() > end:
            return [f"left behind: {left}"]
        time.sleep(0.5)
    return []


def _processes(root: str) -> list[str]:
    left = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if root.encode() in (path / "environ").read_bytes():
                left.append(f"{path.name} {(path / 'cmdline').read_bytes()!r}")
        except OSError:
            continue
    return left
