"""The worker process: reads requests from standard input, one after the other, and answers on standard output."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, cast

from tui.report.errors import as_huiji_error
from tui.workers.frames import Frame, FrameReader
from tui.workers.limits import apply_limits

_CHUNK_BYTES = 1 << 16
#: Objects made before garbage is collected. Reports leave little of it: to look for it after each 700, as is usual, took 1.9 % of
#: the time in which they are added.
_GARBAGE = 10_000
Tell = Callable[[str], None]
#: A task takes the arguments and the payload of a request, and a function to call with messages on progress.
Task = Callable[[dict[str, Any], bytes, Tell], tuple[object, bytes]]


def serve(memory_bytes: int, parent: int) -> None:
    """Answer requests until there are no more."""
    apply_limits(memory_bytes, parent)
    gc.set_threshold(_GARBAGE)
    requests, answers = _take_streams()
    queue: SimpleQueue[Frame] = SimpleQueue()
    Thread(target=_receive, args=(requests, queue), daemon=True).start()
    while True:
        answer = _answer(queue.get(), answers)
        _send(answers, answer)
        if answer.header.get("is_last"):
            os._exit(0)


def _take_streams() -> tuple[int, int]:
    """Return private copies of the two pipes: what a library prints must not get between the frames."""
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(null, descriptor)
    return requests, answers


def _receive(descriptor: int, queue: SimpleQueue[Frame]) -> None:
    """Read requests; exit at their end, which is that of the program, whatever is being done."""
    reader = FrameReader()
    while data := os.read(descriptor, _CHUNK_BYTES):
        for frame in reader.feed(data):
            queue.put(frame)
    os._exit(0)


def _answer(request: Frame, answers: int) -> Frame:
    def tell(message: str) -> None:
        _send(answers, Frame({"kind": "progress", "message": message}))

    try:
        value, payload = _task(request.header["task"])(request.header["arguments"], request.payload, tell)
        return Frame({"kind": "done", "value": value}, payload)
    except Exception as error:
        fault = as_huiji_error(error)
        error_fields = {"type": type(fault).__name__, **vars(fault)}
        is_last = isinstance(error, MemoryError)  # its memory may be fragmented
    return Frame({"kind": "failed", "error": error_fields, "is_last": is_last})


def _task(name: str) -> Task:
    module, _, function = name.partition(":")
    return cast(Task, getattr(import_module(module), function))


def _send(descriptor: int, frame: Frame) -> None:
    data = memoryview(frame.encode())
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    except OSError:  # the program has ended
        os._exit(0)
