"""Output reaches the terminal in order, also if that is slow, blocked or gone."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Iterator
from threading import Thread

import pytest

from tests.support.terminal import TIMEOUT_S
from tui.terminal.writer import MAX_WAITING, RETRY_S, TerminalWriter


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def test_everything_is_written_in_order(pipe: tuple[int, int]) -> None:
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    texts = [f"{number}黄\udc80" for number in range(200)]
    for text in texts:
        writer.write(text)
    writer.stop()
    writer.stop()
    assert os.read(pipe[0], 65536).decode() == "".join(texts).replace("\udc80", "?")


def test_drain_waits_until_everything_is_written(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[0], False)  # what is not there yet is an error
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    for number in range(50):
        writer.write(f"{number}")
        writer.drain(TIMEOUT_S)
        assert os.read(pipe[0], 100) == b"%d" % number
    writer.drain(TIMEOUT_S)
    writer.stop()


def test_drain_has_a_timeout(pipe: tuple[int, int]) -> None:
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    writer.write("x" * 200_000)  # more than a pipe holds
    writer.drain(0.05)
    for _ in range(MAX_WAITING - 1):
        writer.write("y")
    writer.drain(0.05)
    rest = 200_000 + MAX_WAITING - 1
    while rest > 0:
        rest -= len(os.read(pipe[0], 65536))
    writer.stop()
    assert rest == 0


def test_a_non_blocking_terminal_gets_everything(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[1], False)
    writer = TerminalWriter(pipe[1], lambda: pytest.fail("it is not gone"))
    writer.start()
    writer.write("x" * 200_000)
    rest = 200_000
    while rest > 0:
        rest -= len(os.read(pipe[0], 65536))
    writer.stop()


def test_a_lost_terminal_is_reported_once_and_writes_are_dropped(pipe: tuple[int, int]) -> None:
    told: list[bool] = []
    writer = TerminalWriter(pipe[1], lambda: told.append(True))
    os.close(pipe[0])
    writer.start()
    writer.write("x")
    end = time.monotonic() + TIMEOUT_S
    while not told:
        assert time.monotonic() < end
        time.sleep(0.001)
    for _ in range(MAX_WAITING * 3):
        writer.write("y")
    writer.drain(TIMEOUT_S)
    writer.stop()
    assert told == [True]


def test_queued_texts_are_written_together(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    written, write = [], os.write

    def note(descriptor: int, data: bytes) -> int:
        if descriptor == pipe[1]:
            written.append(data)
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", note)
    writer = TerminalWriter(pipe[1], lambda: None)
    for text in "abc":
        writer.write(text)
    writer.start()
    writer.drain(TIMEOUT_S)
    assert written == [b"abc"]
    writer.write("d")
    writer.stop()
    assert written == [b"abc", b"d"]


def test_writes_block_when_the_queue_is_full(pipe: tuple[int, int]) -> None:
    writer = TerminalWriter(pipe[1], lambda: None)
    for _ in range(MAX_WAITING):
        writer.write("x")
    begun = time.monotonic()
    writer.drain(0.02)
    assert 0.02 <= time.monotonic() - begun < TIMEOUT_S
    writer.stop()  # it was not started
    late = Thread(target=writer.write, args=("y",), daemon=True)
    late.start()
    late.join(0.02)
    assert late.is_alive() and MAX_WAITING == 30
    writer.start()
    late.join(TIMEOUT_S)
    assert not late.is_alive() and writer._thread.daemon
    writer.stop()
    assert os.read(pipe[0], 100) == b"x" * MAX_WAITING + b"y"


def test_a_blocked_terminal_is_checked_regularly(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[tuple[object, ...]] = []
    os.set_blocking(pipe[1], False)

    def take(*arguments: object) -> None:
        waits.append(arguments)
        os.read(pipe[0], 65536)

    monkeypatch.setattr(select, "select", take)
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    writer.write("x" * 200_000)
    writer.stop()
    assert waits and {str(wait) for wait in waits} == {str(([], [pipe[1]], [], RETRY_S))} and RETRY_S <= 5


def test_hand_over_waits_until_writing_begins(pipe: tuple[int, int]) -> None:
    begun: list[bool] = []
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(TIMEOUT_S)  # the thread runs only where this one lets it
    try:
        for _ in range(20):
            writer.write("x")
            writer.hand_over()
            begun.append(writer._queue.empty())
    finally:
        sys.setswitchinterval(interval)
    writer.stop()
    assert sum(begun) >= 18  # a busy machine may not come to the thread in time


def test_hand_over_does_not_wait_for_a_slow_terminal(pipe: tuple[int, int]) -> None:
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    writer.write("x" * 200_000)  # more than a pipe holds
    writer.drain(0.05)
    for _ in range(5):
        writer.write("y")
    waits: list[float] = []
    writer._begun.wait = lambda timeout=None: waits.append(0.0) or True  # type: ignore[method-assign, func-returns-value]
    writer.hand_over()
    assert not waits
    os.close(pipe[0])
    writer.stop()
