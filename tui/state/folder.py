"""Where what is remembered is kept."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_state_path


def state_folder() -> Path:
    """The user's state folder for this program; ``XDG_STATE_HOME`` moves it."""
    return user_state_path("huiji-tui", appauthor=False)
