"""Rows of the comparison: pairs, targets in words, and targets without an actual."""

import re
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from typing import Literal, NamedTuple

from tui.messages import metrics as messages
from tui.metrics.lookup import metric_beside
from tui.metrics.units import RATES, base_quantity_power
from tui.report.model import Comparable, Metric, Report

_IN_STEP = "同步"
#: A target in words, in one clause: what keeps pace, and with what.
_KEEPS_PACE = re.compile(
    r"(?P<name>.{2,24}?)(?P<promise>(?:预计)?(?:增长|增速)?(?:和|与)(?:地区)?(?:经济|生产总值|GDP)(?:增长|发展)"
    r"(?:基本|保持)*同步(?:增长)?)"
)
_MAX_KEEPS_PACE_CHARACTERS = 60
_LEADS = r"^(?:——|全年|全区|全市|全县|全省|预计|力争|确保)+|增长$"
_CLAUSE_MARKS = ",，;；。:：\n"
#: Exact enough for the largest number by the smallest.
_EXACT = Context(prec=100)
Sign = Literal["▲", "▼", "＝", "≈", ""]


class Change(NamedTuple):
    """The change from an actual to a target.

    Attributes:
        sign: ▲ more, ▼ less, ＝ the same, ≈ only loosely comparable, empty where there is nothing to compare.
        text: How much, or why that cannot be said.
    """

    sign: Sign
    text: str


class ComparisonRow(NamedTuple):
    """A row of the comparison.

    Attributes:
        indicator: What is measured.
        actual: What was done; None where the report states no metric.
        target: What is promised; None where the report states no metric.
        comparable: How comparable the two are; None where one is missing.
        note: What differs.
        actual_text: What was done, in words.
        target_text: What is promised, in words: 和经济增长基本同步.
    """

    indicator: str
    actual: Metric | None
    target: Metric | None
    comparable: Comparable | None = None
    note: str = ""
    actual_text: str = ""
    target_text: str = ""

    @property
    def sign(self) -> Sign:
        """The sign of :attr:`change`."""
        return self.change.sign

    @property
    def change(self) -> Change:
        """The change from the actual to the target."""
        if self.actual is None or self.target is None:
            return Change("", messages.TARGET_IN_WORDS if self.target_text else "")
        if self.actual.measure != self.target.measure:
            return Change("≈", self.note)
        change = _change(self.actual, self.target)
        if self.comparable == "loose":
            return Change("≈", messages.note_and_change(self.note, change.text))
        return Change(change.sign, messages.change_and_note(change.text, self.note))


def comparison_rows(report: Report) -> list[ComparisonRow]:
    """Return the pairs in the order of their targets, then targets in words, then targets without an actual."""
    metrics = {metric.id: metric for metric in report.metrics}
    rows = [
        ComparisonRow(
            pair.indicator, metrics[pair.achieved], metrics[pair.target], pair.comparable, pair.note
        )
        for pair in report.comparisons
    ]
    paired = {row.target.id for row in rows if row.target}
    rows += _targets_in_words(report)
    rows += [
        ComparisonRow(metric.indicator, None, metric)
        for metric in report.metrics
        if metric.status == "target" and metric.id not in paired and metric.indicator
    ]
    return rows


def pairs_by_metric(rows: Iterable[ComparisonRow]) -> dict[str, ComparisonRow]:
    """Return the rows with an actual and a target by the ids of both; the first row of each id."""
    pairs: dict[str, ComparisonRow] = {}
    for row in rows:
        if row.actual is not None and row.target is not None:
            pairs.setdefault(row.actual.id, row)
            pairs.setdefault(row.target.id, row)
    return pairs


def _targets_in_words(report: Report) -> Iterator[ComparisonRow]:
    """Yield targets such as 居民收入和经济增长同步, beside what is said of last year."""
    promises: dict[str, dict[bool, str]] = {}
    for match in _keeping_pace(report.text):
        near = metric_beside(report.metrics, match.start(), -1)
        near = near or metric_beside(report.metrics, match.start(), 1)
        is_plan = near is not None and near.status == "target"
        promises.setdefault(re.sub(_LEADS, "", match["name"]), {})[is_plan] = match["promise"]
    if not promises:
        return
    achieved = (metric for metric in reversed(report.metrics) if metric.status == "achieved")
    actuals = {metric.indicator: metric for metric in achieved}  # the first of each name
    for name, said in promises.items():
        if True in said:
            actual_text, target_text = said.get(False, ""), said[True]
            yield ComparisonRow(
                name, actuals.get(name), None, actual_text=actual_text, target_text=target_text
            )


def _keeping_pace(text: str) -> Iterator[re.Match[str]]:
    """Yield the clauses that promise to keep pace; looks at those with the word only, for the first screen waits."""
    at = text.find(_IN_STEP)
    while at >= 0:
        first = max(0, at - _MAX_KEEPS_PACE_CHARACTERS)
        begin = max(text.rfind(mark, first, at) for mark in _CLAUSE_MARKS) + 1
        match = _KEEPS_PACE.match(text, max(begin, first), at + len("同步增长"))
        if match:
            yield match
        at = text.find(_IN_STEP, at + 1)


def _change(actual: Metric, target: Metric) -> Change:
    before, after = _amount(actual), _amount(target)
    if before is None or after is None:
        return Change("", messages.ONE_IS_A_RANGE)
    if before == after:
        return Change("＝", messages.UNCHANGED)
    rises = after > before
    sign: Sign = "▲" if rises else "▼"
    difference = abs(after - before)
    if target.unit in RATES:
        return Change(sign, messages.change_in_points(rises, _short(difference)))
    percent = _short(_rounded(difference / before * 100, 1)) if before else ""
    amount = _scaled(difference) + base_quantity_power(target.unit, target.indicator)[1]
    return Change(sign, messages.change_in_units(rises, amount, percent))


def _amount(metric: Metric) -> Decimal | None:
    """Return the number in base units, negative for a fall; None for a ratio, and a range wider than a quarter of its end."""
    low, high = metric.value[0], metric.value[-1]
    if metric.measure == "ratio" or (low != high and high - low > abs(high) / 4):
        return None
    number = (low + high) / 2 if low != high else low
    return (-number if metric.direction == "down" else number).scaleb(base_quantity_power(metric.unit)[0])


def _scaled(number: Decimal) -> str:
    for power, name in ((8, "亿"), (4, "万")):
        if number >= 10**power:
            return _short(number.scaleb(-power)) + name
    return _short(number)


def _short(number: Decimal) -> str:
    return format(plain_decimal(_rounded(number, 4)), "f")


def plain_decimal(number: Decimal) -> Decimal:
    """Return the number without an exponent and without zeros behind the decimal point."""
    is_whole = number == number.to_integral_value()
    return _rounded(number, 0) if is_whole else number.normalize()


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def conversions(metric: Metric) -> Iterator[str]:
    """Yield a value in 亿, 万 and single units, where these differ from how it is printed."""
    power, unit = base_quantity_power(metric.unit, metric.indicator)
    if metric.unit in RATES or len(metric.value) > 1:
        return
    number = metric.value[0].scaleb(power)
    for step, name in ((8, "亿"), (4, "万"), (0, "")):
        if name + unit != metric.unit and (step == 0 or number >= 10**step):
            yield f"{_exact(number.scaleb(-step))}{name}{unit}"


def _exact(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else f"{int(number):,}" if number >= 10000 else text
