"""One worker process, as the program sees it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any, NamedTuple

from tui.report.errors import HuijiError, InternalError, error_types
from tui.workers.frames import Frame, FrameError, FrameReader

_CHUNK_BYTES = 1 << 20
# The module search path is handed over as it is: the folder a person works in must not become part of it.
_START = (
    "import json, sys; path, memory, parent = sys.argv[1:4]; sys.path[:] = json.loads(path); "
    "from tui.workers.child import serve; serve(int(memory), int(parent))"
)


class Job(NamedTuple):
    """What a worker is to do.

    Attributes:
        task: Names the function, as ``module:function``; see :data:`tui.workers.child.Task`.
        arguments: JSON values.
        payload: Bytes to go with them.
    """

    task: str
    arguments: dict[str, Any]
    payload: bytes = b""


class Outcome(NamedTuple):
    """What became of a job.

    Attributes:
        value: JSON, None where it failed.
        payload: Bytes that go with it.
        error: Why it failed.
    """

    value: Any = None
    payload: bytes = b""
    error: HuijiError | None = None


class Worker:
    """A worker process. It ends with the thread that started it, at the latest.

    Args:
        memory_bytes: Address space it may use.
    """

    def __init__(self, memory_bytes: int) -> None:
        command = [
            sys.executable,
            "-P",
            "-c",
            _START,
            json.dumps(sys.path),
            str(memory_bytes),
            str(os.getpid()),
        ]
        # In a session of its own: what is typed at the terminal stops the program, which stops its workers.
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
        )
        self._reader = FrameReader()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def fileno(self) -> int:
        """Return the descriptor answers come from, for a selector."""
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    def send(self, job: Job) -> None:
        """Hand over a job; a worker that has died shows when it is listened to."""
        assert self._process.stdin is not None
        data = memoryview(Frame({"task": job.task, "arguments": job.arguments}, job.payload).encode())
        with suppress(BrokenPipeError):
            while data:
                data = data[self._process.stdin.write(data) or 0 :]

    def receive(self) -> list[Frame] | None:
        """Return the frames that have come; None if the worker has ended, or talks nonsense."""
        data = os.read(self.fileno(), _CHUNK_BYTES)
        try:
            return self._reader.feed(data) if data else None
        except FrameError:
            return None

    def signal_end(self) -> None:
        """End it at once, from any thread; what it has used is given back by :meth:`close`."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> HuijiError:
        """End it, give back what it has used, and say how it had ended before."""
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
        return InternalError(f"处理它的进程{_how(status)}")

    def abandon(self) -> None:
        """End it without asking why."""
        self.signal_end()
        self.close()


def outcome_of(frame: Frame, path: str | None) -> Outcome:
    """Read the answer to a job.

    Args:
        frame: The answer.
        path: The file the job concerns, for errors that do not name it.
    """
    header = frame.header
    if header.get("kind") == "done":
        return Outcome(header.get("value"), frame.payload)
    fields = header.get("error")
    if not isinstance(fields, dict):
        return Outcome(error=InternalError("处理它的进程答非所问", path=path))
    kind = error_types().get(str(fields.get("type")), InternalError)
    error = kind(
        str(fields.get("message")),
        path=_text(fields.get("path")) or path,
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
        return "被系统终止（SIGKILL，可能是内存不足）"
    if status < 0:
        try:
            return f"被终止（{signal.Signals(-status).name}）"
        except ValueError:
            return f"被终止（信号 {-status}）"
    return f"意外退出（状态 {status}）"
