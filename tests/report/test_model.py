"""The report as data: offsets of nodes, names, dates."""

from __future__ import annotations

import pytest

from tui.report.model import (
    COMPARABLES,
    DIRECTIONS,
    LEVELS,
    MEASURES,
    QUALIFIERS,
    STATUSES,
    FrontMatter,
    NodeDraft,
    Report,
    Source,
    joined_text,
    place_nodes,
)

DRAFTS = [
    NodeDraft("front", "part", "题\n\n"),
    NodeDraft("1", "chapter", "  一、甲\n", "一", "甲", 2023, [NodeDraft("1.1", "section", "\n乙"), NodeDraft("1.2", "topic", "丙\n\n")]),
    NodeDraft("end", "part", "\n \n"),
]  # fmt: skip


def test_texts_are_joined_in_document_order() -> None:
    assert joined_text(DRAFTS) == "题\n\n  一、甲\n\n乙丙\n\n\n \n"
    assert joined_text([]) == ""


def test_nodes_tile_the_text_and_start_after_spaces() -> None:
    front, chapter, end = place_nodes(DRAFTS)
    assert front == ("front", "part", None, None, None, 0, 1, 0, 3, ())
    assert chapter[:9] == ("1", "chapter", "一", "甲", 2023, 5, 12, 3, 9)
    assert chapter.children == (
        ("1.1", "section", None, None, None, 10, 11, 9, 11, ()),
        ("1.2", "topic", None, None, None, 11, 12, 11, 14, ()),
    )
    assert end == ("end", "part", None, None, None, 17, 17, 14, 17, ())
    assert place_nodes([]) == ()


#: Drafts, and the offsets start, end, own_start, own_end of each node in document order.
PLACED = [
    ("text only", [NodeDraft("1", "part", "甲乙")], [(0, 2, 0, 2)]),
    ("no text", [NodeDraft("1", "part", "")], [(0, 0, 0, 0)]),
    ("spaces before the number", [NodeDraft("1", "chapter", "\u3000 一、甲", "一", "甲")], [(2, 5, 0, 5)]),
    ("line breaks at the end", [NodeDraft("1", "part", "甲\n\n"), NodeDraft("2", "part", "乙")], [(0, 1, 0, 3), (3, 4, 3, 4)]),
    ("other spaces at the end", [NodeDraft("1", "part", "甲 \u3000\n")], [(0, 3, 0, 4)]),
    ("blank", [NodeDraft("1", "part", "甲"), NodeDraft("2", "part", " \n")], [(0, 1, 0, 1), (3, 3, 1, 3)]),
    ("ends with its last child", [NodeDraft("1", "chapter", "甲\n", children=[NodeDraft("1.1", "topic", "乙\n")])], [(0, 3, 0, 2), (2, 3, 2, 4)]),
    ("no text before the child", [NodeDraft("1", "chapter", "", children=[NodeDraft("1.1", "topic", "甲")])], [(0, 1, 0, 0), (0, 1, 0, 1)]),
    (
        "children in a row",
        [NodeDraft("1", "chapter", "甲", children=[NodeDraft("1.1", "topic", "乙"), NodeDraft("1.2", "topic", "丙")]), NodeDraft("2", "part", "丁")],
        [(0, 3, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3), (3, 4, 3, 4)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("drafts", "offsets"), [case[1:] for case in PLACED], ids=[case[0] for case in PLACED]
)
def test_drafts_are_placed_in_their_joined_text(
    drafts: list[NodeDraft], offsets: list[tuple[int, int, int, int]]
) -> None:
    nodes = [node for root in place_nodes(drafts) for node in root.walk()]
    assert [(node.start, node.end, node.own_start, node.own_end) for node in nodes] == offsets


def test_all_nodes_are_walked_in_document_order() -> None:
    report = Report(
        FrontMatter("", "", "", "", None, None, None), Source("", "", "", 0), "", place_nodes(DRAFTS), ()
    )
    assert [node.id for node in report.walk()] == ["front", "1", "1.1", "1.2", "end"]


@pytest.mark.parametrize(
    ("date", "spoken"), [("2024-01-22", "2024年1月22日"), ("2024-11-02", "2024年11月2日"), ("2024", "2024"), ("2024-01", "2024-01"), ("", "")]
)  # fmt: skip
def test_a_date_is_written_as_it_is_said(date: str, spoken: str) -> None:
    assert FrontMatter("", date, "", "", None, None, None).spoken_date == spoken


@pytest.mark.parametrize(
    ("organisation", "title", "name"),
    [
        ("惠济区人民政府", "政府工作报告", "惠济区政府工作报告"),
        (" 惠济区人民政府 ", "", "惠济区政府工作报告"),
        ("惠济区人民政府", "惠济区2024年政府工作报告", "惠济区2024年政府工作报告"),
        ("", "", "政府工作报告"),
        ("", "报告", "报告"),
        ("国务院", "政府工作报告", "国务院政府工作报告"),
    ],
)
def test_the_short_name_says_whose_report_it_is(organisation: str, title: str, name: str) -> None:
    front = FrontMatter(title, "", "", organisation, None, None, None)
    assert Report(front, Source("", "", "", 0), "", (), ()).name == name


@pytest.mark.parametrize("organisation", ["市人民政府", "市", "自治区人民政府", ""])
def test_a_level_is_no_place_and_the_file_tells_which_report_it_is(organisation: str) -> None:
    front = FrontMatter("政府工作报告", "", "", organisation, None, None, None)
    report = Report(front, Source("qinghe_2024.docx", "", "", 0), "", (), ())
    assert (report.place, report.name) == ("", "政府工作报告（qinghe_2024.docx）")


def test_the_values_of_the_schema() -> None:
    assert LEVELS == ("part", "chapter", "section", "topic", "item")
    assert QUALIFIERS == ("exact", "about", "at_least", "at_most", "over", "under", "nearly", "more")
    assert MEASURES == ("level", "growth", "share", "completion", "rank", "multiple", "ratio")
    assert (DIRECTIONS, COMPARABLES) == (("up", "down"), ("strict", "loose"))
    assert STATUSES == ("achieved", "target", "expected", "ongoing", "background")
