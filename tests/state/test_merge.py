"""The laws of merging the state of two windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.state.merge import merge_mapping, merge_used, used_since
from tui.state.records import MAX_QUERIES, MAX_RECENT, Anchor, QueryHistory, ReportState, Settings

LETTERS = st.text("abcdefgh", min_size=1, max_size=1)
LISTS = st.lists(LETTERS, unique=True)
MARKS = st.dictionaries(LETTERS, st.integers(0, 3))
#: What a person does in a window: searches for something, or (None, an entry) has it forgotten.
STEPS = st.lists(st.tuples(st.booleans(), LETTERS))


def stepped(entries: list[str], steps: list[tuple[bool, str]]) -> list[str]:
    for uses, entry in steps:
        entries = [other for other in entries if other != entry] + ([entry] if uses else [])
    return entries


@given(LISTS, STEPS, STEPS)
def test_merged_lists_have_all_entries_that_were_not_deleted(
    base: list[str], my_steps: list[tuple[bool, str]], their_steps: list[tuple[bool, str]]
) -> None:
    mine, theirs = stepped(base, my_steps), stepped(base, their_steps)
    merged = merge_used(base, mine, theirs)
    assert len(merged) == len(set(merged))
    assert set(merged) >= set(mine).difference(base) | set(theirs).difference(base)
    assert set(merged) >= set(mine) & set(theirs)
    assert set(merged) <= set(mine) | set(theirs)
    for deleted, other in ((set(base).difference(mine), theirs), (set(base).difference(theirs), mine)):
        assert not deleted.intersection(merged).difference(used_since(base, other))


@given(LISTS, STEPS, STEPS)
def test_merged_lists_end_with_what_this_window_used(
    base: list[str], my_steps: list[tuple[bool, str]], their_steps: list[tuple[bool, str]]
) -> None:
    mine, theirs = stepped(base, my_steps), stepped(base, their_steps)
    merged = merge_used(base, mine, theirs)
    used = used_since(base, mine)
    assert merged[len(merged) - len(used) :] == used
    rest = merged[: len(merged) - len(used)]
    assert rest == [entry for entry in theirs if entry in rest]


@given(LISTS, LISTS)
def test_a_list_changed_by_one_window_is_used_as_it_is(base: list[str], changed: list[str]) -> None:
    assert merge_used(base, changed, base) == changed
    assert merge_used(base, base, changed) == changed
    assert merge_used(base, changed, changed) == changed


@given(LISTS, st.lists(LETTERS), LISTS)
def test_merging_a_list_is_idempotent(base: list[str], uses: list[str], theirs: list[str]) -> None:
    mine = stepped(base, [(True, entry) for entry in uses])
    once = merge_used(base, mine, theirs)
    assert merge_used(base, mine, once) == once
    assert merge_used(once, once, once) == once


@given(MARKS, MARKS, MARKS)
def test_bookmarks_are_merged_by_letter(
    base: dict[str, int], mine: dict[str, int], theirs: dict[str, int]
) -> None:
    merged = merge_mapping(base, mine, theirs)
    for letter in {*base, *mine, *theirs, *merged}:
        was, is_mine, is_theirs = base.get(letter), mine.get(letter), theirs.get(letter)
        if is_mine == was:
            assert merged.get(letter) == is_theirs
        elif is_mine is not None or is_theirs == was:
            assert merged.get(letter) == is_mine
        else:  # deleted here, changed there
            assert merged.get(letter) == is_theirs
    assert merge_mapping(base, mine, merged) == merged
    assert merge_mapping(base, base, theirs) == theirs
    assert merge_mapping(base, mine, base) == mine


def test_s13_a_window_writes_only_what_it_changed() -> None:
    place, other = Anchor(1, "甲"), Anchor(2, "乙")
    base = ReportState(place, {"a": place, "b": place})
    mine = ReportState(place, {"b": place, "c": place})
    theirs = ReportState(other, {"a": place, "b": other})
    assert mine.merged(base, theirs) == ReportState(other, {"b": other, "c": place})
    queries = QueryHistory(["a", "b", "c"]).merged(QueryHistory(["a", "b"]), QueryHistory(["b", "a", "d"]))
    assert queries == QueryHistory(["b", "a", "d", "c"])
    assert ReportState(other).merged(ReportState(place), ReportState(place)).place == other

    was = Settings("宣", 70, True, ["/b", "/a"])
    now = Settings("宣", 70, False, ["/c", "/b", "/a"])
    wrote = Settings("墨", 72, True, ["/a", "/d", "/b"])
    assert now.merged(was, wrote) == Settings("墨", 72, False, ["/c", "/a", "/d", "/b"])
    assert wrote.merged(was, now) == Settings("墨", 72, False, ["/a", "/d", "/c", "/b"])


def test_merged_lists_lose_their_oldest_entries_beyond_the_limit() -> None:
    mine = QueryHistory([f"甲{number}" for number in range(MAX_QUERIES)])
    theirs = QueryHistory([f"乙{number}" for number in range(MAX_QUERIES)])
    assert mine.merged(QueryHistory(), theirs) == mine
    few = QueryHistory(mine.queries[:3]).merged(QueryHistory(), theirs).queries
    assert few == [*theirs.queries[3:], *mine.queries[:3]]
    recent = Settings(recent=["/甲"]).merged(
        Settings(), Settings(recent=[f"/{n}" for n in range(MAX_RECENT)])
    )
    assert recent.recent == ["/甲", *(f"/{n}" for n in range(MAX_RECENT - 1))]
