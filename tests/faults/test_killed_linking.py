"""A library whose program is killed while it links promises: what is linked is whole, and the next call goes on."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.test_killed_adding import kill
from tests.support.promises import write_reports
from tui.library.library import Library

_TRIES = 40
_PLACES = ("青川县", "剑阁县", "苍溪县", "旺苍县")
_YEARS = tuple(range(2016, 2025))
#: Runs a command that links one pair after the other.
_RUN = "import sys; from tui.library import linking; linking._MAX_PAIRS = 1; from tui.cli.main import run; run(sys.argv[1:], None)"


def links(path: Path) -> dict[tuple[int, int], list[tuple[object, ...]]]:
    """Return the links of each pair of reports."""
    with closing(sqlite3.connect(path)) as opened:
        pairs = opened.execute("SELECT plan, results FROM linked WHERE error = ''").fetchall()
        query = "SELECT * FROM link WHERE plan = ? AND results = ? ORDER BY target"
        return {pair: opened.execute(query, pair).fetchall() for pair in pairs}


@pytest.mark.slow
def test_killed_at_any_moment_a_library_has_whole_links_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.faults.test_killed_adding._RUN", _RUN)
    clean, path = tmp_path / "clean.db", tmp_path / "library.db"
    files = [file for place in _PLACES for file in write_reports(tmp_path / "shelf", place, _YEARS)]
    with Library(clean, write=True) as library:
        list(library.add(files))
        library.set_verdict(library.find("青川县/2022"), "m002", "met", "说明")
    shutil.copyfile(clean, path)
    words = ["library", "add", str(tmp_path / "shelf"), "--library"]
    subprocess.run([sys.executable, "-c", _RUN, *words, str(clean)], check=True, stderr=subprocess.DEVNULL)
    whole = links(clean)
    assert len(whole) == len(_PLACES) * (len(_YEARS) - 1)
    chance, counts = random.Random(1), []
    for _ in range(_TRIES):
        kill([*words, str(path)], path, chance.uniform(0, 0.3), from_write=True)
        found = links(path)
        assert found.items() <= whole.items()
        with Library(path) as library:
            assert library.damages() == []
            assert library.promises("青川县", 2022).promises[1].own == ("met", "说明")
        counts.append(len(found))
        if len(found) == len(whole):
            with closing(sqlite3.connect(path)) as opened:
                opened.execute("DELETE FROM link")
                opened.execute("DELETE FROM linked")
                opened.commit()
    assert len(set(counts)) > 3
    subprocess.run([sys.executable, "-c", _RUN, *words, str(path)], check=True, stderr=subprocess.DEVNULL)
    assert links(path) == whole
