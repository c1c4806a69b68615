"""Strips as what a terminal is sent: a colour that stays the same is not sent again.

Textual sends all parameters of a style before each piece and resets them behind it, which is two thirds of a screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

#: Styles whose parameters are kept: those of several themes, and of their dimmed twins.
_MAX_STYLES = 2000
_RESET = "\x1b[0m"


class _Parameters(NamedTuple):
    """Numbers of a style (``1;4``), of its colour and of its background; empty for the terminal's own."""

    attributes: str = ""
    colour: str = ""
    ground: str = ""


_PLAIN = _Parameters()
_known: dict[tuple[Style, ColorSystem], _Parameters] = {}


def _parameters(style: Style, system: ColorSystem) -> _Parameters:
    found = _known.get((style, system))
    if found is None:
        if len(_known) >= _MAX_STYLES:
            _known.clear()
        colour, ground = style.color, style.bgcolor
        found = _known[style, system] = _Parameters(
            Strip.render_ansi(style.without_color, system),
            ";".join(colour.downgrade(system).get_ansi_codes()) if colour else "",
            ";".join(ground.downgrade(system).get_ansi_codes(foreground=False)) if ground else "",
        )
    return found


def _change(before: _Parameters, after: _Parameters) -> str:
    """Return what turns one style into another."""
    if after == _PLAIN:
        return _RESET
    if before.attributes != after.attributes:
        return f"\x1b[0;{';'.join(filter(None, after))}m"
    numbers = []
    if before.colour != after.colour:
        numbers.append(after.colour or "39")
    if before.ground != after.ground:
        numbers.append(after.ground or "49")
    return f"\x1b[{';'.join(numbers)}m"


def encode(pieces: Iterable[Segment], system: ColorSystem) -> str:
    """Return the text of some pieces with what sets their styles; those of control codes are sent as they are.

    Links are left out: nothing in this program has any.
    """
    sent: list[str] = []
    now, last = _PLAIN, None
    for text, style, control in pieces:
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
