"""The help: two columns, a box that filters, and its way to every screen and dialog."""

from __future__ import annotations

import re

import pytest
from rich.style import Style

from tests.support.pilot import Driven, drive, drive_view
from tests.support.samples import huiji
from tests.support.views import promise_session
from tests.support.wording import counterpart_session
from tui.keys.commands import PANES
from tui.keys.table import SCREENS, Keymap
from tui.messages import help as messages
from tui.messages.notes import COLOUR_MARKS, LIKELY_MARK, NOTE_MARK
from tui.messages.other_words import OTHER_WORDS
from tui.metrics.change import Sign
from tui.screens.help import HelpDialog, help_sections
from tui.screens.theme_dialog import ThemeDialog
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span
from tui.search.query import parse_query
from tui.widgets.colour_names import colour_names
from tui.widgets.styles import make_styles


def title_of(app: Driven) -> str:
    """Return the first heading of the help."""
    return next(row for row in app.rows if "（当前" in row)


def test_the_keys_of_the_focused_pane_come_first_beside_the_signs() -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "question_mark")
        assert re.search(r"指标（当前栏） +记号：指标栏的对照", title_of(app))
        assert "列表（当前栏）" in app.text
        await app.press("escape")
        assert app.focused == "metrics"

    drive(steps, size=(120, 35))


