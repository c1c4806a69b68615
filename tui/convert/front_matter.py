"""Read title, date, meeting, organisation and speaker from the lines above the address to the deputies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.report.model import DEFAULT_TITLE, FrontMatter, Speaker
from tui.report.numerals import first_year, half_width, small_number

_NUMERAL = "[0-9〇○零ＯO一二三四五六七八九十]"
_DATE = re.compile(rf"({_NUMERAL}{{4}})年({_NUMERAL}{{1,3}})月({_NUMERAL}{{1,3}})日")
_TITLE = re.compile(r"[^,，。;；]{0,40}?(?<!作)(?<!作政府)工作报告(?!的)")
_MEETING = re.compile(r"在(?P<held>.{4,70}?(?:会议|大会))上")
_MEETING_ALONE = re.compile(
    r"(?P<held>[\u4e00-\u9fff]{2,30}第.{1,4}届(?:全国)?人民代表大会第.{1,4}次(?:会议|全体会议))"
)
_ASSEMBLY = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,20}?)第.{1,4}届人民代表大会")
_OFFICE = r"代?理?(?:常务)?副?(?:市长|区长|县长|省长|州长|旗长|盟长|镇长|乡长|主席|总理|专员|行政长官|主任)(?:候选人|人选|提名人选)?"
_GOVERNMENT = r"(?:[^,，。、:：;；\s]{0,24}?(?:人民政府|政府|国务院|管理委员会|管委会|行政公署|公署))"
_ROLE = re.compile(
    rf"(?:.*[、,，])?(?P<organisation>{_GOVERNMENT}|[\u4e00-\u9fff]{{0,16}}?)(?P<role>{_OFFICE})[:：]?"
    r"(?P<name>[\u4e00-\u9fff]{1,12}(?:[·•.][\u4e00-\u9fff]{1,12})+|[\u4e00-\u9fff]{2,10}?)"
    r"(?:同志|先生|女士)?(?:代表.*|向.*|作.*|[(（,，。].*|各位.*)?"
)
_ROLE_ONLY = re.compile(rf".*{_OFFICE}[:：]?")
_NAME_ONLY = re.compile(r"[\u4e00-\u9fff·•]{2,15}")
#: Characters of a line that names a speaker.
_MAX_ROLE_LINE = 160
_SPOKEN_FOR = re.compile(r"各位(?:代表|委员)|现在")
_LOOKS_BACK = re.compile(r"回顾|总结|过去|完成情况|主要成就|工作情况")
_LOOKS_AHEAD = re.compile(r"重点|任务|目标|总体要求|安排|部署|打算|要求|计划")


def read_front_matter(lines: Sequence[str], headings: Sequence[str]) -> FrontMatter:
    """Return the front matter of a report.

    Args:
        lines: The lines above the text, as printed.
        headings: The chapter headings, which name the years reviewed and planned.
    """
    squeezed = [squeeze for line in lines if (squeeze := half_width(re.sub(r"\s+", "", line)))]
    titles = [index for index, line in enumerate(squeezed) if _TITLE.match(line)]
    # A web page may name the report and a date above it; the report's own title comes last.
    own = squeezed[titles[-1] :] if titles else squeezed
    meeting, around = _meeting(own) or _meeting(squeezed) or ("", "")
    year, date = _date(around)
    if not date:
        year, date = _date("".join(own))
    if not date:
        year, date = _date("".join(squeezed))
    organisation, speaker = _speaker(own)
    review, plan = _years(headings, year, date)
    return FrontMatter(
        title=_without_notes(squeezed[titles[-1]]) if titles else DEFAULT_TITLE,
        date=date,
        meeting=meeting,
        organisation=_whole_organisation(organisation, meeting, speaker),
        speaker=speaker,
        review_year=review,
        plan_year=plan,
    )


def _meeting(lines: Sequence[str]) -> tuple[str, str] | None:
    """Return the meeting, and the text around its name, which holds its date; None if none is named."""
    joined = "".join(lines)
    match = _MEETING.search(joined) or _MEETING_ALONE.search(joined)
    if not match:
        return None
    return match["held"], joined[max(0, match.start() - 20) : match.end() + 16]


def _date(joined: str) -> tuple[int | None, str]:
    for match in _DATE.finditer(joined):
        year, month, day = (small_number(part) for part in match.groups())
        if year and month and day and 1900 < year < 2200 and month <= 12 and day <= 31:
            return year, f"{year:04}-{month:02}-{day:02}"
    return None, ""


def _without_notes(title: str) -> str:
    title = re.sub(r"[(（][^)）]{0,100}[)）]", "", title)
    end = title.find("工作报告")
    return title[: end + 4].lstrip("#*—-")


def _speaker(lines: Sequence[str]) -> tuple[str, Speaker | None]:
    """Return the organisation as named beside the role, and the speaker."""
    for part in _parts(lines):
        match = _ROLE.fullmatch(part) if len(part) <= _MAX_ROLE_LINE else None
        if match and not _SPOKEN_FOR.match(match["name"]):
            return match["organisation"], Speaker(match["role"], match["name"])
    return "", None


def _parts(lines: Sequence[str]) -> Iterator[str]:
    """Yield what may name the speaker: a line, what follows the meeting on its line, a role with the name below."""
    for index, line in enumerate(lines):
        meeting = _MEETING.search(line)
        rest = line[meeting.end() :].lstrip(")）") if meeting else line
        if _SPOKEN_FOR.match(rest):
            return
        if _TITLE.match(rest) and not meeting:
            rest = rest[rest.rfind("工作报告") + 4 :]
        rest = rest.strip("()（）—-")
        yield re.split("各位代表|各位委员", rest)[0]
        rest = _DATE.sub("", rest).strip("()（）")
        yield rest
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if (
            _ROLE_ONLY.fullmatch(rest)
            and _NAME_ONLY.fullmatch(following)
            and not _SPOKEN_FOR.match(following)
        ):
            yield rest + following


def _whole_organisation(named: str, meeting: str, speaker: Speaker | None) -> str:
    """Return the government: as named, or that of the assembly it reports to."""
    if "政府" in named or named == "国务院" or named.endswith(("公署", "委员会", "管委会")):
        return named
    if "全国人民代表大会" in meeting:
        return "国务院"
    assembly = _ASSEMBLY.search(meeting)
    place = assembly["place"] if assembly else named if speaker else ""
    return f"{place}人民政府" if place else ""


def _years(headings: Sequence[str], year: int | None, date: str) -> tuple[int | None, int | None]:
    """Return the years reviewed and planned: by the headings first, by the date of the meeting second."""
    review = plan = None
    for heading in headings:
        named = first_year(heading)
        if named and _LOOKS_BACK.search(heading):
            review = review or named
        elif named and _LOOKS_AHEAD.search(heading):
            plan = plan or named
    if plan is None and review is not None:
        plan = review + 1
    if plan is None and year is not None:
        plan = year + 1 if date[5:7] in ("11", "12") else year
    if review is None and plan is not None:
        review = plan - 1
    return review, plan
