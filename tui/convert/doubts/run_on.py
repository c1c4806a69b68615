"""Doubt headings of sections that run on into the first sentence below, and were not cut there."""

from __future__ import annotations

from collections.abc import Iterator

from tui.convert.doubts.finished import Finished
from tui.convert.run_on import run_on
from tui.messages import doubts
from tui.report.model import Doubt, Node

#: Characters of the number before a heading, with the marks around it.
_MAX_NUMBER = 12


def run_on_headings(finished: Finished) -> Iterator[Doubt]:
    """Doubt the headings of sections, above text on their line, that seem to hold its first sentence."""
    for node in finished.report.walk():
        if node.level == "section" and node.number and _has_mark(finished.report.text, node):
            end = run_on(node.heading or "")
            if end is not None:
                yield Doubt(doubts.run_on_heading(node.heading or "", end), node.start)


def _has_mark(text: str, node: Node) -> bool:
    """Return whether a mark follows a heading, as one does that is a sentence."""
    heading = node.heading or ""
    start = text.find(heading, node.start, node.start + len(heading) + _MAX_NUMBER)
    return start >= 0 and text[start + len(heading) : start + len(heading) + 1] in ("。", "；", "：")
