"""Work in threads: its outcome reaches the screen, and what must not be lost is waited for when the user quits."""

from __future__ import annotations

import asyncio
from threading import Event
from time import sleep

from tui.screens.background import finish, in_thread


def test_what_went_wrong_is_told() -> None:
    async def run() -> str:
        told: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def work() -> None:
            raise ValueError("broken")

        in_thread(work, print, told.set_result)
        return await told

    assert "broken" in asyncio.run(run())


def test_leaving_waits_for_what_is_kept() -> None:
    kept = Event()

    def work() -> None:
        sleep(0.2)
        kept.set()

    async def run() -> None:
        in_thread(work, print, print, is_kept=True)

    asyncio.run(run())
    assert not kept.is_set()
    finish()
    assert kept.is_set()
