"""Find what a text says of time: years, spans of years, goals, and years something is compared with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from tui.report.grammar import YEAR
from tui.report.model import FrontMatter
from tui.report.numerals import small_number

#: One year; several years; how many, before or after now; a year by which something is to be reached; a year only compared with.
Kind = Literal["year", "span", "lasting", "goal", "base"]

_DIGITS = rf"(?:(?<!\d){YEAR}|[一二][九〇○零0][〇○零0一二三四五六七八九]{{2}})"
_Y = f"{_DIGITS} ?年"
_ANY_YEAR = re.compile(rf"({_DIGITS}) ?年?")
#: How many years: not the end of a larger number.
_N = r"(?:(?<!十)[两二三四五六七八九十]|(?<![\d.])[2-9]|(?<![\d.])10)"
_NUMBER = re.compile(r"[两二三四五六七八九十]|\d+")
#: A plan of five years, and one in quotation marks: 十三五, “十三五”.
_PLAN = "(?:十[一二三四五]?|[一二三四六七八九])五"
QUOTED_PLAN = f"[“\"‘'「]{_PLAN}[”\"’'」]"
_ANY_PLAN = f"(?:{QUOTED_PLAN}|{_PLAN})"
_PLAN_NUMBER = re.compile(r"(十?[一二三四五六七八九]?)五")
#: The tenth plan began in 2001; the first two were followed by years without one.
_FIRST_YEARS = {1: 1953, 2: 1958}
_COMPARED = "(?:比|较|与|同|跟|由|从|自|相当于|等于|[高低多少优快慢强好]于|超过)"
_UNTIL_NOW = "(?:以来|至今|到现在|到目前)"
#: A meeting from this month on plans the next year.
_NEXT_YEAR_MONTH = 9
#: The month from which a report that plans the year may tell of its first months.
_LATE_MONTH = 4
_REPORT = "报告"
_ELAPSED = re.compile("今年.")
_ONE_YEAR = re.compile("一年|^过去$")
#: Years a government is in office.
GOVERNMENT_YEARS = 5


class Clock(NamedTuple):
    """The years relative words of a report count from.

    Attributes:
        review: The year it reviews; None if unknown.
        plan: The year it plans; None if unknown.
        today: The year it calls 今年 where it plans.
        is_late: Whether a part of the year it plans was over when it was read.
    """

    review: int | None
    plan: int | None
    today: int | None
    is_late: bool = False

    def past(self, years: int) -> tuple[int, int] | None:
        """Return so many years up to the one reviewed."""
        return None if self.review is None else (self.review - years + 1, self.review)

    def future(self, years: int) -> tuple[int, int] | None:
        """Return so many years from the one planned on."""
        return None if self.plan is None else (self.plan, self.plan + years - 1)


class Time(NamedTuple):
    """What a text says of time.

    Attributes:
        kind: What it is.
        years: The first and the last year; None where the report does not tell.
        start: Offset of its first character.
        end: One past its last character.
        words: The words.
        opens: Whether it opens a clause, and so may govern the next ones: 2022年,…, but not 入选2022年示范城市.
    """

    kind: Kind
    years: tuple[int, int] | None
    start: int
    end: int
    words: str
    opens: bool = True


def is_read_late(front: FrontMatter) -> bool:
    """Return whether a part of the year a report plans was over when it was read."""
    year, _, rest = front.date.partition("-")
    return year == str(front.plan_year) and int(rest[:2] or 0) >= _LATE_MONTH


def clock_of(front: FrontMatter, text: str) -> Clock:
    """Return the years the relative words of a report count from."""
    review, plan = front.review_year, front.plan_year
    if not front.date:
        return Clock(review, plan, plan)
    year, month = int(front.date[:4]), int(front.date[5:7] or 0)
    is_spoken = (_REPORT in front.title or front.speaker is not None) and review is None and plan is None
    if is_spoken and 0 < month < _NEXT_YEAR_MONTH:
        review, plan = year - 1, year  # the headings only name plans of several years
    is_read_within = year == review and month >= _NEXT_YEAR_MONTH and text.count("明年") > text.count("去年")
    return Clock(review, plan, review if is_read_within else plan, is_read_late(front))


def years_in(words: str) -> list[int]:
    """Return the years some words name, in any digits."""
    found = (
        small_number(year if year.isascii() else year.replace("0", "〇")) for year in _ANY_YEAR.findall(words)
    )
    return [year for year in found if year]


def _number(words: str) -> int:
    match = _NUMBER.search(words)
    return (small_number(match[0]) if match else None) or GOVERNMENT_YEARS


def plan_years(words: str) -> tuple[int, int] | None:
    """Return the years of a five-year plan: 2016 and 2020 for “十三五”."""
    match = _PLAN_NUMBER.search(words)
    number = small_number(match[1]) if match and match[1] else None
    if not number:
        return None
    first = _FIRST_YEARS.get(number, 1951 + 5 * number)
    return first, first + 4


def _one(year: int | None) -> tuple[int, int] | None:
    return None if year is None else (year, year)


def _named(words: str, clock: Clock) -> tuple[int, int] | None:
    return _one(next(reversed(years_in(words)), None))


def _from_to(words: str, clock: Clock) -> tuple[int, int] | None:
    years = years_in(words)
    return (years[0], years[-1]) if years and years[0] < years[-1] else None


def _since(words: str, clock: Clock) -> tuple[int, int] | None:
    years = years_in(words)
    if not years or clock.review is None or years[0] > clock.review:
        return None
    return years[0], clock.review


def _of_plan(words: str, clock: Clock) -> tuple[int, int] | None:
    return plan_years(words)


def _since_plan(words: str, clock: Clock) -> tuple[int, int] | None:
    years = plan_years(words)
    if years is None or clock.review is None or years[0] > clock.review:
        return None
    return years[0], min(years[1], clock.review)


def _last_of_plan(words: str, clock: Clock) -> tuple[int, int] | None:
    years = plan_years(words)
    return years and _one(years[1])


def _end_of_century(words: str, clock: Clock) -> tuple[int, int] | None:
    return 2000, 2000


def _reviewed(words: str, clock: Clock) -> tuple[int, int] | None:
    return _one(clock.review)


def _years_ago(words: str, clock: Clock) -> tuple[int, int] | None:
    return _one(None if clock.review is None else clock.review - _number(words))


def _several_past(words: str, clock: Clock) -> tuple[int, int] | None:
    return clock.past(_number(words))


def _several_planned(words: str, clock: Clock) -> tuple[int, int] | None:
    return clock.future(_number(words))


def _shifted(years: int) -> Callable[[str, Clock], tuple[int, int] | None]:
    return lambda words, clock: _one(None if clock.today is None else clock.today + years)


class TimeRule(NamedTuple):
    """How a time is worded.

    Attributes:
        kind: What it is.
        pattern: How it is worded, as a regular expression without groups.
        years: Its years, from its words and the report's clock.
        example: A text with it, in a report that reviews 2023.
        means: Its years there.
    """

    kind: Kind
    pattern: str
    years: Callable[[str, Clock], tuple[int, int] | None]
    example: str
    means: tuple[int, int] | None


def _nothing(words: str, clock: Clock) -> None:
    return None


#: The first that fits at an offset counts.
TIME_RULES = (
    TimeRule("base", rf"(?:是|为|相当于|超过) ?{_DIGITS} ?年?(?:-|—|–|~|至|到)+{_Y}(?=[^,;。]{{0,6}}(?:总和|合计|之和|的总))", _nothing, "是2001年到2005年总和的2倍", None),
    TimeRule("span", rf"[从自由]?(?:{_DIGITS} ?年?(?:开始|起)?)(?:-|—|–|~|至|到)+{_Y}(?!\)?[》”])", _from_to, "2019-2023年累计投资", (2019, 2023)),
    TimeRule("base", rf"{_Y}(?:[^,;。]{{0,6}})?以来(?:同期|历史)?的?(?:最|新高|首|第一)", _nothing, "创2010年以来最好位次", None),
    TimeRule("base", rf"{_ANY_PLAN}以来(?:同期|历史)?的?(?:最|新高|首|第一)", _nothing, "是“十二五”以来最好水平", None),
    TimeRule("base", rf"{_Y}(?:\d+月)?[底末]?(?:之前|以前|前)(?:发布|出台|制定|颁布|印发|批准|形成|欠下)的", _nothing, "清理2020年底以前发布的文件", None),
    TimeRule("base", rf"(?:过去的?|近|这|最近的?)?{_N}年来的?(?:首|最|新高|第一)", _nothing, "十年来首次超过全国", None),
    TimeRule("base", rf"{_N}年前的?", _years_ago, "是五年前的2倍", (2018, 2018)),
    TimeRule("base", rf"[从自]?{_Y}\d+月份?以来(?:连续)?\d+个月", _nothing, "增速自2022年6月份以来18个月居全省首位", None),
    TimeRule("span", rf"[从自]?{_Y}(?:\d+月(?:份)?|底|初|末)?{_UNTIL_NOW}", _since, "2021年以来新建", (2021, 2023)),
    TimeRule("span", rf"[从自]{_Y}(?:\d+月(?:份)?)?(?:开始|起)", _since, "从2021年开始新建", (2021, 2023)),
    TimeRule("span", rf"{_ANY_PLAN}(?:时期)?{_UNTIL_NOW}", _since_plan, "“十四五”以来新建", (2021, 2023)),
    TimeRule("base", rf"{_COMPARED}(?:{QUOTED_PLAN}|{_PLAN}(?=[时期末初]))(?:时期)?(?:期?[末初]|期间)?", _last_of_plan, "比“十二五”末增长", (2015, 2015)),
    TimeRule("base", rf"(?:是|为){QUOTED_PLAN}(?:时期|期间|期?末)?的", _last_of_plan, "为“十二五”时期的3倍", (2015, 2015)),
    TimeRule("base", rf"[到至] ?{_Y}(?:同期的?(?:水平)?|的?水平)", _named, "恢复到2019年水平", (2019, 2019)),
    TimeRule("base", rf"{_COMPARED} ?{_Y}(?!起|开始)(?:[底末初]|同期)?(?:时?的)?|{_Y}(?:[底末]|平均水平)?(?:的)?基础上", _named, "由2018年的9元提高", (2018, 2018)),
    TimeRule("base", rf"(?:是|为|达到?|按|以) ?{_Y}(?:[底末初]|同期)?(?:时?的|价|水平|不变价|为基)", _named, "是2018年的2倍", (2018, 2018)),
    TimeRule("base", rf"(?:比|较)[上去]年(?:同期)?[和与及、](?:比|较)?{_Y}(?:[底末])?", _named, "比上年和2018年增长", (2018, 2018)),
    TimeRule("base", r"(?:比|较|与|同|由|从|超过|[高低多少]于)(?:上|去|前|头)[一两二三四五]?年|(?:比|较|与|同|高于)(?:过去|上届|上一届|前)[^,;。]{0,4}年?|[上去]年(?:同期|的?基础上|实际[涨增降]幅)", _nothing, "比上年增长", None),
    TimeRule("goal", rf"{_ANY_PLAN}(?:规划|计划|时期)?(?:期?末|收官之年)", _last_of_plan, "“十四五”末达到", (2025, 2025)),
    TimeRule("goal", r"(?:到|至)?(?:本|二十)世纪末", _end_of_century, "到本世纪末达到", (2000, 2000)),
    TimeRule("goal", rf"(?<!截)[到至] ?{_Y}|{_Y}(?:\d+月)?[底末]?(?:之前|以前|前)", _named, "到2025年达到", (2025, 2025)),
    TimeRule("span", rf"{_ANY_PLAN}(?:期间|时期|期内|五年)|{QUOTED_PLAN}(?=累计|年均|共|,|新增|完成|平均|(?:经济社会)?发展|工作|(?:主要)?目标|任务)", _of_plan, "“十三五”期间新建", (2016, 2020)),
    TimeRule("year", r"过去的?一年|一年来|[这近]一年|过去(?=的?\d{4}年)", _reviewed, "一年来新建", (2023, 2023)),
    TimeRule("span", rf"(?:过去的?|近|这|最近的?|刚刚过去的?){_N}年(?:多?来|间|里)?|{_N}年(?:多?来|间|里(?!程))", _several_past, "五年来新增", (2019, 2023)),
    TimeRule("lasting", rf"经过{_N}年(?:多?来)?|{_N}年(?:分别)?(?:累计|共|总计|合计|新[增建改]|平均|下降|提高|增长|增加|减少|降低|翻|接近翻)|(?:(?<=[,;。:、])|^){_N}年(?![来间内前后计规里一度期级制行义毛,])", _nothing, "五年累计", None),
    TimeRule("span", rf"本届政府(?:任期|成立|履职|组成)?[^,;。]{{0,4}}?(?:以来|的?{_N}年来?)", _several_past, "本届政府成立以来新增", (2019, 2023)),
    TimeRule("span", rf"(?:今后|未来|往后)的?{_N}年|(?:用|利用|通过|力争){_N}年(?:左右)?的?时?间?|{_N}年(?:之?内|时间)", _several_planned, "今后五年新建", (2024, 2028)),
    TimeRule("year", r"初步(?:核算|统计|预计|测算)", _reviewed, "初步核算", (2023, 2023)),
    TimeRule("year", r"今年(?:以来|上半年|年初|(?:前?[一二三四]|[1-4])季度|前?[\d一二三四五六七八九十]+(?:至|-|—|到)?[\d一二三四五六七八九十]*个?月)", _shifted(0), "今年上半年新建", (2024, 2024)),
    TimeRule("year", r"本年度?|今年", _shifted(0), "今年新建", (2024, 2024)),
    TimeRule("year", r"明年", _shifted(1), "明年新建", (2025, 2025)),
    TimeRule("year", r"去年|(?<!以)上年", _shifted(-1), "去年新建", (2023, 2023)),
    TimeRule("year", r"前年", _shifted(-2), "前年新建", (2022, 2022)),
    TimeRule("year", rf"(?<![-—–~]){_Y}(?!\)?[》”])", _named, "2022年新建", (2022, 2022)),
    TimeRule("year", r"全年(?!的)", _nothing, "全年新建", None),
    TimeRule("year", r"(?<![\d一二两三四五六七八九十几半多])年(?:内|底[之以]?前)", _nothing, "年内新建", None),
)  # fmt: skip
#: What each of them has, and how many characters may stand before and behind it.
_ANCHOR = re.compile("年|初步|五[”\"’'」时期末规计]|世纪末|届政府")
_BEFORE_ANCHOR, _BEHIND_ANCHOR = 18, 16
#: What stands before a time that opens a clause.
_OPENS_CLAUSE = re.compile(
    r"(?:^|[\s,;。:!?(、]|[在于至到从自和与及]|截至|预计|其中|展望|回顾|总结|回首|力争|争取|确保|计划)$"
)
#: The first characters of all rules: to look for one of them first takes half of the time.
_FIRST = "从自由123456789一二两三四五六七八九十“\"‘'「比较与同跟相等高低多少优快慢强好超是为到至达按以上去前本过这近最刚经今未往用利通力初明全年"
#: The empty group behind a rule tells which one matched. One around it would hide the rule's first character.
_TIMES = re.compile(f"(?=[{_FIRST}])(?:{'|'.join(f'(?:{rule.pattern})()' for rule in TIME_RULES)})")


def is_elapsed(time: Time) -> bool:
    """Return whether a time is the part of a year that is over in a report read within it: 今年上半年."""
    return _ELAPSED.match(time.words) is not None


def is_one_year(time: Time) -> bool:
    """Return whether a time is the year behind as such: 一年来, 过去一年, 刚刚过去的2023年."""
    return _ONE_YEAR.search(time.words) is not None


def years_lasted(time: Time, clock: Clock, *, is_ahead: bool) -> Time:
    """Return a time that only says how many years, as the years up to the one reviewed, or from the one planned on."""
    if time.kind != "lasting":
        return time
    years = clock.future(_number(time.words)) if is_ahead else clock.past(_number(time.words))
    return time._replace(kind="span", years=years)


def times_in(half: str, clock: Clock, shift: int = 0) -> Iterator[Time]:
    """Yield the times a text in half-width characters states, in order.

    Args:
        half: The text.
        clock: The report's years.
        shift: What to add to offsets.
    """
    for start, end in _windows(half):
        for match in _TIMES.finditer(half, start, end):
            rule = TIME_RULES[(match.lastindex or 1) - 1]
            if rule.kind == "lasting" and _is_quoted(half, match.start()):
                continue
            years = rule.years(match[0], clock)
            opens = _OPENS_CLAUSE.search(half, max(0, match.start() - 3), match.start()) is not None
            yield Time(rule.kind, years, match.start() + shift, match.end() + shift, match[0], opens)


def _is_quoted(half: str, offset: int) -> bool:
    """Tell whether an offset is between quotation marks: a slogan (“五年增绿山川，十年建成森林城市”) states no time."""
    return half.rfind("“", 0, offset) > half.rfind("”", 0, offset)


def _windows(half: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that may state a time: trying all rules at each character takes far longer."""
    start, end = 0, -1
    for match in _ANCHOR.finditer(half):
        if match.start() - _BEFORE_ANCHOR > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _BEFORE_ANCHOR)
        end = match.end() + _BEHIND_ANCHOR
    if end >= 0:
        yield start, end
