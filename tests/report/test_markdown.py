"""Text of reports stays text in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.report.markdown import cited, escape, head, link, row

_READER = MarkdownIt("commonmark").enable("table")


def shown(markdown: str) -> str:
    """Return the text a reader of Markdown shows, which must be one paragraph without markup."""
    tokens = _READER.parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize(
    "text",
    [
        "1. 增长7%",
        "- 项目",
        "# 标题",
        "> 引用",
        "[链接](http://例.cn)",
        "<script>alert(1)</script>",
        "**粗**_斜_`码`~~删~~",
        "a|b",
        "![图](x)",
        "\\*",
        "&lt;&copy;",
        "=====",
        "+ 加",
        "脚注[^1]",
        "$x$",
    ],
)
def test_what_looks_like_markup_is_text(text: str) -> None:
    assert shown(escape(text)) == text


@given(st.text("*_`[]()<>#+-.!|~$&\\1a一 :/=\n\t\"'{}^@", min_size=1).filter(str.strip))
def test_any_text_is_text(text: str) -> None:
    assert shown(escape(text)) == " ".join(text.split())


@pytest.mark.parametrize("text", ["http://x.cn", "https://x.cn", "HTTP://x", "www.x.cn", "a@b.cn"])
def test_addresses_are_no_links_where_links_need_no_brackets(text: str) -> None:
    escaped = escape(text)
    assert escaped.replace("\\", "") == text
    assert escaped != text


def test_numbers_are_not_changed() -> None:
    assert escape("2.67%") == "2.67%"
    assert escape("12.5亿元—13亿元") == "12.5亿元—13亿元"


@given(st.text("|<>\\一 \n#“”()", max_size=20))
def test_links_and_cells_hold(target: str) -> None:
    table = f"{head('一', '二')}\n{row(cited(escape('a|b'), link(escape('[x]'), 'huiji:' + target)), 'c')}"
    rows = [token for token in _READER.parse(table) if token.type == "td_open"]
    assert len(rows) == 2
