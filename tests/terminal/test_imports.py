"""Few modules are imported before a cached first screen is shown: each one delays it."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
import os, unicodedata, tui.report.hashing  # at hand, or needed
before = set(sys.modules)
import tui.__main__, tui.terminal.terminal
print(*sorted(set(sys.modules) - before))
"""
ALLOWED = {
    "__future__", "errno", "gc", "tui", "tui.__main__", "tui.terminal.first_screen", "tui.terminal.width_probe", "tui.typeset", "tui.typeset.cells", "tui.report",
    "tui.terminal.signals", "tui.state", "tui.state.paths", "tui.terminal.screen_cells", "tui.terminal.screen_cache", "tui.report.hashing", "tui.terminal",
    "tui.state.last_report", "tui.state.own_files", "tui.terminal.modes", "tui.terminal.terminal",
}  # fmt: skip


def test_only_allowed_modules_are_imported_before_the_cached_screen() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import sys; sys.path[:0] = " + repr(sys.path) + _SCRIPT],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(done.stdout.split()) <= ALLOWED
