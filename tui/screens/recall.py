"""Earlier queries, put into a search box one after the other."""

from __future__ import annotations

from tui.state.store import ReportStore


class Recall:
    """Earlier queries of all reports and the library, the latest first; behind them what was being typed.

    Args:
        store: Keeps them.
    """

    def __init__(self, store: ReportStore) -> None:
        self._store = store
        self._listed: list[str] = []
        self._at = 0

    def add(self, query: str) -> None:
        """Add a query as the latest one."""
        self._store.history.add(query)
        self._listed = []

    def step(self, direction: int, typed: str) -> str:
        """Return the query before (-1) or after (1) the one in the box.

        Args:
            direction: Which of them.
            typed: The text in the box.
        """
        if self._listed[self._at : self._at + 1] != [typed]:
            earlier = self._store.earlier_queries()
            self._listed = [*(query for query in earlier if query != typed), typed]
            self._at = len(self._listed) - 1
        self._at = max(0, min(len(self._listed) - 1, self._at + direction))
        return self._listed[self._at]
