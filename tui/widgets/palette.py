"""The styles panes draw with, made from the theme's variables once for each theme.

A pane asks for a style by the meaning of what it draws. Textual's component classes would do the same
at the cost of a style-sheet match for each class of each widget before the first screen.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.app import App

#: Name of a style: its colour, its background (each a theme variable, or none), and whether it is bold.
_STYLES: dict[str, tuple[str, str, bool]] = {
    "base": ("text-body", "ground", False),
    "raised": ("text-body", "bar", False),
    "bar": ("", "bar", False),
    "bar-lit": ("", "bar-lit", False),
    "bar-text": ("text-muted", "", False),
    "title": ("text-muted", "bar", True),
    "title-lit": ("heading", "bar-lit", True),
    "cursor": ("", "bar", False),
    "cursor-lit": ("", "bar-lit", False),
    "muted": ("text-muted", "", False),
    "strong": ("heading", "", True),
    "topic": ("topic", "", True),
    "count": ("target", "", False),
    "notice": ("bright", "", True),
    "hit": ("hit", "hit-ground", True),
    "seal": ("seal", "seal-ground", True),
    "figure": ("figure", "", False),
    "lit": ("ground", "figure", True),
    "selected": ("ground", "text-body", False),
    "achieved": ("result", "", False),
    "target": ("target", "", True),
    "track": ("", "track", False),
    "thumb": ("", "thumb", False),
    "tick": ("", "bright", False),
    "tick-now": ("", "seal-ground", False),
}
_palettes: dict[str, dict[str, Style]] = {}


def palette(app: App[object]) -> Mapping[str, Style]:
    """The styles of the theme in use, by name."""
    styles = _palettes.get(app.theme)
    if styles is None:
        styles = _palettes[app.theme] = _make(app.theme_variables)
    return styles


def _make(colours: Mapping[str, str]) -> dict[str, Style]:
    return {
        name: Style(
            color=colours[colour] if colour else None,
            bgcolor=colours[ground] if ground else None,
            bold=bold or None,
        )
        for name, (colour, ground, bold) in _STYLES.items()
    }
