"""The jump list, and navigation in a report."""

from __future__ import annotations

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji_outline
from tui.screens.navigation import MAX_JUMPS, JumpList


def jumps(*offsets: int) -> JumpList:
    made = JumpList()
    for offset in offsets:
        made.leave(offset)
    return made


def test_back_and_forward_return_the_offsets_in_order() -> None:
    made = jumps(1, 2)
    assert [made.back(3), made.back(2), made.back(1)] == [2, 1, None]
    assert [made.forward(1), made.forward(2), made.forward(3)] == [2, 3, None]


def test_an_empty_list_leads_nowhere() -> None:
    assert (JumpList().back(5), JumpList().forward(5)) == (None, None)


def test_a_jump_clears_the_forward_list() -> None:
    made = jumps(1)
    made.back(2)
    made.leave(7)
    assert made.forward(8) is None
    assert made.back(8) == 7


def test_an_offset_left_twice_in_a_row_is_kept_once() -> None:
    made = jumps(1, 2, 2)
    assert [made.back(3), made.back(2)] == [2, 1]


def test_back_passes_over_the_present_offset() -> None:
    assert jumps(1, 2).back(2) == 1


@pytest.mark.parametrize("number", [MAX_JUMPS, MAX_JUMPS + 1, 2 * MAX_JUMPS])
def test_the_newest_jumps_are_kept(number: int) -> None:
    made, here, seen = jumps(*range(number)), number, []
    while (offset := made.back(here)) is not None:
        seen.append(offset)
        here = offset
    assert seen == list(range(number - 1, number - 1 - MAX_JUMPS, -1))


def test_a_jump_from_a_dialog_can_be_gone_back_from() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", "3", "full_stop", "4", "enter")
        assert app.main.navigation.offset == huiji_outline().by_id["3.4"].start
        await app.press("H")
        assert app.main.navigation.offset == huiji_outline().by_id["1.2"].start

    drive(steps, at="1.2")
