"""Files of other kinds: docx, web pages, Markdown, and texts with line breaks spelt out."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from tests.benchmarks.figures import FOLDER
from tui.convert.convert import convert, read_text
from tui.convert.literals import undo_literals
from tui.convert.load import load_report
from tui.report.errors import DataError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(body: str, head: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"{head}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
        )
    return file.getvalue()


def paragraph(*runs: str) -> str:
    return "<w:p><w:pPr><w:jc/></w:pPr>" + "".join(runs) + "</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:rPr/><w:t>{text}</w:t></w:r>"


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
    monkeypatch.setattr("tui.convert.docx.MAX_BYTES", 1024 * 1024)
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
