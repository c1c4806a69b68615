"""The screen of a running app as text, a string a row, each character where a terminal would show it."""

from __future__ import annotations

from textual.app import App
from textual.strip import Strip


def grid(app: App[object]) -> list[str]:
    """The rows of the screen, without spaces at their ends."""
    strips: list[Strip] = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]
