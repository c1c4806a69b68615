"""Layout: at every width each character that is not white space is on exactly one line, in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL, huiji, huiji_outline, report_of
from tui.report.outline import Outline
from tui.typeset import layout as layouts
from tui.typeset import wrap
from tui.typeset.cells import CellWidths, cell_length
from tui.typeset.full_width import full_width_marks
from tui.typeset.layout import Block, Layout, report_blocks, span_blocks

PIECES = st.sampled_from(
    ["一、回顾", "（一）发展。", "正文,", "增长7%。", "\n", "　　", " ", "各位代表！", "二、安排", "\n\n"]
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def drawn(layout: Layout) -> list[str]:
    return [layout.shown(line) for line in layout.walk(layout.first)]


@pytest.mark.parametrize("width", [2, 20, 36, 60, 84, 160])
def test_all_text_of_the_built_in_report_is_drawn(width: int) -> None:
    text = huiji().text
    layout = Layout(text, report_blocks(huiji_outline()), width)
    assert squeezed("".join(drawn(layout))) == squeezed(text)
    assert all(cell_length(line) <= width for line in drawn(layout))


@given(st.lists(PIECES, min_size=1, max_size=40).map("".join), st.integers(min_value=2, max_value=40))
def test_all_text_of_any_report_is_drawn(text: str, width: int) -> None:
    if not text.strip():
        return
    report = report_of(text)
    layout = Layout(report.text, report_blocks(Outline(report)), width)
    assert squeezed("".join(drawn(layout))) == squeezed(report.text)
    spans = [layout.span(line) for line in layout.walk(layout.first)]
    assert [report.text[start:end] for start, end in spans] == drawn(layout)
    assert spans == sorted(spans)


@given(
    st.lists(PIECES, min_size=1, max_size=40).map("".join),
    st.integers(min_value=2, max_value=40),
    st.integers(min_value=0, max_value=80),
    st.integers(min_value=-80, max_value=80),
)
def test_a_step_of_many_lines_equals_single_steps(text: str, width: int, begin: int, rows: int) -> None:
    if not text.strip():
        return
    report = report_of(text)
    layout = Layout(report.text, report_blocks(Outline(report)), width)
    lines = list(layout.walk(layout.first))
    assert lines == sorted(set(lines))
    assert (lines[0], lines[-1]) == (layout.first, layout.last)
    begin = min(begin, len(lines) - 1)
    target = max(0, min(begin + rows, len(lines) - 1))
    assert layout.step(lines[begin], rows) == lines[target]
    assert list(layout.walk(lines[begin])) == lines[begin:]


@given(st.lists(st.sampled_from([*"，,(）)a政7%;:!", "\n", "一、", "。"]), max_size=60).map("".join))
def test_a_block_is_drawn_with_the_full_width_marks_of_the_whole_text(text: str) -> None:
    if not text.strip():
        return
    report = report_of(text)
    layout = Layout(report.text, report_blocks(Outline(report)), 10, full_width=True)
    whole = full_width_marks(report.text)
    for line in layout.walk(layout.first):
        start, end = layout.span(line)
        assert layout.shown(line) == whole[start:end]


def test_blocks_are_broken_only_when_their_lines_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[str] = []

    def break_lines(text: str, width: int, cells: CellWidths) -> Iterator[tuple[int, int]]:
        broken.append(text)
        return wrap.break_lines(text, width, cells)

    monkeypatch.setattr(layouts, "break_lines", break_lines)
    text = huiji().text
    layout = Layout(text, report_blocks(huiji_outline()), 60)
    for line in (layout.first, layout.line_of(len(text) // 2), layout.step(layout.last, -9)):
        list(islice(layout.walk(line), 10))
    assert 0 < len(broken) < 30 < len(report_blocks(huiji_outline()))
    list(layout.walk(layout.first))
    assert len(broken) == len(report_blocks(huiji_outline()))


def test_a_long_paragraph_is_broken_only_as_far_as_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[int] = []

    def break_lines(text: str, width: int, cells: CellWidths) -> Iterator[tuple[int, int]]:
        for start, end in wrap.break_lines(text, width, cells):
            ends.append(end)
            yield start, end

    monkeypatch.setattr(layouts, "break_lines", break_lines)
    text = "新建1个" * 5000
    layout = Layout(text, [Block(0, len(text), "body", 0)], 60)
    page = list(islice(layout.walk(layout.first), 30))
    assert layout.step(layout.first, 29) == page[-1] == layout.line_of(layout.span(page[-1])[0])
    assert len(ends) <= 31
    assert layout.last.row == len(ends) - 1 and ends[-1] == len(text)


def test_without_blocks_there_is_one_empty_line() -> None:
    layout = Layout("\n", [], 20)
    assert layout.first == layout.last == layout.line_of(1) == layout.step(layout.first, 5)
    assert drawn(layout) == [""]


def test_the_line_of_an_offset_contains_it() -> None:
    text = huiji().text
    layout = Layout(text, report_blocks(huiji_outline()), 58)
    for offset in range(0, len(text), 7):
        line = layout.line_of(offset)
        if not text[offset].isspace():
            start, end = layout.span(line)
            assert start <= offset < end


def test_headings_are_lines_of_their_own_and_topics_begin_paragraphs() -> None:
    outline = Outline(report_of(SMALL))
    lines = drawn(Layout(SMALL, report_blocks(outline), 80))
    for heading in ("一、2021年工作回顾", "(一)抓项目,经济运行稳中有进。", "(一)加快产业升级"):
        assert heading in lines
    topic = next(line for line in lines if line.startswith("产业发展提质增效。"))
    assert lines[lines.index(topic) - 1] == ""


def test_blocks_of_a_span_are_cut_at_its_ends() -> None:
    outline = huiji_outline()
    node = outline.by_id["1.1.2"]
    blocks = span_blocks(outline, node.start, node.end)
    assert (blocks[0].start, blocks[-1].end) == (node.start, node.end)
