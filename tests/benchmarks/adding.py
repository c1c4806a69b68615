"""Time adding a folder of reports to a new library, and linking them: all of it, and the processor time for each report.

Where other programs run meanwhile, compare the times of the processor; even these are higher then.
"""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import corpus
from tui.library.library import Library

#: Of so many reports one is added in a short round.
_SHORT = 40


class _Times(NamedTuple):
    """Seconds that have passed, those of the processor in this process, and those in workers that have ended."""

    passed: float
    here: float
    workers: float


def run(short: bool) -> Iterator[str]:
    """Yield what adding takes, then what linking takes."""
    folder = os.environ.get(corpus.FOLDER)
    if not folder:
        yield f"{corpus.FOLDER} names no folder of reports"
        return
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file() and path.name != "INDEX.tsv")
    with tempfile.TemporaryDirectory() as place, Library(Path(place) / "library.db", write=True) as library:
        begun = _now()
        added = sum(step.error is None for step in library.add(files[:: _SHORT if short else 1]))
        yield _told("reports added", added, begun)
        begun = _now()
        pairs = max((step.done for step in library.link()), default=0)
        yield _told("pairs linked", pairs, begun)
    kinds = {"the program": resource.RUSAGE_SELF, "a worker": resource.RUSAGE_CHILDREN}
    most = (f"{name} {resource.getrusage(kind).ru_maxrss // 1024} MB" for name, kind in kinds.items())
    yield f"memory at most: {', '.join(most)}"


def _now() -> _Times:
    usage = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return _Times(time.perf_counter(), *(each.ru_utime + each.ru_stime for each in usage))


def _told(what: str, count: int, begun: _Times) -> str:
    passed, here, workers = (now - then for now, then in zip(_now(), begun, strict=True))
    each = [seconds * 1000 / max(1, count) for seconds in (here + workers, workers)]
    return (
        f"{count} {what} in {passed:.1f} s, {count / passed:.1f} a second; processor: {each[0]:.1f} ms for each, "
        f"{each[1]:.1f} of them in workers"
    )
