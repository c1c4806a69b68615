"""A row of counts that are filters: all rows, or those of one kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.messages import panes as panes_messages
from tui.messages import tables as messages
from tui.typeset.cells import cell_length
from tui.widgets.line_widget import LineWidget


class Facet(NamedTuple):
    """A kind of rows.

    Attributes:
        id: Its name in the program.
        label: What it is called.
        sign: The same in a cell or two, where there is little room.
        total: How many rows are of it.
    """

    id: str
    label: str
    sign: str
    total: int


class FacetBar(LineWidget):
    """Kinds of rows with their counts; one of them is chosen."""

    class FacetChosen(Message):
        """The user clicked a kind.

        Attributes:
            facet: Its id.
        """

        def __init__(self, facet: str) -> None:
            super().__init__()
            self.facet = facet

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._facets: Sequence[Facet] = ()
        self._chosen = ""

    def show(self, facets: Sequence[Facet], chosen: str) -> None:
        """Show kinds, with one of them chosen."""
        if (facets, chosen) != (self._facets, self._chosen):
            self._facets, self._chosen = facets, chosen
            self.refresh()

    def _texts(self, width: int) -> list[tuple[Facet, str]]:
        """Return the text of each kind: its name if all have room, else its sign, from the first that lets the chosen one be seen.

        Signs stand closer together where all have room only so.
        """
        for is_short in (False, True):
            texts = [
                (
                    facet,
                    panes_messages.tab_name(
                        messages.facet(facet.label, facet.sign, facet.total, is_short),
                        facet.id == self._chosen,
                    ),
                )
                for facet in self._facets
            ]
            if self._length(texts) <= width:
                return texts
        close = [(facet, text.rstrip()) for facet, text in texts]
        if self._length(close) <= width:
            return close
        at = next((at for at, (facet, _) in enumerate(texts) if facet.id == self._chosen), 0)
        while at and self._length(texts[: at + 1]) > width:
            texts, at = texts[1:], at - 1
        return texts

    def _length(self, texts: Sequence[tuple[Facet, str]]) -> int:
        return 1 + sum(cell_length(text, self.widths) for _, text in texts)

    def render_line(self, y: int) -> Strip:
        """Return the row."""
        width, bar = self.size.width, self.part_style("bar")
        pieces = [(" ", bar)]
        for facet, text in self._texts(width):
            is_chosen = facet.id == self._chosen
            style = self.part_style("title-focused") if is_chosen else bar + self.part_style("bar-text")
            pieces.append((text, style))
        return self.strip_of(pieces, width, bar)

    def on_click(self, event: events.Click) -> None:
        """Choose the kind that was clicked."""
        event.stop()
        at = 1
        for facet, text in self._texts(self.size.width):
            end = at + cell_length(text, self.widths)
            if at <= event.x < end:
                self.post_message(self.FacetChosen(facet.id))
            at = end
