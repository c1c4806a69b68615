"""How keys are called: to a person (``Ctrl+F``, ``↓``, ``空格``), and in Textual (``ctrl+f``, ``down``, ``space``)."""

from __future__ import annotations

import unicodedata

_MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
_NAMED = {
    "↑": "up", "↓": "down", "←": "left", "→": "right", "空格": "space", "退格": "backspace", "Enter": "enter",
    "Esc": "escape", "Tab": "tab", "PgDn": "pagedown", "PgUp": "pageup", "Home": "home", "End": "end",
    "Del": "delete", "Ins": "insert", **{f"F{number}": f"f{number}" for number in range(1, 25)},
}  # fmt: skip
#: Other names people use, in lower case.
_ALIASES = {name: shown for shown, name in _NAMED.items()} | {shown.lower(): shown for shown in _NAMED}
#: Where Textual's name of a mark is not the one Unicode has.
_MARKS = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip


def read_key(words: str) -> str | None:
    """The key as it is shown, from any of its names: ``ctrl+f``, ``Ctrl+F``, ``pgdn``, ``/``; None if it is none."""
    modifiers, key = _split(words)
    if any(modifier.lower() not in _MODIFIERS for modifier in modifiers):
        return None
    shown = _ALIASES.get(key.lower(), key)
    if shown not in _NAMED:
        if not (len(shown) == 1 and shown.isascii() and shown.isprintable() and shown != " "):
            return None
        shown = shown.upper() if modifiers and shown.isalpha() else shown
    return "+".join([*(_MODIFIERS[modifier.lower()] for modifier in modifiers), shown])


def textual_name(shown: str) -> str:
    """What Textual calls a key that is shown so."""
    if shown in _NAMED:
        return _NAMED[shown]
    modifiers, key = _split(shown)
    name = _NAMED.get(key) or _mark_name(key.lower() if modifiers else key)
    return "+".join([*map(str.lower, modifiers), name])


def _split(words: str) -> tuple[list[str], str]:
    """The modifiers of a key, and the key, which may be ``+`` itself."""
    if words == "+" or words.endswith("++"):
        before, key = words[:-2], "+"
    else:
        before, _, key = words.rpartition("+")
    return before.split("+") if before else [], key


def known_names() -> list[str]:
    """Names of keys, to compare a misspelt one with."""
    return [*_NAMED, *_ALIASES]


def _mark_name(key: str) -> str:
    if key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return _MARKS.get(name, name)
