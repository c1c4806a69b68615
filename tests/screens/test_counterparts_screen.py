"""The screen of counterparts: what was done on the left, what is planned on the right."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, cast

import pytest
from textual.message import Message

from tests.support.pilot import Driven, drive, drive_view, until
from tests.support.samples import report_of
from tests.support.wording import counterpart_session, report
from tui.screens.counterparts import CounterpartsScreen
from tui.screens.protocol import OpenReport, OpenView


def screen_of(app: Driven) -> CounterpartsScreen:
    return cast(CounterpartsScreen, app.app.screen_stack[0])


def shown(app: Driven) -> tuple[str, str]:
    """Return the ids of the sections that are shown, empty for none."""
    left, right = (node.id if node is not None else "" for node in screen_of(app).pair.nodes)
    return left, right


def at_cursor(app: Driven) -> list[str]:
    """Return the sentence at the cursor of each side, empty for none."""
    pane, texts = screen_of(app).pane, []
    for side in (0, 1):
        text, sentence = pane.text_of(side), pane.cursors[side]
        texts.append(
            text.text[slice(*text.sentences[sentence])] if text is not None and sentence is not None else ""
        )
    return texts


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


def test_what_was_done_is_on_the_left_and_what_is_planned_on_the_right() -> None:
    async def steps(app: Driven) -> None:
        left, _, right = app.rows[1].partition("▸")
        assert left.split()[:2] == ["做了什么", "一(一)"] and right.split()[:2] == ["打算做什么", "二(一)"]
        row = next(row for row in app.rows if "131.4亿元" in row)
        assert row.index("131.4亿元") < row.index("150亿元")
        assert shown(app) == ("1.1", "2.1")

    drive_view(steps, counterpart_session("抓好项目建设"))


def test_below_a_hundred_columns_one_is_above_the_other() -> None:
    async def steps(app: Driven) -> None:
        names = [row.split()[0].lstrip("▸") for row in app.rows[1:] if "一(一)" in row or "二(一)" in row]
        assert names == ["做了什么", "打算做什么"]
        assert "131.4亿元" in app.text and "150亿元" in app.text

    drive_view(steps, counterpart_session("完成投资131.4"), size=(80, 24))


def test_sections_are_stepped_through_and_the_pair_follows() -> None:
    async def steps(app: Driven) -> None:
        seen = [shown(app)]
        for key in ("]", "]", "]", "right", "]", "]"):
            await app.press(key)
            seen.append(shown(app))
        assert seen == [
            ("1.1", "2.1"), ("1.2", "2.2"), ("1.3", ""), ("1.1", "2.1"), ("1.2", "2.2"), ("", "2.3"), ("", "2.3"),
        ]  # fmt: skip
        assert "已是最后一节" in app.rows[-1]
        await app.press("[", "left", "【")
        assert shown(app) == ("1.3", "")

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_where_nothing_is_similar_the_other_side_says_so() -> None:
    async def steps(app: Driven) -> None:
        assert shown(app) == ("", "2.3")
        assert app.rows[2].strip().startswith("未找到对应内容")
        assert "按 1 到最近有对应的：" in app.rows[3]
        for key in ("tab", "2"):
            await app.press(key)
            assert "未找到对应内容" in app.rows[-1]
        await app.press("1")
        assert all(shown(app)) and "未找到对应内容" not in app.text

    drive_view(steps, counterpart_session("深化国企改革"))


def test_the_second_best_counterpart_has_a_key() -> None:
    async def steps(app: Driven) -> None:
        assert "相近 1/2" in app.rows[0] and "1 2 最近/次近" in app.rows[-1]
        await app.press("２")
        assert shown(app) == ("1.1", "2.2") and "≈ 可能 2/2" in app.rows[0]
        assert "打算做什么  ≈ 可能 二(二)" in app.rows[1]
        await app.press("1")
        assert shown(app) == ("1.1", "2.1")
        await app.press("]", "2")
        assert shown(app) == ("1.2", "2.2") and "未找到次相近的内容" in app.rows[-1]

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_the_sentence_that_goes_with_the_one_at_the_cursor_is_shown_on_the_other_side() -> None:
    async def steps(app: Driven) -> None:
        await app.press("down", "down")
        one, other = at_cursor(app)
        assert one.startswith("园区建成标准厂房") and other.startswith("建设标准厂房")
        await app.press("tab", "up")
        one, other = at_cursor(app)
        assert one.startswith("开工亿元以上项目52个") and other.startswith("新开工亿元以上项目60个")
        await app.press("end", "home")
        assert at_cursor(app) == ["(一)项目建设扎实有力。", "(一)抓好项目建设。"]

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_words_that_both_sentences_share_are_lit() -> None:
    async def steps(app: Driven) -> None:
        await app.press("down")
        pair, texts = screen_of(app).pair, []
        for side, spans in enumerate(pair.marks(0, 1)):
            text = pair.sides[side]
            assert text is not None
            texts.append([text.text[start:end] for start, end in spans])
        assert texts[0] == texts[1] == ["开工亿元以上项目", "完成投资"]

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_a_sentence_like_no_other_leaves_the_other_side_where_it_is() -> None:
    async def steps(app: Driven) -> None:
        await app.press("end")
        assert at_cursor(app) == ["口袋公园建设任务全部完成。", ""]

    drive_view(steps, counterpart_session("15个老旧小区"))


def test_enter_opens_the_text_at_the_sentence_of_the_chosen_side(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("down", "enter", "tab", "enter")
        text = report().text
        assert [(one.path, one.offset) for one in opened] == [
            ("青禾县.txt", text.index("开工亿元以上项目52个")),
            ("青禾县.txt", text.index("新开工亿元以上项目60个")),
        ]

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_other_views_are_about_the_sentence_at_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        await app.press("down", "tab", "～", "7")
        related, tasks = (one.view for one in opened)
        assert related.words == (str(report().text.index("新开工亿元以上项目60个")), "")
        assert (related.kind, tasks.kind) == ("related", "tasks")

    drive_view(steps, counterpart_session("完成投资131.4"))


def copied(app: Driven, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def copy(text: str, *_: object) -> str:
        texts.append(text)
        return "剪贴板"

    monkeypatch.setattr("tui.state.clipboard.copy", copy)
    return texts


def test_copying_takes_both_sentences_and_at_headings_both_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        texts = copied(app, monkeypatch)
        await app.press("y", "down", "Y", "]", "end", "y")
        whole, cited, alone = texts
        assert whole.count("标准厂房") == 2 and "入驻企业40家" in whole and "新开工" in whole
        one, other = cited.splitlines()
        assert one.startswith("回顾：“开工亿元以上项目52个") and one.endswith("第一部分第（一）节）")
        assert other.startswith("计划：“新开工亿元以上项目60个") and other.endswith("第二部分第（一）节）")
        assert alone == "回顾：“口袋公园建设任务全部完成。”"

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_a_zoomed_side_has_the_whole_screen_until_escape() -> None:
    async def steps(app: Driven) -> None:
        await app.press("f11")
        assert "131.4亿元" in app.text and "150亿元" not in app.text
        await app.press("tab")
        assert "131.4亿元" not in app.text and "150亿元" in app.text
        await app.press("escape")
        assert "131.4亿元" in app.text and "150亿元" in app.text

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_clicks_choose_side_and_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    async def steps(app: Driven) -> None:
        opened = asked(app, monkeypatch)
        y = next(index for index, row in enumerate(app.rows) if "建设标准厂房" in row)
        x = app.rows[y].rindex("建设标准厂房") - 1
        cells = sum(2 if ord(character) > 0x2E80 else 1 for character in app.rows[y][:x])
        await app.click("#counterparts", (cells + 4, y - 1))
        assert screen_of(app).pane.side == 1 and at_cursor(app)[1].startswith("建设标准厂房")
        await app.click("#counterparts", (cells + 4, y - 1), times=2)
        assert opened[-1].offset == report().text.index("建设标准厂房")

    drive_view(steps, counterpart_session("完成投资131.4"))


def test_a_view_that_is_gone_back_to_is_as_it_was_left() -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]", "]", "2", "tab", "down")
        state = screen_of(app).view_now().state
        assert state[:3] == ("2.2", "0", "1")
        states.append(state)

    states: list[tuple[str, ...]] = []
    drive_view(steps, counterpart_session("完成投资131.4"))

    async def again(app: Driven) -> None:
        assert shown(app) == ("1.1", "2.2")
        assert screen_of(app).view_now().state == states[0]

    drive_view(again, counterpart_session(state=states[0]))


def test_export_has_every_section_with_its_counterparts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        await app.press("E", "enter")

    drive_view(steps, counterpart_session())
    (path,) = tmp_path.glob("青禾县2024-前后对照.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["对应章节"][:4], row["判断"], row["其次章节"][:4], row["其次判断"]) for row in rows] == [
        ("二(一)", "有把握", "二(二)", "≈ 可能"), ("二(二)", "有把握", "", ""), ("", "", "", ""),
        ("一(一)", "有把握", "", ""), ("一(二)", "有把握", "一(一)", "≈ 可能"), ("", "", "", ""),
    ]  # fmt: skip


# -- from a report and back ----------------------------------------------------------------------


async def counterparts(app: Driven, key: str = "|") -> None:
    await app.press(key)
    await until(app, lambda: isinstance(app.app.screen_stack[0], CounterpartsScreen))


@pytest.mark.parametrize("key", ["|", "｜", "shift+f8"])
def test_from_a_report_its_section_is_shown_and_h_comes_back(key: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("]", "]", "]", "]")
        offset = app.main.navigation.offset
        await counterparts(app, key)
        screen = screen_of(app)
        assert screen.unit.start == offset and all(screen.pair.nodes)
        await app.press("tab", "enter")
        await until(app, lambda: app.app.screen_stack[0] is not screen)
        other = screen.pair.nodes[1 - screen.contents.side_of(screen.unit)]
        assert other is not None and app.main.navigation.offset >= other.start > offset
        await app.press("H")
        await until(app, lambda: isinstance(app.app.screen_stack[0], CounterpartsScreen))
        assert shown(app) == tuple(node.id for node in screen.pair.nodes if node is not None)
        assert screen_of(app).pane.side == 1
        await app.press("escape")
        await until(app, lambda: not isinstance(app.app.screen_stack[0], CounterpartsScreen))
        assert app.main.navigation.offset == offset

    drive(steps)


def test_a_report_without_review_and_plan_stays_on_the_screen_and_is_told_why() -> None:
    async def steps(app: Driven) -> None:
        await app.press("|")
        await until(app, lambda: "分不出回顾与计划" in app.rows[-1])

    drive(steps, report=report_of("政府工作报告\n各位代表：\n一年来，各项工作稳步推进。\n"))


HOSTILE = (
    """\
