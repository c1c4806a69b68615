"""Judge a linked promise: whether it can be compared, what the report says itself, and else arithmetic."""

from __future__ import annotations

from tui.links.contexts import MetricContext
from tui.promises.differences import DIFFERENCES, basis_note
from tui.promises.statements import own_words
from tui.promises.verdicts import Judged, judge


def judge_link(target: MetricContext, actual: MetricContext) -> Judged:
    """Return what an actual tells of a target."""
    judged = judge(target.side.metric, actual.side.metric)
    for rule, _, _ in DIFFERENCES if judged.verdict != "not_comparable" else ():
        if note := rule(target, actual):
            return Judged("not_comparable", note=note)
    judged = own_words(actual, judged)
    return judged if judged.note else judged._replace(note=basis_note(target, actual))
