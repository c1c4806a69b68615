"""Where what is remembered is kept, what can be made again, and a person's own settings.

The first screen waits for this module: on Linux the folders are found as platformdirs finds them (a test compares)
without loading it, which takes 8 ms, or pathlib, which takes 10.
"""

from __future__ import annotations

import os
import sys

from tui.report.hashing import text_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "settings.json"
_NAME = "huiji-tui"
#: Variable and default of each kind of folder.
_KINDS = {
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "config": ("XDG_CONFIG_HOME", ".config"),
}


def folder_name(kind: str) -> str:
    """The path of the user's folder for this program: ``state``, ``cache`` or ``config``."""
    variable, default = _KINDS[kind]
    moved, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    is_plain = sys.platform == "linux" and "ANDROID_ROOT" not in os.environ
    if is_plain and (_is_absolute(moved) or (not moved and _is_absolute(home))):
        return f"{moved or home.rstrip('/') + '/' + default}/{_NAME}"
    import platformdirs

    return str(getattr(platformdirs, f"user_{kind}_path")(_NAME, appauthor=False))


def _is_absolute(path: str) -> bool:
    """Whether a path is absolute, and written so that all versions of platformdirs take it as it stands."""
    return path.startswith("/") and path == path.strip()


def state_folder() -> Path:
    """The user's state folder for this program; ``XDG_STATE_HOME`` moves it."""
    return _path("state")


def cache_folder() -> Path:
    """The user's folder of what can be made again; ``XDG_CACHE_HOME`` moves it."""
    return _path("cache")


def config_folder() -> Path:
    """The user's folder of settings for this program; ``XDG_CONFIG_HOME`` moves it."""
    return _path("config")


def _path(kind: str) -> Path:
    from pathlib import Path

    return Path(folder_name(kind))


def settings_file(folder: Path) -> Path:
    """The file in the state folder that holds what is remembered for all reports."""
    return folder / SETTINGS


def report_state_file(folder: Path, identity: str) -> Path:
    """The file in the state folder that holds what is remembered of one report, by what it is opened as."""
    return folder / report_state_name(identity)


def report_state_name(identity: str) -> str:
    """The path of that file below the state folder."""
    return f"reports/{text_hash(identity)}.json"
