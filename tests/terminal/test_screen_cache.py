"""Cached first screens are used only for exactly the inputs they were made from, and only undamaged."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import tui
from tests.support.samples import SMALL
from tui.report.resources import BUILT_IN
from tui.state.paths import cache_folder, report_state_file, settings_file, state_folder
from tui.state.records import Anchor, ReportState, Settings
from tui.terminal import screen_cache
from tui.terminal.screen_cache import MAX_SCREENS, Fingerprint, fingerprint_for
from tui.terminal.screen_cells import CachedScreen

SIZE = os.terminal_size((80, 24))


def frame_of(size: os.terminal_size) -> CachedScreen:
    return CachedScreen(1, [[("1;38;5;9", "惠济区“四上”"), ("", " " * (size.columns - 12))]] * size.lines)


FRAME = frame_of(SIZE)


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    for file in (settings_file(state_folder()), report_state_file(state_folder(), str(path))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(Settings("light").dump())
    return path


def grounds(path: Path | None, size: os.terminal_size = SIZE) -> Fingerprint:
    found = fingerprint_for(None if path is None else str(path), size)
    assert found is not None
    return found


def other_byte(path: Path) -> None:
    """Change one byte, but neither the size nor the date of the file."""
    status = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def configure(_: Path) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "huiji-tui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("ambiguous_width = 2\n")


def another_theme(_: Path) -> None:
    file = settings_file(state_folder())
    file.write_text(file.read_text().replace("light", "night"))


CHANGES: dict[str, Callable[[Path], object]] = {
    "the report": other_byte,
    "what is remembered": lambda path: other_byte(report_state_file(state_folder(), str(path))),
    "nothing is remembered": lambda path: report_state_file(state_folder(), str(path)).unlink(),
    "the theme": another_theme,
    "what is set": configure,
    "another login": lambda _: os.environ.__setitem__("SSH_CONNECTION", "10.0.0.2 1 10.0.0.9 22"),
    "in tmux": lambda _: os.environ.__setitem__("TMUX", "/tmp/x"),
    "another version of the terminal": lambda _: os.environ.__setitem__("TERM_PROGRAM_VERSION", "2"),
    "no colours": lambda _: os.environ.__setitem__("NO_COLOR", "1"),
    "few colours": lambda _: os.environ.__setitem__("TERM", "xterm"),
    "a theme of the framework": lambda _: os.environ.__setitem__("TEXTUAL_THEME", "nord"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_cached_screen_is_used_until_an_input_changes(
    change: Callable[[Path], object], report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM", "TEXTUAL_THEME", "SSH_CONNECTION", "TMUX", "TERM_PROGRAM_VERSION"):
        monkeypatch.setenv(name, "x")  # to be put back
        monkeypatch.delenv(name)
    grounds(report).save(FRAME)
    assert grounds(report).load() == FRAME
    change(report)
    assert grounds(report).load() is None


VARIABLES = (
    "LINES", "COLUMNS", "TERM", "TERMINFO", "COLORTERM", "LC_TERMINAL", "LC_TERMINAL_VERSION", "FORCE_COLOR", "NO_COLOR",
    "TTY_COMPATIBLE", "UNICODE_VERSION", "LANG", "LC_ALL", "LC_CTYPE", "VTE_VERSION", "KONSOLE_VERSION", "XTERM_VERSION",
    "XTERM_LOCALE", "TEXTUAL_FPS",
)  # fmt: skip
PRESENT = ("TMUX", "STY", "ZELLIJ", "WT_SESSION", "KITTY_PID", "ALACRITTY_WINDOW_ID", "WEZTERM_PANE")


def test_each_environment_variable_of_terminals_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """For some only whether they are set counts: their value is another one in each window."""
    for name in (*VARIABLES, *PRESENT):
        told = set()
        for value in (None, "one", "two"):
            with monkeypatch.context() as patch:
                patch.delenv(name, raising=False)
                if value is not None:
                    patch.setenv(name, value)
                told.add(tuple(screen_cache._environment()))
        assert len(told) == (2 if name in PRESENT else 3), name


def test_each_size_and_each_report_has_its_own_screen(report: Path) -> None:
    grounds(report).save(FRAME)
    for other in (grounds(report, os.terminal_size((81, 24))), grounds(report, os.terminal_size((80, 25)))):
        assert other.load() is None
        other.save(frame_of(other.size))
        assert other.load() == frame_of(other.size)
    assert grounds(None).load() is None
    twin = report.with_name("别名.txt")
    shutil.copy2(report, twin)
    assert grounds(twin).load() is None
    assert grounds(report).load() == FRAME


def test_another_version_of_program_or_framework_counts(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "new" / "tui"
    shutil.copytree(Path(screen_cache.__file__).parents[1], package)
    monkeypatch.setattr(tui, "__file__", str(package / "__init__.py"))
    grounds(report).save(FRAME)
    assert grounds(report).load() == FRAME
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "new.pyc").write_bytes(b"")
    assert grounds(report).load() == FRAME
    os.utime(package / "widgets" / "text_pane.py", ns=(1, 1))
    assert grounds(report).load() is None

    grounds(report).save(FRAME)
    assert grounds(report).load() == FRAME
    (tmp_path / "site" / "rich").mkdir(parents=True)
    (tmp_path / "site" / "rich" / "__init__.py").write_text("")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    assert grounds(report).load() is None
    monkeypatch.setattr(sys, "path", [])
    assert fingerprint_for(str(report), SIZE) is None


def test_the_content_of_the_built_in_report_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the package of a wheel, or beside that of a checkout; not in an archive."""
    assert screen_cache._BUILT_IN == BUILT_IN
    package = tmp_path / "tui"
    package.mkdir()
    monkeypatch.setattr(tui, "__file__", str(package / "__init__.py"))
    assert fingerprint_for(None, SIZE) is None
    digests = set()
    for folder in (tmp_path, package):
        for text in ("one", "two"):
            (folder / "content").mkdir(exist_ok=True)
            (folder / "content" / BUILT_IN).write_text(text)
            digests.add(grounds(None).digest)
    assert len(digests) == 4
    (package / "content" / BUILT_IN).rename(tmp_path / "store.yaml")
    (package / "content" / BUILT_IN).symlink_to(tmp_path / "store.yaml")  # as some installers do
    assert grounds(None).digest in digests


