"""Textual's tables of keys and mouse reports."""

from __future__ import annotations

from textual import events
from textual._xterm_parser import FOCUSIN, FOCUSOUT, IS_ITERM, XTermParser

__all__ = ["FOCUSIN", "FOCUSOUT", "IS_ITERM", "KeyTables"]


class KeyTables(XTermParser):
    """Textual's parser, used for single sequences."""

    def key_events(self, sequence: str, alt: bool) -> list[events.Key]:
        """Return the keys of a character or an escape sequence."""
        return list(self._sequence_to_key_events(sequence, alt))
