"""Shared fixtures and settings of all tests."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tui.workers import worker

# Random examples would make unrelated changes fail, so the default profile is deterministic. Random search is done
# by `pytest --hypothesis-profile=wander` and `python -m tests.fuzz`.
settings.register_profile("quick", derandomize=True, deadline=None, database=None, max_examples=40)
settings.register_profile("thorough", derandomize=True, deadline=None, database=None, max_examples=200)
settings.register_profile("wander", max_examples=2000, deadline=None)
settings.load_profile("quick")

# Write byte code: without it each worker compiles all tests, which takes longer than collecting them, and each
# program that tests start compiles the package.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

#: Names of all collected tests by file name, including tests that are deselected later.
COLLECTED = pytest.StashKey[dict[str, set[str]]]()

# Of the objects that exist once all tests are collected, hundreds of thousands, none is garbage: they are neither looked
# through while they are made nor later.
gc.disable()

# pytest-xdist sets these for its workers, and programs prefer them to the real size of the terminal.
for name in ("COLUMNS", "LINES"):
    os.environ.pop(name, None)


# Tests must not read or change the user's own state, cache and configuration.
_FOLDER = tempfile.TemporaryDirectory(prefix="huiji-tests-")
os.environ.pop("HUIJI_LIBRARY", None)
for name in ("STATE", "CACHE", "CONFIG", "DATA"):
    os.environ[f"XDG_{name}_HOME"] = f"{_FOLDER.name}/{name.lower()}"


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Try more examples where slow tests run; before hypothesis loads the profile that is asked for."""
    if config.option.markexpr != "not slow":
        settings.load_profile("thorough")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Store the names of the collected tests."""
    collected = config.stash.setdefault(COLLECTED, {})
    for item in items:
        collected.setdefault(item.path.name, set()).add(item.name)


def pytest_collection_finish() -> None:
    """Collect garbage from now on, but not among what has been collected so far."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return two workers more than there are CPUs, since many tests wait for a program.

    On two CPUs a run took 120 s with four workers and 138 s with three.
    """
    return (os.cpu_count() or 1) + 2


_start_process = worker.start_process


def _start_copy(memory_bytes: int) -> Any:
    from tests.support.forked import ForkedProcess

    # A copy has the address space of this process, which some packages make larger than a worker may have.
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    if pages * os.sysconf("SC_PAGE_SIZE") > memory_bytes * 3 // 4:
        return _start_process(memory_bytes)
    return ForkedProcess(memory_bytes)


# A new process imports the converter for half a second. In tests a worker is a copy of the test process instead, which
# has done so, except in the tests of workers and in programs that tests start. On other systems copies are unsafe.
if sys.platform == "linux":
    setattr(worker, "start_process", _start_copy)  # noqa: B010 - for mypy


@pytest.fixture
def new_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start workers as the program does, for tests of limits and of what one process does not see of another."""
    monkeypatch.setattr(worker, "start_process", _start_process)


@pytest.fixture
def one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Process folders in one worker process, because starting more takes longer than it saves."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)


@pytest.fixture
def small_heap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Exclude the objects that existed before the test from garbage collection, as those of other tests in this process."""
    gc.collect()
    gc.freeze()
    for name in ("freeze", "unfreeze"):  # the program calls these
        monkeypatch.setattr(gc, name, lambda: None)
    yield
    monkeypatch.undo()


@pytest.fixture
def huiji_tui(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return a function that runs a command in this process and gives its status, output and errors."""
    from tui.cli.main import run

    def call(*words: str | Path) -> tuple[int, str, str]:
        status = run([*map(str, words)], lambda *_: 99)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call
