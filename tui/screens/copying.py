"""Selecting a passage and copying it, with or without a citation."""

from __future__ import annotations

from collections.abc import Callable

from tui.keys.table import Keymap
from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.panes import Panes


class Copying:
    """The selection in the text, and its way to the clipboard.

    Args:
        outline: The report.
        panes: Have the text.
        say: Shows a notice.
        link_of: Returns the link to a passage, which is copied below its citation; None to copy no links.
    """

    def __init__(
        self,
        outline: Outline,
        panes: Panes,
        say: Callable[[str], None],
        keymap: Keymap,
        link_of: Callable[[int, int], str] | None = None,
    ) -> None:
        self._key = keymap.first("select")
        self._link_of = link_of
        self._outline = outline
        self._panes = panes
        self._say = say

    @property
    def is_selecting(self) -> bool:
        """Whether a passage is selected."""
        return self._panes.text_pane.selected is not None

    def toggle_selection(self) -> None:
        """Select the sentence being read; drop the selection if there is one."""
        self._panes.focus_text()
        if self.is_selecting:
            self._panes.text_pane.clear_selection()
        else:
            self._panes.text_pane.start_selecting()

    def extend(self, direction: int) -> None:
        """Move the end of the selection by a character; say how to select where nothing is."""
        if self.is_selecting:
            self._panes.text_pane.extend_by_character(direction)
        else:
            self._say(messages.how_to_select(self._key))

    def clear_selection(self) -> None:
        """Drop the selection."""
        self._panes.text_pane.clear_selection()
        self._say("")

    def copy(self, with_citation: bool = False) -> None:
        """Copy the selection, or the sentence being read, and name the clipboards used."""
        from tui.report.citation import citation  # not needed for the first screen
        from tui.report.sentences import sentence_at
        from tui.state.clipboard import copy
        from tui.state.paths import state_folder

        pane, text = self._panes.text_pane, self._outline.report.text
        start, end = pane.selected or sentence_at(text, pane.reading_offset)
        passage = citation(self._outline, start, end) if with_citation else text[start:end]
        if with_citation and self._link_of is not None:
            passage += f"\n{self._link_of(start, end)}"
        ways = copy(passage, self._panes.screen.app.copy_to_clipboard, state_folder())
        self._say(messages.copied(end - start, with_citation, ways))
        pane.clear_selection()
