"""The screen of an indicator among places, with fixed figures."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from tests.support.figures import rank_row, rank_session
from tests.support.pilot import Driven, drive_view
from tui.screens.protocol import OpenReport, OpenView
from tui.screens.rank_rows import RankContents


def places(app: Driven) -> list[str]:
    return [row.cells[2].text for row in app.table.table.rows]


def asked(app: Driven, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Collect what the screen asks the app for, instead of doing it."""
    collected: list[Any] = []
    screen = app.table
    post = screen.post_message

    def collect(message: Message) -> bool:
        if isinstance(message, OpenReport | OpenView):
            collected.append(message)
            return True
        return post(message)

    monkeypatch.setattr(screen, "post_message", collect)
    return collected


def test_places_are_sorted_by_result_then_those_without_then_those_above() -> None:
    async def steps(app: Driven) -> None:
        assert places(app) == ["金水区", "惠济区", "上街区", "二七区", "中原区", "管城区", "郑州市", "全国"]
        assert app.rows[0].startswith(" 各区县 · 2023 年 · 地区生产总值增速")
        assert app.rows[0].endswith("6 地") and app.rows[-1].endswith("/6")
        assert "▲ 超过 1  ▼ 未达 2  只有目标 1  只有结果 1  未提及 1" in app.rows[1]
        assert app.table.table.row is not None
        assert app.table.table.row.key == "410108", "the cursor begins at one's own place"
        own = next(row for row in app.rows[3:] if row.startswith(" ★ 2 惠济区"))
        assert own.split()[:7] == ["★", "2", "惠济区", "6%", "▼", "7%", "低1点"]
        assert "上级  郑州市 目标 7% 结果 7.4%" in app.text

    drive_view(steps, rank_session())


def test_dots_stand_on_one_scale() -> None:
    async def steps(app: Driven) -> None:
        at = {}
        for name in ("金水区", "惠济区", "二七区"):
            row = next(row for row in app.rows[3:] if name in row[:12])
            plot = row[row.index("点") + 1 : 74]
            at[name] = {mark: plot.index(mark) for mark in "○●▼" if mark in plot}
        assert at["金水区"]["○"] < at["金水区"]["●"]
        assert at["惠济区"]["▼"] < at["惠济区"]["○"]
        assert at["二七区"]["▼"] < at["惠济区"]["▼"]

    drive_view(steps, rank_session())


