"""The screen of an indicator through the years, with fixed figures."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, cast

import pytest
from textual.message import Message

from tests.support.figures import second_series, series_session
from tests.support.past import sample_series
from tests.support.pilot import Driven, drive_view
from tui.screens.protocol import OpenReport, OpenView
from tui.screens.series import SeriesScreen
from tui.typeset.cells import cell_length


def screen_of(app: Driven) -> SeriesScreen:
    return cast(SeriesScreen, app.app.screen_stack[0])


def asked(app: Driven, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Collect what the screen asks the app for, instead of doing it."""
    collected: list[Any] = []
    screen = screen_of(app)
    post = screen.post_message

    def collect(message: Message) -> bool:
        if isinstance(message, OpenReport | OpenView):
            collected.append(message)
            return True
        return post(message)

    monkeypatch.setattr(screen, "post_message", collect)
    return collected


def test_the_plot_has_the_values_below_it_and_the_sentences_beside() -> None:
    async def steps(app: Driven) -> None:
        assert app.rows[0].startswith(" 惠济区 · 地区生产总值增速 · 2019–2024")
        assert app.rows[0].endswith("目标 5 · 结果 3 · 达到 0 · 未达 3")
        assert app.rows[1].startswith(" ○ 目标  ▼ 未达  预 预计数  ┄ 不与上年相连"), "the marks there are"
        rows = [row[: row.find("   ▸")] for row in app.rows]
        assert any(row.split()[:7] == ["目标", "8", "7", "6.5", "/", "7.5", "7"] for row in app.rows), rows
        assert "结论  未达" in app.text
        assert "惠济区 2023 年报告" in app.text
        assert app.focused == "series"

    drive_view(steps, series_session())


def test_left_and_right_go_from_year_to_year_and_stop_at_the_ends() -> None:
    async def steps(app: Driven) -> None:
        seen = []
        for key in ("left", "left", "home", "left", "right", "end", "right"):
            await app.press(key)
            seen.append(screen_of(app).pane.year)
        assert seen == [2022, 2021, 2019, 2019, 2020, 2024, 2024]
        await app.press("home", "right")
        assert "断点  普查修订" in app.text
        await app.press("right", "right")
        assert "这一年的报告均未提及" in app.text

    drive_view(steps, series_session())


def test_enter_opens_the_report_at_the_sentence_that_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("enter", "tab", "enter")
        (first, second) = [message for message in opened if isinstance(message, OpenReport)]
        assert (first.library_report, first.offset) == (7, 40)
        assert (second.library_report, second.offset) == (8, 40)

    drive_view(steps, series_session())


def test_the_table_has_a_line_for_each_year_with_breaks_and_notes() -> None:
    async def steps(app: Driven) -> None:
        assert "t 表" in app.rows[-1]
        await app.press("t")
        assert "○ 目标" not in app.text and "t 图" in app.rows[-1]
        lines = [row.split() for row in app.rows]
        assert any(line[:5] == ["2019", "8%", "7.5%", "▼", "低0.5点"] for line in lines), app.text
        assert any(line[:2] == ["┄", "普查修订，不与上年相连"] for line in lines)
        assert any(line[:2] == ["预", "预计数"] for line in lines)
        await app.press("up", "up")
        assert screen_of(app).pane.year == 2021
        await app.press("f6")
        assert "○ 目标" in app.text

    drive_view(steps, series_session())


def test_several_places_stand_below_each_other_and_the_plot_is_of_the_one_at_the_cursor() -> None:
    async def steps(app: Driven) -> None:
        assert app.rows[0].startswith(" 惠济区、金水区 · ")
        assert sum(row.startswith(" 目标") for row in app.rows) == 2
        await app.press("down")
        assert screen_of(app).series.place == "金水区"
        assert "金水区 2024 年报告 一、回顾" in app.text
        assert any(row.startswith(" 亿元") for row in app.rows)
        await app.press("up", "up")
        assert screen_of(app).series.place == "惠济区"

    drive_view(steps, series_session(sample_series(), second_series()))


def test_a_year_that_only_another_place_has_says_so() -> None:
    async def steps(app: Driven) -> None:
        await app.press("home")
        assert screen_of(app).pane.year == 2018
        assert "这一年的报告均未提及" in app.text

    drive_view(steps, series_session(sample_series(), second_series()))


def test_another_indicator_is_chosen_by_any_of_its_names_or_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("c")
        await app.press(*"CPI", "enter")
        await app.press("f9", "造林面积", "enter")
        words = [message.view.words for message in opened if isinstance(message, OpenView)]
        assert words == [("cpi", "", "惠济区"), ("造林面积", "", "惠济区")]

    drive_view(steps, series_session())


def test_places_are_added_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("p", "上街", "enter")
        await app.press("p", "金水", "enter")
        words = [message.view.words[2:] for message in opened if isinstance(message, OpenView)]
        assert words == [("惠济区", "金水区", "上街区"), ("惠济区",)]
        assert all(not message.is_jump for message in opened if isinstance(message, OpenView))

    drive_view(steps, series_session(sample_series(), second_series()))


