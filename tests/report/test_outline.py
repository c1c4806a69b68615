"""Finding nodes by offset and id; labels, numbers, paths."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui.report.model import FrontMatter, Level, Node, NodeDraft, Report, Source, joined_text, place_nodes
from tui.report.outline import OVERVIEW, Outline

#: An overview below a heading, and a mere transition.
LONG, SHORT = "说" * 30 + "。", "说" * 28 + "。"


def outline(*drafts: NodeDraft) -> Outline:
    front = FrontMatter("报告", "", "", "", None, None, None)
    return Outline(Report(front, Source("", "", "", 0), joined_text(drafts), place_nodes(drafts), ()))


WHOLE = outline(
    NodeDraft("front", "part", "题\n"),
    NodeDraft("opening", "part", "各位代表：\n"),
    NodeDraft(
        "1", "chapter", f"一、回顾\n{LONG}", "一", "回顾", 2023,
        [
            NodeDraft(
                "1.1", "section", f"（一）发展\n{LONG}", "一", "发展", None,
                [
                    NodeDraft("1.1.1", "topic", "抓项目。好。\n", None, "抓项目"),
                    NodeDraft("1.1.2", "item", "1、修路。\n", "1", None),
                    NodeDraft("1.1.continuation", "part", "此外，继续。\n"),
                ],
            ),
            NodeDraft("1.2", "section", "二是民生。\n", "二", None, None, [NodeDraft("1.2.1", "topic", "住房。", None, "住房")]),
            NodeDraft("1.closing", "part", "成绩来之不易。\n"),
        ],
    ),
    NodeDraft("2", "chapter", f"展望\n{SHORT}", None, "展望", 2024, [NodeDraft("2.1", "item", "第一条。", "3", "第一条")]),
    NodeDraft("body", "part", "正文。\n"),
    NodeDraft("closing", "part", "让我们奋进！\n"),
    NodeDraft("annex1", "part", "附件：名词解释\n", None, "名词解释"),
    NodeDraft("annex2", "part", "附件二\n"),
    NodeDraft("trailing", "part", "（完）\n"),
    NodeDraft("other", "part", "是其他的话\n"),
)  # fmt: skip

#: By id: label, number with its marks, path, short name, own name, whether there is an overview.
NAMES = {
    "front": ("题头", "", "题头", "题头", "题头", False),
    "opening": ("开场", "", "开场", "开场", "开场", False),
    "1": ("一、回顾", "一、", "一", "一 概述", "一 概述", True),
    "1.1": ("（一）发展", "（一）", "一(一)", "一(一)", "一(一)概述", True),
    "1.1.1": ("抓项目", "", "一(一)抓项目", "一(一)", "一(一)抓项目", False),
    "1.1.2": ("1、修路。", "1、", "一(一)第1项", "一(一)", "一(一)第1项", False),
    "1.1.continuation": (
        "此外，继续…",
        "",
        "一(一) 此外，继续…",
        "一(一) 此外，继续…",
        "一(一) 此外，继续…",
        False,
    ),
    "1.2": ("二是民生。", "二是", "一(二)", "一(二)", "一(二)", False),
    "1.2.1": ("住房", "", "一(二)住房", "一(二)", "一(二)住房", False),
    "1.closing": ("结尾", "", "一 结尾", "一 结尾", "一 结尾", False),
    "2": ("展望", "", "展望", "展望", "展望", False),
    "2.1": ("3 第一条", "3 ", "展望 第一条", "展望", "展望 第一条", False),
    "body": ("正文", "", "正文", "正文", "正文", False),
    "closing": ("结语", "", "结语", "结语", "结语", False),
    "annex1": ("名词解释", "", "附件", "附件", "附件", False),
    "annex2": ("附件", "", "附件", "附件", "附件", False),
    "trailing": ("文末", "", "文末", "文末", "文末", False),
    "other": ("其他的话", "", "其他的话", "其他的话", "其他的话", False),
}


@pytest.mark.parametrize("node_id", NAMES)
def test_the_names_of_a_node(node_id: str) -> None:
    node = WHOLE.by_id[node_id]
    assert (
        WHOLE.label(node), WHOLE.mark(node), WHOLE.path(node),
        WHOLE.short_name(node), WHOLE.own_name(node), WHOLE.has_overview(node),
    ) == NAMES[node_id]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("1.修路三十公里。", "1", "1.修路三十公里。"),
        ("11．修路。", "11", "11．修路。"),
        ("（1）修路。", "1", "（1）修路。"),
        ("①修路。", "①", "①修路。"),
        ("第一，修路。", "一", "第一，修路。"),
        ("二要修路。", "二", "二要修路。"),
        ("修路。", "3", "3 修路。"),
    ],
)
def test_an_item_without_heading_is_labelled_as_printed(text: str, number: str, label: str) -> None:
    one = outline(NodeDraft("1", "item", text, number, None))
    assert one.label(one.by_id["1"]) == label


@pytest.mark.parametrize("label", ["1. Introduction", "2.1 Water Quality", "3 Roads"])
def test_a_space_divides_the_number_of_a_heading_in_english(label: str) -> None:
    number, _, heading = label.partition(" ")
    one = outline(NodeDraft("1", "chapter", f"{label}\nText.", number.strip(".")[-1], heading))
    assert one.label(one.by_id["1"]) == label


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("2021年是“十四五”开局之年，我们。", "一 2021年是…"),
        ("“十四五”开局良好，成效显著。", "一 “十四五”开局良…"),
        ("围绕“强基”抓落实，我们。", "一 围绕“强基”抓落…"),
    ],
)
def test_a_path_ends_before_a_quotation_that_is_cut(text: str, path: str) -> None:
    inner = NodeDraft("1.continuation", "part", text)
    one = outline(NodeDraft("1", "chapter", "一、工作\n", "一", "工作", children=[inner]))
    assert one.path(one.by_id["1.continuation"]) == path


def test_every_node_is_found_by_its_id_and_its_offsets() -> None:
    assert [node.id for node in WHOLE.nodes] == list(NAMES) == list(WHOLE.by_id)
    for index, node in enumerate(WHOLE.nodes):
        for offset in range(node.own_start, node.own_end):
            assert (WHOLE.index_at(offset), WHOLE.at(offset)) == (index, node)
    assert WHOLE.at(-1).id == "front"
    assert WHOLE.at(10_000).id == "other"


def test_ancestors_from_the_outermost() -> None:
    assert [node.id for node in WHOLE.lineage(WHOLE.by_id["1.1.2"])] == ["1", "1.1", "1.1.2"]
    assert [node.id for node in WHOLE.lineage(WHOLE.by_id["front"])] == ["front"]
    assert WHOLE.parent(WHOLE.by_id["1.1"]) is WHOLE.by_id["1"]
    assert WHOLE.parent(WHOLE.by_id["1"]) is None


def test_the_section_of_an_offset() -> None:
    sections = {node.id: WHOLE.section_at(node.start).id for node in WHOLE.nodes}
    assert sections == {
        **{node.id: node.id for node in WHOLE.nodes},
        "1.1.1": "1.1", "1.1.2": "1.1", "1.1.continuation": "1.1", "1.2.1": "1.2", "1.closing": "1", "2.1": "2",
    }  # fmt: skip


def test_the_headings_an_offset_is_under() -> None:
    def headings(node_id: str, more: int = 0) -> list[str]:
        return [node.id for node in WHOLE.headings_over(WHOLE.by_id[node_id].start + more)]

    assert headings("1.1.1") == ["1", "1.1"]
    assert headings("1.1.1", 1) == ["1", "1.1", "1.1.1"]
    assert headings("1.1.2", 1) == ["1", "1.1"]
    assert headings("1") == []
    assert headings("1", 1) == ["1"]


def test_the_next_and_the_previous_node_of_some_levels() -> None:
    def steps(direction: int, *levels: str) -> list[str]:
        offset, found = (0 if direction > 0 else 10_000), list[str]()
        while (node := WHOLE.step(offset, direction, levels)) is not None:
            found.append(node.id)
            offset = node.start
        return found

    assert steps(1, "chapter", "section") == ["1", "1.1", "1.2", "2"]
    assert steps(-1, "chapter", "section") == ["2", "1.2", "1.1", "1"]
    assert steps(1, "item") == ["1.1.2", "2.1"]
    assert steps(-1, "part")[-1] == "front"
    assert steps(1, "part")[0] == "opening"
    middle = WHOLE.by_id["1.1"].start + 1
    assert [WHOLE.step(middle, direction, ["section"]) for direction in (-1, 1)] == [
        WHOLE.by_id["1.1"],
        WHOLE.by_id["1.2"],
    ]


@pytest.mark.parametrize(
    ("text", "number", "heading", "level", "mark"),
    [
        ("一、回顾", "一", "回顾", "chapter", "一、"),
        ("一、 回顾", "一", "回顾", "chapter", "一、"),
        ("第一部分：　　　　　　　回顾", "一", "回顾", "chapter", "第一部分："),
        ("第一部分：" + "　" * 8 + "回顾", "一", "回顾", "chapter", "一、"),
        ("回顾", "一", "回顾", "chapter", "一、"),
        ("回顾", "一", "不在", "section", "(一)"),
        ("回顾", "一", None, "topic", "一 "),
        ("回顾", None, "回顾", "chapter", ""),
        ("一、甲、一、甲", "一", "甲", "chapter", "一、"),
    ],
)
def test_a_number_is_shown_as_printed_or_by_its_level(
    text: str, number: str | None, heading: str | None, level: str, mark: str
) -> None:
    made = outline(NodeDraft("0", "part", "前\n"), NodeDraft("1", level, text, number, heading))  # type: ignore[arg-type]
    assert made.mark(made.by_id["1"]) == mark


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("一是要修路。\n再修。", "一", "一是要修路。"),
        ("(1)、修路", "1", "(1)、修路"),
        ("1、修路", "1", "1、修路"),
        ("字" * 30, None, "字" * 24),
        ("\n", None, "1"),
        ("、是要)） ", None, "1"),
        ("是的", None, "的"),
    ],
)
def test_a_node_without_a_heading_is_named_by_its_first_words(
    text: str, number: str | None, words: str
) -> None:
    made = outline(NodeDraft("1", "topic", text, number))
    assert made.label(made.by_id["1"]).removeprefix(f"{number} ") == words


def test_first_words_end_where_the_own_text_does() -> None:
    made = outline(NodeDraft("1", "topic", "修路", None, None, None, [NodeDraft("1.1", "item", "架桥。")]))
    assert made.label(made.by_id["1"]) == "修路"


def test_an_overview_is_longer_than_a_transition() -> None:
    def chapter(text: str, *children: NodeDraft) -> tuple[Outline, Node]:
        made = outline(NodeDraft("1", "chapter", text, "一", "甲", None, list(children)))
        return made, made.nodes[0]

    child = NodeDraft("1.1", "topic", "乙")
    for text, has in (("一、甲" + "说" * 31, True), ("一、甲" + "说" * 30, False)):
        made, node = chapter(text, child)
        assert made.has_overview(node) is has
    made, node = chapter("一、甲" + "说" * 31)
    assert not made.has_overview(node)
    assert OVERVIEW == "概述"


def test_the_short_name_of_a_topic_alone_is_its_path() -> None:
    made = outline(NodeDraft("1", "topic", "修路。", None, "修路"))
    assert (made.path(made.nodes[0]), made.short_name(made.nodes[0])) == ("修路", "修路")
    assert made.section_at(0) is made.nodes[0]


def test_the_path_of_a_chapter_in_an_unnumbered_section() -> None:
    made = outline(
        NodeDraft(
            "1", "section", "修路。", None, "修路", None, [NodeDraft("1.1", "chapter", "甲", None, None)]
        )
    )
    assert [made.path(node) for node in made.nodes] == ["修路", "修路"]


def test_the_short_name_of_a_chapter_inside_a_part() -> None:
    text, child = f"一、回顾\n{LONG}", NodeDraft("1.1", "section", "（一）发展", "一", "发展")
    chapter = NodeDraft("1", "chapter", text, "一", "回顾", None, [child])
    made = outline(NodeDraft("p", "part", "总论\n", None, "总论", None, [chapter]))
    assert made.short_name(made.by_id["1"]).endswith(OVERVIEW)


def test_an_unnamed_part_inside_a_chapter_is_named_by_its_first_words() -> None:
    made = outline(
        NodeDraft("1", "chapter", "一、甲\n", "一", "甲", None, [NodeDraft("1.other", "part", "还有话\n")])
    )
    assert made.label(made.by_id["1.other"]) == "还有话"


def line(*drafts: NodeDraft) -> NodeDraft:
    """Put each draft below the one before."""
    for above, below in pairwise(drafts):
        above.children.append(below)
    return drafts[0]


CHAPTER = ("chapter", "一、甲\n", "一", "甲")
#: Nodes from the outermost in, and the path of the last.
PATHS = [
    ("chapter with a number", [CHAPTER], "一"),
    ("chapter without a number", [("chapter", "回顾\n", None, "回顾")], "回顾"),
    ("chapter without a name", [("chapter", "甲\n", None, None)], ""),
    ("section", [CHAPTER, ("section", "（二）乙。", "二", "乙")], "一(二)"),
    ("section without a number", [CHAPTER, ("section", "乙\n", None, "乙")], "一 乙"),
    ("topic of a chapter", [CHAPTER, ("topic", "丙。", None, "丙")], "一 丙"),
    ("topic of a section", [CHAPTER, ("section", "（二）乙。", "二", "乙"), ("topic", "丙。", None, "丙")], "一(二)丙"),
    ("item of a topic", [CHAPTER, ("topic", "丙。", None, "丙"), ("item", "一是丁。", "一", "丁")], "一 丙 丁"),
    ("item without a heading", [CHAPTER, ("item", "3.丁", "3", None)], "一 第3项"),
    ("item alone", [("item", "3.丁", "3", None)], "第3项"),
]  # fmt: skip


@pytest.mark.parametrize(("nodes", "path"), [case[1:] for case in PATHS], ids=[case[0] for case in PATHS])
def test_the_path_of_a_node(nodes: list[tuple[Level, str, str | None, str | None]], path: str) -> None:
    made = outline(line(*(NodeDraft(str(depth), *node) for depth, node in enumerate(nodes))))
    assert made.path(made.nodes[-1]) == path


def test_the_progress_is_within_the_section_or_the_text_before_the_sections() -> None:
    section, chapter = WHOLE.by_id["1.1"], WHOLE.by_id["1"]
    assert WHOLE.place_at(section.start) == (WHOLE.path(section), 0)
    assert WHOLE.place_at(section.end - 1)[1] > 0.9
    assert WHOLE.place_at(chapter.start) == (WHOLE.path(chapter), 0)
    assert WHOLE.place_at(section.start - 1)[1] > 0.9, "the sections are not a part of the overview"
    assert WHOLE.ends()[section.end] == section


def test_the_progress_grows_through_a_chapter_without_sections() -> None:
    chapter = NodeDraft("1", "chapter", "一、回顾\n" + "一年来，困难不少。" * 3, "一", "回顾")
    chapter.children += [
        NodeDraft("1.t", "topic", "农业增产。粮食丰收。\n", None, "农业增产"),
        NodeDraft("1.continuation", "part", "过去一年，来之不易。\n"),
        NodeDraft("1.t2", "topic", "工业增效。企业增多。\n", None, "工业增效"),
        NodeDraft("1.1", "item", "一是修路。" * 4, "一"),
    ]
    made = outline(chapter)
    places = [made.place_at(offset) for offset in range(len(made.report.text) - 1)]
    assert {name for name, _ in places} == {"一"}
    read = [share for _, share in places]
    assert read == sorted(set(read)), "each character counts"
    assert read[0] == 0 and 0.45 < read[len(read) // 2] < 0.55


def test_what_follows_the_sections_of_a_chapter_is_counted_by_itself() -> None:
    chapter = NodeDraft("1", "chapter", "一、安排\n", "一", "安排")
    chapter.children += [
        NodeDraft("1.1", "section", "（一）农业。种粮。\n", "一", "农业"),
        NodeDraft("1.closing", "part", "各位代表，任务艰巨。让我们共同努力。\n"),
    ]
    made = outline(chapter)
    closing = made.by_id["1.closing"]
    assert made.place_at(closing.start)[1] < 0.1
    assert made.place_at(closing.start + 10)[0] == made.path(closing)
    assert made.place_at(closing.end - 1)[1] > 0.9
