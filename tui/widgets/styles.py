"""The styles panes draw with, made from the theme's variables once for each theme.

A pane asks for a style by the meaning of what it draws. Textual's component classes would do the same
at the cost of a style-sheet match for each class of each widget before the first screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

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
    "hit-2": ("result", "bar-lit", True),
    "hit-3": ("up", "bar-lit", True),
    "seal": ("seal", "seal-ground", True),
    "figure": ("figure", "", False),
    "lit": ("ground", "figure", True),
    "selected": ("ground", "text-body", False),
    "achieved": ("result", "", False),
    "target": ("target", "", True),
    "full": ("", "figure", False),
    "empty": ("", "track", False),
    "up": ("up", "", True),
    "down": ("down", "", True),
    "track": ("", "track", False),
    "thumb": ("", "thumb", False),
    "tick": ("", "bright", False),
    "tick-now": ("", "seal-ground", False),
}
#: The same for terminals of 16 colours, whose ground may be dark or light: it stays as it is.
_FEW: dict[str, str] = {
    "bar": "bright_white on bright_black",
    "bar-lit": "bright_white on blue",
    "raised": "bright_white on bright_black",
    "title": "bold bright_white on bright_black",
    "title-lit": "bold bright_white on blue",
    "cursor": "bright_white on bright_black",
    "cursor-lit": "bright_white on blue",
    "strong": "bold",
    "topic": "bold",
    "count": "yellow",
    "notice": "bold bright_yellow",
    "hit": "bold black on yellow",
    "hit-2": "bold black on cyan",
    "hit-3": "bold black on green",
    "seal": "bold bright_white on red",
    "figure": "green",
    "lit": "bold black on green",
    "selected": "reverse",
    "achieved": "cyan",
    "target": "bold yellow",
    "full": "on green",
    "empty": "on bright_black",
    "up": "bold green",
    "down": "bold red",
    "thumb": "on bright_black",
    "tick": "on yellow",
    "tick-now": "on red",
}
#: The same without any colour.
_NONE: dict[str, str] = {
    "title": "bold",
    "title-lit": "bold reverse",
    "bar-lit": "reverse",
    "cursor": "underline",
    "cursor-lit": "reverse",
    "strong": "bold",
    "topic": "bold",
    "notice": "bold",
    "hit": "bold underline",
    "hit-2": "bold underline",
    "hit-3": "bold underline",
    "seal": "bold reverse",
    "lit": "reverse",
    "selected": "reverse",
    "target": "bold",
    "full": "reverse",
    "empty": "underline",
    "thumb": "underline",
    "tick": "reverse",
    "tick-now": "reverse bold",
}
Colours = Literal["many", "few", "none"]
_colours: Colours = "many"
_palettes: dict[str, dict[str, Style]] = {}


def use_colours(colours: Colours) -> None:
    """Says how many colours there are: those of the theme, the terminal's 16, or none."""
    global _colours
    _colours = colours
    _palettes.clear()


def palette(app: App[object]) -> Mapping[str, Style]:
    """The styles of the theme in use, by name."""
    styles = _palettes.get(app.theme)
    if styles is None:
        styles = _palettes[app.theme] = _make(app.theme_variables)
    return styles


def _make(colours: Mapping[str, str]) -> dict[str, Style]:
    if _colours != "many":
        plain = _FEW if _colours == "few" else _NONE
        return {name: Style.parse(plain.get(name, "")) for name in _STYLES}
    return {
        name: Style(
            color=colours[colour] if colour else None,
            bgcolor=colours[ground] if ground else None,
            bold=bold or None,
        )
        for name, (colour, ground, bold) in _STYLES.items()
    }


def hit_style(term: int) -> str:
    """The name of the style of a hit, by which term of the query it is of."""
    return ("hit", "hit-2", "hit-3")[term % 3]


class FewColours(LineFilter):
    """Leaves a style sheet's colours out where there are few or none; what they set off from the ground is reversed."""

    def __init__(self, theme_variables: Mapping[str, str]) -> None:
        super().__init__()
        names = ("text-body", "hit-ground")
        self._standing_out = {RichColor.parse(theme_variables[name]) for name in names}
        self._plain: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in the terminal's own colours."""
        return [
            Segment(text, self._without_rgb(style) if style else style, control)
            for text, style, control in segments
        ]

    def _without_rgb(self, style: Style) -> Style:
        plain = self._plain.get(style)
        if plain is None:
            ground = style.bgcolor
            plain = self._plain[style] = Style(
                color=_kept(style.color),
                bgcolor=_kept(ground),
                bold=style.bold,
                underline=style.underline,
                reverse=style.reverse or ground in self._standing_out or None,
            )
        return plain


def _kept(colour: RichColor | None) -> RichColor | None:
    return colour if colour is not None and colour.type is ColorType.STANDARD else None
