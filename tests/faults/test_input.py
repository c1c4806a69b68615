"""I01 to I10: invalid bytes, unfinished pastes, many keys at once, screens of extreme sizes; the next key still works."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from textual import events
from textual.message import Message

from tests.support.terminal import PROGRAM, Shared, Terminal
from tui.terminal.key_decoder import MAX_CELLS, KeyDecoder
from tui.terminal.key_tokens import PASTE_SILENCE_S

BROKEN = {
    "I01-byte-FF": b"\xff",
    "I01-no-UTF-8": b"\xf5\xf6" * 50,
    "I02-GBK": "中".encode("gbk"),
    "I03-cut": "黄".encode()[:2],
    "I04-X10-mouse": b"\x1b[M !!",
    "I04-X10-mouse-beyond": b"\x1b[M\xff\xff\xff",
    "I04-mouse-without-pixels": b"\x1b[48;0;0;0;0t\x1b[48;35;120;0;0t\x1b[<0;5;5M\x1b[<0;5;5m",
    "I05-open-paste": b"\x1b[200~",
    "I05-open-paste-with-words": b"\x1b[200~abc",
}
#: Variants that are only tested with the slow tests.
ALIKE = {"I01-no-UTF-8", "I04-X10-mouse-beyond", "I05-open-paste-with-words"}
AT_ONCE = 20_000
#: Seconds after which Esc is a key by itself and its effect is drawn.
ESCAPED_S = 0.25
#: Seconds of silence after which a flood of keys has been processed.
DRAINED_S = 2.0
#: How many keys are typed on a screen of a million cells, which is drawn anew for each.
FEW = 3


def works(terminal: Terminal) -> None:
    for _ in range(2):
        terminal.send("escape")
        terminal.settle(ESCAPED_S)
    terminal.send("/", "黄河")
    terminal.wait_for("/32 · 9 段")


def return_to_text(terminal: Terminal) -> None:
    """Leave what the last test has opened."""
    terminal.resize(120, 35)
    for _ in range(3):
        terminal.send("escape")
        terminal.settle(ESCAPED_S)
    terminal.send("2")
    terminal.wait_for("q 退出")


def wait_until_idle(terminal: Terminal, quiet: float = 0.5) -> None:
    """Wait for silence without emulating the output, then change the size so that the whole screen is written anew."""
    terminal.settle(quiet, draw=False)
    terminal.resize(110, 34)


@pytest.fixture(scope="module")
def program() -> Iterator[Shared]:
    shared = Shared()
    yield shared
    shared.close()


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in ALIKE else []) for name in BROKEN]
)
def test_bytes_that_are_not_keys_are_ignored(name: str, program: Shared) -> None:
    with program.used() as terminal:
        terminal.child.send(BROKEN[name])
        if "paste" in name:
            time.sleep(PASTE_SILENCE_S + ESCAPED_S)
        works(terminal)
        terminal.send("escape")
        terminal.wait_for(lambda text: "9 段" not in text)


@pytest.mark.parametrize(
    "before", ["", *(pytest.param(keys, marks=pytest.mark.slow) for keys in ("/", ":", "3c", "\x10", "o"))]
)
def test_i06_many_keys_at_once_are_handled(before: str, program: Shared) -> None:
    with program.used() as terminal:
        return_to_text(terminal)
        terminal.child.send((before + "jkdu" * (AT_ONCE // 4)).encode())
        wait_until_idle(terminal, DRAINED_S)
        works(terminal)
        terminal.send("escape")
        terminal.wait_for(lambda text: "9 段" not in text)


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        pytest.param(0, 0, id="I07-0x0"),
        pytest.param(1, 1, id="I08-1x1"),
        pytest.param(300, 1, id="I09-300x1", marks=pytest.mark.slow),
        pytest.param(1000, 1000, id="I10-1000x1000", marks=pytest.mark.slow),
        pytest.param(1, 200, id="I09-1x200", marks=pytest.mark.slow),
        pytest.param(39, 10, id="I09-39x10", marks=pytest.mark.slow),
        pytest.param(40, 9, id="I09-40x9", marks=pytest.mark.slow),
    ],
)
def test_screens_of_any_size_work(columns: int, rows: int, program: Shared) -> None:
    with program.used() as terminal:
        return_to_text(terminal)
        terminal.child.setwinsize(rows, columns)
        typed = ("jG", "/黄", "\x1b[<0;1;1M", "n", ":", "?", "3c", "\x10")
        for keys in typed if columns * rows < MAX_CELLS else typed[:FEW]:
            terminal.child.send(keys.encode())
            terminal.read(0.1, draw=False)
        wait_until_idle(terminal)
        works(terminal)
        assert b"Traceback" not in terminal.raw
        terminal.send("escape")
        terminal.wait_for(lambda text: "9 段" not in text)


def test_i07_a_small_screen_shows_the_size_it_needs() -> None:
    with Terminal(PROGRAM, columns=39, rows=12) as terminal:
        terminal.wait_for("终端小于 40×10")


def heard(data: bytes, chunk: int) -> list[Message]:
    decoder = KeyDecoder()
    return [message for at in range(0, len(data), chunk) for message in decoder.feed(data[at : at + chunk])]


@pytest.mark.parametrize("chunk", [1, 2, 7, 4096])
def test_keys_and_pastes_may_arrive_in_any_pieces(chunk: int) -> None:
    data = "a黄\x1b[A\x1b[200~黄河\n\x1b[B\x1b[201~\x1b[<0;3;4M\x1b[1;3Cz".encode()
    names = [
        getattr(message, "key", getattr(message, "text", type(message).__name__))
        for message in heard(data, chunk)
    ]
    assert names == ["a", "黄", "up", "黄河\n\x1b[B", "MouseDown", "alt+right", "z"]


def test_i05_only_an_open_paste_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    decoder, now = KeyDecoder(), [0.0]
    monkeypatch.setattr("tui.terminal.key_decoder.time.monotonic", lambda: now[0])
    assert list(decoder.feed(b"\x1b[200~one\x1b[20")) == []
    now[0] += PASTE_SILENCE_S / 2
    assert list(decoder.tick()) == []
    (paste,) = decoder.feed(b"1~")
    assert isinstance(paste, events.Paste) and paste.text == "one"
    now[0] += 2 * PASTE_SILENCE_S
    assert list(decoder.tick()) == []
    assert list(decoder.feed(b"\x1b[200~two")) == []
    now[0] += 2 * PASTE_SILENCE_S
    (paste,) = decoder.tick()
    assert isinstance(paste, events.Paste) and paste.text == "two"
    (key,) = decoder.feed(b"q")
    assert isinstance(key, events.Key)


def test_i10_impossible_sizes_are_ignored() -> None:
    assert heard(f"\x1b[48;{MAX_CELLS + 1};120;1;1t\x1b[48;0;120;1;1t".encode(), 4096) == []
    (size,) = heard(b"\x1b[48;35;120;700;1200t", 4096)
    assert isinstance(size, events.Resize) and size.size == (120, 35)
