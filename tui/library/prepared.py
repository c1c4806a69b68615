"""Prepare what the screen needs of a report, in the thread that reads it."""

from collections import Counter
from typing import NamedTuple

from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.report.model import Report
from tui.report.outline import Outline
from tui.typeset.layout import Block, report_blocks


class PreparedReport(NamedTuple):
    """A report with everything the screen shows of it.

    Attributes:
        outline: Its nodes, by offset and by id.
        blocks: Its paragraphs.
        comparison_rows: Actuals beside targets.
        metric_counts: How many metrics each node and its descendants hold, by id.
        with_sections: Ids of the nodes that have sections.
    """

    outline: Outline
    blocks: list[Block]
    comparison_rows: list[ComparisonRow]
    metric_counts: dict[str, int]
    with_sections: frozenset[str]

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.outline.report


def prepare_report(report: Report) -> PreparedReport:
    """Prepare a report for the screen."""
    outline = Outline(report)
    counts: Counter[str] = Counter()
    for node, count in Counter(metric.node for metric in report.metrics).items():
        counts.update({above.id: count for above in outline.lineage(outline.by_id[node])})
    with_sections = frozenset(
        node.id for node in outline.nodes if any(child.level == "section" for child in node.children)
    )
    return PreparedReport(outline, report_blocks(outline), comparison_rows(report), counts, with_sections)
