"""Small reports of places through the years, with targets and actuals of one indicator or two."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Said(NamedTuple):
    """What a report says.

    Attributes:
        done: Of the year reviewed.
        promised: Of the year planned.
    """

    done: str
    promised: str


#: Place and plan year of each report, and what it says.
REPORTS = {
    ("青川县", 2021): Said(
        "地区生产总值完成50亿元，增长3%。", "地区生产总值增长7%以上，城镇新增就业3000人。"
    ),
    ("青川县", 2022): Said(
        "地区生产总值完成55亿元，增长8.2%，城镇新增就业3100人。", "地区生产总值增长7%左右。"
    ),
    ("青川县", 2023): Said("地区生产总值完成58亿元，增长5%。", "地区生产总值增长6%。"),
    ("剑阁县", 2022): Said("地区生产总值增长8%。", "地区生产总值增长7%。"),
    ("剑阁县", 2023): Said("地区生产总值增长7.5%。", "新建公园3个。"),
    ("苍溪县", 2023): Said("新建公园3个。", "新建公园5个。"),
    ("广元市", 2022): Said("地区生产总值增长8%。", "地区生产总值增长8%。"),
    ("广元市", 2023): Said("地区生产总值增长1%。", "地区生产总值增长7%。"),
    ("四川省", 2023): Said("地区生产总值增长2.9%。", "地区生产总值增长6%。"),
}

_TEXT = """\
政府工作报告
——{year}年2月8日在{place}第三届人民代表大会第二次会议上
{place}人民政府 王明
各位代表：
现在，我代表{place}人民政府向大会报告工作，请予审议。
一、{last}年工作回顾
{last}年，{done}
二、{year}年工作安排
今年经济社会发展的主要预期目标是：{promised}
各位代表！让我们携手奋进！
"""


def write_reports(folder: Path) -> list[Path]:
    """Write the reports into a folder and return their files."""
    files = []
    for (place, year), said in REPORTS.items():
        files.append(write_report(folder, place, year, said))
    return files


def write_report(folder: Path, place: str, year: int, said: Said) -> Path:
    """Write a report into a folder and return its file."""
    file = folder / f"{place}{year}.txt"
    text = _TEXT.format(place=place, year=year, last=year - 1, **said._asdict())
    file.write_text(text, encoding="utf-8")
    return file