def test_the_port_of_an_ssh_connection_does_not_count(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1234 10.0.0.9 22")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    grounds(report).save(FRAME)
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 5678 10.0.0.9 22")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,2,1")
    assert grounds(report).load() == FRAME


def test_recent_reports_do_not_count(report: Path) -> None:
    grounds(report).save(FRAME)
    for recent in (["/another.txt"], ["/甲.txt", '/"].txt'], ["/theme\n"], []):
        settings_file(state_folder()).write_bytes(Settings("light", recent=recent).dump())
        assert grounds(report).load() == FRAME


@pytest.mark.parametrize(
    "written",
    [
        '{"version": 1, "theme": "light", "recent": []}',
        '{\n "version": 1,\n "theme": "light",\n "measure": 0,\n "full_marks": true,\n "recent": [],\n "theme": "x"\n}',
        '{\n "version": 1,\n "theme": "light",\n "measure": 0,\n "full_marks": true,\n "recent": [\n  "/a"\n ],\n "theme": "x"\n}',
        '{\n "version": 1,\n "theme": "light",\n "measure": 0,\n "full_marks": true,\n "recent": [\n "theme"\n ]\n}',
        '{\n "version": 1,\n "theme": "light",\n "measure": 0,\n "full_marks": true,\n "recent": []\n}\n',
        '{\n "version": 1,\n "theme": "light",\n "recent": [],\n "recent": []\n}',
        '{\n "version": 1,\n "theme": "light",\n "recent": [\n  "/a",\n "theme"\n ]\n}',
    ],
)
def test_settings_in_another_format_count_as_a_whole(report: Path, written: str) -> None:
    grounds(report).save(FRAME)
    settings_file(state_folder()).write_text(written)
    assert grounds(report).load() is None
    assert screen_cache._without_recent(written.encode()) == written.encode()


def test_a_damaged_screen_is_ignored(report: Path) -> None:
    asked = grounds(report)
    asked.save(FRAME)
    (file,) = cache_folder().glob("*.screen")
    whole = file.read_bytes()
    for at in [*range(200), *range(200, len(whole), 37)]:
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            file.write_bytes(damaged)
            assert asked.load() is None, at
    file.write_bytes(whole)
    assert asked.load() == FRAME


def test_a_screen_that_cannot_be_read_back_is_not_cached(report: Path) -> None:
    asked = grounds(report)
    rest = FRAME.rows[1:]
    for rows in ([], rest, [[("", "x" * 81)], *rest], [[("", "\x1b" * 80)], *rest],
                 [[("5", "x" * 80)], *rest], [[("", "\ud800" * 80)], *rest]):  # fmt: skip
        asked.save(CachedScreen(1, rows))
        assert not cache_folder().exists()
    asked.save(CachedScreen(3, FRAME.rows))
    assert not cache_folder().exists()


