"""Topics and items: which sentences are headlines, and where a topic ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.headline_habits import headline_habits
from tui.convert.inline_topics import Headline, form_of, inline_topics
from tui.convert.structure import read_structure
from tui.convert.topics import opening_topic, sentence_lines
from tui.report.model import NodeDraft, joined_text

#: Text below a headline, a short one and one of 96 characters; no sentence of it is a headline.
SHORT = "完成道路建设15公里，入驻企业40余家，带动就业3000人，园区承载能力明显增强。"
BODY = (
    "坚持稳中求进工作总基调，扎实推进各项工作，新增绿地20万平方米，建成道路15公里，群众获得感不断增强。" * 2
)


def headings(paragraph: str, after: int = 0) -> list[str | None]:
    """Return the topics inside a paragraph, below a topic that ends at an offset."""
    opener = Headline(0, after, paragraph[:after].rstrip("。")) if after else None
    return [topic.heading for topic in inline_topics(paragraph, after, opener)]


def divided(*sentences: str) -> str:
    """Return a paragraph in which each sentence has a text of its own below it."""
    return "坚持稳字当头，持续推动高质量发展。" + "".join(f"{sentence}。{SHORT}" for sentence in sentences)


def tree(text: str) -> list[tuple[str, str, str | None]]:
    def walk(drafts: list[NodeDraft]) -> Iterator[tuple[str, str, str | None]]:
        for draft in drafts:
            yield draft.id, draft.level, draft.heading
            yield from walk(draft.children)

    drafts = read_structure(text)
    assert joined_text(drafts) == text
    return list(walk(drafts))


@pytest.mark.parametrize(
    ("heading", "form"),
    [
        ("加快发展服务业", "action"),
        ("促进消费扩容提质", "action"),
        ("着力推进农村改革", "action"),
        ("创新驱动能力持续增强", "state"),
        ("建筑业较快增长", "state"),
        ("改革步伐加快", "state"),
        ("扮靓城市颜值", "either"),
        ("创新招商方式", "action"),
        ("产业生态不优", "state"),
    ],
)
def test_a_headline_names_an_action_or_a_state(heading: str, form: str) -> None:
    assert form_of(heading) == form


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        (
            divided("工业提质增效", "农业稳步增长", "消费加快恢复"),
            ["工业提质增效", "农业稳步增长", "消费加快恢复"],
        ),
        (divided("工业提质增效", "获评全国文明城市", "消费加快恢复"), ["工业提质增效", "消费加快恢复"]),
        (divided("工业提质增效", "推进招商引资", "消费加快恢复"), ["工业提质增效", "消费加快恢复"]),
        (
            divided("做强优势产业", "做优特色品牌", "推进城乡一体化综合配套改革先行区"),
            ["做强优势产业", "做优特色品牌"],
        ),
        (divided("工业提质增效"), []),
        (divided("完善科技服务、金融服务", "发展职业教育、特殊教育"), []),
    ],
    ids=[
        "sentences of one form, each with text, are topics",
        "a fact amid them is none",
        "an action amid states is none",
        "one much longer than the others is none",
        "one alone is none",
        "two that list things are none",
    ],
)
def test_topics_divide_a_paragraph(paragraph: str, found: list[str]) -> None:
    assert headings(paragraph) == found


def test_of_two_short_sentences_in_a_row_the_shorter_is_the_headline() -> None:
    rows = ("加强平安建设。推进网格化服务管理", "加强就业服务", "加强住房保障")
    assert headings(divided(*rows)) == ["加强平安建设", "加强就业服务", "加强住房保障"]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        (divided("就业形势保持稳定", "社会保障扩面提质", "公共服务持续优化"), ["就业形势保持稳定", "社会保障扩面提质", "公共服务持续优化"]),
        (divided("深化区域全面合作", "推进重点领域改革", "提升开放经济水平"), ["深化区域全面合作", "推进重点领域改革", "提升开放经济水平"]),
        (
            divided("重点领域改革蹄疾步稳", "自贸片区获批。市民中心投用。营商环境明显改善", "对外开放取得进展"),
            ["重点领域改革蹄疾步稳", "营商环境明显改善", "对外开放取得进展"],
        ),
        (
            divided("现代农业加快发展。粮食产量实现十九连增", "工业经济止滑回升", "县域经济稳步发展"),
            ["现代农业加快发展", "工业经济止滑回升", "县域经济稳步发展"],
        ),
        (
            divided("着力打造法治政府。严格执法，公正司法。推进普法宣传", "着力打造廉洁政府", "着力打造高效政府"),
            ["着力打造法治政府", "着力打造廉洁政府", "着力打造高效政府"],
        ),
    ],
    ids=[
        "what keeps stable may be a headline",
        "one with a verb in front names an action",
        "the last of several short sentences may be a headline",
        "of two that are near the one of usual length is",
        "of two that are near the one that opens like others is",
    ],
)  # fmt: skip
def test_headlines_near_other_short_sentences(paragraph: str, found: list[str]) -> None:
    assert headings(paragraph) == found


def test_headlines_that_open_alike_divide_a_paragraph_with_the_topic_that_opens_it() -> None:
    alike = [f"千方百计{what}" for what in ("帮企业渡难关", "抢机遇增后劲", "扩内需促消费")]
    assert headings("".join(f"{heading}。{SHORT}" for heading in alike), len(alike[0]) + 1) == alike[1:]
    others = [alike[0], "抢机遇增后劲", "扩内需促消费"]
    assert not headings("".join(f"{heading}。{SHORT}" for heading in others), len(others[0]) + 1)


def test_more_short_sentences_in_a_row_are_a_list() -> None:
    listed = "推进改水。推进改厕。推进改厨。推进改圈"
    assert headings(divided("加强就业服务", listed, "加强住房保障")) == ["加强就业服务", "加强住房保障"]
    assert headings(divided(listed)) == []


def test_two_topics_are_enough_only_where_other_paragraphs_are_divided() -> None:
    paragraph = divided("工业提质增效", "消费加快恢复")
    assert len(inline_topics(paragraph, 0)) == 2
    assert inline_topics(paragraph, 0, are_common=False) == []
    assert (
        len(inline_topics(divided("工业提质增效", "农业稳步增长", "消费加快恢复"), 0, are_common=False)) == 3
    )


@pytest.mark.parametrize(
    ("paragraph", "after", "count"),
    [
        (divided("做强农业", "做优工业", "做实商业"), 0, 3),
        ("稳字当头，稳中求进，稳扎稳打。" * 3 + divided("做强农业", "做优工业", "做实商业"), 0, 0),
        (
            "（一）抓发展。"
            + "稳字当头，稳中求进，稳扎稳打。" * 3
            + divided("做强农业", "做优工业", "做实商业"),
            7,
            3,
        ),
        ("（一）抓发展。" + SHORT * 4 + divided("做强农业", "做优工业", "做实商业"), 7, 0),
    ],
    ids=[
        "a sentence of introduction",
        "four sentences, and no heading above them",
        "four sentences below a heading",
        "an introduction longer than two topics",
    ],
)
def test_topics_stand_near_the_beginning_of_a_paragraph(paragraph: str, after: int, count: int) -> None:
    assert len(inline_topics(paragraph, after)) == count


@pytest.mark.parametrize(
    "sentence", ["要加强队伍建设", "他们转变作风", "当阳被命名为卫生城市", "推进县（市）改革", "完成换届选举"]
)
def test_sentences_that_are_no_headline_inside_a_paragraph(sentence: str) -> None:
    found = headings(divided("加强就业服务", sentence, "加强住房保障", "加强养老服务"))
    assert found == ["加强就业服务", "加强住房保障", "加强养老服务"]


def test_a_topic_that_opens_the_paragraph_is_divided_from_its_beginning() -> None:
    opener, parts = "发展现代农业。", ["做强优势产业。", "做优特色品牌。", "做实农业服务。"]
    below = "".join(part + SHORT for part in parts)
    assert len(headings(opener + below, len(opener))) == 3
    assert headings(opener + SHORT * 3 + below, len(opener)) == []
    assert headings(opener + below[: below.index(parts[2])], len(opener)) == []


def test_a_topic_that_opens_the_paragraph_may_be_the_first_of_them() -> None:
    opener, parts = "社保体系日趋完善。", ["教育事业扎实推进。", "文体事业蓬勃发展。"]
    below = "".join(part + SHORT * 4 for part in parts)
    assert len(headings(opener + SHORT * 4 + below, len(opener))) == 2
    text = f"一、工作回顾\n{opener}{SHORT * 4}{below}\n"
    assert [id for id, level, _ in tree(text) if level == "topic"] == ["1.1", "1.2", "1.3"]


def test_a_topic_with_another_form_is_above_those_inside_its_paragraph() -> None:
    parts = "".join(part + SHORT for part in ("做强优势产业。", "做优特色品牌。", "做实农业服务。"))
    found = tree(f"一、工作回顾\n农业基础更加稳固。{SHORT}{parts}\n")
    assert [id for id, level, _ in found if level == "topic"] == ["1.1", "1.1.1", "1.1.2", "1.1.3"]


@pytest.mark.parametrize(
    ("sentence", "opener", "lead", "is_above"),
    [
        ("one sentence, shorter than those below", "发展现代农业", SHORT, True),
        ("one sentence, as long as those below", "发展现代农业", f"{SHORT[:-1]}，{SHORT}", False),
        ("two short sentences", "发展现代农业", SHORT[:20] + "。" + SHORT[20:], False),
        ("two sentences below a headline with a pause", "发展现代农业，推动富民", SHORT * 2, True),
    ],
)
def test_a_topic_whose_own_text_is_but_a_lead_in_is_above(
    sentence: str, opener: str, lead: str, is_above: bool
) -> None:
    parts = "".join(
        f"{part}{SHORT[:-1]}，{SHORT}" for part in ("做强优势产业。", "做优特色品牌。", "做实农业服务。")
    )
    found = tree(f"一、工作回顾\n{opener}。{lead}{parts}\n")
    ids = [id for id, level, _ in found if level == "topic"]
    assert ids == (["1.1", "1.1.1", "1.1.2", "1.1.3"] if is_above else ["1.1", "1.2", "1.3", "1.4"]), sentence


@given(
    st.lists(
        st.sampled_from(["加快改革。", "工业提质增效。", "建成一座桥。", SHORT, "。", "”", "要求："]),
        max_size=40,
    ).map("".join)
)
def test_topics_inside_a_paragraph_lie_one_after_the_other_with_text_below(paragraph: str) -> None:
    topics = inline_topics(paragraph, 0)
    assert len(topics) != 1
    ends = [*(below.start for below in topics[1:]), len(paragraph)]
    for topic, end in zip(topics, ends, strict=False):
        assert paragraph[topic.start : topic.end].strip().rstrip("。") == topic.heading
        assert end - topic.end >= 30


@pytest.mark.parametrize(
    "sentence",
    [
        "五年来，我们克难奋进。",
        "各位代表，成绩来之不易。",
        "过去一年，极不平凡。",
        "制定了产业发展规划。",
        "重点抓好以下十项工作。",
        "今年，要抓好民生实事。",
        "回顾一年工作，我们深有体会。",
        "成绩值得肯定，不足也要正视。",
        "去年以来，各地广泛开展植树活动。",
        "实现上述目标，各级政府使命光荣。",
        "新的形势，对改进政府工作提出要求。",
        "新使命呼唤新担当。",
    ],
)
def test_sentences_that_open_a_paragraph_but_name_no_topic(sentence: str) -> None:
    assert opening_topic(sentence + BODY) is None


def test_periods_are_topics_where_several_paragraphs_look_at_one() -> None:
    openings = [f"五年来，我们坚持{what}，开创了发展新局面" for what in ("改革开放", "创新驱动", "民生优先")]
    text = "一、工作回顾\n" + "".join(f"{opening}。{BODY}\n" for opening in openings)
    assert [heading for _, level, heading in tree(text) if level == "topic"] == openings
    assert [level for _, level, _ in tree(f"一、工作回顾\n{openings[0]}。{BODY}\n")] == ["chapter"]


LONG_PERIODS = [
    f"这一年，我们坚持{what}，全力做好服务保障，扎实推进各项重点工作，发展质量有了新的提升"
    for what in ("改革开放", "创新驱动", "民生优先", "城乡统筹")
]
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


# -- headlines with a full stop, on lines of their own --------------------------------------------


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


def test_bare_lines_with_several_paragraphs_hold_the_topics_below_them() -> None:
    lines = ["产业结构取得进展", "社会事业实现突破", "人民生活得到改善"]
    below = f"修路30公里。\n工业经济提质。{BODY}\n农业基础巩固。{BODY}\n"
    found = tree("一、工作回顾\n" + "".join(f"{line}\n{below}" for line in lines))
    assert [id for id, _, heading in found if heading in lines] == ["1.1", "1.2", "1.3"]
    assert [id for id, _, heading in found if heading == "农业基础巩固"] == ["1.1.2", "1.2.2", "1.3.2"]
    numbered = [f"{number}是{line}" for number, line in zip("一二三", lines, strict=True)]
    found = tree("一、工作回顾\n" + "".join(f"{line}\n{below}" for line in numbered))
    assert [level for _, level, heading in found if heading in lines] == ["item"] * 3


def test_looks_at_a_period_are_no_sections_beside_others() -> None:
    review = "".join(f"{line}。\n工业经济提质。{BODY}\n农业基础巩固。{BODY}\n" for line in LONG_PERIODS)
    found = tree(f"一、工作回顾\n{review}（一）抓发展。{BODY}\n（二）惠民生。{BODY}\n")
    assert [heading for _, level, heading in found if level == "section"] == ["抓发展", "惠民生"]
    assert [id for id, _, heading in found if heading in LONG_PERIODS] == ["1.0.1", "1.0.2", "1.0.3", "1.0.4"]


def test_lines_with_dashes_may_be_longer_where_several_have_text_below() -> None:
    lines = [
        f"——着力{what}，为推动经济社会高质量发展注入了更加强劲的动力"
        for what in ("深化改革", "扩大开放", "促进创新")
    ]
    found = tree(
        "一、工作回顾\n"
        + "".join(f"{line}。\n工业经济提质。{BODY}\n农业基础巩固。{BODY}\n" for line in lines)
    )
    assert [heading for _, level, heading in found if level == "topic"][::3] == [line[2:] for line in lines]
    assert sentence_lines([f"{line}。" for line in lines]) == {}


@pytest.mark.parametrize(
    "line",
    [
        "1.修路架桥办学。",
        "各位代表，同志们。",
        "【双碳】即碳达峰碳中和。",
        "新增就业3000人。",
        "这是一项系统工程。",
    ],
)
def test_lines_that_are_no_headlines_with_a_full_stop(line: str) -> None:
    assert sentence_lines([line, BODY] * 3) == {}


# -- where a topic ends -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            f"——经济更强。{BODY}\n——城乡更美。{BODY}\n过去一年的工作赢得各界好评。{BODY}\n",
            ["1", "1.1", "1.2", "1.continuation"],
        ),
        (
            f"——经济更强。{BODY}\n——城乡更美。{BODY}\n主要做了以下工作：\n一是抓项目。{BODY}\n二是惠民生。{BODY}\n",
            ["1", "1.1", "1.2", "1.continuation", "1.continuation.1", "1.continuation.2"],
        ),
        (
            f"经济提质增效。{BODY}\n城乡协调发展。{BODY}\n各位代表！\n成绩凝聚着全市人民的心血。\n二、今年安排\n",
            ["1", "1.1", "1.2", "1.continuation", "2"],
        ),
        (
            f"经济提质增效。{BODY.rstrip('。')}，\n园区建成。\n城乡协调发展。{BODY}\n",
            ["1", "1.1", "1.2"],
        ),
        (
            f"经济提质增效。{BODY}\n{BODY}\n城乡协调发展。{BODY}\n{BODY}\n民生持续改善。{BODY}\n{BODY}\n",
            ["1", "1.1", "1.2", "1.3"],
        ),
    ],
    ids=[
        "a list with dashes ends at a paragraph without one",
        "items below a lead-in belong to it",
        "an address ends a topic",
        "a paragraph broken in two is one",
        "topics go on where all have several paragraphs",
    ],
)
def test_a_topic_ends(text: str, ids: list[str]) -> None:
    assert [id for id, _, _ in tree(f"一、工作回顾\n{text}")] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f"一是抓项目。{BODY}\n{BODY}\n二是惠民生。{BODY}\n三是转作风。{BODY}\n", ["1.1", "1.2", "1.3"]),
        (
            f"1.抓项目。{SHORT}\n——工业提速。{BODY}\n——农业增效。{BODY}\n2.惠民生。{BODY}\n",
            ["1.1", "1.1.1", "1.1.2", "1.2"],
        ),
        (
            f"1.抓项目。{SHORT}\n一是工业。{BODY}\n二是农业。{BODY}\n各位代表，发展才能惠民。\n2.惠民生。{BODY}\n",
            ["1.1", "1.1.1", "1.1.2", "1.1.continuation", "1.2"],
        ),
        (
            f"聚焦产业强劲。{BODY}\n聚焦城市提质。{BODY}\n{BODY}\n聚焦人民共富。{BODY}\n{BODY}\n",
            ["1.1", "1.2", "1.3", "1.continuation"],
        ),
        (
            f"聚焦产业强劲。{BODY}\n改善城市面貌。{BODY}\n{BODY}\n聚焦人民共富。{BODY}\n",
            ["1.1", "1.2", "1.continuation", "1.3"],
        ),
    ],
    ids=[
        "a paragraph between two items belongs to the first",
        "items have those of another kind below them",
        "an address within a list does not leave it",
        "a paragraph between two topics that open alike belongs to the first",
        "one between others does not",
    ],
)
def test_a_list_goes_on_where_it_counts_on(text: str, ids: list[str]) -> None:
    assert [id for id, _, _ in tree(f"一、工作回顾\n{text}二、今年安排\n{BODY}\n")] == ["1", *ids, "2"]


def test_a_lead_in_is_named_by_its_words() -> None:
    text = f"一、工作回顾\n——经济更强。{BODY}\n——城乡更美。{BODY}\n一年来，主要做了以下工作：\n一是抓项目。{BODY}\n"
    assert ("1.continuation", "part", "一年来，主要做了以下工作") in tree(text)


def test_items_that_count_on_after_topics_have_them_below() -> None:
    text = "一、今年工作\n" + "".join(
        f"{number}.做好{what}工作。{SHORT}\n加快改革。{BODY}\n扩大开放。{BODY}\n"
        for number, what in enumerate(("工业", "农业", "民生"), 1)
    )
    levels = [
        (id, level) for id, level, _ in tree(f"{text}各位代表，任务艰巨而光荣。\n{BODY}\n") if id != "1"
    ]
    items = [[(f"1.{at}", "item"), (f"1.{at}.1", "topic"), (f"1.{at}.2", "topic")] for at in (1, 2, 3)]
    assert levels == [*(node for item in items for node in item), ("closing", "part")]


def test_dashes_with_topics_between_them_have_them_below() -> None:
    dashes = "".join(
        f"——{what}更有成效。{SHORT}\n项目加快建设。{BODY}\n改革持续深化。{BODY}\n"
        for what in ("工业", "农业")
    )
    assert [id for id, level, _ in tree(f"一、工作回顾\n{dashes}") if level == "topic"] == [
        "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "1.2.2",
    ]  # fmt: skip


def test_a_topic_alone_among_plain_paragraphs_is_none() -> None:
    plain = f"{BODY}\n"
    text = f"一、今年工作\n（一）抓发展\n{plain}作风建设常抓不懈。{BODY}\n{plain}（二）惠民生\n{plain}"
    assert [level for _, level, _ in tree(text)] == ["chapter", "section", "section"]
    assert "topic" in [level for _, level, _ in tree(text.replace(f"。{BODY}\n{plain}", f"。{BODY}\n", 1))]


# -- texts without headlines ------------------------------------------------------------------------


def test_texts_in_which_few_paragraphs_open_with_a_headline_have_none() -> None:
    plain = [BODY + BODY] * 9
    opened = [f"加快发展农业。{BODY}"] * 3
    assert headline_habits([*plain, *opened]).open
    assert headline_habits([*plain, opened[0]]) == (False, False, False)
    text = "一、国内形势\n" + "".join(f"{paragraph}\n" for paragraph in [*plain, opened[0], *plain])
    assert [level for _, level, _ in tree(text)] == ["chapter"]


def test_a_story_has_no_topics() -> None:
    scene = (
        "沿着河岸慢慢地走，想起多年以前的那个夏天，想起那些再也没有见过面的人，心里说不出是什么滋味，只听见水声一阵阵传来。"
        * 2
    )
    openings = [
        "谁也没有再说话。",
        "院子里一片寂静。",
        "老人点头。",
        "她转过身去。",
        "雨下得很大。",
        "门外有人敲门。",
    ]
    paragraphs = [f"{opening}{scene}" for opening in openings] + [
        f"{scene}{opening}{scene}" for opening in openings
    ]
    text = "\n".join([*paragraphs, *[scene] * 6])
    assert {level for _, level, _ in tree(text)} == {"part"}


def test_other_languages_and_lists_of_figures_have_no_topics() -> None:
    english = (
        "The city kept growing. It built roads, schools and parks, and it planted many thousands of new trees.\n"
        * 9
    )
    figures = "全年粮食产量70643万吨，比上年增加1109万吨，增产1.6%。其中，夏粮产量14989万吨，增产2.6%。\n" * 9
    for text in (english, figures, f"一、农业\n{figures}二、工业\n{figures}"):
        assert "topic" not in {level for _, level, _ in tree(text)}


@pytest.mark.parametrize(
    ("sentence", "paragraphs", "topics"),
    [
        ("a long one", [f"加大民生投入，努力增进福祉。{BODY}"], []),
        ("a short one may be the first of several", [f"改革取得新突破。{BODY}"], ["改革取得新突破"]),
        (
            "one of several paragraphs",
            [f"加大民生投入，努力增进福祉。{BODY}", f"加大环保投入，努力改善生态。{BODY}"],
            ["加大民生投入，努力增进福祉", "加大环保投入，努力改善生态"],
        ),
        (
            "a long one above others",
            [f"加大民生投入，努力增进福祉。{divided('加强就业服务', '加强住房保障', '加强养老服务')[17:]}"],
            ["加强就业服务", "加强住房保障", "加强养老服务"],
        ),
    ],
)
def test_a_topic_that_is_all_of_a_section_restates_its_heading(
    sentence: str, paragraphs: list[str], topics: list[str]
) -> None:
    below = "\n".join(paragraphs)
    found = tree(f"一、今年工作\n（一）改善民生\n{below}\n（二）深化改革\n{BODY}\n")
    assert [heading for _, level, heading in found if level == "topic"] == topics, sentence
    assert all(id.count(".") == 2 for id, level, _ in found if level == "topic")


# -- lists with dashes ----------------------------------------------------------------------------

DASHED = ["产业更优", "城乡更美", "生活更好"]


@pytest.mark.parametrize(
    ("sentence", "paragraphs", "nodes"),
    [
        (
            "most open with a headline",
            [f"——{DASHED[0]}。{BODY}", f"——{DASHED[1]}。{BODY}", f"——新增就业3万人，民生持续改善。{BODY}"],
            [("topic", DASHED[0]), ("topic", DASHED[1]), ("topic", "新增就业3万人，民生持续改善")],
        ),
        (
            "few do",
            [f"——{DASHED[0]}。{BODY}", "——新增就业3万人；", "——修路20公里；"],
            [("item", DASHED[0]), ("item", "新增就业3万人"), ("item", "修路20公里")],
        ),
        (
            "two are no list",
            [f"——{DASHED[0]}。{BODY}", f"——新增就业3万人，民生持续改善。{BODY}"],
            [("topic", DASHED[0])],
        ),
    ],
)
def test_all_paragraphs_of_a_list_with_dashes_are_alike(
    sentence: str, paragraphs: list[str], nodes: list[tuple[str, str]]
) -> None:
    found = tree("一、工作回顾\n" + "\n".join(paragraphs) + "\n")
    listed = [(level, heading) for _, level, heading in found if level in ("topic", "item")]
    assert listed == nodes, sentence
    assert all(id.count(".") == 1 for id, level, _ in found if level in ("topic", "item"))


def test_topics_lie_below_a_numbered_one_that_has_a_line_of_its_own() -> None:
    lines = [
        "一、增强经济实力",
        *("（一）发展现代农业。", f"优化种植结构。{BODY}", f"健全服务体系。{BODY}"),
        *("（二）壮大优势工业。", f"改造传统产业。{BODY}", f"培育新兴产业。{BODY}"),
        "二、改善人民生活",
        BODY,
    ]
    text = "\n".join(["2024年工作安排", *lines, "2025年工作展望", *lines]) + "\n"
    found = [(level, id, heading) for id, level, heading in tree(text) if id.startswith("1.1.")]
    assert found == [
        ("topic", "1.1.1", "发展现代农业"),
        ("topic", "1.1.1.1", "优化种植结构"),
        ("topic", "1.1.1.2", "健全服务体系"),
        ("topic", "1.1.2", "壮大优势工业"),
        ("topic", "1.1.2.1", "改造传统产业"),
        ("topic", "1.1.2.2", "培育新兴产业"),
    ]
