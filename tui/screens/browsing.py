"""What all screens of the app are: panes that fill them, laid out for their size before the first painting."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.terminal.textual_compat import BareScreen
from tui.widgets.bars import StatusBar
from tui.widgets.inputs import FilterBox
from tui.widgets.line_widget import drawing_app


class PaneScreen(BareScreen, Screen[None]):
    """A screen of panes; what the app asks of it is in :class:`tui.screens.protocol.BrowsingScreen`.

    Attributes:
        what_key_does: Tells where a key works that does nothing here, by its name; empty for a key that works nowhere.
        say: Shows a notice in the status bar until the next key.
        begin_key: Clears the notice.
        end_key: Shows what has changed, and the keys if there is no notice.
    """

    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (40, "-narrow"),
        (70, "-single"),
        (110, "-normal"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-tall")]

    what_key_does: Callable[[str], str]
    say: Callable[[str], None]
    begin_key: Callable[[], None]
    end_key: Callable[[], None]
    #: The panes that win and lose the focus paint themselves; in the original the whole screen is painted.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the background, all of which the panes cover if there is room for them."""
        return [Strip.blank(crop.width, drawing_app(self).pane_styles["base"])] * crop.height

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Move the focus; a filter box that loses it closes, and what it filters stays filtered."""
        left = self.focused
        super().set_focus(widget, scroll_visible, from_app_focus)
        if isinstance(left, FilterBox) and self.focused is not left:
            left.close()

    def explain_key(self, key: str) -> None:
        """Say where a key works that does nothing here."""
        told = self.what_key_does(key)
        if told:
            self.say(told)

    @on(StatusBar.NoticeClicked)
    def _notice_clicked(self) -> None:
        self.begin_key()
        self.end_key()

    @property
    def takes_text(self) -> bool:
        """Whether typed or pasted Chinese is taken: it starts a search, or filters."""
        return self.app.screen_stack[-1:] == [self] and not isinstance(self.focused, Input)
