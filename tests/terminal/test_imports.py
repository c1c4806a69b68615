"""What is loaded before a cached first screen is shown: each module is time that a person waits."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
import os, unicodedata, _sha256  # at hand, or needed
before = set(sys.modules)
import tui.__main__, tui.probe, tui.signals, tui.terminal_modes
print(*sorted(set(sys.modules) - before))
"""
ALLOWED = {
    "__future__", "errno", "gc", "tui", "tui.__main__", "tui.first_frame", "tui.probe", "tui.reader", "tui.reader.cells", "tui.report",
    "tui.signals", "tui.state", "tui.state.folder", "tui.state.frame_cells", "tui.state.frames", "tui.report.hashing",
    "tui.state.own_files", "tui.terminal_modes",
}  # fmt: skip


def test_a_cached_screen_waits_for_few_modules() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import sys; sys.path[:0] = " + repr(sys.path) + _SCRIPT],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(done.stdout.split()) <= ALLOWED
