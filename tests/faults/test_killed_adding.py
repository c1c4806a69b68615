"""A library whose program is killed while it adds reports: they are whole or not there, and nothing of a person's own is lost."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tui.library.library import Library

_FILES, _TRIES = 12, 200
#: Runs a command with small batches, so that many transactions are begun and ended.
_RUN = "import sys; from tui.library import writing; writing._BATCH = 2; from tui.cli.main import run; run(sys.argv[1:], None)"
_TABLES = {"paragraph": "start", "node": "id", "metric": "id"}


def digests(path: Path) -> dict[str, str]:
    """Return a digest of all rows of each report, by its key."""
    found = {}
    with sqlite3.connect(path) as opened:
        for number, key, *row in opened.execute("SELECT * FROM report").fetchall():
            digest = hashlib.sha256(repr(row).encode())
            for table, order in _TABLES.items():
                for line in opened.execute(
                    f"SELECT * FROM {table} WHERE report = ? ORDER BY {order}", (number,)
                ):
                    skipped = ("id", "report") if table == "paragraph" else ("report",)
                    names = [column[1] for column in opened.execute(f"PRAGMA table_info({table})")]
                    kept = [cell for name, cell in zip(names, line, strict=True) if name not in skipped]
                    digest.update(repr(kept).encode())
            found[key] = digest.hexdigest()
    opened.close()
    return found


def give_own(path: Path) -> None:
    """Make a library with a verdict and a saved query in it."""
    Library(path, write=True).close()
    with sqlite3.connect(path) as opened:
        opened.execute("INSERT INTO verdict VALUES('k', 0, 1, 'met', '', '2024-01-01', '', '', '', '', NULL)")
        opened.execute("INSERT INTO saved_query VALUES('q', '低空经济', '')")
    opened.close()


def check(path: Path, clean: dict[str, str]) -> int:
    """Check a library and return how many reports it has."""
    with Library(path) as library:
        assert library.damages() == []
        terms = sum(1 for _ in library.search("项目为王").hits())
    with sqlite3.connect(path) as opened:
        assert opened.execute("INSERT INTO gram(gram) VALUES('integrity-check')").fetchall() == []
        own = ("SELECT verdict FROM verdict", "SELECT query FROM saved_query")
        assert [opened.execute(query).fetchall() for query in own] == [
            [("met",)],
            [("低空经济",)],
        ]
        files = opened.execute("SELECT count(*) FROM file WHERE report IS NOT NULL").fetchone()[0]
    opened.close()
    found = digests(path)
    assert found.items() <= clean.items()
    assert len(found) == terms == files
    return len(found)


def kill(words: list[str], path: Path, delay_s: float, *, from_write: bool) -> int:
    """Run a command and kill it some time after its start, or after it has begun to write; return its exit status."""
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, *words], start_new_session=True, stderr=subprocess.DEVNULL
    )
    wal = Path(f"{path}-wal")
    while from_write and process.poll() is None and not (wal.exists() and wal.stat().st_size):
        time.sleep(0.002)
    end = time.monotonic() + delay_s
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


@pytest.mark.slow
def test_killed_at_any_moment_a_library_has_whole_reports_and_what_is_ones_own(tmp_path: Path) -> None:
    shelf, path = tmp_path / "shelf", tmp_path / "library.db"
    shelf.mkdir()
    for number in range(_FILES):
        text = text_of("青川县" if number % 2 else "剑阁县", 2000 + number)
        (shelf / f"{number}.txt").write_text(text, encoding="utf-8")
    add = ["library", "add", str(shelf), "--library", str(path)]
    rebuild = ["library", "rebuild", "--library", str(path)]
    give_own(path)
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", _RUN, *add], check=True, stderr=subprocess.DEVNULL)
    longest_s = time.monotonic() - begun
    clean = digests(path)
    assert len(clean) == _FILES
    chance = random.Random(1)
    killed, counts = 0, []
    for _ in range(_TRIES):
        is_whole = check(path, clean) == _FILES
        if is_whole and chance.random() < 0.5:
            for file in path.parent.glob("library.db*"):
                file.unlink()
            give_own(path)
            is_whole = False
        from_write = chance.random() < 0.6
        delay_s = chance.uniform(0, 0.3 if from_write else longest_s)
        killed += kill(rebuild if is_whole else add, path, delay_s, from_write=from_write) != 0
        counts.append(check(path, clean))
    assert killed > _TRIES // 2
    assert len(set(counts)) > 3
    for words in (rebuild, add):
        subprocess.run([sys.executable, "-c", _RUN, *words], check=True, stderr=subprocess.DEVNULL)
    assert check(path, clean) == _FILES
