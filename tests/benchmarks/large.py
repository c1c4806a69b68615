"""Time opening, paging and searching generated texts of up to 2 million characters, the limit.

The longest time for which the event loop is blocked is measured too.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.benchmarks.keystroke import answer
from tests.benchmarks.start import memory_of
from tests.support.samples import source_text
from tests.support.terminal import Terminal
from tui.report.model import MAX_CHARACTERS

#: Seconds within which a key is answered.
_TIMEOUT_S = 20
SIZES = (500_000, MAX_CHARACTERS)


def run(short: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    text = source_text()
    without = re.sub(r"\d", "某", text)
    for size in (200_000,) if short else SIZES:
        for words, what in ((without, "without figures"), (text, "with figures")):
            with tempfile.TemporaryDirectory() as folder:
                path, note = Path(folder) / "large.txt", Path(folder) / "note"
                path.write_text("".join(_numbered(words, size)), encoding="utf-8")
                yield from _measured(path, note, what)


def _numbered(text: str, size: int) -> Iterator[str]:
    """Repeat a text up to a size with a different number in each copy, because equal paragraphs are processed only once."""
    for number in count():
        piece = text.replace("\n", f"（第{number}）\n")
        size -= len(piece)
        if size < 0:
            return
        yield piece


def _measured(path: Path, note: Path, what: str) -> Iterator[str]:
    megabytes = path.stat().st_size / 1e6
    characters = len(path.read_text(encoding="utf-8"))
    begun = time.perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.watched", str(note), str(path)]
    with Terminal(command, columns=120, rows=40) as terminal:
        while "目录".encode() not in terminal.raw:
            if not terminal.child.isalive():
                raise RuntimeError(bytes(terminal.raw[-2000:]).decode(errors="replace"))
            terminal.read(1, draw=False)
        opened = time.perf_counter() - begun
        at_first = memory_of(terminal.child.pid or 0)
        time.sleep(1)
        held = {"opening": _longest(note)}
        took = {}
        for name, keys in (
            ("page", " "),
            ("end", "G"),
            ("search", "/黄河"),
            ("next hit", "\rn"),
            ("top", "g"),
            ("resize", ""),
        ):
            note.unlink(missing_ok=True)
            if not keys:
                terminal.resize(110, 35)
            took[name] = answer(terminal, keys, _TIMEOUT_S)
            time.sleep(2)
            held[name] = _longest(note)
        memory = memory_of(terminal.child.pid or 0)
        terminal.child.send(b"\x11")
        while terminal.read(1, draw=False):
            pass
    yield f"{characters} characters {what} ({megabytes:.0f} MB): open in {opened:.2f} s, {at_first:.0f} MB then, {memory:.0f} MB in the end"
    yield "  key to still screen: " + ", ".join(
        f"{name} {seconds * 1000:.0f} ms" for name, seconds in took.items()
    )
    yield "  screen's thread held at most: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in held.items())


def _longest(note: Path) -> float:
    return float(note.read_text()) if note.exists() else 0.0
