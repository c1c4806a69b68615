"""Folders of reports: which files are read and skipped, and where outlines are written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tui.convert.formats import office
from tui.convert.read_file import FORMATS
from tui.library.folders import read_folder, skipped_lines
from tui.library.loading import OFFICE_SUFFIXES, REPORT_SUFFIXES, readable_suffixes
from tui.report.errors import ReadError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with reports at three depths, files of other kinds, hidden ones, and links in circles."""
    path = tmp_path / "报告"
    for name in ("甲.txt", "市/甲.TXT", "市/县/乙.txt", ".藏/丙.txt", ".丙.txt", "市/~$甲.docx"):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(SMALL, encoding="utf-8")
    for name in ("图.png", "市/表.csv", "市/.DS_Store", "市/旧.yaml"):
        (path / name).write_text("schema: x\n", encoding="utf-8")
    (path / "市" / "圈").symlink_to(path)
    return path


def names(folder: Path, files: list[Path]) -> list[str]:
    return [str(file.relative_to(folder)) for file in files]


def test_folders_are_read_to_all_depths_without_hidden_ones_and_links(folder: Path) -> None:
    found = read_folder(str(folder), {".txt", ".docx"})
    assert names(folder, found.files) == ["市/县/乙.txt", "市/甲.TXT", "甲.txt"]
    assert names(folder, found.skipped) == ["图.png", "市/圈", "市/表.csv"]
    assert found.errors == []


def test_a_link_to_a_folder_that_is_named_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "链").symlink_to(folder)
    assert len(read_folder(str(tmp_path / "链"), {".txt"}).files) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_read_is_one_error(folder: Path) -> None:
    (folder / "市").chmod(0)
    found = read_folder(str(folder), {".txt"})
    (folder / "市").chmod(0o700)
    assert names(folder, found.files) == ["甲.txt"] and [error.path for error in found.errors] == [
        str(folder / "市")
    ]


def test_folders_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def failing(path: Path) -> Any:
        if path.name == "市":
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr("tui.library.folders.os.scandir", failing)
    found = read_folder(str(folder), {".txt"})
    assert names(folder, found.files) == ["甲.txt"] and [error.path for error in found.errors] == [
        str(folder / "市")
    ]
    with pytest.raises(ReadError):
        read_folder(str(folder / "市"), {".txt"})


@pytest.mark.usefixtures("one_worker")
def test_convert_keeps_the_folders_below_the_one_that_is_named(
    huiji_tui: Any, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "大纲"
    status, _, said = huiji_tui("convert", folder, "-o", out)
    assert status == 0 and said.count("2 章") == 3
    assert sorted(names(out, [*out.rglob("*.yaml")])) == ["市/县/乙.yaml", "市/甲.yaml", "甲.yaml"]
    assert said.splitlines()[0] == "略过 3 个不是报告或读不了的文件：图.png、圈、表.csv"
    lines = huiji_tui("convert", folder, "-o", out, "-v")[2].splitlines()
    assert lines[:4] == [
        "略过 3 个不是报告或读不了的文件",
        *(f"  {folder / name}" for name in ("图.png", "市/圈", "市/表.csv")),
    ]


@pytest.mark.usefixtures("one_worker")
def test_convert_writes_beside_the_reports_without_an_output(huiji_tui: Any, folder: Path) -> None:
    assert huiji_tui("convert", folder)[0] == 0
    assert sorted(names(folder, [*folder.rglob("*.yaml")])) == [
        "市/县/乙.yaml",
        "市/旧.yaml",
        "市/甲.yaml",
        "甲.yaml",
    ]


@pytest.mark.usefixtures("one_worker")
def test_search_reads_folders_to_all_depths(huiji_tui: Any, folder: Path) -> None:
    status, out, said = huiji_tui("search", "园区", folder, "--count")
    assert status == 0
    assert [line.split("\t") for line in out.splitlines()] == [
        [str(folder / name), "2"] for name in ("市/县/乙.txt", "市/甲.TXT", "甲.txt")
    ]
    assert said == "略过 4 个不是报告或读不了的文件：图.png、圈、旧.yaml等\n"


@pytest.mark.usefixtures("one_worker")
def test_search_prefers_the_outline_to_its_text_in_the_same_folder_only(huiji_tui: Any, folder: Path) -> None:
    huiji_tui("convert", folder / "甲.txt")
    _, out, _ = huiji_tui("search", "园区", folder, "--count")
    assert [line.split("\t")[0] for line in out.splitlines()] == [
        str(folder / name) for name in ("市/县/乙.txt", "市/甲.TXT", "甲.yaml")
    ]


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("schema: huiji-outline/2\n", True),
        ("# 校对过\n\nreport: {}\nschema : 'huiji-outline/99'\n", True),
        ("\ufeffschema: huiji-outline/3\n", True),
        ("schema: huiji-indicators/1\n", False),
        ("services:\n  schema: huiji-outline/3\n", False),
        ("", False),
    ],
)
def test_yaml_files_of_a_folder_are_read_if_they_say_they_are_outlines(
    text: str, is_read: bool, tmp_path: Path
) -> None:
    file = tmp_path / "甲.YAML"
    file.write_text(text, encoding="utf-8")
    found = read_folder(str(tmp_path), {".txt", ".yaml"})
    assert (found.files, found.skipped) == (([file], []) if is_read else ([], [file]))
    assert (
        read_folder(str(tmp_path), {".txt"}).skipped == []
    )  # where outlines are not asked for, they are no news


