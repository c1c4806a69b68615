"""The sentences of a report that are compared: all of its text, line by line, headings and addresses to the deputies included.

A heading is a sentence, for many tell what is new: （一）聚力科技创新，培育新质生产力。 What a line says besides numbers and marks decides
whether it can be like another one; those that say too little, such as 各位代表！ or 一、2023年工作回顾, are matched word for word only.
"""

from __future__ import annotations

from tui.report.model import Report
from tui.report.sentences import sentences_in
from tui.wording.model import Span


def sentences_of(report: Report) -> tuple[Span, ...]:
    """Return the spans of a report's sentences, in order; all that is between them is white space."""
    return tuple(sentences_in(report.text))
