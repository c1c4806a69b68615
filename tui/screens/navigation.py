"""Moving about in a report: jumps, and the panes that follow the reading position."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.panes import Panes
from tui.visits import JumpList, Position, Source, Visit


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

    def leave(self, offset: int | None = None, position: Position | None = None) -> None:
        """Note an offset with what is visible there, by default the present one, to go back to after a jump."""
        self._jumps.leave(self.here if offset is None else Visit(self._source, offset, position))

    def jump(self, offset: int, is_step: bool = False) -> None:
        """Go to an offset, maybe as a step to what follows; the present one can be gone back to."""
        self._jumps.leave(self.here, is_step)
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
            self.jump(node.start, is_step=True)

    @property
    def here(self) -> Visit:
        """The reading position."""
        return Visit(self._source, self.offset, self._panes.text_pane.position)

    def begin_at(self, visit: Visit) -> None:
        """Begin with what was visible when this report was left, before there are lines."""
        if visit.position is not None:
            self._panes.text_pane.begin_at_position(visit.position)

    def restore(self, visit: Visit) -> bool:
        """Show what was visible when this report was left; return False if it was another one."""
        is_here = visit.source == self._source
        if is_here and visit.position is not None:
            self._panes.text_pane.restore(visit.position)
        elif is_here:
            self._panes.text_pane.go_to(visit.offset)
        return is_here
