"""W01 to W06: files that a user wrote or edited are never replaced, except with ``--force``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import SMALL
from tui.cli.main import run


@pytest.fixture
def convert(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: str | Path) -> tuple[int, str]:
        status = run(["convert", *map(str, words)], lambda *_: 99)
        return status, capsys.readouterr().err

    return call


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


def outline_of(source: Path) -> Path:
    assert run(["convert", str(source)], lambda *_: 99) == 0
    return source.with_suffix(".yaml")


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["plain", "force"])
@pytest.mark.parametrize("target", [[], ["-o", "别处.yaml"]], ids=["beside", "elsewhere"])
def test_w01_an_outline_is_not_converted(
    convert: Any, source: Path, target: list[str], force: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(source.parent)
    outline = outline_of(source)
    before = outline.read_bytes()
    by_another_name = source.with_name("大纲.txt")
    by_another_name.write_bytes(before)
    for path in (outline, by_another_name):
        status, said = convert(path, *target, *force)
        assert status == 65 and said.endswith("已是大纲，不用转换\n") and "huiji-tui: " in said
    assert outline.read_bytes() == by_another_name.read_bytes() == before
    assert not Path("别处.yaml").exists()


def test_w02_an_edited_outline_is_not_replaced(convert: Any, source: Path) -> None:
    outline = outline_of(source)
    corrected = outline.read_bytes().replace("做强主导产业".encode(), "主导产业".encode(), 1)
    outline.write_bytes(corrected)
    status, said = convert(source)
    assert status == 73 and said.count("huiji-tui: ") == 1
    assert "可能有人改过，没有覆盖；要覆盖请加 --force" in said and outline.read_bytes() == corrected
    assert convert(source, "--force")[0] == 0 and outline.read_bytes() != corrected


@pytest.mark.parametrize("change", ["none", "source", "no checksum"])
def test_w02_an_unchanged_outline_is_replaced(convert: Any, source: Path, change: str) -> None:
    """Also if other rules, or an earlier version that added no checksum, wrote it."""
    outline = outline_of(source)
    written = outline.read_bytes()
    if change == "source":
        source.write_text(SMALL.replace("某某县", "甲甲县"), encoding="utf-8")
    if change == "no checksum":
        outline.write_bytes(written[: written.rindex(b"# huiji-tui")])
    status, said = convert(source)
    assert status == 0 and ("没有变化" in said) == (change != "source")
    assert ("甲甲县".encode() in outline.read_bytes()) == (change == "source")
    assert run(["check", str(outline)], lambda *_: 99) == 0


def test_w02_other_files_are_not_replaced(convert: Any, source: Path) -> None:
    other = source.with_name("笔记.md")
    other.write_text("我的笔记\n")
    status, said = convert(source, "-o", other)
    assert status == 73 and "已有这个文件，没有覆盖" in said and other.read_text() == "我的笔记\n"


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["plain", "force"])
@pytest.mark.parametrize("name", ["same", "dotted", "hard link", "symbolic link"])
def test_w03_the_source_is_never_overwritten(convert: Any, source: Path, name: str, force: list[str]) -> None:
    target = source
    if name == "dotted":
        target = source.parent / "x" / ".." / source.name
        (source.parent / "x").mkdir()
    elif name != "same":
        target = source.with_name("另名.yaml")
        (os.link if name == "hard link" else os.symlink)(source, target)
    status, said = convert(source, "-o", target, *force)
    assert status == 73 and said.count("\n") == 1
    assert source.read_text(encoding="utf-8") == SMALL


def test_w04_four_inputs_give_four_outlines(convert: Any, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("甲.txt", "甲.md", "甲.html", "甲.txt.md"):
        (folder / name).write_text(SMALL, encoding="utf-8")
    status, _ = convert(folder, "-o", out)
    names = sorted(path.name for path in out.iterdir())
    assert status == 0 and names == ["甲.md.yaml", "甲.txt.md.yaml", "甲.txt.yaml", "甲.yaml"]


def test_w04_inputs_with_the_same_target_are_errors(convert: Any, tmp_path: Path) -> None:
    paths = []
    for name in ("a/报告.txt", "b/报告.txt", "a/其他.txt"):
        paths.append(tmp_path / name)
        paths[-1].parent.mkdir(exist_ok=True)
        paths[-1].write_text(SMALL, encoding="utf-8")
    status, said = convert(*paths, "-o", tmp_path / "out")
    (line,) = [line for line in said.splitlines() if line.startswith("huiji-tui: ")]
    assert status == 73 and str(paths[0]) in line and str(paths[1]) in line
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["其他.yaml", "报告.yaml"]
    status, said = convert(paths[2], paths[2], paths[2].parent / "." / "其他.txt")
    assert status == 0 and said.count("2 章") == 1


@pytest.mark.parametrize("leads", ["somewhere", "nowhere"])
def test_w05_links_are_followed_with_force_only(convert: Any, source: Path, leads: str) -> None:
    elsewhere = source.with_name("别处.txt")
    if leads == "somewhere":
        elsewhere.write_text("别人的\n")
    link = source.with_suffix(".yaml")
    link.symlink_to(elsewhere)
    status, said = convert(source)
    assert status == 73 and "是符号链接，没有写入；要覆盖请加 --force" in said
    assert elsewhere.exists() == (leads == "somewhere") and (
        not elsewhere.exists() or elsewhere.read_text() == "别人的\n"
    )
    assert convert(source, "--force")[0] == 0
    assert link.is_symlink() and elsewhere.read_bytes().startswith(b"schema:")


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["plain", "force"])
def test_w05_pipes_and_folders_are_not_targets(convert: Any, source: Path, force: list[str]) -> None:
    pipe = source.with_suffix(".yaml")
    os.mkfifo(pipe)
    status, said = convert(source, *force)
    assert status == 73 and "不是普通文件，没有写入" in said and pipe.is_fifo()


def test_w_each_refusal_in_a_folder_is_one_line(convert: Any, tmp_path: Path) -> None:
    for name in "甲乙丙":
        (tmp_path / f"{name}.txt").write_text(SMALL, encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("我的\n")
    status, said = convert(tmp_path)
    assert status == 73 and said.count("huiji-tui: ") == 1 and said.count("2 章") == 2
    assert (tmp_path / "乙.yaml").read_text() == "我的\n" and (tmp_path / "丙.yaml").exists()


def test_w06_an_export_uses_a_free_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def export(app: Driven) -> None:
        await app.press("E", "enter")

    drive(export)
    (first,) = tmp_path.iterdir()
    first.write_text("我的\n")
    elsewhere = tmp_path / "别处"
    first.with_stem(f"{first.stem}-2").symlink_to(elsewhere)
    drive(export)
    assert first.with_stem(f"{first.stem}-3").stat().st_size > 100
    assert first.read_text() == "我的\n" and not elsewhere.exists()
