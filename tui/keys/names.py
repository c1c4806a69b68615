"""Names of keys: as shown (``Ctrl+F``, ``↓``), and in Textual (``ctrl+f``, ``down``)."""

from __future__ import annotations

import unicodedata

from tui.messages.commands import BACKSPACE, SPACE

_MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
_NAMED = {
    "↑": "up", "↓": "down", "←": "left", "→": "right", SPACE: "space", BACKSPACE: "backspace", "Enter": "enter",
    "Esc": "escape", "Tab": "tab", "PgDn": "pagedown", "PgUp": "pageup", "Home": "home", "End": "end",
    "Del": "delete", "Ins": "insert", **{f"F{number}": f"f{number}" for number in range(1, 25)},
}  # fmt: skip
#: Other names a user may write in ``config.toml``, in lower case.
_ALIASES = {name: shown for shown, name in _NAMED.items()} | {shown.lower(): shown for shown in _NAMED}
#: Punctuation that Textual does not call by its Unicode name.
_MARKS = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip


def read_key(text: str) -> str | None:
    """Return a key as it is shown, from any of its names (``ctrl+f``, ``Ctrl+F``, ``pgdn``, ``/``); None for no key."""
    modifiers, key = _split(text)
    if any(modifier.lower() not in _MODIFIERS for modifier in modifiers):
        return None
    shown = _ALIASES.get(key.lower(), key)
    if shown not in _NAMED:
        if not (len(shown) == 1 and shown.isascii() and shown.isprintable() and shown != " "):
            return None
        shown = shown.upper() if modifiers and shown.isalpha() else shown
    return "+".join([*(_MODIFIERS[modifier.lower()] for modifier in modifiers), shown])


def textual_name(shown: str) -> str:
    """Return Textual's name of a key, from the name that is shown."""
    if shown in _NAMED:
        return _NAMED[shown]
    modifiers, key = _split(shown)
    name = _NAMED.get(key) or _mark_name(key.lower() if modifiers else key)
    return "+".join([*map(str.lower, modifiers), name])


def shown_name(key: str) -> str:
    """Return the key of a printable ASCII character as it is shown, by Textual's name of it; empty for any other key."""
    printable = (chr(code) for code in range(0x21, 0x7F))
    return next((one for one in printable if textual_name(one) == key), "")


def _split(text: str) -> tuple[list[str], str]:
    """Split into modifiers and the key, which may be ``+`` itself."""
    if text == "+" or text.endswith("++"):
        before, key = text[:-2], "+"
    else:
        before, _, key = text.rpartition("+")
    return before.split("+") if before else [], key


def known_names() -> list[str]:
    """Return all names of keys, to suggest the nearest to a misspelt one."""
    return [*_NAMED, *_ALIASES]


def _mark_name(key: str) -> str:
    if key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return _MARKS.get(name, name)
