"""Read the place and the year that a file or its folder is named after: ``益阳市/2014.md``, ``2014年益阳市政府工作报告.docx``."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from tui.report.grammar import YEAR
from tui.report.numerals import half_width

_LEVEL = "特别行政区|自治区|自治[州县旗]|地区|[省市县区州旗盟]"
#: Characters in a place that are none of its name: the files of several places, words for the report.
_NO_PLACE = re.compile(
    r"各|全[省市区县]|其他|省市|市县|某|历年|报告|政府|[上下]级|城区$|辖区$|市区$|地[级市]"
)
#: A component of a name: 广州市, not 广州.
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{1,7}}?(?:{_LEVEL})(?![市县区州])")
_YEAR = re.compile(rf"(?<!\d)({YEAR})(?!\d)|(?<!\d)({YEAR})(?=(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))")
_YEAR_WORDS = re.compile(r"\d+|年度?|月|日|[_\-—·.（）()\s]+")
#: A place without the words for its level and its peoples: ``湘西土家族苗族自治州``.
_STEM = re.compile(rf"([\u4e00-\u9fff]{{2,}}?)(?:[\u4e00-\u9fff]{{1,4}}族|维吾尔){{0,4}}(?:{_LEVEL})")
_COUNCIL = "国务院"


class FileName(NamedTuple):
    """What a file is named after.

    Attributes:
        stem: Its name without suffix.
        place: The place, by its file or else its folder; empty if neither names one.
        year: The year; None if it names none.
    """

    stem: str = ""
    place: str = ""
    year: int | None = None

    @property
    def place_stem(self) -> str:
        """The name of the place without the word for its level, as texts use it: ``益阳``."""
        stem = _STEM.fullmatch(self.place)
        return stem[1] if stem else self.place


def read_file_name(path: str) -> FileName:
    """Return what a file is named after, given its path."""
    pure = PurePath(path)
    stem = half_width(pure.stem)
    year = _YEAR.search(stem)
    return FileName(
        pure.stem,
        _place(stem) or _place(half_width(pure.parent.name)),
        int(year[1] or year[2]) if year else None,
    )


def _place(name: str) -> str:
    """Return the innermost place of a name that begins with one, once years are left out."""
    rest = _YEAR_WORDS.sub(" ", name).strip()
    if rest.startswith(_COUNCIL):
        return _COUNCIL
    place = end = None
    while match := _PLACE.match(rest, end or 0):
        place, end = match[0], match.end()
    return place if place and len(place) > 1 and not _NO_PLACE.search(place) else ""
