"""Keep the terms that were found while the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.views.alignment import FoundTerms

#: Pairs of reports whose terms are kept.
_MOST_KEPT = 12


class Compared(NamedTuple):
    """What terms are found in.

    Attributes:
        earlier: The text of the earlier report.
        later: The text of the later report.
        library: The file of the library and when it was written last; None without one.
    """

    earlier: str
    later: str
    library: tuple[Path, int, int] | None


class KeptTerms:
    """The terms of the pairs of reports that were compared last, which take seconds to find."""

    def __init__(self) -> None:
        self._found: dict[Compared, FoundTerms] = {}

    def get(self, compared: Compared) -> FoundTerms | None:
        """Return the terms of two reports, if they are kept."""
        return self._found.get(compared)

    def keep(self, compared: Compared, found: FoundTerms) -> None:
        """Keep the terms of two reports, and forget those kept longest if there are too many."""
        self._found[compared] = found
        for oldest in list(self._found)[:-_MOST_KEPT]:
            del self._found[oldest]
