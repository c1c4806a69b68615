"""``*`` and ``#``: searching for what stands at the place."""

from __future__ import annotations

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import report_of
from tui.screens.word_search import term_at

REPORT = report_of(
    "某某县政府工作报告\n一、2023年工作回顾\n(一)抓招商,促发展。\n"
    "实施“双百”行动,深化“双百”攻坚和《某某条例》宣传。\n新建厂房12座,厂房面积扩大。\n大力开展招商活动。坚持以人为本。\n"
    "二、2024年工作安排\n继续实施“双百”行动,新建厂房20座。开展招商活动。\n"
)
TEXT = REPORT.text


@pytest.mark.parametrize(
    ("at", "term"),
    [
        ("实施“双百", "双百"),
        ("深化“", "双百"),
        ("和《", "某某条例"),
        ("宣传。", "双百"),
        ("新建厂房12", "厂房"),
        ("大力开展", "大力开展招商活动"),
        ("抓招商", "抓招商"),
        ("促发展", "促发展"),
    ],
)
def test_the_term_is_quoted_or_an_indicator_or_the_clause(at: str, term: str) -> None:
    found = term_at(REPORT, TEXT.index(at))
    assert found is not None and found.text.endswith(term)


def test_without_words_there_is_no_term() -> None:
    assert term_at(report_of("某某县政府工作报告\n一、回顾\n。。。\n"), 20) is None


def test_a_term_is_searched_for_and_named_and_the_next_hit_shown() -> None:
    async def steps(app: Driven) -> None:
        text, box = app.panes.text_pane, app.panes.search_box
        text.go_to(TEXT.index("实施“双百"))
        await app.press("*")
        assert (box.value, app.focused) == ("双百", "text")
        assert text.reading_offset == TEXT.index("双百”攻坚")
        assert "查找“双百”：命中 2/3" in app.rows[-1]
        await app.press("＊")
        assert text.reading_offset == TEXT.rindex("双百")
        await app.press("#", "#")
        assert text.reading_offset == TEXT.index("双百")
        await app.press("#")
        assert text.reading_offset == TEXT.rindex("双百"), "from the first to the last"
        await app.press("escape", "H", "H", "H", "H", "H")
        assert text.reading_offset == TEXT.index("实施“双百")

    drive(steps, report=REPORT)


def test_the_selection_is_searched_for_as_it_stands() -> None:
    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        text.go_to(TEXT.index("大力开展"))
        await app.press("v", *["left"] * 3)
        selected = TEXT[slice(*(text.selected or (0, 0)))]
        await app.press("*")
        assert text.selected is None
        assert app.panes.search_box.value == selected
        assert f"查找“{selected}”：命中 1/1" in app.rows[-1]

    drive(steps, report=REPORT)


def test_the_indicator_at_the_cursor_of_the_panel_is_searched_for() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "down")
        metric = app.panes.metrics_panel.metric
        assert metric is not None
        await app.press("*")
        assert metric.indicator in app.panes.search_box.value

    drive(steps)
