"""The paths of state, cache and configuration.

The first screen waits for this module: on Linux the folders are those of platformdirs (a test compares) without
importing it, which takes 8 ms, or pathlib, which takes 10.
"""

from __future__ import annotations

import os
import sys

from tui.report.hashing import text_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "settings.json"
#: The file of the library, and the variable that names another one.
LIBRARY, LIBRARY_VARIABLE = "library.db", "HUIJI_LIBRARY"
#: The folder of notes in the data folder.
NOTES = "notes"
_NAME = "huiji-tui"
#: Variable and default of each kind of folder.
_KINDS = {
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
}


def folder_name(kind: str) -> str:
    """Return the path of the user's folder for this program: ``state``, ``cache``, ``config`` or ``data``.

    Without a home folder, which versions of platformdirs tell differently, it is a path below a file: nothing can be read
    or written there, so that callers need not tell the two apart.
    """
    variable, default = _KINDS[kind]
    moved, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    is_plain = sys.platform == "linux" and "ANDROID_ROOT" not in os.environ
    if is_plain and (_is_absolute(moved) or (not moved and _is_absolute(home))):
        return f"{moved or home.rstrip('/') + '/' + default}/{_NAME}"
    import platformdirs

    try:
        path = str(getattr(platformdirs, f"user_{kind}_path")(_NAME, appauthor=False))
    except RuntimeError:
        path = ""
    return path if os.path.isabs(path) else f"{os.devnull}/{_NAME}"  # noqa: PTH117 - pathlib is not loaded


def _is_absolute(path: str) -> bool:
    """Return whether a path is absolute, and written so that all versions of platformdirs use it unchanged."""
    return path.startswith("/") and path == path.strip()


def library_file() -> str | None:
    """Return the path of the user's library: that of ``HUIJI_LIBRARY``, else in the data folder; None if there is none."""
    named = os.environ.get(LIBRARY_VARIABLE)
    path = os.path.abspath(os.path.expanduser(named)) if named else f"{folder_name('data')}/{LIBRARY}"  # noqa: PTH100, PTH111
    return path if os.path.exists(path) else None  # noqa: PTH110


def notes_folder() -> Path:
    """Return the folder of the user's notes."""
    return data_folder() / NOTES


def has_notes() -> bool:
    """Return whether the user has ever written a note."""
    return os.path.isdir(f"{folder_name('data')}/{NOTES}")  # noqa: PTH112 - the first screen does without pathlib


def state_folder() -> Path:
    """Return the user's state folder for this program; ``XDG_STATE_HOME`` moves it."""
    return _path("state")


def cache_folder() -> Path:
    """Return the user's cache folder for this program; ``XDG_CACHE_HOME`` moves it."""
    return _path("cache")


def config_folder() -> Path:
    """Return the user's configuration folder for this program; ``XDG_CONFIG_HOME`` moves it."""
    return _path("config")


def data_folder() -> Path:
    """Return the user's data folder for this program; ``XDG_DATA_HOME`` moves it."""
    return _path("data")


def _path(kind: str) -> Path:
    from pathlib import Path

    return Path(folder_name(kind))


def settings_file(folder: Path) -> Path:
    """Return the file in the state folder that has the settings."""
    return folder / SETTINGS


def queries_file(folder: Path) -> Path:
    """Return the file in the state folder that has what was searched for."""
    return folder / "queries.json"


def report_state_file(folder: Path, identity: str) -> Path:
    """Return the file in the state folder that has the state of a report.

    Args:
        folder: The state folder.
        identity: The absolute path of the report, or the name of the built-in one.
    """
    return folder / report_state_name(identity)


def report_state_name(identity: str) -> str:
    """Return the path of :func:`report_state_file` below the state folder."""
    return f"reports/{text_hash(identity)}.json"
