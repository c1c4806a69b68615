"""The cache of conversions: a report is converted once, and again after any change."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tui.convert import pipeline as converting
from tui.library import bulk_cache, cache
from tui.library.bulk_cache import FOLDER, cached_apart
from tui.library.cache import load_cached
from tui.library.loading import load_report
from tui.library.record import write_record
from tui.report.errors import WriteError
from tui.report.model import MAX_CHARACTERS, Doubt, Node


@pytest.fixture
def told() -> list[str]:
    return []


def test_a_report_is_converted_only_once(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    first = load_cached(str(path), None, tmp_path / "kept", told.append)
    assert first == load_report(str(path))
    assert told == ["分章节", "找指标", "对照指标"]
    monkeypatch.setattr(converting, "convert_with_notes", None)
    assert load_cached(str(path), None, tmp_path / "kept", told.append) == first
    assert len(told) == 3


def test_other_bytes_name_encoding_or_rules_are_converted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    load_cached(str(path), None, kept)
    load_cached(str(path), "utf-8", kept)
    path.rename(tmp_path / "别名.txt")
    load_cached(str(tmp_path / "别名.txt"), None, kept)
    path.write_text(SMALL + "完。\n", encoding="utf-8")
    assert load_cached(str(path), None, kept).text.endswith("完。\n")
    monkeypatch.setattr(cache, "_rules", lambda: iter(["other"]))
    load_cached(str(path), None, kept)
    assert len(list(kept.glob("*.json"))) == 5


def test_a_damaged_record_is_written_again(tmp_path: Path) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    report = load_cached(str(path), None, kept)
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    for damage in (b"", b"\xff\xfe", whole[:300]):
        file.write_bytes(damage)
        assert load_cached(str(path), None, kept) == report
        assert file.read_bytes() == whole


def test_a_read_only_folder_does_not_prevent_opening(tmp_path: Path) -> None:
    path, blocked = tmp_path / "报告.txt", tmp_path / "file"
    path.write_text(SMALL, encoding="utf-8")
    blocked.write_text("")
    assert load_cached(str(path), None, blocked / "kept").text == SMALL


def test_the_least_recently_used_record_is_deleted_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MAX_RECORDS", 2)
    kept = tmp_path / "kept"
    paths = [tmp_path / f"{name}.txt" for name in "甲乙丙"]
    for age, path in enumerate(paths):
        path.write_text(SMALL + path.stem, encoding="utf-8")
        before = set(kept.glob("*")) if kept.exists() else set()
        load_cached(str(path), None, kept)
        for file in set(kept.glob("*")) - before:
            os.utime(file, (1000 + age, 1000 + age))
    names = [file.read_text(encoding="utf-8") for file in kept.iterdir()]
    assert len(names) == 2
    assert not any("甲.txt" in text for text in names)


def test_bytes_of_all_records_are_limited_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    load_cached(str(path), None, kept)
    (file,) = kept.iterdir()
    monkeypatch.setattr(cache, "MAX_TOTAL_BYTES", file.stat().st_size * 2 + 100)
    for number in range(3):
        path.write_text(SMALL + f"{number}。\n", encoding="utf-8")
        load_cached(str(path), None, kept)
        for age, other in enumerate(sorted(kept.iterdir(), key=lambda each: each.stat().st_mtime)):
            os.utime(other, (1000 + age, 1000 + age))
    assert len(list(kept.iterdir())) == 2


def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each report converted from here on."""
    names: list[str] = []
    original = converting.convert_with_notes

    def convert(data: bytes, name: str, *rest: Any, **named: Any) -> converting.Conversion:
        names.append(name)
        return original(data, name, *rest, **named)

    monkeypatch.setattr(converting, "convert_with_notes", convert)
    return names


