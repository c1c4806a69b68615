"""Find the indicator a person asks for: by its id, one of its names, or as reports call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.metrics.indicator_names import forms_of, plain
from tui.metrics.indicator_order import Better
from tui.metrics.indicators import Break, Indicator, Indicators, default_indicators
from tui.metrics.members import members_of
from tui.metrics.near_indicators import FAMILIES
from tui.metrics.years import years_of
from tui.report.model import Metric

#: Names that are another statistic without a word: 财政收入 alone is often that of the state, 地方财政收入 is not.
_NEEDED = {"local_fiscal_revenue": "地方"}
#: Characters of how a name begins: lists of names leave out their ends (城镇、农村居民收入), not that.
_START = 2


class Asked(NamedTuple):
    """What is asked for.

    Attributes:
        id: Id of the indicator; the name asked for if it is none.
        name: Its name.
        ids: Its id, and those of the indicators that stand for it where it is not stated; empty for other names.
        better: Which values are better.
        breaks: Changes of definition, of all of them.
        names: Today's name of each id.
        starts: How their names begin: a list of names that holds none of these, names none of them.
        own: A table with a person's own indicators, by which metrics are looked up again; None for the program's.
    """

    id: str
    name: str
    ids: tuple[str, ...] = ()
    better: Better = "none"
    breaks: tuple[tuple[str, Break], ...] = ()
    names: dict[str, str] = {}  # never changed
    starts: tuple[str, ...] = ()
    own: Indicators | None = None

    def states(self, metric: Metric, place: str = "") -> str:
        """Return which of the indicators a metric of a place's report states; empty if none.

        Args:
            metric: The metric; of a list of names (城镇居民人均可支配收入和农民人均纯收入) each is stated.
            place: The name of the place, which may stand before the indicator's.
        """
        if self.ids:
            found = {metric.canonical or self._own_id(metric, place)}
            if found == {""} and any(start in metric.indicator for start in self.starts):
                found = {member.canonical for member in members_of(metric, "")}
            return next((one for one in self.ids if one in found and self._is_meant(one, metric)), "")
        wanted = plain(self.name)
        named = metric.indicator and any(
            form == wanted for form, _ in forms_of(plain(metric.indicator), (place,))
        )
        return self.id if named else ""

    def _is_meant(self, indicator: str, metric: Metric) -> bool:
        """Tell whether a metric may stand for what is asked for."""
        return indicator == self.id or _NEEDED.get(indicator, "") in metric.indicator

    def _own_id(self, metric: Metric, place: str) -> str:
        """Return the id a person's own table gives a metric that has none; empty if none."""
        if self.own is None or metric.part_of:
            return ""
        years = years_of(metric.period)
        found = self.own.find(
            metric.indicator, metric.unit, metric.measure, years[1] if years else None, (place,)
        )
        return found.id if found else ""


def asked_for(text: str, indicators: Indicators) -> Asked:
    """Return what a text asks for; what is no indicator of the table is a name in reports.

    Args:
        text: An id, a name of the table, or any other name.
        indicators: The table.
    """
    entry = indicators.get(text) or _named(text, indicators)
    return _asked(entry, indicators) if entry else Asked(text, text)


def names_near(indicators: Indicators) -> Iterator[str]:
    """Yield the names one of which may be meant."""
    for entry in indicators:
        yield entry.id
        yield from (name.text for name in entry.names)


def _named(text: str, indicators: Indicators) -> Indicator | None:
    """Return the indicator with a name; the first of several, since their usual order is that of how often they occur."""
    wanted = plain(text)
    names = [(entry, plain(name.text)) for entry in indicators for name in entry.names]
    for form, _ in forms_of(wanted):
        today = next((entry for entry in indicators if plain(entry.name) == form), None)
        found = today or next((entry for entry, name in names if name == form), None)
        if found:
            return found
    return None


def _asked(entry: Indicator, indicators: Indicators) -> Asked:
    # A break says so where another stands for the one asked for.
    others = next((family for family in FAMILIES if entry.id in family), ())
    entries = [entry, *filter(None, (indicators.get(other) for other in others if other != entry.id))]
    return Asked(
        entry.id,
        entry.name,
        tuple(one.id for one in entries),
        entry.better,
        tuple((one.id, change) for one in entries for change in one.breaks),
        {one.id: one.name for one in entries},
        tuple(sorted({name.text[:_START] for one in entries for name in one.names})),
        None if indicators is default_indicators() else indicators,
    )
