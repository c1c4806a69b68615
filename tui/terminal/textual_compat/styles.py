"""Caches of Textual that outlive widgets and themes."""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.filter import ANSIToTruecolor


def clear_style_caches() -> None:
    """Free what Textual keeps of widgets that were removed and of themes that were left.

    These are ``lru_cache`` on methods: up to 1,024 objects that nobody else holds stay alive as keys, a styles cache with
    all lines its widget has drawn.
    """
    StylesCache.get_inner_outer.cache_clear()
    ANSIToTruecolor.truecolor_style.cache_clear()
