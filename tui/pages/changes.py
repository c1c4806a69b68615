"""Which targets are most above or below last year's actuals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain, zip_longest
from typing import NamedTuple

from tui.metrics.amounts import amounts, in_unit_of
from tui.metrics.comparison import ComparisonRow
from tui.metrics.units import RATES

#: Signs of targets that are above or below the actual: of a floor or a ceiling that is not yet kept.
_DIFFER = ("▲", "▼", "○")


class _Difference(NamedTuple):
    """How far a target is from the actual: in points for rates, in shares of the actual for amounts."""

    size: Decimal
    is_rate: bool
    row: ComparisonRow


def largest(
    rows: Iterable[ComparisonRow], most: int
) -> tuple[Sequence[ComparisonRow], Sequence[ComparisonRow]]:
    """Return the targets that are most above the actuals, and those most below.

    Points and percent are not compared: the largest of each are taken in turn. Those in points come first, each kind with the
    largest difference first.

    Args:
        rows: The rows of the comparison.
        most: How many of each direction at most.
    """
    found = [difference for row in rows if (difference := _difference(row)) is not None]
    return (
        _in_turn([one for one in found if one.size > 0], most),
        _in_turn([one for one in found if one.size < 0], most),
    )


def _in_turn(found: Iterable[_Difference], most: int) -> list[ComparisonRow]:
    ordered = sorted(found, key=lambda one: -abs(one.size))
    rates = [one for one in ordered if one.is_rate]
    others = [one for one in ordered if not one.is_rate]
    taken = [one for one in chain.from_iterable(zip_longest(rates, others)) if one is not None][:most]
    return [one.row for one in sorted(taken, key=lambda one: not one.is_rate)]


def _difference(row: ComparisonRow) -> _Difference | None:
    """Return the difference of a row; None where there is none, or it may be none."""
    actual, target = row.actual, row.target
    if (
        actual is None
        or target is None
        or row.horizon == "plan"
        or row.comparable != "strict"
        or row.sign not in _DIFFER
    ):
        return None
    if actual.measure != target.measure or "down" in (actual.direction, target.direction):
        return None
    before = [in_unit_of(one, target) for one in amounts(actual)]
    after = [in_unit_of(one, target) for one in amounts(target)]
    size = (
        after[0] - before[1]
        if after[0] > before[1]
        else after[1] - before[0]
        if after[1] < before[0]
        else Decimal(0)
    )
    if not size:
        return None
    if target.unit in RATES:
        return _Difference(size, True, row)
    return _Difference(size / abs(before[0]), False, row) if before[0] else None
