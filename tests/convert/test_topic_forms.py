"""Headlines with a full stop, periods, and items of a closing."""

from __future__ import annotations

import pytest

from tests.convert.topic_samples import BODY, LONG_PERIODS, SHORT, tree
from tui.convert.topics import opening_topic

LONGER = "这一年，我们坚持绿色发展，全力做好服务保障，扎实推进各项重点工作，推动全市经济社会发展质量得到了新的提升，环境得到了改善"


@pytest.mark.parametrize(
    ("openings", "count"),
    [
        pytest.param(LONG_PERIODS, 4, id="all have a headline"),
        pytest.param([*LONG_PERIODS, LONGER], 4, id="most have"),
        pytest.param([*LONG_PERIODS[:3], LONGER, LONGER], 0, id="too few have"),
        pytest.param([*LONG_PERIODS[:2], f"这一年，成绩来之不易，{LONG_PERIODS[2][4:20]}"], 0, id="two and a sentence"),
    ],
)  # fmt: skip
def test_long_first_sentences_that_look_at_a_period_are_topics_if_most_paragraphs_have_one(
    openings: list[str], count: int
) -> None:
    found = tree("一、工作回顾\n" + "".join(f"{opening}。{BODY}\n" for opening in openings))
    assert [heading for _, level, heading in found if level == "topic"] == openings[:count]


def test_paragraphs_of_a_closing_that_open_alike_are_topics() -> None:
    openings = [f"五年来，我们坚持{what}" for what in ("改革开放", "创新驱动", "民生优先")]
    review = "".join(f"{opening}。{BODY}\n" for opening in openings)
    text = f"一、工作回顾\n（一）抓发展。{BODY}\n各位代表！五年来成效明显。\n{review}办好实事。{BODY}\n二、工作安排\n"
    assert tree(text)[2:-1] == [
        ("1.closing", "part", None),
        *((f"1.closing.{number}", "topic", opening) for number, opening in enumerate(openings, 1)),
        ("1.closing.continuation", "part", None),
    ]


def test_items_of_a_closing_are_its_items() -> None:
    text = f"一、工作回顾\n（一）抓发展。{BODY}\n各位代表！我们也看到不足：一是后劲不强；二是短板不少。\n二、工作安排\n"
    assert [id for id, level, _ in tree(text) if level == "item"] == ["1.closing.1", "1.closing.2"]


#: Headlines that a single paragraph would not open with, and one that names neither an action nor a state.
LONG_ROW = [
    "统筹城乡，分类指导，促进县区经济社会加快发展",
    "加快基础设施建设，健全交通网络，进一步完善城市功能",
    "加强生态建设，美化城乡，人居环境得到明显改善",
    "狠抓项目，优化环境，开放型经济水平不断提高",
]


NEITHER = "就全市而言，农业的结构性矛盾非常突出，任务很重"


@pytest.mark.parametrize(
    ("openings", "topics"),
    [
        pytest.param(LONG_ROW, LONG_ROW, id="four in a row"),
        pytest.param(LONG_ROW[:3], [], id="three"),
        pytest.param([*LONG_ROW[:2], "", *LONG_ROW[2:]], [], id="two and two"),
        pytest.param([*LONG_ROW, NEITHER], LONG_ROW, id="one that names no action or state"),
    ],
)
def test_longer_headlines_are_topics_in_a_row_of_such(openings: list[str], topics: list[str]) -> None:
    paragraphs = (f"{opening}。{BODY}{SHORT}" if opening else f"{SHORT}{BODY}" for opening in openings)
    found = tree("一、工作回顾\n" + "\n".join(paragraphs))
    assert [heading for _, level, heading in found if level == "topic"] == topics


def test_headlines_with_a_full_stop_are_topics_if_a_section_has_three() -> None:
    lines = ["加大人才引育力度", "提升开放平台能级", "办好人民满意教育"]
    section = "".join(f"{line}。\n优化各项政策，完善服务体系。{BODY}\n" for line in lines)
    found = tree(f"一、今年工作\n（一）抓发展。\n{section}（二）惠民生。{BODY}\n")
    assert [heading for _, level, heading in found if level == "topic"] == lines
    two = tree(f"一、今年工作\n（一）抓发展。\n{section[: section.index(lines[2])]}（二）惠民生。{BODY}\n")
    assert not {heading for _, _, heading in two} & set(lines)


def test_headlines_with_a_full_stop_may_have_topics_below_them() -> None:
    lines = ["这五年，是综合实力提升的五年", "这五年，是城乡面貌改变的五年", "这五年，是民生福祉增进的五年"]
    below = f"工业经济提质。{BODY}\n农业基础巩固。{BODY}\n"
    found = tree("一、工作回顾\n" + "".join(f"{line}。\n{below}" for line in lines))
    assert [(id, level) for id, level, heading in found if heading in lines] == [
        ("1.1", "section"), ("1.2", "section"), ("1.3", "section"),
    ]  # fmt: skip
    assert [id for id, _, heading in found if heading == "农业基础巩固"] == ["1.1.2", "1.2.2", "1.3.2"]


def test_a_sentence_that_ends_within_a_quotation_is_no_topic() -> None:
    assert opening_topic(f"“南风之薰兮，可以解吾民之愠兮。”{BODY}") is None
    assert opening_topic(f"实施“双培育”行动。{BODY}") is not None


@pytest.mark.parametrize(
    ("sentence", "follower", "is_topic"),
    [
        ("民生无小事。", "我们要真心为民办事。", False),
        ("民生无小事。", "新增就业岗位。", True),
        ("强化民生保障。", "我们要真心为民办事。", True),
        ("农业要开创新局面。", "我们要真心为民办事。", True),
        ("社会大局保持稳定。", "我们将继续努力。", True),
    ],
)
def test_a_saying_above_an_exhortation_is_no_topic(sentence: str, follower: str, is_topic: bool) -> None:
    assert (opening_topic(f"{sentence}{follower}{BODY}") is not None) == is_topic


@pytest.mark.parametrize(
    ("sentence", "is_topic"),
    [
        ("加快“14+4”产业体系建设", True),
        ("精心实施“20项民心工程”", True),
        ("新建公园14个", False),
        ("“四好农村路”建设里程增加20公里", False),
    ],
)
def test_numbers_in_quotation_marks_are_names(sentence: str, is_topic: bool) -> None:
    assert bool(opening_topic(f"{sentence}。{BODY}")) == is_topic
