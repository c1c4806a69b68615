"""The order of the rows of a table: by what, and whether the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.messages.panes import FALLING, RISING
from tui.widgets.table_layout import TableRow

#: Before the name of an order that is reversed, in the state of a view.
_REVERSED = "-"


class RowOrder(NamedTuple):
    """An order.

    Attributes:
        name: By what rows are sorted.
        is_reversed: Whether the other way round.
    """

    name: str
    is_reversed: bool = False

    @classmethod
    def read(cls, text: str, known: Iterable[str]) -> RowOrder:
        """Return an order from its text; the first one there is if it is not known."""
        order = cls(text.removeprefix(_REVERSED), text.startswith(_REVERSED))
        names = list(known)
        return order if order.name in names else cls(names[0])

    @property
    def text(self) -> str:
        """The order as text, for the state of a view."""
        return _REVERSED * self.is_reversed + self.name

    @property
    def turned(self) -> RowOrder:
        """The same the other way round."""
        return self._replace(is_reversed=not self.is_reversed)

    def arrow(self, falls: bool) -> str:
        """Return what is shown beside a heading, by whether values fall on the way down as long as it is not reversed."""
        return FALLING if falls != self.is_reversed else RISING


def reversed_rows(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return rows the other way round within their groups, below the headings they are below."""
    placed: list[tuple[TableRow, tuple[tuple[int, str], ...]]] = []
    path: dict[int, str] = {}
    for row in rows:
        for depth, text in row.headings:
            path = {at: above for at, above in path.items() if at < depth} | {depth: text}
        placed.append((row, tuple(path.items())))
    ordered = list(reversed(placed))
    ordered.sort(key=lambda one: one[0].group)
    turned: list[TableRow] = []
    before: tuple[tuple[int, str], ...] = ()
    for row, headings in ordered:
        same = next(
            (at for at, pair in enumerate(zip(before, headings, strict=False)) if pair[0] != pair[1]),
            min(len(before), len(headings)),
        )
        turned.append(row._replace(headings=headings[same:]))
        before = headings
    return turned
