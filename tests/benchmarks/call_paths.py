"""Count the project files entered on two paths: a query from key to highlighted cell, a report from its path to the screen.

``sys.setprofile`` reports every function that is entered: to follow a path, a reader has to open that many files.
``python -m tests.benchmarks.call_paths`` also lists them.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from unittest.mock import patch

import tui
from tests.support.pilot import Driven, drive
from tests.support.samples import SMALL
from tui.app import PREPARE_AFTER_S, HuijiApp
from tui.library.conversion import ConversionProcess
from tui.session import open_report
from tui.widgets.text_pane import TextPane

_PACKAGE = f"{Path(tui.__file__).parent}{os.sep}"
QUERY = "河"
SIZE = (120, 35)


class Entered:
    """What a path enters: files in order with their calls, distinct functions, and changes from one file to another."""

    def __init__(self, is_end: Callable[[FrameType], bool] = lambda frame: False) -> None:
        self.files: dict[str, int] = {}
        self._functions: set[object] = set()
        self._changes = 0
        self._last = ""
        self._is_end = is_end
        self._is_over = False

    def see(self, frame: FrameType, event: str, _: object) -> None:
        """Record a call. Code that runs while a module or class is created is not part of a path."""
        code = frame.f_code
        if self._is_over or event not in ("call", "return") or not code.co_filename.startswith(_PACKAGE):
            return
        if event == "return":
            self._is_over = self._is_end(frame)
        elif code.co_flags & inspect.CO_OPTIMIZED:
            name = code.co_filename.removeprefix(_PACKAGE)
            self.files[name] = self.files.get(name, 0) + 1
            self._functions.add(code)
            self._changes += name != self._last
            self._last = name

    def __str__(self) -> str:
        return f"{len(self.files)} files, {len(self._functions)} functions, {self._changes} changes of file"


@contextmanager
def _profiled(entered: Entered) -> Iterator[Entered]:
    sys.setprofile(entered.see)
    try:
        yield entered
    finally:
        sys.setprofile(None)


def _draws_highlight(frame: FrameType) -> bool:
    """Return whether the text pane has just drawn its lines with the current hit in them."""
    pane = frame.f_locals.get("self")
    return frame.f_code.co_name == "draw" and isinstance(pane, TextPane) and pane._highlights.current_hit == 0


def query_paths() -> tuple[Entered, Entered]:
    """Follow one character typed into the search box: to the highlighted cell, and until the screen is idle."""
    paths = []

    async def steps(app: Driven) -> None:
        await asyncio.sleep(PREPARE_AFTER_S * 2)  # until the search tables are loaded
        for is_end in (_draws_highlight, lambda frame: False):
            await app.press("slash", QUERY, "backspace")
            with _profiled(Entered(is_end)) as entered:
                await app.press(QUERY)
            assert "命中 1/" in app.rows[0]
            paths.append(entered)
            await app.press("escape")

    drive(steps, size=SIZE)
    return paths[0], paths[1]


def open_path(path: str | None, in_worker: bool = False) -> Entered:
    """Follow :func:`open_report`; when a worker process converts, only the calls in this process."""
    with _profiled(Entered()) as entered:
        open_report(path, convert=ConversionProcess().convert if in_worker else None)
    return entered


def ready_path(path: str | None) -> Entered:
    """Follow :func:`open_report` and the app to the first screen."""

    async def run() -> Entered:
        with _profiled(Entered()) as entered:
            app = HuijiApp(open_report(path))
            async with app.run_test(size=SIZE):
                while not app.is_ready:
                    await asyncio.sleep(0)
        return entered

    return asyncio.run(run())


def paths() -> Iterator[tuple[str, Entered]]:
    """Yield each path with its name."""
    cell, rest = query_paths()
    yield f"query {QUERY}, from key to highlighted cell", cell
    yield f"query {QUERY}, from key to a screen at rest", rest
    with tempfile.TemporaryDirectory() as folder:
        folders = {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("STATE", "CACHE", "CONFIG")}
        with patch.dict(os.environ, folders):
            path = Path(folder) / "report.txt"
            path.write_text(SMALL, encoding="utf-8")
            yield "open_report, built-in report", open_path(None)
            yield "open_report, text converted in a worker process", open_path(str(path), in_worker=True)
            path.write_text(f"{SMALL}\n", encoding="utf-8")
            yield "open_report, text converted in this process", open_path(str(path))
            yield "open_report, text converted before", open_path(str(path))
            yield "from open_report to the ready screen, text converted before", ready_path(str(path))


def run(short: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    for name, entered in paths():
        yield f"{name}: {entered}"


if __name__ == "__main__":
    for name, entered in paths():
        print(f"{name}: {entered}")
        for file, calls in entered.files.items():
            print(f"    {file} ({calls} calls)")
