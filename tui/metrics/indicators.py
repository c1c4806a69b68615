"""Look up indicators: which well-known statistic the name of a metric stands for.

Reports of different places and years call one statistic by different names, and different statistics by nearly the same
one. The table ``content/indicators.yaml`` lists the names; a person's own file adds to it. A name is only ever looked up
as a whole: one that merely contains a name of the table (海洋生产总值, 工业用地固定资产投资强度) is another statistic.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from tui.metrics.indicator_names import MAX_NAME_CHARACTERS, forms_of, plain, unit_kinds
from tui.metrics.indicator_order import Better
from tui.report.model import Measure
from tui.report.resources import checksum, read_content

FILE = "indicators.yaml"
#: The same as JSON, which is read in a twentieth of the time. Its key is the :func:`checksum` of the YAML file.
RECORD = "indicators.json"

#: Kinds of units that tell a part of a whole, not an amount.
_RATES = frozenset({"percent", "permille"})
_MULTIPLE = "multiple"
_POINTS = "percentage_points"


class IndicatorName(NamedTuple):
    """A name an indicator has or had.

    Attributes:
        text: The name.
        first_year: First year whose figures it is used for; None if not known.
        last_year: Last such year; None if still used.
        measures: Measures for which it means this indicator; empty for all of the indicator's.
    """

    text: str
    first_year: int | None = None
    last_year: int | None = None
    measures: tuple[Measure, ...] = ()


class Break(NamedTuple):
    """A year from which values cannot simply be set beside earlier ones, and what changed."""

    year: int
    change: str


class Indicator(NamedTuple):
    """A statistic that many reports state.

    Attributes:
        id: Stable ASCII id.
        name: Today's name.
        order: Where it usually stands among the main indicators; lower is earlier.
        names: All names, today's among them.
        exclusions: Parts of names that are those of another statistic.
        units: Kinds of units of its values; see :data:`tui.metrics.indicator_names.UNIT_KINDS`.
        measures: What is stated of it.
        better: Which values are better.
        breaks: Changes of definition, by year.
    """

    id: str
    name: str = ""
    order: int = 0
    names: tuple[IndicatorName, ...] = ()
    exclusions: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    better: Better = "none"
    breaks: tuple[Break, ...] = ()


class Indicators:
    """A table of indicators, in their usual order."""

    def __init__(self, entries: Iterable[Indicator]) -> None:
        self._entries = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.order)}
        self._by_name: dict[str, list[tuple[Indicator, IndicatorName]]] = {}
        self._exclusions: dict[str, tuple[str, ...]] = {}
        for entry in self._entries.values():
            for name in entry.names:
                self._by_name.setdefault(plain(name.text), []).append((entry, name))

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, indicator_id: str) -> Indicator | None:
        """Return the indicator with an id."""
        return self._entries.get(indicator_id)

    def find(
        self, name: str, unit: str, measure: Measure, year: int | None = None, places: Collection[str] = ()
    ) -> Indicator | None:
        """Return the indicator a metric is about; None if there is none, or more than one.

        Args:
            name: The metric's name, in the report's words.
            unit: Its unit as printed.
            measure: What it states.
            year: The year it speaks of, None if unknown.
            places: Names of the report's own place, which may stand before the indicator's: 惠济区. A name that
                begins with another place is that place's figure, and has no indicator.
        """
        if not name or len(name) > MAX_NAME_CHARACTERS:
            return None
        kinds = unit_kinds(unit)
        if not kinds:
            return None
        text = plain(name)
        for form, is_growth in forms_of(text, places):
            named = self._by_name.get(form)
            if named is None:
                continue
            found = {
                entry.id: entry
                for entry, known in named
                if _fits(entry, known, kinds, measure, is_growth)
                and _is_in_use(known, year)
                and not self._excludes(entry, text)
            }
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def _excludes(self, entry: Indicator, text: str) -> bool:
        exclusions = self._exclusions.get(entry.id)
        if exclusions is None:
            exclusions = self._exclusions[entry.id] = tuple(map(plain, entry.exclusions))
        return any(excluded in text for excluded in exclusions)


def _is_in_use(name: IndicatorName, year: int | None) -> bool:
    if year is None:
        return True
    return (name.first_year or year) <= year <= (name.last_year or year)


def _fits(
    entry: Indicator, name: IndicatorName, kinds: frozenset[str], measure: Measure, is_growth: bool
) -> bool:
    """Tell whether an indicator is stated in such a unit and measure under a name."""
    if is_growth:  # 投资增速达到5%: the number is growth, whatever its verb says
        if not kinds & _RATES:
            return False
        measure = "growth"
    stated = name.measures or entry.measures
    if measure == "growth":
        if _POINTS in kinds:
            return _POINTS in entry.units
        return "growth" in stated and bool(kinds & {*_RATES, _MULTIPLE} or kinds.intersection(entry.units))
    if measure == "completion":
        return "level" in stated and bool(kinds & _RATES)
    if _MULTIPLE in kinds:
        return measure == "multiple" and "level" in stated
    if kinds & _RATES:
        return measure in ("level", "share") and "share" in stated and bool(kinds.intersection(entry.units))
    return measure == "level" and "level" in stated and bool(kinds.intersection(entry.units) - {_POINTS})


@cache
def default_indicators() -> Indicators:
    """Load the program's table."""
    return Indicators(built_in_entries())


def built_in_entries() -> tuple[Indicator, ...]:
    """Return the entries of the program's table.

    Raises:
        DataError: If the table was edited and has faults.
    """
    source = read_content(FILE)
    record = _record()
    if record.get("key") == checksum(source):
        return tuple(map(_entry, record["entries"]))
    from tui.metrics.indicator_file import read_indicators  # reads YAML; only needed after an edit

    table = read_indicators(source, FILE)
    if table.faults:
        raise table.faults[0]
    return table.entries


def _record() -> dict[str, Any]:
    try:
        record = json.loads(read_content(RECORD))
    except (FileNotFoundError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _entry(row: list[Any]) -> Indicator:
    entry = Indicator(*row)
    return entry._replace(
        names=tuple(IndicatorName(text, first, last, tuple(of)) for text, first, last, of in entry.names),
        exclusions=tuple(entry.exclusions),
        units=tuple(entry.units),
        measures=tuple(entry.measures),
        breaks=tuple(Break(*change) for change in entry.breaks),
    )
