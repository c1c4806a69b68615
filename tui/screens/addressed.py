"""Reports of the library to open: named as on the command line, ``郑州市/2024``, or by words of that, ``zhengzhou 2024``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from tui.library.addresses import library_with
from tui.library.library import Library
from tui.messages import links as messages
from tui.messages.open_dialog import LIBRARY_REPORT
from tui.report.errors import HuijiError, ReadError
from tui.report.numerals import half_width
from tui.screens.dialogs import Candidate
from tui.screens.open_dialog import Opening
from tui.search.places import matching_labels
from tui.state.paths import library_file

#: Reports that are offered for words at most.
_MOST = 50
#: A year, with or without the character for it.
_YEAR = re.compile(r"(\d{4})\u5e74?")


def addressed_reports(text: str, run: Callable[[str | None], object]) -> list[Candidate]:
    """Return the reports an address may name, or a row that says why there are none; nothing if a text is no address.

    Args:
        text: What is typed.
        run: Opens a report by its address.
    """
    address = half_width(text).strip()
    file = library_with(address)
    if file is None:
        return []
    try:
        with Library(file) as library:
            addresses = library.addresses()
            found = [(addresses.of(number), number) for number in addresses.find_all(address)]
    except ReadError as error:
        return [(messages.NOT_FOUND, error.message, None)]
    except HuijiError:  # no library that can be read
        return []
    return [(messages.LINKED_REPORT, name, Opening(run, name, number)) for name, number in found]


def words_of_address(text: str) -> str:
    """Return the words by which the address of a report is found, apart where a year follows a place: 郑州2024年."""
    return _YEAR.sub(r" \1 ", half_width(text))


class LibraryReports:
    """The reports of the library, by words of their addresses; they are read once, when words are typed.

    Args:
        run: Opens a report by its address.
    """

    def __init__(self, run: Callable[[str | None], object]) -> None:
        self._run = run

    def matching(self, text: str) -> list[Candidate]:
        """Return the reports whose addresses have all words; none without words, or a library that can be read."""
        if not text.strip():
            return []
        labels = [address for address, _ in self._addresses]
        found = matching_labels(labels, words_of_address(text))[:_MOST]
        return [(LIBRARY_REPORT, labels[at], Opening(self._run, *self._addresses[at])) for at in found]

    @cached_property
    def _addresses(self) -> list[tuple[str, int]]:
        """The addresses of all reports with their numbers, the newest of a place first."""
        file = library_file()
        try:
            if file is None:
                return []
            with Library(Path(file)) as library:
                addresses = library.addresses()
                listed = sorted(library.reports(), key=lambda one: (one.place, -(one.plan_year or 0)))
                return [(addresses.of(one.id), one.id) for one in listed]
        except HuijiError:
            return []
