"""What every test runs under."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A gate that throws dice refuses a change for what it did not touch. The dice are thrown where one looks for
# faults: `pytest --hypothesis-profile=wander` and `python -m tests.fuzz`.
settings.register_profile("gate", derandomize=True, deadline=None, database=None)
settings.register_profile("wander", max_examples=2000, deadline=None)
settings.load_profile("gate")

# Each worker compiles all tests otherwise, which takes longer than to collect them; the programs that tests start
# compile the package.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

#: The names of all tests that were collected, before any is deselected, by the path of their file.
COLLECTED = pytest.StashKey[dict[str, set[str]]]()

# pytest-xdist sets these for its workers; programs that tests start would believe them before they ask the terminal.
for name in ("COLUMNS", "LINES"):
    os.environ.pop(name, None)


# Tests neither read nor change the state, cache and configuration of the person who runs them.
_FOLDER = tempfile.TemporaryDirectory(prefix="huiji-tests-")
for name in ("STATE", "CACHE", "CONFIG"):
    os.environ[f"XDG_{name}_HOME"] = f"{_FOLDER.name}/{name.lower()}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the names of the collected tests."""
    collected = config.stash.setdefault(COLLECTED, {})
    for item in items:
        collected.setdefault(item.path.name, set()).add(item.name)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are processors, since many tests wait for a program: 151 s for 173 s with two."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture
def one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have folders worked off by one process, where more would only take longer to start."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)


@pytest.fixture
def small_heap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the collector pass over what was there before the test: all tests and the framework, millions of objects."""
    gc.collect()
    gc.freeze()
    for name in ("freeze", "unfreeze"):  # the program calls these
        monkeypatch.setattr(gc, name, lambda: None)
    yield
    monkeypatch.undo()
    gc.unfreeze()
