"""I01 to I10: after any input, valid or not, at any size, the program still runs or has exited as asked."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, Terminal

KEYS = [
    *"jkdugGnNhlLHvyYmwzTfbcsiozx1234.,:/?[]{}'+-= ",
    *"\r\t\x7f\x1b\x02\x04\x05\x06\x07\x0b\x0c\x0e\x10\x14\x15\x16\x17\x18\x19",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x1b[1;3C", "\x1b[1;3D",
    "\x1b[1;5A", "\x1b[1;5B", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~",
    "\x1b[20~", "\x1b[21~", "\x1b[23~", "\x1b[24~", "黄", "河", "，", "：", "？", "zs", "3.4", "in:", "\"", "(a+)+$",
]  # fmt: skip
BROKEN = [
    b"\xff",
    "中".encode("gbk"),
    "黄".encode()[:2],
    b"\x1b[M !!",
    b"\x1b[200~",
    b"\x1b[<0;1;1",
    b"\x1b[",
    b"\x1bP",
    b"\x1b]52;",
]
#: Ends an open paste or an open control sequence.
CLOSING = b"\x1b[201~\x1b\\\x1b\\"
STEPS = 500
LEAVES = {0, 130, 128 + signal.SIGTERM}


def step(chance: random.Random) -> bytes | tuple[int, int]:
    """Return random input (a key, several keys, a paste, a mouse report, invalid bytes) or a new size."""
    kind = chance.random()
    if kind < 0.62:
        return "".join(chance.choices(KEYS, k=chance.choice([1, 1, 1, 2, 5]))).encode()
    if kind < 0.70:
        return (
            b"\x1b[200~"
            + chance.choice(["黄河\n高质量", "x" * 3000, "\x1b[A", "[/", ""]).encode()
            + b"\x1b[201~"
        )
    if kind < 0.86:
        column, row = chance.randint(0, 310), chance.randint(0, 210)
        button, end = chance.choice([0, 1, 2, 32, 35, 64, 65]), chance.choice("Mm")
        return f"\x1b[<{button};{column};{row}{end}".encode()
    if kind < 0.90:
        return chance.choice(BROKEN) + (CLOSING if chance.random() < 0.8 else b"")
    return chance.choice([0, 1, 20, 40, 60, 80, 120, 160, 300]), chance.choice(
        [0, 1, 3, 10, 20, 24, 35, 45, 200]
    )


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 24))])
def test_random_input_does_not_crash_the_program(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    (tmp_path / "乙.txt").write_text(SMALL, encoding="utf-8")
    (tmp_path / "坏.txt").write_bytes(b"\x00\x01")
    with Terminal([*PROGRAM], environment={"PATH": os.environ["PATH"]}, folder=tmp_path) as terminal:
        terminal.wait_for("q 退出")
        for number in range(STEPS):
            what = step(chance)
            if isinstance(what, tuple):
                terminal.child.setwinsize(what[1], what[0])
            else:
                terminal.child.send(what)
            terminal.read(0.002 if number % 10 else 0.05, draw=False)
            assert b"Traceback" not in terminal.raw and b"NoActiveAppError" not in terminal.raw, number
            if not terminal.child.isalive():
                break
        terminal.child.setwinsize(35, 120)
        terminal.child.send(CLOSING)
        terminal.signal(signal.SIGTERM)
        status = terminal.wait_until_left()
        assert status in LEAVES, (number, status, bytes(terminal.raw[-2000:]))
        assert b"Traceback" not in terminal.raw
