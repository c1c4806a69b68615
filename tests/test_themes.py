"""The themes: text has enough contrast with its background."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import NAMES, THEMES
from tui.widgets.styles import _STYLES

#: Minimum contrast by WCAG 2 for text, and for secondary or large text.
TEXT, SECONDARY = 4.5, 3.0
FIGURES = ("metric", "actual", "target")
ON = {
    "background": [
        "text-body",
        "heading",
        "topic",
        "metric",
        "actual",
        "target",
        "signal-green",
        "signal-red",
    ],
    "bar": ["text-body", "heading", "actual", "target", "notice"],
    "bar-focused": ["heading", "text-body"],
    "cursor": ["heading", "text-body"],
    "hit-background": ["hit"],
    "note-yellow": ["text-body", "heading", "topic"],
    "note-green": ["text-body", "heading", "topic"],
    "note-purple": ["text-body", "heading", "topic"],
    "metric": ["background"],
    "text-body": ["background"],
}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_has_enough_contrast_with_its_background(theme: Theme) -> None:
    colour = {name: Color.parse(theme.variables[name]) for name in NAMES}
    for background, names in ON.items():
        for name in names:
            ratio = contrast(colour[name], colour[background])
            assert ratio >= TEXT, (name, background, ratio)
    for name, background in (
        ("text-muted", "background"),
        ("text-muted", "bar"),
        ("current-hit", "current-hit-background"),
        *((figure, "cursor") for figure in FIGURES),
        *((figure, f"note-{colour}") for figure in FIGURES for colour in ("yellow", "green", "purple")),
    ):
        assert contrast(colour[name], colour[background]) >= SECONDARY, (name, background)


def test_the_cursor_is_told_from_headings_where_contrast_is_high() -> None:
    variables = next(theme for theme in THEMES if theme.name == "高对比").variables
    cursor, bar = (Color.parse(variables[name]) for name in ("cursor", "bar-focused"))
    assert abs(cursor.hsl.s - bar.hsl.s) > 0.5, "one is grey, the other is not"


def contrast(one: Color, other: Color) -> float:
    """Return the WCAG 2 contrast ratio, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_the_user_must_see_is_seen_with_few_colours_and_none() -> None:
    for name in ("note-yellow", "note-green", "note-purple", "noted"):
        assert "underline" in _STYLES[name][1] and "underline" in _STYLES[name][2]
    for name in ("hit", "current-hit", "selected", "current-metric", "cursor-focused", "title-focused"):
        assert all(_STYLES[name])
