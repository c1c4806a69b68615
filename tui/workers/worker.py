"""The parent's side of one worker process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any, NamedTuple

from tui.messages import workers as messages
from tui.report.errors import HuijiError, InternalError, error_types
from tui.workers.frames import Frame, FrameError, FrameReader

_CHUNK_BYTES = 1 << 20
# The module search path is handed over as it is: the current folder must not become part of it.
_START = (
    "import json, sys; path, memory, parent = sys.argv[1:4]; sys.path[:] = json.loads(path); "
    "from tui.workers.child import serve; serve(int(memory), int(parent))"
)


class Job(NamedTuple):
    """A call of a function in a worker.

    Attributes:
        task: The function, as ``module:function``; see :data:`tui.workers.child.Task`.
        arguments: Arguments as JSON values.
        payload: Bytes as a further argument.
    """

    task: str
    arguments: dict[str, Any]
    payload: bytes = b""


class Outcome(NamedTuple):
    """The result of a job.

    Attributes:
        value: A JSON value; None if it failed.
        payload: Bytes as a further result.
        error: Why it failed; None if it did not.
    """

    value: Any = None
    payload: bytes = b""
    error: HuijiError | None = None


def start_process(memory_bytes: int) -> subprocess.Popen[bytes]:
    """Start a process that serves requests on its standard input.

    It has a session of its own: Ctrl+C reaches the program only, which ends its workers.
    """
    command = [sys.executable, "-P", "-c", _START, json.dumps(sys.path), str(memory_bytes), str(os.getpid())]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,
    )


class Worker:
    """A worker process. It ends no later than the thread that started it.

    Args:
        memory_bytes: The address space it may use.
    """

    def __init__(self, memory_bytes: int) -> None:
        self._process = start_process(memory_bytes)
        self._reader = FrameReader()

    def fileno(self) -> int:
        """Return the descriptor of the answers, for a selector."""
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    def send(self, job: Job) -> None:
        """Send a job; :meth:`receive` tells if the worker has died."""
        assert self._process.stdin is not None
        data = memoryview(Frame({"task": job.task, "arguments": job.arguments}, job.payload).encode())
        with suppress(BrokenPipeError):
            while data:
                data = data[self._process.stdin.write(data) or 0 :]

    def receive(self) -> list[Frame] | None:
        """Return the frames that have arrived; None if the worker has ended or breaks the protocol."""
        data = os.read(self.fileno(), _CHUNK_BYTES)
        try:
            return self._reader.feed(data) if data else None
        except FrameError:
            return None

    def signal_end(self) -> None:
        """Kill it, from any thread; :meth:`close` frees its resources."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> HuijiError:
        """Kill it if it still runs, free its resources, and return how it had ended before."""
        status = self._process.poll()
        if status is None:
            try:  # a worker whose pipe has just closed is about to end by itself
                status = self._process.wait(0.05)
            except subprocess.TimeoutExpired:
                self.signal_end()
                status = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        return InternalError(_how(status))

    def abandon(self) -> None:
        """Kill it and free its resources."""
        self.signal_end()
        self.close()


def outcome_of(frame: Frame) -> Outcome:
    """Decode the answer to a job."""
    header = frame.header
    if header.get("kind") == "done":
        return Outcome(header.get("value"), frame.payload)
    fields = header.get("error")
    if not isinstance(fields, dict):
        return Outcome(error=InternalError(messages.BAD_ANSWER))
    kind = error_types().get(str(fields.get("type")), InternalError)
    error = kind(
        str(fields.get("message")),
        path=_text(fields.get("path")) or None,
        line=_number(fields.get("line")),
        column=_number(fields.get("column")),
    )
    error.trace = str(fields.get("trace") or "")
    return Outcome(error=error)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int | None:
    return value if type(value) is int else None


def _how(status: int) -> str:
    if status == -signal.SIGKILL:
        return messages.KILLED
    if status < 0:
        try:
            return messages.ended_by_signal(signal.Signals(-status).name)
        except ValueError:
            return messages.ended_by_number(-status)
    return messages.exited(status)
