"""Selecting and copying, by mouse and by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji_outline, source_text
from tui.typeset.cells import cell_length
from tui.typeset.full_width import full_width_marks
from tui.widgets.text_view import HEADER_ROWS, MARGIN_CELLS


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")


def cell_of(app: Driven, offset: int) -> tuple[int, int]:
    """Return the first cell of a character in the text pane."""
    pane = app.panes.text_pane
    line = pane.lines.line_of(offset)
    shown = full_width_marks(source_text())
    y = next(y for y in range(HEADER_ROWS, pane.size.height) if pane.line_at(y) == line)
    return MARGIN_CELLS + cell_length(shown[pane.lines.span(line)[0] : offset]), y


@pytest.mark.parametrize("half", [0, 1])
def test_a_drag_is_exact_on_both_halves_of_a_wide_character(half: int) -> None:
    start = source_text().index("各位代表")

    async def steps(app: Driven) -> None:
        x, y = cell_of(app, start)
        await app.drag("#text", (x + half, y), (x + 6 + half, y))
        assert app.panes.text_pane.selected == (start, start + 4)
        await app.press("y")
        assert app.app.clipboard == "各位代表"
        assert "已复制 4 字：终端" in app.rows[-1]
        assert app.panes.text_pane.selected is None

    drive(steps)


def test_a_drag_over_lines_copies_without_line_breaks_and_survives_a_resize() -> None:
    start, end = source_text().index("向大会报告"), source_text().index("提出意见") + 4

    async def steps(app: Driven) -> None:
        low, high = cell_of(app, start), cell_of(app, end - 1)
        assert high[1] > low[1]
        await app.drag("#text", low, high)
        await app.resize(70, 24)
        assert app.panes.text_pane.selected == (start, end)
        await app.press("y")
        assert app.app.clipboard == source_text()[start:end]

    drive(steps)


def test_a_double_click_selects_the_sentence_and_a_triple_click_the_paragraph() -> None:
    at = source_text().index("请予审议")

    async def steps(app: Driven) -> None:
        await app.click("#text", cell_of(app, at), times=2)
        start, end = app.panes.text_pane.selected or (0, 0)
        assert source_text()[start:end].startswith("现在,我代表") and source_text()[start:end].endswith(
            "意见。"
        )
        await app.click("#text", cell_of(app, source_text().index("一年来,在市委")), times=3)
        start, end = app.panes.text_pane.selected or (0, 0)
        assert source_text()[start:end].startswith("2023年是全面") and source_text()[start:end].endswith(
            "同步增长。"
        )

    drive(steps)


def test_a_click_on_plain_text_lights_its_sentence_until_the_text_is_scrolled() -> None:
    at = source_text().index("请予审议")

    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        before, top = pane.first_line, pane.sentence
        assert pane.chosen_sentence is None
        await app.click("#text", cell_of(app, at))
        assert app.focused == "text"
        assert pane.first_line == before and pane.selected is None
        start, end = pane.chosen_sentence or (0, 0)
        assert start <= at < end
        look = pane.part_style("cursor").bgcolor
        parts = [part for strip in pane.draw(pane.size) for part in strip]
        lit = "".join(part.text for part in parts if part.style is not None and part.style.bgcolor == look)
        assert full_width_marks(source_text()[start:end]) == lit.strip()
        await app.press("y", "y")
        assert app.app.clipboard == source_text()[start:end]
        await app.press("a")
        assert "请予审议" in app.text
        await app.press("escape", "down")
        assert pane.chosen_sentence is None
        await app.press("up", "y")
        assert pane.selected == top

    drive(steps)


def test_at_a_heading_its_first_sentence_is_meant_unless_the_heading_was_clicked() -> None:
    section = huiji_outline().by_id["3.1"]

    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        assert pane.reading_offset == section.start
        await app.press("y")
        start, end = pane.selected or (0, 0)
        assert source_text()[start:].startswith("把握好“进”与“稳”") and end > start
        await app.press("escape")
        await app.click("#text", cell_of(app, section.start))
        await app.press("y")
        assert (pane.selected or (0, 0))[0] == section.start

    drive(steps, at="3.1")


@pytest.mark.parametrize("key", ["pagedown", "G"])
def test_at_the_end_keys_go_on_to_the_last_sentence_and_back(key: str) -> None:
    last = source_text().rstrip()

    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        await app.press("G")
        top, first = pane.sentence, pane.first_line
        await app.press("down")
        assert pane.sentence[0] >= top[1] and pane.first_line == first
        await app.press("up")
        assert pane.sentence == top
        await app.press(key)
        assert pane.sentence[1] == len(last) and pane.first_line == first
        await app.press("down", "y", "y")
        assert last.endswith(app.app.clipboard)
        for _ in range(99):
            await app.press("up")
            if pane.first_line < first:
                break
        assert pane.first_line < first
        assert pane.chosen_sentence is None

    drive(steps)


def test_a_sentence_that_begins_above_the_screen_is_shown_before_it_is_copied() -> None:
    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        for _ in range(40):
            await app.press("down")
            start, end = pane.sentence
            if start < pane.lines.span(pane.first_line)[0]:
                break
        else:
            pytest.fail("no sentence begins above the screen")
        await app.press("Y")
        assert pane.selected == (start, end)
        assert pane.lines.line_of(start) == pane.first_line

    drive(steps, size=(80, 24))


def test_a_sentence_is_copied_with_its_citation() -> None:
    async def steps(app: Driven) -> None:
        await app.press("Y")
        start = huiji_outline().by_id["3.1.2"].start
        assert app.panes.text_pane.selected == (start, start + 9) and len(app.app.clipboard) == 0
        assert "选中这一句（9 字），再按 y 复制，Y 连同出处" in app.rows[-1]
        await app.press("Y")
        assert (
            app.app.clipboard
            == "“多措并举促进消费。”（《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节）"
        )
        assert app.panes.text_pane.selected is None

    drive(steps, at="3.1.2")


def test_the_style_of_citations_is_chosen_in_the_palette() -> None:
    async def steps(app: Driven) -> None:
        for name in ("标点按原样", "Markdown", "GB/T 7714"):
            await app.press("ctrl+p", *"出处格式")
            await app.press("enter")
            assert "出处格式：" in app.rows[-1] and name in app.rows[-1]
        await app.press("Y", "Y")
        assert app.app.clipboard.splitlines() == [
            "“多措并举促进消费。”",
            "惠济区人民政府. 惠济区政府工作报告[R]. (2024-01-22): 第三部分第（一）节.",
        ]
        app.app.keep()

        assert app.app.session.report_store.settings.citation_style == "gbt7714"

    drive(steps, at="3.1.2")


def test_the_row_at_the_cursor_of_the_panel_is_copied_and_says_what_is_loose() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "y")
        panel = app.panes.metrics_panel
        assert panel.row is not None and app.app.clipboard.startswith(panel.row.name)
        assert "已复制此行" in app.rows[-1] and app.panes.text_pane.selected is None
        await app.press("Y")
        assert app.app.clipboard.count("《惠济区政府工作报告》，2024年1月22日") == 2
        while panel.row is None or panel.row.comparison is None or panel.row.comparison.comparable != "loose":
            await app.press("down")
        await app.press("y")
        assert app.app.clipboard.endswith("≈ 大致可比")

    drive(steps)


def test_the_keyboard_selects_sentences_and_characters() -> None:
    start = huiji_outline().by_id["3.1.2"].start

    async def steps(app: Driven) -> None:
        await app.press("v", "down")
        assert "Esc 取消" in app.rows[-1]
        assert app.panes.text_pane.selected == (start, source_text().index("。", start + 9) + 1)
        await app.press("up")
        assert app.panes.text_pane.selected == (start, start + 9)
        await app.press("right", "right", "left")
        assert app.panes.text_pane.selected == (start, start + 10)
        await app.press("escape")
        assert app.panes.text_pane.selected is None
        await app.press("v", "v")
        assert app.panes.text_pane.selected is None

    drive(steps, at="3.1.2")