@pytest.mark.usefixtures("one_worker")
def test_a_yaml_file_that_cannot_be_read_is_an_error(huiji_tui: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "甲.yaml")
    (tmp_path / "乙.txt").write_text(SMALL, encoding="utf-8")
    status, _, said = huiji_tui("search", "园区", tmp_path, "--count")
    assert status == 0 and "甲.yaml: " in said


@pytest.mark.usefixtures("one_worker")
def test_convert_sums_up_what_it_did_with_several_files(huiji_tui: Any, folder: Path, tmp_path: Path) -> None:
    (folder / "疑.txt").write_text("各位代表：\n" + "没有章节的报告。" * 20, encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    said = huiji_tui("convert", folder, "-o", tmp_path / "大纲")[2]
    assert said.splitlines()[-1] == "已转换 4 个（1 个有存疑），失败 1 个，略过 3 个"
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "甲.txt").write_text(SMALL, encoding="utf-8")
    assert huiji_tui("convert", tmp_path / "乙")[2].splitlines()[-1] == "已转换 1 个"
    assert huiji_tui("convert", tmp_path / "乙" / "甲.txt")[2].count("\n") == 1


OUTPUTS = {
    "a name with a slash makes a folder": (("甲.txt",), "新/", ["新/甲.yaml"]),
    "several levels are made": (("甲.txt",), "新/更新/", ["新/更新/甲.yaml"]),
    "a name without a slash is a file": (("甲.txt",), "新", ["新"]),
    "a folder that is there is used": (("甲.txt",), "有", ["有/甲.yaml"]),
    "two inputs make a folder": (("甲.txt", "乙.txt"), "新", ["新/甲.yaml", "新/乙.yaml"]),
    "a folder with one report makes a folder": (("夹",), "新", ["新/丙.yaml"]),
}


@pytest.mark.usefixtures("one_worker")
@pytest.mark.parametrize("name", OUTPUTS)
def test_where_outlines_are_written(
    name: str, huiji_tui: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, output, written = OUTPUTS[name]
    monkeypatch.chdir(tmp_path)
    for folder in ("有", "夹"):
        Path(folder).mkdir()
    for file in ("甲.txt", "乙.txt", "夹/丙.txt"):
        Path(file).write_text(SMALL, encoding="utf-8")
    assert huiji_tui("convert", *inputs, "-o", output)[0] == 0
    assert all(Path(file).is_file() for file in written)
    assert huiji_tui("convert", *inputs, "-o", output)[2].count("没有变化") == len(written)


@pytest.mark.parametrize(
    ("inputs", "output"),
    [(("甲.txt",), "有.yaml/"), (("甲.txt", "乙.txt"), "有.yaml"), (("甲.txt", "乙.txt"), "-")],
)
def test_a_file_is_no_folder_for_outlines(
    inputs: tuple[str, ...], output: str, huiji_tui: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("甲.txt", "乙.txt", "有.yaml"):
        Path(file).write_text(SMALL, encoding="utf-8")
    status, _, said = huiji_tui("convert", *inputs, "-o", output)
    assert status == 2 and "-o 应是一个文件夹" in said
    assert Path("有.yaml").read_text(encoding="utf-8") == SMALL


def test_files_that_need_libreoffice_are_skipped_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not {".doc", ".wps"} & {*readable_suffixes()}
    said = [*skipped_lines([Path("a.doc"), Path("b.png"), Path("c.wps"), Path("d")], False)]
    assert said == [
        "略过 4 个不是报告或读不了的文件（其中 2 个 .doc、.wps 文件要装 LibreOffice 才能读）：a.doc、b.png、c.wps等"
    ]
    (tmp_path / "soffice").write_text("")
    (tmp_path / "soffice").chmod(0o755)
    assert {*readable_suffixes()} == {*REPORT_SUFFIXES}


def test_every_format_has_its_suffixes_among_those_of_reports() -> None:
    assert {suffix for known in FORMATS for suffix in known.suffixes} <= {*REPORT_SUFFIXES}
    assert OFFICE_SUFFIXES == office.SUFFIXES
    assert len({*REPORT_SUFFIXES}) == len(REPORT_SUFFIXES)
