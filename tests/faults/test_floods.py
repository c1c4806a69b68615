"""I11 and I12: replies and floods of input sent to the program do not block the keys after them."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import pytest

from tests.faults.test_replies import REPLIES
from tests.support.terminal import TIMEOUT_S, Shared

ANSWER = "/32 · 9 段"


@pytest.fixture(scope="module")
def program() -> Iterator[Shared]:
    shared = Shared()
    yield shared
    shared.close()


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param("".join(REPLIES.values()), id="I11-all"),
        pytest.param("\x1b]lq q q\x1b\\\x1bP1$rq\x1b\\\x1b[?62;22c", id="I11-those-with-q"),
    ],
)
def test_replies_sent_to_the_program_have_no_effect(answers: str, program: Shared) -> None:
    chance = random.Random(11)
    with program.used() as terminal:
        before = terminal.settle()
        data = answers.encode()
        while data:
            size = chance.choice([1, 3, 20, 200])
            terminal.child.send(data[:size])
            data = data[size:]
            terminal.read(0.001)
        assert terminal.settle() == before
        terminal.send("/", "黄河")
        terminal.wait_for(ANSWER)
        terminal.send("escape")
        terminal.wait_for(lambda text: ANSWER not in text)


@pytest.mark.parametrize(
    "flood",
    [
        pytest.param(b"\x1b[I\x1b[O" * 10_000, id="I12-focus", marks=pytest.mark.slow),
        pytest.param(b"\x1b[<0;40;9M\x1b[<0;40;9m" * 3_000, id="I12-some-clicks"),
        pytest.param(b"\x1b[<0;40;9M\x1b[<0;40;9m" * 10_000, id="I12-clicks", marks=pytest.mark.slow),
        pytest.param(b"\x1b[<35;40;9M\x1b[<35;41;9M" * 10_000, id="I12-moves", marks=pytest.mark.slow),
        pytest.param(b"\x1b]11;rgb:1e1e/q/q\x1b\\" * 20_000, id="I12-strings", marks=pytest.mark.slow),
    ],
)
def test_a_flood_is_handled_soon(flood: bytes, program: Shared) -> None:
    """A query typed behind it is answered; one that is typed while it lasts may be dropped with it."""
    with program.used() as terminal:
        terminal.child.send(flood)
        end = time.monotonic() + TIMEOUT_S
        while ANSWER not in terminal.text:
            assert time.monotonic() < end, terminal.text
            for keys in ("escape", "escape", "/黄河"):
                terminal.send(keys)
                terminal.settle(0.25)
                assert terminal.child.isalive(), (terminal.child.exitstatus, bytes(terminal.raw[-3000:]))
        terminal.send("escape")
        terminal.wait_for(lambda text: ANSWER not in text)
