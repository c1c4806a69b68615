"""Extract the metrics of a report: each quantity with its name, kind, status and period."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics import naming
from tui.metrics.measures import measure_of
from tui.metrics.period import is_long_term, period_of
from tui.metrics.quantity import Quantity, find_quantities
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
#: Characters before and behind an offset that are taken for its clause at most.
MAX_CLAUSE_CHARACTERS = 80
#: Marks of notes, and the number of an article: ``第四条　绿地率``, ``地区生产总值[2]``.
_NOT_OF_NAMES = re.compile(r"[\[〔［]\d{1,3}[\]〕］]|^第[一二三四五六七八九十百零〇]{1,7}条[ \u3000]+")
_MARK = re.compile(r"[,;。:!?\n]")


class NamedQuantity(NamedTuple):
    """A quantity with its name and the text around it.

    Attributes:
        quantity: The number with its unit.
        before: Its clause up to it, behind the quantity before it.
        sentence: Half-open offsets of its sentence.
        name: What it measures.
        named_by: Where the name was found.
        continues: Whether it continues a list with the quantity before it.
    """

    quantity: Quantity
    before: str
    sentence: tuple[int, int]
    name: str
    named_by: str
    continues: bool


class ReadMetric(NamedTuple):
    """A metric, and why it was read so: where its name was found, and what decided its status."""

    metric: Metric
    reasons: tuple[str, ...]


class Clauses:
    """Look up the clauses of a part of a text by text offset.

    Args:
        half: The part, in half-width characters.
        start: Its offset in the text.
    """

    def __init__(self, half: str, start: int = 0) -> None:
        self._half = half
        self._first = start
        self._marks = [match.start() + start for match in _MARK.finditer(half)]

    def start(self, offset: int) -> int:
        """Return the start of the clause that holds an offset."""
        index = bisect_left(self._marks, offset) - 1
        start = self._marks[index] + 1 if index >= 0 else self._first
        return max(start, offset - MAX_CLAUSE_CHARACTERS)

    def around(self, offset: int) -> str:
        """Return the clause that holds an offset, in half-width characters."""
        index = bisect_left(self._marks, offset)
        end = self._marks[index] if index < len(self._marks) else offset + MAX_CLAUSE_CHARACTERS
        end = min(end, offset + MAX_CLAUSE_CHARACTERS)
        return self._half[self.start(offset) - self._first : end - self._first]


class _Source:
    """The part of a report that metrics are read from.

    Attributes:
        outline: The report's nodes.
        start: Half-open offsets of the part.
        end: One past its last character.
        half: The part in half-width characters, of the same length, with a clause more at each end.
        half_start: Offset of ``half`` in the text.
        clauses: Its clauses.
        tense_at: Tells the tense of the paragraph at an offset.
    """

    def __init__(self, outline: Outline, start: int, end: int, tense_at: Callable[[int], Tense]) -> None:
        text = outline.report.text
        self.outline, self.start, self.end = outline, start, end
        self.half_start = max(0, start - MAX_CLAUSE_CHARACTERS)
        self.half = half_width(text[self.half_start : end + MAX_CLAUSE_CHARACTERS])
        self.clauses = Clauses(self.half, self.half_start)
        self.tense_at = tense_at


def extract_metrics(report: Report) -> list[Metric]:
    """Return the metrics of a report, in document order; their spans lie in the report's text."""
    return [metric for metric, _ in read_metrics(report)]


def read_metrics(report: Report) -> list[ReadMetric]:
    """Return the metrics of a report with the reasons."""
    tenses = Tenses(half_width(report.text), report.front)
    return _read(_Source(Outline(report), 0, len(report.text), tenses.at))


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
    source = _Source(outline, first, last, tense)
    return next((read for read in _read(source) if read.metric.start == start), None)


