"""Every row of the table of faults has a test with its id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import COLLECTED

ROWS = {"T": 30, "Y": 26, "X": 20, "W": 6, "F": 5, "Q": 8, "I": 13, "E": 13, "S": 15, "V": 2, "P": 9}


def test_every_row_has_a_test_of_its_name(pytestconfig: pytest.Config) -> None:
    collected = pytestconfig.stash[COLLECTED]
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")}
    if missing := here - collected.keys():
        pytest.skip(f"not collected: {', '.join(sorted(missing))}")
    names = " ".join(f"[{name}" for file in here for name in collected[file]).upper()
    named = set(re.findall(rf"[_\[\-]([{''.join(ROWS)}]\d\d)(?!\d)", names))
    wanted = {f"{letter}{number:02}" for letter, most in ROWS.items() for number in range(1, most + 1)}
    assert wanted - named == set()
