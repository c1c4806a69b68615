"""Bring quantities together with the numbers beside them: ranges with two units, lists with one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tui.metrics.forms.base import HAN, SPACE, Quantity, exponent_of
from tui.metrics.forms.digits import NOT_BEHIND, NUMBER
from tui.metrics.units import COUNTED, MAGNITUDES, RATES, base_quantity_power
from tui.report.numerals import MAX_DIGITS

_DASH = re.compile(rf"{SPACE}?(?:-|—{{1,2}}|~|〜){SPACE}?")
_TO = re.compile(rf"{SPACE}?[至到]{SPACE}?")
_MAX_GAP_CHARACTERS = 4
#: 由10亿元到20亿元 is a change, and 提高50元至550元 says by how much and to what.
_CHANGES = re.compile(r"(?:[由从]|不足)[^,，。;；\n]{0,16}\Z")
_CHANGES_BY = re.compile(r"(?:提高|增加|上调|降低|减少|下调|提升|增长|扩大|压缩)\Z")
_MAX_BEFORE_CHARACTERS = 18
#: 10.2、4.7和: bare numbers before a quantity, whose unit they share.
_BARE_NUMBERS = re.compile(rf"{NOT_BEHIND}(?:{NUMBER}{SPACE}?[、和及与]{SPACE}?)+\Z")
#: What may stand before them; at the start of a sentence the first of them numbers it.
_BEFORE_A_LIST = re.compile(f"{HAN}|[,，%]")
_NUMBER = re.compile(NUMBER)
_MARKS = frozenset("、和及与")
_MAX_LIST_CHARACTERS = 60
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_COUNTED = 20
#: The start of other units: 10个、5个工作日.
_PIECE = "个"
_MYRIAD = "万"
#: A list of bare magnitudes: 300亿、200亿和50亿元.
_BARE_MAGNITUDES = frozenset(MAGNITUDES) - {""}


def join_ranges(half: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities; two of one kind with a dash or 到 between them are one range."""
    low: Quantity | None = None
    for high in quantities:
        joined = low and _joined(half, low, high)
        if low and not joined:
            yield low
        low = joined or high
    if low:
        yield low


def _joined(half: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Return the range from one quantity to the next; None where they are two."""
    if high.start - low.end > _MAX_GAP_CHARACTERS or len(low.value) + len(high.value) != 2:
        return None
    gap = half[low.end : high.start]
    if not _DASH.fullmatch(gap) and not (_TO.fullmatch(gap) and _may_reach(half, low, high)):
        return None
    (low_power, low_base), (high_power, high_base) = (
        base_quantity_power(low.unit),
        base_quantity_power(high.unit),
    )
    is_bare = low.unit in _BARE_MAGNITUDES or not low_base
    if low.rule != high.rule or low.rule == "rank" or not (low_base == high_base or is_bare):
        return None
    first = Decimal(format(low.value[0].scaleb(low_power - high_power), "f"))
    is_too_fine = -exponent_of(first) > MAX_DIGITS
    if first >= high.value[0] or not high_base or is_too_fine:
        return None
    return high._replace(start=low.start, value=(first, high.value[0]))


def _may_reach(half: str, low: Quantity, high: Quantity) -> bool:
    first = max(0, low.start - _MAX_BEFORE_CHARACTERS)
    changes_by = high.unit not in RATES and _CHANGES_BY.search(half, first, low.start)
    return not changes_by and not _CHANGES.search(half, first, low.start)


def share_units(half: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities with the bare numbers before them, which take the unit of the next."""
    shared: list[Quantity] = []
    for quantity in reversed(quantities):
        if shared and half[quantity.end : shared[-1].start] in _MARKS:
            quantity = quantity._replace(unit=_completed(quantity.unit, shared[-1].unit))
        shared.append(quantity)
        shared.extend(_bare_numbers(half, quantity))
    return shared[::-1]


def _completed(unit: str, next_unit: str) -> str:
    """Return a unit in full, of which a list only states the start: 300亿、50亿元, 10个、5个工作日."""
    if unit in _BARE_MAGNITUDES:
        _, base = base_quantity_power(next_unit)
        is_other = base in RATES or (base in COUNTED and unit != _MYRIAD)  # 投资50亿、25个项目
        return unit if is_other else unit + base
    return next_unit if unit == _PIECE and next_unit.startswith(unit) else unit


def _bare_numbers(half: str, quantity: Quantity) -> Iterator[Quantity]:
    """Yield the bare numbers listed before a quantity, the last first."""
    if quantity.rule != "digits" or not quantity.start or half[quantity.start - 1] not in _MARKS:
        return
    first = max(0, quantity.start - _MAX_LIST_CHARACTERS)
    found = _BARE_NUMBERS.search(half, first, quantity.start)
    if found is None or not _BEFORE_A_LIST.match(half, found.start() - 1):
        return
    numbers = list(_NUMBER.finditer(half, found.start(), quantity.start))
    if any(_YEAR.fullmatch(number[0]) or len(number[0]) > MAX_DIGITS for number in numbers):
        return
    values = [Decimal(number[0].replace(",", "")) for number in numbers]
    if (
        quantity.unit in COUNTED
        and max(values) < _FEWEST_COUNTED
        and "分别" not in half[first : found.start()]
    ):
        return  # 1、2个: one or two
    for number, value in zip(reversed(numbers), reversed(values), strict=True):
        yield Quantity(number.start(), number.end(), (value,), quantity.unit, "exact")
