"""Moving about in a report: jumps, back and forward, and the panes that follow the reading position."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.panes import Panes

MAX_JUMPS = 200


class JumpList:
    """Offsets left by jumps, behind and ahead of the present one."""

    def __init__(self) -> None:
        self._behind: list[int] = []
        self._ahead: list[int] = []

    def leave(self, offset: int) -> None:
        """Push the current offset before a jump and clear the forward list."""
        if not self._behind or self._behind[-1] != offset:
            self._behind.append(offset)
            del self._behind[:-MAX_JUMPS]
        self._ahead.clear()

    def back(self, here: int) -> int | None:
        """Return the offset left last, None if there is none; the present one goes to the forward list."""
        while self._behind:
            offset = self._behind.pop()
            if offset != here:
                self._ahead.append(here)
                return offset
        return None

    def forward(self, here: int) -> int | None:
        """Return the offset gone back from last, None if there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()


class Navigation:
    """Jumps, and keeps tree and metrics panel at the reading position."""

    def __init__(self, outline: Outline, panes: Panes, say: Callable[[str], None]) -> None:
        self._outline = outline
        self._panes = panes
        self._say = say
        self._jumps = JumpList()
        #: The offset the other panes show; None if they may show something else.
        self._followed: int | None = None

    @property
    def offset(self) -> int:
        """The offset being read."""
        return self._panes.text_pane.reading_offset

    def follow(self) -> None:
        """Sync tree and metrics panel with the reading position."""
        offset = self.offset
        if offset != self._followed:
            self._followed = offset
            self._panes.outline_tree.follow(offset)
            self._panes.metrics_panel.follow(offset)

    def is_followed(self, offset: int) -> bool:
        """Return whether the other panes show an offset."""
        return offset == self._followed

    def forget_followed(self) -> None:
        """Have the other panes follow again after the next key: one that lost the focus may show something else."""
        self._followed = None

    def leave(self, offset: int | None = None) -> None:
        """Note an offset, by default the present one, to go back to after a jump."""
        self._jumps.leave(self.offset if offset is None else offset)

    def jump(self, offset: int) -> None:
        """Go to an offset; the present one can be gone back to."""
        self.leave()
        self._say("")
        self._panes.text_pane.go_to(offset)

    def read_at(self, offset: int) -> None:
        """Go to an offset and focus the text."""
        self.jump(offset)
        self._panes.focus_text()

    def step_node(self, direction: int, level: str) -> None:
        """Go to the next (1) or previous (-1) section or chapter."""
        levels = ("chapter", "part") if level == "chapter" else ("section", "chapter", "part")
        node = self._outline.step(self.offset, direction, levels)
        while node is not None and node.level == "part" and self._outline.parent(node) is not None:
            node = self._outline.step(node.start, direction, levels)
        if node is None:
            self._say(messages.LAST_SECTION if direction > 0 else messages.FIRST_SECTION)
        else:
            self.jump(node.start)

    def back(self) -> None:
        """Go back to the offset left last."""
        self._travel(self._jumps.back(self.offset), messages.NOTHING_BEHIND)

    def forward(self) -> None:
        """Go forward again."""
        self._travel(self._jumps.forward(self.offset), messages.NOTHING_AHEAD)

    def _travel(self, offset: int | None, nothing: str) -> None:
        self._say(nothing if offset is None else "")
        if offset is not None:
            self._panes.text_pane.go_to(offset)
