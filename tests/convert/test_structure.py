"""The structure of small reports of many forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import OTHER_REPORTS, SMALL, report_of
from tui.convert.inline_items import inline_items
from tui.convert.inline_topics import inline_topics
from tui.convert.pipeline import convert
from tui.convert.structure import read_structure
from tui.convert.topics import opening_topic
from tui.report.model import NodeDraft, joined_text
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


def test_the_outline_of_a_small_report() -> None:
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


def test_sections_on_their_own_lines_and_full_width_indents() -> None:
    text = "各位代表：\n　　现在报告工作。\n　　一、工作回顾\n　　（一）加快发展\n　　正文一。\n　　（二）改善民生\n　　正文二。\n"
    assert tree(text) == [
        ("opening", "开场"),
        ("1", "一、工作回顾"),
        ("1.1", "（一）加快发展"),
        ("1.2", "（二）改善民生"),
    ]
    node = Outline(report_of(text)).by_id["1.1"]
    assert text[node.start : node.end] == "（一）加快发展\n　　正文一。"


def test_a_paragraph_after_a_list_is_not_part_of_the_last_item() -> None:
    text = "一、总体要求\n坚持三条:一是稳中求进。稳字当头。二是改革创新。敢为人先。\n以上三条要贯穿全年。\n"
    report = report_of(text)
    assert [node.id for node in report.walk()] == ["1", "1.1", "1.2", "1.continuation"]
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
def test_the_first_sentence_of_a_paragraph_is_a_topic_if_enough_text_follows(
    paragraph: str, heading: str | None
) -> None:
    found = opening_topic(paragraph)
    assert (found.heading if found else None) == heading


def test_topics_inside_a_paragraph_need_text_and_other_topics() -> None:
    body = "完成道路建设15公里,入驻企业40余家,带动就业3000人。" * 2
    both = f"产业发展提速。{body}园区建设加快。{body}"
    assert [candidate.heading for candidate in inline_topics(both, 0)] == ["产业发展提速", "园区建设加快"]
    assert inline_topics(f"产业发展提速。{body}", 0) == []
    closing = f"产业发展提速。{body}园区建设加快。{body}土壤质量总体稳定。新增绿地3公顷。"
    assert [candidate.heading for candidate in inline_topics(closing, 0)] == ["产业发展提速", "园区建设加快"]


@pytest.mark.parametrize(
    ("paragraph", "numbers"),
    [
        ("要求:一是快。二是好。三是省。", "一二三"),
        ("这一是非问题,二是无稽之谈。", ""),
        ("办好实事：（1）修路。（2）建桥；（3）造林。", "123"),
        ("做到以下几点：（一）快。（二）好。（三）省。", "一二三"),
        ("办好实事：（1）修路。（2）建桥。", ""),
        ("县（一）、区（二）、市（三）各办一件。", ""),
        ("|修路|办好实事：（1）修路。（2）建桥；（3）造林。|", ""),
    ],
)
def test_items_count_up_from_one(paragraph: str, numbers: str) -> None:
    assert "".join(item.number or "" for item in inline_items(paragraph, 0)) == numbers


@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_texts_joined_give_back_any_source(text: str) -> None:
    drafts = read_structure(text)
    assert joined_text(drafts) == text


@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_node_is_empty(text: str) -> None:
    def texts(drafts: list[NodeDraft]) -> Iterator[str]:
        for draft in drafts:
            yield joined_text([draft])
            yield from texts(draft.children)

    assert not text.strip() or all(held.strip() for held in texts(read_structure(text)))


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


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem, marks=pytest.mark.slow if number % 4 else ())
        for number, path in enumerate(OTHER_REPORTS)
    ],
)
def test_other_reports_convert_without_loss(path: Path) -> None:
    report = convert(path.read_bytes(), path.name)
    assert "".join(report.text[node.own_start : node.own_end] for node in report.walk()) == report.text


BODY = "坚持稳中求进工作总基调,扎实推进各项工作,新增绿地20万平方米,建成道路15公里,群众获得感不断增强。" * 2


def levels(text: str, headings: frozenset[str] = frozenset()) -> list[tuple[str, str, str | None]]:
    def walk(drafts: list[NodeDraft]) -> Iterator[tuple[str, str, str | None]]:
        for draft in drafts:
            yield draft.id, draft.level, draft.heading
            yield from walk(draft.children)

    drafts = read_structure(text, headings)
    assert joined_text(drafts) == text
    return list(walk(drafts))


def chapters_and_sections(text: str, headings: frozenset[str] = frozenset()) -> list[tuple[str, str | None]]:
    return [(id, heading) for id, level, heading in levels(text, headings) if level in ("chapter", "section")]


def test_unnumbered_chapters_have_numbered_sections_that_restart() -> None:
    text = (
        f"各位代表：\n现在报告工作。\n2022年工作回顾\n{BODY}\n一、工业提速\n{BODY}\n二、农业增效\n{BODY}\n"
        f"2023年工作安排\n{BODY}\n一、抓投资\n{BODY}\n二、促消费\n{BODY}\n全面加强政府自身建设\n{BODY}\n各位代表！\n奋斗。\n"
    )
    assert chapters_and_sections(text) == [
        ("1", "2022年工作回顾"),
        ("1.1", "工业提速"),
        ("1.2", "农业增效"),
        ("2", "2023年工作安排"),
        ("2.1", "抓投资"),
        ("2.2", "促消费"),
        ("3", "全面加强政府自身建设"),
    ]


def test_bracketed_chapters_may_have_comma_sections() -> None:
    text = (
        f"各位代表：\n（一）当前的经济形势\n{BODY}\n（二）今后的方针\n{BODY}\n一、发展农业\n{BODY}\n二、发展工业\n{BODY}\n"
        f"（三）发展的前景\n{BODY}\n"
    )
    assert chapters_and_sections(text) == [
        ("1", "当前的经济形势"),
        ("2", "今后的方针"),
        ("2.1", "发展农业"),
        ("2.2", "发展工业"),
        ("3", "发展的前景"),
    ]


def test_a_chapter_heading_may_be_run_in() -> None:
    text = f"一、认真落实各项要求。{BODY}\n二、全力改善交通条件。{BODY}\n"
    assert chapters_and_sections(text) == [("1", "认真落实各项要求"), ("2", "全力改善交通条件")]


def test_lines_set_as_headings_are_chapters_if_nothing_else_is() -> None:
    text = f"各位代表：\n开头。\n砥砺奋进的历程\n{BODY}\n（一）工业\n{BODY}\n继往开来的蓝图\n{BODY}\n（一）农业\n{BODY}\n"
    headings = frozenset(["砥砺奋进的历程", "继往开来的蓝图"])
    assert [heading for _, heading in chapters_and_sections(text, headings)] == [
        "砥砺奋进的历程",
        "工业",
        "继往开来的蓝图",
        "农业",
    ]
    assert "chapter" not in [level for _, level, _ in levels(text.replace("（一）", "——"))]


def test_divisions_are_chapters_with_comma_sections() -> None:
    text = (
        f"第一部分　过去五年工作\n{BODY}\n一、抓项目\n{BODY}\n（一）工业。{BODY}\n二、惠民生\n{BODY}\n"
        f"第二部分：今后五年目标\n{BODY}\n一、强产业\n{BODY}\n"
    )
    assert chapters_and_sections(text) == [
        ("1", "过去五年工作"),
        ("1.1", "抓项目"),
        ("1.2", "惠民生"),
        ("2", "今后五年目标"),
        ("2.1", "强产业"),
    ]


def test_short_lines_above_numbers_that_restart_are_chapters() -> None:
    text = "".join(
        f"{name}\n{BODY}\n一、抓项目\n{BODY}\n二、惠民生\n{BODY}\n"
        for name in ("砥砺奋进写华章", "继往开来谱新篇")
    )
    assert [heading for _, heading in chapters_and_sections(f"各位代表：\n开头。\n{text}")] == [
        "砥砺奋进写华章", "抓项目", "惠民生", "继往开来谱新篇", "抓项目", "惠民生",
    ]  # fmt: skip


def test_entries_of_a_table_of_contents_are_not_chapters() -> None:
    body = f"一、2023年工作回顾\n{BODY}\n（一）抓项目。{BODY}\n二、2024年工作安排\n{BODY}\n"
    contents = "目录\n一、2023年工作回顾……1\n二、2024年工作安排……12\n各位代表：\n现在报告工作。\n"
    assert chapters_and_sections(contents + body) == chapters_and_sections(
        f"各位代表：\n现在报告工作。\n{body}"
    )


@pytest.mark.parametrize("mark", ["、", " 、", "．", "、 "])
def test_marks_after_a_number(mark: str) -> None:
    text = f"一{mark}2023年工作回顾\n{BODY}\n二{mark}2024年工作安排\n{BODY}\n"
    assert chapters_and_sections(text) == [("1", "2023年工作回顾"), ("2", "2024年工作安排")]


@pytest.mark.parametrize(
    "address",
    [
        "各位代表：",
        "各位代表、同志们：",
        "尊敬的各位代表：",
        "主席团、各位代表：",
        "主任、各位副主任、各位委员：",
    ],
)
def test_forms_of_the_address(address: str) -> None:
    found = levels(f"政府工作报告\n某县县长 王明\n{address}\n现在报告工作。\n一、2023年回顾\n{BODY}\n")
    assert [id for id, _, _ in found] == ["front", "opening", "1"]


def test_a_list_of_industries_is_not_a_chapter() -> None:
    text = f"一、2023年回顾\n{BODY}\n一、二、三产业协调发展。\n{BODY}\n二、2024年安排\n{BODY}\n"
    assert [heading for _, heading in chapters_and_sections(text)] == ["2023年回顾", "2024年安排"]


def test_ordinals_are_sections_only_if_no_others_are() -> None:
    ordinals = "".join(f"第{number}，办好实事。{BODY}\n" for number in "一二三")
    assert len(chapters_and_sections(f"一、2023年工作\n{ordinals}")) == 4
    bracketed = f"一、2023年工作\n{ordinals}二、2024年工作\n（一）抓项目。{BODY}\n"
    assert [heading for _, heading in chapters_and_sections(bracketed)] == [
        "2023年工作",
        "2024年工作",
        "抓项目",
    ]


def test_ordinals_are_no_sections_beside_numbered_lines() -> None:
    ordinals = "".join(f"第{number}，办好实事。{BODY}\n" for number in "一二三")
    text = f"2023年工作回顾\n{ordinals}2024年主要任务\n一、抓项目\n{BODY}\n二、惠民生\n{BODY}\n"
    assert [heading for _, heading in chapters_and_sections(text)] == [
        "2023年工作回顾",
        "2024年主要任务",
        "抓项目",
        "惠民生",
    ]


def test_ordinals_in_one_chapter_of_several_are_no_sections() -> None:
    ordinals = "".join(f"第{number}，办好实事。{BODY}\n" for number in "一二三")
    listed = f"一、2023年工作\n{ordinals}二、2024年工作\n"
    assert len(chapters_and_sections(f"{listed}{BODY}\n")) == 2
    assert len(chapters_and_sections(f"{listed}{ordinals}")) == 8


def test_items_before_the_sections_of_a_chapter_have_ids_of_their_own() -> None:
    text = f"一、2024年工作\n一是稳增长。{BODY}\n二是保就业。{BODY}\n（一）抓项目。{BODY}\n（二）促消费。{BODY}\n"
    assert [id for id, level, _ in levels(text) if level == "section"] == ["1.1", "1.2"]
    assert [id for id, level, _ in levels(text) if level == "item"] == ["1.0.1", "1.0.2"]


@pytest.mark.parametrize(
    ("trailing", "names"),
    [
        ("名词解释\n1.双碳：碳达峰与碳中和。\n", [("annex", "名词解释")]),
        ("[名词解释]\n[1]双碳：碳达峰与碳中和。\n", [("annex", "[名词解释]")]),
        ("附件1\n\n2024年十件民生实事\n一、办好教育\n", [("annex", "2024年十件民生实事")]),
        (
            "附件：\n今年实事完成情况及明年安排\n附件二\n名词解释：\n1.双碳：碳达峰与碳中和。\n",
            [("annex", "今年实事完成情况及明年安排"), ("annex2", "名词解释：")],
        ),
        ("附件\n1.“双碳”：碳达峰与碳中和\n", [("annex", "附件")]),
        ("附 件：\n《政府工作报告》\n名词注释\n1.双碳。\n", [("annex", "名词注释")]),
        ("附件：\n- 实施项目表.docx\n", [("annex", "附件：")]),
        ("附件：\n- 名词解释.docx\n- 2024年为民办10件实事.pdf\n", [("annex", "附件：")]),
        ("附件1\n附件2\n一、办好教育\n", [("annex", "附件1"), ("annex2", "附件2")]),
        ("附件\n", [("annex", "附件")]),
        (
            "附：短语说明\n1.双碳。\n责任编辑：王明\n上一篇：公告\n",
            [("annex", "附：短语说明"), ("trailing", None)],
        ),
        ("分享到：\n微信\n", [("trailing", None)]),
        (
            "附件1\n十件民生实事\n"
            + "".join(f"{number}、办好教育\n主办单位：教育局\n" for number in "一二三")
            + "附件2\n重大项目清单\n一、工业项目\n",
            [("annex", "十件民生实事"), ("annex2", "重大项目清单")],
        ),
        ("名词解释\n1.双碳。\n主办单位：市政府办公室\n", [("annex", "名词解释"), ("trailing", None)]),
    ],
)
def test_appendices_are_parts(trailing: str, names: list[tuple[str, str | None]]) -> None:
    text = f"一、2023年回顾\n{BODY}\n二、2024年安排\n{BODY}\n各位代表！\n让我们携手奋进！\n{trailing}"
    found = levels(text)
    assert [(id, heading) for id, level, heading in found if level == "chapter"] == [
        ("1", "2023年回顾"),
        ("2", "2024年安排"),
    ]
    assert [(id, heading) for id, _, heading in found if id.startswith(("annex", "trailing"))] == names
    assert ("closing", "part", None) in found


def test_titles_of_appendices_inside_a_report_are_text() -> None:
    text = f"一、2023年回顾\n附件\n{BODY * 3}\n二、2024年安排\n{BODY * 3}\n"
    assert [id for id, _, _ in levels(text)] == ["1", "2"]


def test_an_address_between_sections_does_not_close_the_chapter() -> None:
    text = f"一、2024年安排\n（一）抓项目。{BODY}\n各位代表！\n{BODY}\n（二）惠民生。{BODY}\n二、加强自身建设\n{BODY}\n"
    assert [id for id, level, _ in levels(text) if level == "part"] == []


def test_headline_lines_and_dashes_are_topics() -> None:
    text = f"一、2023年回顾\n一年来，我们坚持真抓实干，发展质量稳步提升\n{BODY}\n——工业生产提速。{BODY}\n（一）抓项目。{BODY}\n"
    assert [heading for _, level, heading in levels(text) if level == "topic"] == [
        "一年来，我们坚持真抓实干，发展质量稳步提升",
        "工业生产提速",
    ]


def test_a_list_with_dashes_is_items() -> None:
    targets = "".join(
        f"——{target}；\n" for target in ("地区生产总值增长5.5%以上", "新增就业3000人", "完成投资20亿元")
    )
    text = f"一、2024年安排\n主要预期目标是：\n{targets}实现上述目标，要抓好三件事。\n"
    assert [heading for _, level, heading in levels(text) if level == "item"] == [
        "地区生产总值增长5.5%以上", "新增就业3000人", "完成投资20亿元",
    ]  # fmt: skip
    assert levels(text)[-1][:2] == ("1.continuation", "part")
    alone = "一、2024年安排\n——新增就业3000人；\n完成投资。\n"
    assert [level for _, level, _ in levels(alone)] == ["chapter"]


def test_long_first_sentences_are_topics_if_several_begin_alike() -> None:
    openings = [f"坚持{what}引领，攻坚克难抓落实，各项工作稳步推进" for what in ("项目", "创新", "民生")]
    text = "一、2023年回顾\n" + "".join(f"{opening}。{BODY}\n" for opening in openings)
    assert [heading for _, level, heading in levels(text) if level == "topic"] == openings
    alone = f"一、2023年回顾\n{openings[0]}。{BODY}\n"
    assert [level for _, level, _ in levels(alone)] == ["chapter"]
