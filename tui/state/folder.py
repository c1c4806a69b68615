"""Where what is remembered is kept, what can be made again, and a person's own settings."""

from __future__ import annotations

import hashlib
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_state_path

_NAME = "huiji-tui"


def state_folder() -> Path:
    """The user's state folder for this program; ``XDG_STATE_HOME`` moves it."""
    return user_state_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """The user's folder of what can be made again; ``XDG_CACHE_HOME`` moves it."""
    return user_cache_path(_NAME, appauthor=False)


def config_folder() -> Path:
    """The user's folder of settings for this program; ``XDG_CONFIG_HOME`` moves it."""
    return user_config_path(_NAME, appauthor=False)


def settings_file(folder: Path) -> Path:
    """The file in the state folder that holds what is remembered for all reports."""
    return folder / "settings.json"


def memory_file(folder: Path, identity: str) -> Path:
    """The file in the state folder that holds what is remembered of one report, by what it is opened as."""
    name = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return folder / "reports" / f"{name}.json"
