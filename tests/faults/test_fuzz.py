"""A short run of the fuzz targets; ``python -m tests.fuzz`` runs them for longer."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from tests.fuzz.targets import TARGETS
from tui.report.errors import HuijiError

ROUNDS = 40


@pytest.mark.parametrize("name", TARGETS)
def test_targets_raise_only_the_programs_own_errors(name: str) -> None:
    for seed in range(ROUNDS):
        with suppress(HuijiError):
            TARGETS[name](random.Random(f"{name} {seed}"))
