"""Files of other kinds: docx, web pages, Markdown, and texts with line breaks spelt out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.benchmarks.figures import FOLDER
from tests.support.docx import docx, level, listed, paragraph, run
from tui.convert.convert import convert, read_text
from tui.convert.literals import undo_literals
from tui.convert.load import load_report
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
def test_a_document_is_read_whole(body: str, text: str) -> None:
    plain, encoding = read_text(docx(body), "报告.docx")
    assert (plain.text, encoding) == (text, "docx")


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}'
    f"{level(1, 'chineseCounting', '（%2）')}{level(2, 'decimal', '%3.')}{level(3, 'bullet', '•')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimalEnclosedCircleChinese", "%1", 3)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>'
)


def test_numbers_that_the_program_counts_are_written_out() -> None:
    body = (
        listed("回顾") + listed("工业", 1) + listed("提速", 2) + listed("增效", 2) + listed("农业", 1) + listed("丰收", 2)
        + listed("无号", 3) + listed("安排") + listed("工业", 1) + listed("圈码", 0, 2) + listed("另起", 0, 3) + paragraph(run("正文"))
    )  # fmt: skip
    assert read_text(docx(body, numbering=NUMBERING), "报告.docx")[0].text.splitlines() == [
        "一、回顾", "（一）工业", "1.提速", "2.增效", "（二）农业", "1.丰收", "无号", "二、安排", "（一）工业", "③圈码", "十一、另起", "正文",
    ]  # fmt: skip


def test_a_style_may_number_and_name_headings() -> None:
    styles = (
        '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style>'
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr>' + run("回顾") + "</w:p>"
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>重点工作</w:t></w:r></w:p>"
    plain = read_text(
        docx(styled + bold + paragraph(run("正文")), styles=styles, numbering=NUMBERING), "报告.docx"
    )[0]
    assert plain.text == "一、回顾\n重点工作\n正文\n"
    assert plain.headings == {"一、回顾", "重点工作"}


def test_notes_follow_the_text_under_a_heading_of_their_own() -> None:
    body = paragraph(run("实施双碳"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("行动。"))
    notes = f'<w:footnote w:id="0">{paragraph(run("线"))}</w:footnote><w:footnote w:id="2">{paragraph(run(" 碳达峰与碳中和。"))}</w:footnote>'
    plain = read_text(docx(body, footnotes=notes), "报告.docx")[0]
    assert plain.text == "实施双碳[1]行动。\n注释\n[1]碳达峰与碳中和。\n"
    assert plain.notes == ("脚注和尾注 1 条移到文末",)


def test_a_document_is_a_report_whatever_it_is_called(tmp_path: Path) -> None:
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
        (docx(paragraph(run("甲")), '<!DOCTYPE x [<!ENTITY a "b">]>'), "不是 Word 写的 .docx 文件"),
        (docx(""), "文件里没有文字"),
    ],
)
def test_a_damaged_document_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(DataError) as caught:
        convert(data, "报告.docx")
    assert str(caught.value) == f"报告.docx: {said}"


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.convert.docx_archive.MAX_BYTES", 1024 * 1024)
    with pytest.raises(DataError, match="解开后超过 1 MiB"):
        convert(docx(" " * 3_000_000), "报告.docx")


def test_a_page_is_read_without_what_surrounds_the_report() -> None:
    page = (
        "<!doctype html><html><head><title>网站</title><script>var x='假';</script></head><body>"
        "<nav><a>首页</a></nav><h1>政府工作报告</h1><div><p>增长&nbsp;7%，<b>创</b>新高。</p>\n<p>一、\n回顾</p></div>"
        "<footer>版权</footer></body></html>"
    )
    plain, encoding = read_text(page.encode("gb18030"), "报告.html")
    assert (plain.text, encoding) == (
        "政府工作报告\n增长\N{NO-BREAK SPACE}7%，创新高。\n一、 回顾\n",
        "gb18030",
    )
    assert plain.headings == {"政府工作报告"}


def test_links_hidden_parts_and_what_calls_itself_a_menu_are_left_out() -> None:
    page = (
        "<html><body><div class='top-menu'>本站<ul><li>首页</li></ul></div><p style='display: none'>藏</p>"
        "<div id='content'><p>政府工作报告</p><p>增长7%，<a href='x'>详见</a>附表。</p><p><a href='y'>下一篇公告</a></p>"
        "<p>第一行<br>第二行</p></div><div class='Footer'>版权<div>所有</div></div></body></html>"
    )
    plain, _ = read_text(page.encode(), "报告.html")
    assert plain.text == "政府工作报告\n增长7%，详见附表。\n第一行\n第二行\n"
    assert plain.notes == ("略去网页上正文以外的文字 14 字",)


def test_a_page_whose_text_is_named_as_what_surrounds_it_is_read_all_the_same() -> None:
    page = f"<html><body><div class='sidebar layout'><p>{'政府工作报告的正文。' * 20}</p></div><p>尾</p></body></html>"
    assert "正文" in read_text(page.encode(), "报告.html")[0].text


def test_markdown_loses_its_marks_and_keeps_its_title() -> None:
    source = "---\ntitle: 某市政府工作报告\n---\n\n——2024年1月22日在会议上\n\n**一、2023年工作回顾**\n\n## 二、*2024*年\\*安排\n"
    assert read_text(source.encode(), "报告.md")[0].text == (
        "某市政府工作报告\n\n——2024年1月22日在会议上\n\n一、2023年工作回顾\n\n二、*2024*年*安排\n"
    )


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        (r"甲\r\n乙\r\n丙\r\n丁", "甲\n乙\n丙\n丁"),
        (r"只有一处\r\n照旧", r"只有一处\r\n照旧"),
        ("甲<U+00A0>乙", "甲\N{NO-BREAK SPACE}乙"),
        ("甲&nbsp;乙&ldquo;丙&rdquo;&#8212;", "甲\N{NO-BREAK SPACE}乙“丙”—"),
        ("R&D;A&B", "R&D;A&B"),
        ("<U+D800>", "<U+D800>"),
        ("增长12_M_M_以上", "增长12%以上"),
    ],
)
def test_what_was_spelt_out_is_undone(text: str, undone: str) -> None:
    assert undo_literals(text) == undone


@pytest.mark.skipif(FOLDER not in os.environ, reason=f"{FOLDER} names no folder of reports")
def test_the_twins_of_one_report_give_one_outline() -> None:
    folder = Path(os.environ[FOLDER])
    for name in ("city_chengde_2024", "city_zaozhuang_2024"):
        one, other = (load_report(str(folder / f"{name}{suffix}")) for suffix in (".docx", ".txt"))
        assert [node.heading for node in one.walk()] == [node.heading for node in other.walk()]
