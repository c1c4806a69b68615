"""Name the reports of a library as a person would: ``郑州市/2024``, ``南京市鼓楼区/2024``; ``郑州市/2024#12`` by its number."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.library.divisions import NATION, NATION_NAME, Divisions
from tui.messages import library as messages
from tui.report.errors import DataError, HuijiError, ReadError, UsageError, did_you_mean, most_similar

if TYPE_CHECKING:
    import sqlite3

#: Stands for the year of reports without one.
_NO_YEAR = "0000"
_ADDRESS = re.compile(r"(?P<place>[^#\n]{1,80})/(?P<year>[0-9]{4})(?:#(?P<id>[0-9]{1,12}))?")

_PLACE = re.compile(r"[\u4e00-\u9fff]{2,40}")


class _Row(NamedTuple):
    id: int
    place: str
    today: str
    parent: str
    year: int | None


def is_address(text: str) -> bool:
    """Tell whether a text has the form of an address."""
    return _ADDRESS.fullmatch(text) is not None


def library_with(path: str, named: str | None = None) -> Path | None:
    """Return the library that a path may name a report of; None if it names a file, or is no address, or there is no library.

    Args:
        path: What may be an address.
        named: The library to look into; None for the user's own.
    """
    if not is_address(path) or os.path.lexists(path):
        return None
    from tui.library.location import library_path  # files need no library

    library = library_path(named)
    return library if named is not None or library.exists() else None


def lacks_library(path: str, named: str | None = None) -> bool:
    """Tell whether a path that names no file has the form of an address, while there is no library."""
    from tui.library.location import library_path  # files need no library

    return is_address(path) and not os.path.lexists(path) and not library_path(named).exists()


def newest_of_place(place: str, named: str | None = None) -> str:
    """Return the address of the newest report of a place that is named without a year; empty if a word is something else.

    Args:
        place: What may be the name of a place of the library.
        named: The library to look into; None for the user's own.
    """
    from tui.library.library import Library  # files need no library
    from tui.library.location import library_path

    library = library_path(named)
    if not _PLACE.fullmatch(place) or os.path.lexists(place) or not library.exists():
        return ""
    with Library(library) as opened:
        addresses = opened.addresses()
        return addresses.newest(place)


def address_meant(place: str, named: str | None = None) -> str:
    """Return the address of the newest report of a place, or of the one with the most similar name.

    It is empty if the library has none, or cannot be read.

    Args:
        place: What may be the name of a place.
        named: The library to look into; None for the user's own.
    """
    if not _PLACE.fullmatch(place):
        return ""
    from tui.library.library import Library  # files need no library
    from tui.library.location import library_path

    try:
        with Library(library_path(named)) as library:
            return library.addresses().meant(place)
    except HuijiError:
        return ""


class Addresses:
    """The addresses of the reports of a library.

    Args:
        connection: The library.
        divisions: The administrative divisions.
    """

    def __init__(self, connection: sqlite3.Connection, divisions: Divisions) -> None:
        rows = connection.execute("SELECT id, place, today, parent, plan_year FROM report ORDER BY today, id")
        self._rows = {row[0]: _Row(*row) for row in rows}
        self._divisions = divisions
        of_places = Counter((row.place, row.year, row.today) for row in self._rows.values())
        self._doubled = {key for key, count in of_places.items() if count > 1}
        self._namesakes = Counter((place, year) for place, year, _ in of_places)
        self._places = Counter(place for place, _ in {(row.place, row.today) for row in self._rows.values()})

    def of(self, report: int) -> str:
        """Return the address of a report: as short as it can be without naming another one, too."""
        row = self._rows[report]
        has_namesakes = self._namesakes[row.place, row.year] > 1
        place = self._with_above(row) if has_namesakes else row.place
        is_doubled = row.year is None or (row.place, row.year, row.today) in self._doubled
        has_number = is_doubled or (has_namesakes and place == row.place)
        return f"{place}/{row.year or _NO_YEAR}{f'#{row.id}' if has_number else ''}"

    def newest(self, place: str) -> str:
        """Return the address of the newest report of a place; empty if there is none."""
        reports = [(row.year, row.id) for row in self._of_place(place) if row.year]
        return self.of(max(reports)[1]) if reports else ""

    def meant(self, place: str) -> str:
        """Return the address to offer for what may be a place with a slip: that of the newest report of the most similar name."""
        return self.newest(place) or self.newest(
            most_similar(place, {row.place for row in self._rows.values()})
        )

    def has_place(self, place: str) -> bool:
        """Tell whether there is a report of a place with a year."""
        return any(row.year for row in self._of_place(place))

    def place_of(self, report: int) -> str:
        """Return the place of a report, with the one above it if the library has several places of that name.

        Raises:
            DataError: If the library has none with that number.
        """
        row = self._rows.get(report)
        if row is None:
            raise DataError(messages.no_such_report(report))
        return self._with_above(row) if self._places[row.place] > 1 else row.place

    def doubled(self) -> list[tuple[str, int]]:
        """Return places and years with more than one report."""
        counts = Counter((row.today or row.place, row.year) for row in self._rows.values() if row.year)
        doubled = {
            (row.today, row.year): (self.place_of(row.id), row.year)
            for row in self._rows.values()
            if row.year and counts[row.today or row.place, row.year] > 1
        }
        return sorted(doubled.values())

    def _with_above(self, row: _Row) -> str:
        """Return a place with the one above it, if that is known."""
        if row.parent in ("", NATION):
            return row.place
        return self._divisions.name_of(row.parent, row.year) + row.place

    def find(self, address: str) -> int:
        """Return the id of the report that an address names.

        Raises:
            ReadError: If there is none.
            UsageError: If there are several.
        """
        found = self.find_all(address)
        if len(found) > 1:
            raise UsageError(messages.ambiguous_address(address, [self.of(report) for report in found]))
        return found[0]

    def find_all(self, address: str) -> list[int]:
        """Return the ids of the reports that an address may name, at least one.

        Raises:
            ReadError: If there is none.
        """
        match = _ADDRESS.fullmatch(address)
        if match is None:
            raise ReadError(messages.NO_SUCH_ADDRESS, path=address[:100])
        of_place = list(self._of_place(match["place"]))
        found = [
            row.id
            for row in of_place
            if str(row.year or _NO_YEAR) == match["year"] and match["id"] in (None, str(row.id))
        ]
        if not found:
            years = sorted({row.year for row in of_place if row.year})
            near = (
                "" if of_place else did_you_mean(match["place"], {row.place for row in self._rows.values()})
            )
            raise ReadError(messages.no_such_address(years) + near, path=address[:100])
        return found

    def _of_place(self, place: str) -> Iterator[_Row]:
        """Yield the reports of a place, also those under other names it had; of several places of a name, all."""
        today = {self._divisions.today(code) for code in self._divisions.codes_of(place)}
        if place == NATION_NAME:
            today.add(NATION)
        yield from (row for row in self._rows.values() if row.place == place or row.today in today)
