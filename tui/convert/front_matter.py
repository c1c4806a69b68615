"""Title, date, meeting, organisation and speaker, from the lines above the address to the deputies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.report.model import FrontMatter, Speaker
from tui.report.numerals import HALF_WIDTH, small_number

_NUMERAL = "[0-9〇○零一二三四五六七八九十]"
_DATE = re.compile(rf"({_NUMERAL}{{4}})年({_NUMERAL}{{1,3}})月({_NUMERAL}{{1,3}})日")
_TITLE = re.compile(r"工作报告")
_MEETING = re.compile(r"在(.{4,70}?(?:会议|大会))上[)）]?")
_ROLE = re.compile(
    r"(?P<organisation>[^,，。、:：]*?(?:政府|国务院|管理委员会|管委会|行政公署|公署)?)"
    r"(?P<role>代?(?:常务)?副?(?:市长|区长|县长|省长|州长|旗长|盟长|镇长|乡长|主席|总理|专员|主任))"
    r"[:：]?(?P<name>[\u4e00-\u9fff·]{2,15})"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_LOOKS_BACK = re.compile(r"回顾|总结|过去|完成情况|主要成就|工作情况")
_LOOKS_AHEAD = re.compile(r"重点|任务|目标|总体要求|安排|部署|打算|要求|计划")


def read_front_matter(lines: Sequence[str], headings: Sequence[str]) -> FrontMatter:
    """What the lines above the text and the chapter headings say of the report.

    Args:
        lines: The front lines, as printed.
        headings: The chapter headings, which tell the years reviewed and planned.
    """
    squeezed = [re.sub(r"\s+", "", line).translate(HALF_WIDTH) for line in lines]
    joined = "".join(squeezed)
    year, date = _date(joined)
    meeting = _MEETING.search(joined)
    title = next((_without_notes(line) for line in squeezed if _TITLE.search(line)), "")
    rest = joined[meeting.end() :] if meeting else "\n".join(line for line in squeezed if line != title)
    person = _ROLE.search(rest.lstrip(")）"))
    review, plan = _years(headings, year, date)
    return FrontMatter(
        title=title or "政府工作报告",
        date=date,
        meeting=meeting[1] if meeting else "",
        organisation=person["organisation"] if person else "",
        speaker=Speaker(person["role"], person["name"]) if person else None,
        review_year=review,
        plan_year=plan,
    )


def _date(joined: str) -> tuple[int | None, str]:
    for found in _DATE.finditer(joined):
        year, month, day = (small_number(part) for part in found.groups())
        if year and month and day and 1900 < year < 2200 and month <= 12 and day <= 31:
            return year, f"{year:04}-{month:02}-{day:02}"
    return None, ""


def _without_notes(title: str) -> str:
    title = re.sub(r"[(（][^)）]*[)）]", "", title)
    end = title.find("工作报告")
    return title[: end + 4].lstrip("#*")


def _years(headings: Sequence[str], year: int | None, date: str) -> tuple[int | None, int | None]:
    """The year reviewed and the year planned: by the headings first, by the meeting's date second."""
    review = plan = None
    for heading in headings:
        found = _YEAR.search(heading.translate(HALF_WIDTH))
        if found and _LOOKS_BACK.search(heading):
            review = review or int(found[1])
        elif found and _LOOKS_AHEAD.search(heading):
            plan = plan or int(found[1])
    if plan is None and review is not None:
        plan = review + 1
    if plan is None and year is not None:
        plan = year + 1 if date[5:7] in ("11", "12") else year
    if review is None and plan is not None:
        review = plan - 1
    return review, plan
