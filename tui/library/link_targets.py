"""Find the report that a link is to: a file, one of the library, or the built-in report."""

from __future__ import annotations

import os

from tui.library.addresses import is_address
from tui.library.library import Library
from tui.library.loading import load_report
from tui.library.location import library_path
from tui.messages import library as library_messages
from tui.messages import links as messages
from tui.report.errors import ReadError, UsageError
from tui.report.links import Link, names_report


def report_of_link(link: Link, named: str | None = None) -> str | None:
    """Return what opens the report that a link is to: a path, or an address of the library; None for the built-in report.

    Args:
        link: A link with an address.
        named: The library to look into; None for the user's own.

    Raises:
        ReadError: If there is no such report.
        UsageError: If there are several.
    """
    address = link.address
    if os.path.lexists(address):
        return address
    library = library_path(named)
    is_built_in = names_report(address, load_report(None))
    if named is not None or library.exists():
        try:
            with Library(library) as opened:
                return _of_library(opened, address)
        except ReadError:
            if not is_built_in:
                raise
    if is_built_in:
        return None
    hint = library_messages.OR_NO_LIBRARY if is_address(address) else ""
    raise ReadError(messages.NO_LINKED_REPORT + hint, path=address[:100])


def _of_library(library: Library, address: str) -> str:
    """Return the address of a report of a library that is named by its address, its file or the file's SHA-256."""
    if is_address(address):
        library.find(address)
        return address
    numbers = library.numbers_of_file(address)
    if not numbers:
        raise ReadError(messages.NO_LINKED_REPORT, path=address[:100])
    addresses = [library.addresses().of(number) for number in numbers]
    if len(addresses) > 1:
        raise UsageError(library_messages.ambiguous_address(address[:100], addresses))
    return addresses[0]
