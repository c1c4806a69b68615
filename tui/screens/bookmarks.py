"""Bookmarks: offsets the reader gave a letter to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tui.keys.table import Keymap
from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.navigation import Navigation
from tui.state.records import Anchor, ReportState

_PREVIEW_CHARACTERS = 16


@dataclass(eq=False, repr=False)
class Bookmarks:
    """Asks for a letter, takes the key that follows, and keeps the bookmarks in the state of the report."""

    _outline: Outline
    _navigation: Navigation
    _to_last_jump: Callable[[], object]
    _report_state: ReportState
    _keymap: Keymap
    _say: Callable[[str], None]
    _asking: Literal["set", "go"] | None = None

    @property
    def _text(self) -> str:
        return self._outline.report.text

    def ask_to_set(self) -> None:
        """Ask for the letter of a new bookmark at the reading position."""
        self._asking = "set"
        self._say(messages.BOOKMARK_LETTER)

    def ask_to_go(self) -> None:
        """Ask for the letter of the bookmark to go to."""
        self._asking = "go"
        self._say(messages.go_to_bookmark(sorted(self._report_state.bookmarks)))

    def take_letter(self, character: str) -> bool:
        """Take a key as the letter, if one was asked for; return whether it was."""
        asked, self._asking = self._asking, None
        if asked is None:
            return False
        if asked == "go" and character == messages.LAST_JUMP_MARK:
            self._to_last_jump()
        elif not (len(character) == 1 and character.isalnum()):
            self._say("")
        elif asked == "set":
            self._set(character)
        else:
            self._go(character)
        return True

    def _set(self, letter: str) -> None:
        self._report_state.bookmarks[letter] = Anchor.of(self._text, self._navigation.offset)
        self._say(messages.bookmark_set(letter, self._keymap.first("go_to_mark")))

    def _go(self, letter: str) -> None:
        anchor = self._report_state.bookmarks.get(letter)
        if anchor is None:
            self._say(messages.no_such_bookmark(letter))
        else:
            self._navigation.jump(anchor.find_in(self._text))

    def listed(self) -> list[tuple[str, str, int]]:
        """Return the bookmarks in document order: letter, where it stands with the text there, offset."""
        offsets = [
            (letter, anchor.find_in(self._text)) for letter, anchor in self._report_state.bookmarks.items()
        ]
        return [
            (letter, f"{self._outline.path(self._outline.at(offset))}  {self._preview(offset)}…", offset)
            for letter, offset in sorted(offsets, key=lambda pair: pair[1])
        ]

    def _preview(self, offset: int) -> str:
        return self._text[offset : offset + _PREVIEW_CHARACTERS].strip()
