"""The main screen, driven by keys and clicks."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import SMALL, huiji, huiji_outline, report_of, source_text
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.text_pane import TextPane

QUALITY = [at for at in range(len(source_text())) if source_text().startswith("高质量发展", at)]


def test_typing_chinese_anywhere_starts_a_search() -> None:
    async def steps(app: Driven) -> None:
        await app.press("黄河")
        assert app.focused == "query"
        assert app.panes.search_box.value == "黄河"
        assert "命中 1/32 · 9 段" in app.rows[0]

    drive(steps)


def test_hits_follow_each_keystroke() -> None:
    async def steps(app: Driven) -> None:
        counts = []
        for key in ("slash", "黄", "河", "backspace", "backspace"):
            await app.press(key)
            counts.append(len(app.panes.text_pane._highlights._results.hits))
        assert counts == [0, source_text().count("黄"), 32, source_text().count("黄"), 0]

    drive(steps)


def test_enter_stays_at_a_hit_and_escape_returns_to_where_the_search_began() -> None:
    async def steps(app: Driven) -> None:
        await app.press("pagedown", "pagedown", "j")
        before = app.rows
        await app.press("slash", "马拉松", "down")
        assert app.rows != before
        await app.press("escape")
        assert app.rows == before
        assert app.focused == "text"
        place = app.panes.text_pane.reading_offset
        await app.press("slash", "马拉松", "enter")
        assert (app.focused, app.panes.text_pane.reading_offset) == (
            "text",
            source_text().index("马拉松", place),
        )

    drive(steps)


def test_escape_returns_the_focus_to_the_pane_the_search_began_in() -> None:
    async def steps(app: Driven) -> None:
        await app.press("1", "slash", "黄河", "escape")
        assert app.focused == "tree"

    drive(steps)


def test_the_only_hit_is_said_to_be_the_only_one() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash")
        assert "词、拼音、" in app.text and "或直接输入中文" not in app.text
        await app.press("惠济区人民政府区长", "enter", "n")
        assert "只有这一处" in app.rows[-1]

    drive(steps)


def test_next_and_previous_hit_wrap_and_say_so() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "高质量发展", "enter")
        places = [app.panes.text_pane.reading_offset]
        for _ in range(24):
            await app.press("n")
            places.append(app.panes.text_pane.reading_offset)
        assert places == QUALITY
        await app.press("n")
        assert app.panes.text_pane.reading_offset == QUALITY[0]
        assert "回到第一处" in app.rows[-1]
        await app.press("N")
        assert app.panes.text_pane.reading_offset == QUALITY[-1]
        assert "到最后一处" in app.rows[-1]
        assert "命中 25/25" in app.rows[0]

    drive(steps)


def test_next_hit_starts_from_the_reading_position_after_scrolling() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "高质量发展", "enter", "}", "}")
        place = app.panes.text_pane.reading_offset
        await app.press("n")
        assert app.panes.text_pane.reading_offset == min(at for at in QUALITY if at >= place)

    drive(steps)


def test_a_search_without_hits_says_so_and_does_not_scroll() -> None:
    async def steps(app: Driven) -> None:
        await app.press("pagedown")
        place = app.panes.text_pane.reading_offset
        await app.press("slash", "没有的词")
        assert app.panes.text_pane.reading_offset == place
        assert "没有命中" in app.rows[0]
        await app.press("enter", "n")
        assert "没有命中" in app.rows[-1]
        await app.press("slash", "“没有的词”")
        assert '没有命中：“…”只匹配带引号的原文；连着找用 "…"' in app.rows[-1]

    drive(steps)


def test_hits_are_counted_in_the_tree() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "高质量发展")
        tree = app.panes.outline_tree
        rows = [tree.row_strip(row, tree.size.width).text.split() for row in range(tree.row_count())]
        assert ["▾", "一、2023年工作回顾", "7"] in rows
        assert ["▾", "三、2024年工作重点", "10"] in rows

    drive(steps)


def test_steps_by_section_and_chapter_visit_each_in_order() -> None:
    outline = huiji_outline()

    async def steps(app: Driven) -> None:
        seen = []
        for _ in range(30):
            await app.press("]")
            seen.append(outline.at(app.panes.text_pane.reading_offset).id)
        wanted = [
            node.id for node in outline.nodes if node.level in ("chapter", "section") or node.id == "opening"
        ]
        assert seen[: len(wanted) + 1] == [*wanted, "closing"]
        assert "已是最后一节" in app.rows[-1]
        for chapter in ("4", "3", "2", "1"):
            await app.press("{")
            assert outline.at(app.panes.text_pane.reading_offset).id == chapter

    drive(steps)


def test_the_tree_jumps_and_follows() -> None:
    outline = huiji_outline()

    async def steps(app: Driven) -> None:
        tree = app.main.query_one(OutlineTree)
        await app.press("1")
        target = next(row for row in range(tree.row_count()) if tree._rows[row].node.id == "3.4")
        await app.press(*["down"] * (target - tree.cursor), "enter")
        assert app.focused == "text"
        assert app.panes.text_pane.reading_offset == outline.by_id["3.4"].start
        await app.press("]")
        assert tree._rows[tree.cursor].node.id == "3.5"
        await app.press("pagedown", "pagedown")
        assert tree._rows[tree.cursor].node is outline.at(app.panes.text_pane.reading_offset)

    drive(steps)


def test_the_tree_folds_and_unfolds() -> None:
    async def steps(app: Driven) -> None:
        tree = app.main.query_one(OutlineTree)
        await app.press("1", "home", "down", "down")
        rows = tree.row_count()
        await app.press("left")
        assert tree.row_count() < rows
        await app.press("right")
        assert tree.row_count() == rows
        await app.press("right", "left")
        assert tree._rows[tree.cursor].node.id == "1"

    drive(steps)


@pytest.mark.parametrize(
    ("words", "node"), [("3.4", "3.4"), ("三(四)", "3.4"), ("招商", "1.2.3"), ("结语", "closing")]
)
def test_go_to_takes_numbers_and_words(words: str, node: str) -> None:
    keys = {".": "full_stop", "(": "left_parenthesis", ")": "right_parenthesis"}

    async def steps(app: Driven) -> None:
        await app.press("colon", *[keys.get(character, character) for character in words], "enter")
        assert app.panes.text_pane.reading_offset == huiji_outline().by_id[node].start
        assert app.focused == "text"

    drive(steps)


def test_back_and_forward_follow_the_jumps() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]")
        place = app.panes.text_pane.reading_offset
        await app.press("}", "}")
        far = app.panes.text_pane.reading_offset
        await app.press("H", "H")
        assert app.panes.text_pane.reading_offset == place
        await app.press("L", "L")
        assert app.panes.text_pane.reading_offset == far
        await app.press("L")
        assert "没有可前进之处" in app.rows[-1]

    drive(steps)


def test_stepping_to_a_metric_highlights_it_in_text_and_panel() -> None:
    async def steps(app: Driven) -> None:
        for metric in huiji().metrics[:9]:
            await app.press("full_stop")
            pane, panel = app.panes.text_pane, app.panes.metrics_panel
            assert (pane.reading_offset, pane.highlighted_metric) == (
                metric.start,
                (metric.start, metric.end),
            )
            assert metric in panel._rows[panel.cursor].metrics
        await app.press("comma")
        assert app.panes.text_pane.reading_offset == huiji().metrics[7].start

    drive(steps)


def test_enter_goes_from_a_metric_in_the_text_to_its_row_and_back() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "right", "2", "full_stop", "full_stop", "enter")
        assert app.focused == "metrics"
        await app.press("down", "enter")
        assert app.focused == "text"
        assert app.panes.text_pane.reading_offset == huiji().metrics[2].start

    drive(steps)


@pytest.mark.parametrize(
    "keys", [["j", "k"], ["pagedown", "pageup"], ["d", "u"], ["G", "g"], ["end", "home"]], ids=str
)
def test_moving_there_and_back_ends_where_it_began(keys: list[str]) -> None:
    async def steps(app: Driven) -> None:
        before = app.rows
        await app.press(keys[0])
        assert app.rows != before
        await app.press(keys[1])
        assert app.rows == before

    drive(steps)


def test_page_down_at_the_end_stays_there() -> None:
    async def steps(app: Driven) -> None:
        await app.press("G")
        before = app.rows
        assert before[-1].endswith("100%")
        await app.press("pagedown", "j", "space")
        assert app.rows[:-1] == before[:-1]
        assert app.rows[-1].endswith("  结语 100% · 全文 100%")
        assert any("贡献！" in row for row in before[-4:])

    drive(steps)


def test_the_reading_position_survives_many_resizes() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]", "]", "j", "j", "j")
        anchor = app.panes.text_pane._anchor
        before = app.rows
        for columns, rows in [(80, 24), (60, 20), (200, 50), (39, 9), (111, 11), (1, 1), (70, 20), (150, 45)]:
            await app.resize(columns, rows)
        await app.resize(120, 35)
        assert app.panes.text_pane._anchor == anchor
        assert app.rows == before

    drive(steps)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
def test_side_panes_slide_in_and_out_without_scrolling_the_text(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]")
        before = app.rows
        for pane in ("1", "3"):
            await app.press(pane)
            assert app.rows != before
            await app.press("escape")
            assert app.rows == before

    drive(steps, size=size)


def test_no_wide_character_is_lost_where_a_covered_pane_ends() -> None:
    async def steps(app: Driven) -> None:
        for pane, view in (("1", app.panes.outline_tree), ("3", app.panes.metrics_panel)):
            await app.press(pane)
            for row in range(min(view.row_count(), view.page_rows)):
                assert view.row_strip(view.top + row, view.size.width).text.rstrip() in app.text

    for size in ((80, 24), (109, 30), (60, 20), (69, 12)):
        drive(steps, size=size, at="1.2")


def test_full_width_marks_act_as_their_ascii_keys() -> None:
    async def steps(app: Driven) -> None:
        await app.press("】", "】")
        ahead = app.panes.text_pane.reading_offset
        assert ahead == huiji_outline().by_id["1"].start
        await app.press("【")
        assert app.panes.text_pane.reading_offset < ahead
        await app.press("、")
        assert app.focused == "query"
        await app.press("escape", "：")
        assert "跳转" in app.text
        await app.press("escape", "？")
        assert "帮助" in app.text

    drive(steps)


def test_the_theme_key_cycles_through_the_themes() -> None:
    async def steps(app: Driven) -> None:
        names = []
        for _ in range(4):
            names.append(app.app.theme)
            await app.press("T")
            assert f"主题：{app.app.theme}" in app.rows[-1]
        assert names == ["墨", "宣", "高对比", "墨"]

    drive(steps)


def test_the_hit_list_hides_and_comes_back() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河", "enter")
        rows = app.panes.text_pane.page_rows
        await app.press("z")
        assert app.panes.text_pane.page_rows == rows + 11
        await app.press("f8")
        assert app.panes.text_pane.page_rows == rows

    drive(steps)


def test_a_click_on_a_row_goes_there() -> None:
    async def steps(app: Driven) -> None:
        await app.click("#tree", (8, 5))
        assert app.panes.text_pane.reading_offset == huiji_outline().by_id["1.1"].start
        await app.press("slash", "黄河", "enter")
        await app.click("#text", (20, 3))
        assert "命中 4/32" in app.rows[0]
        await app.click("#metrics", (5, 2))
        assert app.panes.text_pane.highlighted_metric is not None

    drive(steps)


@pytest.mark.parametrize("query", ["无人提及", "高质量发展"])
def test_a_click_on_a_hit_of_an_earlier_query_is_ignored(query: str) -> None:
    """A click may wait behind the keys of another query."""

    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河", "enter")
        clicked = [TextPane.HitChosen(index, app.main.search.results.hits[index]) for index in (0, 31)]
        await app.press("slash", query, "enter")
        before, title = app.panes.text_pane.reading_offset, app.rows[0]
        for message in clicked:
            app.panes.text_pane.post_message(message)
        await app.settle()
        assert (app.panes.text_pane.reading_offset, app.rows[0]) == (before, title)

    drive(steps)


def test_a_click_on_the_ruler_goes_there() -> None:
    async def steps(app: Driven) -> None:
        pane = app.panes.text_pane
        await app.click("#text", (pane.size.width - 1, pane.size.height // 2))
        assert 0.4 < pane.reading_offset / len(source_text()) < 0.6

    drive(steps)


def test_places_named_on_the_command_line_are_shown() -> None:
    async def at(app: Driven) -> None:
        assert app.panes.text_pane.reading_offset == huiji_outline().by_id["3.1"].start

    async def find(app: Driven) -> None:
        assert app.focused == "text"
        assert "命中 1/32" in app.rows[0]

    drive(at, at="3.1")
    drive(find, find="黄河")


def test_a_report_without_metrics_or_chapters_is_shown() -> None:
    async def steps(app: Driven) -> None:
        assert "此处没有指标" in app.text
        await app.press("]", "[", "n", "full_stop", "1", "enter", "3", "enter", "G", "slash", "没", "enter")
        assert "没有标题的一段话" in app.text

    drive(steps, report=report_of("没有标题的一段话。\n"))


def test_text_that_looks_like_markup_is_shown_verbatim() -> None:
    text = SMALL.replace("产业发展提质增效", "[/x][@click=app.quit]提质[/]").replace("县长", "[red]县长")

    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]")
        assert "[/x][@click=app.quit]提质[/]" in app.text
        await app.press("slash", "[", "/", "enter")
        assert "[/" in app.text

    drive(steps, report=report_of(text))


def test_the_palette_runs_a_command_or_goes_to_a_heading() -> None:
    async def steps(app: Driven) -> None:
        await app.press("ctrl+p", "换主题", "enter")
        assert app.app.theme == "宣"
        await app.press("ctrl+p", "保障安居", "enter")
        assert app.panes.text_pane.reading_offset == huiji_outline().by_id["1.4.3"].start
        await app.press("3", "ctrl+p", "到末尾", "enter")
        assert app.panes.metrics_panel.cursor == app.panes.metrics_panel.row_count() - 1
        await app.press("ctrl+p", "没有这个操作", "enter")
        assert "没有找到" in app.text
        await app.press("escape")
        assert app.focused == "metrics"

    drive(steps)


@pytest.mark.parametrize("size", [(120, 35), (80, 24), (60, 20)], ids=str)
@pytest.mark.parametrize("pane", ["1", "2", "3"])
def test_a_pane_takes_the_whole_screen_and_gives_it_back(pane: str, size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        await app.press(pane)
        before = app.rows
        await app.press("f11")
        assert app.app.focused is not None
        assert app.app.focused.size.width >= size[0] - 2
        await app.press("f11")
        assert app.rows == before

    drive(steps, size=size, at="1.2")


def test_w_toggles_full_width_punctuation() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]")
        assert "开局之年，" in app.text
        place = app.panes.text_pane.reading_offset
        await app.press("w")
        assert "开局之年," in app.text
        assert app.panes.text_pane.reading_offset == place
        await app.press("f6")
        assert "开局之年，" in app.text

    drive(steps)


def test_pinyin_goes_to_a_heading() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", *"zhaoshangyinzi")
        assert "招商引资成果丰硕" in app.text
        await app.press("enter")
        text = app.panes.text_pane
        assert huiji().text.startswith("招商引资成果丰硕", text.reading_offset)

    drive(steps)


def test_the_palette_finds_an_action_by_pinyin() -> None:
    async def steps(app: Driven) -> None:
        theme = app.app.theme
        await app.press("ctrl+p", *"hzt")
        assert "换主题" in app.text
        await app.press("enter")
        assert app.app.theme != theme

    drive(steps)


def test_every_key_clears_the_notice_even_an_unbound_one() -> None:
    async def steps(app: Driven) -> None:
        await app.press("[")
        assert "已是开头" in app.rows[-1]
        await app.press("f9")
        assert "已是开头" not in app.rows[-1]

    drive(steps)


def test_a_report_without_a_place_has_the_name_of_its_file_and_its_year_on_a_narrow_screen() -> None:
    report = report_of("一、2023年工作回顾\n各项工作稳步推进。\n二、2024年工作安排\n建设公园3个。\n")

    async def steps(app: Driven) -> None:
        name = PurePath(report.source.file or report.name).stem
        assert f"{name} 2024 " in app.rows[0]

    assert not report.place and report.front.plan_year == 2024
    drive(steps, report=report, size=(60, 20))
