"""What a report on the screen offers to be exported: metrics, comparisons, its brief and its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui.messages import exports as export_messages
from tui.messages import screens as messages
from tui.messages.tables import NAMES
from tui.screens.panes import Panes
from tui.screens.report_links import ReportLinks
from tui.session import Session
from tui.widgets.metric_orders import Sort

if TYPE_CHECKING:
    from tui.exports.model import Export, Table
    from tui.metrics.comparison import ComparisonRow
    from tui.report.model import Metric

What = Literal["metrics", "comparisons"]


@dataclass(eq=False, repr=False)
class Exporting:
    """Asks what to export, what the panel shows first. Its modules are loaded when they are needed."""

    _session: Session
    _panes: Panes
    _say: Callable[[str], None]
    _links: ReportLinks
    _library_file: Callable[[], Path | None]
    _key_for: Callable[[str], str]

    def ask(self) -> None:
        """Ask what to export."""
        tab = self._panes.metrics_panel.tab
        if tab in ("promises", "series"):
            self._say(export_messages.elsewhere(self._key_for(tab), NAMES[tab]))
        else:
            self._ask(0)

    def ask_for(self, what: What) -> None:
        """Ask what to export, with all metrics or all comparisons chosen."""
        label = self._label(what)
        at = next((at for at, one in enumerate(self._exports()) if one.label == label), None)
        if at is None:
            self._say(messages.NO_METRIC_HERE)
        else:
            self._ask(at)

    def _ask(self, chosen: int) -> None:
        from tui.screens.export_dialog import ask_export  # not needed for the first screen

        sources = (self._session.path, self._library_file())
        ask_export(self._panes.screen, self._exports(), self._say, sources, chosen)

    @staticmethod
    def _label(what: What) -> str:
        from tui.messages import exports

        names = {"metrics": messages.EXPORTED_METRICS, "comparisons": messages.EXPORTED_COMPARISONS}
        return exports.every(names[what])

    def _other_name(self) -> str:
        """Return the place that the text or the file tells of a report that does not name its own, else the name of the file."""
        from tui.library.divisions import default_divisions
        from tui.library.identity import named_place

        path = Path(self._session.path or self._session.prepared.report.source.file)
        return named_place(self._session.prepared.report, str(path), default_divisions()) or path.stem

    def _exports(self) -> list[Export]:
        """Return what can be exported; what the panel shows comes first."""
        from tui.exports.metrics import comparison_table, metric_table
        from tui.exports.model import named_by, shown_and_all
        from tui.exports.pages import page_exports
        from tui.messages import exports
        from tui.state.own_indicators import personal_indicators

        panel, prepared, session = self._panes.metrics_panel, self._session.prepared, self._session
        report, indicators = prepared.report, personal_indicators()
        whose = exports.whose(report.place or self._other_name(), report.front.plan_year)

        def metrics(chosen: list[Metric]) -> tuple[int, Table]:
            return len(chosen), metric_table(prepared.outline, chosen, indicators)

        def comparisons(chosen: list[ComparisonRow]) -> tuple[int, Table]:
            return len(chosen), comparison_table(prepared.outline, chosen, indicators)

        of_metrics = shown_and_all(
            messages.EXPORTED_METRICS,
            whose,
            metrics(list(panel.shown_metrics)),
            metrics(list(report.metrics)),
        )
        of_comparisons = shown_and_all(
            messages.EXPORTED_COMPARISONS,
            whose,
            comparisons(list(panel.shown_comparisons)),
            comparisons(list(prepared.comparison_rows)),
        )
        rows = [list(panel.shown_comparisons), list(prepared.comparison_rows)]
        of_comparisons = [
            one._replace(pairs=sum(row.actual is not None and row.target is not None for row in some))
            for one, some in zip(of_comparisons, rows[-len(of_comparisons) :], strict=False)
        ]
        if panel.sort == Sort():  # else they have another order
            of_metrics, of_comparisons = _without_repeats(of_metrics), _without_repeats(of_comparisons)
        first, second = of_metrics, of_comparisons
        if panel.tab == "comparison":
            first, second = second, first
        library = self._library_file()
        pages = page_exports(
            report, whose, session.path, session.library_report, library, self._links.address
        )
        return [*named_by(first, panel.shown_name), *second[-1:], *pages]


def _without_repeats(exports: list[Export]) -> list[Export]:
    """Return exports without the rows that are shown where these are all."""
    return exports[1:] if len({export.total for export in exports}) < len(exports) else exports
