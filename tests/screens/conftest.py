"""The library of small reports, for its screen, and the clock of the place where times on the grids are from."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.library.conftest import library, shelf

__all__ = ["library", "shelf"]


@pytest.fixture(autouse=True)
def clock_of_china() -> Iterator[None]:
    """Have times shown as in China wherever the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "CST-8")
        time.tzset()
        yield
    time.tzset()
