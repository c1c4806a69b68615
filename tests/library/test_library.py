"""Adding, removing and listing; errors of the file; nothing is lost when the work is interrupted."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.library.conftest import REPORTS, text_of
from tui.library.library import Library
from tui.report.errors import DataError, HuijiError, ReadError, WriteError


@pytest.fixture
def files(tmp_path: Path, shelf: Path) -> list[str]:
    """Return copies of the reports, which a test may change."""
    shutil.copytree(shelf, tmp_path / "shelf")
    return sorted(map(str, (tmp_path / "shelf").rglob("*.txt")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "library.db"


def outcomes(path: Path, files: list[str]) -> list[str]:
    with Library(path, write=True) as library:
        return sorted(step.outcome for step in library.add(files))


def test_only_what_is_new_or_has_changed_is_read_again(path: Path, files: list[str]) -> None:
    assert outcomes(path, files) == ["added"] * 4
    assert outcomes(path, files) == ["unchanged"] * 4
    os.utime(files[0])
    assert outcomes(path, files) == ["unchanged"] * 4
    Path(files[0]).write_text(text_of("剑阁县", 2030), encoding="utf-8")
    assert outcomes(path, files) == ["added"] + ["unchanged"] * 3
    with Library(path) as library:
        assert len(library.reports()) == 4
        assert library.damages() == []


def test_the_same_report_in_two_files_counts_once(path: Path, files: list[str]) -> None:
    twin = Path(files[0]).with_suffix(".md")
    twin.write_text(Path(files[0]).read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    with Library(path, write=True) as library:
        assert sorted(step.outcome for step in library.add([files[0], str(twin)])) == ["added", "known"]
        (report,) = library.reports()
        assert set(report.files) == {files[0], str(twin)}
        assert library.remove([files[0]]) == 1
        assert len(library.reports()) == 1
        assert library.remove([str(twin)]) == 1
        assert library.reports() == []
        assert list(library.search("低空经济").hits()) == []


def test_a_folder_is_removed_with_all_in_it_and_no_other(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    with Library(path, write=True) as library:
        assert library.remove([str(Path(files[0]).parent)]) == sum(
            Path(one).parent == Path(files[0]).parent for one in files
        )
        assert library.remove([str(Path(files[0]).parent)[:-1]]) == 0
        assert len(library.reports()) + 1 >= len(files) - 2


def test_files_that_fail_are_kept_with_the_reason_and_tried_again(
    path: Path, files: list[str], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("  \n", encoding="utf-8")
    missing = str(tmp_path / "missing.txt")
    with Library(path, write=True) as library:
        steps = {step.path: step for step in library.add([files[0], str(bad), missing])}
        assert [steps[name].outcome for name in (files[0], str(bad), missing)] == [
            "added",
            "failed",
            "failed",
        ]
        assert [name for name, _ in library.failures()] == [str(bad)]
    bad.write_text(text_of("青川县", 2040), encoding="utf-8")
    assert outcomes(path, [str(bad)]) == ["added"]
    with Library(path) as library:
        assert library.failures() == []


def test_paths_may_hold_line_breaks_and_invalid_bytes(path: Path, tmp_path: Path) -> None:
    names = [os.fsdecode(os.fsencode(tmp_path) + name) for name in (b"/a\nb.txt", b"/\xff\xfe.txt")]
    for number, name in enumerate(names):
        Path(name).write_text(text_of("青川县", 2030 + number), encoding="utf-8")
    assert outcomes(path, names) == ["added"] * 2
    assert outcomes(path, names) == ["unchanged"] * 2
    with Library(path) as library:
        assert {name for report in library.reports() for name in report.files} == set(names)


def test_a_file_that_vanishes_keeps_its_report(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    Path(files[0]).unlink()
    with Library(path, write=True) as library:
        assert library.vanished() == [files[0]]
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 3
        assert len(library.reports()) == 4


def test_a_report_reads_back_as_it_was_converted(library: Library) -> None:
    from tests.support.samples import report_of

    for listed in library.reports():
        report = library.report(listed.id)
        assert report.text == report_of(text_of(listed.place, listed.plan_year or 0)).text
        assert report.metrics
    with pytest.raises(DataError):
        library.report(999)


def test_what_a_library_holds_is_counted(library: Library) -> None:
    info = library.info()
    assert (info.files, info.reports, info.failed, info.old) == (4, 4, 0, 0)
    assert info.years["county", "青川县"] == [2022, 2023]
    assert info.characters == sum(report.characters for report in library.reports())
    names, rows = library.view("metrics")
    assert len(list(rows)) == info.metrics > 20
    assert names[:2] == ["place", "level"]


class Stop(Exception):
    pass


def test_interrupted_work_is_gone_on_with(path: Path, files: list[str]) -> None:
    with Library(path, write=True) as library:
        steps = library.add(files)
        with pytest.raises(Stop):
            for _ in steps:
                raise Stop
    with Library(path) as library:
        assert library.damages() == []
    counts = outcomes(path, files)
    assert counts.count("added") + counts.count("unchanged") == 4


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


def test_an_older_library_is_made_again_and_keeps_a_persons_own(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    with sqlite3.connect(path) as older:
        older.execute("INSERT INTO note VALUES(1, 'k', 0, 1, 'a', '', '', '笔记', '2024-01-01')")
        older.execute("PRAGMA user_version = 0")
    with pytest.raises(DataError, match="旧版本"):
        Library(path)
    with Library(path, write=True) as library:
        assert library.reports() == []
        assert sorted(step.outcome for step in library.add(files)) == ["added"] * 4
    with sqlite3.connect(path) as again:
        assert again.execute("SELECT body FROM note").fetchone() == ("笔记",)


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


def test_a_writer_that_waits_too_long_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.library import database

    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.05)
    Library(path, write=True).close()
    with sqlite3.connect(path, isolation_level=None) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with Library(path, write=True) as library, pytest.raises(WriteError, match="另一个程序"):
            library.remove(["/nothing"])
        holder.execute("ROLLBACK")


def test_a_place_is_found_under_its_name_of_today_and_that_of_the_past(path: Path, tmp_path: Path) -> None:
    for place, year in (("徐水县", 2012), ("徐水区", 2022)):
        (tmp_path / f"{year}.txt").write_text(text_of(f"保定市{place}", year), encoding="utf-8")
    outcomes(path, [str(tmp_path / f"{year}.txt") for year in (2012, 2022)])
    with Library(path) as library:
        for name in ("徐水区", "徐水县", "保定市", "河北"):
            assert [report.plan_year for report in library.reports(f"place:{name}")] == [2012, 2022], name
        assert [report.place for report in library.reports()] == ["徐水县", "徐水区"]
