"""The title of the metrics panel: its name, the tabs, and how many rows there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.messages import panes as messages
from tui.typeset.cells import CellWidths, cell_length
from tui.widgets.metric_rows import TABS, Tab

#: Cells of a panel in whose title the long names of the tabs have room.
_LONG_NAMES_CELLS = 48
#: Cells between the last tab and the number of rows at least, and behind that.
_GAP, _MARGIN = 1, 1


class PanelTitle:
    """What the title says in a pane of some width.

    Args:
        tab: The tab that is shown.
        counts: Texts that say how many rows there are, the longest first.
        width: Cells of the pane.
        widths: The widths of characters.

    Attributes:
        pieces: The texts, each with what it is: ``name``, ``tab`` for the one that is shown, or empty.
    """

    def __init__(self, tab: Tab, counts: Sequence[str], width: int, widths: CellWidths) -> None:
        self._widths = widths
        least = min((self._length(messages.METRICS_TITLE + count) for count in counts), default=0)
        tabs, room = self._tabs(tab, width, is_wide=True)
        if width < _LONG_NAMES_CELLS or room < least:
            tabs, room = self._tabs(tab, width, is_wide=False)
        name, count = next(
            (
                (name, count)
                for count in counts
                for name in (messages.METRICS_TITLE, messages.SHORT_METRICS_TITLE)
                if self._length(name + count) <= room
            ),
            (messages.SHORT_METRICS_TITLE, ""),
        )
        rest = room + _GAP - self._length(name + count)
        self.pieces = [(name, "name"), *tabs, (" " * max(0, rest), ""), (count, ""), (" " * _MARGIN, "")]

    def _tabs(self, shown: Tab, width: int, is_wide: bool) -> tuple[list[tuple[str, str]], int]:
        """Return the tabs, and the cells they leave for the name and the number of rows."""
        names = messages.TAB_NAMES if width < _LONG_NAMES_CELLS else messages.LONG_TAB_NAMES
        tabs = [
            (messages.mark_before(shown, tab, is_wide) + names[tab], "tab" if tab == shown else "")
            for tab in TABS
        ]
        tabs.append((messages.mark_before(shown, None, is_wide), ""))
        return tabs, width - self._length("".join(text for text, _ in tabs)) - _GAP - _MARGIN

    @property
    def drawn(self) -> Iterator[tuple[str, str]]:
        """The pieces as they are drawn: the bracket behind the tab that is shown belongs to it."""
        for text, kind in self.pieces:
            bracket = text[:1] if text.startswith(messages.TAB_END) else ""
            yield from [(bracket, "tab")] if bracket else []
            yield text[len(bracket) :], kind

    def _length(self, text: str) -> int:
        return cell_length(text, self._widths)

    def tab_at(self, x: int) -> Tab | None:
        """Return the tab that stands in a column; None if there is none."""
        at = self._length(self.pieces[0][0])
        if x < at:
            return None
        for tab, (text, _) in zip(TABS, self.pieces[1:], strict=False):
            at += self._length(text)
            if x < at:
                return tab
        return None
