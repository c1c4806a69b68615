"""A search on the screen: faults, colours of terms, reasons, headings."""

from __future__ import annotations

import pytest
from rich.color import Color

from tests.support.pilot import Driven, drive
from tui.themes import THEMES


def test_a_wrong_query_is_explained_below_the_box_and_keeps_the_hits() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河")
        app.panes.search_box.value = "黄河 in:9.9"
        await app.settle()
        row = next(row for row in app.rows if "没有“9.9”这个位置" in row)
        assert app.rows.index(row) == 2
        assert "命中 1/32" in app.rows[0]
        app.panes.search_box.value = "黄河 in:3.5"
        await app.settle()
        assert "没有“9.9”这个位置" not in app.text
        assert "命中 1/15" in app.rows[0]

    drive(steps)


def test_each_term_has_its_own_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)

    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河", "space", "生态", "enter")
        pane = app.panes.text_pane
        styles = {
            segment.text: segment.style.bgcolor
            for strip in pane.draw(pane.size)
            for segment in strip
            if segment.style is not None and segment.text in ("黄河", "生态")
        }
        names = ("hit-background", "bar-focused", "current-hit-background")
        backgrounds = {name: Color.parse(THEMES[0].variables[name]) for name in names}
        assert styles["生态"] == backgrounds["bar-focused"]
        assert styles["黄河"] in (backgrounds["hit-background"], backgrounds["current-hit-background"])

    drive(steps)


def test_a_hit_by_pinyin_or_synonym_is_marked_and_says_why() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", *"GDP")
        assert "≈ “GDP”即地区生产总值 · 命中 1/2" in app.rows[0]
        assert any("≈1 一 概述" in row for row in app.rows)

    drive(steps)


def test_the_hit_list_names_a_heading_once_for_all_hits_below_it() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河")
        names = [row for row in app.rows[2:14] if " 一 概述 " in row and "黄河" in row]
        assert len(names) == 1

    drive(steps)


@pytest.mark.parametrize("pane", ["1", "3"])
@pytest.mark.parametrize(
    ("size", "zooms", "is_seen"),
    [((60, 20), (), False), ((120, 35), ("f11",), False), ((120, 35), (), True)],
    ids=["slid in", "zoomed", "beside"],
)
def test_the_next_hit_is_shown_in_the_text(
    pane: str, size: tuple[int, int], zooms: tuple[str, ...], is_seen: bool
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河", "enter", pane, *zooms)
        before = app.focused
        await app.press("n")
        assert app.focused == (before if is_seen else "text")
        assert app.main.search.count == "2/32"
        region = app.panes.text_pane.region
        assert region.width > 40, "the text is shown"

    drive(steps, size=size)
