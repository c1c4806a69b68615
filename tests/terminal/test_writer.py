"""What is written reaches the terminal in order, and a terminal that is slow, full or gone is lived with."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from tests.support.terminal import PATIENCE
from tui.terminal_writer import MAX_WAITING, TerminalWriter


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


def test_it_can_be_waited_for(pipe: tuple[int, int]) -> None:
    writer = TerminalWriter(pipe[1], lambda: None)
    writer.start()
    for number in range(50):
        writer.write(f"{number}")
        writer.drain(PATIENCE)
        assert os.read(pipe[0], 100) == b"%d" % number
    writer.drain(PATIENCE)
    writer.stop()


def test_a_terminal_that_takes_nothing_is_waited_for_no_longer_than_told(pipe: tuple[int, int]) -> None:
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


def test_a_terminal_that_was_made_non_blocking_gets_everything(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[1], False)
    writer = TerminalWriter(pipe[1], lambda: pytest.fail("it is not gone"))
    writer.start()
    writer.write("x" * 200_000)
    rest = 200_000
    while rest > 0:
        rest -= len(os.read(pipe[0], 65536))
    writer.stop()


def test_a_terminal_that_is_gone_is_told_once_and_takes_everything(pipe: tuple[int, int]) -> None:
    told: list[bool] = []
    writer = TerminalWriter(pipe[1], lambda: told.append(True))
    os.close(pipe[0])
    writer.start()
    writer.write("x")
    end = time.monotonic() + PATIENCE
    while not told:
        assert time.monotonic() < end
        time.sleep(0.001)
    for _ in range(MAX_WAITING * 3):
        writer.write("y")
    writer.drain(PATIENCE)
    writer.stop()
    assert told == [True]
