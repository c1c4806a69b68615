"""Three panes side by side, of which the outer two slide in over the middle one where there is no room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.screen import Screen

from tui.widgets.inputs import FilterBox
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background

#: Columns of the screen from which the outer panes stand beside the middle one.
_SIDES_FROM_COLUMNS = 110


class Sides(NamedTuple):
    """Which of three panes is visible or focused.

    Attributes:
        screen: The screen they are on.
        body: The container they are in.
        left: The left pane.
        middle: The middle pane.
        right: The right pane.
    """

    screen: Screen[Any]
    body: Background
    left: LineView
    middle: LineView
    right: LineView

    @property
    def focused(self) -> str:
        """The id of the focused widget; the middle pane's where there is none."""
        focused = self.screen.focused
        return str(focused.id if focused is not None else self.middle.id)

    @property
    def slide(self) -> bool:
        """Whether the outer panes slide in over the middle one."""
        return self.screen.size.width < _SIDES_FROM_COLUMNS

    @property
    def hide_middle(self) -> bool:
        """Whether an outer pane lies over the middle one, or has the whole screen."""
        is_over = any(side.has_class("open") for side in (self.left, self.right))
        return is_over or any(self.body.has_class(name) for name in ("zoom-tree", "zoom-metrics"))

    def focus(self, pane: LineView) -> None:
        """Focus a pane. A hidden one slides in, and a zoomed one gives up the screen."""
        self._unzoom()
        self.open(pane)
        self.screen.set_focus(pane)

    def focus_middle(self) -> None:
        """Focus the middle pane, with nothing over it."""
        self.open(None)
        self.screen.set_focus(self.middle)

    def follow_focus(self) -> None:
        """Slide outer panes out once the middle one or its box has the focus, as after a click."""
        focused = self.screen.focused
        if (
            focused is not None
            and not isinstance(focused, FilterBox)
            and focused not in (self.left, self.right)
        ):
            self.open(None)

    def mark(self) -> Callable[[], None]:
        """Return what shows again the panes that are shown now, and focuses the one that has the focus."""
        focused, zoomed = self.screen.focused, self._zoomed
        opened = next((side for side in (self.left, self.right) if side.has_class("open")), None)

        def show() -> None:
            self._unzoom()
            self.body.add_class(*zoomed)
            self.open(opened)
            self.screen.set_focus(focused)

        return show

    def cycle(self, direction: int) -> None:
        """Focus the next (1) or previous (-1) pane."""
        panes = (self.left, self.middle, self.right)
        focused = self.screen.focused
        here = panes.index(focused) if isinstance(focused, LineView) and focused in panes else 1
        self.focus(panes[(here + direction) % len(panes)])

    def open(self, pane: LineView | None) -> None:
        """Slide in an outer pane where there is no room for it, and slide the other out."""
        for side, widget in (("tree", self.left), ("metrics", self.right)):
            is_open = widget is pane and self.slide
            if widget.has_class("open") and not is_open:
                self.middle.refresh()  # where the pane ended, wide characters were cut
            widget.set_class(is_open, "open")
            # What a pane covers would still cut wide characters where it ends: the style sheet hides it.
            self.body.set_class(is_open, f"{side}-open")

    def fit(self) -> None:
        """Follow another size: panes that have room again do not slide; one with the focus, or whose filter is typed, slides in."""
        focused = self.screen.focused
        if not self.slide:
            self.open(None)
        elif isinstance(focused, FilterBox) and focused.filtered is not None:
            self.open(focused.filtered)
        elif focused in (self.left, self.right) and not self._zoomed:
            self.open(focused)

    def zoom(self) -> None:
        """Give the focused pane the whole screen, or give the others their room back."""
        focused = self.screen.focused
        if isinstance(focused, FilterBox):
            focused = focused.filtered
        side = "tree" if focused is self.left else "metrics" if focused is self.right else "centre"
        if not self._unzoom():
            self.body.add_class(f"zoom-{side}")

    @property
    def _zoomed(self) -> list[str]:
        """The classes that give a pane the whole screen."""
        return [name for name in self.body.classes if name.startswith("zoom-")]

    def _unzoom(self) -> bool:
        """Give all panes their room back; return whether one of them had it all."""
        zoomed = self._zoomed
        self.body.remove_class(*zoomed)
        return bool(zoomed)
