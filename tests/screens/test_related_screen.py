"""The screen of related sentences, with fixed rows."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from textual.message import Message

from tests.support.pilot import Driven, drive, drive_view, until
from tests.support.wording import OWN, related_session, report
from tui.screens.protocol import OpenReport, OpenView
from tui.screens.related import RelatedScreen


def screen_of(app: Driven) -> RelatedScreen:
    return cast(RelatedScreen, app.app.screen_stack[0])


def listed(app: Driven) -> list[tuple[str, str]]:
    """Return place and year of each row."""
    return [(row.cells[1].text, row.cells[2].text) for row in app.table.table.rows]


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


def test_sentences_are_listed_the_most_alike_first_with_place_and_year() -> None:
    async def steps(app: Driven) -> None:
        assert app.rows[0].startswith(" 相似句 · 青禾县 2024 年报告“15个老旧小区改造全面完成")
        assert "[全部 4] 本地 1  同级 3  本年 2" in app.rows[1]
        row = next(row for row in app.rows if "20个老旧小区" in row)
        assert row.split()[:3] == ["0.78", "白水县", "2024"]
        assert listed(app)[0] == ("青禾县", "2023") and app.focused == "related"

    drive_view(steps, related_session(), size=(160, 45))


def test_kinds_orders_and_words_choose_the_rows() -> None:
    async def steps(app: Driven) -> None:
        await app.press("right")
        assert listed(app) == [("青禾县", "2023")]
        await app.press("right", "right")
        assert listed(app) == [("白水县", "2024"), ("江州市", "2024")]
        await app.press("escape", "s")
        assert [year for _, year in listed(app)] == ["2024", "2024", "2023", "2022"]
        assert "按年份" in app.rows[-1]
        await app.press("s", "c", *"baishui", "enter")
        assert listed(app) == [("白水县", "2024"), ("白水县", "2022")]
        await app.press("/", "群众居住")
        assert listed(app) == [("白水县", "2022")], "the new words replace the old ones"

    drive_view(steps, related_session())


def marked(app: Driven, index: int) -> list[str]:
    passage = app.table.passages.passages[index]
    return [passage.text[start:end] for start, end, _ in passage.marks]


def test_the_whole_sentence_stands_beside_ones_own_and_words_that_differ_are_lit() -> None:
    async def steps(app: Driven) -> None:
        related, own = app.table.passages.passages
        assert (related.name, own.name, own.text) == ("相似句", "本句", OWN)
        assert "".join(marked(app, 0)) and "18个" in marked(app, 0)[0] and "15个" in marked(app, 1)[0]
        assert not any("老旧小区改造" in words for words in (*marked(app, 0), *marked(app, 1)))

    drive_view(steps, related_session())


def test_enter_opens_the_report_there_and_tab_chooses_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("down", "enter", "tab", "enter")
        assert [(one.library_report, one.offset) for one in opened] == [
            (3, 101),
            (1, report().text.index(OWN)),
        ]

    drive_view(steps, related_session())


def test_the_sentences_like_a_listed_one_are_a_key_away(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("down", "～")
        (message,) = opened
        passage = app.table.passages.passage
        assert passage is not None
        assert message.view.reports[0].library_report == 3
        assert message.view.words == ("101", str(101 + len(passage.text)))
        await app.press("tab", "~")
        assert len(opened) == 1 and "已在列出" in app.rows[-1]

    drive_view(steps, related_session())


def test_a_sentence_like_no_other_is_still_shown() -> None:
    async def steps(app: Driven) -> None:
        assert "书库里没有相近的句子" in app.text
        assert "惠及居民3200户" in app.text
        for key in ("down", "enter", "right", "s", "y", "tab", "E"):
            await app.press(key)

    drive_view(steps, related_session(0))


def test_a_sentence_like_a_part_is_marked() -> None:
    session = related_session()
    rows = session.content.rows
    content = session.content._replace(rows=(rows[0], rows[1]._replace(is_part=True)))

    async def steps(app: Driven) -> None:
        assert "部分 0.78" in app.text and "部分 0.91" not in app.text
        await app.press("down")
        assert "部分相似：只与本句的一个分句相近" in app.text

    drive_view(steps, replace(session, content=content), size=(160, 45))


def test_export_has_place_year_and_span(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("E", "enter")

    drive_view(steps, related_session())
    (path,) = tmp_path.glob("青禾县2024-相似句.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["相似度"], row["地区"], row["年度"], row["起始位置"]) for row in rows][1] == (
        "0.78",
        "白水县",
        "2024",
        "101",
    )


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (40, 10)], ids=str)
def test_every_sentence_can_be_read_whole(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        for row in screen_of(app).related.content.rows:
            assert app.table.passages.passages[0].text == row.text
            await app.press("down")

    drive_view(steps, related_session(), size=size)


def test_without_a_library_the_screen_says_what_to_do() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "~")
        await until(app, lambda: "huiji-tui library add" in app.rows[-1])

    drive(steps)
