"""Link the promises of all reports of a library to the results of the next year, on all cores.

What is linked is written at once, a few pairs of reports at a time: whatever interrupts the work, the next call goes on. A report that
is removed or converted again takes its links with it, so that only they are made again.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, NamedTuple

from tui.library.database import told, transaction
from tui.library.links import link_rows, write_links
from tui.library.neighbours import Neighbours
from tui.library.record import read_body
from tui.library.rules import link_rules_version
from tui.report.model import Report
from tui.workers.limits import Limits
from tui.workers.pool import Pool
from tui.workers.worker import Job, Outcome

TASK = "tui.library.linking:link_reports"
#: Pairs that one job links at most: their reports follow one another, so that most are decoded once for two pairs.
_MAX_PAIRS = 6
#: Jobs for each worker at least.
_JOBS_EACH = 4
#: Milliseconds to wait for another program that writes to the library.
_PATIENCE_MS = 60_000

#: A plan and the results of the next year, by their numbers.
Pair = tuple[int, int]


class LinkStep(NamedTuple):
    """Some pairs of reports are done.

    Attributes:
        done: Pairs done so far.
        total: Pairs that were to be done.
    """

    done: int
    total: int


class _Begun(NamedTuple):
    """Pairs that are being linked.

    Attributes:
        pairs: The pairs.
        stamps: What tells whether their reports have changed meanwhile, by their numbers.
    """

    pairs: Sequence[Pair]
    stamps: dict[int, int]


class Linking:
    """Links what is not linked yet, or was by other rules.

    Args:
        connection: The library.
        path: Its path, for errors.
        neighbours: Its reports by place and year.
        is_temporary: Whether the links are kept in this connection only: the library cannot be written to.
        limits: What linking some pairs may take.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        neighbours: Neighbours,
        is_temporary: bool = False,
        limits: Limits | None = None,
    ) -> None:
        self._connection = connection
        self._path = path
        self._neighbours = neighbours
        self._is_temporary = is_temporary
        self._limits = limits
        self._rules = link_rules_version()

    def waiting(self) -> list[Pair]:
        """Return the pairs that are to be linked."""
        query = "SELECT plan, results FROM linked WHERE rules = ?"
        with told(self._path):
            linked = set(self._connection.execute(query, (self._rules,)).fetchall())
        return [pair for pair in self._neighbours.pairs() if pair not in linked]

    def link(self, stop: Callable[[], object] = int) -> Iterator[LinkStep]:
        """Link the pairs that wait, and delete the links of reports that are neighbours no more.

        Args:
            stop: Called several times a second; may raise to stop.

        Raises:
            WriteError: If the library cannot be written to.
        """
        waiting = self.waiting()
        with self._patient():
            with told(self._path):
                self._drop_others()
            yield from self._link(waiting, stop)

    @contextmanager
    def _patient(self) -> Iterator[None]:
        """Wait longer for another program that writes, as long as pairs are linked."""
        with told(self._path):
            (usual,) = self._connection.execute("PRAGMA busy_timeout").fetchone()
            self._connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        try:
            yield
        finally:
            with suppress(sqlite3.ProgrammingError):  # the library was closed meanwhile
                self._connection.execute(f"PRAGMA busy_timeout = {usual}")

    def _link(self, waiting: Sequence[Pair], stop: Callable[[], object]) -> Iterator[LinkStep]:
        total, done = len(waiting), 0
        again: list[Pair] = []
        with Pool(os.cpu_count() or 1, self._limits) as pool:
            for pairs, outcome in self._run(pool, _chunks(waiting), stop):
                if outcome.error is not None and len(pairs) > 1:
                    again += pairs  # one of them takes too long, say; which one is found out below
                    continue
                done += len(pairs)
                yield LinkStep(done, total)
            for pairs, _ in self._run(pool, [[pair] for pair in again], stop):
                done += len(pairs)
                yield LinkStep(done, total)

    def _run(
        self, pool: Pool, chunks: Sequence[Sequence[Pair]], stop: Callable[[], object]
    ) -> Iterator[tuple[Sequence[Pair], Outcome]]:
        """Link chunks of pairs, write the links, and yield the outcomes."""
        begun: list[_Begun] = []
        for index, outcome in pool.run(self._jobs(chunks, begun), stop=stop):
            pairs, stamps = begun[index]
            if outcome.error is None or len(pairs) == 1:
                self._write(pairs, stamps, outcome)
            yield pairs, outcome

    def _jobs(self, chunks: Sequence[Sequence[Pair]], begun: list[_Begun]) -> Iterator[Job]:
        """Yield jobs, each noted in a list when it begins."""
        for pairs in chunks:
            numbers = list(dict.fromkeys(number for pair in pairs for number in pair))
            parts, stamps = [], {}
            for number in numbers:
                text, record = self._body(number)
                parts += [record, text.encode("utf-8")]
                stamps[number] = _stamp(text, record)
            indexes = {number: index for index, number in enumerate(numbers)}
            arguments = {
                "lengths": [len(part) for part in parts],
                "pairs": [[indexes[plan], indexes[results]] for plan, results in pairs],
            }
            begun.append(_Begun(pairs, stamps))
            yield Job(TASK, arguments, b"".join(parts))

    def _body(self, number: int) -> tuple[str, bytes]:
        """Return text and record of a report; both are empty if it is gone."""
        with told(self._path):
            query = "SELECT text, record FROM report WHERE id = ?"
            row = self._connection.execute(query, (number,)).fetchone()
        return (row[0], row[1]) if row else ("", b"")

    def _write(self, pairs: Sequence[Pair], stamps: dict[int, int], outcome: Outcome) -> None:
        """Write links, unless another program has changed the reports meanwhile: then the next call makes them."""
        links: Sequence[Sequence[Sequence[Any]]] = (
            json.loads(outcome.payload) if outcome.error is None else [[]]
        )
        error = outcome.error.message if outcome.error is not None else ""
        with told(self._path), self._all_or_nothing():
            unchanged = {
                number for number, stamp in stamps.items() if stamp and _stamp(*self._body(number)) == stamp
            }
            for (plan, results), rows in zip(pairs, links, strict=True):
                if {plan, results} <= unchanged:
                    write_links(self._connection, plan, results, rows, self._rules, error)

    def _drop_others(self) -> None:
        """Delete the links of pairs that are none any more."""
        pairs = set(self._neighbours.pairs())
        linked = self._connection.execute("SELECT plan, results FROM linked").fetchall()
        others = [pair for pair in linked if pair not in pairs]
        if others:
            with self._all_or_nothing():
                for table in ("link", "linked"):
                    query = f"DELETE FROM {table} WHERE plan = ? AND results = ?"
                    self._connection.executemany(query, others)

    def _all_or_nothing(self) -> AbstractContextManager[None]:
        return nullcontext() if self._is_temporary else transaction(self._connection)


