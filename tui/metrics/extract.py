"""Extract the metrics of a report: each quantity with its name, kind, status and period."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics.measures import measure_of, qualifier_of_status
from tui.metrics.named import NamedQuantity, named_quantities
from tui.metrics.passage import Passage
from tui.metrics.period import Figure, moment_of
from tui.metrics.status import status_of
from tui.metrics.tense import Tense, tense_at, tense_of_clause, tense_of_sentence, tenses_of
from tui.metrics.units import PLACE, RATES
from tui.report.model import ATTRIBUTES, Attribute, Measure, Metric, Node, Report, Status
from tui.report.outline import Outline
from tui.report.sentences import sentence_at

#: Headings of lists of terms with their explanations.
_GLOSSARY = re.compile(
    r"(?:名\s*词|词\s*语|用\s*语|术\s*语|词).{0,6}(?:解\s*释|注\s*释|注\s*解|说\s*明)|^[《(]?政府工作报告[》)]?注\s*释"
)
#: Before a list of numbers of which each is said of another thing.
_EACH = "分别"
_PER_CENT = ("%", "％")
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
    tenses = tenses_of(report.text, report.front)
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
        if metrics and named.continues and _is_alike(passage, named, metrics[-1].metric):
            same = metrics[-1].metric
            metric = read.metric._replace(
                measure=same.measure,
                direction=same.direction,
                status=same.status,
                period=same.period,
                attributes=same.attributes,
            )
            read = ReadMetric(metric, (named.named_by, messages.SAME_AS_BEFORE))
        metrics.append(read)
    return metrics


def _is_alike(passage: Passage, named: NamedQuantity, before: Metric) -> bool:
    """Tell whether what is said of the number before is said of one that continues its list.

    上升41位、25位; 分别提高1627元和1584元.
    """
    unit = named.quantity.unit
    if unit in RATES:
        return True
    if unit != before.unit or before.measure != "growth":
        return False
    start = named.quantity.start
    return unit == PLACE or _EACH in passage.outline.report.text[passage.clauses.start(start) : start]


def _metric(metric_id: str, passage: Passage, named: NamedQuantity) -> ReadMetric:
    report, quantity, before = passage.outline.report, named.quantity, named.before
    node = passage.outline.at(quantity.start)
    end = min(named.sentence[1], quantity.end + _MAX_AFTER_CHARACTERS)
    after = report.text[quantity.end : end]
    clause = passage.clauses.around(quantity.start)
    around, around_reason = _tense_around(passage, node, quantity.start)
    sentence = _sentence_before(passage, named)
    tense, tense_words = _tense_of(passage, named, clause, around, sentence)
    measure, direction = measure_of(quantity, before, after)
    status, reason = status_of(quantity, before, after, tense, sentence)
    explains = status in ("achieved", "target") and not tense_words and _explains_terms(passage, node)
    if explains:
        status, reason = "background", messages.EXPLAINS_A_TERM
    if measure == "completion" and status == "target" and around == "past":
        status, reason = "achieved", messages.COMPLETES_A_PLAN
    moment = moment_of(
        _figure(passage, named, clause, after, measure, tense, (status, reason)), passage.scopes
    )
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
        period="" if explains and not moment.is_stated else moment.period,
        attributes=_ordered((*named.attributes, *moment.attributes)),
        part_of=named.part_of,
        among=named.among,
    )
    reason = reason or (messages.words_of_the_clause(tense_words) if tense_words else around_reason)
    reasons = (named.named_by, reason, *([messages.time_by(moment.words)] if moment.words else []))
    return ReadMetric(metric, reasons)


def _ordered(attributes: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    return tuple(one for one in ATTRIBUTES if one in attributes) if attributes else ()


def _tense_of(
    passage: Passage, named: NamedQuantity, clause: str, around: Tense, before: str
) -> tuple[Tense, str]:
    """Return what a figure speaks of, and the words of its clause or sentence that say so against what is around."""
    tense, words = tense_of_clause(clause, around)
    if words:
        return tense, words
    offset, sentence = named.quantity.start, named.sentence[0]
    times, scope = passage.scopes.in_sentence(offset, sentence), passage.scopes.around(offset, sentence)
    opening = next((time for time in scope.times if passage.scopes.opens_paragraph_of(offset, time)), None)
    return tense_of_sentence(times, opening, before, around, passage.outline.report.front)


def _sentence_before(passage: Passage, named: NamedQuantity) -> str:
    """Return the sentence of a figure up to it, in half-width characters, without what lies far before."""
    offset = named.quantity.start
    first = max(named.sentence[0], offset - _MAX_AFTER_CHARACTERS, passage.half_start)
    return passage.half[first - passage.half_start : offset - passage.half_start]


def _figure(
    passage: Passage,
    named: NamedQuantity,
    clause: str,
    after: str,
    measure: Measure,
    tense: Tense,
    status: tuple[Status, str],
) -> Figure:
    start, behind = named.quantity.start, named.quantity.end - passage.half_start
    clause_start = passage.clauses.start(start)
    whole = clause[: start - clause_start]
    before = whole if named.continues else whole[max(0, len(whole) - len(named.before)) :]
    is_baseline = status[1] == messages.IS_A_BASELINE
    earlier = passage.clauses.before(clause_start, named.sentence[0])
    return Figure(
        start,
        before,
        clause,
        clause_start,
        earlier,
        named.sentence[0],
        passage.half[behind : behind + len(after)],
        measure,
        tense,
        status[0],
        is_baseline,
        named.quantity.value[-1] if named.quantity.unit in _PER_CENT else None,
    )


def _tense_around(passage: Passage, node: Node, offset: int) -> tuple[Tense, str]:
    """Return the tense of what stands around an offset, by the year of its chapter, else by its wording; and why."""
    if node.id not in passage.headed:
        passage.headed[node.id] = _tense_of_headings(passage, node)
    if (headed := passage.headed[node.id]) is not None:
        return headed
    tense = passage.tense_at(offset)
    return tense, messages.AROUND_IS_PAST if tense == "past" else messages.AROUND_IS_PLAN


def _tense_of_headings(passage: Passage, node: Node) -> tuple[Tense, str] | None:
    """Return what the headings above a node say it speaks of, and why; None if they do not say."""
    plan_year = passage.outline.report.front.plan_year
    line = passage.outline.lineage(node)
    chapter = next((above for above in reversed(line) if above.year), None)
    if chapter is not None and chapter.year is not None and plan_year is not None:
        reason = messages.year_of_the_chapter(chapter.heading)
        return ("plan" if chapter.year >= plan_year else "past"), reason
    chapter = next((above for above in line if above.level == "chapter" and above.heading), None)
    if chapter is not None and (headed := passage.scopes.headings.tense_of(chapter)) is not None:
        return headed, messages.year_of_the_chapter(chapter.heading)
    return None


def _explains_terms(passage: Passage, node: Node) -> bool:
    """Return whether a node belongs to a list of terms with their explanations behind the report."""
    return _is_glossary(passage.outline.lineage(node)[0].heading or "")


@lru_cache(maxsize=8)  # the same for all figures of a chapter
def _is_glossary(heading: str) -> bool:
    return _GLOSSARY.search(heading) is not None
