"""Laws of the layout: every character that is not white space is on one line, in order, at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL, huiji, huiji_outline, report_of
from tui.reader.cells import cell_length
from tui.reader.layout import Layout, report_blocks, span_blocks
from tui.report.outline import Outline

PIECES = st.sampled_from(
    ["一、回顾", "（一）发展。", "正文,", "增长7%。", "\n", "　　", " ", "各位代表！", "二、安排", "\n\n"]
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def drawn(text: str, layout: Layout) -> list[str]:
    return [text[start:end] for start, end in zip(layout.starts, layout.ends, strict=True)]


@pytest.mark.parametrize("width", [2, 20, 36, 60, 84, 160])
def test_the_built_in_report_is_drawn_whole(width: int) -> None:
    text = huiji().text
    layout = Layout(text, report_blocks(huiji_outline()), width)
    assert squeezed("".join(drawn(text, layout))) == squeezed(text)
    assert all(cell_length(line) <= width for line in drawn(text, layout))


@given(st.lists(PIECES, min_size=1, max_size=40).map("".join), st.integers(min_value=2, max_value=40))
def test_any_report_is_drawn_whole(text: str, width: int) -> None:
    if not text.strip():
        return
    report = report_of(text)
    layout = Layout(report.text, report_blocks(Outline(report)), width)
    assert squeezed("".join(drawn(report.text, layout))) == squeezed(report.text)
    assert layout.starts == sorted(layout.starts)


def test_the_line_of_an_offset_shows_it() -> None:
    text = huiji().text
    layout = Layout(text, report_blocks(huiji_outline()), 58)
    for offset in range(0, len(text), 7):
        line = layout.line_of(offset)
        if not text[offset].isspace():
            assert layout.starts[line] <= offset < layout.ends[line]


def test_headings_stand_alone_and_topics_open_paragraphs() -> None:
    outline = Outline(report_of(SMALL))
    lines = drawn(SMALL, Layout(SMALL, report_blocks(outline), 80))
    for heading in ("一、2021年工作回顾", "(一)抓项目,经济运行稳中有进。", "(一)加快产业升级"):
        assert heading in lines
    topic = next(line for line in lines if line.startswith("产业发展提质增效。"))
    assert lines[lines.index(topic) - 1] == ""


def test_a_span_is_cut_out_of_its_blocks() -> None:
    outline = huiji_outline()
    node = outline.by_id["1.1.2"]
    blocks = span_blocks(outline, node.start, node.end)
    assert (blocks[0].start, blocks[-1].end) == (node.start, node.end)
