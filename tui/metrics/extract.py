"""Extract the metrics of a report: each quantity with its name, kind, status and period."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics.measures import measure_of, qualifier_of_status
from tui.metrics.named import NamedQuantity, named_quantities
from tui.metrics.passage import Passage
from tui.metrics.period import is_long_term, period_of
from tui.metrics.status import status_of
from tui.metrics.tense import Tense, Tenses, tense_at, tense_of_clause
from tui.metrics.units import RATES
from tui.report.model import FrontMatter, Metric, Node, Report
from tui.report.numerals import half_width
from tui.report.outline import Outline
from tui.report.sentences import sentence_at

#: Characters behind a quantity that are looked at, if its sentence is longer.
_MAX_AFTER_CHARACTERS = 200
#: Characters before and behind a single metric from which it is read.
_REACH_CHARACTERS = 2000


class ReadMetric(NamedTuple):
    """A metric, and why it was read so: where its name was found, and what decided its status."""

    metric: Metric
    reasons: tuple[str, ...]


def extract_metrics(report: Report) -> list[Metric]:
    """Return the metrics of a report, in document order; their spans lie in the report's text."""
    return [metric for metric, _ in read_metrics(report)]


def read_metrics(report: Report) -> list[ReadMetric]:
    """Return the metrics of a report with the reasons."""
    tenses = Tenses(half_width(report.text), report.front)
    return _read(Passage(Outline(report), 0, len(report.text), tenses.at))


def read_metric(outline: Outline, start: int) -> ReadMetric | None:
    """Read the metric that starts at an offset as :func:`read_metrics` does, from its sentence and the one before.

    Args:
        outline: The report.
        start: The metric's first offset.

    Returns:
        The metric, with ``m001`` and on in its sentences for an id; None where the rules find none.
    """
    text = outline.report.text
    sentence, end = sentence_at(text, start)
    before, _ = sentence_at(text, max(0, sentence - 1))
    tense = partial(tense_at, text, outline.report.front)
    first, last = max(before, start - _REACH_CHARACTERS), min(end, start + _REACH_CHARACTERS)
    passage = Passage(outline, first, last, tense)
    return next((read for read in _read(passage) if read.metric.start == start), None)


def _read(passage: Passage) -> list[ReadMetric]:
    metrics: list[ReadMetric] = []
    for named in named_quantities(passage):
        read = _metric(f"m{len(metrics) + 1:03}", passage, named)
        if metrics and named.continues and named.quantity.unit in RATES:
            same = metrics[-1].metric
            metric = read.metric._replace(measure=same.measure, direction=same.direction, status=same.status)
            read = ReadMetric(metric, (named.named_by, messages.SAME_AS_BEFORE))
        metrics.append(read)
    return metrics


def _metric(metric_id: str, passage: Passage, named: NamedQuantity) -> ReadMetric:
    report, quantity, before = passage.outline.report, named.quantity, named.before
    node = passage.outline.at(quantity.start)
    after = report.text[quantity.end : min(named.sentence[1], quantity.end + _MAX_AFTER_CHARACTERS)]
    clause = passage.clauses.around(quantity.start)
    around, around_reason = _tense_around(passage, node, quantity.start)
    tense, tense_words = tense_of_clause(clause, around, _first_planned(report.front))
    measure, direction = measure_of(quantity, before, after)
    status, reason = status_of(quantity, before, after, tense)
    if measure == "completion" and status == "target" and around == "past":
        status, reason = "achieved", messages.COMPLETES_A_PLAN
    metric = Metric(
        id=metric_id,
        node=node.id,
        start=quantity.start,
        end=quantity.end,
        quote=report.text[quantity.start : quantity.end],
        indicator=named.name,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=qualifier_of_status(quantity, before, after, status),
        estimated=named.estimated,
        measure=measure,
        direction=direction,
        status=status,
        period=period_of(clause, _usual_year(report.front, tense, clause)),
        attributes=named.attributes,
        part_of=named.part_of,
        among=named.among,
    )
    reason = reason or (messages.words_of_the_clause(tense_words) if tense_words else around_reason)
    return ReadMetric(metric, (named.named_by, reason))


def _usual_year(front: FrontMatter, tense: Tense, clause: str) -> int | None:
    """Return the year of a clause that states none; None for a target of several years."""
    if tense == "past":
        return front.review_year
    return None if is_long_term(clause, front.plan_year) else front.plan_year


def _first_planned(front: FrontMatter) -> int | None:
    """Return the year a report plans; for a plan of several years, that in which it was passed."""
    return front.plan_year or (int(front.date[:4]) if front.date else None)


def _tense_around(passage: Passage, node: Node, offset: int) -> tuple[Tense, str]:
    """Return the tense of what stands around an offset, by the year of its chapter, else by its wording; and why."""
    plan_year = passage.outline.report.front.plan_year
    chapter = next((above for above in reversed(passage.outline.lineage(node)) if above.year), None)
    if chapter is not None and chapter.year is not None and plan_year is not None:
        reason = messages.year_of_the_chapter(chapter.heading)
        return ("plan" if chapter.year >= plan_year else "past"), reason
    tense = passage.tense_at(offset)
    return tense, messages.AROUND_IS_PAST if tense == "past" else messages.AROUND_IS_PLAN
