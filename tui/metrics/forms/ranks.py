"""Find places in a ranking: 居全省第1位, 列全国第二, 位居中部首位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.metrics.forms.base import Quantity
from tui.metrics.forms.numerals import numeral_values
from tui.report.numerals import CHINESE_NUMBER

_PLACE = re.compile(
    rf"第(?:(?P<digits>\d{{1,3}})|(?P<numeral>{CHINESE_NUMBER}{{1,4}}))(?P<unit>位|名(?!单))?|(?P<first>首)位(?!度)"
)
_SCOPE = r"(?:全[省市区国州县盟旗球]|世界|亚洲|中国|[国省区市]内|[东中西]部|中西部|东北|西北|西南|华[东南北中]|副省级|地级市|自治[区州]|同类)"
#: 综合排名由第8位上升到第5位: a word of ranking in the clause, for a place that is called one.
_RANKS = re.compile(
    rf"(?:居|列|排名|排在|排|位|名次|跃至|升至|前进到|提升到|跻身|获|夺|取得|榜|{_SCOPE})[^,，。;；\n]{{0,14}}\Z"
)
#: 列全国第二, 全省第一: right before a bare ordinal, which else only counts off: 第一，坚持改革.
_RANKS_BARE = re.compile(
    rf"(?:(?:居|列|排名|排位|排)(?:于|在|为)?|(?:[位稳跃]居|[位名]列|排名)[^,，。;；、\n第]{1, 10}|{_SCOPE}[^,，。;；、\n第]{{0,10}})\Z"
)
#: 居全省首位; 摆在首位 says how important something is.
_RANKS_FIRST = re.compile(rf"(?:居|列|排名|排)(?:于|在)?{_SCOPE}[^,，。;；、\n]{{0,10}}\Z")
#: What ends a bare ordinal: 第一产业, 第一批 and 第一、二产业 are none of a ranking.
_ENDS = re.compile(
    r"(?= ?[,，。;；)）\n*“”]| ?$|、(?!\d|第?[一二三四五]、?[二三四五、和]*(?:产业|季度|批))| ?[和与及](?!第?[一二三四五六]?产业))"
)
_MAX_BEFORE_CHARACTERS = 24
_MARKS = frozenset("、和及与")


def ranks(half: str) -> Iterator[Quantity]:
    """Yield places in a ranking, in order; they start behind 第."""
    previous_end = 0
    for match in _PLACE.finditer(half):
        start = match.start() + (0 if match["first"] else 1)
        goes_on = half[previous_end : match.start()].strip() in _MARKS and previous_end
        if goes_on or _is_ranked(half, match):
            values = _values(match)
            if values and (match["unit"] or match["first"] or _ENDS.match(half, match.end())):
                unit = "位" if match["first"] else match["unit"] or ""
                yield Quantity(start, match.end(), values, unit, "exact", "rank")
                previous_end = match.end()


def _is_ranked(half: str, match: re.Match[str]) -> bool:
    pattern = _RANKS_FIRST if match["first"] else _RANKS if match["unit"] else _RANKS_BARE
    return bool(pattern.search(half, max(0, match.start() - _MAX_BEFORE_CHARACTERS), match.start()))


def _values(match: re.Match[str]) -> tuple[Decimal, ...]:
    if match["first"]:
        return (Decimal(1),)
    values = (Decimal(match["digits"]),) if match["digits"] else numeral_values(match["numeral"])
    return values if len(values) == 1 and values[0] else ()
