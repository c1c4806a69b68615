"""What is remembered: kept whole, found again in a changed text, never in the way."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.state.memory import MAX_QUERIES, Memory, Place, Settings, Store

TEXT = (
    "前言。一、回顾。"
    + "过去一年成绩显著。" * 20
    + "新增绿地29.2万平方米,栽植月季5万余株。"
    + "工作稳步推进。" * 20
)


def test_what_is_remembered_is_there_again(tmp_path: Path) -> None:
    memory = Memory(Place.of(TEXT, 30), ["黄河", "7%"], {"a": Place.of(TEXT, 8)})
    Store(tmp_path).remember("/a.txt", memory)
    Store(tmp_path).keep(Settings("宣", 72))
    store = Store(tmp_path)
    assert store.memory("/a.txt") == memory
    assert store.memory("/b.txt") == Memory()
    assert store.settings() == Settings("宣", 72)
    assert store.warnings == []


@given(st.integers(min_value=0, max_value=len(TEXT)))
def test_a_place_in_an_unchanged_text_is_where_it_was(offset: int) -> None:
    assert Place.of(TEXT, offset).found_in(TEXT) == offset


def test_a_place_is_found_again_where_its_words_stand_nearest() -> None:
    offset = TEXT.index("新增绿地")
    place = Place.of(TEXT, offset)
    assert place.found_in("新的开头。" * 9 + TEXT) == offset + 45
    assert place.found_in(TEXT.replace("栽植月季5万余株", "栽植月季6万株")) == offset
    assert place.found_in("全变了。") <= 4


def test_queries_are_kept_once_each_the_latest_last() -> None:
    memory = Memory()
    for number in range(MAX_QUERIES + 5):
        memory.add_query(f"词{number}")
    memory.add_query("词20 ")
    memory.add_query("  ")
    assert len(memory.queries) == MAX_QUERIES
    assert memory.queries[-1] == "词20"
    assert memory.queries.count("词20") == 1
