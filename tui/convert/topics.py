"""Find the headlines that open paragraphs: topics, items, and those that have a line of their own.

A topic is a short headline sentence with text about it below. It opens a paragraph (``加力提效扩大投资。树牢…``), has a line of
its own above it, or is inside a long paragraph (:mod:`tui.convert.inline_topics`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tui.convert.headings import ADDRESS, ITEM
from tui.convert.inline_items import item_heading
from tui.convert.inline_topics import MIN_BODY, SENTENCE, STATES, Headline, form_of
from tui.report.grammar import CLAUSE_ENDS

_NO_OPENER = re.compile(r"[;；:：!！?？…]|[0-9０-９](?![^“”]*”)")
_OPENER_MAX, _HEADLINE_MIN = 26, 4
#: Characters a headline on a line of its own never holds.
_NO_LINE = re.compile(rf"[{CLAUSE_ENDS}0-9０-９…|\t【】\[\]]")
_LINE_MAX, _LINE_PAUSES = 36, 2
#: Characters and pauses of headlines of parallel paragraphs that look at a period: ``五年来，我们坚持…，…。``
_PERIOD_MAX, _PERIOD_PAUSES = 60, 4
#: Paragraphs are parallel if so many open with the same characters, so many of them.
MIN_PARALLEL, _SAME_CHARACTERS = 3, 2
#: Characters of a paragraph in a row of such that open with headlines, and paragraphs of such a row.
_LONG, _MIN_ROW = 100, 4
_DASHES = re.compile(r"^[—―–－─]{1,3}\s*")
#: Characters below a topic with a dash, which may have others below it.
_MIN_DASHED_BODY = 15
#: How paragraphs open that speak of a whole period, each with an example: they are topics only where several do.
PERIODS: tuple[tuple[str, str], ...] = (
    (
        r"(?:过去)?的?[一二两三四五几]年[以间]?[来，,]|过去的?[一二两三四五几]年|这[一二两三四五几]年",
        "五年来，我们克难奋进。",
    ),
    (r"(?:刚刚|即将)过去", "刚刚过去的一年，极不平凡。"),
    (r"(?:\d{4}|[一二][一二三四五六七八九〇○零]{3})年[，,是]", "2015年，我们圆满完成了任务。"),
    (r"回[顾首望]|总结|展望|在(?:总结|肯定|看到)", "回顾五年工作，我们深深体会到。"),
)
_PERIOD = re.compile("|".join(pattern for pattern, _ in PERIODS))
_PERIOD_WORDS = re.compile(f"(?:{_PERIOD.pattern})[，,是的]?")
#: First sentences that are never topics, each with an example.
NO_TOPICS: tuple[tuple[str, str], ...] = (
    (r"(?:尊敬的)?各位(?:代表|委员)|同志们|代表们", "各位代表，成绩来之不易。"),
    (r"[^。]*(?:来之不易|不平凡|不寻常)|看似寻常|事非经过|成如容易", "成绩来之不易，奋斗才有收获。"),
    (r"成绩[^，。]{2,6}，", "成绩令人鼓舞，经验弥足珍贵。"),
    (r"[^。]*清醒地?(?:看到|认识)", "我们清醒地看到，困难还不少。"),
    (r"[^。]*存在着?(?:不少|一些|许多)[^。，]*(?:困难|问题|矛盾|不足)", "我们在前进中还存在不少矛盾和困难。"),
    (r"习近平|党中央", "习近平总书记深情牵挂。"),
    (r"今[年后]|明年|新的一年|当前|去年|上年|总之", "今年，要办好十件实事。"),
    (r"[^。]*(?:以下|下列|如下|方面的?工作)", "重点抓好以下工作。"),
    (
        r"(?:做好|全面完成|完成|实现)(?:今[年后]|明年|新的一年|上述|以上|这些)[^，。]*，|[^。]*(?:责任重大|任务艰巨|至关重要)",
        "做好今年各项工作，政府责任重大。",
    ),
    (
        r"[^。]*对[^。]{0,4}政府[^。]{0,8}提出|(?:进入|站在|踏上|开启)新(?:时代|征程|起点)[上，]"
        r"|新(?:时代|征程|起点|形势|使命|任务)(?:、?新|要有|需要|要求|赋予|呼唤|政府工作)",
        "新形势新任务，对政府工作提出新要求。",
    ),
)
_NO_TOPIC = re.compile("|".join(pattern for pattern, _ in NO_TOPICS))
#: What follows a saying that opens a paragraph: ``民生无小事。我们要真心为民办事。``
_EXHORTS = re.compile(r"\s*我们(?:要|将|必须|一定)")
_TO_BECOME = re.compile("要(?!有)")
#: How sayings are built that open a paragraph, each with an example: verses have lines of five or seven characters.
SAYINGS: tuple[tuple[str, str], ...] = (
    (r"[^，、]{5}，[^，、]{5}|[^，、]{7}，[^，、]{7}", "惊涛骇浪从容渡，风雨无阻向前行"),
    (r"[^，]{1,3}之[要行道所基本][^，]?，[^，]{4}", "为政之要，民生至上"),
    (
        r"[^，]{2,4}(?:方能?|才能?|就是)[^，]{2,4}，[^，]{2,4}(?:方能?|才能?|就是)[^，]{2,4}",
        "思危方能居安，知忧才能克难",
    ),
    (r"[^，]{1,4}[惟唯莫][^，]{2,4}，[^，]{4,8}|[^，]{4}，[惟唯][^，]{3}", "民惟邦本，本固邦宁"),
)
_SAYING = re.compile("|".join(pattern for pattern, _ in SAYINGS))


@lru_cache(maxsize=512)  # several rules ask for that of the same paragraph
def opening_topic(paragraph: str, is_parallel: bool = False) -> Headline | None:
    """Return the topic that opens a paragraph, if its first sentence is one.

    Args:
        paragraph: The paragraph.
        is_parallel: Whether its neighbours open with the same words: then it may be a longer one.
    """
    first = SENTENCE.match(paragraph)
    if not first:
        return None
    sentence = _DASHES.sub("", first[0].strip())
    heading = sentence.rstrip("。")
    if (
        not sentence.endswith("。")
        or not _HEADLINE_MIN <= len(heading) <= _max_length(heading, is_parallel)
        or _NO_OPENER.search(heading)
        or _NO_TOPIC.match(heading)
        or heading.count("“") != heading.count("”")
        or (_PERIOD.match(heading) and not is_parallel)
        or (not _PERIOD.match(heading) and STATES.search(heading))
        or _pauses(heading) > _max_pauses(heading, is_parallel)
        or (
            not is_parallel and form_of(heading) == "either" and _is_saying(heading, paragraph[first.end() :])
        )
        or len(paragraph) - first.end() < (_MIN_DASHED_BODY if has_dash(paragraph) else MIN_BODY)
    ):
        return None
    return Headline(0, first.end(), heading)


def _is_saying(heading: str, below: str) -> bool:
    """Return whether a sentence that names neither an action nor a state is a saying, by its build or by what follows it.

    It is none above an exhortation if it says what is to become of something.
    """
    return bool(_SAYING.fullmatch(heading) or (_EXHORTS.match(below) and not _TO_BECOME.search(heading)))


def _max_length(heading: str, is_parallel: bool) -> int:
    """Return how many characters a headline may have that opens a paragraph."""
    if not is_parallel:
        return _OPENER_MAX
    return _PERIOD_MAX if _PERIOD.match(heading) else _LINE_MAX


def _max_pauses(heading: str, is_parallel: bool) -> int:
    if not is_parallel:
        return 1
    return _PERIOD_PAUSES if _PERIOD.match(heading) else _LINE_PAUSES


def _pauses(heading: str) -> int:
    return heading.count(",") + heading.count("，")


def has_dash(paragraph: str) -> bool:
    """Return whether a paragraph begins with a dash, as one of a list does: ``——工业生产提速。…``."""
    return bool(_DASHES.match(paragraph.strip()))


def without_dash(paragraph: str) -> str:
    """Return a paragraph, stripped, without the dash it begins with."""
    return _DASHES.sub("", paragraph.strip())


def dashed_lines(paragraphs: Sequence[str]) -> set[int]:
    """Return the indices of paragraphs that are items with dashes, several in a row: ``——新增就业3000人；``."""
    dashed: set[int] = set()
    row: list[int] = []
    for index, paragraph in enumerate([*paragraphs, "。"]):
        if not paragraph.strip():
            continue
        if _DASHES.match(paragraph.strip()):
            row.append(index)
        else:
            if len(row) >= MIN_PARALLEL:
                dashed |= set(row)
            row = []
    return dashed


def dash_heading(paragraph: str) -> str | None:
    """Return the heading of an item with a dash: all of a short one, else up to its first pause."""
    words = without_dash(paragraph).rstrip("；;。")
    return item_heading(words, 0)


def opening_words(paragraph: str) -> str:
    """Return the words that parallel paragraphs share; empty if the paragraph opens with no headline.

    They are the first two characters, or what names a period, with the mark or particle behind it.
    """
    first = SENTENCE.match(without_dash(paragraph))
    if not first or not first[0].endswith("。") or _NO_OPENER.search(first[0]) or _NO_TOPIC.match(first[0]):
        return ""
    return _shared_words(first[0]) if len(first[0]) <= _max_length(first[0], True) else ""


def _shared_words(text: str) -> str:
    period = _PERIOD_WORDS.match(text)
    return period[0] if period else text[:_SAME_CHARACTERS]


def parallel_openings(paragraphs: Sequence[str]) -> set[str]:
    """Return the characters with which several long paragraphs open: ``坚持…。``, ``这五年，…。``.

    Of paragraphs that open alike with a look at a period, all have a long first sentence for a headline if most have.
    """
    long = [without_dash(paragraph) for paragraph in paragraphs if len(paragraph) > 2 * MIN_BODY]
    opened = [(words, paragraph) for paragraph in long if (words := opening_words(paragraph))]
    short = Counter(words for words, paragraph in opened if paragraph.find("。") < _LINE_MAX)
    times = Counter(words for words, _ in opened)
    alike = Counter(_shared_words(paragraph) for paragraph in long if speaks_of_a_period(paragraph))
    return {
        words
        for words in times
        if short[words] >= MIN_PARALLEL
        or (times[words] >= MIN_PARALLEL and 3 * times[words] >= 2 * alike[words])
    }


def headline_rows(paragraphs: Sequence[str]) -> set[int]:
    """Return the indices of long paragraphs in a row that all open with a headline, if longer ones are taken, too.

    Those of the longer ones are left out that name neither an action nor a state.
    """
    found: set[int] = set()
    row: list[int] = []
    for index, paragraph in enumerate([*paragraphs, "。"]):
        if not paragraph.strip():
            continue
        is_long = len(paragraph) >= _LONG and not ITEM.match(paragraph) and not speaks_of_a_period(paragraph)
        if is_long and opening_topic(paragraph, True):
            row.append(index)
        else:
            found |= {index for index in row if len(row) >= _MIN_ROW and _is_named(paragraphs[index])}
            row = []
    return found


def _is_named(paragraph: str) -> bool:
    longer = opening_topic(paragraph, True)
    return bool(opening_topic(paragraph) or (longer and form_of(longer.heading or "") != "either"))


def heading_line(paragraph: str, follower: str, min_body: int = MIN_BODY) -> Headline | None:
    """Return the topic that has a line of its own above the paragraph it is about.

    Args:
        paragraph: The line.
        follower: The paragraph below.
        min_body: Characters of that paragraph.
    """
    heading = without_dash(paragraph)
    if (
        not _HEADLINE_MIN <= len(heading) <= _LINE_MAX
        or _NO_LINE.search(heading)
        or _NO_TOPIC.match(heading)
        or _pauses(heading) > _LINE_PAUSES
        or len(follower.strip()) < min_body
    ):
        return None
    return Headline(0, len(paragraph), heading)


def sentence_lines(paragraphs: Sequence[str]) -> dict[int, bool]:
    """Return the headlines that have a line of their own and a full stop, if there are several.

    Args:
        paragraphs: Those of one section that are not empty.

    Returns:
        Their indices, each with whether they have several paragraphs below, which may have headlines of their own.
    """
    pairs = [(line.strip(), follower) for line, follower in pairwise(paragraphs)]
    found: dict[int, bool] = {}
    for is_alike in (speaks_of_a_period, has_dash):
        alike = [
            index
            for index, (line, follower) in enumerate(pairs)
            if is_alike(line)
            and _is_long_line(line, follower)
            and not (has_dash(line) and has_dash(follower))
        ]
        found |= _with_gaps([index for index in alike if index not in found])
    lines = [index for index, pair in enumerate(pairs) if index not in found and _is_sentence_line(*pair)]
    return _outer_lines(pairs) | found | _with_gaps(lines)


def _outer_lines(pairs: Sequence[tuple[str, str]]) -> dict[int, bool]:
    """Return the headlines that have a line of their own and no mark, if the usual one has several paragraphs below."""
    lines = [index for index, pair in enumerate(pairs) if _is_bare_line(*pair)]
    return {line: True for line, is_outer in _with_gaps(lines).items() if is_outer}


def _is_bare_line(line: str, follower: str) -> bool:
    """Return whether a line without number and mark stands above a sentence, however short that is."""
    is_above_text = follower.strip().endswith(("。", "！"))
    return is_above_text and not ITEM.match(line) and heading_line(line, follower, 0) is not None


def _with_gaps(lines: Sequence[int]) -> dict[int, bool]:
    """Return lines, each with whether the usual one has several paragraphs below; none if there are few."""
    if len(lines) < MIN_PARALLEL:
        return {}
    gaps = sorted(below - line - 1 for line, below in pairwise(lines))
    return dict.fromkeys(lines, gaps[len(gaps) // 2] > 1)


def _is_long_line(line: str, follower: str) -> bool:
    """Return whether a line is one sentence above a paragraph, longer than a headline that is alone."""
    return (
        line.find("。") == len(line) - 1 <= _PERIOD_MAX
        and not _NO_OPENER.search(line)
        and not _NO_TOPIC.match(line)
        and _pauses(line) <= _PERIOD_PAUSES
        and len(follower.strip()) >= MIN_BODY
    )


def _is_sentence_line(line: str, follower: str) -> bool:
    heading = _DASHES.sub("", line[:-1])
    return (
        line.endswith("。")
        and len(heading) <= _OPENER_MAX
        and not (ITEM.match(line) or ADDRESS.match(line))
        and not (STATES.search(heading) and not _PERIOD.match(heading))
        and heading_line(heading, follower) is not None
    )


def speaks_of_a_period(paragraph: str) -> bool:
    """Return whether a paragraph opens with a look at a whole period: ``五年来，…``."""
    return bool(_PERIOD.match(paragraph))