def _read(source: _Source) -> list[ReadMetric]:
    metrics: list[ReadMetric] = []
    for named in _name_respectively(_named_quantities(source)):
        read = _metric(f"m{len(metrics) + 1:03}", source, named)
        if metrics and named.continues and named.quantity.unit in RATES:
            same = metrics[-1].metric
            metric = read.metric._replace(measure=same.measure, direction=same.direction, status=same.status)
            read = ReadMetric(metric, (named.named_by, messages.SAME_AS_BEFORE))
        metrics.append(read)
    return metrics


def _named_quantities(source: _Source) -> list[NamedQuantity]:
    text = source.outline.report.text
    result: list[NamedQuantity] = []
    previous_end = 0
    sentence = (0, 0)
    shift = source.half_start
    for found in find_quantities(source.half[source.start - shift : source.end - shift]):
        quantity = found._replace(start=found.start + source.start, end=found.end + source.start)
        if source.outline.at(quantity.start).id == "front":
            continue
        before = text[max(previous_end, source.clauses.start(quantity.start)) : quantity.start]
        if quantity.start >= sentence[1]:
            sentence = sentence_at(text, quantity.start)
        name, named_by = naming.name_of(text, quantity, before)
        name = _NOT_OF_NAMES.sub("", name).strip()
        if not name and result and result[-1].sentence == sentence:
            name, named_by = result[-1].name, messages.NAME_OF_THE_ONE_BEFORE
        continues = bool(previous_end) and naming.continues(text[previous_end : quantity.start])
        result.append(NamedQuantity(quantity, before, sentence, name, named_by, continues))
        previous_end = quantity.end
    return result


def _name_respectively(quantities: list[NamedQuantity]) -> list[NamedQuantity]:
    """Give each quantity behind 分别 the name it belongs to.

    Either the names are listed before it (PM10、PM2.5平均浓度分别下降5%、4%), or they are those of as many quantities
    before it (就业3540人、转移就业244人,分别占年度任务的126%、152%).
    """
    named = list(quantities)
    for index, first in enumerate(quantities):
        if first.continues:
            continue
        end = index + 1
        while end < len(quantities) and _goes_on(quantities[end], quantities[end - 1]):
            end += 1
        size = end - index
        if size < 2:
            continue
        names = naming.listed(first.name, size)
        if "分别" in first.before and not naming.own_name(first.before):
            before = [one for one in named[max(0, index - size) : index] if one.sentence == first.sentence]
            names = [one.name for one in before] if len(before) == size else []
        for at, name in enumerate(names, start=index):
            named[at] = quantities[at]._replace(name=name, named_by=messages.NAMED_RESPECTIVELY)
    return named


def _goes_on(this: NamedQuantity, before: NamedQuantity) -> bool:
    same_unit = this.quantity.unit == before.quantity.unit
    return this.continues and same_unit and this.sentence == before.sentence


def _metric(metric_id: str, source: _Source, named: NamedQuantity) -> ReadMetric:
    report, quantity, before = source.outline.report, named.quantity, named.before
    node = source.outline.at(quantity.start)
    after = report.text[quantity.end : min(named.sentence[1], quantity.end + _MAX_AFTER_CHARACTERS)]
    clause = source.clauses.around(quantity.start)
    around, around_reason = _tense_around(source, node, quantity.start)
    tense, tense_words = tense_of_clause(clause, around, _first_planned(report.front))
    measure, direction = measure_of(quantity, before)
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
        qualifier=quantity.qualifier,
        estimated="预计" in before,
        measure=measure,
        direction=direction,
        status=status,
        period=period_of(clause, _usual_year(report.front, tense, clause)),
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


def _tense_around(source: _Source, node: Node, offset: int) -> tuple[Tense, str]:
    """Return the tense of what stands around an offset, by the year of its chapter, else by its wording; and why."""
    plan_year = source.outline.report.front.plan_year
    chapter = next((above for above in reversed(source.outline.lineage(node)) if above.year), None)
    if chapter is not None and chapter.year is not None and plan_year is not None:
        reason = messages.year_of_the_chapter(chapter.heading)
        return ("plan" if chapter.year >= plan_year else "past"), reason
    tense = source.tense_at(offset)
    return tense, messages.AROUND_IS_PAST if tense == "past" else messages.AROUND_IS_PLAN
