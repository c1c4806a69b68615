"""First screens that are kept: given back only for exactly what they were made from, and only whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

import tui
from tests.support.samples import CONTENT, SMALL
from tui.state import frames
from tui.state.folder import cache_folder, memory_file, settings_file, state_folder
from tui.state.frames import LONGEST, MOST, Frame, Grounds, grounds_for

SIZE = os.terminal_size((80, 24))
FRAME = Frame(1, "\x1b[1;1H惠济区“四上”企业\x1b[0m\n".encode())


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    for file in (settings_file(state_folder()), memory_file(state_folder(), str(path))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{"version": 1, "theme": "light", "recent": []}')
    return path


def grounds(path: Path | None, size: os.terminal_size = SIZE) -> Grounds:
    found = grounds_for(None if path is None else str(path), size)
    assert found is not None
    return found


def other_byte(path: Path) -> None:
    """Changes one byte, and neither the file's size nor its date."""
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
    "what is remembered": lambda path: other_byte(memory_file(state_folder(), str(path))),
    "nothing is remembered": lambda path: memory_file(state_folder(), str(path)).unlink(),
    "the theme": another_theme,
    "what is set": configure,
    "no colours": lambda _: os.environ.__setitem__("NO_COLOR", "1"),
    "few colours": lambda _: os.environ.__setitem__("TERM", "xterm"),
    "a theme of the framework": lambda _: os.environ.__setitem__("TEXTUAL_THEME", "nord"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_screen_is_given_back_until_something_it_was_made_from_changes(
    change: Callable[[Path], object], report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM", "TEXTUAL_THEME"):
        monkeypatch.setenv(name, "x")  # to be put back
        monkeypatch.delenv(name)
    grounds(report).keep(FRAME)
    assert grounds(report).kept() == FRAME
    change(report)
    assert grounds(report).kept() is None


def test_another_size_and_another_report_have_screens_of_their_own(report: Path) -> None:
    grounds(report).keep(FRAME)
    for other in (grounds(report, os.terminal_size((81, 24))), grounds(report, os.terminal_size((80, 25)))):
        assert other.kept() is None
        other.keep(FRAME)
    assert grounds(None).kept() is None
    twin = report.with_name("别名.txt")
    shutil.copy2(report, twin)
    assert grounds(twin).kept() is None
    assert grounds(report).kept() == FRAME


def test_another_version_of_the_program_or_of_the_framework_draws_anew(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tui"
    shutil.copytree(Path(frames.__file__).parents[1], package)
    monkeypatch.setattr(tui, "__file__", str(package / "__init__.py"))
    monkeypatch.setattr(frames, "read_content", lambda name: (CONTENT / name).read_bytes())
    grounds(report).keep(FRAME)
    assert grounds(report).kept() == FRAME
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "new.pyc").write_bytes(b"")
    assert grounds(report).kept() == FRAME
    os.utime(package / "widgets" / "text_pane.py", ns=(1, 1))
    assert grounds(report).kept() is None

    grounds(report).keep(FRAME)
    monkeypatch.setattr(frames, "find_spec", lambda _: ModuleSpec("rich", None, origin=str(report)))
    assert grounds(report).kept() is None


def test_opening_other_reports_leaves_the_screen_of_this_one(report: Path) -> None:
    grounds(report).keep(FRAME)
    file = settings_file(state_folder())
    file.write_text(file.read_text().replace("[]", '["/another.txt"]'))
    assert grounds(report).kept() == FRAME


def test_a_damaged_screen_is_as_good_as_none(report: Path) -> None:
    asked = grounds(report)
    asked.keep(FRAME)
    (file,) = cache_folder().glob("*.screen")
    whole = file.read_bytes()
    for at in range(len(whole)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            file.write_bytes(damaged)
            assert asked.kept() is None, at
    file.write_bytes(whole)
    assert asked.kept() == FRAME


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda _: None], ids=["pipe", "folder", "nothing"])
def test_what_is_no_file_has_no_screen(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "report")
    assert grounds_for(str(tmp_path / "report"), SIZE) is None


def test_what_cannot_be_compared_has_no_screen(report: Path) -> None:
    settings_file(state_folder()).write_text("[")
    assert grounds_for(str(report), SIZE) is None
    settings_file(state_folder()).unlink()
    assert grounds_for(str(report), SIZE) is not None
    report.write_bytes(b"x" * (LONGEST + 1))
    assert grounds_for(str(report), SIZE) is None
    assert grounds_for("a\0b", SIZE) is None


def test_old_screens_go(report: Path) -> None:
    for number in range(MOST + 3):
        grounds(report, os.terminal_size((80, 24 + number))).keep(FRAME)
        newest = max(cache_folder().glob("*.screen"), key=lambda file: file.stat().st_mtime)
        os.utime(newest, (number, number))
    assert len(list(cache_folder().glob("*.screen"))) == MOST
    assert grounds(report).kept() is None
    assert grounds(report, os.terminal_size((80, 24 + MOST))).kept() == FRAME


def test_a_screen_is_kept_though_the_clock_was_set_back(report: Path) -> None:
    for number in range(MOST):
        grounds(report, os.terminal_size((80, 30 + number))).keep(FRAME)
    for file in cache_folder().glob("*.screen"):
        os.utime(file, (2**32, 2**32))
    grounds(report).keep(FRAME)
    assert grounds(report).kept() == FRAME


def test_where_nothing_can_be_written_nothing_is_kept(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc")
    grounds(report).keep(FRAME)
    assert grounds(report).kept() is None
