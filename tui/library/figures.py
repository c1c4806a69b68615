"""What a library states of an indicator: through the years of a place, and among places."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library.divisions import Divisions, Level
    from tui.library.series import SeriesReader
    from tui.metrics.indicators import Indicators
    from tui.report.model import Measure
    from tui.series.model import Ranking, Series


class FigureMethods(ABC):
    """The methods of :class:`~tui.library.library.Library` that concern series and rankings, and what they need of the others."""

    path: Path
    _connection: sqlite3.Connection

    @property
    @abstractmethod
    def _divisions(self) -> Divisions:
        """The administrative divisions."""

    def figures(self, indicators: Indicators | None = None) -> SeriesReader:
        """Return what reads series and rankings of all kinds.

        Args:
            indicators: The table of indicators; the program's own by default.
        """
        from tui.library.series import SeriesReader  # showing and searching need none of its rules
        from tui.metrics.indicators import default_indicators

        return SeriesReader(self._connection, self._divisions, indicators or default_indicators(), self.path)

    def series(self, indicator: str, place: str, measure: Measure | None = None) -> Series:
        """Return an indicator of a place through the years.

        Args:
            indicator: Its id, one of its names, or a name in reports.
            place: The name of the place.
            measure: What of the indicator; None for that in which its targets are stated.

        Raises:
            UsageError: If there is no such place, or several, or no report of it states such an indicator.
        """
        return self.figures().series(indicator, place, measure)

    def ranking(self, indicator: str, year: int, level: Level, parent: str = "") -> Ranking:
        """Return an indicator among the places of a level in a year, sorted by what was reached.

        Args:
            indicator: Its id, one of its names, or a name in reports.
            year: The year.
            level: ``province``, ``city`` or ``county``.
            parent: The name of a division they are all in; empty for all.

        Raises:
            UsageError: If there is no such division, or no report states such an indicator.
        """
        return self.figures().ranking(indicator, year, level, parent)
