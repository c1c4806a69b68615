"""The figures of a report: each quantity with its name, kind and status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.metrics import naming
from tui.metrics.clauses import Clauses
from tui.metrics.measures import measure_of
from tui.metrics.quantity import Quantity, quantities_in
from tui.metrics.status import status_of
from tui.metrics.tense import Tense, Tenses
from tui.metrics.units import RATES
from tui.report.grammar import YEAR
from tui.report.model import Metric, Node, Report
from tui.report.numerals import half_width, small_number
from tui.report.outline import Outline
from tui.report.sentences import sentence_at

_YEAR = re.compile(rf"(?<!\d)({YEAR})年")
_YEARS = re.compile(rf"(?<!\d)({YEAR})年?(?:-|—|至|到)({YEAR})年")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_HALF_YEAR = re.compile(r"([上下])半年")
#: Characters behind a figure that are looked at, where its sentence is so long.
_AFTER_MAX = 200
#: Characters before and behind a figure that say how one figure alone is read.
_REACH = 2000
_FIVE_YEARS = re.compile(r"(?:过去|近|这)?([五三])年(?:来|间|累计)")


class _Reading(NamedTuple):
    """A quantity with the words around it.

    Attributes:
        quantity: The number with its unit.
        before: Its clause up to it, behind the quantity before it.
        sentence: Half-open offsets of its sentence.
        name: What it measures.
        named_by: Where the name was found.
        continues: Whether it goes on a list the quantity before it is in.
    """

    quantity: Quantity
    before: str
    sentence: tuple[int, int]
    name: str
    named_by: str
    continues: bool


class ReadMetric(NamedTuple):
    """A figure, and why it was read so, a few words for each decision."""

    metric: Metric
    reasons: tuple[str, ...]


class Source(NamedTuple):
    """What metrics are read from.

    Attributes:
        outline: The report's nodes.
        half: Its text in half-width characters, of the same length.
        clauses: Of this text.
        tenses: Of its paragraphs.
    """

    outline: Outline
    half: str
    clauses: Clauses
    tenses: Tenses

    @classmethod
    def of(cls, outline: Outline) -> Source:
        """Prepare a report."""
        half = half_width(outline.report.text)
        return cls(outline, half, Clauses(half), Tenses(half, outline.report.front))

    @property
    def text(self) -> str:
        """The report's text."""
        return self.outline.report.text


def extract_metrics(report: Report) -> list[Metric]:
    """The figures of a report, in document order; their spans lie in the report's text."""
    return [figure.metric for figure in read_metrics(report)]


def read_metrics(report: Report) -> list[ReadMetric]:
    """As :func:`extract_metrics`, with the reasons."""
    return _read(Source.of(Outline(report)), 0, len(report.text))


def metric_at(source: Source, start: int) -> ReadMetric | None:
    """Read the one figure that starts at an offset, as :func:`read_metrics` does, from its sentence and the one before.

    A sentence is never looked at further than :data:`_REACH` characters away from the figure.

    Args:
        source: The report, kept from one figure to the next.
        start: The figure's first offset.
    """
    sentence, end = sentence_at(source.text, start)
    before, _ = sentence_at(source.text, max(0, sentence - 1))
    figures = _read(source, max(before, start - _REACH), min(end, start + _REACH))
    return next((figure for figure in figures if figure.metric.start == start), None)


def _read(source: Source, start: int, end: int) -> list[ReadMetric]:
    figures: list[ReadMetric] = []
    for reading in _name_respectively(_readings(source, start, end)):
        figure = _figure(f"m{len(figures) + 1:03}", source, reading)
        if figures and reading.continues and reading.quantity.unit in RATES:
            same = figures[-1].metric
            metric = figure.metric._replace(
                measure=same.measure, direction=same.direction, status=same.status
            )
            figure = ReadMetric(metric, (reading.named_by, "同前一个"))
        figures.append(figure)
    return figures


def _readings(source: Source, start: int, end: int) -> list[_Reading]:
    text = source.text
    readings: list[_Reading] = []
    previous_end = 0
    sentence = (0, 0)
    for quantity in _quantities(source.half, start, end):
        if source.outline.at(quantity.start).id == "front":
            continue
        before = text[max(previous_end, source.clauses.start(quantity.start)) : quantity.start]
        if quantity.start >= sentence[1]:
            sentence = sentence_at(text, quantity.start)
        name, named_by = naming.name_of(text, quantity, before)
        if not name and readings and readings[-1].sentence == sentence:
            name, named_by = readings[-1].name, "名同前一个"
        continues = bool(previous_end) and naming.continues(text[previous_end : quantity.start])
        readings.append(_Reading(quantity, before, sentence, name, named_by, continues))
        previous_end = quantity.end
    return readings


