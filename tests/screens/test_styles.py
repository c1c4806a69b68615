"""The styles of two screens, one letter per cell. Set ``WRITE_GRIDS=1`` to write the files anew, and read them.

A file has the text of the screen, a letter for the style of each cell, and the legend of the letters.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.style import Style

from tests.screens.test_grids import GRIDS, SCREENS
from tests.support.pilot import Driven, drive
from tui.typeset.cells import cell_length

#: A letter for each combination of styles, which are drawn over one another. Some look the same, and share a letter.
LEGEND = {
    "base": ".", "base strong": "s", "base topic": "t", "base muted": "m", "base metric": "n", "base current-metric": "N",
    "base hit": "h", "base current-hit": "H", "base achieved": "a", "base target": "g", "base count": "c",
    "bar": "-", "bar bar-text": "l", "bar strong": "k", "bar notice": "!", "bar-focused": "=", "bar-focused strong": "K",
    "title": "i", "title bar-text": "j", "title-focused": "I", "title-focused bar-text": "J", "title-focused selected": "^",
    "base cursor": "_", "base cursor muted": "x", "base cursor count": "C", "base cursor strong": "S",
    "base cursor-focused": "~", "base cursor-focused muted": "X", "base cursor-focused current-metric": "L",
    "raised": "r", "raised strong": "R", "raised muted": "u", "raised achieved": "A", "raised target": "G",
    "raised cursor-focused": "+", "raised current-metric": "P",
    "base met": "U", "base cursor met": "V", "base cursor target": "G", "base cursor achieved": "A",
    "title strong": "T", "title-focused strong": "Y",
    "bar-full": "#", "bar-empty": "o", "base track": "o", "base thumb": "|", "base tick": "*", "base current-tick": "@",
}  # fmt: skip
Look = tuple[object, object, bool]


def _look(style: Style | None) -> Look:
    """Return what a cell looks like, however its style was made."""
    assert style is not None
    colours = (style.color, style.bgcolor)
    front, back = (colour.get_truecolor() if colour is not None else None for colour in colours)
    return front, back, bool(style.bold)


def _letters(app: Driven) -> tuple[list[str], list[str]]:
    """Return a letter for each cell, row by row, and the legend of those that occur."""
    styles = app.app.pane_styles
    looks = {names: _look(sum((styles[name] for name in names.split()), Style())) for names in LEGEND}
    letters = {look: LEGEND[names] for names, look in reversed(looks.items())}
    # The colour of text cannot be seen where nothing is written.
    blanks = {look[1]: letter for look, letter in reversed(letters.items())}
    rows = []
    for strip in app.app.screen._compositor.render_strips():
        cells = ((text, _look(style)) for text, style, _ in strip)
        rows.append("".join(_letter(text, look, letters, blanks) * cell_length(text) for text, look in cells))
    meanings: dict[str, list[str]] = {}
    for names, look in looks.items():
        meanings.setdefault(letters[look], []).append(names)
    used = set("".join(rows))
    return rows, [f"{letter} {', '.join(names)}" for letter, names in meanings.items() if letter in used]


def _letter(text: str, look: Look, letters: dict[Look, str], blanks: dict[object, str]) -> str:
    letter = letters.get(look) or (blanks.get(look[1]) if text.isspace() else None)
    assert letter is not None, f"no letter for {text!r}: {look}"
    return letter


@pytest.mark.parametrize(
    ("name", "size"), [("search", (120, 35)), ("metric", (80, 24))], ids=["search", "metric"]
)
def test_each_cell_has_its_style(name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    path = Path(GRIDS) / f"{name}-{size[0]}x{size[1]}.styles.txt"

    async def look(app: Driven) -> None:
        await SCREENS[name](app)
        letters, legend = _letters(app)
        shown = "\n".join([*app.rows, "", *letters, "", *legend]) + "\n"
        if os.environ.get("WRITE_GRIDS"):
            path.write_text(shown, encoding="utf-8")
        assert shown == path.read_text(encoding="utf-8")

    drive(look, size=size)
