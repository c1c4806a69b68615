"""Interrupted work, damaged and foreign files, full disks, and two writers."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.library.conftest import REPORTS
from tests.library.library_samples import damage, outcomes
from tui.cli.several import report_files
from tui.library import adding, entry, writing
from tui.library.library import Library
from tui.report.errors import DataError, HuijiError, ReadError, WriteError
from tui.workers.limits import Limits


class Stop(Exception):
    pass


def test_interrupted_work_is_written_and_gone_on_with(path: Path, files: list[str]) -> None:
    begun: list[str] = []

    def stop() -> None:
        if len(begun) > 3:
            raise Stop

    with Library(path, write=True) as library, pytest.raises(Stop):
        list(library.add(files, stop=stop, tell=begun.append))
    with Library(path) as library:
        assert library.damages() == []
        assert len(library.reports()) >= 4 - (os.cpu_count() or 1)
    counts = outcomes(path, files)
    assert counts.count("added") + counts.count("unchanged") == 4


def test_work_that_is_left_in_the_middle_is_written_when_the_library_is_closed(
    path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_BATCH", 2)
    with Library(path, write=True) as library:
        assert next(library.add(files)).outcome == "added"
    with Library(path) as library:
        assert library.damages() == []
        assert len(library.reports()) >= 2


def test_reports_that_take_too_much_are_listed_and_the_others_are_added(
    path: Path, files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "TASK", "tests.support.tasks:convert_entry_or_fall")
    reasons = {"memory": "内存不足", "hang": "15 秒内没有处理完", "kill": "被系统终止", "exit": "意外退出"}
    bad = [tmp_path / f"fall-{how}.txt" for how in reasons]
    for file in bad:
        file.write_text("报告", encoding="utf-8")
    with Library(path, write=True) as library:
        steps = {
            step.path: step
            for step in library.add(
                [*map(str, bad), *files], limits=Limits(timeout_s=15, memory_bytes=1 << 30)
            )
        }
        assert [steps[name].outcome for name in files] == ["added"] * 4
        assert len(library.reports()) == 4
        failures = dict(library.failures())
    assert sorted(failures) == sorted(map(str, bad))
    assert all(said in failures[str(file)] for file, said in zip(bad, reasons.values(), strict=True))


def test_a_file_that_took_long_to_fail_is_not_tried_again_until_it_changes(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.txt"
    begun: list[str] = []
    bad.write_text(" ", encoding="utf-8")
    monkeypatch.setattr(adding, "_RETRIED_S", 0.0)

    def add() -> list[str]:
        with Library(path, write=True) as library:
            return [step.outcome for step in library.add([str(bad)], tell=begun.append)]

    assert [add(), add()] == [["failed"]] * 2
    assert begun == [str(bad)]
    bad.write_text("  ", encoding="utf-8")
    assert add() == ["failed"]
    assert begun == [str(bad)] * 2


def test_what_cannot_be_kept_fails_alone(
    path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = entry.read_entry

    def read(data: bytes) -> entry.Entry:
        read_back = original(data)
        if read_back.report[6] == 2023:  # the plan year
            read_back.report[6] = 1 << 70
        return read_back

    monkeypatch.setattr(writing, "read_entry", read)
    assert outcomes(path, files) == ["added"] * 2 + ["failed"] * 2
    with Library(path) as library:
        assert len(library.reports()) == 2
        assert library.damages() == []


def test_a_rebuild_makes_reports_anew_and_is_gone_on_with(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    with sqlite3.connect(path) as opened:
        opened.execute("UPDATE report SET title = 'old', rules = 'old'")
    with Library(path, write=True) as library:
        ids = [report.id for report in library.reports()]
        assert library.info().old == 4
        next(library.rebuild())
    with Library(path, write=True) as library:
        list(library.rebuild())
        assert [report.id for report in library.reports()] == ids
        assert library.info().old == 0
        assert not any(report.title == "old" for report in library.reports())
        assert library.damages() == []
        assert len(list(library.search("低空经济").hits())) == 2


def test_killed_at_any_moment_a_library_holds_whole_reports(path: Path, files: list[str]) -> None:
    """A handful here; many more by hand."""
    code = (
        "import sys; from pathlib import Path; from tui.library.library import Library\n"
        "with Library(Path(sys.argv[1]), write=True) as library:\n"
        "    for step in library.add(sys.argv[2:]): pass\n"
    )
    for delay_s in (0.2, 0.5, 0.7, 0.9):
        process = subprocess.Popen([sys.executable, "-c", code, str(path), *files], start_new_session=True)
        time.sleep(delay_s)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if path.exists() and path.stat().st_size:
            with Library(path, write=True) as library:
                assert library.damages() == []
                for report in library.reports():
                    assert library.report(report.id).text
    outcomes(path, files)
    with Library(path) as library:
        assert len(library.reports()) == len(REPORTS)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"this is no database, but long enough to have a header of its own", DataError),
        (b"SQLite format 3\0" + bytes(4096), DataError),
    ],
)
def test_what_is_no_library_is_refused_and_left_alone(
    path: Path, data: bytes, error: type[HuijiError]
) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    for write in (False, True):
        with pytest.raises(error):
            Library(path, write)
    assert path.read_bytes() == data


def test_a_database_of_another_program_and_a_newer_library_are_refused(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t(a)")
    with pytest.raises(DataError, match="不是"):
        Library(path, write=True)
    path.unlink()
    Library(path, write=True).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    for write in (False, True):
        with pytest.raises(DataError, match="更新版本"):
            Library(path, write)


def make_older(path: Path) -> None:
    """Give a library a verdict and a saved query, and make it one of an older version."""
    with sqlite3.connect(path) as older:
        older.execute("DROP TABLE verdict")
        older.execute(
            'CREATE TABLE verdict(key TEXT, start, "end", verdict, note, at, PRIMARY KEY(key, start))'
        )
        older.execute("INSERT INTO verdict VALUES('k', 0, 1, 'met', '', '2024-01-01')")
        older.execute("INSERT INTO saved_query VALUES('q', '低空经济', '')")
        older.execute("PRAGMA user_version = 0")


def own_of(path: Path) -> list[object]:
    with sqlite3.connect(path) as opened:
        queries = ("SELECT verdict FROM verdict", "SELECT query FROM saved_query")
        return [opened.execute(query).fetchone()[0] for query in queries]


def test_an_older_library_is_rebuilt_and_keeps_a_persons_own(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    make_older(path)
    for write in (False, True):
        with pytest.raises(DataError, match=r"旧版本.*library rebuild"):
            Library(path, write)
    with Library(path, write=True, renew=True) as library:
        assert library.reports() == []
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 4
        assert len(library.reports()) == 4
    assert own_of(path) == ["met", "低空经济"]


@pytest.mark.parametrize("is_record_readable", [True, False])
def test_an_older_library_keeps_reports_whose_files_are_gone(
    path: Path, files: list[str], is_record_readable: bool
) -> None:
    outcomes(path, files)
    with Library(path) as library:
        before = {listed.place: library.report(listed.id) for listed in library.reports("year:2022")}
    make_older(path)
    if not is_record_readable:
        with sqlite3.connect(path) as older:
            older.execute("UPDATE report SET record = x'00'")
    gone = [name for name in files if "2022" in name]
    for name in gone:
        Path(name).unlink()
    with Library(path, write=True, renew=True):
        pass  # as if interrupted here
    with Library(path, write=True, renew=True) as library:
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 4
        assert {listed.place: library.report(listed.id).text for listed in library.reports("year:2022")} == {
            place: report.text for place, report in before.items()
        }
        assert sorted(library.vanished()) == sorted(gone)
        assert len(list(library.rebuild())) == 2
        assert len(library.reports()) == 4


def test_a_library_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(ReadError, match="library add"):
        Library(path)
    assert not path.exists()


def test_two_writers_do_not_lose_each_others_reports(path: Path, files: list[str]) -> None:
    with Library(path, write=True) as one, Library(path, write=True) as other:
        steps = [one.add(files[:2]), other.add(files[2:])]
        outcomes = [step.outcome for adding in steps for step in adding]
        assert outcomes == ["added"] * 4
        assert len(one.reports()) == 4


def test_two_programs_add_at_the_same_time(path: Path, files: list[str]) -> None:
    Library(path, write=True).close()
    code = (
        "import sys; from pathlib import Path; from tui.library import writing; from tui.library.library import Library\n"
        "writing._BATCH = 1\n"
        "with Library(Path(sys.argv[1]), write=True) as library:\n"
        "    print(*sorted(step.outcome for step in library.add(sys.argv[2:])))\n"
    )
    lists = (files[:3], files[1:])
    programs = [
        subprocess.Popen([sys.executable, "-c", code, str(path), *some], stdout=subprocess.PIPE, text=True)
        for some in lists
    ]
    said = [program.communicate()[0] for program in programs]
    assert not any("failed" in line for line in said) and all(line.strip() for line in said)
    with Library(path) as library:
        assert len(library.reports()) == 4
        assert library.damages() == []


@pytest.mark.parametrize(
    ("place", "said"),
    [("/dev/null/library.db", "不能建立书库"), ("/proc/library.db", "不能建立书库|没有权限")],
)
def test_a_place_that_cannot_be_written_to_is_told(place: str, said: str) -> None:
    with pytest.raises(WriteError, match=said) as caught:
        Library(Path(place), write=True)
    assert str(caught.value).startswith(place)


def test_a_folder_without_locks_is_told_from_one_that_is_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "lockf", refuse)
    with pytest.raises(WriteError, match="不支持文件锁"):
        Library(path, write=True)
    assert not path.exists()


def test_a_full_disk_ends_the_work_and_the_next_call_goes_on(
    path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_BATCH", 1)
    with Library(path, write=True) as library:
        pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
        library._connection.execute(f"PRAGMA max_page_count = {pages + 12}")
        with pytest.raises(WriteError, match="磁盘已满"):
            list(library.add(files))
    with Library(path) as library:
        assert library.damages() == []
        assert len(library.reports()) < 4
    counts = outcomes(path, files)
    assert counts.count("added") + counts.count("unchanged") == 4


def test_a_file_that_may_not_grow_is_told(path: Path, files: list[str]) -> None:
    code = (
        "import sys, resource, signal; from pathlib import Path; from tui.library.library import Library\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with Library(Path(sys.argv[1]), write=True) as library:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))\n"
        "    try: list(library.add(sys.argv[2:]))\n"
        "    except Exception as error: print(type(error).__name__, error)\n"
    )
    said = subprocess.run([sys.executable, "-c", code, str(path), *files], stdout=subprocess.PIPE, text=True)
    assert said.stdout.startswith("WriteError") and said.stdout.count("\n") == 1
    with Library(path) as library:
        assert library.damages() == []


def test_a_damaged_library_is_told_and_rebuilt_with_what_can_be_read(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    with sqlite3.connect(path) as opened:
        opened.execute("INSERT INTO verdict VALUES('k', 0, 1, 'met', '', '2024-01-01', '', '', '', '', NULL)")
        opened.execute("INSERT INTO saved_query VALUES('q', '低空经济', '')")
    opened.close()
    Path(files[0]).unlink()
    damage(path, "metric")
    with Library(path) as library, pytest.raises(DataError, match="已损坏"):
        library.info()
    with Library(path) as library:
        assert library.damages()
    with Library(path, write=True, renew=True) as library:
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 4
        assert library.damages() == []
        assert len(library.reports()) == 4
    assert own_of(path) == ["met", "低空经济"]
    assert path.with_name("library.db.damaged-1").exists()
    assert not path.with_name("library.db.new").exists()


def test_a_damaged_verdict_costs_no_report(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    damage(path, "verdict")
    with Library(path, write=True, renew=True) as library:
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 4
        assert library.damages() == []


def test_links_that_lead_in_circles_are_not_followed(path: Path, files: list[str]) -> None:
    shelf = Path(files[0]).parents[1]
    (shelf / "circle").symlink_to(shelf)
    (shelf / "lost.txt").symlink_to(shelf / "nowhere.txt")
    (shelf / "self.txt").symlink_to(shelf / "self.txt")
    found = list(report_files([str(shelf)]))
    with Library(path, write=True) as library:
        steps = {step.path: step for step in library.add(found)}
    assert sorted(step.outcome for step in steps.values()) == ["added"] * 4 + ["failed"] * 2
    assert {Path(name).name for name, step in steps.items() if step.error} == {"lost.txt", "self.txt"}


def test_a_writer_that_waits_too_long_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.library import database

    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.05)
    Library(path, write=True).close()
    with sqlite3.connect(path, isolation_level=None) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with Library(path, write=True) as library, pytest.raises(WriteError, match="另一个程序"):
            library.remove(["/nothing"])
        holder.execute("ROLLBACK")