def _quantities(half: str, start: int, end: int) -> Iterator[Quantity]:
    """Find the quantities of a half-open span of a text in half-width characters."""
    for quantity in quantities_in(half[start:end]):
        yield quantity._replace(start=quantity.start + start, end=quantity.end + start)


def _name_respectively(readings: list[_Reading]) -> list[_Reading]:
    """Gives each of the figures behind 分别 the name it belongs to.

    Either the names are listed before it (PM10、PM2.5平均浓度分别下降5%、4%), or they are those of as many figures
    before it (就业3540人、转移就业244人,分别占年度任务的126%、152%).
    """
    named = list(readings)
    for index, reading in enumerate(readings):
        if reading.continues:
            continue
        end = index + 1
        while end < len(readings) and _goes_on(readings, end):
            end += 1
        size = end - index
        if size < 2:
            continue
        parts = naming.listed(reading.name, size)
        if "分别" in reading.before and not naming.own_name(reading.before):
            before = named[max(0, index - size) : index]
            before = [one for one in before if one.sentence == reading.sentence]
            parts = [one.name for one in before] if len(before) == size else []
        for place, part in enumerate(parts):
            named[index + place] = readings[index + place]._replace(name=part, named_by="分别对应")
    return named


def _goes_on(readings: list[_Reading], index: int) -> bool:
    reading, first = readings[index], readings[index - 1]
    same = reading.quantity.unit == first.quantity.unit
    return reading.continues and same and reading.sentence == first.sentence


def _figure(metric_id: str, source: Source, reading: _Reading) -> ReadMetric:
    report, quantity, before = source.outline.report, reading.quantity, reading.before
    node = source.outline.at(quantity.start)
    after = report.text[quantity.end : min(reading.sentence[1], quantity.end + _AFTER_MAX)]
    clause = source.clauses.around(quantity.start)
    stretch, said_by = _stretch(source, node, quantity.start)
    tense, words = source.tenses.of_clause(clause, stretch)
    measure, direction = measure_of(quantity, before)
    status, decided = status_of(quantity, before, after, tense)
    if measure == "completion" and status == "target" and stretch == "past":
        status, decided = "achieved", "完成计划之数"
    metric = Metric(
        id=metric_id,
        node=node.id,
        start=quantity.start,
        end=quantity.end,
        quote=report.text[quantity.start : quantity.end],
        indicator=reading.name,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        estimated="预计" in before,
        measure=measure,
        direction=direction,
        status=status,
        period=_period(report, clause, tense),
    )
    return ReadMetric(metric, (reading.named_by, decided or (f"句中“{words}”" if words else said_by)))


def _stretch(source: Source, node: Node, offset: int) -> tuple[Tense, str]:
    """What the stretch around an offset speaks of: by the year of its chapter, else by its wording."""
    plan = source.outline.report.front.plan_year
    chapter = next((step for step in reversed(source.outline.lineage(node)) if step.year), None)
    if chapter is not None and chapter.year is not None and plan is not None:
        return ("plan" if chapter.year >= plan else "past"), f"章名“{chapter.heading}”"
    tense = source.tenses.at(offset)
    return tense, "上下文是回顾" if tense == "past" else "上下文是安排"


def _period(report: Report, clause: str, tense: Tense) -> str:
    """The years, or the part of one, a clause in half-width characters speaks of: ``2023``, ``2019-2023``, ``2023Q1``, ``2023H1``."""
    usual = report.front.plan_year if tense == "plan" else report.front.review_year
    if not any(word in clause for word in ("年", "季度")):
        return str(usual or "")
    if years := _YEARS.search(clause):
        return f"{years[1]}-{years[2]}"
    stated = _YEAR.findall(clause)
    year = stated[-1] if stated else str(usual or "")
    if not stated and year and (several := _FIVE_YEARS.search(clause)):
        return f"{int(year) - (small_number(several[1]) or 1) + 1}-{year}"
    if year and (quarter := _QUARTER.search(clause)):
        return f"{year}Q{small_number(quarter[1])}"
    if year and (half := _HALF_YEAR.search(clause)):
        return f"{year}H{1 if half[1] == '上' else 2}"
    return year
