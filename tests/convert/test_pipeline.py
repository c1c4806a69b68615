"""From bytes to extracted text: each character is sanitized once, and texts that are too long are refused."""

from __future__ import annotations

import codecs

import pytest

from tests.support.docx import docx, paragraph, run
from tests.support.samples import SMALL, report_of
from tui.convert import pipeline
from tui.convert.pipeline import convert, extract_text
from tui.library.record import read_record, write_record
from tui.outline_file.reading import check_outline, read_outline
from tui.outline_file.writing import write_outline
from tui.report import sanitize
from tui.report.errors import DataError

BODY = "坚持稳中求进。" * 40
LONG = f"政府工作报告\n一、2023年工作回顾\n{BODY}\n"
#: The same text in each format, with a character that is replaced.
FILES = {
    "a.txt": f"{LONG}\x1b".encode(),
    "b.txt": codecs.BOM_UTF16_LE + f"{LONG}\x1b".replace("\n", "\r\n").encode("utf-16-le"),
    "c.txt": f"{LONG}\0".encode(),
    "a.md": f"# {LONG}\x1b".encode(),
    "a.html": f"<html><h1>政府工作报告</h1><p>一、2023年工作回顾<p>{BODY}&#27;</html>".encode(),
    "a.docx": docx("".join(paragraph(run(line)) for line in f"{LONG}\u200b".splitlines())),
}


@pytest.mark.parametrize("name", FILES)
def test_each_character_is_sanitized_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[str] = []

    def counted(text: str) -> str:
        passes.append(text)
        return original(text)

    original = sanitize.clean
    for module in (sanitize, pipeline):
        monkeypatch.setattr(module, "clean", counted)
    text = extract_text(FILES[name], name).text
    assert BODY in text
    assert sanitize.first_control(text) is None
    headings = [passed for passed in passes if len(passed) < len(BODY)]
    assert len(passes) - len(headings) == 1
    assert sum(map(len, headings)) < 20


def test_a_text_may_be_as_long_as_the_limit_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(SMALL)
    length, outline, record = len(report.text), write_outline(report), write_record(report, "")
    for module in ("tui.convert.pipeline", "tui.report.model"):
        monkeypatch.setattr(f"{module}.MAX_CHARACTERS", length)
    assert convert(SMALL.encode(), "a.txt").text == report.text
    assert read_outline(outline, "a.yaml") == read_record(record, "") == report
    for module in ("tui.convert.pipeline", "tui.report.model"):
        monkeypatch.setattr(f"{module}.MAX_CHARACTERS", length - 1)
    refusal = f"有 {length:,} 字，超过 0 万字的上限，请拆成几个文件"
    with pytest.raises(DataError, match=f"^a.txt: {refusal}$"):
        convert(SMALL.encode(), "a.txt")
    assert [fault.message for fault in check_outline(outline, "a.yaml")] == [refusal]
    with pytest.raises(ValueError, match="record"):
        read_record(record, "")


def test_the_limit_counts_the_text_of_the_report_not_the_bytes_of_its_file() -> None:
    assert len(convert(f"<p>{SMALL}</p><script>{' ' * 2_100_000}</script>".encode(), "a.html").text) < 2_000


def test_a_title_taken_from_a_name_that_is_no_text_can_be_written() -> None:
    report = convert("县内各项工作都有进展。\n".encode() * 3, "/x/\udcff\udcfe县\n76214.md")
    assert report.front.title.encode("utf-8") and "\n" not in report.front.title


@pytest.mark.parametrize(
    ("government", "is_told"), [("青禾县人民政府", False), ("市人民政府", True), ("县政府", True)]
)
def test_a_report_that_does_not_name_its_place_is_told_of(government: str, is_told: bool) -> None:
    text = f"政府工作报告\n各位代表：\n现在，我代表{government}向大会报告工作。\n一、2023年工作回顾\n{BODY}\n"
    report = convert(text.encode(), "report.txt")
    assert bool(report.place) == (not is_told)
    assert ("没有写明是哪里的报告" in [doubt.text for doubt in report.doubts]) == is_told
    assert report.name == ("政府工作报告（report.txt）" if is_told else "青禾县政府工作报告")