@pytest.mark.parametrize("size", [(160, 45), (120, 35), (80, 24), (60, 20)], ids=str)
def test_values_are_whole_at_every_size(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        row = next(row for row in app.rows if "二七区" in row)
        assert row.split()[:6] == ["4", "二七区", "3%", "▼", "6%", "低3点"]
        assert "○" in row

    drive_view(steps, rank_session(), size=size)


def test_other_orders_sort_by_target_gap_and_place() -> None:
    async def steps(app: Driven) -> None:
        seen = []
        for _ in range(3):
            await app.press("s")
            seen.append(places(app)[:3])
        assert seen == [
            ["惠济区", "中原区", "二七区"],
            ["金水区", "惠济区", "二七区"],
            ["中原区", "二七区", "金水区"],
        ]
        assert "按地区排列" in app.rows[-1]

    drive_view(steps, rank_session())


def test_kinds_filter_and_words_find_places_also_by_pinyin() -> None:
    async def steps(app: Driven) -> None:
        await app.press("right", "right")
        assert places(app) == ["惠济区", "二七区"]
        await app.press("escape", "slash", *"jinshui")
        assert places(app) == ["金水区"]
        await app.press("escape", "left")
        assert places(app) == ["管城区"]
        assert "这一年的报告未提及" in app.text

    drive_view(steps, rank_session())


def test_enter_opens_the_sentence_and_five_the_series_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("enter", "5")
        report = next(message for message in opened if isinstance(message, OpenReport))
        assert (report.library_report, report.offset) == (8, 108)
        view = next(message.view for message in opened if isinstance(message, OpenView))
        assert (view.kind, view.words, view.state) == ("series", ("gdp", "growth"), ("2023",))

    drive_view(steps, rank_session())


def test_years_levels_indicators_and_measures_are_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("less_than_sign", "l", "c")
        await app.press(*"cpi", "enter")
        await app.press("m")
        words = [message.view.words for message in opened if isinstance(message, OpenView)]
        assert words == [
            ("gdp", "growth", "2022", "county", ""),
            ("gdp", "growth", "2023", "county", "郑州市"),
            ("cpi", "", "2023", "county", ""),
            ("gdp", "level", "2023", "county", ""),
        ]
        await app.press("greater_than_sign")
        assert "没有更晚一年的报告" in app.rows[-1]

    drive_view(steps, rank_session())


@pytest.mark.parametrize(
    ("level", "parent", "words"),
    [
        ("county", "郑州市", ("gdp", "growth", "2023", "province", "")),
        ("city", "", ("gdp", "growth", "2023", "province", "")),
    ],
)
def test_behind_the_last_level_is_the_first(
    monkeypatch: pytest.MonkeyPatch, level: str, parent: str, words: tuple[str, ...]
) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("l")
        assert [message.view.words for message in opened] == [words]

    session = rank_session()
    content = session.content._replace(ranking=session.content.ranking._replace(level=level), parent=parent)
    drive_view(steps, replace(session, content=content))


def test_that_there_is_no_other_level_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("l")
        assert not opened
        assert "其他各级没有报告，或均未提及 2023 年的“地区生产总值”" in app.rows[-1]

    session = rank_session()
    drive_view(steps, replace(session, content=session.content._replace(scopes=[("county", "")])))


def test_another_measure_than_was_asked_for_is_said_until_the_next_key() -> None:
    async def steps(app: Driven) -> None:
        assert "这里没有占比，所列为增速" in app.rows[-1]
        await app.press("down")
        assert "这里没有占比" not in app.text

    session = rank_session()
    drive_view(steps, replace(session, content=session.content._replace(notice="这里没有占比，所列为增速")))


@pytest.mark.parametrize(("sign", "meaning"), [("★", "本地区"), ("‹", "本地区的上级")])
def test_its_signs_are_found_in_the_help(sign: str, meaning: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("question_mark", sign)
        row = next(row for row in app.rows[3:] if meaning in row)
        assert sign in row[: row.index(meaning)]

    drive_view(steps, rank_session())


def test_rows_are_exported_as_they_are_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("right", "E", "enter")
        assert "已写入 1 行：" in app.text
        await app.press("escape", "E", "right", "enter")
        assert "已写入 5 行：" in app.text

    drive_view(steps, rank_session())
    assert (tmp_path / "2023年各区县地区生产总值-超过-位次.csv").exists()
    path = tmp_path / "2023年各区县地区生产总值-位次.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[:2] for row in rows] == [
        ["位次", "地区"],
        *(["1", "金水区"], ["2", "惠济区"], ["3", "上街区"], ["4", "二七区"], ["", "中原区"]),
    ]


def test_an_exported_place_keeps_its_number_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("s", "E", "enter")

    drive_view(steps, rank_session())
    text = (tmp_path / "2023年各区县地区生产总值-位次.csv").read_text(encoding="utf-8-sig")
    rows = [row[:2] for row in csv.reader(text.splitlines())]
    assert rows[1:4] == [["2", "惠济区"], ["", "中原区"], ["4", "二七区"]]


def test_a_row_is_copied_with_its_sentences() -> None:
    async def steps(app: Driven) -> None:
        text = app.table.copied(with_citation=False)
        assert text.splitlines()[0] == "惠济区  结果 6%  目标 7%  ▼  低1点"
        assert text.splitlines()[1] == "结果：“地区生产总值增长6%。”"

    drive_view(steps, rank_session())


@pytest.mark.parametrize(
    ("presses", "names"), [(0, ["结果", "目标"]), (1, ["目标", "结果"]), (2, ["结果", "目标"])]
)
def test_the_sentence_of_the_value_places_are_sorted_by_comes_first(presses: int, names: list[str]) -> None:
    async def steps(app: Driven) -> None:
        await app.press(*["s"] * presses, "home")
        while len(app.table.passages.passages) < 2:
            await app.press("down")
        assert [one.name for one in app.table.passages.passages] == names

    drive_view(steps, rank_session())


def test_how_near_is_near_enough_is_said_of_a_target_about_a_number() -> None:
    about = rank_row("金水区", "410105", "7.5%", "7%", "met")
    assert about.target is not None
    target = about.target._replace(metric=about.target.metric._replace(qualifier="about"))

    async def steps(app: Driven) -> None:
        assert "目标是约数" not in app.text
        await app.press("home")
        assert "说明" in app.text and "目标是约数，相差" in app.text

    session = rank_session()
    ranking = session.content.ranking
    content = session.content._replace(
        ranking=ranking._replace(rows=(about._replace(target=target), *ranking.rows[1:]))
    )
    drive_view(steps, replace(session, content=content))


def test_only_divisions_above_the_place_at_the_cursor_are_set_beside_it() -> None:
    foreign = rank_row("昌平区", "110114", "5%", "5%", "met")

    async def steps(app: Driven) -> None:
        assert "上级  郑州市 目标 7% 结果 7.4%  ‹ 全国" in app.text
        await app.press("home")
        assert app.table.table.row is not None and app.table.table.row.key == "110114"
        assert "上级  全国 目标 5%" in app.text and "郑州市 目标" not in app.text

    session = rank_session()
    ranking = session.content.ranking
    content = session.content._replace(ranking=ranking._replace(rows=(foreign, *ranking.rows)))
    drive_view(steps, replace(session, content=content))


def test_amounts_of_divisions_above_are_not_on_the_scale_of_places() -> None:
    ranking = rank_session().content
    rates = RankContents(ranking)
    amounts = RankContents(ranking._replace(ranking=ranking.ranking._replace(measure="level")))
    assert {"above:410100", "410105"} < set(rates.dots)
    assert "410105" in amounts.dots and "above:410100" not in amounts.dots


def test_the_cursor_begins_at_the_own_place_where_it_states_nothing() -> None:
    session = rank_session(("410199",))
    ranking = session.content.ranking._replace(own="410122", missing=("管城区", "中牟县"))
    content = session.content._replace(ranking=ranking)

    async def steps(app: Driven) -> None:
        assert app.table.table.row is not None
        assert [cell.text for cell in app.table.table.row.cells[:3]] == ["★", "", "中牟县"]

    drive_view(steps, replace(session, content=content))
