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

from tui.report.model import Metric

#: For each style how it looks with the colours of the theme, with the terminal's own 16, and without colours. Words of the
#: first are names of theme variables. The background of 16 colours may be dark or light, so ``base`` leaves it unchanged.
_STYLES: dict[str, tuple[str, str, str]] = {
    "base": ("text-body on background", "", ""),
    "raised": ("text-body on bar", "bright_white on bright_black", ""),
    "bar": ("on bar", "bright_white on bright_black", ""),
    "bar-focused": ("on bar-focused", "bright_white on blue", "reverse"),
    "bar-text": ("text-muted", "", ""),
    "title": ("bold text-muted on bar", "bold bright_white on bright_black", "bold"),
    "title-focused": ("bold heading on bar-focused", "bold bright_white on blue", "bold reverse"),
    "cursor": ("on bar", "bright_white on bright_black", "underline"),
    "cursor-focused": ("on bar-focused", "bright_white on blue", "reverse"),
    "muted": ("text-muted", "", ""),
    "strong": ("bold heading", "bold", "bold"),
    "topic": ("bold topic", "bold", "bold"),
    "count": ("target", "yellow", ""),
    "notice": ("bold notice", "bold bright_yellow", "bold"),
    "hit": ("bold hit on hit-background", "bold black on yellow", "bold underline"),
    "hit-2": ("bold actual on bar-focused", "bold black on cyan", "bold underline"),
    "hit-3": ("bold up on bar-focused", "bold black on green", "bold underline"),
    "current-hit": ("bold current-hit on current-hit-background", "bold bright_white on red", "bold reverse"),
    "metric": ("metric", "green", ""),
    "current-metric": ("bold background on metric", "bold black on green", "reverse"),
    "selected": ("background on text-body", "reverse", "reverse"),
    "achieved": ("actual", "cyan", ""),
    "target": ("bold target", "bold yellow", "bold"),
    "bar-full": ("on metric", "on green", "reverse"),
    "bar-empty": ("on track", "on bright_black", "underline"),
    "up": ("bold up", "bold green", ""),
    "down": ("bold down", "bold red", ""),
    "track": ("on track", "", ""),
    "thumb": ("on thumb", "on bright_black", "underline"),
    "tick": ("on notice", "on yellow", "reverse"),
    "current-tick": ("on current-hit-background", "on red", "reverse bold"),
}
Colours = Literal["many", "few", "none"]


def status_style(metric: Metric) -> str:
    """Return the name of the style of a metric: whether it was done, is promised, or neither."""
    return metric.status if metric.status in ("achieved", "target") else "metric"


def make_styles(variables: Mapping[str, str], colours: Colours = "many") -> dict[str, Style]:
    """Return the styles of a theme by name.

    Args:
        variables: The variables of the theme.
        colours: How many colours the terminal has: any, its own 16, or none.
    """
    if colours == "many":
        return {
            name: Style.parse(" ".join(variables.get(word, word) for word in look.split()))
            for name, (look, _, _) in _STYLES.items()
        }
    column = 1 if colours == "few" else 2
    return {name: Style.parse(looks[column]) for name, looks in _STYLES.items()}


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
