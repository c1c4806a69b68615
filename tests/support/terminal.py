"""Run a program in a real pseudo-terminal: send keys, read the screen, wait for the exit."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import pexpect
import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f", "up": "\x1b[A",
    "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "f1": "\x1bOP", "f3": "\x1bOR", "f10": "\x1b[21~",
    "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
}  # fmt: skip
TIMEOUT_S = 15.0
#: Terminal modes the program switches on.
MODES = (b"1049", b"1000", b"1003", b"1006", b"1015", b"2004", b"1004")


class Terminal:
    """Runs a command in a pty and emulates the terminal's screen."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 35,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        answers: bool = False,
        as_job: bool = False,
    ) -> None:
        """Start a command.

        Args:
            command: The program and its arguments.
            columns: The terminal's width.
            rows: The terminal's height.
            environment: Variables to set.
            folder: The program's working directory.
            answers: Reply to cursor position requests, as real terminals do.
            as_job: Start the program as a shell job, which can be stopped and continued.
        """
        self._is_job = as_job
        if as_job:
            command = [sys.executable, "-S", "-E", str(Path(__file__).with_name("job.py")), *command]
        self.screen = pyte.Screen(columns, rows)
        if answers:
            self.screen.write_process_input = self._answer  # type: ignore[method-assign]
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        # pytest-xdist sets COLUMNS, which programs believe before they ask the terminal.
        for name in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "COLUMNS", "LINES"):
            variables.pop(name, None)
        # The next first screen may still be written there after the exit.
        self._state = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        variables |= dict.fromkeys(("XDG_STATE_HOME", "XDG_CACHE_HOME"), self._state.name)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env={**variables, **(environment or {})},
            timeout=None,
            cwd=None if folder is None else str(folder),
        )
        self.child.delaybeforesend = None
        end = time.monotonic() + TIMEOUT_S
        while as_job and not self._has_started() and time.monotonic() < end:
            time.sleep(0.001)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # pexpect's own close sleeps 0.1 s after closing, and again after each of four signals.
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.ptyproc.delayafterclose = 0  # type: ignore[attr-defined]  # its types lack it
        self.child.close()
        self._state.cleanup()

    def _answer(self, data: str) -> None:
        self.child.send(data.encode())

    @property
    def pid(self) -> int:
        """The program's process id; 0 once it has ended."""
        pid = self.child.pid or 0
        return next(iter(_children(pid)), 0) if self._is_job else pid

    def _has_started(self) -> bool:
        """Return whether the job's process is already the program and no longer a copy of its parent."""
        return self.pid > 0 and _command_line(self.pid) not in (b"", _command_line(self.child.pid or 0))

    @property
    def rows(self) -> list[str]:
        """The screen's rows without trailing spaces; a wide character is one item."""
        shown = []
        for number in range(self.screen.lines):
            cells = self.screen.buffer[number]
            shown.append("".join(cells[column].data for column in range(self.screen.columns)).rstrip())
        return shown

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows)

    def read(self, seconds: float = 0.05, draw: bool = True) -> bool:
        """Read the program's output for a limited time; return False once it has closed the terminal.

        Without ``draw`` the bytes are stored but not emulated, which would cost more than what benchmarks measure.
        """
        try:
            data: bytes = self.child.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        if draw:
            self._stream.feed(data)
        return True

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Read until the screen shows a text or satisfies a condition; fail with the screen on timeout."""
        satisfied = wanted if callable(wanted) else lambda text: wanted in text
        end = time.monotonic() + TIMEOUT_S
        while time.monotonic() < end:
            if satisfied(self.text):
                return self.text
            if not self.read():
                break
        if satisfied(self.text):
            return self.text
        raise AssertionError(f"not shown: {wanted}\n{self.text}")

    def settle(self, quiet: float = 0.3, draw: bool = True) -> list[str]:
        """Read until the program has been silent for ``quiet`` seconds; return the screen's rows.

        On a busy machine, also wait while the program is waiting for the CPU.
        """
        size, end = -1, time.monotonic() + TIMEOUT_S
        while size != len(self.raw) or (self._is_running() and time.monotonic() < end):
            size = len(self.raw)
            self.read(quiet, draw)
        return self.rows

    def _is_running(self) -> bool:
        """Return whether a thread of the program or of its children is runnable."""
        pid = self.child.pid or 0
        return any(
            status.rpartition(b")")[2].split()[:1] == [b"R"]
            for process in (pid, *_children(pid))
            for status in _files_of_threads(process, "stat")
        )

    def send(self, *keys: str) -> None:
        """Send keys by name, or text as it is."""
        for key in keys:
            self.child.send(KEYS.get(key, key).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal, unless it has ended."""
        if self.child.isalive() and (pid := self.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    def wait_until_left(self) -> int:
        """Read until the program has ended; return its exit status, or 128 plus the number of the signal that ended it."""
        end = time.monotonic() + TIMEOUT_S
        while self.read(0.1):
            if time.monotonic() > end:
                raise AssertionError(f"still running\n{self.text}")
        self.child.wait()
        if self.child.exitstatus is not None:
            return int(self.child.exitstatus)
        return 128 + int(self.child.signalstatus or 0)


PROGRAM = [sys.executable, "-m", "tui"]


class Shared:
    """One program shared by several tests, because each start takes half a second; replaced after a failure."""

    def __init__(self, command: Sequence[str] = PROGRAM, *, ready: str = "q 退出", **options: Any) -> None:
        """Store the command, which is started on first use, and the text that shows it is ready."""
        self._command, self._ready, self._options = command, ready, options
        self._terminal: Terminal | None = None

    @contextmanager
    def used(self) -> Iterator[Terminal]:
        """Lend the program to a test."""
        if self._terminal is None:
            self._terminal = Terminal(self._command, **self._options)
            self._terminal.wait_for(self._ready)
        try:
            yield self._terminal
            assert self._terminal.child.isalive()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the program."""
        if self._terminal is not None:
            self._terminal.__exit__(None, None, None)
            self._terminal = None


def modes_are_off(raw: bytes) -> bool:
    """Return whether each mode was last switched off and the cursor is visible."""
    off = all(raw.rfind(b"\x1b[?" + mode + b"h") <= raw.rfind(b"\x1b[?" + mode + b"l") for mode in MODES)
    return off and raw.rfind(b"\x1b[?25h") > raw.rfind(b"\x1b[?25l")


def _children(pid: int) -> list[int]:
    return [int(child) for child in _process_file(pid, f"task/{pid}/children").split()]


def _files_of_threads(pid: int, name: str) -> list[bytes]:
    return [_process_file(pid, f"task/{task.name}/{name}") for task in Path(f"/proc/{pid}/task").glob("*")]


def _command_line(pid: int) -> bytes:
    return _process_file(pid, "cmdline")


def _process_file(pid: int, name: str) -> bytes:
    """Read a file of a process in /proc; return nothing if the process has ended."""
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
