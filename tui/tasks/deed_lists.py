"""Name the lists of deeds for the people (民生实事) that a report announces in its text, and not in a heading."""

from __future__ import annotations

import re

from tui.report.model import Node
from tui.report.outline import Outline

#: How the text before the items of such a list ends: 今年，我们还要办好16件民生实事：.
_ANNOUNCES = re.compile(
    r"(?P<name>(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:件|项|个|大)[^，,。；;：:\n]{0,10}(?:实事|民生工程|惠民工程|民生项目))[^。；;：:\n]{0,12}[：:。]\s*\Z"
)
#: Characters before the items that are looked at.
_LAST_WORDS = 80


def deed_list(outline: Outline, node: Node) -> tuple[Node, str] | None:
    """Return the node whose text announces the list of deeds that holds a node, and its name in the report's words; None if none does."""
    text = outline.report.text
    for step in reversed(outline.lineage(node)[:-1]):
        announced = _ANNOUNCES.search(text[max(step.own_start, step.own_end - _LAST_WORDS) : step.own_end])
        if announced:
            return step, announced["name"]
    return None
