"""Encode styled text for the terminal, with colours only where they change.

Textual sends all parameters of a style before each segment and resets them after it, which is two thirds of a screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

#: Styles whose parameters are cached: those of several themes, and of their dimmed variants.
_MAX_STYLES = 2000
_RESET = "\x1b[0m"


class _Parameters(NamedTuple):
    """Parameters of a style (``1;4``), of its colour and of its background; empty for the defaults."""

    attributes: str = ""
    colour: str = ""
    background: str = ""


_PLAIN = _Parameters()


@lru_cache(_MAX_STYLES)
def _parameters(style: Style, system: ColorSystem) -> _Parameters:
    colour, background = style.color, style.bgcolor
    return _Parameters(
        Strip.render_ansi(style.without_color, system),
        ";".join(colour.downgrade(system).get_ansi_codes()) if colour else "",
        ";".join(background.downgrade(system).get_ansi_codes(foreground=False)) if background else "",
    )


def _change(before: _Parameters, after: _Parameters) -> str:
    """Return the sequence that changes one style to another."""
    if after == _PLAIN:
        return _RESET
    if before.attributes != after.attributes:
        return f"\x1b[0;{';'.join(filter(None, after))}m"
    numbers = []
    if before.colour != after.colour:
        numbers.append(after.colour or "39")
    if before.background != after.background:
        numbers.append(after.background or "49")
    return f"\x1b[{';'.join(numbers)}m"


def encode(segments: Iterable[Segment], system: ColorSystem) -> str:
    """Return the text of segments with the sequences that set their styles; control segments are unchanged.

    Links are left out: nothing in this program has any.
    """
    sent: list[str] = []
    now, last = _PLAIN, None
    for text, style, control in segments:
        if style is not last and control is None:
            wanted = _PLAIN if style is None else _parameters(style, system)
            if wanted != now:
                sent.append(_change(now, wanted))
                now = wanted
            last = style
        sent.append(text)
    if now != _PLAIN:
        sent.append(_RESET)
    return "".join(sent)
