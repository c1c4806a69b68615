"""The styles panes draw with, by what they mean. Each is made from variables of the theme.

Textual's component classes would do the same, but match the style sheet for each class of each widget before the
first screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

#: For each style its colour and background (each the name of a theme variable, or empty), and whether it is bold.
_STYLES: dict[str, tuple[str, str, bool]] = {
    "base": ("text-body", "background", False),
    "raised": ("text-body", "bar", False),
    "bar": ("", "bar", False),
    "bar-focused": ("", "bar-focused", False),
    "bar-text": ("text-muted", "", False),
    "title": ("text-muted", "bar", True),
    "title-focused": ("heading", "bar-focused", True),
    "cursor": ("", "bar", False),
    "cursor-focused": ("", "bar-focused", False),
    "muted": ("text-muted", "", False),
    "strong": ("heading", "", True),
    "topic": ("topic", "", True),
    "count": ("target", "", False),
    "notice": ("notice", "", True),
    "hit": ("hit", "hit-background", True),
    "hit-2": ("actual", "bar-focused", True),
    "hit-3": ("up", "bar-focused", True),
    "current-hit": ("current-hit", "current-hit-background", True),
    "metric": ("metric", "", False),
    "current-metric": ("background", "metric", True),
    "selected": ("background", "text-body", False),
    "achieved": ("actual", "", False),
    "target": ("target", "", True),
    "bar-full": ("", "metric", False),
    "bar-empty": ("", "track", False),
    "up": ("up", "", True),
    "down": ("down", "", True),
    "track": ("", "track", False),
    "thumb": ("", "thumb", False),
    "tick": ("", "notice", False),
    "current-tick": ("", "current-hit-background", False),
}
#: The same for terminals of 16 colours, whose background may be dark or light and is left unchanged.
_FEW: dict[str, str] = {
    "bar": "bright_white on bright_black",
    "bar-focused": "bright_white on blue",
    "raised": "bright_white on bright_black",
    "title": "bold bright_white on bright_black",
    "title-focused": "bold bright_white on blue",
    "cursor": "bright_white on bright_black",
    "cursor-focused": "bright_white on blue",
    "strong": "bold",
    "topic": "bold",
    "count": "yellow",
    "notice": "bold bright_yellow",
    "hit": "bold black on yellow",
    "hit-2": "bold black on cyan",
    "hit-3": "bold black on green",
    "current-hit": "bold bright_white on red",
    "metric": "green",
    "current-metric": "bold black on green",
    "selected": "reverse",
    "achieved": "cyan",
    "target": "bold yellow",
    "bar-full": "on green",
    "bar-empty": "on bright_black",
    "up": "bold green",
    "down": "bold red",
    "thumb": "on bright_black",
    "tick": "on yellow",
    "current-tick": "on red",
}
#: The same without colours.
_NONE: dict[str, str] = {
    "title": "bold",
    "title-focused": "bold reverse",
    "bar-focused": "reverse",
    "cursor": "underline",
    "cursor-focused": "reverse",
    "strong": "bold",
    "topic": "bold",
    "notice": "bold",
    "hit": "bold underline",
    "hit-2": "bold underline",
    "hit-3": "bold underline",
    "current-hit": "bold reverse",
    "current-metric": "reverse",
    "selected": "reverse",
    "target": "bold",
    "bar-full": "reverse",
    "bar-empty": "underline",
    "thumb": "underline",
    "tick": "reverse",
    "current-tick": "reverse bold",
}
Colours = Literal["many", "few", "none"]


def make_styles(variables: Mapping[str, str], colours: Colours = "many") -> dict[str, Style]:
    """Return the styles of a theme by name.

    Args:
        variables: The variables of the theme.
        colours: How many colours the terminal has: any, its own 16, or none.
    """
    if colours != "many":
        fixed = _FEW if colours == "few" else _NONE
        return {name: Style.parse(fixed.get(name, "")) for name in _STYLES}
    return {
        name: Style(
            color=variables[colour] if colour else None,
            bgcolor=variables[background] if background else None,
            bold=bold or None,
        )
        for name, (colour, background, bold) in _STYLES.items()
    }


class FewColours(LineFilter):
    """Drops colours of the style sheet where the terminal has few or none; selected text is reversed instead."""

    def __init__(self, theme_variables: Mapping[str, str]) -> None:
        super().__init__()
        names = ("text-body", "hit-background")
        self._reversed = {RichColor.parse(theme_variables[name]) for name in names}
        self._plain: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in the terminal's own colours."""
        return [
            Segment(text, self._without_rgb(style) if style else style, control)
            for text, style, control in segments
        ]

    def _without_rgb(self, style: Style) -> Style:
        plain = self._plain.get(style)
        if plain is None:
            plain = self._plain[style] = Style(
                color=_standard(style.color),
                bgcolor=_standard(style.bgcolor),
                bold=style.bold,
                underline=style.underline,
                reverse=style.reverse or style.bgcolor in self._reversed or None,
            )
        return plain


def _standard(colour: RichColor | None) -> RichColor | None:
    return colour if colour is not None and colour.type is ColorType.STANDARD else None
