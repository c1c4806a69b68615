"""Reports of the library to open, named as on the command line: ``郑州市/2024``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui.library.addresses import library_with
from tui.library.library import Library
from tui.messages import links as messages
from tui.report.errors import HuijiError, ReadError
from tui.report.numerals import half_width
from tui.screens.dialogs import Candidate
from tui.screens.open_dialog import Opening


def addressed_reports(
    text: str, run: Callable[[str | None], object], say: Callable[[str], object]
) -> list[Candidate]:
    """Return the reports an address may name, or why there are none; nothing if a text is no address.

    Args:
        text: What is typed.
        run: Opens a report by its address.
        say: Says why there are none.
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
        return [(messages.NOT_FOUND, error.message, partial(say, error.message))]
    except HuijiError:  # no library that can be read
        return []
    return [(messages.LINKED_REPORT, name, Opening(run, name, number)) for name, number in found]
