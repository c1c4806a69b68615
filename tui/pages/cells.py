"""What the rows of a brief say, as text: the same in HTML and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.messages import pages as messages
from tui.messages.verdicts import LIKELY_SIGN, VERDICT_NAMES, signed
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import format_value
from tui.pages.brief import Brief, IndicatorRow, TaskGroup
from tui.promises.model import Verdict
from tui.report.model import Report
from tui.wording.model import NewTerm

_YEAR = "年"


class IndicatorCells(NamedTuple):
    """The cells of a main indicator."""

    name: str
    target: str
    actual: str
    promise: str
    verdict: str


def indicator_cells(row: IndicatorRow) -> IndicatorCells:
    """Return the cells of a main indicator; a dash for what is not known."""
    target = format_value(row.target) if row.target else row.target_text or messages.NOT_KNOWN
    actual = format_value(row.actual) if row.actual else messages.NOT_KNOWN
    if row.is_loose and row.actual:
        actual = f"{LIKELY_SIGN} {actual}"
    promise = format_value(row.promise.target) if row.promise else messages.NOT_KNOWN
    return IndicatorCells(row.name, target, actual, promise, _verdict(row))


def _verdict(row: IndicatorRow) -> str:
    promise = row.promise
    if promise is None:
        return messages.NOT_KNOWN
    verdict: Verdict = promise.final_verdict
    if verdict == "not_mentioned" and row.actual is not None:
        verdict = "undecided"  # the report does mention the indicator
    return f"{LIKELY_SIGN} {signed(verdict)}" if promise.is_likely else signed(verdict)


def change_text(row: ComparisonRow) -> tuple[str, str, str]:
    """Return the indicator, both values, and the difference in words."""
    assert row.actual is not None and row.target is not None
    values = f"{format_value(row.actual)}{messages.ARROW}{format_value(row.target)}"
    return row.indicator, values, row.change.text


def term_text(term: NewTerm) -> str:
    """Return a new term with how often the report has it, or those told together."""
    if term.members:
        return messages.with_members(term.text, term.members)
    return messages.times(term.text, term.after)


def compared_text(brief: Brief) -> str:
    """Tell with which reports the terms were compared; empty if there are none to compare with."""
    known = brief.sources.precedents
    if brief.sources.terms is None:
        return ""
    if known is None or not known.own_reports:
        return messages.COMPARED_WITH_BEFORE
    return messages.compared(known.own_reports, known.other_reports)


def counts_text(brief: Brief) -> str:
    """Sum up last year's promises; empty if they are not known."""
    promises, counts = brief.sources.promises, brief.counts
    if promises is None or counts is None:
        return ""
    known = [(VERDICT_NAMES[verdict], count) for verdict, count in counts.items()]
    undecided = sum(not promise.counts for promise in promises) - brief.likely
    return messages.promise_counts(len(promises), known, brief.likely, undecided)


def left_out_text(groups: Sequence[TaskGroup]) -> str:
    """Tell of which chapters and sections no task is listed, and how many they have; empty if there are none."""
    return messages.left_out([(group.label, group.total) for group in groups]) if groups else ""


def titled(report: Report) -> str:
    """Return the name of a report with the year it plans, if that is known and not in its title."""
    name, place, year = report.name, report.place, report.front.plan_year
    if year is None or _YEAR in report.front.title:
        return name
    place = place if name.startswith(place) else ""
    return messages.with_year_of_report(place, year, name[len(place) :])


def facts(report: Report, before: Report | None) -> list[tuple[str, str]]:
    """Return what is known of a report itself: when it was delivered, by whom, where, from which file it was read."""
    front = report.front
    speaker = messages.speaker(front.speaker.role, front.speaker.name) if front.speaker else ""
    told = [
        (messages.DATE, front.spoken_date),
        (messages.SPEAKER, speaker),
        (messages.MEETING, front.meeting),
        (messages.SOURCE, messages.source(titled(report), report.source.file)),
    ]
    if before is not None:
        told.append((messages.BEFORE, messages.dated(before.name, before.front.spoken_date)))
    return [(name, value or messages.UNKNOWN) for name, value in told]
