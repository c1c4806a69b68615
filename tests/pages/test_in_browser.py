"""The pages in Chromium: search, keyboard, printing, colours, accessibility, and reports that hold markup.

They are skipped where Chromium is not installed (Debian: ``apt install chromium``); those about accessibility also where
``AXE_CORE`` does not name the file ``axe.min.js`` of the npm package ``axe-core``.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pages.test_html import HOSTILE
from tests.support.browser import Browser, browser, find_chromium
from tests.support.promises import report_text
from tests.support.samples import huiji, huiji_outline, report_of
from tui.library.briefing import brief_sources
from tui.pages.brief import Sources
from tui.pages.brief_html import brief_html
from tui.pages.choosing import make_brief
from tui.pages.report_html import report_html
from tui.search.engine import Searcher

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="Chromium is not installed")

_AXE = os.environ.get("AXE_CORE", "")
_WAIT_S = 10.0
_DESKTOP, _PHONE = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    hostile = report_of(HOSTILE)
    two_years = brief_sources(
        report_of(report_text("青川县", 2023)), None, report_of(report_text("青川县", 2022))
    )
    texts = {
        "report": report_html(huiji()),
        "brief": brief_html(make_brief(Sources(huiji()))),
        "two_years": brief_html(make_brief(two_years)),
        "hostile_report": report_html(hostile),
        "hostile_brief": brief_html(make_brief(Sources(hostile))),
    }
    paths = {name: folder / f"{name}.html" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    with browser() as page:
        yield page


@pytest.fixture
def page(started: Browser) -> Browser:
    started.size(*_DESKTOP)
    started.dark(False)
    started.with_script(True)
    started.failures.clear()
    return started


def wait_for(page: Browser, expression: str, wanted: Any) -> None:
    """Wait until an expression has a value."""
    until = time.monotonic() + _WAIT_S
    while (value := page.ask(expression)) != wanted:
        assert time.monotonic() < until, f"{expression}: {value!r}, not {wanted!r}"
        time.sleep(0.02)


_STATE = "document.getElementById('hits').firstChild?.textContent ?? ''"


#: The texts of what is marked; a hit that goes on in another element has several.
_MARKED = "[...document.querySelectorAll('mark')].map(mark => mark.textContent)"


def search(page: Browser, query: str) -> None:
    page.ask("document.getElementById('query').focus(), document.getElementById('query').select()")
    page.type(query)
    page.press("Enter")


def test_nothing_is_loaded_refused_or_wrong(page: Browser, pages: dict[str, Path]) -> None:
    for path in pages.values():
        page.open(path)
        page.ask("new Promise(done => setTimeout(done, 50))")
    assert page.failures == []


def test_markup_in_a_report_does_nothing(page: Browser, pages: dict[str, Path]) -> None:
    for name in ("hostile_report", "hostile_brief"):
        page.open(pages[name])
        assert (
            page.ask("document.querySelectorAll('img, iframe, svg, article style, article script').length")
            == 0
        )
        assert page.ask("document.body.innerText.includes('<script>alert(1)</script>')")
    page.open(pages["hostile_report"])
    search(page, '"<iframe src=//x>"')
    wait_for(page, _STATE, "第 1 处，共 1 处")
    assert page.ask("document.querySelectorAll('iframe').length") == 0
    assert page.failures == []


def test_the_policy_stops_other_scripts_and_styles(page: Browser, pages: dict[str, Path]) -> None:
    page.open(pages["report"])
    page.ask("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    page.ask(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    page.ask("new Promise(done => setTimeout(done, 50))")
    assert page.ask("window.ran ?? 0") == 0
    assert page.failures != []


def test_searches_find_what_the_program_finds(page: Browser, pages: dict[str, Path]) -> None:
    page.open(pages["report"])
    searcher, text = Searcher(huiji_outline()), huiji().text
    queries = ["黄河", "黃河", "四上企业", "“四上”企业", "7%", "2024", "黄河 生态", "黄河 -生态", '"黄河"', "３０个", "30个", "项 目", "5G", "没有的词"]  # fmt: skip
    for query in queries:
        wanted = [hit for hit in searcher.search(query).hits if not hit.why]
        search(page, query)
        wait_for(page, "document.getElementById('query').value", query)
        spans = page.ask(_MARKED)
        assert (query, spans) == (query, [text[hit.start : hit.end] for hit in wanted])


def test_hits_are_marked_counted_and_walked_through_with_the_keyboard(
    page: Browser, pages: dict[str, Path]
) -> None:
    page.open(pages["report"])
    text = page.ask("document.querySelector('article').textContent")
    search(page, "高质量发展")
    wait_for(page, _STATE, "第 1 处，共 25 处")
    marks = page.ask("[...document.querySelectorAll('mark')].map(mark => mark.textContent).join('')")
    assert marks == "高质量发展" * 25
    assert page.ask("document.querySelector('nav a[href=\"#n9120\"]').textContent").endswith(" 10 处")
    page.press("Enter")
    assert page.ask(_STATE) == "第 2 处，共 25 处"
    page.press("Enter", shift=True)
    page.press("Enter", shift=True)
    assert page.ask(_STATE) == "第 25 处，共 25 处　已到文首，从末尾开始"
    assert page.ask("document.querySelectorAll('mark.current').length") == 1
    top = page.ask("document.querySelector('mark.current').getBoundingClientRect().top")
    assert 0 < top < _DESKTOP[1]
    page.press("Escape")
    assert page.ask("document.querySelectorAll('mark').length") == 0
    assert page.ask("document.querySelector('article').textContent") == text
    assert page.ask("document.getElementById('next').disabled")


def test_the_count_is_told_to_screen_readers(page: Browser, pages: dict[str, Path]) -> None:
    page.open(pages["report"])
    assert page.ask("document.getElementById('hits').ariaLive") == "polite"
    search(page, "马拉松")
    wait_for(page, _STATE, "第 1 处，共 2 处")
    assert "黄河马拉松赛" in page.ask("document.querySelector('#hits .unseen').textContent")


def test_the_focus_goes_through_the_page_in_order(page: Browser, pages: dict[str, Path]) -> None:
    page.open(pages["report"])
    seen = []
    for _ in range(5):
        page.press("Tab")
        seen.append(page.ask("(e => e.id || e.className || e.localName)(document.activeElement)"))
    assert seen == ["skip", "query", "summary", "a", "a"]
    page.open(pages["report"])
    page.press("Tab")
    page.press("Enter")
    assert page.ask("document.activeElement.id") == "text"


def test_a_click_in_the_brief_marks_the_sentence(page: Browser, pages: dict[str, Path]) -> None:
    page.open(pages["brief"])
    page.ask("document.querySelector('.indicators td.target a').click()")
    assert page.ask("document.querySelector(':target').textContent") == "7%"
    assert "地区生产总值增长7%左右" in page.ask("document.querySelector('.s:has(:target)').textContent")
    colours = page.ask(
        "[...document.querySelectorAll('.s:has(:target), .s')].slice(0, 2).map(s => getComputedStyle(s).backgroundColor)"
    )
    marked = page.ask("getComputedStyle(document.querySelector('.s:has(:target)')).backgroundColor")
    assert marked != "rgba(0, 0, 0, 0)"
    assert colours.count("rgba(0, 0, 0, 0)") >= 1
    box = page.ask("(r => [r.top, r.bottom])(document.querySelector(':target').getBoundingClientRect())")
    assert 0 <= box[0] < box[1] <= _DESKTOP[1]


@pytest.mark.parametrize("name", ["brief", "two_years", "hostile_brief"])
def test_a_brief_is_printed_on_one_page_without_the_text(
    page: Browser, pages: dict[str, Path], name: str
) -> None:
    page.open(pages[name])
    printed = page.printed()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    width, height = map(float, re.search(rb"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]", printed).groups())  # type: ignore[union-attr]
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (210, 297)


def test_a_brief_is_printed_without_what_browsers_put_into_margins(
    page: Browser, pages: dict[str, Path]
) -> None:
    import pypdfium2

    page.open(pages["brief"])
    document = pypdfium2.PdfDocument(page.printed(with_margins=True))
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    assert "重点任务" in text
    assert "file:" not in text


@pytest.mark.parametrize("name", ["report", "brief"])
@pytest.mark.parametrize("size", [_DESKTOP, (800, 900), _PHONE, (320, 600)])
def test_no_page_is_wider_than_the_window(
    page: Browser, pages: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    page.size(*size)
    page.open(pages[name])
    assert page.ask("document.documentElement.scrollWidth") <= size[0]


def test_a_page_can_be_read_without_its_script(page: Browser, pages: dict[str, Path]) -> None:
    page.with_script(False)
    page._call("Page.navigate", url=pages["report"].as_uri())
    until = time.monotonic() + _WAIT_S
    while "二、2024年政府工作" not in (shown := _texts(page)):
        assert time.monotonic() < until
    assert "在正文中搜索" not in shown
    assert "项目建设提质增效" in shown


def _texts(page: Browser) -> str:
    """Return what a screen reader is told of a page, asked without a script."""
    nodes = page._call("Accessibility.getFullAXTree")["nodes"]
    return "\n".join(str(node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored"))


@pytest.mark.slow
@pytest.mark.skipif(not _AXE, reason="AXE_CORE does not name axe.min.js of axe-core")
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [_DESKTOP, _PHONE])
@pytest.mark.parametrize("name", ["report", "brief", "two_years"])
def test_axe_finds_nothing_wrong(
    page: Browser, pages: dict[str, Path], name: str, size: tuple[int, int], dark: bool
) -> None:
    page.size(*size)
    page.dark(dark)
    page.open(pages[name])
    if name == "report":
        search(page, "黄河")
        wait_for(page, _STATE, "第 1 处，共 32 处")
    else:
        page.ask("document.querySelector('.indicators td.target a').click()")
    page.ask(Path(_AXE).read_text(encoding="utf-8") + ";0")
    found = page.ask(
        "axe.run().then(found => found.violations.map(one => [one.id, one.impact, one.nodes[0].html]))"
    )
    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)
