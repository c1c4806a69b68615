"""The text pane: what it shows, keys, selecting, the list of hits, the ruler, and what is drawn again."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, huiji, report_of
from tests.support.widgets import Shown, show
from tui.library.prepared import prepare_report
from tui.report.model import Report
from tui.search.engine import Searcher
from tui.typeset.layout import Layout
from tui.widgets.highlights import Highlights
from tui.widgets.text_pane import TextPane

SIZE = (50, 12)


def pane_of(report: Report) -> TextPane:
    prepared = prepare_report(report)
    return TextPane(prepared, Searcher(prepared.outline), id="widget")


def small() -> TextPane:
    return pane_of(report_of(SMALL))


def long() -> TextPane:
    return pane_of(huiji())


def search(pane: TextPane, query: str) -> int:
    """Show the hits of a query in a list of four rows; return how many there are."""
    results = pane._hit_list._searcher.search(query)
    pane.highlight_hits(results, 0)
    pane.show_list(4)
    return len(results.hits)


def test_the_text_has_a_margin_and_headings_above_it() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        pane.go_to(SMALL.index("(一)抓项目"))
        await shown.settle()
        assert shown.rows[:4] == [
            " 一、2021年工作回顾",
            " （一）抓项目，经济运行稳中有进。",
            "",
            " 坚持项目为王。",
        ]
        assert shown.style_of(0, shown.rows[0].strip()) == shown.named("base", "muted")
        assert shown.style_of(1, shown.rows[1].strip()) == shown.named("base", "strong")

    show(small, steps, size=(60, 12))


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        (("down",), 1),
        (("j", "j", "k"), 1),
        (("space",), 10),
        (("space", "b"), 0),
        (("G", "g"), 0),
        (("up",), 0),
    ],
)
def test_keys_scroll_by_lines_and_pages(keys: tuple[str, ...], rows: int) -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        await shown.press(*keys)
        assert pane.first_line == pane.lines.step(pane.lines.first, rows)

    show(long, steps, size=SIZE)


def test_the_end_of_the_text_is_the_last_line_of_the_pane() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        await shown.press("G")
        assert pane.at_end
        assert pane.line_at(SIZE[1] - 1) == pane.lines.last
        assert pane.seen[1] == len(huiji().text)

    show(long, steps, size=SIZE)


@pytest.mark.parametrize("size", [(30, 12), (120, 12), (50, 6), (50, 40)], ids=str)
def test_the_first_visible_offset_is_kept_through_resizes(size: tuple[int, int]) -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        await shown.press("space", "space", "space")
        before = pane.first_offset
        await shown.resize(*size)
        assert pane.lines.line_of(before) == pane.first_line
        await shown.resize(*SIZE)
        assert pane.first_offset == before

    show(long, steps, size=SIZE)


def test_reading_properties_changes_nothing() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        await shown.press("space", "j")
        for name in (
            "lines",
            "page_rows",
            "first_line",
            "reading_offset",
            "seen",
            "at_end",
            "position",
            "text_width",
        ):
            before = dict(vars(pane))
            first, again = getattr(pane, name), getattr(pane, name)
            assert first == again
            assert vars(pane) == before, name

    show(long, steps, size=SIZE)


def test_keys_select_sentences_and_characters() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        text = huiji().text
        pane.go_to(text.index("一年来,我们坚持"))
        pane.start_selecting()
        assert pane.selected is not None
        sentence = text[slice(*pane.selected)]
        assert sentence.startswith("一年来") and sentence.endswith("。")
        await shown.press("down")
        two = text[slice(*pane.selected)]
        assert two.startswith(sentence) and two.count("。") == 2
        await shown.press("up")
        pane.extend_by_character(-1)
        assert text[slice(*pane.selected)] == sentence[:-1]
        pane.clear_selection()
        assert pane.selected is None

    show(long, steps, size=SIZE)


def test_clicks_select_a_sentence_or_a_paragraph() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        text = huiji().text
        offset = text.index("一年来,我们坚持")
        pane.go_to(offset)
        await shown.settle()
        await shown.click("#widget", (4, 1), times=2)
        assert pane.selected is not None and text[pane.selected[0] : pane.selected[1]].endswith("。")
        await shown.click("#widget", (4, 1), times=3)
        assert text[pane.selected[1] : pane.selected[1] + 1] == "\n"

    show(long, steps, size=SIZE)


def test_a_click_on_a_metric_asks_for_it() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        metric = report_of(SMALL).metrics[1]
        pane.go_to(SMALL.index("过去一年"))
        await shown.settle()
        line = next(y for y, row in enumerate(shown.rows) if metric.quote in row)
        column = next(x for x in range(SIZE[0]) if pane.offset_at(x, line) == metric.start)
        assert shown.style_of(line, metric.quote) == shown.named("base", "achieved")
        await shown.click("#widget", (column, line))
        assert [message.offset for message in shown.posted(TextPane.MetricAsked)] == [metric.start]
        pane.highlight_metric((metric.start, metric.end))
        await shown.settle()
        assert shown.style_of(line, metric.quote) == shown.named("base", "achieved", "current-metric")

    show(small, steps, size=SIZE)


def test_hits_are_listed_above_the_text_and_can_be_clicked() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        count = search(pane, "黄河")
        await shown.settle()
        assert count == 32
        assert [row[:4] for row in shown.rows[:4]] == ["▸  1", "   2", "   3", "   4"]
        assert shown.rows[4] == ""
        assert shown.style_of(0, "黄河") == shown.named("base", "cursor", "current-hit")
        assert shown.style_of(1, "黄河") == shown.named("base", "hit")
        await shown.click("#widget", (20, 2))
        assert [message.index for message in shown.posted(TextPane.HitChosen)] == [2]
        await shown.wheel(True, (5, 1))
        assert shown.rows[0].startswith("   4")
        pane.show_list(0)
        await shown.settle()
        assert pane.text_row == 1

    show(long, steps, size=(50, 20))


def test_a_click_on_the_ruler_goes_to_that_part_of_the_report() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        await shown.click("#widget", (SIZE[0] - 1, SIZE[1] - 1))
        assert pane.reading_offset > len(huiji().text) * 0.8
        await shown.click("#widget", (SIZE[0] - 1, 1))
        assert pane.reading_offset == 0

    show(long, steps, size=SIZE)


def test_scrolling_by_a_line_draws_only_lines_that_are_new(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    pieces = Highlights.pieces

    def counted(self: Highlights, line: object, layout: object) -> object:
        drawn.append(line)
        return pieces(self, line, layout)  # type: ignore[arg-type]

    monkeypatch.setattr(Highlights, "pieces", counted)

    async def steps(pane: TextPane, shown: Shown) -> None:
        await shown.press("space", "j", "j")
        drawn.clear()
        await shown.press("j")
        assert len(set(drawn)) <= 3  # the new one, and those at the ends of the ruler's thumb
        drawn.clear()
        pane.highlight_metric((0, 5))
        await shown.settle()
        assert len(drawn) == pane.page_rows

    show(long, steps, size=(80, 40))


@pytest.mark.parametrize("height", [1, 3, 12, 40, 200])
def test_the_first_line_is_at_most_that_of_the_last_page(height: int) -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        lines = list(pane.lines.walk(pane.lines.first))
        for line in lines:
            pane._top = (pane.lines, line)
            lowest = pane._lowest
            assert pane.first_line == min(line, lowest)
            assert (pane.seen[1] == len(SMALL)) == (line >= lowest)

    show(small, steps, size=(30, height))


def test_the_last_block_is_not_broken_to_show_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[int] = []
    break_block = Layout._break

    def counting(layout: Layout, index: int) -> object:
        broken.append(index)
        return break_block(layout, index)

    monkeypatch.setattr(Layout, "_break", counting)

    async def steps(pane: TextPane, shown: Shown) -> None:
        assert pane.reading_offset == 0 and not pane.at_end
        assert broken and max(broken) < 20 < len(pane._blocks)

    show(long, steps, size=SIZE)


def test_the_end_of_each_section_is_marked_above_what_follows() -> None:
    async def steps(pane: TextPane, shown: Shown) -> None:
        section = pane._outline.by_id["1.1"]
        pane.go_to(section.end - 20)
        await shown.settle()
        at = next(index for index, row in enumerate(shown.rows) if "〔一(一) 完〕" in row)
        assert shown.style_of(at, "〔一(一) 完〕") == shown.named("base", "muted")
        assert shown.rows[at + 1].strip().startswith("（二）")
        assert not shown.rows[at - 1].strip().endswith("完〕")

    show(long, steps, size=SIZE)


def test_the_mark_of_a_section_with_a_long_name_keeps_its_end() -> None:
    text = (
        "政府工作报告\n2019年工作回顾\n一年来，各项工作稳步推进。\n（一）抓项目。新建公园3个。\n（二）惠民生。改造小区5个。\n"
        "2020年工作安排及今后五年的总体要求与主要目标任务\n今年要做好工作。\n（一）抓项目。新建公园4个。\n（二）惠民生。改造小区6个。\n"
    )

    async def steps(pane: TextPane, shown: Shown) -> None:
        marks = list(pane._section_ends.values())
        assert any("…" in mark for mark in marks)
        assert all(mark.startswith("〔") and mark.endswith(" 完〕") for mark in marks)

    show(lambda: pane_of(report_of(text)), steps, size=SIZE)
