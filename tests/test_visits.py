"""What was left by jumps, in one report and in several."""

from __future__ import annotations

import pytest

from tui.visits import MAX_VISITS, JumpList, Source, Visit

ONE, OTHER = Source("one.txt"), Source("other.txt")


def jumps(*offsets: int) -> JumpList:
    made = JumpList()
    for offset in offsets:
        made.leave(Visit(ONE, offset))
    return made


def back(made: JumpList, here: int) -> int | None:
    visit = made.back(Visit(ONE, here))
    return visit.offset if visit is not None else None


def forward(made: JumpList, here: int) -> int | None:
    visit = made.forward(Visit(ONE, here))
    return visit.offset if visit is not None else None


def test_back_and_forward_return_the_offsets_in_order() -> None:
    made = jumps(1, 2)
    assert [back(made, 3), back(made, 2), back(made, 1)] == [2, 1, None]
    assert [forward(made, 1), forward(made, 2), forward(made, 3)] == [2, 3, None]


def test_an_empty_list_leads_nowhere() -> None:
    assert (back(JumpList(), 5), forward(JumpList(), 5)) == (None, None)


def test_a_jump_clears_the_forward_list() -> None:
    made = jumps(1)
    back(made, 2)
    made.leave(Visit(ONE, 7))
    assert forward(made, 8) is None
    assert back(made, 8) == 7


def test_an_offset_left_twice_in_a_row_is_kept_once() -> None:
    made = jumps(1, 2, 2)
    assert [back(made, 3), back(made, 2)] == [2, 1]


def test_back_passes_over_the_present_offset() -> None:
    assert back(jumps(1, 2), 2) == 1


def test_the_same_offset_of_another_report_is_another_position() -> None:
    made = jumps(2)
    made.leave(Visit(OTHER, 2))
    assert made.back(Visit(ONE, 2)) == Visit(OTHER, 2)


@pytest.mark.parametrize("number", [MAX_VISITS, MAX_VISITS + 1, 2 * MAX_VISITS])
def test_the_newest_jumps_are_kept(number: int) -> None:
    made, here, seen = jumps(*range(number)), number, []
    while (offset := back(made, here)) is not None:
        seen.append(offset)
        here = offset
    assert seen == list(range(number - 1, number - 1 - MAX_VISITS, -1))


def test_where_the_last_jump_began_can_be_returned_to_again_and_again() -> None:
    made = jumps(1, 2)
    assert made.return_(Visit(ONE, 3)) == Visit(ONE, 2)
    assert made.return_(Visit(ONE, 2)) == Visit(ONE, 3)
    assert made.return_(Visit(ONE, 2)) is None, "it is there already"
    assert back(made, 2) == 3


def test_jumps_may_be_steps_of_one() -> None:
    made = jumps(1)
    with made.as_one():
        for offset in (2, 3, 4):
            made.leave(Visit(ONE, offset))
    made.leave(Visit(ONE, 5))
    assert [back(made, 6), back(made, 5), back(made, 2)] == [5, 2, 1]