def test_there_is_one_column_where_it_is_narrow_and_the_end_can_be_reached() -> None:
    async def steps(app: Driven) -> None:
        await app.press("question_mark")
        assert title_of(app).split() == ["正文（当前栏）"]
        await app.press(*["pagedown"] * 30)
        assert "对话框" in app.text and "F1" in app.text
        await app.resize(120, 35)
        assert "搜索的写法" in app.text or "对话框" in app.text

    drive(steps, size=(60, 20))


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("导出", "E Ctrl+E", "导出：指标、对照、简报、网页"),
        ("paiming", "6", "位次"),
        ("/daochu", "E Ctrl+E", "导出：指标、对照、简报、网页"),
        ("◉", "○ ● ◉", "两者同格"),
        ("status:", "status:target", "按性质"),
        ("青", "7.4%", "已完成的数：结果"),
        ("qingse", "7.4%", "已完成的数：结果"),
        ("历年", "→ l", "去年承诺、历年"),
    ],
)
def test_what_is_typed_filters(typed: str, first: str, second: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("question_mark", *typed)
        assert any(first in row and second in row for row in app.rows[3:-2])
        assert "下半页" not in app.text

    drive(steps)


def test_control_u_clears_what_is_typed() -> None:
    async def steps(app: Driven) -> None:
        await app.press("question_mark", *"导出")
        assert "下半页" not in app.text
        await app.press("ctrl+u")
        assert "下半页" in app.text

    drive(steps)


def test_columns_of_terms_are_explained_beside_them() -> None:
    sections = list(help_sections("in-alignment", "terms", Keymap({})))
    rows = {row.first: row.second for section in sections for row in section.rows}
    assert "上一年 9 份提到，当年 40 份提到" in rows["别处 9→40"]


def test_the_key_that_opens_it_closes_it_and_nothing_found_is_said() -> None:
    async def steps(app: Driven) -> None:
        for key in ("question_mark", "？", "f1"):
            await app.press("f1")
            assert isinstance(app.app.screen, HelpDialog)
            await app.press(key)
            assert not isinstance(app.app.screen, HelpDialog)
        await app.press("f1", "天书")
        assert messages.NOTHING_FOUND in app.text

    drive(steps)


@pytest.mark.parametrize(
    "keys", [(), ("slash",), ("c",), ("colon",), ("ctrl+p",), ("o",), ("i",), ("ctrl+t",), ("a",)], ids=str
)
def test_one_key_opens_it_wherever_one_is(keys: tuple[str, ...]) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", *keys)
        below = app.app.screen
        await app.press("f1")
        assert isinstance(app.app.screen, HelpDialog)
        is_dialog = len(app.app.screen_stack) > 2
        assert ("对话框（当前）" in app.text) == is_dialog
        await app.press("escape")
        assert app.app.screen is below

    drive(steps, at="3.1")


def test_what_is_about_the_focused_pane_is_told_with_it_and_only_there() -> None:
    for focused, keys in (("metrics", ("c F9", "s F12", "S Shift+F12", "i ;")), ("text", ())):
        own, *others = help_sections("everywhere", focused, Keymap())
        everywhere = next(section for section in others if section.title == PANES["everywhere"].name)
        assert not {*keys} - {row.first for row in own.rows}
        assert ("c F9" in {row.first for row in everywhere.rows}) == (focused == "text")


def test_the_hint_fits_where_it_is_narrow() -> None:
    async def steps(app: Driven) -> None:
        await app.press("f1")
        assert messages.PLACEHOLDER in app.text and "Esc 关闭" in app.text

    drive(steps, size=(60, 20))


@pytest.mark.parametrize(
    ("style", "names"),
    [
        ("#7fb2e5 on #3a1212", ["蓝色", "红色"]),
        ("#8a4b00", ["橙色"]),
        ("#ffff00", ["黄色"]),
        ("bold #ff0010 on #16181d", ["红色", "黑色"]),
        ("#202020", ["黑色"]),
        ("#ffffff", ["白色"]),
        ("bold underline", []),
    ],
)
def test_colours_have_names(style: str, names: list[str]) -> None:
    assert list(colour_names(Style.parse(style))) == names


def test_a_table_explains_its_own_signs() -> None:
    async def counterparts(app: Driven) -> None:
        await app.press("question_mark")
        assert "前后对照（当前栏）" in app.text and "前后对照里的记号" in app.text
        assert "搜索的写法" not in app.text

    async def promises(app: Driven) -> None:
        await app.press("f1")
        assert "承诺对照（当前栏）" in app.text and "有文无数、笼统称完成" in app.text

    drive_view(counterparts, counterpart_session("15个"))
    drive_view(promises, promise_session())


@pytest.mark.parametrize("layer", SCREENS)
def test_every_key_of_a_screen_is_told_and_every_style_exists(layer: str) -> None:
    styles = make_styles({}, "none")
    for focused in SCREENS[layer]:
        sections = [*help_sections(layer, focused, Keymap())]
        assert "（当前栏）" in sections[0].title
        assert all(section.rows for section in sections)
        assert {row.style for section in sections for row in section.rows} <= {*styles}
        titles = [section.title.removesuffix("（当前栏）") for section in sections]
        assert len(titles) == len(set(titles))


def test_all_signs_of_comparisons_are_explained() -> None:
    told = "".join(row[0] for row in messages.SECTIONS["comparison"][1])
    assert {sign for sign in Sign.__args__ if sign} == set(told) - {" "}  # type: ignore[attr-defined]


def test_all_marks_before_lines_are_explained() -> None:
    told = {first.split()[0] for first, _, _ in messages.SECTIONS["notes"][1]}
    assert told == {NOTE_MARK, LIKELY_MARK, *COLOUR_MARKS.values()}


def test_the_examples_are_understood() -> None:
    for first, _, _ in messages.SECTIONS["query"][1]:
        assert parse_query(first).terms
    from tests.support.samples import huiji_outline

    metrics = huiji().metrics
    for first, _, _ in messages.SECTIONS["filter"][1]:
        assert filter_metrics(metrics, first, huiji_outline())
    for first, _, _ in messages.SECTIONS["places"][1][:5]:
        for one in first.split():
            find_span(huiji_outline(), one)


def test_other_words_are_of_commands() -> None:
    assert {*OTHER_WORDS} <= {command.id for pane in PANES.values() for command in pane.commands}


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("去年目标", "承诺对照"),
        ("排名", "位次"),
        ("对比", "对读"),
        ("新提法", "对读"),
        ("导出", "导出：指标、对照、简报、网页"),
        ("引用", "复制并注明出处"),
        ("高亮", "标色"),
        ("往年", "历年"),
        ("任务清单", "任务"),
        ("上下文", "语境"),
        ("xiangsi", "相似句"),
        ("笔记", "写批注"),
        ("shuqian", "列出标记"),
        ("深色", "选主题"),
    ],
)
def test_newcomers_find_commands_in_the_palette(typed: str, label: str) -> None:
    async def steps(app: Driven) -> None:
        await app.press("ctrl+p", *typed)
        assert label in app.text

    drive(steps)


def test_a_theme_is_shown_while_the_cursor_is_on_it_and_escape_brings_back_the_one_before() -> None:
    async def steps(app: Driven) -> None:
        await app.press("ctrl+t", "down")
        assert isinstance(app.app.screen, ThemeDialog) and app.app.theme == "宣"
        await app.settle()
        app.app.keep()
        assert not app.app.session.report_store.settings.theme, "a theme that is only looked at is not kept"
        await app.press("escape")
        assert app.app.theme == "墨" and not isinstance(app.app.screen, ThemeDialog)
        await app.press("ctrl+t", "end", "enter")
        assert app.app.theme == "高对比" and "主题：高对比" in app.rows[-1]
        app.app.keep()
        assert app.app.session.report_store.settings.theme == "高对比"

    drive(steps)
