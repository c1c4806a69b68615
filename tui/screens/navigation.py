"""Moving about in a report: jumps, back and forward, and the panes that follow the reading position."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.panes import Panes
from tui.screens.protocol import Revisit
from tui.visits import JumpList, Source, Visit


class Navigation:
    """Jumps, and keeps tree and metrics panel at the reading position.

    Args:
        outline: The report.
        source: Where it comes from.
        jumps: What was left by jumps, in this report and in others.
    """

    def __init__(
        self, outline: Outline, panes: Panes, say: Callable[[str], None], source: Source, jumps: JumpList
    ) -> None:
        self._outline = outline
        self._panes = panes
        self._say = say
        self._source = source
        self._jumps = jumps
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
        self._jumps.leave(Visit(self._source, self.offset if offset is None else offset))

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
        """Go back to what was left last; that may be another report."""
        self._travel(self._jumps.back(self.here), messages.NOTHING_BEHIND)

    def forward(self) -> None:
        """Go forward again."""
        self._travel(self._jumps.forward(self.here), messages.NOTHING_AHEAD)

    @property
    def here(self) -> Visit:
        """The reading position."""
        return Visit(self._source, self.offset)

    def _travel(self, visit: Visit | None, nothing: str) -> None:
        self._say(nothing if visit is None else "")
        if visit is None:
            return
        if visit.source == self._source:
            self._panes.text_pane.go_to(visit.offset)
        else:
            self._panes.screen.post_message(Revisit(visit))
