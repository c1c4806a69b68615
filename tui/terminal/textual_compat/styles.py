"""Caches of Textual that outlive widgets and themes."""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.filter import ANSIToTruecolor


def clear_style_caches() -> None:
    """Free what Textual caches of removed widgets and former themes.

    These are ``lru_cache`` on methods: up to 1,024 otherwise unused objects stay alive as keys, such as a styles cache with
    all lines its widget has drawn.
    """
    StylesCache.get_inner_outer.cache_clear()
    ANSIToTruecolor.truecolor_style.cache_clear()