def test_s14_a_record_of_other_bytes_or_another_name_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever put it there, and though its checksum is right."""
    kept, path, other = tmp_path / "kept", tmp_path / "甲.txt", tmp_path / "乙.txt"
    path.write_text(SMALL, encoding="utf-8")
    other.write_text(SMALL.replace("8.5亿元", "9.5亿元"), encoding="utf-8")
    report = load_cached(str(path), None, kept)
    (mine,) = kept.iterdir()
    forged = load_cached(str(other), None, kept)
    (theirs,) = set(kept.iterdir()) - {mine}
    whole = mine.read_bytes()
    mine.write_bytes(theirs.read_bytes())
    names = converted(monkeypatch)
    assert load_cached(str(path), None, kept) == report
    mine.write_bytes(write_record(forged, mine.stem))
    assert load_cached(str(path), None, kept) == report
    assert names == [str(path)] * 2
    assert mine.read_bytes() == whole


def test_s14_a_record_of_somebody_else_or_behind_a_link_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    load_cached(str(path), None, kept)
    (file,) = kept.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    names = converted(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        load_cached(str(path), None, kept)
    assert len(names) == 1
    target = tmp_path / "target"
    file.rename(target)
    file.symlink_to(target)
    load_cached(str(path), None, kept)
    assert len(names) == 2
    assert not file.is_symlink()
    file.unlink()
    os.mkfifo(file)
    load_cached(str(path), None, kept)
    assert len(names) == 3


def test_reading_a_record_updates_its_date_only(tmp_path: Path) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    load_cached(str(path), None, kept)
    (file,) = kept.iterdir()
    os.utime(file, (1, 1))
    before = file.stat()
    load_cached(str(path), None, kept)
    after = file.stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, before.st_size)
    assert after.st_mtime > before.st_mtime


def test_a_record_that_cannot_be_read_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    report = load_report(str(path))
    with monkeypatch.context() as patch:
        patch.setattr(cache, "read_record", lambda data, key: report._replace(doubts=(Doubt("x"),)))
        load_cached(str(path), None, kept)
        patch.setattr(cache, "write_record", lambda report, key: "\ud800".encode())
        load_cached(str(path), None, kept)
        assert not kept.exists()
    with monkeypatch.context() as patch:
        size = len(write_record(report, "k" * 32))
        patch.setattr(cache, "MAX_BYTES", size - 1)
        load_cached(str(path), None, kept)
        assert not kept.exists()
        patch.setattr(cache, "MAX_BYTES", size)
        load_cached(str(path), None, kept)
        assert len(list(kept.iterdir())) == 1


def test_the_limits_of_the_cache() -> None:
    assert (cache.MAX_RECORDS, cache.MAX_TOTAL_BYTES) == (100, 268_435_456)
    assert cache.MAX_BYTES == 100_663_296


@pytest.mark.parametrize("error", [OSError, ValueError, RecursionError, WriteError])
def test_an_error_in_writing_a_record_does_not_prevent_opening(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise error("x")

    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(cache, "write_record", fail)
    assert load_cached(str(path), None, tmp_path / "kept").text == SMALL


def test_a_record_whose_date_cannot_be_set_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    path = tmp_path / os.fsdecode(b"\xff.txt")  # a name may be anything
    path.write_text(SMALL, encoding="utf-8")
    report = load_cached(str(path), None, tmp_path / "kept")
    names = converted(monkeypatch)
    monkeypatch.setattr(os, "utime", fail)
    assert load_cached(str(path), None, tmp_path / "kept") == report and names == []


def test_name_and_encoding_are_separate_parts_of_the_key() -> None:
    keys = {cache.key_of("0", name, encoding) for name, encoding in (("ab", None), ("a", "b"), ("ab", "b"))}
    assert len(keys) == 3


def test_the_source_of_standard_input_is_named_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "read_bytes", lambda path: SMALL.encode())
    assert load_cached("-", None, tmp_path / "kept").source.file == "标准输入"


@pytest.mark.slow
def test_a_text_of_two_million_characters_with_32000_metrics_is_cached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Converting as much takes minutes; the report is made of pieces of another one."""
    report = load_report(None)
    times = 117
    text = (report.text + "坚持稳中求进。\n" * 5) * times
    length = len(text) // times
    data = text.encode()
    metrics = tuple(
        metric._replace(id=f"m{turn}-{metric.id}", node="body", start=metric.start + turn * length, end=metric.end + turn * length)
        for turn in range(times)
        for metric in report.metrics
    )  # fmt: skip
    node = Node(
        "body",
        "part",
        None,
        None,
        None,
        len(text) - len(text.lstrip()),
        len(text.rstrip("\n")),
        0,
        len(text),
        (),
    )
    source = report.source._replace(sha256=hashlib.sha256(data).hexdigest(), characters=len(text))
    long = report._replace(text=text, outline=(node,), metrics=metrics, comparisons=(), source=source)
    assert 1_980_000 < len(text) <= MAX_CHARACTERS and len(metrics) > 31_600
    path, kept = tmp_path / "长.txt", tmp_path / "kept"
    path.write_bytes(data)
    made = converting.Conversion(long, ())
    monkeypatch.setattr(converting, "convert_with_notes", lambda *_, **__: made)
    assert load_cached(str(path), None, kept) == long
    monkeypatch.setattr(converting, "convert_with_notes", None)
    assert load_cached(str(path), None, kept) == long


