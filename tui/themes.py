"""The colour themes: 墨 (ink, dark), 宣 (rice paper, light), 高对比 (high contrast). Widgets refer to colours by name only.

Colour has a meaning: hits are gold, the current hit is white on vermilion; of metrics, those achieved are blue, targets
amber, others green.
"""

from __future__ import annotations

from textual.theme import Theme

#: Names of colours, for style sheets as ``$name`` and for :mod:`tui.widgets.styles`.
NAMES = (
    "background", "bar", "bar-focused", "cursor", "text-body", "text-muted", "heading", "topic", "hit", "hit-background", "notice",
    "current-hit", "current-hit-background", "metric", "actual", "target", "signal-green", "signal-red",
    "track", "thumb", "note-yellow", "note-green", "note-purple",
)  # fmt: skip


def _theme(name: str, dark: bool, *colours: str) -> Theme:
    named = dict(zip(NAMES, colours, strict=True))
    return Theme(
        name=name,
        primary=named["actual"],
        foreground=named["text-body"],
        background=named["background"],
        surface=named["background"],
        panel=named["bar"],
        warning=named["target"],
        error=named["current-hit-background"],
        success=named["metric"],
        accent=named["notice"],
        dark=dark,
        variables={
            **named,
            "input-cursor-background": named["text-body"],
            "input-cursor-foreground": named["background"],
            "input-selection-background": named["hit-background"],
        },
    )


THEMES = (
    _theme(
        "墨", True,
        "#16181d", "#20242c", "#2d3440", "#2d3440", "#d8d4c8", "#7d8390", "#f0e9d8", "#e9dcc0", "#f2b84b", "#3a3220",
        "#f2b84b", "#fff6ea", "#e0523a", "#8fc7a3", "#8fb4d9", "#e6c27a", "#7fbf7f", "#d98a7a", "#1d2026", "#353b46",
        "#4a4413", "#1d4630", "#49305f",
    ),
    _theme(
        "宣", False,
        "#f7f2e6", "#ebe3d0", "#ddd0b3", "#ddd0b3", "#2f2b26", "#6e6658", "#1d1a16", "#5a3b1c", "#8f5400", "#f3dfae",
        "#8f5400", "#fffaf0", "#c23a22", "#1f6f4a", "#27588f", "#8a4b00", "#2e7d32", "#b23c2a", "#f1ead9", "#d8cbaf",
        "#f4e77a", "#c4e8c6", "#e5d3f2",
    ),
    _theme(
        "高对比", True,
        "#000000", "#1c1c1c", "#4e4e4e", "#005480", "#ffffff", "#c6c6c6", "#ffffff", "#ffffff", "#000000", "#ffff00",
        "#ffff00", "#ffffff", "#d70000", "#5fff87", "#87d7ff", "#ffd75f", "#5fff87", "#ff8787", "#1c1c1c", "#6c6c6c",
        "#5f5f00", "#005f2f", "#5f2f87",
    ),
)  # fmt: skip
