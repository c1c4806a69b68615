"""Find the paragraphs after the last section that speak of the whole chapter: what was achieved, learnt, still missing.

A review often ends with them, without an address to the deputies above. They belong to the chapter, not to its last
section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Literal

from tui.convert.headings import ADDRESS, MAX_HEADING
from tui.convert.topics import opening_topic, opening_words, parallel_openings

Kind = Literal[
    "results",
    "difficulties",
    "lessons",
    "government",
    "planning",
    "deeds",
    "last year",
    "period",
    "fields",
    "defence",
    "relief",
    "apart",
    "others",
    "itself",
    "names",
]
#: What may precede what is said of the government.
_WHEN = r"(?:(?:[^。，]{1,6}年来?|去年以来|(?:与此)?同时|站在[^。，]{2,8}上)，)?(?:我们|政府系统)?"
#: What a government says of itself.
_ON_ITSELF = "(?:主题教育|教育实践活动|两学一做|三严三实|自身建设|从严治党|政治纪律|两个确立|人大[^。]{0,12}(?:监督|决议))"
#: What may precede the fields of work that no section is about.
_ALSO = r"(?:[^。，、]{1,14}，){0,2}"
#: Fields of work that have hardly any section of their own.
_FIELDS = (
    "外事|侨务|港澳|对台|统计|审计|档案|民族|宗教|气象|地震|国防|双拥|人防|人民防空|海防|民兵|妇女|儿童|残疾人|老龄|工会|共青团|妇联|文联|科协|红十字"
    "|慈善|参事|文史|地方志|史志|保密|机关事务|国家安全|消防|退役军人|海关|海事|邮政|计划生育|物价|监察|科普|哲学社会科学|仲裁|检验检疫|贸促|口岸"
)
#: Different ones that a paragraph names which is about them.
_FIELD, _MIN_FIELDS = re.compile(_FIELDS), 4
#: How paragraphs open that speak of a whole chapter, each with an example. The first that fits decides.
WRAP_UPS: tuple[tuple[Kind, str, str], ...] = (
    (
        "difficulties",
        r"(?:[^。，]{0,24}，)?我们也?(?:还|必须|应当?|要)?(?:十分|更加|非常)?(?:清醒|清楚)地?(?:看到|认识)",
        "我们也清醒地看到，发展中还有短板。",
    ),
    (
        "difficulties",
        r"在(?:充分|全面)?(?:看到|肯定|总结|取得)[^。]{0,20}(?:同时|时候)，",
        "在肯定成绩的同时，也要看到差距。",
    ),
    (
        "difficulties",
        r"(?:[^。，]{0,24}，){0,2}(?:但是?|同时|当然|然而|我们的工作)[^。]{0,20}存在(?:着|一些|不少|许多|诸多|很多)[^。，]{0,6}(?:困难|问题|不足)",
        "同时，我市发展仍存在不少困难和问题。",
    ),
    ("difficulties", r"我们在?(?:工作|前进|发展)[^。，]{0,10}存在", "我们在前进中还存在不少困难。"),
    ("difficulties", r"[^。]{0,16}虽然取得了[^。]{0,30}，但", "五年来虽然取得了很大成绩，但差距仍然明显。"),
    ("difficulties", r"(?:在此，)?需要?(?:特别)?(?:向各?位?代表们?)?(?:说明|强调|指出|报告)的是，", "需要说明的是，有两项指标未能实现预期目标。"),
    ("results", r"[^。，]{0,6}年来，全[省市区州](?:上下|各族|人民)", "两年来，全市上下迎难而上，采取了许多举措。"),
    ("results", r".{60,400}(?:致以|表示)[^。]{0,6}(?:崇高|衷心|诚挚)", "惟其艰难，方显勇毅。世界经济复苏艰难曲折，极端天气事件多发频发，全省上下一路承压、一路向好，发展立柱架梁，拼搏赢得精彩。在此，我代表省人民政府，向全省各族人民致以崇高敬意！"),
    (
        "results",
        r".{0,60}(?:(?:成绩|成就|成果)[^。]{0,10}(?:来之不易|(?:实属|殊为)不易)|取得(?:了?这些|这样的|上述|以上)成[绩就])",
        "过去一年的成绩来之不易。",
    ),
    (
        "results",
        r"(?:以上|上述|这些)(?:成绩|成就)|(?:.{0,60}[，。]|[^。，]{0,12})(?:这些)?成[绩就]的取得|[^。，]{0,12}取得的(?:这些|上述|以上)?的?成[绩就]，|[^。]{0,120}成[绩就]来之不易。",
        "成绩的取得，得益于党中央的坚强领导。",
    ),
    ("results", r"(?:过去|[一五5])[^。，]{0,4}年来?的(?:这些)?成[绩就]|(?:[^。]{0,24}，)?总的[来看说]", "过去五年的成绩，是各方面共同奋斗的结果。"),
    ("results", r"[^。，]{0,6}年(?:来)?，[^。]{0,80}这是[^。]{0,40}(?:奋斗|努力|领导)的结果", "过去一年，我市经济繁荣，社会稳定，这是全市人民共同奋斗的结果。"),
    ("results", r"(?:经过|通过)[一五5]年来?的[^。，]{0,6}努力，[^。]{0,30}(?:人大|目标|任务|规划)", "经过一年来的努力，各项目标全面实现。"),
    (
        "lessons",
        r"(?:[^。]{0,40}。)?(?:[^。]{0,40}。)?(?:回[顾首望]|总结)[^。，]{0,16}(?:年|工作|历程|实践)",
        "回顾一年来的工作，必须实干。",
    ),
    (
        "lessons",
        r"[^。，]{0,10}[一五几]年(?:来)?的实践|[^。]{0,40}(?:深[切深刻]地?(?:体会|认识)到|积累了[^。]{0,10}经验)|[^。，]{0,6}年来，[^。]{0,120}积累了[^。]{0,12}经验",
        "五年的实践使我们认识到规律。",
    ),
    ("lessons", r"总之，|展望(?:未来|新的)|我们(?:坚信|相信|深信)，", "我们坚信，目标一定能够实现。"),
    ("lessons", r"[^。，]{0,16}任务的?(?:圆满|全面|顺利|如期)?完成，标志", "去年各项任务的完成，标志着规划目标实现。"),
    ("lessons", r"(?:完成|实现|做好)(?:上述|以上)[^，。]{0,10}(?:任务|目标|工作)，", "实现上述目标，必须转变作风。"),
    ("lessons", r"为(?:切实)?(?:做好|完成)今年[^。，]{0,12}(?:工作|任务|目标)，", "为切实做好今年的工作，将对重大项目进行督查。"),
    ("government", r"[^。]{0,40}对(?:各级)?政府[^。，]{0,8}(?:提出|要求|的[^。，]{0,4}考验)", "新形势新任务，对政府工作提出新要求。"),
    ("government", r"面[对临][^。]{0,30}(?:形势|任务|机遇|挑战)[^。]{0,24}各级政府", "面对新的形势和任务，各级政府必须改进作风。"),
    ("government", r"(?:全面)?(?:完成|实现|做好)(?!上述|以上)[^。]{0,40}(?:任务|目标|工作)，(?:我们)?(?:各级政府|必须|要求)|完成今后[^。，]{0,6}的任务，", "完成今年各项任务，必须加强政府自身建设。"),
    ("government", r"在[^。，]{2,24}(?:各项|以上|上述)工作的?同时，", "在做好各项工作的同时，我们加强政府自身建设。"),
    ("government", rf"{_WHEN}[^。，]{{0,8}}(?:加强|强化|推进|重视)(?:政府)?自身建设", "2017年，我们进一步加强政府自身建设。"),
    ("government", rf"{_WHEN}自觉接受[^。，]{{0,8}}人大", "我们自觉接受人大监督，认真办理建议和提案。"),
    ("government", rf"{_WHEN}[^。，]{{0,6}}(?:坚持|加强|落实|推进)[^。，]{{0,12}}(?:党的全面领导|党的领导|党的建设|政治建设|党建|从严治党)", "2024年，我们坚持和加强党的全面领导。"),
    (
        "government",
        rf"(?:[^。，]{{1,30}}，){{0,2}}(?:我们|(?:全[省市区])?各级(?:人民)?政府|(?:省|市|自治区)(?:人民)?政府)[^。]{{0,50}}{_ON_ITSELF}",
        "按中央要求，省政府深入开展主题教育。",
    ),
    (
        "planning",
        r"(?:今年(?!，我们将)[^。]{0,60}|“十[^”]{1,2}”时期[^。]{0,60}。[^。]{0,40})(?:(?:编制|制订|制定)好?[^。，]{0,16}规划|规划[^。，]{0,4}(?:编制|制订|制定))|(?:编制|制订)好“十[^”]{1,2}”规划",
        "今年，我们还要做好“十三五”规划编制工作。",
    ),
    (
        "deeds",
        r"(?:[^。！]{0,30}[！。])?[^。]{0,24}(?:[0-9]|[一二三四五六七八九十])[大类]?[件项][^。，、]{0,10}实事",
        "今年，我们要办好10件民生实事。",
    ),
    ("last year", r"刚刚过去的?(?:19|20)\d\d年|(?:19|20)\d\d年，(?:我们还|全[省市区]经济)", "刚刚过去的2010年，经济平稳较快增长。"),
    ("last year", r"(?:19|20)\d\d年，?也?是[^。]{0,24}(?:最后一年|收官之年|届满|换届)", "2017年是本届政府的收官之年。"),
    (
        "period",
        r"(?:(?:刚刚)?过去的?[一五5]年|[一五5]年来|(?:这|几)[一五几]年来?)，(?!.{0,120}(?:新的一年|今年|我们要|的结果))",
        "一年来，我们经受住了严峻考验。",
    ),
    ("fields", rf"{_ALSO}(?:[^。，；]{{0,16}}?(?:{_FIELDS})[^。，；、]{{0,8}}[、和]){{3}}", "外事、侨务、统计、审计、档案等工作取得新成绩。"),
    ("fields", r"其[他它]各项(?:工作|事业)", "其它各项工作都取得了新进展。"),
    (
        "defence",
        rf"{_ALSO}(?:[^。，；、]{{0,6}}(?:支持|加强|开展|做好|深化|完善|抓好|关心))?[^。，；、]{{0,8}}(?:国防|驻..?(?:部队|(?:中国)?人民解放军)|军队|双拥|拥军|军政、?军民)",
        "继续加强国防教育和国防后备力量建设。",
    ),
    ("relief", r"(?:去年，)?[^。，]{0,12}地震[^。，]{0,4}后，", "四川汶川特大地震发生后，我市立即组织救援。"),
)  # fmt: skip
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
    "政府|依法|法治|法制|廉|腐|作风|行政|监督|政务|审批|公务员|干部|职能|效能|效率|纪律|从严治党|党[的风]|主题教育|提案|服务型|督[查办]|问责|执行力|八项规定|三公|机关"
)
_APART = re.compile(r"此外，|(?:与此)?同时，|[去今明]年|当前，|(?:过去)?[一五]年来?，|(?:19|20)\d\d年")
#: The heading of a section in which defence, or fields of society, may be a part.
_ON_SOCIETY = re.compile("社会|和谐|民主|法[治制]|文明|国防|军|事业|协调")
_ON_SAFETY = re.compile("安全|稳定|平安|治理|治安|风险")
#: The heading of a section on how people live, and an address that announces what will be done for them.
_ON_LIVES = re.compile("民生|生活|福祉|惠民|民心|人民(?!满意|政府)|群众|社会(?:事业|建设)|实事")
_DEEDS = re.compile(r"(?:[件项类个批]|民生)(?=[^。，]{0,14}实事)")
_ANNOUNCES = re.compile("今年|将|遴选|征集|确定")
_DONE = re.compile("[^。]{0,20}(?:过去|一年来|五年来)")
#: Characters of such an address in which it says so.
_MAX_ADDRESS = 300
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
_MAY_GOVERN = re.compile("民主|政治|文明|法[治制]|社会(?:进步|管理|治理)|改革|环境|职能")
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
            above = section[position - 1]
            return above if position > 1 and _OTHER_FIELDS.match(lines[above].strip()) else section[position]
    return None


def lead_line(lines: Sequence[str], section: int, following: int) -> int | None:
    """Return the line where a chapter begins to lead into sections that count anew, None where no line does.

    A plan of several years, and one of the next: the goals of that stand between the sections of both.

    Args:
        lines: The lines of a chapter.
        section: The last section of the first run.
        following: The first section of the second run.
    """
    between = [index for index in range(section + 1, following) if lines[index].strip()]
    if not between or not lines[between[-1]].rstrip().endswith(("：", ":")):
        return None
    above = takewhile(lambda index: _GOALS.match(lines[index].strip()), reversed(between[:-1]))
    return min(above, default=between[-1])


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
    topics = {index for index, paragraph in enumerate(section) if opening_topic(paragraph)}
    heading = _heading(section[0])
    is_on_government = bool(_ON_GOVERNMENT_ALONE.match(heading))
    for index, paragraph in enumerate(section[1:], 1):
        by_words = (
            None if _is_heading(section[index - 1]) else _kind_by_words(paragraph, is_on_government, names)
        )
        for kind in (_kind(paragraph), by_words):
            if kind is None:
                continue
            is_topic = kind in _MAY_BE_TOPICS and index in topics
            is_above_topics = kind in _NOT_ABOVE_TOPICS and index < max(topics, default=0)
            is_parallel = kind != "period" and opening_words(paragraph) in parallel
            if not (is_topic or is_above_topics or is_parallel or _belongs(kind, heading, paragraph)):
                yield index, kind
                break


def _belongs(kind: Kind, heading: str, paragraph: str) -> bool:
    """Return whether a paragraph that opens as a wrap-up may be about what its section is about."""
    is_on_government = bool(_ON_GOVERNMENT_ALONE.match(heading))
    is_on_society = not is_on_government and (is_about_lives(heading) or bool(_ON_SOCIETY.search(heading)))
    governs = not is_on_government or bool(_GOVERNS.search(paragraph, 0, _BEGINNING))
    return (
        (kind == "deeds" and is_about_lives(heading))
        or (kind == "government" and bool(ON_GOVERNMENT.match(heading)))
        or (kind == "period" and bool(ON_GOVERNMENT.match(heading)) and governs)
        or (kind == "apart" and governs)
        or (kind == "others" and (governs or bool(_ON_SOCIETY.search(heading) or _ON_SAFETY.search(heading))))
        or (kind == "itself" and bool(ON_GOVERNMENT.match(heading) or _MAY_GOVERN.search(heading)))
        or (kind == "fields" and is_on_society)
        or (kind in ("defence", "relief") and (is_on_society or bool(_ON_SAFETY.search(heading))))
    )


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


def _kind_by_words(paragraph: str, is_on_government: bool, names: frozenset[str]) -> Kind | None:
    """Return the kind of a paragraph that does not open as a wrap-up, by all its words and what its section is on.

    Args:
        paragraph: The paragraph.
        is_on_government: Whether its section is on the government alone.
        names: The last words of the headings of the other sections.
    """
    if names_several(paragraph, names):
        return "names"
    if is_on_government:
        if _APART.match(paragraph.strip()):
            return "apart"
        return "others" if len(set(_FIELD.findall(paragraph))) >= _MIN_FIELDS else None
    return "itself" if speaks_of_government(paragraph) else None


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
