"""A table that is handed in, as data: title, lines above, columns, rows, notes below. Cells are text, as in CSV."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from tui.messages import sheets as messages

Align = Literal["left", "center", "right"]


class Column(NamedTuple):
    """A column.

    Attributes:
        heading: Its heading.
        width: Its width at most, in half-width characters; it is narrower where its cells are.
        align: How its cells are aligned.
        is_number: Whether cells with a number are numbers; others, such as ranges, stay text.
        choices: What its cells can be chosen from; empty if they are not to be filled in.
        is_blank: Whether it is there to be filled in, and keeps its width.
        is_strong: Whether its cells stand out.
        is_printed: Whether it is printed; columns that are not come last.
    """

    heading: str
    width: int
    align: Align = "left"
    is_number: bool = False
    choices: tuple[str, ...] = ()
    is_blank: bool = False
    is_strong: bool = False
    is_printed: bool = True


def number(heading: str, width: int) -> Column:
    """Return a column of numbers."""
    return Column(heading, width, "right", is_number=True)


def centered(heading: str, width: int) -> Column:
    """Return a column of short texts."""
    return Column(heading, width, "center")


def whole(heading: str, width: int) -> Column:
    """Return a column of numbers that name or count: row numbers, years, ranks."""
    return Column(heading, width, "center", is_number=True)


class Sheet(NamedTuple):
    """A table.

    Attributes:
        name: What it is, in a few words: the name of the tab, and the end of the file's name.
        title: Its title.
        columns: Its columns.
        rows: The cells of each row, as text.
        lines: What stands between title and table: where it is from, how many there are of what.
        notes: What stands below the table.
        is_wide: Whether it is printed across the page.
        frozen: How many columns stay when the others are scrolled.
        whose: Begins the name of the file.
        strong: Indexes of rows that stand out.
        groups: Headings of groups of rows, by the index of the first row of each; rows can be folded under them.
        tab: Its name among several sheets; empty for that of the table.
        more: Further sheets of the same file.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    lines: Sequence[str] = ()
    notes: Sequence[str] = ()
    is_wide: bool = True
    frozen: int = 0
    whose: str = ""
    strong: Collection[int] = ()
    groups: Mapping[int, str] = MappingProxyType({})
    tab: str = ""
    more: Sequence[Sheet] = ()

    @property
    def total(self) -> int:
        """How many rows the file has."""
        return sum(len(sheet.rows) for sheet in (self, *self.more))

    @property
    def numbered(self) -> Sheet:
        """The same table with the number of each row in front."""
        rows = [[str(index), *row] for index, row in enumerate(self.rows, 1)]
        columns = [whole(messages.ROW_NUMBER, 7), *self.columns]
        return self._replace(columns=columns, rows=rows, frozen=self.frozen and self.frozen + 1)


def in_two(
    first: Sequence[Sequence[str]],
    second: Sequence[Sequence[str]],
    make: Callable[[Sequence[Sequence[str]], bool, int], Sheet],
) -> Sheet:
    """Return a sheet of some rows followed by one of others; where only the others have rows, that one alone.

    Args:
        first: The cells of the rows of the first sheet.
        second: Those of the second.
        make: Returns a sheet of rows, told whether it is the second, and how many rows the other one has.
    """
    if second and not first:
        return make(second, True, 0)
    more = [make(second, True, len(first))] if second else []
    return make(first, False, len(second))._replace(more=more)
