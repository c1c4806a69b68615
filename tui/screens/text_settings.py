"""How the text is shown: the length of its lines, and punctuation in full width or as published."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import screens as messages
from tui.state.records import Settings
from tui.widgets.metric_list import MetricList
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.text_pane import TextPane
from tui.widgets.text_view import MEASURE, MEASURE_MAX, MEASURE_MIN


class TextSettings:
    """Sets how the text is shown, from and to the settings, and by keys."""

    def __init__(
        self, text: TextPane, tree: OutlineTree, panel: MetricList, say: Callable[[str], None]
    ) -> None:
        self._text, self._tree, self._panel = text, tree, panel
        self._say = say

    def apply(self, settings: Settings) -> None:
        """Show the text as the settings say."""
        self._text.set_measure(settings.measure)
        self._show_full_width(settings.full_marks)

    def store(self, settings: Settings) -> None:
        """Note in the settings how the text is shown."""
        settings.measure = 0 if self._text.measure == MEASURE else self._text.measure
        settings.full_marks = self._text.has_full_width

    def change_measure(self, cells: int) -> None:
        """Make the lines longer or shorter than they are shown; 0 gives them the default length. Say why if that cannot be."""
        text, shown = self._text, self._text.text_width
        if cells > 0 and shown >= MEASURE_MAX:
            self._say(messages.widest(shown))
        elif cells < 0 and shown <= MEASURE_MIN:
            self._say(messages.narrowest(shown))
        elif cells > 0 and shown == text.widest:
            self._say(messages.no_room_for_wider(shown))
        else:
            text.set_measure(shown + cells if cells else 0)
            self._say(messages.line_width(text.text_width))

    def toggle_full_width(self) -> None:
        """Show punctuation in full width, or as published."""
        self._show_full_width(not self._text.has_full_width)
        self._say(messages.FULL_WIDTH if self._text.has_full_width else messages.AS_PUBLISHED)

    def _show_full_width(self, full: bool) -> None:
        self._text.show_full_width(full)
        self._tree.show_full_width(full)
        self._panel.show_full_width(full)
