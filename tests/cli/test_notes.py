"""``notes`` prints notes with passage and citation, and reads them from annotations."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tui import load_report
from tui.cli.main import run
from tui.notes.model import Colour, Note, NotedReport
from tui.notes.store import NoteStore
from tui.report.outline import Outline


def no_screen(*_: object) -> int:
    raise AssertionError


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def huiji_tui(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, str, str]:
        status = run([str(word) for word in words], no_screen)
        return status, *capsys.readouterr()

    return call


def write(path: Path, words: str, body: str = "", colour: Colour = "") -> Note:
    outline = Outline(load_report(path))
    start = outline.report.text.index(words)
    note = Note.on(outline, start, start + len(words), body, colour)
    return NoteStore().keep(NotedReport.of(outline.report, str(path)), note)


def test_notes_of_a_report_are_printed_in_its_order(huiji_tui: Any, small: Path) -> None:
    write(small, "做优营商环境", "看时限", "green")
    write(small, "改造老旧小区18个", "=1+1\n第二行")
    status, out, _ = huiji_tui("notes", small, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert [(row["批注"], row["标色"], row["原文"]) for row in rows] == [
        ("'=1+1\n第二行", "", "改造老旧小区18个"),
        ("看时限", "绿", "做优营商环境"),
    ]
    assert rows[1]["出处"] == "《某某县政府工作报告》，2022年2月8日，第二部分第（一）节"
    _, out, _ = huiji_tui("notes", small)
    assert len(out.splitlines()) == 3 and "=1+1 第二行" in out


def test_every_format_has_sources_in_the_style_that_is_asked_for(huiji_tui: Any, small: Path) -> None:
    write(small, "做优营商环境")
    for form in ("csv", "md", "json"):
        assert "[R" in huiji_tui("notes", small, "--style", "gbt7714", "--format", form)[1], form


def test_without_notes_the_status_is_1_and_others_are_told_of(huiji_tui: Any, small: Path) -> None:
    assert huiji_tui("notes") == (1, "", "这份报告没有批注\n")
    write(small, "做优营商环境", "看时限")
    assert huiji_tui("notes") == (1, "", "这份报告没有批注；别的报告有 1 条，用 --all 列出\n")
    assert huiji_tui("notes", "--all", "--filter", "别的") == (1, "", "没有这样的批注\n")
    assert huiji_tui("notes", "--all", small)[0] == 2


def test_a_note_is_found_by_words_and_pinyin(huiji_tui: Any, small: Path) -> None:
    write(small, "做优营商环境", "看时限")
    write(small, "改造老旧小区18个", colour="yellow")
    for words in ("时限", "yingshang", "营商"):
        assert len(huiji_tui("notes", "--all", "--filter", words)[1].splitlines()) == 2


def test_a_corrected_report_keeps_its_notes_and_tells_which_passages_are_gone(
    huiji_tui: Any, small: Path
) -> None:
    write(small, "做优营商环境", "看时限")
    write(small, "改造老旧小区18个", "核对")
    write(small, "新建标准厂房12万平方米", "哪里")
    corrected = SMALL.replace("各位代表:\n", "").replace("18个", "20个").replace("新建标准厂房12万平方米", "")
    small.write_text(corrected, encoding="utf-8")
    status, out, said = huiji_tui("notes", small, "--format", "json")
    items = json.loads(out)["items"]
    assert (
        status == 0
        and "≈ 1 条的原文有改动，位置是最相近的一段" in said
        and "1 条的原文已改，仍保留着" in said
    )
    assert {item["body"][0]["value"]: item["huiji"]["status"] for item in items} == {
        "看时限": "found",
        "核对": "likely",
        "哪里": "gone",
    }
    likely = next(item for item in items if item["huiji"]["status"] == "likely")
    assert likely["target"]["selector"][0]["exact"] == "改造老旧小区18个"
    assert corrected.index("改造老旧小区20个") == likely["target"]["selector"][1]["start"]
    assert "［≈ 原文有改］" in huiji_tui("notes", small, "--format", "md")[1].replace("\\", "")
    assert "≈ 原文有改" in huiji_tui("notes", small, "--format", "csv")[1]
    text = load_report(small).text
    found = next(item for item in items if item["huiji"]["status"] == "found")
    start, end = (found["target"]["selector"][1][name] for name in ("start", "end"))
    assert text[start:end] == "做优营商环境"


def test_notes_on_a_report_that_is_gone_are_kept(huiji_tui: Any, small: Path) -> None:
    write(small, "做优营商环境", "看时限")
    small.unlink()
    status, out, _ = huiji_tui("notes", "--all", "--format", "md")
    assert status == 0 and "> 做优营商环境" in out and "看时限" in out


def test_annotations_are_read_back_once(
    huiji_tui: Any, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(small, "做优营商环境", "看时限", "purple")
    _, exported, _ = huiji_tui("notes", "--all", "--format", "json")
    file = tmp_path / "批注.json"
    file.write_text(exported, encoding="utf-8")
    assert huiji_tui("notes", "--import", file) == (0, "", "读入 0 条，已有 1 条\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    assert huiji_tui("notes", "--import", file) == (0, "", "读入 1 条\n")
    assert (
        json.loads(huiji_tui("notes", small, "--format", "json")[1])["items"][0]["body"]
        == json.loads(exported)["items"][0]["body"]
    )


def test_annotations_that_name_no_report_are_looked_for_in_the_one_that_is_named(
    huiji_tui: Any, small: Path, tmp_path: Path
) -> None:
    def item(exact: str) -> dict[str, Any]:
        return {
            "type": "Annotation",
            "bodyValue": exact,
            "target": {
                "source": "x",
                "selector": {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""},
            },
        }

    file = tmp_path / "别人的.json"
    file.write_text(
        json.dumps([item("新增市场主体5000户"), item("没有这一句话"), {"type": "Annotation"}]),
        encoding="utf-8",
    )
    assert huiji_tui("notes", small, "--import", file) == (
        0, "", "读入 1 条，不知是哪份报告的 1 条，没有读入，读不懂的 1 条，没有读入\n"
    )  # fmt: skip
    assert huiji_tui("notes", "--import", file)[0] == 1
    start = load_report(small).text.index("新增市场主体5000户")
    selector = json.loads(huiji_tui("notes", small, "--format", "json")[1])["items"][0]["target"]["selector"][
        1
    ]
    assert selector["start"] == start


@pytest.mark.parametrize("data", [b"", b"[", b"\xff", b"{}", b"[" * 100_000])
def test_a_file_without_annotations_is_refused(huiji_tui: Any, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(data)
    status, out, said = huiji_tui("notes", "--import", file)
    assert (status, out) == (65, "") and said.count("\n") == 1


def test_a_note_that_was_being_written_when_the_program_ended_is_told_of(huiji_tui: Any, small: Path) -> None:
    write(small, "做优营商环境", "看时限")
    draft = NoteStore().folder / "draft-1.txt"
    draft.write_text("没写完")
    assert huiji_tui("notes", small)[2] == ""
    os.utime(draft, (1, 1))
    assert huiji_tui("notes", small)[2] == f"有一条没写完的批注留在 {draft}\n"


def test_control_characters_of_notes_do_not_reach_the_terminal(huiji_tui: Any, small: Path) -> None:
    write(small, "做优营商环境", "x\x1b[31m\x9b\u202e")
    for form in ("table", "csv", "md", "json"):
        out = huiji_tui("notes", small, "--format", form)[1]
        assert not {"\x1b", "\x9b", "\u202e"} & set(out)
