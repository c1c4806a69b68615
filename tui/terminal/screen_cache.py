"""The cache of first screens, as cells, to be shown again before the framework is up.

A cached screen is reused only if every input (program, framework, report, state, config, terminal size, environment)
is byte-for-byte unchanged. The folder may be emptied at any time; a damaged file is ignored.

The first screen waits for this module: it imports nothing that is not loaded anyway.
"""

from __future__ import annotations

import os
import sys

import tui
from tui.report.hashing import sha256_hex, text_hash
from tui.state.own_files import read_file
from tui.state.paths import SETTINGS, folder_name, report_state_name
from tui.terminal.screen_cells import CachedScreen, read_screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Screens in the cache; the oldest is deleted first.
MAX_SCREENS = 20
#: Of a report whose screen is cached (a longer one takes long to compare, too), and of other files.
MAX_BYTES = 1024 * 1024
#: The built-in report, as :data:`tui.report.resources.BUILT_IN` names it.
_BUILT_IN = "huiji-2024.yaml"
#: Environment variables that decide how a screen is drawn, and tell terminals apart: these, and those with a prefix.
_VARIABLES = (
    "LINES", "LC_TERMINAL", "LC_TERMINAL_VERSION", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "UNICODE_VERSION",
    "LANG", "LC_ALL", "LC_CTYPE", "VTE_VERSION", "KONSOLE_VERSION", "XTERM_VERSION", "XTERM_LOCALE",
)  # fmt: skip
_PREFIXES = ("TERM", "COL", "TEXTUAL")
#: Variables whose values change with each window or login: only whether they are set counts.
_PRESENT = ("TMUX", "STY", "ZELLIJ", "WT_SESSION", "KITTY_PID", "ALACRITTY_WINDOW_ID", "WEZTERM_PANE")
#: Addresses and ports of both ends; the port changes with each login.
_SSH = "SSH_CONNECTION"
#: The beginning of the list of recent reports in the settings, which a first screen does not show.
_RECENT = b'\n "recent": ['


class Fingerprint:
    """Identifies everything a first screen is made from.

    Attributes:
        name: The name of the cache file: one for each report and size.
        digest: The digest of all inputs, except the width of “, which only the terminal knows.
        size: Columns and rows.
    """

    __slots__ = ("digest", "name", "size")

    def __init__(self, name: str, digest: str, size: os.terminal_size) -> None:
        self.name = name
        self.digest = digest
        self.size = size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fingerprint) and (self.name, self.digest) == (other.name, other.digest)

    def load(self) -> CachedScreen | None:
        """Return the screen that was made from the same inputs; None if it is not in the cache, or damaged."""
        try:
            return read_screen(read_file(self._path, MAX_BYTES), self.digest, self.size)
        except (OSError, ValueError):
            return None

    def save(self, screen: CachedScreen) -> None:
        """Cache the screen, if it can be read back and written."""
        from contextlib import suppress  # only needed to write
        from pathlib import Path

        from tui.report.errors import HuijiError
        from tui.state.files import keep_newest, write_private

        data = screen.dump(self.digest, self.size)
        with suppress(OSError, HuijiError, ValueError):
            if len(data) <= MAX_BYTES and read_screen(data, self.digest, self.size) == screen:
                path = Path(self._path)
                write_private(path, data)
                keep_newest(path.parent, "*.screen", MAX_SCREENS)

    @property
    def _path(self) -> str:
        return f"{folder_name('cache')}/{self.name}.screen"


def fingerprint_for(
    path: str | None, size: os.terminal_size, library: str | None = None
) -> Fingerprint | None:
    """Return the fingerprint of the first screen of a report.

    Args:
        path: The report as it is named on the command line, None for the built-in one.
        size: The size of the terminal.
        library: The library it is opened from; None if it is read from its file.

    Returns:
        The fingerprint; None for a report whose screen is not cached (not a file, very long, unreadable), and if state
        files are not the user's own.
    """
    try:
        identity = _BUILT_IN if path is None else os.path.realpath(path)
        state = folder_name("state")
        parts = [
            *_program(),
            *_environment(),
            f"{size.columns} {size.lines}",
            f"{path} {identity}",
            *_library(library),
        ]
        digest = sha256_hex(
            *(part.encode("utf-8", "surrogatepass") for part in parts),
            _built_in() if path is None else read_file(path, MAX_BYTES, own=False, follow=True),
            _read_if_any(f"{folder_name('config')}/config.toml", own=False),
            _read_if_any(f"{state}/{report_state_name(identity)}"),
            _without_recent(_read_if_any(f"{state}/{SETTINGS}")),
        )
    except (OSError, ValueError):
        return None
    name = f"{identity} {size.columns} {size.lines}" + (" library" if library is not None else "")
    return Fingerprint(text_hash(name), digest, size)


def _library(path: str | None) -> Iterator[str]:
    """Yield the path, the size and the date of a library, and of what is not yet merged into its file."""
    for file in (path, f"{path}-wal") if path is not None else ():
        try:
            status = os.stat(file)  # noqa: PTH116
        except FileNotFoundError:
            continue
        yield f"{file} {status.st_size} {status.st_mtime_ns}"


def _built_in() -> bytes:
    """Return the built-in report, which is in the package of a wheel or beside that of a checkout."""
    package = os.path.dirname(tui.__file__)  # noqa: PTH120
    for folder in (package, os.path.dirname(package)):  # noqa: PTH120
        try:
            return read_file(f"{folder}/content/{_BUILT_IN}", MAX_BYTES, own=False, follow=True)
        except FileNotFoundError:
            continue
    raise FileNotFoundError(_BUILT_IN)


def _program() -> Iterator[str]:
    """Yield the size and the date of each file of the program, and the identity of the framework's packages."""
    yield sys.version
    folders = [os.path.dirname(tui.__file__)]  # noqa: PTH120
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    folders += [entry.path] if entry.name != "__pycache__" else []
                else:
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
    for name in ("textual", "rich"):
        yield _installed(name)


def _installed(name: str) -> str:
    """Return the path, the inode and the date of the package that is imported by a name."""
    for folder in sys.path:
        origin = f"{folder or '.'}/{name}/__init__.py"
        try:
            status = os.stat(origin)  # noqa: PTH116
        except OSError:
            continue
        return f"{origin} {status.st_ino} {status.st_mtime_ns}"
    raise FileNotFoundError(name)


def _environment() -> Iterator[str]:
    """Yield what the environment says of the terminal; if it is equal, the terminal is taken to be the same."""
    for name, value in sorted(os.environ.items()):
        if name in _VARIABLES or name.startswith(_PREFIXES):
            yield f"{name}={value}"
        elif name in _PRESENT:
            yield name
        elif name == _SSH:
            yield f"{name}={value.partition(' ')[0]}"


def _without_recent(raw: bytes) -> bytes:
    """Return the settings file without the recent reports, which change with each report that is opened.

    Return all of it if the file is not as this program writes it: whatever is behind the list counts, too.
    """
    head, separator, tail = raw.partition(_RECENT)
    first, *lines = tail.split(b"\n")
    if first == b"]" and lines == [b"}"]:
        return head
    is_list = separator and not first and lines[-2:] == [b" ]", b"}"]
    return head if is_list and all(line.startswith(b'  "') for line in lines[:-2]) else raw


def _read_if_any(path: str, own: bool = True) -> bytes:
    try:
        return read_file(path, MAX_BYTES, own=own, follow=True)
    except FileNotFoundError:
        return b""
