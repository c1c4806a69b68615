"""Structure, found in small reports of the forms that are met."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import OTHER_REPORTS, SMALL, report_of
from tui.convert.convert import convert
from tui.convert.structure import read_structure
from tui.convert.topics import inline_items, inline_topics, opening_topic
from tui.report.model import joined_text
from tui.report.outline import Outline

#: Pieces that reports are made of, joined in ways no report would.
PIECES = st.sampled_from(
    [
        "一、", "二、", "（一）", "(二)", "㈢", "1.", "①", "一是", "二是", "第一，", "各位代表", "。", ",", "；", "\n", "\n\n",
        "　　", " ", "工作回顾", "2024年", "产业发展提速", "增长7%", "“", "”", "！", "——", "加快建设。",
    ]
)  # fmt: skip


def tree(text: str) -> list[tuple[str, str]]:
    outline = Outline(report_of(text))
    return [(node.id, outline.label(node)) for node in outline.nodes]


def test_a_small_report_is_read_as_a_person_reads_it() -> None:
    assert tree(SMALL) == [
        ("front", "题头"),
        ("opening", "开场"),
        ("1", "一、2021年工作回顾"),
        ("1.1", "(一)抓项目,经济运行稳中有进"),
        ("1.1.1", "产业发展提质增效"),
        ("1.1.2", "园区建设全面提速"),
        ("1.2", "(二)惠民生,社会事业全面进步"),
        ("1.closing", "结尾"),
        ("2", "二、2022年工作安排"),
        ("2.1", "(一)加快产业升级"),
        ("2.1.1", "做强主导产业"),
        ("2.1.2", "做优营商环境"),
        ("closing", "结语"),
    ]


def test_sections_on_lines_of_their_own_and_indents_of_full_width_spaces() -> None:
    text = "各位代表：\n　　现在报告工作。\n　　一、工作回顾\n　　（一）加快发展\n　　正文一。\n　　（二）改善民生\n　　正文二。\n"
    assert tree(text) == [
        ("opening", "开场"),
        ("1", "一、工作回顾"),
        ("1.1", "（一）加快发展"),
        ("1.2", "（二）改善民生"),
    ]
    node = Outline(report_of(text)).by_id["1.1"]
    assert text[node.start : node.end] == "（一）加快发展\n　　正文一。"


def test_a_paragraph_behind_a_paragraph_with_items_is_not_the_last_items() -> None:
    text = "一、总体要求\n坚持三条:一是稳中求进。稳字当头。二是改革创新。敢为人先。\n以上三条要贯穿全年。\n"
    report = report_of(text)
    assert [node.id for node in report.walk()] == ["1", "1.1", "1.2", "1.more"]
    last = next(node for node in report.walk() if node.id == "1.2")
    assert text[last.start : last.end] == "二是改革创新。敢为人先。"


def test_an_address_inside_a_chapter_is_never_a_heading() -> None:
    text = "一、回顾\n(一)抓发展。成效明显。\n各位代表!\n我们也看到不足。\n二、安排\n(一)抓项目。\n"
    report = report_of(text)
    assert [node.id for node in report.walk()] == ["1", "1.1", "1.closing", "2", "2.1"]


def test_a_text_without_headings_is_one_part() -> None:
    assert [node.id for node in report_of("没有标题的一段话。\n又一段。\n").walk()] == ["body"]


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("做强主导产业。" + "聚焦重点产业链,推动产业集群发展壮大" * 3 + "。", "做强主导产业"),
        (
            "坚持绿色发展，建设美丽家园。" + "聚焦重点产业链,推动产业集群发展壮大" * 3 + "。",
            "坚持绿色发展，建设美丽家园",
        ),
        ("做强主导产业。短。", None),
        ("完成投资70亿元。" + "聚焦重点产业链,推动产业集群发展壮大" * 3 + "。", None),
        ("聚焦重点产业链,推动产业集群,发展壮大,成效明显。" * 3, None),
    ],
)
def test_the_sentence_that_opens_a_paragraph_is_a_topic_if_something_hangs_under_it(
    paragraph: str, heading: str | None
) -> None:
    found = opening_topic(paragraph)
    assert (found.heading if found else None) == heading


def test_topics_inside_a_paragraph_need_a_body_and_company() -> None:
    body = "完成道路建设15公里,入驻企业40余家,带动就业3000人。" * 2
    both = f"产业发展提速。{body}园区建设加快。{body}"
    assert [head.heading for head in inline_topics(both, 0)] == ["产业发展提速", "园区建设加快"]
    assert inline_topics(f"产业发展提速。{body}", 0) == []
    closing = f"产业发展提速。{body}园区建设加快。{body}土壤质量总体稳定。新增绿地3公顷。"
    assert [head.heading for head in inline_topics(closing, 0)] == ["产业发展提速", "园区建设加快"]


def test_items_count_up_from_one() -> None:
    assert [head.number for head in inline_items("要求:一是快。二是好。三是省。", 0)] == ["一", "二", "三"]
    assert inline_items("这一是非问题,二是无稽之谈。", 0) == []


@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_texts_joined_give_back_any_source(text: str) -> None:
    drafts = read_structure(text).drafts
    assert joined_text(drafts) == text


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_ids_are_unique_and_say_whose_child_a_node_is(text: str) -> None:
    if not text.strip():
        return
    report = report_of(text)
    ids = [node.id for node in report.walk()]
    assert len(set(ids)) == len(ids)
    for node in report.walk():
        child_id = re.compile(re.escape(node.id) + r"(\.0)?\.[a-z0-9]+")
        assert all(child_id.fullmatch(child.id) for child in node.children)
        assert 0 <= node.own_start <= node.start <= node.end <= len(report.text)


@pytest.mark.parametrize("path", OTHER_REPORTS, ids=lambda path: path.stem)
def test_other_reports_convert_without_loss(path: Path) -> None:
    report = convert(path.read_bytes(), path.name)
    assert "".join(report.text[node.own_start : node.own_end] for node in report.walk()) == report.text
