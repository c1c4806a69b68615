"""Web pages, Markdown, and texts with escaped line breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.benchmarks.figures import FOLDER
from tui.convert.formats.html import is_html
from tui.convert.pipeline import extract_text
from tui.convert.unescape import unescape
from tui.library.loading import load_report
from tui.report.errors import DataError


def test_menus_scripts_and_footers_of_a_page_are_dropped() -> None:
    page = (
        "<!doctype html><html><head><title>网站</title><script>var x='假';</script></head><body>"
        "<nav><a>首页</a></nav><h1>政府工作报告</h1><div><p>增长&nbsp;7%，<b>创</b>新高。</p>\n<p>一、\n回顾</p></div>"
        "<footer>版权</footer></body></html>"
    )
    extracted = extract_text(page.encode("gb18030"), "报告.html")
    assert (extracted.text, extracted.encoding) == (
        "政府工作报告\n增长\N{NO-BREAK SPACE}7%，创新高。\n一、 回顾\n",
        "gb18030",
    )
    assert extracted.headings == {"政府工作报告"}


PAGE = "<html><body><p>一、回顾</p><p>增长7%。</p></body></html>"


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n',
        "<!-- saved from url=(0030)http://www.example.com/ -->\r\n",
        "\ufeff<!-- a > b -->\n<!--[if IE]>x<![endif]--><!DOCTYPE html>\n",
        "\n  ",
    ],
)
def test_a_page_may_begin_with_declarations_and_comments(before: str) -> None:
    assert extract_text((before + PAGE).encode(), "报告").text == "一、回顾\n增长7%。\n"


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8"])
def test_a_page_is_recognised_in_every_encoding(encoding: str) -> None:
    assert extract_text(PAGE.encode(encoding), "报告").text == "一、回顾\n增长7%。\n"


@pytest.mark.parametrize(
    "text", ["<?xml version='1.0'?><a>甲</a>", "<!-- 甲 -->乙", "甲<html>", "<!-- <html>", "<", ""]
)
def test_other_texts_are_no_pages(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 xl/workbook.xml", "请先解开，或另存为 .docx 或 .txt"),
        (b"Rar!\x1a\x07", "是压缩包，请先解开"),
        (b"7z\xbc\xaf\x27\x1c\0\0", "是压缩包，请先解开"),
        (b"\x1f\x8b\x08\0", "是压缩包，请先解开"),
        (b"\x89PNG\r\n\0", "是图片"),
        (b"\xff\xd8\xff\xe0\0", "是图片"),
        (b"GIF89a\0", "是图片"),
        (b"II*\0\0", "是图片"),
        (b"MM\0*\0", "是图片"),
        (b"\x00\x01\x02\x03", "另存为 .docx 或 .txt"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<w:wordDocument>", "是 XML 文件，不是网页"),
    ],
)
def test_other_kinds_of_files_are_refused_with_advice(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said):
        extract_text(data, "报告")


def test_links_hidden_blocks_and_blocks_named_as_menus_are_dropped() -> None:
    page = (
        "<html><body><div class='top-menu'>本站<ul><li>首页</li></ul></div><p style='display: none'>藏</p>"
        "<div id='content'><p>政府工作报告</p><p>增长7%，<a href='x'>详见</a>附表。</p><p><a href='y'>下一篇公告</a></p>"
        "<p>第一行<br>第二行</p></div><div class='Footer'>版权<div>所有</div></div></body></html>"
    )
    extracted = extract_text(page.encode(), "报告.html")
    assert extracted.text == "政府工作报告\n增长7%，详见附表。\n第一行\n第二行\n"
    assert extracted.notes == ("略去网页上正文以外的文字 14 字",)


def test_a_page_whose_text_is_named_as_a_sidebar_is_still_read() -> None:
    page = f"<html><body><div class='sidebar layout'><p>{'政府工作报告的正文。' * 20}</p></div><p>尾</p></body></html>"
    assert "正文" in extract_text(page.encode(), "报告.html").text


def test_markdown_loses_its_marks_and_keeps_its_title() -> None:
    source = "---\ntitle: 某市政府工作报告\n---\n\n——2024年1月22日在会议上\n\n**一、2023年工作回顾**\n\n## 二、*2024*年\\*安排\n"
    assert extract_text(source.encode(), "报告.md").text == (
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
def test_escapes_are_replaced(text: str, undone: str) -> None:
    assert unescape(text) == undone


@pytest.mark.skipif(FOLDER not in os.environ, reason=f"{FOLDER} names no folder of reports")
def test_a_report_in_two_formats_gives_one_outline() -> None:
    folder = Path(os.environ[FOLDER])
    for name in ("city_chengde_2024", "city_zaozhuang_2024"):
        one, other = (load_report(str(folder / f"{name}{suffix}")) for suffix in (".docx", ".txt"))
        assert [node.heading for node in one.walk()] == [node.heading for node in other.walk()]
