"""Tell whether two units can count the same things: one report says 10条河, the other 10个."""

from __future__ import annotations

from functools import lru_cache

from tui.metrics.amounts import count_the_same
from tui.metrics.units import COUNTED

_PERSONS = frozenset(("人", "名", "位", "人次", "户", "家", "例"))
#: Counting words that count no things.
_NO_THINGS = frozenset(("人", "名", "位", "户", "级", "成"))
#: Of trips, and of things that are no counting words elsewhere.
_TRIPS = frozenset(("列", "班", "趟", "次", "班次", "航次", "架次", "列次"))
#: Of homes, and of those who live in them.
_HOMES = {"户", "套"}
#: Of electricity.
_ELECTRICITY = {"千瓦时", "度"}
#: 方 is short for both.
_CUBES, _SHORT_CUBES = frozenset(("立方米", "平方米")), "方"


@lru_cache(maxsize=1024)  # of few units
def may_count_the_same(one: str, other: str) -> bool:
    """Tell whether two units without thousands may count the same things; a number alone counts anything."""
    if count_the_same(one, other) or ("" in (one, other) and {one, other} <= COUNTED | {"", "人次"}):
        return True
    units = {one, other}
    if units in (_HOMES, _ELECTRICITY):
        return True
    if units <= _TRIPS or (_SHORT_CUBES in units and units <= _CUBES | {_SHORT_CUBES}):
        return True
    if units & _NO_THINGS:
        return units <= _PERSONS
    return units <= COUNTED
