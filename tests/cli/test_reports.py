"""Commands convert a report once."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.samples import SMALL
from tui.cli.main import run
from tui.convert import pipeline

COMMANDS = (
    ["outline", "{file}"],
    ["show", "{file}"],
    ["show", "{file}", "1.2"],
    ["search", "老旧小区", "{file}"],
    ["metrics", "{file}"],
    ["metrics", "{file}", "--explain"],
    ["compare", "{file}"],
    ["tasks", "{file}"],
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def conversions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are converted."""
    converted: list[str] = []
    original = pipeline.convert_with_notes

    def convert(data: bytes, path: str, *arguments: object, **named: object) -> pipeline.Conversion:
        converted.append(path)
        return original(data, path, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "convert_with_notes", convert)
    return converted


def no_screen(*_: object) -> int:
    raise AssertionError


def ran(words: list[str], file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = run([word.format(file=file) for word in words], no_screen)
    return status, *capsys.readouterr()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_second_run_of_a_command_converts_nothing(
    words: list[str], file: Path, conversions: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = ran(words, file, capsys)
    assert first[0] == 0 and conversions == [str(file)]
    assert ran(words, file, capsys) == first
    assert conversions == [str(file)]


def test_commands_share_what_was_converted(
    file: Path, conversions: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for words in COMMANDS:
        assert ran(words, file, capsys)[0] == 0
    assert len(conversions) == 1


def test_a_changed_file_and_another_encoding_are_converted_again(
    file: Path, conversions: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ran(["show", "{file}"], file, capsys)
    ran(["show", "{file}", "--encoding", "utf-8"], file, capsys)
    file.write_text(SMALL + "完。\n", encoding="utf-8")
    assert ran(["show", "{file}"], file, capsys)[1].endswith("完。\n")
    assert len(conversions) == 3


@pytest.mark.parametrize("where", ["/proc/cache", "/dev/null/cache", "{file}", "{file}\0"])
def test_without_a_cache_a_command_does_the_same(
    where: str, file: Path, conversions: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    expected = ran(["metrics", "{file}"], file, capsys)
    monkeypatch.setattr("tui.cli.reports.cache_folder", lambda: Path(where.format(file=file)))
    for _ in range(2):
        assert ran(["metrics", "{file}"], file, capsys) == expected
    assert len(conversions) == 3


@pytest.mark.usefixtures("one_worker")
def test_a_folder_that_is_searched_leaves_the_cache_of_opened_reports_alone(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "另一份.txt").write_text(SMALL, encoding="utf-8")
    assert ran(["search", "老旧小区", str(tmp_path), "--count"], file, capsys)[0] == 0
    kept = tmp_path / "cache" / "huiji-tui"
    assert list(kept.glob("*.json")) == []
    assert len(list(kept.rglob("*.json"))) == 2


def test_standard_input_is_converted_once_too(
    file: Path, conversions: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(SMALL.encode())))
        assert ran(["search", "老旧小区", "-", "--count"], file, capsys)[1] == "1\n"
    assert len(conversions) == 1