def test_outlines_cached_by_earlier_versions_are_deleted(tmp_path: Path) -> None:
    kept, path = tmp_path / "kept", tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    kept.mkdir()
    (kept / "0.yaml").write_text("schema: huiji-outline/1")
    (kept / "0.screen").write_text("another")
    load_cached(str(path), None, kept)
    assert sorted(file.suffix for file in kept.iterdir()) == [".json", ".screen"]


def test_rules_in_nested_packages_are_part_of_the_key() -> None:
    package = Path(cache.__file__).parents[1]
    files = [
        file for name in ("convert", "links", "metrics", "report") for file in (package / name).rglob("*.py")
    ]
    assert len(list(cache._rules())) == len(files)


def test_an_outline_is_not_cached(tmp_path: Path) -> None:
    path = tmp_path / "大纲.yaml"
    report = load_report(None)
    from tui.outline_file.writing import write_outline

    path.write_bytes(write_outline(report))
    assert load_cached(str(path), None, tmp_path / "kept") == report
    assert not (tmp_path / "kept").exists()


def test_conversions_of_many_reports_are_kept_apart_and_each_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, path, kept = tmp_path / "甲.txt", tmp_path / "乙.txt", tmp_path / "kept"
    opened.write_text(SMALL, encoding="utf-8")
    path.write_text(SMALL + "完。\n", encoding="utf-8")
    load_cached(str(opened), None, kept)
    names = converted(monkeypatch)
    text_only = load_cached(str(path), None, kept, convert=cached_apart(False))
    assert text_only.metrics == () and text_only.text == load_report(str(path)).text
    names.clear()
    for _ in range(2):
        assert load_cached(str(path), None, kept, convert=cached_apart(False)) == text_only
    assert names == []
    whole = load_cached(str(path), None, kept, convert=cached_apart(True))
    assert whole.metrics and names == [str(path)]
    assert load_cached(str(path), None, kept, convert=cached_apart(True)) == whole
    assert names == [str(path)]
    assert len(list(kept.glob("*.json"))) == 1
    assert len(list((kept / FOLDER).rglob("*.json"))) == 2


def test_a_search_reads_a_record_with_metrics_if_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = tmp_path / "甲.txt", tmp_path / "kept"
    path.write_text(SMALL, encoding="utf-8")
    whole = load_cached(str(path), None, kept, convert=cached_apart(True))
    names = converted(monkeypatch)
    assert load_cached(str(path), None, kept, convert=cached_apart(False)) == whole
    assert names == []


def test_bytes_of_records_kept_apart_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, kept = tmp_path / "甲.txt", tmp_path / "kept"
    path.write_text(SMALL, encoding="utf-8")
    load_cached(str(path), None, kept, convert=cached_apart(False))
    (file,) = (kept / FOLDER).rglob("*.json")
    monkeypatch.setattr(bulk_cache, "MAX_FOLDER_BYTES", file.stat().st_size + 100)
    for number in range(40):
        path.write_text(SMALL + f"{number}。\n", encoding="utf-8")
        load_cached(str(path), None, kept, convert=cached_apart(False))
    files = list((kept / FOLDER).rglob("*.json"))
    assert 2 < len(files) == len({file.parent for file in files}) <= 16