def test_the_only_place_is_not_taken_away() -> None:
    async def steps(app: Driven) -> None:
        await app.press("p", "惠济", "enter")
        assert "只有一个地区" in app.rows[-1]

    drive_view(steps, series_session())


def test_the_measure_is_changed_and_the_year_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("left", "m")
        (view,) = [message.view for message in opened if isinstance(message, OpenView)]
        assert view.words == ("gdp", "level", "惠济区")
        assert view.state[0] == "2022"

    drive_view(steps, series_session())


def test_a_ranking_is_opened_for_the_year_at_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("6")
        (view,) = [message.view for message in opened if isinstance(message, OpenView)]
        assert (view.kind, view.words) == ("ranking", ("gdp", "growth", "2023", "", ""))

    drive_view(steps, series_session())


def test_the_view_is_gone_back_to_at_the_same_year_place_and_table() -> None:
    async def first(app: Driven) -> None:
        await app.press("down", "left", "t")
        state.append(app.app.screen_stack[0].view_now().state)  # type: ignore[attr-defined]

    async def again(app: Driven) -> None:
        pane = screen_of(app).pane
        assert (pane.year, pane.place, pane.is_table) == (2022, 1, True)

    state: list[tuple[str, ...]] = []
    drive_view(first, series_session(sample_series(), second_series()))
    drive_view(again, series_session(sample_series(), second_series(), state=state[0]))


def test_the_view_is_gone_back_to_at_the_same_sentence() -> None:
    async def steps(app: Driven) -> None:
        assert screen_of(app).passages.chosen == 1

    drive_view(steps, series_session(state=("2023", "0", "1", "")))


def test_all_years_are_exported_and_a_year_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("E", "enter")
        assert "已写入 6 行：" in app.text
        text = screen_of(app).copied(with_citation=True)
        assert text.startswith("惠济区 地区生产总值增速 2023 7.5% 6%预计 ▼\n")
        assert "目标：“地区生产总值增长7.5%。”（《惠济区政府工作报告》，第一部分）" in text

    drive_view(steps, series_session())
    (path,) = tmp_path.iterdir()
    assert path.name == "惠济区地区生产总值-历年.csv"
    assert len(list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))) == 7


@pytest.mark.parametrize("size", [(160, 45), (120, 35), (80, 24), (60, 20), (40, 10)], ids=str)
def test_the_year_at_the_cursor_is_always_in_view(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        for _ in range(7):
            assert str(screen_of(app).pane.year)[2:] in app.text
            await app.press("left")
        await app.press("t", "end")
        assert "2024" in app.text
        await app.resize(120, 35)
        assert "2024" in app.text

    drive_view(steps, series_session(sample_series(), second_series()), size=size)


def test_a_click_goes_to_the_year_and_place() -> None:
    async def steps(app: Driven) -> None:
        pane = screen_of(app).pane
        columns = pane._columns
        assert columns is not None
        x = columns.label_cells + columns.cells * (2020 - columns.years[0])
        y = max(at for at, row in enumerate(app.rows) if row.startswith(" 结果")) - 1
        await app.click("#series", (x, y))
        assert (pane.year, pane.place) == (2020, 1)

    drive_view(steps, series_session(sample_series(), second_series()))


def test_a_click_on_a_heading_sorts_the_table_and_another_one_turns_it() -> None:
    def years(app: Driven) -> list[str]:
        rows = [row.split()[0] for row in app.rows if row[1:5].isdigit()]
        return [row for row in rows if row.isdigit()]

    async def steps(app: Driven) -> None:
        await app.press("t")
        line = next(index for index, row in enumerate(app.rows) if "年↑" in row)
        heading = cell_length(app.rows[line].partition("目标")[0])
        await app.click("#series", (heading, line - screen_of(app).pane.region.y))
        assert "按目标排列" in app.rows[-1] and "目标↓" in app.text
        assert years(app)[0] == "2019"
        await app.press("S")
        assert "按目标倒排" in app.rows[-1] and "目标↑" in app.text
        assert years(app)[0] == "2021"
        await app.press("s", "s", "s")
        assert "按年份排列" in app.rows[-1] and years(app)[0] == "2019"

    drive_view(steps, series_session())


def test_the_headings_of_the_table_stay_in_view() -> None:
    async def steps(app: Driven) -> None:
        await app.press("t", "g")
        heading = next(row for row in app.rows if "年↑" in row)
        await app.press("G")
        pane = screen_of(app).pane
        assert pane.top > 0 and heading in app.rows, "the rows are scrolled, the heading is not"
        await app.resize(120, 35)
        assert (
            heading.split() == next(row for row in app.rows if "年↑" in row).split()[: len(heading.split())]
        )

    drive_view(steps, series_session(sample_series(), second_series()), size=(60, 14))
