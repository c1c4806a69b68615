"""Text about series and rankings: notes, breaks, headings."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.verdicts import VERDICT_NAMES

# -- labels --------------------------------------------------------------------------------------

SEMICOLON = "；"
#: Headings of tables, by field.
FIELD_NAMES = {
    "place": "地区", "parent": "上级", "rank": "位次", "indicator": "指标", "measure": "性质", "year": "年度", "verdict": "结论", "gap": "差距",
    "gap_unit": "差距单位", "breaks": "断点", "amount_breaks": "数额断点", "notes": "说明", "target": "目标", "actual": "结果", "amount": "数额",
    "value": "数值", "unit": "单位", "report": "报告", "start": "起始位置", "end": "结束位置", "sentence": "原句", "total": "合计",
    **VERDICT_NAMES,
}  # fmt: skip


def field_name(field: str) -> str:
    """Name a field: 目标, 目标数值, 目标单位."""
    figure, _, part = field.partition("_")
    if field in FIELD_NAMES:
        return FIELD_NAMES[field]
    return FIELD_NAMES[figure] + FIELD_NAMES[part]


# -- notes ---------------------------------------------------------------------------------------

BASIS_NAMES = {"estimated": "预计数", "preliminary": "初步核算数"}
#: For a figure before which a part of the place is named: 开发区, 民营.
MAY_BE_OF_A_PART = "可能只是一部分的数字"


def part_of(whole: str) -> str:
    """Say that a figure is stated as part of another."""
    return f"列于{whole}之下"


def stated_otherwise(values: Sequence[str]) -> str:
    """Say that the report states other values, too."""
    return f"报告另有一处为{'、'.join(values)}"


def adjusted(values: Sequence[str]) -> str:
    """Say what growth is in real terms, or on the same basis."""
    return f"扣除价格等因素或同口径为{'、'.join(values)}"


def without(what: str) -> str:
    """Say what growth is told without."""
    return f"增速已{what}"


def ranked_apart(unit: str) -> str:
    """Say why a place is listed behind those that state the indicator in another unit."""
    return f"以{unit}计，与其他地区不可比，列于其后"


def named(name: str) -> str:
    """Say which indicator is stated in place of the one asked for."""
    return f"报告所列为{name}"


# -- breaks --------------------------------------------------------------------------------------

COMPARABLE_BASIS = "增速按同口径计算"


def named_basis(basis: str) -> str:
    """Say on which basis growth is stated: 传统口径."""
    return f"增速按{basis}计算"


def other_prices(was_real: bool) -> str:
    """Say that growth is told with the change of prices, and that of the year before without, or the reverse."""
    return "上年增速为实际增速，今年为名义增速" if was_real else "今年增速为实际增速，上年为名义增速"


def revised(of_levels: str, stated: str) -> str:
    """Say that two levels do not fit the growth that is stated."""
    return f"两年数额相比为{of_levels}%，报告所称增速为{stated}%，可能是基数或口径不同"


def restated(year: int, value: str) -> str:
    """Say that a later report states another level for the year before."""
    return f"后来的报告称{year}年为{value}，数据有修订"


def other_unit(before: str, after: str) -> str:
    """Say that a level is told in another unit."""
    return f"单位由{before}改为{after}"


def redefined(year: int, change: str) -> str:
    """Say how an indicator was redefined."""
    return f"{year}年：{change}"


def renamed_indicator(before: str, after: str) -> str:
    """Say that another indicator goes on."""
    return f"指标由{before}改为{after}"


def renamed_place(before: str, after: str) -> str:
    """Say that the place has another name."""
    return f"{before}改为{after}"


# -- errors --------------------------------------------------------------------------------------


def no_such_indicator(name: str) -> str:
    """Refuse an indicator that is not in the table, and that no report states."""
    return f"没有这个指标，书库中的报告也未提及：{name[:40]}"


def not_above(place: str) -> str:
    """Refuse a division that has none of the places asked for in it."""
    return f"{place[:40]}之下没有这一级的地区"


def several_places(name: str, places: Sequence[str]) -> str:
    """Ask which of several places is meant."""
    return f"书库中有 {len(places)} 个{name[:40]}，写明是哪一个：{'、'.join(places[:10])}"
