"""Pages hold nothing but text: nothing of a report is markup, nothing is loaded, no other script runs."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import huiji, huiji_outline, report_of
from tui.pages.brief import Sources
from tui.pages.brief_html import brief_html
from tui.pages.choosing import make_brief
from tui.pages.html import Markup, element, escape
from tui.pages.passages import Passages, text_of
from tui.pages.report_html import report_html
from tui.report.model import Report
from tui.report.outline import Outline

HOSTILE = """\
政府工作报告<script>alert(1)</script>
一、2021年工作回顾"><img src=x onerror=alert(1)>
过去一年,<b>地区生产总值</b>增长7.2%&lt;&#60;,javascript:alert(1)</span></article><style>*{display:none}</style>
(一)抓项目</h3><iframe src=//x>。新建标准厂房12万平方米-->]]>,签约项目35个。
二、2022年工作安排
全年新签约项目40个以上<svg onload=alert(1)>,完成投资70亿元。
"""


def pages_of(report: Report) -> list[str]:
    return [report_html(report), brief_html(make_brief(Sources(report)))]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Tags:
    tags = _Tags()
    tags.feed(page)
    return tags


def without_space(text: str) -> str:
    return "".join(text.split())


def test_text_and_attributes_are_escaped() -> None:
    made = element(
        "p", {"id": '"><b>', "hidden": True, "class": None, "title": False}, "<i>&", Markup("<br>")
    )
    assert made == '<p id="&quot;&gt;&lt;b&gt;" hidden>&lt;i&gt;&amp;<br></p>'
    assert escape(Markup("<br>")) == "<br>"


def test_reports_that_hold_markup_are_shown_as_text() -> None:
    for page in pages_of(report_of(HOSTILE)):
        tags = read(page)
        assert {"img", "iframe", "svg", "b"} & set(tags.tags) <= {"b"}
        assert tags.tags.count("script") == ("data-variants" in tags.attributes)
        assert tags.tags.count("style") == 1
        assert not [name for name in tags.attributes if name.startswith("on") or name == "style"]
        assert "<script>alert(1)</script>" in tags.text


@pytest.mark.parametrize("number", [0, 1])
def test_a_page_links_to_itself_only(number: int) -> None:
    tags = read(pages_of(huiji())[number])
    assert len(tags.ids) == len(set(tags.ids))
    assert {link[0] for link in tags.links} == {"#"}
    assert {link[1:] for link in tags.links} <= set(tags.ids)


@pytest.mark.parametrize("number", [0, 1])
def test_the_policy_allows_the_own_style_and_script_only(number: int) -> None:
    page = pages_of(huiji())[number]
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = policy[1].replace("&#x27;", "'")
    assert allowed.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        for own in re.findall(f"<{kind}[^>]*>(.*?)</{kind}>", page, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
            assert f"{kind}-src 'sha256-{digest}'" in allowed
    assert ("script-src 'none'" in allowed) == ("<script" not in page)
    assert "unsafe" not in allowed


def test_the_whole_text_is_on_the_page() -> None:
    outline = huiji_outline()
    shown = read(text_of(outline, Passages(outline, 2))).text
    assert without_space(shown) == without_space(outline.report.text)


@given(st.text("一二(）、。;\n,增长5%万元项目 <&>\"'年目标是：", max_size=120))
def test_no_text_is_lost_or_anchor_given_twice(said: str) -> None:
    outline = Outline(report_of(f"政府工作报告\n一、2021年工作回顾\n{said}\n二、2022年工作安排\n{said}"))
    passages = Passages(outline, 2)
    tags = read(text_of(outline, passages))
    assert without_space(tags.text) == without_space(outline.report.text)
    assert len(tags.ids) == len(set(tags.ids))
    wanted = [passages.metric(metric) for metric in outline.report.metrics]
    wanted += [passages.node(node) for node in outline.nodes if node.end > node.start]
    wanted += [passages.sentence(offset) for offset in range(len(outline.report.text))]
    assert set(wanted) <= set(tags.ids)


def test_a_metric_is_marked_by_its_status() -> None:
    outline = Outline(report_of("政府工作报告\n一、2022年工作安排\n今年地区生产总值增长7%。"))
    shown = text_of(outline, Passages(outline, 2))
    assert '<span class="m target" id="m0">7%</span>' in shown


def test_a_report_is_printed_on_a4_without_the_search_box_and_its_hint() -> None:
    page = report_html(huiji())
    assert "@page { size: A4;" in page and "#search, #search-hint, nav" in page
    assert "<title>惠济区2024年政府工作报告</title>" in page


def test_headings_go_down_one_level_at_a_time() -> None:
    for report in (huiji(), report_of(HOSTILE)):
        levels = [int(tag[1]) for tag in read(report_html(report)).tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
