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
from tui.state.records import ChangeColours

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
    "cursor-focused": ("on cursor", "bright_white on blue", "reverse"),
    "muted": ("text-muted", "", ""),
    "strong": ("bold heading", "bold", "bold"),
    "topic": ("bold topic", "bold", "bold"),
    "shared": ("topic underline", "underline", "underline"),
    "changed": ("bold notice underline", "bold underline bright_yellow", "bold underline"),
    "count": ("target", "yellow", ""),
    "notice": ("bold notice", "bold bright_yellow", "bold"),
    "hit": ("bold hit on hit-background", "bold black on yellow", "bold underline"),
    "hit-2": ("bold actual on bar-focused", "bold black on cyan", "bold underline"),
    "hit-3": ("bold signal-green on bar-focused", "bold black on green", "bold underline"),
    "current-hit": ("bold current-hit on current-hit-background", "bold bright_white on red", "bold reverse"),
    "removed": ("underline signal-red", "underline", "underline"),
    "added": ("bold underline signal-green", "bold underline", "bold underline"),
    "metric": ("metric", "green", ""),
    "current-metric": ("bold background on metric", "bold black on green", "reverse"),
    "selected": ("background on text-body", "reverse", "reverse"),
    "achieved": ("actual", "cyan", ""),
    "target": ("bold target", "bold yellow", "bold"),
    "bar-full": ("on metric", "on green", "reverse"),
    "bar-empty": ("on track", "on bright_black", "underline"),
    "track": ("on track", "", ""),
    "thumb": ("on thumb", "on bright_black", "underline"),
    "tick": ("on notice", "on yellow", "reverse"),
    "note-yellow": ("on note-yellow", "underline yellow", "underline"),
    "note-green": ("on note-green", "underline green", "underline"),
    "note-purple": ("on note-purple", "underline magenta", "underline"),
    "noted": ("underline", "underline", "underline"),
    "note-mark": ("bold heading", "bold", "bold"),
    "note-mark-tick": ("bold background", "bold black", "bold"),
    "current-tick": ("on current-hit-background", "on red", "reverse bold"),
}
#: The same for the signs of changes, by what their colours tell: nothing (a better target is bold), that prices on the
#: exchange rise (red) or fall (green), or which target is better (green) or worse (red).
_PLAIN, _BOLD = ("text-body", "", ""), ("bold text-body", "bold", "bold")
_GREEN, _RED = ("bold signal-green", "bold green", "bold"), ("bold signal-red", "bold red", "bold")
_WORSE = ("signal-red", "red", "")
_SIGN_STYLES: dict[ChangeColours, dict[str, tuple[str, str, str]]] = {
    "neutral": {"rise": _PLAIN, "fall": _PLAIN, "better": _BOLD, "worse": _PLAIN, "met": _BOLD},
    "red_up": {"rise": _RED, "fall": _GREEN, "met": _BOLD},
    "good_bad": {"rise": _PLAIN, "fall": _PLAIN, "better": _GREEN, "worse": _WORSE, "met": _GREEN},
}
Colours = Literal["many", "few", "none"]


def status_style(metric: Metric) -> str:
    """Return the name of the style of a metric: whether it was done, is promised, or neither."""
    return metric.status if metric.status in ("achieved", "target") else "metric"


def make_styles(
    variables: Mapping[str, str], colours: Colours = "many", change_colours: ChangeColours = "neutral"
) -> dict[str, Style]:
    """Return the styles of a theme by name.

    Args:
        variables: The variables of the theme.
        colours: How many colours the terminal has: any, its own 16, or none.
        change_colours: What the colours of rises and falls tell.
    """
    styles = _STYLES | _sign_styles(change_colours)
    if colours == "many":
        return {
            name: Style.parse(" ".join(variables.get(word, word) for word in look.split()))
            for name, (look, _, _) in styles.items()
        }
    column = 1 if colours == "few" else 2
    return {name: Style.parse(looks[column]) for name, looks in styles.items()}


def _sign_styles(change_colours: ChangeColours) -> dict[str, tuple[str, str, str]]:
    """Return the styles of signs: ``rise`` and ``fall``, alone or better or worse; ``met``; ``steady``."""
    looks = _SIGN_STYLES[change_colours]
    styles = {"met": looks["met"], "steady": _STYLES["muted"]}
    for direction in ("rise", "fall"):
        styles[direction] = looks[direction]
        for judged in ("better", "worse"):
            styles[f"{direction}-{judged}"] = looks.get(judged, looks[direction])
    return styles


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