政府工作报告
——2024年1月16日在青禾县第九届人民代表大会第四次会议上
各位代表:
一、2023年工作回顾
(一)[bold]项目[/bold]\u200b建设\u202e扎实。开工项目👨‍👩‍👧‍👦52个\u0301,İİ完成[red]投资131亿元。
(二)民生福祉持续改善。"""
    + "改造老旧小区\t15个," * 300
    + """
二、2024年重点工作
(一)抓好[/bold]项目建设。新开工项目60个,İ完成投资150亿元。
(二)增进民生福祉。改造老旧小区10个。
"""
)


@pytest.mark.parametrize("size", [(160, 45), (120, 35), (80, 24), (60, 20), (40, 10), (10, 5)], ids=str)
def test_hostile_text_is_shown_as_it_is(size: tuple[int, int]) -> None:
    async def steps(app: Driven) -> None:
        if size[0] >= 40:
            await counterparts(app)
        keys = (
            "down",
            "down",
            "]",
            "pagedown",
            "end",
            "tab",
            "down",
            "f11",
            "pageup",
            "f11",
            "right",
            "home",
        )
        await app.press(*keys, ".", ",", "y", "left")
        assert "\x1b" not in app.text
        await app.resize(100, 30)
        await app.resize(*size)

    drive(steps, size=size, report=report_of(HOSTILE), at="一(一)")
