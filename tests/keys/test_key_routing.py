"""What the key router does with each kind of event; the rules are those of its module docstring."""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual import events
from textual.message import Message

from tests.support.pilot import Driven, drive
from tui.key_routing import MAX_WAITING_EVENTS, STALE_AFTER_S, TWINS, KeyRouter
from tui.keys.names import textual_name
from tui.widgets.text_pane import TextPane


class Screen:
    """A screen that notes what it is asked for."""

    def __init__(self, takes_text: bool, asks_for_letter: bool) -> None:
        self.takes_text = takes_text
        self.asks_for_letter = asks_for_letter
        self.calls: list[str] = []

    def mark(self) -> object:
        return lambda: None

    def begin_key(self) -> None:
        self.calls.append("begin")

    def end_key(self) -> None:
        self.calls.append("end")

    def take_letter(self, character: str) -> bool:
        if self.asks_for_letter:
            self.calls.append(f"letter {character}")
        return self.asks_for_letter

    def take_text(self, text: str) -> None:
        self.calls.append(f"text {text}")

    def explain_key(self, key: str) -> None:
        self.calls.append(f"explain {key}")


class Router:
    """A key router with an app and a screen that note what they are asked for."""

    def __init__(self, bound: str = "", takes_text: bool = True, asks_for_letter: bool = False) -> None:
        self.screen = Screen(takes_text, asks_for_letter)
        self.app = SimpleNamespace(
            focused=None,
            screen=SimpleNamespace(active_bindings={}),
            waiting_messages=0,
            run_bindings=self._run,
            on_event=lambda event: self._route(event),
            settle=self._settle,
        )
        self.router = KeyRouter(cast(Any, self.app))
        self.router.screen = cast(Any, self.screen)
        self.router.is_open = True
        self._bound = bound

    async def _run(self, key: str) -> bool:
        self.screen.calls.append(f"run {key}")
        return key == self._bound

    async def _route(self, event: events.Event) -> None:
        await self.router.route(event)

    async def _settle(self) -> None:
        """Wait for nothing: there are no dialogs."""

    def route(self, *routed: events.Event) -> list[bool]:
        """Route events, and return which are not left to Textual."""

        async def run() -> list[bool]:
            return [await self.router.route(event) for event in routed]

        return asyncio.run(run())


def old(event: events.Event) -> events.Event:
    event.time = time.monotonic() - STALE_AFTER_S - 1
    return event


def click(kind: type[events.MouseEvent]) -> events.MouseEvent:
    return kind(None, 1, 1, 0, 0, 1, False, False, False)


@pytest.mark.parametrize(
    ("key", "character", "calls", "is_done"),
    [
        ("j", "j", ["begin", "run j", "end"], True),
        ("x", "x", ["begin", "run x", "explain x", "end"], True),  # printable, bound to nothing
        ("f9", None, ["begin", "run f9", "explain f9", "end"], False),
        ("ctrl+p", "\x10", ["begin", "run ctrl+p", "explain ctrl+p", "end"], False),
        ("河", "河", ["begin", "text 河", "end"], True),
        ("：", "：", ["begin", "run colon", "explain colon", "end"], True),
        ("１", "１", ["begin", "run 1", "explain 1", "end"], True),
    ],
)
def test_a_key_runs_its_binding_or_starts_a_search(
    key: str, character: str | None, calls: list[str], is_done: bool
) -> None:
    router = Router(bound="j")
    assert router.route(events.Key(key, character)) == [is_done]
    assert router.screen.calls == calls


def test_chinese_starts_no_search_where_a_dialog_takes_the_text() -> None:
    router = Router(takes_text=False)
    router.route(events.Key("河", "河"), events.Paste("黄河"))
    assert router.screen.calls == ["begin", "run 河", "end"]


def test_a_paste_starts_a_search_unless_it_is_blank() -> None:
    router = Router()
    assert router.route(events.Paste(" 黄河\n"), events.Paste(" \n")) == [True, True]
    assert router.screen.calls == ["text 黄河"]


def test_a_letter_that_is_asked_for_runs_nothing() -> None:
    router = Router(asks_for_letter=True)
    assert router.route(events.Key("j", "j"), events.Key("f9", None)) == [True, True]
    assert router.screen.calls == ["begin", "letter j", "end", "begin", "letter ", "end"]


@pytest.mark.parametrize("mark", TWINS)
def test_a_full_width_mark_is_the_key_it_stands_for(mark: str) -> None:
    key = textual_name(TWINS[mark])
    router = Router(bound=key)
    assert router.route(events.Key(mark, mark)) == [True]
    assert router.screen.calls == ["begin", f"run {key}", "end"]


def test_a_full_width_space_is_typed_into_an_input() -> None:
    async def steps(app: Driven) -> None:
        await app.press("slash", "黄河\u3000生态")
        assert app.panes.search_box.value == "黄河\u3000生态"
        assert app.main.search.results.query.terms[1].text == "生态"

    drive(steps)


def test_keys_before_the_first_screen_act_in_order_when_it_is_shown() -> None:
    router = Router(bound="j")
    router.router.is_open = False
    assert router.route(events.Key("j", "j"), events.Paste("黄河"), events.Key("k", "k")) == [True] * 3
    assert router.screen.calls == []
    asyncio.run(router.router.open())
    assert router.screen.calls == ["begin", "run j", "end", "text 黄河", "begin", "run k", "explain k", "end"]


def test_enter_of_a_terminal_that_was_not_yet_in_its_mode_is_enter() -> None:
    router = Router(bound="enter")
    router.router.is_open = False
    router.route(events.Key("ctrl+j", "\n"))
    asyncio.run(router.router.open())
    assert router.screen.calls == ["begin", "run enter", "end"]


@pytest.mark.parametrize(
    ("waiting", "is_old", "is_dropped"),
    [
        (MAX_WAITING_EVENTS, True, False),
        (MAX_WAITING_EVENTS + 1, True, True),
        (MAX_WAITING_EVENTS + 1, False, False),
    ],
)
def test_old_keys_of_a_flood_are_dropped(waiting: int, is_old: bool, is_dropped: bool) -> None:
    router = Router(bound="j")
    router.app.waiting_messages = waiting
    key = events.Key("j", "j")
    router.route(old(key) if is_old else key)
    assert (router.screen.calls == []) == is_dropped


def test_the_release_of_a_button_is_dropped_with_its_press_only() -> None:
    router = Router()
    router.app.waiting_messages = MAX_WAITING_EVENTS + 1
    press, release = events.MouseDown, events.MouseUp
    assert router.route(old(click(press)), click(release)) == [True, True]
    assert router.route(click(press), old(click(release))) == [False, False]


def test_other_events_are_left_to_textual() -> None:
    router = Router()
    assert router.route(events.Focus(), events.Resize.from_dimensions((80, 24), None)) == [False, False]


def test_printable_keys_never_reach_a_widget(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    async def note(pane: TextPane, event: Message) -> None:
        assert isinstance(event, events.Key)
        seen.append(event.key)

    monkeypatch.setattr(TextPane, "_on_key", note, raising=False)

    async def steps(app: Driven) -> None:
        await app.press("x", "j", "space", "f24", "黄河", "escape")

    drive(steps)
    assert seen == ["f24"]
