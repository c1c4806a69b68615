"""The colours: 墨 (ink, dark), 宣 (rice paper, light), 高对比. Widgets name them, never a colour.

Calm ground, three weights of text, colour only where it means something: the hit in gold, the current
hit on vermilion like a seal, figures in jade, results in blue, targets in amber.
"""

from __future__ import annotations

from textual.theme import Theme

#: What a widget may name, as ``$name`` in its style sheet.
NAMES = (
    "ground", "bar", "bar-lit", "text-body", "text-muted", "heading", "topic", "hit", "hit-ground",
    "bright", "seal", "seal-ground", "figure", "result", "target", "up", "down", "track", "thumb",
)  # fmt: skip


def _theme(name: str, dark: bool, *colours: str) -> Theme:
    named = dict(zip(NAMES, colours, strict=True))
    return Theme(
        name=name,
        primary=named["result"],
        foreground=named["text-body"],
        background=named["ground"],
        surface=named["ground"],
        panel=named["bar"],
        warning=named["target"],
        error=named["seal-ground"],
        success=named["figure"],
        accent=named["bright"],
        dark=dark,
        variables={
            **named,
            "input-cursor-background": named["text-body"],
            "input-cursor-foreground": named["ground"],
            "input-selection-background": named["hit-ground"],
        },
    )


THEMES = (
    _theme(
        "墨", True,
        "#16181d", "#20242c", "#2d3440", "#d8d4c8", "#7d8390", "#f0e9d8", "#e9dcc0", "#f2b84b", "#3a3220",
        "#f2b84b", "#fff6ea", "#e0523a", "#8fc7a3", "#8fb4d9", "#e6c27a", "#7fbf7f", "#d98a7a", "#1d2026", "#353b46",
    ),
    _theme(
        "宣", False,
        "#f7f2e6", "#ebe3d0", "#ddd0b3", "#2f2b26", "#8a8172", "#1d1a16", "#5a3b1c", "#8f5400", "#f3dfae",
        "#8f5400", "#fffaf0", "#c23a22", "#1f6f4a", "#27588f", "#8a4b00", "#2e7d32", "#b23c2a", "#f1ead9", "#d8cbaf",
    ),
    _theme(
        "高对比", True,
        "#000000", "#1c1c1c", "#005f87", "#ffffff", "#c6c6c6", "#ffffff", "#ffffff", "#000000", "#ffff00",
        "#ffff00", "#ffffff", "#d70000", "#5fff87", "#87d7ff", "#ffd75f", "#5fff87", "#ff8787", "#1c1c1c", "#6c6c6c",
    ),
)  # fmt: skip
