"""Commands typed into the box that ``:`` opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.support.pilot import Driven, drive, drive_library, drive_view, until
from tests.support.samples import SMALL, huiji_outline
from tests.support.views import promise_session
from tui.keys.commands import PANES
from tui.keys.table import SCREENS, layer_of
from tui.keys.typed import TYPED_COMMANDS, commands_like, typed_command
from tui.library.library import Library
from tui.screens.main import MainScreen


def test_every_command_that_can_be_typed_is_one_of_every_screen_it_can_be_typed_on() -> None:
    names = [name for command in TYPED_COMMANDS for name in command.names]
    assert len(names) == len(set(names))
    known = {layer_of(screen): {one.id for one in PANES[layer_of(screen)].commands} for screen in SCREENS}
    for command in TYPED_COMMANDS:
        assert all(command.id in ids for ids in known.values()), command
        assert any(not name.isascii() for name in command.names), "it can be typed with an input method"


@pytest.mark.parametrize(
    ("text", "id", "argument"),
    [
        ("q", "quit", ""),
        (" 退出 ", "quit", ""),
        ("ＯＰＥＮ　a b.txt", "open", "a b.txt"),
        ("theme 宣", "theme", "宣"),
        ("qu", None, ""),
        ("", None, ""),
        ("3.4", None, ""),
    ],
)
def test_the_first_word_is_the_name_of_a_command(text: str, id: str | None, argument: str) -> None:
    command, rest = typed_command(text)
    assert (command.id if command is not None else None) == id
    assert rest == argument or command is None


def test_commands_are_suggested_by_the_beginning_of_a_name() -> None:
    assert [command.id for command in commands_like("ex")] == ["quit", "export"]
    assert [command.id for command in commands_like("主")] == ["theme"]
    assert commands_like("") == list(TYPED_COMMANDS)


def in_report(steps: Callable[[Driven], object], library: Path) -> None:
    drive(steps)  # type: ignore[arg-type]


def in_library(steps: Callable[[Driven], object], library: Path) -> None:
    drive_library(steps, library)  # type: ignore[arg-type]


def in_table(steps: Callable[[Driven], object], library: Path) -> None:
    drive_view(steps, promise_session())  # type: ignore[arg-type]


@pytest.mark.parametrize("run", [in_report, in_library, in_table])
def test_commands_work_on_every_screen(
    run: Callable[[Callable[[Driven], object], Path], None], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("：", "主题", "space", "宣", "enter")
        assert app.app.theme == "宣"
        await app.press(":", *"theme")
        assert "宣（现用）" in app.text and "墨" in app.text
        await app.press("enter")
        assert app.app.theme == "高对比", "the next one"
        await app.press(":", *"help", "enter")
        assert "（当前栏）" in app.text
        await app.press("escape", ":", *"open", "space")
        assert "内置报告" in app.text
        left: list[bool] = []
        monkeypatch.setattr(app.app, "exit", lambda: left.append(True))
        await app.press("escape", ":", "q", "enter")
        assert left

    run(steps, library.path)


def test_what_may_be_a_place_means_the_place_unless_it_is_exactly_a_command() -> None:
    async def steps(app: Driven) -> None:
        await app.press(":", "三", "enter")
        assert app.main.navigation.offset == huiji_outline().by_id["3"].start
        await app.press(":")
        assert ":quit" not in app.text.split("3.10")[0], "places come first"
        await app.press(*"exp")
        assert ":export" in app.text
        await app.press("tab")
        assert isinstance(app.app.focused, Input) and app.app.focused.value == "export"
        await app.press("escape", ":", *"them", "tab")
        assert "墨（现用）" in app.text

    drive(steps)


@pytest.mark.parametrize("typed", ["保定市/2023", "open 保定市/2023", "保定市／２０２３"])
@pytest.mark.parametrize("run", [in_report, in_library, in_table])
def test_a_report_of_the_library_is_opened_by_its_address(
    run: Callable[[Callable[[Driven], object], Path], None],
    typed: str,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(library.path))

    async def steps(app: Driven) -> None:
        await app.press(":")
        box = app.app.focused
        assert isinstance(box, Input)
        box.value = typed.replace("2023", "1999")
        await app.settle()
        if "２" not in typed:
            assert "书库中没有这份报告" in app.text and "2023" in app.text
        box.value = typed
        await app.settle()
        assert "打开" in app.text
        await app.press("enter")
        await until(app, lambda: isinstance(app.app.screen, MainScreen) and "保定市" in app.rows[0])

    run(steps, library.path)


def test_paths_complete_after_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("某县2022.txt", "某县2023.txt", "某市.txt"):
        (tmp_path / name).write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def steps(app: Driven) -> None:
        def box() -> str:
            return str(getattr(app.app.focused, "value", ""))

        await app.press(":", *"open", "space", "某", "县", "tab")
        assert box() == "open 某县202"
        await app.press("tab")
        assert box() == "open 某县202", "two files go on differently"
        await app.press("3", "tab")
        assert box() == "open 某县2023.txt"

    drive(steps)
