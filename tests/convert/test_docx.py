"""The text of .docx files: paragraphs, tables, text boxes, notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.docx import bold, docx, level, listed, note, one_list, paragraph, reference, row, run
from tui.convert.formats.docx import docx_text
from tui.convert.pipeline import convert, extract_text
from tui.library.loading import load_report
from tui.report.errors import DataError


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("政府"), run("工作报告")) + paragraph(run("一、回顾")), "政府工作报告\n一、回顾\n"),
        (paragraph(run("增长"), f"<w:ins>{run('7%')}</w:ins>", "<w:del><w:r><w:delText>6%</w:delText></w:r></w:del>"), "增长7%\n"),
        (paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"), "甲 乙\n丙\n"),
        (f"<w:sdt><w:sdtContent>{paragraph(run('控件里'))}</w:sdtContent></w:sdt>", "控件里\n"),
        (
            paragraph(
                run("正文"),
                f"<mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph(run('文本框'))}</w:txbxContent></mc:Choice>"
                f"<mc:Fallback><w:txbxContent>{paragraph(run('文本框'))}</w:txbxContent></mc:Fallback></mc:AlternateContent>",
            ),
            "正文\n文本框\n",
        ),
        (
            "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in ("指标", "7%")) + "</w:tr></w:tbl>",
            "指标 7%\n",
        ),
    ],
    ids=["runs", "tracked", "breaks", "control", "box", "table"],
)  # fmt: skip
def test_all_paragraphs_of_a_document_are_read(body: str, text: str) -> None:
    extracted = extract_text(docx(body), "报告.docx")
    assert (extracted.text, extracted.encoding) == (text, "docx")


def test_notes_follow_the_text_under_a_heading_of_their_own() -> None:
    body = paragraph(run("实施双碳"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("行动。"))
    notes = f'<w:footnote w:id="0">{paragraph(run("线"))}</w:footnote><w:footnote w:id="2">{paragraph(run(" 碳达峰与碳中和。"))}</w:footnote>'
    extracted = extract_text(docx(body, footnotes=notes), "报告.docx")
    assert extracted.text == "实施双碳[1]行动。\n注释\n[1]碳达峰与碳中和。\n"
    assert extracted.notes == ("脚注和尾注 1 条移到文末",)


def test_a_document_is_recognised_whatever_its_suffix(tmp_path: Path) -> None:
    lines = ("一、2023年工作回顾", "新增绿地20万平方米。", "二、2024年工作安排", "新增绿地30万平方米。")
    path = tmp_path / "报告"
    path.write_bytes(docx("".join(paragraph(run(line)) for line in lines)))
    report = load_report(str(path))
    assert [node.heading for node in report.walk() if node.level == "chapter"] == [
        "2023年工作回顾",
        "2024年工作安排",
    ]
    assert [metric.status for metric in report.metrics] == ["achieved", "target"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 not a zip", "不是完好的 .docx 文件"),
        (docx("")[:-30], "不是完好的 .docx 文件"),
        (docx("<w:p>"), "不是完好的 .docx 文件"),
        (docx(paragraph(run("甲")), '<!DOCTYPE x [<!ENTITY a "b">]>'), ".docx 文件里有不该有的 XML"),
        (docx(""), "文件里没有文字"),
    ],
)
def test_a_damaged_document_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(DataError) as caught:
        convert(data, "报告.docx")
    assert str(caught.value) == f"报告.docx: {said}"


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.convert.formats.archive.MAX_BYTES", 1024 * 1024)
    with pytest.raises(DataError, match="解开后超过 1 MiB"):
        convert(docx(" " * 3_000_000), "报告.docx")


def lines(body: str, **parts: str) -> list[str]:
    return docx_text(docx(body, **parts), "a.docx").text.splitlines()


def headings(body: str, **parts: str) -> set[str]:
    return set(docx_text(docx(body, **parts), "a.docx").headings)


@pytest.mark.parametrize(
    ("runs", "is_heading"),
    [
        (bold("甲"), True),
        (bold("甲") + bold("乙", 'w:val="1"'), True),
        (bold("甲") + run("乙"), False),
        (run("甲") + bold("乙"), False),
        (bold("甲") + run(" "), True),
        (bold("甲") + run(""), True),
        (bold(" "), False),
        *((bold("甲", f'w:val="{value}"'), False) for value in ("0", "false", "off")),
        ("<w:r><w:rPr><w:b/><w:b w:val='0'/></w:rPr><w:t>甲</w:t></w:r>", True),
        ("<w:r><w:rPr><w:b w:val='0'/><w:b/></w:rPr><w:t>甲</w:t></w:r>", False),
        ("<w:r><w:rPr><w:x><w:b/></w:x></w:rPr><w:t>甲</w:t></w:r>", False),
        ("<w:r><w:b/><w:t>甲</w:t></w:r>", False),
        ("<w:b/>" + run("甲"), False),
        ("<w:t>甲</w:t>", False),
        (f"<w:r><w:rPr><w:b/></w:rPr>{run('甲')}</w:r>", False),
        (f"<w:r>{bold('甲')}</w:r>", False),
        (f"<w:r><w:rPr><w:b/></w:rPr>{bold('甲')}</w:r>", True),
        (bold("甲") + f"<w:moveFrom>{run('乙')}</w:moveFrom>", False),
        (bold("甲") + f"<w:r><w:rPr><w:b/></w:rPr><w:pict><w:txbxContent>{paragraph(run('乙'))}</w:txbxContent></w:pict></w:r>", False),
    ],
)  # fmt: skip
def test_a_paragraph_all_in_bold_is_a_heading(runs: str, is_heading: bool) -> None:
    assert any("甲" in heading for heading in headings(paragraph(runs))) is is_heading


def test_nested_runs_count_as_text_of_the_outer_run() -> None:
    set_in_bold, plain = "<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", "<w:r>{}</w:r>"
    assert headings(paragraph(set_in_bold.format(set_in_bold.format(bold("甲"))))) == {"甲"}
    assert headings(paragraph(set_in_bold.format(plain.format(bold("甲"))))) == set()
    assert headings(paragraph(plain.format(set_in_bold.format(bold("甲"))))) == set()


def test_a_bold_text_box_is_a_heading() -> None:
    box = f"<w:r><w:rPr><w:b/></w:rPr><w:pict><w:txbxContent>{paragraph(bold('乙'))}</w:txbxContent></w:pict></w:r>"
    assert headings(paragraph(bold("甲"), box)) == {"甲", "乙"}
    assert headings(paragraph(run("甲"), box)) == {"乙"}
    assert (
        headings(
            paragraph(bold("甲"), f"<w:pict><w:txbxContent>{paragraph(run('乙'))}</w:txbxContent></w:pict>")
        )
        == set()
    )


def test_text_boxes_follow_their_paragraph_and_are_numbered_after_it() -> None:
    box = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"
    inner = "<w:p><w:pPr>" + listed("内").removeprefix("<w:p><w:pPr>").replace(
        "</w:r></w:p>", "</w:r>" + box.format(listed("深")) + "</w:p>"
    )
    outer = listed("外").replace(
        "<w:r>", box.format(inner + listed("二")) + "<w:r>" + "<w:rPr/>" + box.format(listed("三")), 1
    )
    assert lines(outer + listed("后"), numbering=one_list(level(0, "decimal", "%1."))) == [
        "1.外", "2.内", "3.深", "4.二", "5.三", "6.后",
    ]  # fmt: skip


def test_notes_in_a_text_box_are_numbered_after_those_of_its_paragraph() -> None:
    box = f"<w:pict><w:txbxContent><w:p>{reference(1)}</w:p></w:txbxContent></w:pict>"
    assert lines(f"<w:p>{box}甲{run('甲')}{reference(2)}</w:p>", footnotes=note(1, "一") + note(2, "二")) == [
        "甲[1]", "[2]", "注释", "[1]二", "[2]一",
    ]  # fmt: skip


def test_a_table_in_a_cell_is_part_of_the_cell() -> None:
    inner = f"<w:tbl>{row(paragraph(run('乙')), paragraph(run('丙')))}{row(paragraph(run('丁')))}</w:tbl>"
    cell = paragraph(run("甲")) + paragraph() + inner + paragraph(run("戊"))
    assert docx_text(docx(f"<w:tbl>{row(cell, '', paragraph(run('己')))}{row()}</w:tbl>"), "a.docx").text == (
        "甲 乙\t丙 丁 戊\t\t己\n\n"
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:r><w:t>外</w:t></w:r>" + paragraph(run("甲")), "甲\n"),
        ("<w:tbl><w:tr>" + paragraph(run("外")) + "<w:tc>" + paragraph(run("甲")) + "</w:tc></w:tr></w:tbl>", "甲\n"),
        ("<w:tbl><w:tr><w:del><w:tc>" + paragraph(run("外")) + "</w:tc></w:del></w:tr></w:tbl>", "\n"),
        (paragraph("<w:r><w:t>甲<w:x/>乙</w:t></w:r>"), "甲\n"),
        (paragraph("<w:r><w:t>甲<w:t>乙</w:t></w:t></w:r>", run("丙")), "甲丙\n"),
        (paragraph("<w:r>外<w:t>甲</w:t>外</w:r>"), "甲\n"),
        (paragraph("<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t></w:r>"), "甲\n乙-丙\n"),
        (paragraph("<w:r><w:instrText>外</w:instrText><w:t>甲</w:t></w:r>"), "甲\n"),
        (paragraph(f"<w:moveFrom>{run('外')}</w:moveFrom>", run("甲")), "甲\n"),
        (f"<w:del>{paragraph(run('外'))}</w:del><w:moveFrom>{paragraph(run('外'))}</w:moveFrom>", ""),
        ("<w:p><w:pPr><w:rPr><w:t>外</w:t></w:rPr><w:t>外</w:t></w:pPr><w:pPr><w:t>外</w:t></w:pPr></w:p>", "\n"),
        (paragraph(f"<w:del><w:pict><w:txbxContent>{paragraph(run('外'))}</w:txbxContent></w:pict></w:del>", run("甲")), "甲\n"),
        (paragraph(f"<w:x>{paragraph(run('甲'))}</w:x>"), "甲\n"),
        ("<w:sectPr><w:p/></w:sectPr><w:p/>", "\n"),
        (paragraph("<w:r><w:t>&lt;甲&gt;&#20013;</w:t></w:r>"), "<甲>中\n"),
        ("<w:footnote w:id='1'>" + paragraph(run("甲")) + "</w:footnote>", "甲\n"),
    ],
)  # fmt: skip
def test_deleted_and_alternative_text_is_not_read(body: str, text: str) -> None:
    assert docx_text(docx(body), "a.docx").text == text


def test_a_heading_is_the_whole_line() -> None:
    numbered = listed(" 回顾 ").replace("</w:numPr>", '</w:numPr><w:outlineLvl w:val="0"/>')
    assert headings(numbered, numbering=one_list(level(0, "decimal", "%1、"))) == {"1、 回顾"}
    assert headings(f"<w:tbl>{row(paragraph(bold('甲')), paragraph(run('乙')))}</w:tbl>") == {"甲"}


def test_notes_are_in_the_order_of_their_references() -> None:
    body = f"<w:p>{reference(3)}{reference(1, 'endnote')}{reference(9)}{reference(2)}</w:p>"
    footnotes = (
        note(1, "无")
        + note(2, "二").replace("</w:footnote>", paragraph() + paragraph(run(" 又 ")) + "</w:footnote>")
        + note(3, "三")
    )
    extracted = docx_text(
        docx(body, footnotes=paragraph(run("外")) + footnotes, endnotes=note(1, "尾", "endnote")), "a.docx"
    )
    assert extracted.text.splitlines() == ["[1][2][3][4]", "注释", "[1]三", "[2]尾", "[4]二 又"]
    assert extracted.notes == ("脚注和尾注 3 条移到文末",)
    nested = f'<w:footnote w:id="3">{note(2, "内")}{paragraph(run("外"))}</w:footnote>'
    assert lines(f"<w:p>{reference(3)}{reference(2)}</w:p>", footnotes=nested) == [
        "[1][2]",
        "注释",
        "[1]内 外",
    ]
    assert docx_text(docx(paragraph(run("甲"))), "a.docx").notes == ()


def test_a_reference_without_an_id_finds_the_note_without_one() -> None:
    body = "<w:p><w:r><w:footnoteReference/></w:r></w:p>"
    assert lines(body, footnotes=f"<w:footnote>{paragraph(run('甲'))}</w:footnote>") == [
        "[1]",
        "注释",
        "[1]甲",
    ]


def test_a_note_may_refer_to_another_note_and_be_bold() -> None:
    inner = f'<w:footnote w:id="1"><w:p>{bold("甲")}{reference(2, "endnote")}</w:p></w:footnote>'
    extracted = docx_text(
        docx(f"<w:p>{reference(1)}</w:p>", footnotes=inner, endnotes=note(2, "乙", "endnote")), "a.docx"
    )
    assert extracted.text.splitlines() == ["[1]", "注释", "[1]甲[2]", "[2]乙"]
    assert extracted.headings == {"甲[2]"}
