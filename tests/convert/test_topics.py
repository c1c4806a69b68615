"""Topics and items: which sentences are headlines, and where a topic ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.convert.topic_samples import BODY, LONG_PERIODS, SHORT, divided, tree
from tui.convert.inline_topics import Headline, form_of, inline_topics
from tui.convert.topics import opening_topic, sentence_lines


def headings(paragraph: str, after: int = 0) -> list[str | None]:
    """Return the topics inside a paragraph, below a topic that ends at an offset."""
    opener = Headline(0, after, paragraph[:after].rstrip("。")) if after else None
    return [topic.heading for topic in inline_topics(paragraph, after, opener)]


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
