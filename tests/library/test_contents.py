"""What a report that is not open consists of: from the library, the cache, or the program itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tui.library.cache import convert_and_cache
from tui.library.contents import Heading, NamedReport, contents_of
from tui.library.library import Library

#: The chapters and sections of the small report.
EXPECTED = [
    Heading(0, "一、2021年工作回顾"),
    Heading(1, "(一)抓项目,经济运行稳中有进"),
    Heading(1, "(二)惠民生,社会事业全面进步"),
    Heading(0, "二、2022年工作安排"),
    Heading(1, "(一)加快产业升级"),
]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "某县" / "2022报告.txt"
    path.parent.mkdir()
    path.write_text(SMALL, encoding="utf-8")
    return path


def library_with(report: Path) -> Path:
    path = report.parent / "library.db"
    with Library(path, write=True) as library:
        list(library.add([str(report)]))
    return path


def test_of_a_file_the_library_has(report: Path, tmp_path: Path) -> None:
    library = str(library_with(report))
    found = contents_of(NamedReport(str(report)), library, tmp_path)
    assert found == EXPECTED
    assert contents_of(NamedReport("某县/2022", 1), library, tmp_path) == found
    assert contents_of(NamedReport(str(report.with_name("没有.txt"))), library, tmp_path) is None


def test_of_a_file_that_was_converted_before(report: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    assert contents_of(NamedReport(str(report)), None, cache) is None
    convert_and_cache(report.read_bytes(), str(report), None, cache, str)
    found = contents_of(NamedReport(str(report)), None, cache)
    assert found == EXPECTED
    assert found == contents_of(NamedReport(str(report)), str(library_with(report)), tmp_path)


def test_of_the_built_in_report(tmp_path: Path) -> None:
    found = contents_of(NamedReport(None), None, tmp_path) or []
    assert [heading.label for heading in found if not heading.depth] == [
        "一、2023年工作回顾",
        "二、2024年政府工作总体要求和主要预期目标",
        "三、2024年工作重点",
        "四、加强政府自身建设",
    ]
    assert len(found) == 4 + 7 + 7 + 4


def test_a_library_that_cannot_be_read_knows_nothing(report: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no library")
    assert contents_of(NamedReport(str(report)), str(broken), tmp_path) is None


def test_a_file_that_is_changed_is_another_one(report: Path, tmp_path: Path) -> None:
    convert_and_cache(report.read_bytes(), str(report), None, tmp_path, str)
    report.write_text(SMALL.replace("抓项目", "抓产业"), encoding="utf-8")
    assert contents_of(NamedReport(str(report)), None, tmp_path) is None
