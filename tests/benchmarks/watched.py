"""``python -m tests.benchmarks.watched NOTE [ARGUMENT …]``: run the program and time its event loop.

The file NOTE contains the milliseconds of the longest callback since the first screen, or since the file was deleted.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

from tui.__main__ import main
from tui.app import HuijiApp

_note = Path(sys.argv.pop(1))
_run: Any = asyncio.events.Handle._run
_ready = HuijiApp.on_ready


def _timed(handle: asyncio.Handle) -> None:
    begun = time.perf_counter()
    _run(handle)
    took = (time.perf_counter() - begun) * 1000
    if took > 1 and (not _note.exists() or took > float(_note.read_text() or 0)):
        _note.write_text(f"{took}")


async def _on_ready(app: HuijiApp) -> None:
    setattr(asyncio.events.Handle, "_run", _timed)  # noqa: B010
    await _ready(app)


setattr(HuijiApp, "on_ready", _on_ready)  # noqa: B010
main()
