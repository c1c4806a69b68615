"""Navigation in a report, and back to where it was left."""

from __future__ import annotations

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji_outline


def test_a_jump_from_a_dialog_can_be_gone_back_from() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", "3", "full_stop", "4", "enter")
        assert app.main.navigation.offset == huiji_outline().by_id["3.4"].start
        await app.press("H")
        assert app.main.navigation.offset == huiji_outline().by_id["1.2"].start

    drive(steps, at="1.2")
