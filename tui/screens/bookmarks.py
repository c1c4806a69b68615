"""Bookmarks: places a person gave a letter to."""

from __future__ import annotations

from typing import Literal

from tui.report.outline import Outline
from tui.state.store import Anchor, ReportState

_WORDS = 16


class Bookmarks:
    """Asks for a letter and takes the key that follows; keeps the places in the memory."""

    def __init__(self, report_state: ReportState, text: str, key: str) -> None:
        self._report_state = report_state
        self._text = text
        self._key = key
        self._asking: Literal["set", "go"] | None = None

    @property
    def is_asking(self) -> bool:
        """Whether the next key is a letter."""
        return self._asking is not None

    def ask(self, what: Literal["set", "go"]) -> str:
        """Begins to ask; what to say meanwhile."""
        self._asking = what
        if what == "set":
            return "按一个字母或数字，记下此处"
        return f"按一个字母，去该处：{' '.join(sorted(self._report_state.bookmarks)) or '还没有标记'}"

    def answer(self, character: str, here: int) -> tuple[int | None, str]:
        """Takes a key as the letter: the offset to go to, if any, and what to say."""
        asked, self._asking = self._asking, None
        if not (len(character) == 1 and character.isalnum()):
            return None, ""
        if asked == "set":
            self._report_state.bookmarks[character] = Anchor.of(self._text, here)
            return None, f"已记下 {character}，按 {self._key} {character} 回到此处"
        place = self._report_state.bookmarks.get(character)
        if place is None:
            return None, f"没有标记 {character}"
        return place.find_in(self._text), ""

    def rows(self, outline: Outline) -> list[tuple[str, str, int]]:
        """The marks in the order of the text: letter, where it stands and its first words, offset."""
        places = [
            (letter, place.find_in(self._text)) for letter, place in self._report_state.bookmarks.items()
        ]
        return [
            (letter, f"{outline.path(outline.at(at))}  {self._text[at : at + _WORDS].strip()}…", at)
            for letter, at in sorted(places, key=lambda pair: pair[1])
        ]
