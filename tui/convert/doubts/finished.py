"""What is checked for doubts: a report whose outline is complete, and the name of its file."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.convert.front.file_name import FileName
from tui.report.model import Node, Report

_WORK_REPORT = re.compile("工作(?:报告|報告)")
_DEPUTIES = re.compile("各位代表")


class Finished(NamedTuple):
    """What is checked.

    Attributes:
        report: The report, its outline complete.
        file_name: What its file is named after.
    """

    report: Report
    file_name: FileName

    @property
    def is_work_report(self) -> bool:
        """Whether it is a work report, not another document."""
        return bool(_WORK_REPORT.search(self.report.front.title) or _DEPUTIES.search(self.report.text))

    @property
    def chapters(self) -> list[Node]:
        """The chapters, in document order."""
        return [node for node in self.report.outline if node.level == "chapter"]

    def parts(self, name: str) -> list[Node]:
        """Return the parts with a name, such as ``closing``."""
        return [node for node in self.report.outline if node.id.rstrip("0123456789") == name]

    def text(self, node: Node) -> str:
        """Return the text of a node with all its children."""
        return self.report.text[node.own_start : node.end]
