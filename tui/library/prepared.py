"""All that the screen needs of a report, made where the report is read: of a very long one that takes a second."""

from collections import Counter
from typing import NamedTuple

from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.report.model import Report
from tui.report.outline import Outline
from tui.typeset.layout import Block, report_blocks


class PreparedReport(NamedTuple):
    """A report made ready to be shown.

    Attributes:
        outline: Its nodes, by offset and by id.
        blocks: Its paragraphs.
        besides: Results beside targets.
        figure_counts: How many figures each node holds with all below it, by id.
        with_sections: Ids of the nodes that have sections.
    """

    outline: Outline
    blocks: list[Block]
    comparison_rows: list[ComparisonRow]
    metric_counts: dict[str, int]
    with_sections: frozenset[str]

    @property
    def report(self) -> Report:
        """The report."""
        return self.outline.report


def prepare_report(report: Report) -> PreparedReport:
    """A report made ready to be shown."""
    outline = Outline(report)
    counts: Counter[str] = Counter()
    for node, count in Counter(metric.node for metric in report.metrics).items():
        counts.update({above.id: count for above in outline.lineage(outline.by_id[node])})
    with_sections = frozenset(
        node.id for node in outline.nodes if any(child.level == "section" for child in node.children)
    )
    return PreparedReport(outline, report_blocks(outline), comparison_rows(report), counts, with_sections)
