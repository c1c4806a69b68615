"""Encode styled text for the terminal, with colours only where they change.

Textual sends all parameters of a style before each segment and resets them after it, which is two thirds of a screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

#: Styles whose parameters are cached: those of several themes, and of their dimmed variants.
_MAX_STYLES = 2000
_RESET = "\x1b[0m"


#: Parameters of a style: its attributes (``1;4``), its colour and its background; empty for the defaults.
_Parameters = tuple[str, str, str]
_PLAIN: _Parameters = ("", "", "")
#: Parameters that set the default colour and the default background.
_DEFAULTS = ("39", "49")


@lru_cache(_MAX_STYLES)
def _parameters(style: Style, system: ColorSystem) -> _Parameters:
    colour, background = style.color, style.bgcolor
    return (
        Strip.render_ansi(style.without_color, system),
        ";".join(colour.downgrade(system).get_ansi_codes()) if colour else "",
        ";".join(background.downgrade(system).get_ansi_codes(foreground=False)) if background else "",
    )


def _change(before: _Parameters, after: _Parameters) -> str:
    """Return the sequence that changes one style to another."""
    if after == _PLAIN:
        return _RESET
    if before[0] != after[0]:
        return f"\x1b[0;{';'.join(filter(None, after))}m"
    colours = zip(before[1:], after[1:], _DEFAULTS, strict=True)
    return f"\x1b[{';'.join(new or default for old, new, default in colours if new != old)}m"


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
