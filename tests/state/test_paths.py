"""Paths are those of platformdirs, found without it on Linux; file names never change."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import platformdirs
import pytest

from tests.support.samples import SMALL
from tui.report.hashing import sha256_hex, text_hash
from tui.session import open_report
from tui.state import paths
from tui.state.own_indicators import load_indicators
from tui.state.paths import (
    cache_folder,
    config_folder,
    report_state_file,
    report_state_name,
    settings_file,
    state_folder,
)
from tui.terminal.screen_cache import fingerprint_for

NOWHERE = Path(os.devnull, "huiji-tui")
VARIABLES = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")


@pytest.mark.parametrize("home", ["/home/某人", "/", "relative", "", None])
@pytest.mark.parametrize(
    "moved", [None, "", "/elsewhere", "/elsewhere/", "//a//b", " /a", "/a ", "a/b", "~/a", " "]
)
def test_the_folders_are_those_of_platformdirs(
    moved: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (*((name, moved) for name in VARIABLES), ("HOME", home)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    for mine, theirs in (
        (state_folder, platformdirs.user_state_path),
        (cache_folder, platformdirs.user_cache_path),
        (config_folder, platformdirs.user_config_path),
    ):
        expected = theirs("huiji-tui", appauthor=False)
        assert mine() == (expected if expected.is_absolute() else NOWHERE)


@pytest.mark.parametrize("answer", [RuntimeError, "~/.local/state/huiji-tui"])
def test_without_a_home_folder_nothing_is_read_or_written_and_nothing_fails(
    answer: type[Exception] | str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Some versions of platformdirs raise, others return the path as it stands."""

    def path(*_: object, **__: object) -> str:
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.chdir(tmp_path)
    for name in (*VARIABLES, "HOME"):
        monkeypatch.delenv(name, raising=False)
    for kind in ("state", "cache", "config"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", path)
    assert state_folder() == cache_folder() == config_folder() == NOWHERE
    report = tmp_path / "报告.txt"
    report.write_text(SMALL, encoding="utf-8")
    session = open_report(str(report))
    assert session.config.faults == [] and load_indicators(config_folder())[1] == []
    assert session.report_store.new_warnings() == []
    session.report_store.keep()
    assert len(session.report_store.new_warnings()) > 0
    assert os.listdir() == [report.name]  # noqa: PTH208
    assert fingerprint_for(str(report), os.terminal_size((80, 24))) is None


def test_platformdirs_is_used_except_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("ANDROID_ROOT", raising=False)
    monkeypatch.setattr(platformdirs, "user_state_path", None)
    monkeypatch.setenv("XDG_STATE_HOME", "/a")
    assert paths.folder_name("state") == "/a/huiji-tui"
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "/b")
    assert paths.folder_name("state") == "/b/.local/state/huiji-tui"
    monkeypatch.setattr(platformdirs, "user_state_path", lambda name, appauthor: f"/theirs/{name}")
    monkeypatch.setenv("ANDROID_ROOT", "/system")
    assert paths.folder_name("state") == "/theirs/huiji-tui"
    monkeypatch.delenv("ANDROID_ROOT")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert paths.folder_name("state") == "/theirs/huiji-tui"


def test_file_names_are_those_of_earlier_versions() -> None:
    identity = os.fsdecode(b"/\xe6\x83\xa0/\xff.txt")
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    assert text_hash(identity) == digest[:16]
    assert report_state_name(identity) == f"reports/{digest[:16]}.json"
    assert report_state_file(Path("/a"), identity) == Path(f"/a/reports/{digest[:16]}.json")
    assert settings_file(Path("/a")) == Path("/a/settings.json")


def test_hashes_of_different_lists_of_parts_differ() -> None:
    parts = [(b"", b""), (b"",), (b"ab",), (b"a", b"b"), (b"1 a",), (b"", b"ab"), ()]
    assert len({sha256_hex(*each) for each in parts}) == len(parts)
    assert len(sha256_hex(b"x")) == 64
