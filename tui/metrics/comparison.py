"""What is shown when results stand beside targets: the pairs, targets that are only words, and targets without a past figure."""

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Literal, NamedTuple

from tui.metrics.lookup import metric_beside
from tui.metrics.units import RATES, base_quantity_power
from tui.report.model import Comparable, Metric, Report

_IN_STEP = "同步"
#: What a clause ends with.
_ENDS = ",，;；。:：\n"
#: A target that is no figure: the name, and the words, in one clause.
_WITH_GROWTH = re.compile(
    r"(?P<name>.{2,24}?)(?P<words>(?:预计)?(?:增长|增速)?(?:和|与)(?:地区)?(?:经济|生产总值|GDP)(?:增长|发展)"
    r"(?:基本|保持)*同步(?:增长)?)"
)
_LEADS = r"^(?:——|全年|全区|全市|全县|全省|预计|力争|确保)+|增长$"
#: Exact enough for the largest number by the smallest.
_EXACT = Context(prec=100)
Sign = Literal["▲", "▼", "＝", "≈", ""]


class Change(NamedTuple):
    """From a result to a target.

    Attributes:
        sign: ▲ more, ▼ less, ＝ the same, ≈ only loosely comparable, empty where there is nothing to compare.
        words: How much, or why that cannot be said.
    """

    sign: Sign
    words: str


class ComparisonRow(NamedTuple):
    """A row of the comparison.

    Attributes:
        indicator: What is measured.
        result: What was done; None where the report gives no figure.
        target: What is promised; None where the report gives none.
        comparable: Whether the two are comparable; None where one is missing.
        note: What differs.
        result_words: What is said of the year reviewed, where it is no figure.
        target_words: What is promised, where it is no figure: 和经济增长基本同步.
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
        """The sign of :attr:`change`, which takes a fifth of the time: a screen has fifty."""
        if self.actual is None or self.target is None:
            return ""
        is_strict = self.actual.measure == self.target.measure and self.comparable != "loose"
        return _sign(_amount(self.actual), _amount(self.target)) if is_strict else "≈"

    @property
    def change(self) -> Change:
        """From the result to the target."""
        if self.actual is None or self.target is None:
            return Change("", "目标只是文字" if self.target_text else "")
        if self.actual.measure != self.target.measure:
            return Change("≈", self.note)
        change = _change(self.actual, self.target)
        if self.comparable == "loose":
            return Change("≈", f"{self.note}；{change.words}" if change.words else self.note)
        return Change(change.sign, f"{change.words}（{self.note}）" if self.note else change.words)


def comparison_rows(report: Report) -> list[ComparisonRow]:
    """The pairs in the order of their targets, targets that are only words, targets that have no past figure."""
    metrics = {metric.id: metric for metric in report.metrics}
    rows = [
        ComparisonRow(
            pair.indicator, metrics[pair.achieved], metrics[pair.target], pair.comparable, pair.note
        )
        for pair in report.comparisons
    ]
    paired = {row.target.id for row in rows if row.target}
    rows += _in_words(report)
    rows += [
        ComparisonRow(metric.indicator, None, metric)
        for metric in report.metrics
        if metric.status == "target" and metric.id not in paired and metric.indicator
    ]
    return rows


def _in_words(report: Report) -> list[ComparisonRow]:
    """Targets such as 居民收入和经济增长同步, beside the figure or the words of the year reviewed."""
    said: dict[str, dict[bool, str]] = {}
    for found in _said_in_words(report.text):
        near = metric_beside(report.metrics, found.start(), -1) or metric_beside(
            report.metrics, found.start(), 1
        )
        is_plan = near is not None and near.status == "target"
        said.setdefault(re.sub(_LEADS, "", found["name"]), {})[is_plan] = found["words"]
    rows = []
    achieved: dict[str, Metric] = {}
    if said:
        for metric in report.metrics:
            if metric.status == "achieved":
                achieved.setdefault(metric.indicator, metric)
    for name, words in said.items():
        if True in words:
            rows.append(
                ComparisonRow(
                    name,
                    achieved.get(name),
                    None,
                    actual_text=words.get(False, ""),
                    target_text=words[True],
                )
            )
    return rows


def _said_in_words(text: str) -> Iterator[re.Match[str]]:
    """The clauses that promise to keep pace; only those with the word are looked at, for the first screen waits."""
    at = text.find(_IN_STEP)
    while at >= 0:
        begin = max(text.rfind(mark, max(0, at - 60), at) for mark in _ENDS) + 1
        found = _WITH_GROWTH.match(text, max(begin, at - 60), at + len("同步增长"))
        if found:
            yield found
        at = text.find(_IN_STEP, at + 1)


def _change(actual: Metric, target: Metric) -> Change:
    before, after = _amount(actual), _amount(target)
    if before is None or after is None:
        return Change("", "一方是一个范围")
    sign = _sign(before, after)
    if before == after:
        return Change(sign, "持平")
    word = "多" if after > before else "少"
    apart = abs(after - before)
    if target.unit in RATES:
        return Change(sign, f"{'高' if after > before else '低'} {_plain(apart)} 个百分点")
    share = (
        f"（{'+' if after > before else '-'}{_plain(_rounded(apart / before * 100, 1))}%）" if before else ""
    )
    return Change(sign, f"{word} {_scaled(apart)}{base_quantity_power(target.unit)[1]}{share}")


def _sign(before: Decimal | None, after: Decimal | None) -> Sign:
    if before is None or after is None:
        return ""
    return "＝" if before == after else "▲" if after > before else "▼"


def _amount(metric: Metric) -> Decimal | None:
    """The number in base units, negative for a fall; None for a range that is more than its ends' quarter wide."""
    low, high = metric.value[0], metric.value[-1]
    if low != high and high - low > abs(high) / 4:
        return None
    number = (low + high) / 2 if low != high else low
    return (-number if metric.direction == "down" else number).scaleb(base_quantity_power(metric.unit)[0])


def _scaled(number: Decimal) -> str:
    for power, name in ((8, "亿"), (4, "万")):
        if number >= 10**power:
            return _plain(number.scaleb(-power)) + name
    return _plain(number)


def _plain(number: Decimal) -> str:
    number = _rounded(number, 4)
    whole = number == number.to_integral_value()
    return format(_rounded(number, 0) if whole else number.normalize(), "f")


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def conversions(metric: Metric) -> Iterator[str]:
    """A figure in 亿, 万 and single units, where these differ from how it is printed."""
    power, unit = base_quantity_power(metric.unit)
    if metric.unit in RATES or len(metric.value) > 1:
        return
    number = metric.value[0].scaleb(power)
    for step, name in ((8, "亿"), (4, "万"), (0, "")):
        if name + unit != metric.unit and (step == 0 or number >= 10**step):
            yield f"{_plain_exact(number.scaleb(-step))}{name}{unit}"


def _plain_exact(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else f"{int(number):,}" if number >= 10000 else text
