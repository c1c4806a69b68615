"""The screen of words near hits, and of hits in hostile text."""

from __future__ import annotations

import asyncio
import csv
import shutil
import threading
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tests.screens.concordance_samples import TEXT, screen, to_hits
from tests.support.concordance import concordance_session
from tests.support.pilot import Driven, drive_library, drive_view, until
from tests.support.samples import report_of
from tests.support.wandering import wander
from tui.library.library import Library
from tui.screens.concordance import ConcordanceScreen
from tui.typeset.cells import cell_length
from tui.views import concordance as views
from tui.views.work import Work
from tui.visits import View

#: Repeats a word before the hits, more often than elsewhere.
NEAR = TEXT.replace(
    "传统产业转型升级。",
    "".join(f"加快{name}产业集群建设。" for name in "甲乙丙丁戊己庚辛") + "道路通畅。" * 40,
)


def test_2_counts_the_words_near_hits_and_enter_lists_the_lines_near_one() -> None:
    async def steps(app: Driven) -> None:
        await app.press("2")
        await until(app, lambda: screen(app).tab == "collocates")
        assert app.focused == "collocates" and "“产业”邻近的词" in app.rows[0]
        words = [row.key for row in screen(app).table.rows]
        assert "加快" in words
        await app.press(*["down"] * words.index("加快"))
        assert "命中前后 10 字之内" in app.text
        await app.press("enter")
        assert screen(app).tab == "lines" and app.focused == "hit-lines"
        assert "邻近“加快”" in app.rows[0]
        lines = [screen(app).lines.context(row.key) for row in screen(app).table.rows]
        assert all("加快" in line.left[-10:] + "|" + line.right[:10] for line in lines)
        assert 0 < len(screen(app).table.rows) < len(screen(app).lines.found.lines)
        await app.press("2")
        row = screen(app).table.row
        assert row is not None and row.key == "加快"
        await app.press("escape")
        assert screen(app).tab == "lines"
        await app.press("escape")
        assert len(screen(app).table.rows) == len(screen(app).lines.found.lines)

    drive_view(steps, concordance_session("产业", report_of(NEAR)))


def test_few_hits_have_no_telling_words() -> None:
    async def steps(app: Driven) -> None:
        await app.press("2")
        await until(app, lambda: "命中不多" in app.rows[-1])
        assert screen(app).tab == "lines"

    drive_view(steps, concordance_session("产业", report_of(TEXT)))


def test_counting_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        waiting = asyncio.Event()
        go_on = threading.Event()
        loop = asyncio.get_running_loop()

        def slow(*arguments: object) -> list[object]:
            loop.call_soon_threadsafe(waiting.set)
            go_on.wait(10)
            return []

        monkeypatch.setattr("tui.screens.concordance.find_collocates", slow)
        await app.press("2")
        await waiting.wait()
        assert "正在统计邻近的词（Esc 取消）" in app.rows[-1]
        await app.press("down")
        assert screen(app).table.index == 1, "the lines can be read meanwhile"
        await app.press("escape")
        assert "已取消" in app.rows[-1]
        go_on.set()
        await asyncio.sleep(0.05)
        await app.press("down")
        assert "命中不多" not in app.rows[-1] and screen(app).table.index == 2

    drive_view(steps, concordance_session("产业", report_of(TEXT)))


def test_words_are_exported_with_their_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("2")
        await until(app, lambda: screen(app).tab == "collocates")
        await app.press("E", "enter")

    drive_view(steps, concordance_session("产业", report_of(NEAR)))
    (path,) = tmp_path.glob("*-搭配.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert all(float(row["预期次数"]) < int(row["次数"]) for row in rows)


HOSTILE = TEXT.replace(
    "传统产业转型升级。",
    "[b]产业[/b]\x1b[31m产业\u202e产业e\u0301\u0301产业\u200b产业👩‍👩‍👧产业"
    + "̈" * 9
    + "产\n业ｱｲｳ产业\ufeff"
    + "长" * 400
    + "产业" * 300,
)


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (41, 10)], ids=str)
def test_hostile_text_stays_in_its_cells(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        for order in "sss":
            await app.press("end", "pageup", "home", order)
            for row in app.rows:
                assert cell_length(row) <= size[0]
            assert "\x1b" not in app.text and "\u202e" not in app.text

    drive_view(steps, concordance_session("产业", report_of(HOSTILE)), size=size)


def test_any_keys_and_sizes_in_any_order_do_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await wander(
            app, ("view", "table", "concordance", "lists", "filter"), ("z", "9", "，", "产"), 20261126
        )

    drive_view(steps, concordance_session("产业", report_of(NEAR)))


def test_a_library_that_is_gone_is_told(library: Library, tmp_path: Path) -> None:
    copy = tmp_path / "library.db"
    shutil.copy(library.path, copy)

    async def steps(app: Driven) -> None:
        await to_hits(app, "企业")
        copy.unlink()
        await app.press("2")
        await until(app, lambda: "正在统计" not in app.rows[-1])
        assert isinstance(app.app.screen, ConcordanceScreen) and screen(app).tab == "lines"

    drive_library(steps, copy)


def test_the_places_of_the_library_are_those_of_its_reports(library: Library) -> None:
    view = View("concordance", (), ("企业",))
    _, found = views.load_library_concordance(view, library, Work())
    for line in found.lines:
        text = library.report(line.placed.address).text
        placed = line.placed
        assert placed.line.left + placed.text + placed.line.right in text
        assert text[line.sentence_start :].startswith(line.sentence)
        assert placed.place in text_of(placed.place, placed.year or 0)
