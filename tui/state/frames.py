"""First screens, kept as a terminal takes them, to be shown again before the framework is up.

The framework needs some 250 ms to its first screen, a kept one is there in 42.

The law: a screen is shown again only where everything it was made from is, byte for byte, what it was: the program
and the framework, the report, what is remembered and set, the size of the terminal and what the environment says of it.
The folder may be emptied at any time, and a file in it that is damaged is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import tui
from tui.report.content import BUILT_IN, read_content
from tui.state.folder import cache_folder, config_folder, memory_file, settings_file, state_folder

#: Screens kept; the one made longest ago goes first.
MOST = 20
#: Bytes of the longest report whose screen is kept: a longer one takes long to compare, too; and of other files.
LONGEST = 1024 * 1024
#: What of the environment decides how a screen is drawn: these, and all that begin so.
_VARIABLES = ("LINES", "LC_TERMINAL", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "UNICODE_VERSION")
_PREFIXES = ("TERM", "COL", "TEXTUAL")
#: What is remembered of all reports and not seen on a first screen.
_UNSEEN = "recent"
_WIDTHS: dict[bytes, int | None] = {b"0": None, b"1": 1, b"2": 2}


class Frame(NamedTuple):
    """A first screen.

    Attributes:
        width: Cells the terminal must draw “ in; None where a person has set that, whatever it does.
        drawing: What the terminal is sent.
    """

    width: int | None
    drawing: bytes


class Grounds(NamedTuple):
    """What a first screen is made from.

    Attributes:
        name: Of the file the screen is kept in: one for each report and size.
        digest: Of all that decides how it looks, but the width of “, which only the terminal knows.
    """

    name: str
    digest: str

    def kept(self) -> Frame | None:
        """The screen that was made from the same, if it is at hand and whole."""
        try:
            head, width, drawing = self._path.read_bytes().split(b"\n", 2)
        except (OSError, ValueError):
            return None
        whole = head == self._seal(width, drawing) and width in _WIDTHS
        return Frame(_WIDTHS[width], drawing) if whole else None

    def keep(self, frame: Frame) -> None:
        """Keeps the screen for the next start; where that cannot be done, the next start does without."""
        from tui.report.errors import HuijiError  # what only keeps a screen is not loaded to show one
        from tui.state.files import keep_newest, write_atomically

        width = b"%d" % (frame.width or 0)
        with suppress(OSError, HuijiError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, b"\n".join((self._seal(width, frame.drawing), width, frame.drawing)))
            keep_newest(self._path.parent, "*.screen", MOST)

    def _seal(self, width: bytes, drawing: bytes) -> bytes:
        return hashlib.sha256(b" ".join((self.digest.encode(), width, drawing))).hexdigest().encode()

    @property
    def _path(self) -> Path:
        return cache_folder() / f"{self.name}.screen"


def grounds_for(path: str | None, size: os.terminal_size) -> Grounds | None:
    """What the first screen of a report is made from, as it stands now.

    Args:
        path: The report as it is asked for, None for the built-in one.
        size: Of the terminal.

    Returns:
        None for a report of which no screen is kept: one that is no file, is very long, or cannot be read.
    """
    try:
        identity = BUILT_IN if path is None else str(Path(path).resolve())
        parts: list[str | bytes] = [
            *_program(),
            *_environment(),
            f"{size.columns} {size.lines}",
            f"{path} {identity}",
            read_content(BUILT_IN) if path is None else _read(Path(path)),
            _read_if_any(config_folder() / "config.toml"),
            _read_if_any(memory_file(state_folder(), identity)),
            _seen_settings(),
        ]
    except (OSError, ValueError, RecursionError):
        return None
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(data) + data)
    name = hashlib.sha256(f"{identity} {size}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Grounds(name, digest.hexdigest())


def _program() -> Iterator[str]:
    """The size and the date of each file of the program, and those of the framework as it was installed."""
    yield sys.version
    folders = [str(Path(tui.__file__).parent)]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    folders += [entry.path] if entry.name != "__pycache__" else []
                else:
                    yield f"{entry.path} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
    for name in ("textual", "rich"):
        origin = getattr(find_spec(name), "origin", None) or ""
        status = Path(origin).stat()
        yield f"{origin} {status.st_ino} {status.st_mtime_ns}"


def _environment() -> Iterator[str]:
    for name, value in sorted(os.environ.items()):
        if name in _VARIABLES or name.startswith(_PREFIXES):
            yield f"{name}={value}"


def _seen_settings() -> str:
    """What is remembered of all reports, but for what changes with each report that is opened."""
    raw = _read_if_any(settings_file(state_folder()))
    settings = json.loads(raw) if raw else {}
    if not isinstance(settings, dict):
        raise ValueError
    return json.dumps({name: value for name, value in settings.items() if name != _UNSEEN}, sort_keys=True)


def _read_if_any(path: Path) -> bytes:
    try:
        return _read(path)
    except FileNotFoundError:
        return b""


def _read(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LONGEST:
        raise ValueError
    return path.read_bytes()
