"""State that is written is read again; offsets are found again in a changed text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.state.records import (
    CONTEXT,
    MAX_PATH,
    MAX_QUERIES,
    MAX_RECENT,
    Anchor,
    QueryHistory,
    ReportState,
    Settings,
    may_be_path,
)
from tui.state.store import MAX_BYTES, MAX_SET_ASIDE, ReportStore, Store

TEXT = (
    "前言。一、回顾。"
    + "过去一年成绩显著。" * 20
    + "新增绿地29.2万平方米,栽植月季5万余株。"
    + "工作稳步推进。" * 20
)


def test_state_that_was_written_is_read_again(tmp_path: Path) -> None:
    report_state = ReportState(Anchor.of(TEXT, 30), {"a": Anchor.of(TEXT, 8)})
    Store(tmp_path).remember("/a.txt", report_state)
    Store(tmp_path).keep(Settings("宣", 72))
    Store(tmp_path).keep_queries(QueryHistory(["黄河", "7%"]))
    store = Store(tmp_path)
    assert store.report_state("/a.txt") == report_state
    assert store.report_state("/b.txt") == ReportState()
    assert store.settings() == Settings("宣", 72)
    assert store.earlier_queries(QueryHistory()) == ["黄河", "7%"]
    assert store.warnings == []


@given(st.integers(min_value=0, max_value=len(TEXT)))
def test_an_anchor_in_an_unchanged_text_keeps_its_offset(offset: int) -> None:
    assert Anchor.of(TEXT, offset).find_in(TEXT) == offset


def test_an_anchor_in_a_changed_text_moves_to_the_nearest_match() -> None:
    offset = TEXT.index("新增绿地")
    place = Anchor.of(TEXT, offset)
    assert place.find_in("新的开头。" * 9 + TEXT) == offset + 45
    assert place.find_in(TEXT.replace("栽植月季5万余株", "栽植月季6万株")) == offset
    assert place.find_in("全变了。") <= 4


def test_queries_are_unique_and_the_latest_is_last() -> None:
    history = QueryHistory()
    for number in range(MAX_QUERIES + 5):
        history.add(f"词{number}")
    history.add("词20 ")
    history.add("  ")
    assert len(history.queries) == MAX_QUERIES
    assert history.queries[-1] == "词20"
    assert history.queries.count("词20") == 1


def test_limits_of_the_state() -> None:
    """They limit the files; two are also visible, in the search box and in the list of reports."""
    assert (MAX_QUERIES, MAX_RECENT, CONTEXT, MAX_SET_ASIDE, MAX_BYTES) == (50, 20, 40, 5, 1024 * 1024)
    assert MAX_PATH == 4096 and may_be_path("a") and may_be_path("a" * 4096) and not may_be_path("a" * 4097)
    assert Anchor.of("字" * 100, 20) == Anchor(20, "字" * 40)
    history = QueryHistory.parse({"queries": [f"{number}" for number in range(60)]})
    assert history.queries == [f"{number}" for number in range(10, 60)]
    assert QueryHistory.parse({"queries": ["a", "b", "a"]}) == QueryHistory(["b", "a"])
    assert ReportState.parse({"marks": {"ab": [1, "x"]}}) == ReportState(None, {"a": Anchor(1, "x")})


def test_the_context_of_an_anchor_is_searched_whole_then_half_then_a_quarter() -> None:
    words = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
    assert len(words) == 16
    for length, at in ((16, 0), (8, 0), (4, 0), (3, 9)):
        text = words[:length] + "。" * 30
        assert Anchor(9, words).find_in(text) == at, length
    assert Anchor(9, words[:4]).find_in("。" * 20 + words[:4]) == 20
    assert Anchor(9, words[:3]).find_in("。" * 20 + words[:3]) == 9
    assert Anchor(5, "甲乙丙丁").find_in("甲乙丙丁。。。甲乙丙丁") == 7  # the nearer one
    assert Anchor(3, "甲乙丙丁").find_in("甲乙丙丁。。。甲乙丙丁") == 0
    assert (
        Anchor(20, "甲乙丙丁").find_in("甲乙丙丁。。。甲乙丙丁" + "。" * 20) == 7
    )  # the nearer one before it
    far = words[:8] + "。" * 20 + words[:5] + "。" * 9
    assert Anchor(28, words).find_in(far) == 0  # the half, though a quarter stands nearer
    assert Anchor(7, "甲乙丙丁").find_in("。" * 5 + "甲乙丙丁" + "。" * 9) == 5  # it reaches over the place
    assert Anchor(50, "甲乙丙丁").find_in("。" * 9) == 9
    assert Anchor(2, "").find_in("。") == 1


@pytest.mark.parametrize(
    "data",
    [
        {"place": None}, {"place": [1]}, {"place": [True, "x"]}, {"place": [-1, "x"]}, {"place": [1, 2]},
        {"place": [1.0, "x"]}, {"place": [1, "x", 2]}, {"marks": None},
        {"marks": []}, {"marks": {"a": None}},
    ],
)  # fmt: skip
def test_an_invalid_report_state_is_rejected(data: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        ReportState.parse(data)
    assert ReportState.parse({"place": [0, "x"]}).place == Anchor(0, "x")


@pytest.mark.parametrize("data", [{}, {"queries": None}, {"queries": {}}])
def test_an_invalid_history_is_rejected(data: dict[str, object]) -> None:
    with pytest.raises((TypeError, KeyError)):
        QueryHistory.parse(data)


@pytest.mark.parametrize(
    "data",
    [{"theme": None}, {"measure": True}, {"measure": "7"}, {"measure": 7.0}, {"full_marks": 1}, {"change_colours": 1}, {"change_colours": "red"}, {"change_colours": []}, {"recent": None}, {"recent": {}}],
)  # fmt: skip
def test_invalid_settings_are_rejected(data: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        Settings.parse(data)
    assert Settings.parse({}) == Settings() == Settings("", 0, True, [])


def test_state_files_are_readable_json() -> None:
    report_state = ReportState(Anchor(3, "过去"), {"b": Anchor(1, "乙"), "a": Anchor(0, "甲")})
    assert report_state.dump("/报告.txt").decode() == (
        '{\n "version": 1,\n "report": "/报告.txt",\n "place": [\n  3,\n  "过去"\n ],\n'
        ' "marks": {\n  "a": [\n   0,\n   "甲"\n  ],\n  "b": [\n   1,\n   "乙"\n  ]\n }\n}'
    )
    assert "place" not in ReportState().dump("x").decode()
    assert Settings("宣", 72, False, ["/a"]).dump().decode() == (
        '{\n "version": 1,\n "theme": "宣",\n "measure": 72,\n "full_marks": false,\n "change_colours": "",\n "citation_style": "",\n "recent": [\n  "/a"\n ]\n}'
    )


def test_standard_input_and_the_built_in_report_are_not_recent_reports(tmp_path: Path) -> None:
    for identity in ("", "huiji-2024.yaml", "a/b.txt"):
        assert ReportStore(Store(tmp_path), identity).settings.recent == []
    alone = ReportStore(None, "/a.txt")
    assert alone.settings.recent == ["/a.txt"]
    alone._warnings.append("甲")
    assert (alone.new_warnings(), alone.new_warnings()) == (["甲"], [])
    alone.keep()
