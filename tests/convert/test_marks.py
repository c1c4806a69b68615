"""Marks of other formats are dropped, and no text with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.repair import restore_per_mille, restore_spaces
from tui.convert.repairs.marks import captions, drop_bold_marks, drop_comments, drop_orphan_marks, drop_tags
from tui.convert.unescape import unescape

LONG = "本级财政收支平衡。" * 60


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("甲\n<!-- 图 -->\n乙", "甲\n乙"),
        ("<!-- 图 -->\n甲", "甲"),
        ("<!-- 图 -->市长周明\n甲", "市长周明\n甲"),
        ("甲<!-- 图 -->\n乙", "甲\n乙"),
        ("甲<!--一--><!--二-->\n乙", "甲\n乙"),
        (f"甲\n<!--{LONG}-->\n乙", f"甲\n{LONG}\n乙"),
        ("甲<!--乙\n丙", "甲乙\n丙"),
        ("甲-->乙", "甲乙"),
        ("甲<!--乙<!--图-->丙", "甲乙丙"),
    ],
)
def test_comments_go_and_text_stays(text: str, dropped: str) -> None:
    assert drop_comments(text)[0] == dropped


def test_captions_are_the_short_comments() -> None:
    assert captions(f"<!-- 图 -->甲<!--{LONG}--><!-- -->") == ["图"]


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("**甲\n乙**\n丙", "甲\n乙\n丙"),
        ("**甲\n乙", "甲\n乙"),
        (f"**甲\n{LONG * 12}\n乙**\n", f"甲\n{LONG * 12}\n乙\n"),
        ("甲。**乙\n\n丙** 丁", "甲。乙\n\n丙 丁"),
        ("联系人李**", "联系人李**"),
        ("2**3", "2**3"),
        ("甲***乙", "甲***乙"),
    ],
)
def test_bold_marks_go_in_pairs_or_from_the_beginning_of_a_line(text: str, dropped: str) -> None:
    assert drop_bold_marks(text)[0] == dropped


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("甲。<br/>乙", "甲。\n乙"),
        ("| 甲。<br>乙 |", "| 甲。 乙 |"),
        ("<strong>甲</strong>乙", "甲乙"),
        ('<p style="x">甲</p>乙', "甲\n乙"),
        ("甲<乙>丙", "甲<乙>丙"),
    ],
)
def test_tags_go_and_leave_their_breaks(text: str, dropped: str) -> None:
    assert drop_tags(text)[0] == dropped


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("??（一）抓项目", "\u3000（一）抓项目"),
        ("????全市上下", "\u3000全市上下"),
        ("市长??周明", "市长\u3000周明"),
        ("真的吗??\n", "真的吗??\n"),
    ],
)
def test_a_few_question_marks_are_spaces_where_no_question_ends(text: str, restored: str) -> None:
    assert restore_spaces(text)[0] == restored


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("控制在7％。以内；", "控制在7‰以内；"),
        ("人口自然增长率6.2％。。\n", "人口自然增长率6.2‰。\n"),
        ("增长7％。以人为本", "增长7％。以人为本"),
    ],
)
def test_a_per_mille_sign_is_restored_where_no_sentence_ends(text: str, restored: str) -> None:
    assert restore_per_mille(text)[0] == restored


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("、今年工作量大面广。\n甲", "今年工作量大面广。\n甲"),
        ("请予审议。\n\n，各项工作稳步推进。", "请予审议。\n\n各项工作稳步推进。"),
        ("请予审议。\n\n、2016年工作回顾\n甲", "请予审议。\n\n、2016年工作回顾\n甲"),
        ("抓好项目建设\n、园区建设。", "抓好项目建设\n、园区建设。"),
    ],
)
def test_a_mark_without_its_number_goes_from_the_beginning_of_a_line(text: str, dropped: str) -> None:
    assert drop_orphan_marks(text)[0] == dropped


@pytest.mark.parametrize(
    ("text", "written"),
    [("6&permil;", "6‰"), ("甲&middot;乙", "甲·乙"), ("&#8226;", "•"), ("AT&T;", "AT&T;"), ("&#x41;", "A")],
)
def test_entities_are_written_as_characters(text: str, written: str) -> None:
    assert unescape(text) == written


@given(st.text(alphabet="甲乙 \n<!->*b/|", max_size=60))
def test_nothing_but_marks_is_dropped_from_any_text(text: str) -> None:
    for drop in (drop_bold_marks, drop_orphan_marks):
        dropped, count = drop(text)
        assert (dropped == text) == (count == 0)
        assert [c for c in dropped if c in "甲乙"] == [c for c in text if c in "甲乙"]
    assert "<!--" not in drop_comments(drop_comments(text)[0])[0] or "<" in text
