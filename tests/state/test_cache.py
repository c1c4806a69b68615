"""Conversions that are kept: the same report again without converting, never one of other bytes or rules."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tui.convert import convert as converting
from tui.convert.load import load_report
from tui.state import cache
from tui.state.cache import load_kept


@pytest.fixture
def told() -> list[str]:
    return []


def test_a_second_opening_converts_nothing(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    first = load_kept(str(path), None, tmp_path / "kept", told.append)
    assert first == load_report(str(path))
    assert told == ["分章节", "找指标", "对照指标"]
    monkeypatch.setattr(converting, "convert_with_notes", None)
    assert load_kept(str(path), None, tmp_path / "kept", told.append) == first
    assert len(told) == 3


def test_other_bytes_another_name_another_encoding_or_other_rules_convert_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    load_kept(str(path), None, kept)
    load_kept(str(path), "utf-8", kept)
    path.rename(tmp_path / "别名.txt")
    load_kept(str(tmp_path / "别名.txt"), None, kept)
    path.write_text(SMALL + "完。\n", encoding="utf-8")
    assert load_kept(str(path), None, kept).text.endswith("完。\n")
    monkeypatch.setattr(cache, "_rules", lambda: iter(["other"]))
    load_kept(str(path), None, kept)
    assert len(list(kept.glob("*.yaml"))) == 5


def test_what_was_kept_and_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    report = load_kept(str(path), None, kept)
    (file,) = kept.iterdir()
    for damage in (b"", b"\xff\xfe", file.read_bytes()[:300]):
        file.write_bytes(damage)
        assert load_kept(str(path), None, kept) == report


def test_a_folder_that_cannot_be_written_to_is_in_nobodys_way(tmp_path: Path) -> None:
    path, blocked = tmp_path / "报告.txt", tmp_path / "file"
    path.write_text(SMALL, encoding="utf-8")
    blocked.write_text("")
    assert load_kept(str(path), None, blocked / "kept").text == SMALL


def test_what_was_not_opened_for_long_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    kept = tmp_path / "kept"
    paths = [tmp_path / f"{name}.txt" for name in "甲乙丙"]
    for age, path in enumerate(paths):
        path.write_text(SMALL + path.stem, encoding="utf-8")
        before = set(kept.glob("*")) if kept.exists() else set()
        load_kept(str(path), None, kept)
        for file in set(kept.glob("*")) - before:
            os.utime(file, (1000 + age, 1000 + age))
    names = [file.read_text(encoding="utf-8") for file in kept.iterdir()]
    assert len(names) == 2
    assert not any("甲.txt" in text for text in names)


def test_an_outline_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "大纲.yaml"
    report = load_report(None)
    from tui.report.outline_write import write_outline

    path.write_bytes(write_outline(report))
    assert load_kept(str(path), None, tmp_path / "kept") == report
    assert not (tmp_path / "kept").exists()
