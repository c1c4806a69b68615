"""What tests of indicators share."""

from __future__ import annotations

from tui.metrics.indicators import (
    Indicator,
    IndicatorName,
    default_indicators,
)
from tui.report.model import Measure

#: A unit of each kind, as printed.
UNITS = {
    "currency_cny": "亿元", "currency_usd": "亿美元", "percent": "%", "permille": "‰", "percentage_points": "个百分点",
    "persons": "万人", "person_times": "万人次", "enterprises": "家", "households": "户", "dwellings": "万套",
    "items": "个", "incidents": "起", "patents": "件", "beds": "张", "containers": "万标箱", "area": "万亩",
    "length": "公里", "mass": "亿斤", "electricity": "亿千瓦时", "coal": "吨标准煤", "concentration": "微克/立方米",
    "days": "天", "years": "岁",
}  # fmt: skip


def found(name: str, unit: str, measure: Measure, year: int | None = None, *places: str) -> str | None:
    """Return the id of the indicator found."""
    indicator = default_indicators().find(name, unit, measure, year, places)
    return indicator.id if indicator else None


def indicator(indicator_id: str, *given: IndicatorName, exclusions: tuple[str, ...] = ()) -> Indicator:
    return Indicator(indicator_id, given[0].text, 10, given, exclusions, ("area",), ("level",), "higher")
