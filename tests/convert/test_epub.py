"""EPUB books: pages in reading order, headings, notes and pages of contents."""

from __future__ import annotations

import pytest

from tests.support.docx import packed
from tests.support.epub import CONTAINER, epub, item, package, page
from tui.convert.formats.epub import epub_text
from tui.convert.pipeline import convert
from tui.report.errors import DataError


def text(data: bytes) -> str:
    return epub_text(data, "a.epub").text


def test_pages_are_read_in_the_order_of_the_spine() -> None:
    pages = {"a.xhtml": "<p>甲</p>", "b.xhtml": "<p>乙</p>", "c.xhtml": "<p>丙</p>", "d.xhtml": "<p>丁</p>"}
    assert text(epub(pages, ["c.xhtml", "a.xhtml", "b.xhtml", "a.xhtml"])) == "丙\n甲\n乙\n"
    assert text(epub(pages, folder="")) == "甲\n乙\n丙\n丁\n"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("text/a.xhtml", "OEBPS/text/a.xhtml"),
        ("../a.xhtml", "a.xhtml"),
        ("%E7%94%B2%20a.xhtml", "OEBPS/甲 a.xhtml"),
    ],
)
def test_addresses_are_relative_to_the_package(address: str, name: str) -> None:
    items = f'<item id="x" href="{address}" media-type="application/xhtml+xml"/>'
    parts = {"META-INF/container.xml": CONTAINER.format("OEBPS/p.opf"), name: page("<p>甲</p>")}
    assert text(packed({**parts, "OEBPS/p.opf": package(items, '<itemref idref="x"/>')})) == "甲\n"


@pytest.mark.parametrize("address", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", ""])
def test_only_parts_of_the_archive_are_read(address: str) -> None:
    items = f'<item id="x" href="{address}" media-type="text/html"/>' + item("a.xhtml")
    spine = '<itemref idref="x"/><itemref idref="a.xhtml"/>'
    parts = {"META-INF/container.xml": CONTAINER.format("p.opf"), "p.opf": package(items, spine)}
    assert text(packed({**parts, "a.xhtml": page("<p>甲</p>")})) == "甲\n"


def test_pages_of_contents_are_left_out() -> None:
    contents = '<p><a href="a.xhtml">甲</a></p>'
    parts = {
        "META-INF/container.xml": CONTAINER.format("p.opf"),
        "p.opf": package(item("n.xhtml", "nav") + item("a.xhtml") + item("c.xhtml"), "".join(f'<itemref idref="{name}.xhtml"/>' for name in "nca")),
        "n.xhtml": page("<p>目录</p>"),
        "c.xhtml": page(f"<nav><p>导航</p></nav>{contents}"),
        "a.xhtml": page('<h1><a href="c.xhtml">一、甲</a></h1><p>乙</p>'),
    }  # fmt: skip
    assert text(packed(parts)) == "一、甲\n乙\n"


def test_nothing_in_a_book_is_a_menu() -> None:
    body = '<header><p>甲</p></header><div class="menu"><p>乙</p></div><aside>丙</aside><footer>丁</footer>'
    assert text(epub({"a.xhtml": body})) == "甲\n乙\n丙\n丁\n"


def test_notes_follow_the_text() -> None:
    first = (
        '<p>新建35<sup><a epub:type="noteref" href="#n">1</a></sup>个，10m<sup>2</sup>。</p>'
        '<aside epub:type="footnote" id="n"><p><sup><a>1</a></sup>注一。</p><aside>续</aside></aside><p>乙</p>'
    )
    extracted = epub_text(epub({"a.xhtml": first, "b.xhtml": '<p>丙</p><div epub:type="endnotes">注二'}), "a")
    assert extracted.text == "新建35[1]个，10m2。\n乙\n丙\n注释\n[1]注一。\n续\n注二\n"
    assert extracted.notes == ("脚注和尾注 3 条移到文末",)


def test_what_one_page_leaves_open_does_not_reach_the_next() -> None:
    assert text(epub({"a.xhtml": "<p>甲<nav>乙", "b.xhtml": "<p>丙</p>"})) == "甲\n丙\n"
    assert not epub_text(epub({"a.xhtml": "<p>甲</p><b>", "b.xhtml": "<p>丙</p>"}), "a").headings


def test_a_report_in_a_book_is_a_report() -> None:
    body = "<h1>政府工作报告</h1><h2>一、回顾</h2><p>新增绿地20万平方米。</p><h2>二、安排</h2><p>新增绿地30万平方米。</p>"
    report = convert(epub({"a.xhtml": body}), "报告")
    assert [node.heading for node in report.walk() if node.level == "chapter"] == ["回顾", "安排"]
    assert (report.source.encoding, len(report.metrics)) == ("epub", 2)


@pytest.mark.parametrize(
    "parts",
    [
        {"META-INF/container.xml": "<x/>"},
        {"META-INF/container.xml": CONTAINER.format("p.opf")},
        {"META-INF/container.xml": CONTAINER.format("p.opf"), "p.opf": package("", "")},
        {"META-INF/container.xml": CONTAINER.format("p.opf"), "p.opf": package(item("a"), '<itemref idref="b"/>')},
    ],
)  # fmt: skip
def test_a_book_without_pages_is_refused(parts: dict[str, str]) -> None:
    with pytest.raises(DataError, match=r"不是完好的 \.epub 文件"):
        text(packed(parts))


def test_pages_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.convert.formats.epub.MAX_PAGES", 2)
    assert text(epub({"a": "甲", "b": "乙"})) == "甲\n乙\n"
    with pytest.raises(DataError, match="超过 2 页"):
        text(epub({"a": "甲", "b": "乙", "c": "丙"}))
