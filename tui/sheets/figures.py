"""What tables share: a figure as text, number and unit; the sentence around it; which report it is from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tui.messages import sheets as messages
from tui.messages.metrics import FIELD_NAMES, QUALIFIER_NAMES, RATIO_SIGN
from tui.metrics.amounts import plain_decimal
from tui.metrics.labels import format_value
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.sheets.model import Column, centered, number, whole
from tui.sheets.sections import section_names

_RANGE_SIGN = "～"
#: Magnitudes that are numbers themselves, before 万, 亿 and what is counted.
_POWERS = {"十": 1, "百": 2, "千": 3}
_TENS = "".join(_POWERS)
#: Magnitudes in which a number in Chinese numerals is told, the largest first: 一千二百亿元 is 1200 亿元.
_TOLD_IN = {"万亿": 12, "亿": 8, "万": 4}
#: Whose report a row is from, where there are several; its file or address comes last.
_ORIGIN = (Column(FIELD_NAMES["place"], 16), whole(FIELD_NAMES["year"], 7))


def number_text(metric: Metric) -> str:
    """Return the number of a metric without its unit: ``-3`` for a fall, ``8～10``, ``5∶3∶2``, ``1/3``."""
    sign = -1 if metric.direction == "down" else 1
    power, _ = magnitude(metric)
    values = [plain_decimal(value.scaleb(power)) if power else value for value in metric.value]
    numbers = [format(sign * value if value else value, "f") for value in values]
    if metric.unit.startswith("/"):
        return numbers[0] + metric.unit
    return (RATIO_SIGN if metric.measure == "ratio" else _RANGE_SIGN).join(numbers)


def unit_text(metric: Metric) -> str:
    """Return the unit of a metric; empty for a fraction, whose denominator is part of the number."""
    return "" if metric.unit.startswith("/") else magnitude(metric)[1]


def magnitude(metric: Metric) -> tuple[int, str]:
    """Return the power of ten by which a number is multiplied, and the unit it has then, as the text tells it.

    千亿元 is 1000 亿元; 一万亿元, of which the number is that of 元, is 1 万亿元.
    """
    if metric.quote != metric.unit:
        if metric.unit.startswith(tuple(_TOLD_IN)):
            return 0, metric.unit
        told = metric.quote.removesuffix(metric.unit)
        words = next((word for word in _TOLD_IN if word in told), "")
        return -_TOLD_IN.get(words, 0), words + metric.unit
    rest = metric.unit.lstrip(_TENS)
    return sum(map(_POWERS.__getitem__, metric.unit[: len(metric.unit) - len(rest)])), rest


def qualifier_text(metric: Metric) -> str:
    """Return how exact the number of a metric is; empty for one that is exact."""
    return "" if metric.qualifier == "exact" else QUALIFIER_NAMES[metric.qualifier]


def figure_cells(metric: Metric | None, otherwise: str = "") -> list[str]:
    """Return a figure in words, its number and its unit.

    Args:
        metric: The figure; None if there is none.
        otherwise: What stands in its place.
    """
    if metric is None:
        return [otherwise, "", ""]
    return [one_line(format_value(metric)), number_text(metric), unit_text(metric)]


def figure_columns(name: str, value: str, unit: str) -> list[Column]:
    """Return the columns of a figure."""
    return [centered(name, 16), number(value, 10), centered(unit, 9)]


def source_column(heading: str, width: int = 60) -> Column:
    """Return a column that tells where something is from: to look it up on the screen, not to be printed."""
    return Column(heading, width, is_printed=False)


def source_cells(index: Outline, metric: Metric | None) -> list[str]:
    """Return the path and the sentence of a metric."""
    if metric is None:
        return ["", ""]
    text = index.report.text
    return [
        one_line(index.path(index.by_id[metric.node])),
        one_line(text[slice(*sentence_at(text, metric.start))]),
    ]


def about(report: Report) -> dict[str, Any]:
    """Return what titles say of a report, as JSON values: workers send it."""
    front = report.front
    return {
        "name": report.name,
        "place": report.place,
        "year": front.plan_year,
        "review_year": front.review_year,
        "date": front.spoken_date,
        "speaker": front.speaker.name if front.speaker else "",
        "sections": section_names(Outline(report)),
    }


def whose(reports: Sequence[dict[str, Any]]) -> str:
    """Return whose reports they are, for titles and names of files: 惠济区2024年; empty for those of several places or years."""
    named = {(one["place"], one["year"]) for one in reports}
    place, year = named.pop() if len(named) == 1 else ("", None)
    return one_line(messages.whose(place, year)) if place else ""


def source(reports: Sequence[dict[str, Any]]) -> str:
    """Return the line that says which report a table is from, or how many."""
    if len(reports) != 1:
        return messages.from_several(len(reports))
    one = reports[0]
    return one_line(messages.from_report(one["name"], one["date"], one["speaker"]))


def with_origin_columns(columns: Sequence[Column], is_several: bool) -> list[Column]:
    """Return columns, with those that tell the report where there are several."""
    return [*_ORIGIN, *columns, source_column(FIELD_NAMES["report"], 30)] if is_several else list(columns)


def with_origin_cells(
    report: object, place: object, year: object, rows: Sequence[Sequence[str]]
) -> list[list[str]]:
    """Return rows with the cells of those columns.

    Args:
        report: Its file or address.
        place: Its place; where that is unknown, the report stands for it.
        year: The year it plans.
        rows: The cells of its rows.
    """
    name = one_line(str(report or ""))
    first = [one_line(str(place or "")) or name, str(year or "")]
    return [[*first, *row, name] for row in rows]


def number_notes(cells: Iterable[str]) -> list[str]:
    """Return what is to be said of numbers: that they are without qualifiers, that falls are negative, that ranges are text."""
    cells = list(cells)
    notes = [messages.NUMBERS_ALONE] if any(cells) else []
    if any(cell.startswith("-") for cell in cells):
        notes.append(messages.FALLS_ARE_NEGATIVE)
    if any(sign in cell for cell in cells for sign in (_RANGE_SIGN, RATIO_SIGN, "/")):
        notes.append(messages.RANGES_ARE_TEXT)
    return notes


def column_of(columns: Sequence[Column], rows: Sequence[Sequence[str]], *headings: str) -> list[str]:
    """Return the cells below headings."""
    indexes = [index for index, column in enumerate(columns) if column.heading in headings]
    return [row[index] for row in rows for index in indexes]
