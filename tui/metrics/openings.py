"""Find the time that opens a paragraph, and how far it governs: 五年来,我们主要做了以下工作."""

from __future__ import annotations

import re

from tui.metrics.times import GOVERNMENT_YEARS, Clock, Time, plan_years, times_in, years_lasted
from tui.report.grammar import YEAR
from tui.report.numerals import half_width, small_number

#: Characters of a line in which its first time is looked for, and those before that time at most.
_OPENING_CHARACTERS, _LEAD_CHARACTERS = 100, 14
_MARKS = " \t\u3000#*-—─―·●◆■"
_NUMBER = re.compile(r"[(]?[一二三四五六七八九十\d]{1,3}[)、.．]|第?[一二三四五六七八九十]{1,2}[是要,、]")
_SENTENCE_END_BEFORE = re.compile(r"[。!?][”’\")]*[^。!?,;:(《]*$")
_IN_A_TITLE = re.compile("[《(][^》)]*$")
#: 这是极不平凡的五年.
_OPENS_WITH_YEARS = re.compile(r"这[是一]?[^。]{0,50}?的([三四五])年")
#: 根据市委关于制定第十四个五年规划的建议,编制了规划纲要: what follows tells of that plan, whatever its heading says.
_PRESENTS_A_PLAN = re.compile(
    r"(?:根据|按照|依据)[^。!]*编制[^。!]*?第(?P<number>[一二三四五六七八九十]{1,3})个五年规划[^。!]*纲要"
)
#: 2022年是本届政府任期届满之年。五年来,…: what follows may be about more years than this one.
_IS_SUCH_A_YEAR = re.compile("[,]?是|[^,。]{0,12}(?:任务|目标|工作)的?(?:全面|圆满|顺利|如期)?完成")
#: What announces that a time governs more than its own paragraph.
_ANNOUNCES = re.compile(
    r"(?:以下|主要(?:做|抓|开展|围绕)|如下|重点(?:做|抓)|[几一二三四五六七八九十]个方面|表现在)[^。]{0,24}[:。]?$|:$"
)
#: What turns from a part of a review to the whole.
_ADDRESS = re.compile("^[^,。!:]{0,2}(?:各位)?代表|^同志们")
_WHOLE = re.compile(rf"一年来|过去的?一年|^(?:今年|{YEAR}年)[,]?是")
#: What turns from a review of years to the last of them, and how the first item of a list below it begins.
_TURNS_TO_LAST = re.compile(rf"(?:各位代表[,!:])?(?:刚刚?过去的(?:{YEAR}年|一年)|(?<=[,!:]){YEAR}年)")
_FIRST_ITEM = re.compile(r"\s*(?:[(]?[一1][)、.．]|第?一[是,、]|[—-]{2})")
#: How long one thing takes, not what the following is about: 3年内.
_ONLY_LASTS = re.compile("内$|时间$|^(?:用|利用|通过|力争)")
_AFTER, _FIVE_YEARS = "经过", "五"


def opening_of(line: str, start: int, clock: Clock) -> Time | None:
    """Return the time that opens a line; None if none does.

    Args:
        line: The line.
        start: Its offset.
        clock: The report's years.
    """
    content = line.lstrip(_MARKS)
    if not content or content == "\n":
        return None
    half = half_width(content[:_OPENING_CHARACTERS])
    number = _NUMBER.match(half)
    skipped = number.end() if number else 0
    shift, half = start + len(line) - len(content) + skipped, half[skipped:]
    if match := _OPENS_WITH_YEARS.match(half):
        years = clock.past(small_number(match[1]) or GOVERNMENT_YEARS)
        return Time("span", years, shift, shift + match.end(), match[0])
    if presented := _presented(content, shift, clock):
        return presented
    first: Time | None = None
    for stated in times_in(half, clock, shift):
        time = past_years(stated, clock)
        if time.years is None or not (
            (time.kind == "year" and _may_govern(time, clock)) or covers_years(time)
        ):
            continue
        at = time.start - shift
        if _IN_A_TITLE.search(half[:at]):
            continue
        if first is None:
            if at > _LEAD_CHARACTERS and not (_ADDRESS.match(half) and opens_a_sentence(half, at)):
                return None
            first = time
            if time.kind == "span" or not _IS_SUCH_A_YEAR.match(half, at + len(time.words)):
                return first
        elif opens_a_sentence(half, at):
            return time
    return first


def _presented(line: str, start: int, clock: Clock) -> Time | None:
    """Return the years of the plan that a line presents, if they lie ahead; None if it presents none."""
    match = _PRESENTS_A_PLAN.match(line)
    years = plan_years(match["number"] + _FIVE_YEARS) if match else None
    if match is None or years is None or clock.plan is None or years[0] < clock.plan:
        return None
    return Time("span", years, start, start + match.end(), match[0])


def leads_a_list(line: str, following: str) -> bool:
    """Return whether a line turns from years to the last of them, and the text behind it lists what was done in that.

    各位代表,2021年,我们…。 above 一是…, 二是….
    """
    content = half_width(line[:_OPENING_CHARACTERS].lstrip(_MARKS))
    return bool(_TURNS_TO_LAST.match(content) and _FIRST_ITEM.match(half_width(following)))


def _may_govern(time: Time, clock: Clock) -> bool:
    """Return whether a year may govern what follows: one that opens a clause, the one reviewed or that planned."""
    return time.opens or (time.years is not None and time.years[0] in (clock.review, clock.plan))


def opens_a_sentence(half: str, at: int) -> bool:
    """Return whether what stands at an offset opens a sentence that is not the first of its paragraph."""
    return bool(_SENTENCE_END_BEFORE.search(half[max(0, at - _LEAD_CHARACTERS) : at]))


def announces(line: str) -> bool:
    """Return whether a line ends with a list to come."""
    return bool(_ANNOUNCES.search(_end_of(line)))


def is_about_the_whole(line: str) -> bool:
    """Return whether a line turns to a whole review or plan: 各位代表, or 主要做了以下工作."""
    beginning = half_width(line[:_OPENING_CHARACTERS]).strip()
    found = _ANNOUNCES.search(_end_of(line))
    return bool(_ADDRESS.search(beginning) or _WHOLE.search(beginning) or (found and len(found[0]) > 1))


def _end_of(line: str) -> str:
    return half_width(line.rstrip()[-_OPENING_CHARACTERS:])


def covers_years(time: Time) -> bool:
    """Return whether a time says what years a text is about, not how long one thing takes."""
    return time.kind == "span" and not _ONLY_LASTS.search(time.words)


def past_years(time: Time, clock: Clock) -> Time:
    """Return 经过五年 as the years up to the one reviewed: where a text plans, they do not govern it."""
    return years_lasted(time, clock, is_ahead=False) if time.words.startswith(_AFTER) else time
