"""Rich's widths of characters, made to depend on the app that runs.

Rich has one width table for the process, in which ambiguous characters take one cell, and Textual measures and cuts what
it paints with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from rich import cells, segment
from rich.segment import Segment
from textual import _cells, _compositor, _segment_tools, content, strip
from textual._context import active_app
from textual.widgets import _input

from tui.typeset.cells import NARROW

#: Modules that hold Rich's functions for the width of text under names of their own, and those names.
_MODULES = (cells, segment, _cells, _compositor, _segment_tools, content, strip, _input)
_NAMES = ("cell_len", "cached_cell_len", "get_character_cell_size", "_is_single_cell_widths")


@cache
def count_by_app() -> None:
    """Have Rich and Textual count ambiguous characters as two cells while an app runs whose ``cell_widths`` say so.

    Called when the first such app is made: until then Rich is left unchanged.
    """
    ambiguous = {
        character
        for character in map(chr, range(0xA1, 0xFFFE))
        if unicodedata.east_asian_width(character) == "A"
        and unicodedata.category(character) not in ("Mn", "Co")
    }
    size_of, is_single = cells.get_character_cell_size, cells._is_single_cell_widths
    is_single_and_narrow = (cells._SINGLE_CELLS - ambiguous).issuperset

    def character_size(character: str, *unicode_version: str) -> int:  # Rich takes a version since 14.3
        return 2 if character in ambiguous and _is_wide() else size_of(character, *unicode_version)

    def is_single_cells(text: str) -> bool:
        return (is_single_and_narrow if _is_wide() else is_single)(text)

    length = _cached_by_width(cells.cached_cell_len)
    functions: tuple[Callable[..., Any], ...] = (length, length, character_size, is_single_cells)
    counters = dict(zip(_NAMES, functions, strict=True))
    for module in _MODULES:
        for name in counters.keys() & vars(module).keys():
            setattr(module, name, counters[name])
    split = _cached_by_width(vars(Segment)["_split_cells"].__func__)
    setattr(Segment, "_split_cells", classmethod(split))  # noqa: B010  # mypy refuses to assign a method


def _is_wide() -> bool:
    """Return whether ambiguous characters take two cells in the app that runs now."""
    widths: Any = getattr(active_app.get(None), "cell_widths", NARROW)
    return bool(widths.ambiguous == 2)


def _cached_by_width(narrow: Any) -> Callable[..., Any]:
    """Return a cached function of Rich with a second cache, for apps with wide ambiguous characters."""
    wide = lru_cache(narrow.cache_info().maxsize)(narrow.__wrapped__)
    return lambda *arguments: (wide if _is_wide() else narrow)(*arguments)
