"""Time searches in libraries of 3,000 and 24,000 reports: copies of a finished library's under other names.

The variable ``HUIJI_LIBRARY`` names the finished library. Beside each other: ripgrep or grep on the same texts, and a scan of the texts in the library. Times are
those of the processor, which other programs change less.
"""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from tui.library.database import open_for_writing, transaction
from tui.library.frequent import frequent_words
from tui.library.grams import FoldedParagraph, grams_of
from tui.library.indexing import add_to_index
from tui.library.initials import classes_of
from tui.library.library import Library
from tui.library.searching import LibrarySearch
from tui.library.vocabulary import learn
from tui.state.paths import LIBRARY_VARIABLE

SIZES = (3000, 24000)
QUERIES = (
    "发展", "生态", "高质量发展", "社会主义", "基础设施建设", "低空经济", "镍", "7%", "2024年", "发展 经济", "低空经济 产业",
    "发展 -经济", "发展 in:plan", "发展 year:2024", "发展 place:四川省", "“四上”", "GDP", "huanghe", "zhaoshang", "jingji", "gaozhiliangfazhan", "di", "yshj", "hh",
    "/低空.{0,4}产业/",
)  # fmt: skip
ROUNDS = 3
#: Queries from here on are timed once.
_SLOW_MS = 300
#: Words that are sorted in memory before they are written.
_HASH_BYTES = 64_000_000


def run(short: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    source = os.environ.get(LIBRARY_VARIABLE)
    if not source:
        return
    with tempfile.TemporaryDirectory() as folder:
        before: dict[str, tuple[float, float]] = {}
        for size in (1000,) if short else SIZES:
            path = Path(os.environ.get("HUIJI_COPIES", folder)) / f"{size}.db"
            begun = time.process_time()
            if not path.exists():
                copy_library(Path(source), path, size)
            yield from _sizes(path, time.process_time() - begun)
            command = [sys.executable, "-m", "tests.benchmarks.library", str(path)]
            lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
            for line in lines:
                query, *numbers, told = line.split("\t")
                if numbers:
                    first, count = map(float, numbers)
                    ratios = [
                        now / then for now, then in zip((first, count), before.get(query, ()), strict=False)
                    ]
                    told += "".join(f", {ratio:.1f} ×" for ratio in ratios)
                    before.setdefault(query, (first, count))
                yield f"  {query}: {told}"
            if size == SIZES[0] or short:
                yield from _others(path, Path(folder) / "texts")


def copy_library(source: Path, path: Path, size: int) -> None:
    """Copy the reports of a library until there are so many, each time under another place."""
    read = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    write = open_for_writing(path)
    write.execute("PRAGMA synchronous = OFF")
    for table in ("gram", "frequent"):
        write.execute(f"INSERT INTO {table}({table}, rank) VALUES('hashsize', {_HASH_BYTES})")
        write.execute(f"INSERT INTO {table}({table}, rank) VALUES('automerge', 0)")
    ids = [row[0] for row in read.execute("SELECT id FROM report ORDER BY id")]
    with transaction(write):
        for index, report in enumerate(ids):
            _copy_report(read, write, report, range(index, size, len(ids)))
        learn(write)
    for table in ("gram", "frequent"):
        write.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
    write.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    write.close()


def _copy_report(read: sqlite3.Connection, write: sqlite3.Connection, report: int, numbers: range) -> None:
    row = list(read.execute("SELECT * FROM report WHERE id = ?", (report,)).fetchone())
    query = 'SELECT start, "end", node, tense, lead, length, folded, dropped FROM paragraph WHERE report = ? ORDER BY id'
    rows = [[*one, grams_of(FoldedParagraph(*one[:2], *one[4:]))] for one in read.execute(query, (report,))]
    frequent = frequent_words((one[3], one[6][one[4] : one[4] + one[5]]) for one in rows)
    classes = b64encode(classes_of("".join(one[6][one[4] : one[4] + one[5]] for one in rows))).decode()
    place = row[2]
    for number in numbers:
        row[:3] = [None, str(number), f"{place}{number}"]
        added = write.execute(f"INSERT INTO report VALUES({', '.join('?' * len(row))})", row).lastrowid
        add_to_index(write, added or 0, rows, frequent, classes)


def _sizes(path: Path, seconds: float) -> Iterator[str]:
    connection = sqlite3.connect(path)
    reports, characters = connection.execute("SELECT count(*), sum(characters) FROM report").fetchone()
    tables = {
        name: connection.execute(f"SELECT sum(length({column})) FROM {table}").fetchone()[0] / characters
        for name, table, column in (
            ("pairs", "gram_data", "block"),
            ("counts", "frequent_data", "block"),
            ("initials", "initials", "classes"),
            ("lengths", "initials", "lengths"),
            ("vocabulary", "vocabulary", "CAST(followers AS BLOB)"),
        )
    }
    told = ", ".join(f"{name} {size:.2f}" for name, size in tables.items())
    yield f"{reports} reports, {characters / 1e6:.1f} million characters, {path.stat().st_size / 1e6:.0f} MB; made in {seconds:.0f} s"
    yield f"  bytes of index for a character: {sum(tables.values()):.3f} ({told})"


def _others(path: Path, folder: Path) -> Iterator[str]:
    """Yield how long programs take that have no index."""
    folder.mkdir()
    connection = sqlite3.connect(path)
    for number, text in connection.execute("SELECT id, text FROM report"):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    program = shutil.which("rg") or shutil.which("grep") or "grep"
    command = [program, *(("-r",) if program.endswith("grep") else ()), "-c", "低空经济", str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    yield f"  {Path(program).name} 低空经济 on the same texts: {took * 1000:.0f} ms"
    scan = "SELECT count(*) FROM report WHERE instr(text, '低空经济')"
    yield f"  a scan of the library's texts: {_milliseconds(lambda: connection.execute(scan).fetchone()):.0f} ms"


def _timed(path: Path) -> Iterator[str]:
    """Yield lines of query, milliseconds to the first hits and for all counts, and both as text."""
    with Library(path) as library:
        before = _memory("RssAnon")
        for query in QUERIES:
            yield f"{query}\t{_measured(library, query)}"
        held = f"{before:.0f} MB of its own at first, {_memory('RssAnon'):.0f} MB in the end"
        yield f"memory\t{held}, {_memory('VmHWM'):.0f} MB at most with the mapped file"


def _measured(library: Library, query: str) -> str:
    first = _milliseconds(lambda: _first(library.search(query)))
    counts: dict[int, int] = {}
    count = _milliseconds(lambda: counts.update(library.search(query).counts()))
    facets = _milliseconds(lambda: library.search(query).facets(counts))
    told = f"first {first:.1f} ms, counts {count:.1f} ms, facets {facets:.1f} ms"
    return f"{first}\t{count}\t{told}; {sum(counts.values())} hits in {len(counts)} reports"


def _first(search: LibrarySearch, count: int = 50) -> None:
    hits = (hit for found in search.hits() for hit in found.hits)
    for _ in islice(hits, count):
        pass


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the least time of some rounds, or of one if that is slow."""
    times: list[float] = []
    while len(times) < ROUNDS and (not times or times[-1] < _SLOW_MS):
        begun = time.process_time()
        work()
        times.append((time.process_time() - begun) * 1000)
    return min(times)


def _memory(kind: str) -> float:
    """Return how many MB the process has."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(kind)) / 1024


if __name__ == "__main__":
    for line in _timed(Path(sys.argv[1])):
        print(line, flush=True)
