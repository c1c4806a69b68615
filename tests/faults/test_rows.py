"""Every row of what must not hurt has a test that bears its id."""

from __future__ import annotations

import re
import subprocess
import sys

ROWS = {"T": 30, "Y": 26, "X": 16, "Q": 8, "I": 10, "E": 10, "S": 12, "P": 7}


def test_every_row_has_a_test_of_its_name() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts=", "tests/faults"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    named = set(re.findall(r"[_\[\-]([TYXQIESP]\d\d)(?!\d)", done.stdout.upper()))
    wanted = {f"{letter}{number:02}" for letter, most in ROWS.items() for number in range(1, most + 1)}
    assert wanted - named == set()
