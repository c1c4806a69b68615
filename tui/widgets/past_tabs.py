"""Tabs of the metrics panel whose rows come from other reports: until these are loaded, and where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.messages import past as messages
from tui.messages.verdicts import SIGNS
from tui.promises.model import Verdict
from tui.promises.verdicts import better_of
from tui.report.model import Metric
from tui.series.model import RankRow, SeriesYear
from tui.widgets.metric_rows import Row
from tui.widgets.metric_tabs import Chosen, PanelTab, Reading

#: The names of the styles of signs; of the first two, of targets where no value is known to be better.
_STYLES: dict[Verdict, str] = {
    "exceeded": "rise",
    "missed": "fall",
    "admitted": "fall-worse",
    "met": "met",
    "met_in_words": "met",
    "blanket": "met",
}
_JUDGED_STYLES: dict[Verdict, str] = {"exceeded": "rise-better", "missed": "fall-worse"}


def sign_of(verdict: Verdict | None, target: Metric | None) -> tuple[str, str]:
    """Return the sign of a verdict on a target, and the name of its style; no sign where there is no verdict."""
    if verdict is None:
        return "", "steady"
    style = _STYLES.get(verdict, "steady")
    if verdict in _JUDGED_STYLES and target is not None and better_of(target) != "none":
        style = _JUDGED_STYLES[verdict]
    return SIGNS[verdict], style


def sign_of_row(row: SeriesYear | RankRow) -> tuple[str, str]:
    """Return the sign of a year or a place, and the name of its style."""
    return sign_of(row.verdict, row.target.metric if row.target is not None else None)


class PastTab(PanelTab):
    """A tab with rows from other reports."""

    def start(self, rows: Iterable[Row]) -> Row | None:
        """Return the row that the tab begins with; None for the first."""
        return None


class NoticeTab(PastTab):
    """Says why there are no rows.

    Args:
        reading: What the panel shows.
        notice: What is said.
    """

    has_filter = False

    def __init__(self, reading: Reading, notice: str) -> None:
        super().__init__(reading)
        self._notice = notice

    def rows(self, chosen: Chosen) -> list[Row]:
        """Return the notice."""
        return [Row("", note=self._notice)]

    def counts(self, count: str) -> Iterator[str]:
        """Yield nothing to count."""
        yield ""


class WaitingTab(NoticeTab):
    """Says that the rows are being looked for."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading, messages.SEARCHING)
