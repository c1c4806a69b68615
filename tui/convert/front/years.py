"""Read the years a report reviews and plans: from the headings near the date of the meeting, else from several sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.report.grammar import YEAR
from tui.report.numerals import half_width, small_number

_YEARS = re.compile(
    rf"(?<!\d)({YEAR})(?=年|[-—－~～至到]+{YEAR}年)|([一二][〇○零ＯO0一二三四五六七八九]{{3}})年"
)
_LOOKS_BACK = re.compile(
    r"回顾|总结|过去|完成情况|成就|工作情况|执行情况|来(?:的)?(?:政府)?工作|^.{0,12}完成.{0,12}(?:目标|任务)|成效|回眸"
)
_LOOKS_AHEAD = re.compile(r"重点|任务|目标|总体要求|安排|部署|打算|要求|计划|工作|建议|谋划")
#: Documents on a year that is over.
_DOCUMENTS_BACK = re.compile("公报|公報|决算|执行情况|年报|总结")
#: Documents that are delivered to a meeting.
_ADDRESSES = re.compile("(?:报告|讲话|总结)$")
#: Goals of several years, whose last year is no plan year.
_LONG_TERM = re.compile(r"远景|规划|十[一二三四五六七八九]?五|九五|八五|七五|[今未]后?来?[三四五六]年|时期")
#: The year of the targets, in the text.
_TARGETS = re.compile(
    rf"(?<!\d)({YEAR})年[^。！？\n\d]{{0,24}}?(?:预期|主要|奋斗|发展|工作)?(?:目标|指标|总体要求|总体思路)[^。！？\n\d]{{0,12}}?(?:是|为|[：:])"
)
#: The year behind, as an introduction names it.
_PASSED = re.compile(
    rf"(?:过去的|刚刚过去的|回顾)({YEAR})年|(?<!\d)({YEAR})年[，,]?是[^。！？\n]{{4,80}}?(?:不平凡|极不寻常|取得)[^。！？\n]{{0,20}}一年"
)
#: A year whose own work a heading names, beside goals of several years: ``今后五年工作的总体要求和2008年的主要目标``.
_YEARS_WORK = re.compile(rf"(?<!\d)({YEAR})年(?:的|政府)?(?:主要|重点|工作)?(?:目标|任务|工作|重点)")
#: A year that is over, beside the beginning of this one: ``2019年和今年以来工作回顾``.
_AND_THIS_YEAR = re.compile(rf"{YEAR}年[和及与]今年以来")
#: A five-year plan: ``“十一五”``.
_PLAN = re.compile(
    r"[“\"'‘]?(十?[一二三四五六七八九]|十)五[”\"'’]?(?:时期|期间|计划|规划|末|工作|政府|各项|发展)?"
)
#: The first year of the third five-year plan; from it on a plan begins every fifth year.
_THIRD_PLAN_YEAR = 1966
#: How much a source counts where no date decides, and how much is enough.
_WORK_HEADING, _OTHER_SOURCE, _LONG_TERM_HEADING, _ENOUGH = 3, 2, 1, 2
#: A meeting from this month on plans the next year.
_NEXT_YEAR_MONTH = 11


def read_years(
    headings: Sequence[str], date: str, text: str, title: str, file_year: int | None
) -> tuple[int | None, int | None]:
    """Return the years reviewed and planned, None where nothing names them.

    Args:
        headings: The headings of the chapters.
        date: The date of the meeting in ISO 8601, empty if not stated.
        text: The report.
        title: Its title.
        file_year: The year its file is named after, None if it is not named after one.
    """
    plan = _planned_at(headings, date) if date else _planned(headings, text, title, file_year)
    return (plan - 1 if plan else None), plan


def document_years(title: str) -> tuple[int | None, int | None]:
    """Return the years that a document other than a work report reviews and plans, as its title names them."""
    named = years_in(title)
    if len(named) > 1 and named[1] == named[0] + 1:
        return named[0], named[1]
    return (named[0] if len(named) == 1 and _DOCUMENTS_BACK.search(title) else None), None


def is_address(title: str) -> bool:
    """Return whether a document is delivered to a meeting, which looks back and ahead as work reports do."""
    return bool(_ADDRESSES.search(title))


def years_in(text: str) -> list[int]:
    """Return the years a heading names, in ASCII, full-width or Chinese digits."""
    found = (
        int(match[1]) if match[1] else small_number(match[2].replace("0", "〇"))
        for match in _YEARS.finditer(half_width(text))
    )
    return [year for year in found if year]


def _ahead(headings: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the years of headings that look ahead, each with its heading."""
    for heading in headings:
        if _LOOKS_AHEAD.search(heading) and not _LOOKS_BACK.search(heading):
            for year in years_in(heading):
                yield year, heading


def _planned_at(headings: Sequence[str], date: str) -> int:
    """Return the year planned at a meeting: its own, or the next one."""
    year, month = int(date[:4]), int(date[5:7])
    expected = year + 1 if month >= _NEXT_YEAR_MONTH else year
    # From September on, a new government may plan the next year.
    allowed = {expected, year + 1} if month >= 9 else {expected}
    named = [
        found for found, heading in _ahead(headings) if found in allowed and not _LONG_TERM.search(heading)
    ]
    return named[0] if named else expected


def _planned(headings: Sequence[str], text: str, title: str, file_year: int | None) -> int | None:
    """Return the year on which the headings, the text, the title and the file's name agree, or which only one names."""
    votes: Counter[int] = Counter()
    for year, heading in _ahead(headings):
        is_long_term = _LONG_TERM.search(heading) and str(year) not in _YEARS_WORK.findall(heading)
        votes[year] += _LONG_TERM_HEADING if is_long_term else _WORK_HEADING
    for heading in headings:
        if _LOOKS_BACK.search(heading) and ("以来" not in heading or _AND_THIS_YEAR.search(heading)):
            votes.update({year + 1: _OTHER_SOURCE for year in years_in(heading)[-1:]})
    votes.update(dict.fromkeys(_first_years(headings), _OTHER_SOURCE))
    targets = Counter(int(match[1]) for match in _TARGETS.finditer(text))
    passed = Counter(int(match[1] or match[2]) + 1 for match in _PASSED.finditer(text))
    for counts in (targets, passed):
        votes.update({year: _OTHER_SOURCE for year, _ in counts.most_common(1)})
    votes.update(dict.fromkeys(years_in(title)[:1], _OTHER_SOURCE))
    if file_year:
        votes[file_year] += _OTHER_SOURCE
    best = max(votes, key=lambda year: (votes[year], year), default=None)
    return best if best is not None and votes[best] >= _ENOUGH else None


def _first_years(headings: Sequence[str]) -> set[int]:
    """Return the first years of the five-year plans that headings begin after looking back on the one before."""
    back, ahead = set[int](), set[int]()
    for heading in headings:
        plans = {small_number(match[1]) or 0 for match in _PLAN.finditer(heading)}
        (back if _LOOKS_BACK.search(heading) or (plans and "积累" in heading) else ahead).update(plans)
    return {_THIRD_PLAN_YEAR + 5 * (plan - 3) for plan in ahead if plan - 1 in back and plan > 3}
