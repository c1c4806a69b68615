"""Find the paragraphs after the last section that speak of the whole chapter: what was achieved, learnt, still missing.

A review often ends with them, without an address to the deputies above. They belong to the chapter, not to its last
section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, takewhile

from tui.convert.headings import ADDRESS, MAX_HEADING
from tui.convert.topics import opening_topic, opening_words, parallel_openings
from tui.convert.wrap_up_openings import FIELDS, WRAP_UPS, Kind

#: Different fields that a paragraph names which is about them, below a section on the government and on stability.
_FIELD, _MIN_FIELDS, _MANY_FIELDS = re.compile(FIELDS), 4, 6
#: Kinds that may be topics of a section.
_MAY_BE_TOPICS = frozenset({"government", "planning", "deeds", "defence", "itself"})
#: Kinds that are none if topics follow.
_NOT_ABOVE_TOPICS = frozenset({"period", "fields", "defence", "relief", "apart", "others", "itself", "names"})
_WRAP_UPS = tuple((kind, re.compile(pattern)) for kind, pattern, _ in WRAP_UPS)
#: One of them: few paragraphs are, and to ask for each takes ten times as long.
_ANY_WRAP_UP = re.compile("|".join(f"(?:{pattern})" for _, pattern, _ in WRAP_UPS))
#: A paragraph about the fields that no section is about, which may come first.
_OTHER_FIELDS = re.compile(r"(?:与此)?同时，[^，。]{2,20}、[^，。]{2,20}、[^，。]{2,60}(?:工作|事业)")
#: The heading of a section on the government itself, which may speak of a whole period too.
ON_GOVERNMENT = re.compile("[^。]{0,60}(?:政府|政务|(?<!治理)效能|法治|法制|廉|作风|自身|行政|民主|执政)")
#: The heading of a section on the government alone, what such a section speaks of, and how its paragraphs open that
#: speak of something else.
_ON_GOVERNMENT_ALONE = re.compile("[^。]{0,60}(?:政府(?!实事)|政务|效能|廉|作风|自身|行政|执政)")
_GOVERNS = re.compile(
    "政府|依法|法治|法制|民主|廉|腐|作风|行政|监督|政务|审批|公务员|干部|职能|效能|效率|纪律|从严治党|党的(?:全面领导|领导|建设|政治)|党风|主题教育|提案|服务型|督[查办]|问责|执行力|八项规定|三公|机关"
)
_APART = re.compile(r"此外，|(?:与此)?同时，|[去今明]年|当前，|(?:过去)?[一五]年来?，|(?:19|20)\d\d年")
_BESIDES = re.compile(r"此外，|(?:与此)?同时，")
#: The heading of a section in which defence, or fields of society, may be a part.
_ON_SOCIETY = re.compile("社会|和谐|民主|法[治制]|文明|国防|军|事业|协调")
_ON_SAFETY = re.compile("安全|稳定|平安|治理|治安|风险")
#: The heading of a section on stability alone.
_ON_STABILITY = re.compile(
    "(?!.*(?:事业|民生|福祉|建设|发展|民主|法[治制]|文明|国防|军|协调|进步|治理)).*(?:安全|稳定|平安|风险|治安)"
)
#: The heading of a section on how people live, and an address that announces what will be done for them.
_ON_LIVES = re.compile("民生|生活|福祉|惠民|民心|人民(?!满意|政府)|群众|社会(?:事业|建设)|实事")
_DEEDS = re.compile(r"(?:[件项类个批]|民生)(?=[^。，]{0,14}实事)")
_ANNOUNCES = re.compile("今年|将|遴选|征集|确定")
_DONE = re.compile("[^。]{0,20}(?:过去|一年来|五年来)")
#: Characters of such an address in which it says so.
_MAX_ADDRESS = 300
#: The line that leads into sections that count anew.
_LEAD = re.compile(r".+[：:]|在[^。，]{4,24}(?:上|中|方面)，[^。]{4,60}。")
#: How paragraphs open that set the goals of a year.
_GOALS = re.compile(
    r"(?:今年|(?:19|20)\d\d年)(?:是|[^。]{0,24}(?:目标|要求))|(?:实现|完成|围绕)(?:今年|上述)[^。]{0,24}(?:目标|任务|要求)"
)
#: Characters of a paragraph that say what it is about.
_BEGINNING = 100
#: What governments say of themselves, each with an example; different words of that in a paragraph.
OF_ITSELF: tuple[tuple[str, str], ...] = (
    ("主题教育|教育实践活动|三严三实|两学一做|从严治党", "扎实开展主题教育"),
    ("自身建设|法治政府|政府系统|依法行政|政府职能|行政效能", "加强政府自身建设"),
    ("人大及?其?(?:常委会)?[^。，]{0,10}监督|代表(?:议案|建议)|政协提案", "自觉接受人大监督"),
    ("廉政|廉洁|工作作风|公务员", "加强廉政建设"),
)
_OF_ITSELF = re.compile("|".join(pattern for pattern, _ in OF_ITSELF))
_MIN_WORDS = 2
#: The last word of a heading, and how many of these a paragraph names that is about all sections of a chapter.
_LAST_WORD, _MIN_NAMED = re.compile(r"[\u4e00-\u9fff]{4}$"), 3
#: The heading of a section in which a government may speak of itself.
MAY_GOVERN = re.compile("民主|政治|文明|法[治制]|社会(?:进步|管理|治理)|改革|环境|职能")
#: Sections of a chapter that has a wrap-up; characters of the last one above it; most characters of the wrap-up,
#: unless it has few paragraphs, or all of them open as wrap-ups do.
_MIN_SECTIONS, _MIN_SECTION, _MAX_WRAP_UP, _FEW_PARAGRAPHS = 2, 100, 4000, 2


def wrap_up_line(lines: Sequence[str], sections: Sequence[int]) -> int | None:
    """Return the line where the wrap-up of a chapter begins, None where it has none.

    Args:
        lines: The lines of a chapter.
        sections: Those with the headings of its sections, in order.
    """
    if len(sections) < _MIN_SECTIONS:
        return None
    first, last = sections[0], sections[-1]
    headings = set(sections)
    usual = {_kind(lines[index]) for index in range(first, last) if index not in headings}
    heading = _heading(lines[last])
    below = range(last + 1, len(lines))
    addresses = (index for index in below if ADDRESS.match(lines[index]))
    end = next((index for index in addresses if not announces_deeds(heading, lines[index])), len(lines))
    section = [index for index in range(last, end) if lines[index].strip()]
    sizes = list(accumulate((len(lines[index]) for index in section), initial=0))
    # The last paragraph that does not open as a wrap-up does.
    plain = max(
        position for position, index in enumerate(section) if position == 0 or not _kind(lines[index])
    )
    names = last_words([_heading(lines[index]) for index in sections])
    for position, kind in _kinds([lines[index] for index in section], names):
        is_behind = sizes[position] >= _MIN_SECTION and (
            len(section) - position <= _FEW_PARAGRAPHS
            or sizes[-1] - sizes[position] <= _MAX_WRAP_UP
            or position > plain
        )
        if is_behind and kind not in usual:
            while position > 1 and _leads_up(lines[section[position - 1]], heading):
                position -= 1
            return section[position]
    return None


def _leads_up(paragraph: str, heading: str) -> bool:
    """Return whether a paragraph directly above a wrap-up is a part of it.

    It is if it is about other fields, or about the government in a section on something else, even as a topic.
    """
    is_on_government = _kind(paragraph) == "government" and not _belongs("government", heading, paragraph)
    return is_on_government or bool(_OTHER_FIELDS.match(paragraph.strip()))


def lead_line(lines: Sequence[str], section: int, following: int) -> int | None:
    """Return the line where a chapter begins to lead into sections that count anew, None where no line does.

    A plan of several years, and one of the next: the goals of that stand between the sections of both.

    Args:
        lines: The lines of a chapter.
        section: The last section of the first run.
        following: The first section of the second run.
    """
    between = [index for index in range(section + 1, following) if lines[index].strip()]
    if not between or not _LEAD.fullmatch(lines[between[-1]].strip()):
        return None
    above = takewhile(lambda index: _GOALS.match(lines[index].strip()), reversed(between[:-1]))
    return min(above, default=between[-1])


def address_line(lines: Sequence[str], sections: Sequence[int]) -> int | None:
    """Return the line with which the last section of a chapter addresses the deputies, None where it does not.

    Others of the chapter end with an address, and this one is not longer than they are.

    Args:
        lines: The lines of a chapter.
        sections: Those with the headings of its sections, in order.
    """
    if len(sections) <= _MIN_SECTIONS:
        return None
    ends = [
        next((index for index in range(below - 1, above, -1) if lines[index].strip()), above)
        for above, below in pairwise([*sections, len(lines)])
    ]
    *others, last = (len(lines[end]) if ADDRESS.match(lines[end]) else 0 for end in ends)
    is_alike = sum(map(bool, others)) >= _MIN_SECTIONS and last <= max(others)
    return ends[-1] if last and is_alike else None


def is_about_lives(heading: str) -> bool:
    """Return whether the heading of a section is about how people live."""
    return bool(_ON_LIVES.search(heading))


def announces_deeds(heading: str, address: str) -> bool:
    """Return whether an address to the deputies goes on with a section on how people live: with what is done for them."""
    if not is_about_lives(heading) or _DONE.match(address):
        return False
    above = (
        address[: deeds.start()].rpartition("。")[2] for deeds in _DEEDS.finditer(address, 0, _MAX_ADDRESS)
    )
    return any(map(_ANNOUNCES.search, above))


def _kinds(section: Sequence[str], names: frozenset[str]) -> Iterator[tuple[int, Kind]]:
    """Yield the indices of the paragraphs of a section that may begin a wrap-up, with their kinds.

    Those that open alike are topics. A look at a period, or at fields that no section is about, is no wrap-up if topics
    follow, a word on the government, on plans or deeds none if it is a topic.
    """
    parallel = parallel_openings(section[1:])
    topics = {index for index, paragraph in enumerate(section[1:], 1) if opening_topic(paragraph)}
    heading = _heading(section[0])
    for index, paragraph in enumerate(section[1:], 1):
        by_words = None if _is_heading(section[index - 1]) else _kind_by_words(paragraph, heading, names)
        for kind in (_kind(paragraph), by_words):
            if kind is None:
                continue
            is_topic = kind in _MAY_BE_TOPICS and index in topics and (kind != "defence" or len(topics) > 1)
            is_above_topics = kind in _NOT_ABOVE_TOPICS and index < max(topics, default=0)
            is_parallel = kind != "period" and opening_words(paragraph) in parallel
            belongs = _belongs(kind, heading, paragraph) or _returns(kind, heading, section[index + 1 :])
            if not (is_topic or is_above_topics or is_parallel or belongs):
                yield index, kind
                break


def _belongs(kind: Kind, heading: str, paragraph: str) -> bool:
    """Return whether a paragraph that opens as a wrap-up may be about what its section is about."""
    is_on_government = bool(_ON_GOVERNMENT_ALONE.match(heading))
    is_on_society = not is_on_government and bool(_ON_SOCIETY.search(heading))
    beginning = _heading(paragraph) if kind == "others" else paragraph[:_BEGINNING]
    governs = not is_on_government or bool(_GOVERNS.search(beginning))
    return (
        (kind == "deeds" and is_about_lives(heading))
        or (kind == "government" and bool(ON_GOVERNMENT.match(heading)))
        or (kind == "period" and bool(ON_GOVERNMENT.match(heading)) and governs)
        or (kind == "apart" and governs)
        or (kind == "others" and is_on_government and (governs or _is_on_more(heading)))
        or (kind == "itself" and bool(ON_GOVERNMENT.match(heading) or MAY_GOVERN.search(heading)))
        or (kind == "fields" and is_on_society)
        or (kind in ("defence", "relief") and (is_on_society or bool(_ON_SAFETY.search(heading))))
        or (kind == "relief" and is_about_lives(heading))
    )


def _is_on_more(heading: str) -> bool:
    """Return whether the heading of a section on the government names society, or safety, too."""
    return bool(_ON_SOCIETY.search(heading) or _ON_SAFETY.search(heading))


def _returns(kind: Kind, heading: str, below: Sequence[str]) -> bool:
    """Return whether a section goes on, below a paragraph on other fields, with what it is about."""
    if kind == "others" and _ON_GOVERNMENT_ALONE.match(heading):
        return any(map(_governs, below))
    may_return = kind == "others" or (kind in ("fields", "defence") and is_about_lives(heading))
    return may_return and bool(below) and _kind(below[0]) in (None, "deeds")


def _governs(paragraph: str) -> bool:
    """Return whether a paragraph is about how a government works, and does not open as wrap-ups do."""
    return bool(_GOVERNS.search(_heading(paragraph))) and not _kind(paragraph)


def _kind(line: str) -> Kind | None:
    text = line.strip()
    if not _ANY_WRAP_UP.match(text):
        return None
    return next(kind for kind, pattern in _WRAP_UPS if pattern.match(text))


def _is_heading(line: str) -> bool:
    text = line.strip()
    return len(text) <= MAX_HEADING and not text.endswith(("。", "！", "；", "："))


def _heading(line: str) -> str:
    return line.partition("。")[0].strip()


def _kind_by_words(paragraph: str, heading: str, names: frozenset[str]) -> Kind | None:
    """Return the kind of a paragraph that does not open as a wrap-up, by all its words and what its section is on.

    Args:
        paragraph: The paragraph.
        heading: The heading of its section.
        names: The last words of the headings of the other sections.
    """
    if names_several(paragraph, names):
        return "names"
    if _ON_GOVERNMENT_ALONE.match(heading):
        if _APART.match(paragraph.strip()):
            return "apart"
        return "others" if _names_fields(paragraph, _MIN_FIELDS) else None
    is_apart = _ON_STABILITY.match(heading) or _BESIDES.match(paragraph.strip())
    if is_apart and _names_fields(paragraph, _MANY_FIELDS) and not opening_topic(paragraph):
        return "others"
    return "itself" if speaks_of_government(paragraph) else None


def _names_fields(paragraph: str, count: int) -> bool:
    return len(set(_FIELD.findall(paragraph))) >= count


def last_words(headings: Sequence[str]) -> frozenset[str]:
    """Return the last words of the headings of sections, but for those of the last one."""
    *others, last = headings
    words = (match[0] for heading in others if (match := _LAST_WORD.search(heading)))
    return frozenset(word for word in words if word not in last)


def names_several(paragraph: str, names: frozenset[str]) -> bool:
    """Return whether a paragraph is about several sections of a chapter, by the last words of their headings."""
    return sum(word in paragraph for word in names) >= _MIN_NAMED


def speaks_of_government(paragraph: str) -> bool:
    """Return whether a government speaks of itself in a paragraph."""
    return len(set(_OF_ITSELF.findall(paragraph))) >= _MIN_WORDS
