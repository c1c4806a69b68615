"""Concordances of one report, made without a library."""

from __future__ import annotations

from tests.support.samples import huiji
from tests.support.views import side
from tui.report.model import Report
from tui.view_session import ViewSession
from tui.views.concordance import concordance_of_report
from tui.visits import Source, View


def concordance_session(query: str, report: Report | None = None, state: tuple[str, ...] = ()) -> ViewSession:
    """Return the hits of a query in a report, the built-in one by default, as a screen has them."""
    source = Source("report.txt")
    content = concordance_of_report(query, side(report or huiji(), source))
    return ViewSession(View("concordance", (source,), (query,), state), content)
