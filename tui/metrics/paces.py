"""Tell of how long a number is that is said of less than a year: 平均每天新增2家."""

from __future__ import annotations

import re

from tui.metrics.name_words import VERB_WORDS
from tui.metrics.quantity import Quantity
from tui.metrics.units import COUNTED, base_quantity_power, without_per

#: What numbers of a day, an hour, a week and a month are called, and how they are worded.
_PACES = (
    ("日均", re.compile(r"[日天]均|每[天日]|[/／][天日]")),
    ("每小时", re.compile("每(?:个)?小时")),
    ("周均", re.compile("周均|每周")),
    ("月均", re.compile("月均|每个?月")),
)
#: Right before a number, but for a verb: 平均每天新增, 日均净增.
_RIGHT_BEFORE = re.compile(
    r"(?:平均)?(?P<pace>日均|每[天日](?:平均)?|每周|月均|每个?月)(?P<verb>[^,，;；。、\d]{0,4})\Z"
)
_INCREASE = re.compile("[净新]*增[加长]?")
#: What is paid by the month, whether that is said or not.
_MONEY, _PAID = "元", re.compile("标准|补[贴助]|养老金|工资|低保|收入|待遇|每人")
_MONTHLY = "月均"


def pace_of(said: str, unit: str = "") -> str:
    """Return of how long a number is, by the words next to it; empty if they do not say so, or it goes without saying.

    Args:
        said: The words.
        unit: Its unit.
    """
    pace = next((pace for pace, words in _PACES if words.search(said)), "")
    goes_without_saying = pace == _MONTHLY and without_per(unit).endswith(_MONEY) and _PAID.search(said)
    return "" if goes_without_saying else pace


def with_pace(name: str, quantity: Quantity, before: str) -> str:
    """Return the name of things counted in less than a year with of how long that is: 日均新增企业.

    Args:
        name: The name.
        quantity: Their number.
        before: Its clause up to it.
    """
    pace = _RIGHT_BEFORE.search(before) if base_quantity_power(quantity.unit)[1] in COUNTED else None
    if not name or pace is None or pace_of(name):
        return name
    verb = pace["verb"]
    is_verb = not verb or _INCREASE.fullmatch(verb) or VERB_WORDS.at(verb) == verb
    return pace_of(pace["pace"]) + name if is_verb else name
