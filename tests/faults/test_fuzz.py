"""A short run of what is fuzzed at length by ``python -m tests.fuzz``; what was found there is kept here by its seed."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from tests.fuzz.targets import TARGETS
from tui.report.errors import HuijiError

ROUNDS = 40


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_errors_of_its_own_comes_out(name: str) -> None:
    for seed in range(ROUNDS):
        with suppress(HuijiError):
            TARGETS[name](random.Random(f"{name} {seed}"))
