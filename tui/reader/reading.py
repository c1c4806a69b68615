"""All that the screen needs of a report, made where the report is read: of a very long one that takes a second."""

from collections import Counter
from typing import NamedTuple

from tui.metrics.beside import Beside, besides
from tui.reader.layout import Block, report_blocks
from tui.report.model import Report
from tui.report.outline import Outline


class Reading(NamedTuple):
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
    besides: list[Beside]
    figure_counts: dict[str, int]
    with_sections: frozenset[str]

    @property
    def report(self) -> Report:
        """The report."""
        return self.outline.report


def make_ready(report: Report) -> Reading:
    """A report made ready to be shown."""
    outline = Outline(report)
    counts: Counter[str] = Counter()
    for node, count in Counter(metric.node for metric in report.metrics).items():
        counts.update({above.id: count for above in outline.lineage(outline.by_id[node])})
    with_sections = frozenset(
        node.id for node in outline.nodes if any(child.level == "section" for child in node.children)
    )
    return Reading(outline, report_blocks(outline), besides(report), counts, with_sections)
