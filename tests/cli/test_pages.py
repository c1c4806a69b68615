"""``brief`` and ``convert --html`` write pages, and replace nothing without being asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import tui
from tests.support.promises import report_text, write_reports
from tests.support.samples import SMALL


class Ran(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(
    huiji_tui: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "data" / "library.db"))
    return lambda *words: Ran(*huiji_tui(*words))


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    return write_reports(tmp_path / "shelf")


# -- brief ---------------------------------------------------------------------------------------


def test_a_brief_is_markdown_on_standard_output(run: Run, small: Path) -> None:
    done = run("brief", small)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("# 某某县2022年政府工作报告 简报\n")
    assert "没有上一年的报告" in done.out
    assert "(<huiji:报告.txt#“" in done.out


def test_the_name_of_the_file_stands_for_the_format(run: Run, small: Path, tmp_path: Path) -> None:
    for name, start in (("甲.html", "<!DOCTYPE html>"), ("乙.md", "# ")):
        done = run("brief", small, "-o", tmp_path / name)
        assert (done.status, done.out) == (0, "")
        assert "简报列任务" in done.err and done.err.endswith(f"{name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert run("brief", small, "-o", tmp_path / "丙.txt").status == 2
    assert not (tmp_path / "丙.txt").exists()
    assert run("brief", small, "--format", "html").out.startswith("<!DOCTYPE html>")


def test_the_year_before_is_taken_from_the_library(run: Run, files: list[str]) -> None:
    run("library", "add", *files)
    for report in ("青川县/2023", files[1]):
        out = run("brief", report).out
        assert "| 增6%（" in out
        assert "| 增7% | ▲ 超过 |" in out
        assert "上一年报告：青川县政府工作报告（2022年2月8日）" in out
    assert "(<huiji:青川县/2023#“" in run("brief", "青川县/2023").out


def test_the_year_before_can_be_named(run: Run, files: list[str]) -> None:
    assert "| 增7% | ▲ 超过 |" in run("brief", files[1], "--before", files[0]).out
    wrong = run("brief", files[0], "--before", files[1])
    assert (wrong.status, wrong.out) == (2, "")
    assert "不早于" in wrong.err
    assert run("brief", files[0], "--before", files[0]).status == 2


def test_a_library_that_has_another_text_of_the_report_is_not_mixed_up_with_it(
    run: Run, files: list[str]
) -> None:
    run("library", "add", *files)
    changed = report_text("青川县", 2023).replace(
        "地区生产总值增长7.5%", "全县上下团结一心,地区生产总值增长6.5%"
    )
    Path(files[1]).write_text(changed, encoding="utf-8")
    assert "| 增7% | ▼ 未达 |" in run("brief", files[1]).out


# -- convert --html ------------------------------------------------------------------------------


def test_a_page_is_written_beside_the_report(run: Run, small: Path) -> None:
    done = run("convert", small, "--html")
    assert (done.status, done.out) == (0, "")
    assert small.with_suffix(".html").read_text(encoding="utf-8") == tui.page(tui.load_report(small))
    assert "没有变化" in run("convert", small, "--html").err
    assert run("convert", small, "--html", "-o", "-").out.startswith("<!DOCTYPE html>")


def test_an_outline_can_be_converted_to_a_page(run: Run, small: Path, tmp_path: Path) -> None:
    run("convert", small)
    assert run("convert", small.with_suffix(".yaml"), "--html", "-o", tmp_path / "页.html").status == 0
    assert run("convert", small.with_suffix(".yaml")).status == 65


def test_folders_are_converted_to_pages(run: Run, files: list[str], tmp_path: Path) -> None:
    done = run("convert", tmp_path / "shelf", "--html", "-o", tmp_path / "pages")
    assert done.status == 0
    assert len(list((tmp_path / "pages").glob("*.html"))) == len(files)


def test_a_report_of_the_library_needs_a_file_to_be_written_to(
    run: Run, files: list[str], tmp_path: Path
) -> None:
    run("library", "add", *files)
    assert run("convert", "青川县/2023", "--html").status == 2
    target = tmp_path / "页.html"
    assert run("convert", "青川县/2023", "--html", "-o", target).status == 0
    assert "青川县" in target.read_text(encoding="utf-8")


# -- files that are there already ----------------------------------------------------------------

_COMMANDS = pytest.mark.parametrize("command", [("brief",), ("convert", "--html")])


@_COMMANDS
def test_another_file_is_replaced_only_if_asked_for(
    run: Run, small: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    target = tmp_path / "页.html"
    target.write_text("别的", encoding="utf-8")
    done = run(*command, small, "-o", target)
    assert done.status == 73
    assert done.err.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "别的"
    assert run(*command, small, "-o", target, "--force").status == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@_COMMANDS
def test_the_report_itself_is_never_replaced(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    source = tmp_path / "报告.html"
    source.write_text(f"<html><body><pre>{SMALL}</pre></body></html>", encoding="utf-8")
    before = source.read_bytes()
    assert run(*command, source, "-o", source, "--force").status == 73
    assert source.read_bytes() == before


@_COMMANDS
def test_links_and_folders_are_not_written_to(
    run: Run, small: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    other = tmp_path / "别的.html"
    other.write_text("别的", encoding="utf-8")
    link, folder = tmp_path / "链接.html", tmp_path / "文件夹.html"
    link.symlink_to(other)
    assert run(*command, small, "-o", link).status == 73
    assert other.read_text(encoding="utf-8") == "别的"
    if command == ("brief",):
        folder.mkdir()
        assert run(*command, small, "-o", folder, "--force").status == 73


@_COMMANDS
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_one_line(
    run: Run, small: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "fest"
    folder.mkdir(mode=0o500)
    done = run(*command, small, "-o", folder / "页.html")
    assert (done.status, done.err.count("\n")) == (73, 1)


def test_the_functions_write_what_the_commands_write(files: list[str]) -> None:
    before, report = (tui.load_report(path) for path in files[:2])
    assert tui.brief(report, before).startswith("<!DOCTYPE html>")
    assert "| 增7% | ▲ 超过 |" in tui.brief(report, before, form="md")
    assert "没有上一年的报告" in tui.brief(report, form="md")
