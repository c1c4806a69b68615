"""Links to places in a report: each node and each sentence has one that leads back to it, also in the text converted anew."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL, huiji_outline, report_of
from tui.report.errors import UsageError
from tui.report.links import Link, is_link, parse_link
from tui.report.outline import Outline
from tui.report.sentences import sentence_at, sentences_in
from tui.search.links import MIN_QUOTE, Links
from tui.search.places import find_span
from tui.search.quotations.squeezed import squeeze


@cache
def small() -> Outline:
    return Outline(report_of(SMALL))


def outlines() -> list[Outline]:
    return [
        small(),
        huiji_outline(),
        Outline(report_of(SMALL.replace("\n各位代表!", "\n各位代表!各位代表!\n再说一遍。再说一遍。"))),
    ]


@pytest.mark.parametrize("number", range(3))
def test_the_link_to_a_node_leads_to_it(number: int) -> None:
    outline = outlines()[number]
    links = Links(outline)
    for node in outline.nodes:
        link = parse_link(str(links.of_node(node)))
        assert links.find(link)[:2] == (node.start, node.end), (node.id, link)


@pytest.mark.parametrize("number", range(3))
def test_the_link_to_a_sentence_leads_to_it_by_the_shortest_quotation(number: int) -> None:
    outline = outlines()[number]
    text, links = outline.report.text, Links(outline)
    squeezed = squeeze(text)
    for start, end in sentences_in(text):
        link = parse_link(str(links.of_span(start, end)))
        span = links.find(link)[:2]
        assert span == (start, end) or sentence_at(text, span[0]) == (start, end), (text[start:end], link)
        quote = squeeze(link.quote)
        if quote and not link.place and not link.occurrence:
            assert squeezed.count(quote) == 1 or len(quote) <= MIN_QUOTE
            if len(quote) > MIN_QUOTE and not quote[-1].isdigit() and not quote[-2].isdigit():
                shorter = quote[:-1]
                assert (
                    squeezed.count(shorter) > 1
                    or shorter[-1] in ",.%-"
                    or not squeezed[squeezed.find(quote) + len(shorter)].isalpha()
                    or shorter[-1] in "零一二三四五六七八九十百千万亿点"
                )


@given(
    st.lists(
        st.sampled_from(
            ["甲乙丙丁戊己庚。", "增长7.5%。", "甲乙。", "三十三个。", "！", "“一”是二，三。", "1、2。"]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_sentences_of_any_text_have_links_that_lead_back(sentences: list[str]) -> None:
    outline = Outline(report_of("一、去年工作\n" + "".join(sentences) + "\n二、今年工作\n" + sentences[0]))
    text, links = outline.report.text, Links(outline)
    for start, end in sentences_in(text):
        span = links.find(parse_link(str(links.of_span(start, end))))[:2]
        assert (
            span == (start, end) or sentence_at(text, span[0]) == (start, end) or span[0] == span[1] == start
        )


def test_links_lead_back_in_a_text_that_was_converted_anew() -> None:
    changed = (
        SMALL.replace(",", "，")
        .replace("坚持项目为王。", "坚持“项目为王”。")
        .replace("各位代表:\n", "各位代表：\n\n")
    )
    before, after = Links(small()), Links(Outline(report_of(changed)))
    lost = []
    for start, end in sentences_in(small().report.text):
        try:
            found = after.find(before.of_span(start, end))
        except UsageError:
            lost.append(small().report.text[start:end])
            continue
        now = Outline(report_of(changed)).report.text
        assert squeeze(now[slice(*sentence_at(now, found.start))]).startswith(
            squeeze(small().report.text[start:end])[:4]
        )
    assert lost == []


def test_a_passage_that_moved_is_found_with_a_note() -> None:
    found = Links(small()).find(parse_link("#二(一)“新建标准厂房12万平方米”"))
    assert small().at(found.start).id.startswith("1.1")
    assert "不在 二(一)" in found.note


def test_a_part_of_a_chapter_that_is_not_there_any_more_is_not_another_of_its_name() -> None:
    one, other = small(), Outline(report_of(SMALL.replace("成绩来之不易,谨", "我谨")))
    part = one.by_id["1.closing"]
    link = Links(one).of_node(part)
    assert Links(one).find(link)[:2] == (part.start, part.end)
    assert part.id in other.by_id
    with pytest.raises(UsageError, match="全县人民"):
        Links(other).find(link)


def test_a_quotation_with_several_passages_names_them() -> None:
    links = Links(small())
    with pytest.raises(UsageError, match=r"“各位代表”有 3 处：#“各位代表”~1"):
        links.find(parse_link("#“各位代表”"))
    assert links.find(parse_link("#“各位代表”~2")).start == small().report.text.index("各位代表!")
    with pytest.raises(UsageError, match="只有 3 处"):
        links.find(parse_link("#“各位代表”~7"))


def test_a_quotation_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"最接近的在 一\(一\).*新建标准厂房12万平方米.*#“新建标准厂房"):
        Links(small()).find(parse_link("#“建设标准厂房12万平方米，签约项目35个”"))
    with pytest.raises(UsageError, match=r"正文里没有“登上月球”$"):
        Links(small()).find(parse_link("#“登上月球”"))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("huiji:惠济区/2024#三(五)", Link("惠济区/2024", "三(五)")),
        ("huiji:%E6%83%A0%E6%B5%8E%E5%8C%BA/2024#%E4%B8%89(%E4%BA%94)", Link("惠济区/2024", "三(五)")),
        ("<huiji:惠济区/2024#“引文，7%左右”>", Link("惠济区/2024", "", "引文，7%左右")),
        ("HUIJI：惠济区/2024", Link("惠济区/2024")),
        ("#3.1.2“加力提效”", Link("", "3.1.2", "加力提效")),
        ('#"引文"~3', Link("", "", "引文", 3)),
        ("#“他说“好”的”", Link("", "", "他说“好”的")),
        ("＃三", Link("", "三")),
        ("#“还没写完", Link("", "", "还没写完")),
        ("huiji:邢台市/2021#717#三", Link("邢台市/2021#717", "三")),
        ("huiji:邢台市/2021#717", Link("邢台市/2021", "717")),
        ("huiji:报告 (终稿).docx#m012", Link("报告 (终稿).docx", "m012")),
        ("huiji:3f8a90c1d2e4#@1200", Link("3f8a90c1d2e4", "@1200")),
    ],
)
def test_links_are_read(text: str, link: Link) -> None:
    assert is_link(text)
    assert parse_link(text) == link
    assert parse_link(str(link)) == link


@given(st.builds(Link, st.sampled_from(["", "惠济区/2024", "a b.txt", "邢台市/2021#717"]), st.sampled_from(["", "三(五)", "3.1"]), st.text(alphabet="甲“”7%2A #<>~\"é\n", min_size=1).map(str.strip), st.sampled_from([0, 2])))  # fmt: skip
def test_links_that_are_written_are_read_back(link: Link) -> None:
    if link.quote:
        assert parse_link(str(link)) == link
        assert not any(character.isspace() or character in "<>" for character in str(link))


@pytest.mark.parametrize("text", ["#", "huiji:", "huiji:#", "#" + "三" * 5_000])
def test_what_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_link(text)


def test_a_link_is_a_place_wherever_one_is_named() -> None:
    outline = huiji_outline()
    assert find_span(outline, "#三(五)") == find_span(outline, "三(五)")
    assert find_span(outline, "huiji:惠济区/2024#三(五)") == find_span(outline, "三(五)")
    with pytest.raises(UsageError, match="链接指的是 郑州市/2024"):
        find_span(outline, "huiji:郑州市/2024#三(五)")


_TWICE = """\
政府工作报告
——2024年1月12日在某县第十届人民代表大会第三次会议上
各位代表:
现在,我代表县人民政府报告工作。
一、2023年工作回顾
(一)做强工业
工业增加值增长8%,做强工业的路子越走越宽。
(二)做优农业
粮食增产,农民增收。
二、2024年工作安排
(一)做优农业
建设高标准农田,坚持做优农业。
"""


@pytest.mark.parametrize(
    ("place", "quote", "named"),
    [
        ("9.9", "做强工业", ["1.1"]),  # the only heading, rather than the sentence that says it, too
        ("九", "做强工业", ["1.1", "1.1"]),
        ("9.9", "做优农业", ["1.2", "2.1", "2.1"]),  # either heading may be meant
        ("9.9", "农民增收", ["1.2"]),
    ],
)
def test_a_heading_that_moved_is_meant_if_there_is_one(place: str, quote: str, named: list[str]) -> None:
    outline = Outline(report_of(_TWICE))
    found = Links(outline).all(Link("", place, quote))
    assert [outline.at(one.start).id for one in found] == named
    assert all(place in one.note for one in found)
    is_whole = [
        (one.start, one.end) == (outline.by_id["1.1"].start, outline.by_id["1.1"].end) for one in found
    ]
    assert is_whole == ([True] if (place, quote) == ("9.9", "做强工业") else [False] * len(named))
