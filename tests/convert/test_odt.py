"""OpenDocument texts: paragraphs, white space, lists, notes, tables, tracked changes and headings."""

from __future__ import annotations

import zipfile

import pytest

from tests.support.docx import packed
from tests.support.odt import MIME_TYPE, NAMESPACES, listed, note, odt, p
from tui.convert.formats.odt import is_odt, odt_text
from tui.convert.pipeline import convert
from tui.report.errors import DataError

LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>'
    '<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="1"'
    ' text:display-levels="2" text:start-value="3"/></text:list-style>'
)
DELETED = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>删去</text:p></text:deletion>'
    "</text:changed-region></text:tracked-changes>"
)
LINES = {
    "paragraphs": (p("甲") + p("") + p("乙"), "甲\n\n乙\n"),
    "white space": (p("\n 甲\n\t 乙 <text:span> 丙</text:span> ") + p("甲 <text:s/>乙<text:s text:c='3'/>"), "甲 乙 丙 \n甲  乙   \n"),
    "tabs and line breaks": (p("甲<text:tab/>乙<text:line-break/> 丙"), "甲\t乙\n丙\n"),
    "deleted and inserted text": (DELETED + p('甲<text:change text:change-id="c"/><text:change-start/>乙<text:change-end/>'), "甲乙\n"),
    "comments and readings of characters": (
        p("甲<office:annotation><text:p>评</text:p></office:annotation><text:ruby><text:ruby-base>乙</text:ruby-base><text:ruby-text>yi</text:ruby-text></text:ruby>"),
        "甲乙\n",
    ),
    "notes": (p(f"甲{note('注一')}乙") + p(f"丙{note('注二')}"), "甲[1]乙\n丙[2]\n注释\n[1]注一\n[2]注二\n"),
    "a table": (
        f"<table:table><table:table-row><table:table-cell>{p('甲')}{p('乙')}</table:table-cell><table:covered-table-cell/>"
        f"<table:table-cell>{p('丙')}</table:table-cell></table:table-row></table:table>{p('丁')}",
        "甲 乙\t丙\n丁\n",
    ),
    "a table in a table": (
        "<table:table><table:table-row><table:table-cell><table:table><table:table-row>"
        f"<table:table-cell>{p('甲')}</table:table-cell><table:table-cell>{p('乙')}</table:table-cell>"
        f"</table:table-row></table:table></table:table-cell><table:table-cell>{p('丙')}</table:table-cell></table:table-row></table:table>",
        "甲\t乙\t丙\n",
    ),
    "a text box": (p(f"甲<draw:frame><draw:text-box>{p('框')}{p('内')}</draw:text-box></draw:frame>乙") + p("丙"), "甲乙\n框\n内\n丙\n"),
    "a shape with text": (p(f"甲<draw:custom-shape>{p('框')}</draw:custom-shape>乙"), "甲乙\n框\n"),
    "a text box outside of paragraphs": (f"<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>{p('甲')}", "框\n甲\n"),
    "a list": (listed(p("甲") + p("续"), p("乙")), "一、甲\n续\n二、乙\n"),
    "a list in a list": (listed(p("甲") + listed(p("乙"), p("丙")), p("丁")), "一、甲\n(一.3)乙\n(一.4)丙\n二、丁\n"),
    "a new list": (listed(p("甲")) + p("乙") + listed(p("丙")), "一、甲\n乙\n一、丙\n"),
    "a list that counts on": (listed(p("甲")) + p("乙") + listed(p("丙"), more='text:continue-numbering="true"'), "一、甲\n乙\n二、丙\n"),
    "a list that counts on from a certain one": (
        listed(p("甲"), more='xml:id="a"') + listed(p("乙")) + listed(p("丙"), more='text:continue-list="a"'), "一、甲\n一、乙\n二、丙\n",
    ),
    "a list whose number is set": (
        '<text:list text:style-name="L"><text:list-header><text:p>甲</text:p></text:list-header>'
        '<text:list-item text:start-value="5"><text:p>乙</text:p></text:list-item></text:list>',
        "甲\n五、乙\n",
    ),
    "a list without numbers": ('<text:list text:style-name="X"><text:list-item><text:p>甲</text:p></text:list-item></text:list>', "甲\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_lines_are_read(name: str) -> None:
    body, read = LINES[name]
    assert odt_text(odt(body, LIST), "a.odt").text == read


def test_headings_and_bold_paragraphs_are_told() -> None:
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties style:font-weight-asian="bold"/></style:style>'
        '<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>'
        '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-weight="700"/></style:style>'
        '<style:style style:name="Q" style:family="paragraph" style:parent-style-name="P"/>'
        '<style:style style:name="R" style:family="paragraph" style:parent-style-name="R"/>'
    )
    bold = '<text:span text:style-name="B">{}</text:span>'
    normal = '<text:span text:style-name="N">{}</text:span>'
    body = "".join([
        '<text:h text:outline-level="1">章</text:h>', p(bold.format("粗")), p(bold.format("半") + "粗"), p("全", "Q"), p(normal.format("非"), "Q"), p("常", "R"),
    ])  # fmt: skip
    assert odt_text(odt(body, styles), "a.odt").headings == {"章", "粗", "全"}


def test_headings_have_the_numbers_of_the_outline() -> None:
    level = '<text:outline-level-style text:level="1" style:num-prefix="第" style:num-suffix="章 " style:num-format="一, 二, 三, ..."/>'
    outline = f"<text:outline-style>{level}</text:outline-style>"
    content = f"<office:document-content {NAMESPACES}><office:body><office:text>{{}}</office:text></office:body></office:document-content>"
    styles = f"<office:document-styles {NAMESPACES}><office:styles>{outline}</office:styles></office:document-styles>"
    body = '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h><text:h text:outline-level="1">丙</text:h>'
    data = packed({"mimetype": MIME_TYPE, "styles.xml": styles, "content.xml": content.format(body)})
    extracted = odt_text(data, "a.odt")
    assert extracted.text == "第一章 甲\n乙\n第二章 丙\n"
    assert extracted.headings == {"第一章 甲", "乙", "第二章 丙"}


def test_a_report_in_such_a_file_is_a_report() -> None:
    data = odt(p("政府工作报告") + listed(p("回顾")) + p("新增绿地20万平方米。"), LIST)
    report = convert(data, "报告")
    assert [node.heading for node in report.walk() if node.level == "chapter"] == ["回顾"]
    assert (report.source.encoding, len(report.metrics)) == ("odt", 1)


def test_other_archives_are_not_taken_for_such_files() -> None:
    assert is_odt(odt(""))
    assert is_odt(packed({"mimetype": MIME_TYPE, "content.xml": "x"}))
    other = MIME_TYPE.replace("text", "spreadsheet")
    assert not is_odt(packed({"mimetype": other, "content.xml": "x"}, zipfile.ZIP_STORED))
    assert not is_odt(packed({"mimetype": MIME_TYPE, "other.xml": "x"}))


@pytest.mark.parametrize(("name", "count"), [("MAX_STYLES", 3), ("MAX_LISTS", 2)])
def test_styles_and_lists_are_limited(name: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    module = {"MAX_STYLES": "odt_styles", "MAX_LISTS": "odt"}[name]
    data = odt(listed(p("甲")) * 2, LIST)  # one style of lists with two levels
    monkeypatch.setattr(f"tui.convert.formats.{module}.{name}", count)
    assert odt_text(data, "a.odt").text == "一、甲\n一、甲\n"
    monkeypatch.setattr(f"tui.convert.formats.{module}.{name}", count - 1)
    with pytest.raises(DataError, match=f"超过 {count - 1} 个"):
        odt_text(data, "a.odt")