def link_reports(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[None, bytes]:
    """Link pairs of reports in a worker process, and return the rows of each pair as JSON."""
    from tui.promises.linking import link_promises  # its rules are needed in the workers only

    parts, at = [], 0
    for length in arguments["lengths"]:
        parts.append(data[at : at + length])
        at += length
    reports = [_report(record, text) for record, text in zip(parts[::2], parts[1::2], strict=True)]
    links = [
        link_rows(link_promises(reports[plan], reports[results])) for plan, results in arguments["pairs"]
    ]
    return None, json.dumps(links, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def make_temporary(connection: sqlite3.Connection) -> None:
    """Give a connection tables of links of its own, with what the library has: it cannot be written to."""
    from tui.library.schema import PROMISES_VIEW

    if connection.execute("SELECT 1 FROM sqlite_temp_master WHERE name = 'link'").fetchone():
        return
    connection.execute("PRAGMA temp_store = MEMORY")
    keys = {"linked": "plan, results", "link": "plan, results, target"}
    for table, key in keys.items():
        connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}")
        connection.execute(f"CREATE UNIQUE INDEX temp.{table}_by_key ON {table}({key})")
    connection.execute(f"CREATE TEMP VIEW promises AS {PROMISES_VIEW}")


def _chunks(pairs: Sequence[Pair]) -> list[Sequence[Pair]]:
    """Return pairs a few at a time: fewer if there are few, so that all workers have some."""
    size = max(1, min(_MAX_PAIRS, len(pairs) // ((os.cpu_count() or 1) * _JOBS_EACH)))
    return [pairs[start : start + size] for start in range(0, len(pairs), size)]


def _stamp(text: str, record: bytes) -> int:
    """Return what changes with a report; 0 if it is gone."""
    return zlib.crc32(record, zlib.crc32(text.encode("utf-8")))


def _report(record: bytes, text: bytes) -> Report:
    return read_body(zlib.decompress(record), text.decode("utf-8"))
