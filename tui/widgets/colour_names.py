"""What colours are called, for those who look one up in the help."""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import rgb_to_hsv

from rich.style import Style

from tui.messages.help import GREYS, HUES

#: Saturation and brightness below which a colour has no hue.
_GREY_BELOW, _BLACK_BELOW = 0.18, 0.15


def colour_names(style: Style) -> Iterator[str]:
    """Yield what the colours of a style are called: that of the text, then that behind it."""
    for colour in (style.color, style.bgcolor):
        if colour is not None and not colour.is_default:
            hue, saturation, value = rgb_to_hsv(*colour.get_truecolor().normalized)
            is_grey = saturation < _GREY_BELOW or value < _BLACK_BELOW
            table, at = (GREYS, value * 100) if is_grey else (HUES, hue * 360)
            yield next(name for end, name in table.items() if at < end)