def test_s14_a_cache_file_that_is_a_link_or_foreign_is_ignored(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = grounds(report)
    asked.save(FRAME)
    (file,) = cache_folder().glob("*.screen")
    assert file.stat().st_mode & 0o777 == 0o600
    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        assert asked.load() is None
        assert fingerprint_for(str(report), SIZE) is None
    other = file.with_suffix(".other")
    file.rename(other)
    file.symlink_to(other)
    assert asked.load() is None
    file.unlink()
    os.mkfifo(file)
    assert asked.load() is None
    asked.save(FRAME)  # nothing is written over what is no file
    assert asked.load() is None
    file.unlink()
    file.symlink_to(other)
    before = other.read_bytes()
    asked.save(CachedScreen(2, [[("", "x" * 80)]] * 24))
    assert asked.load() == CachedScreen(2, [[("", "x" * 80)]] * 24)
    assert not file.is_symlink() and other.read_bytes() == before


def test_report_and_configuration_may_belong_to_others(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems that manage configuration link to a store of theirs, and a report may be installed."""
    configure(report)
    for file in (settings_file(state_folder()), report_state_file(state_folder(), str(report))):
        file.unlink()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert fingerprint_for(str(report), SIZE) is not None
    assert fingerprint_for(None, SIZE) is not None


def test_a_file_name_that_is_not_utf_8_has_a_screen(report: Path) -> None:
    named = report.with_name(os.fsdecode(b"\xff.txt"))
    report.rename(named)
    grounds(named).save(FRAME)
    assert grounds(named).load() == FRAME


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda _: None], ids=["pipe", "folder", "nothing"])
def test_reports_that_are_not_files_have_no_screen(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "report")
    assert fingerprint_for(str(tmp_path / "report"), SIZE) is None


def test_unreadable_inputs_have_no_screen(report: Path) -> None:
    report.write_bytes(b"x" * 1024 * 1024)
    assert fingerprint_for(str(report), SIZE) is not None
    report.write_bytes(b"x" * (1024 * 1024 + 1))
    assert fingerprint_for(str(report), SIZE) is None
    assert fingerprint_for("a\0b", SIZE) is None


def test_the_oldest_screens_are_deleted(report: Path) -> None:
    for number in range(MAX_SCREENS + 3):
        asked = grounds(report, os.terminal_size((80, 24 + number)))
        asked.save(frame_of(asked.size))
        newest = max(cache_folder().glob("*.screen"), key=lambda file: file.stat().st_mtime)
        os.utime(newest, (number, number))
    assert len(list(cache_folder().glob("*.screen"))) == MAX_SCREENS == 20
    assert grounds(report).load() is None
    newest_size = os.terminal_size((80, 24 + MAX_SCREENS))
    assert grounds(report, newest_size).load() == frame_of(newest_size)


def test_a_screen_is_cached_though_the_clock_was_set_back(report: Path) -> None:
    for number in range(MAX_SCREENS):
        asked = grounds(report, os.terminal_size((80, 30 + number)))
        asked.save(frame_of(asked.size))
    assert len(list(cache_folder().glob("*.screen"))) == MAX_SCREENS
    for file in cache_folder().glob("*.screen"):
        os.utime(file, (2**32, 2**32))
    grounds(report).save(FRAME)
    assert grounds(report).load() == FRAME


def test_nothing_is_cached_in_a_read_only_folder(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc")
    grounds(report).save(FRAME)
    assert grounds(report).load() is None


def test_a_screen_is_cached_if_old_ones_cannot_be_deleted(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tui.state.files.keep_newest", fail)
    grounds(report).save(FRAME)
    assert grounds(report).load() == FRAME


def test_screens_have_a_maximum_size(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = grounds(report)
    size = len(FRAME.dump(asked.digest, SIZE))
    monkeypatch.setattr(screen_cache, "MAX_BYTES", size - 1)
    asked.save(FRAME)
    assert not cache_folder().exists()
    monkeypatch.setattr(screen_cache, "MAX_BYTES", size)
    asked.save(FRAME)
    assert asked.load() == FRAME


def test_there_is_no_screen_without_a_home_folder(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folders are then below a file."""
    monkeypatch.setattr(screen_cache, "folder_name", lambda _: f"{os.devnull}/huiji-tui")
    assert fingerprint_for(str(report), SIZE) is None


def test_a_report_is_identified_by_its_real_path(report: Path) -> None:
    """As for its state; but the name it is opened by appears on the screen."""
    link = report.with_name("link.txt")
    link.symlink_to(report)
    assert grounds(link).name == grounds(report).name
    assert grounds(link).digest != grounds(report).digest
    before = grounds(link).digest
    report_state_file(state_folder(), str(report)).write_bytes(ReportState(Anchor(1, "x")).dump(str(report)))
    assert grounds(link).digest != before
    loop = report.with_name("loop.txt")
    loop.symlink_to(loop)
    assert fingerprint_for(str(loop), SIZE) is None
