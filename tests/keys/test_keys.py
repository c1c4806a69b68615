"""Names of keys, the table of commands, and keys set by the user."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.keys import _character_to_key

from tests.support.pilot import Driven, drive
from tui.key_routing import TWINS
from tui.keys.commands import PANES, Command
from tui.keys.names import read_key, textual_name
from tui.keys.table import AT_WORK, EVERYWHERE, Keymap
from tui.state.config import read_config
from tui.typeset.layout import Line
from tui.widgets.bindings import bindings

ALL = [command for pane in PANES.values() for command in pane.commands]


@pytest.mark.parametrize("command", [one for one in ALL if one.keys], ids=lambda command: command.id)
def test_every_command_has_a_key_that_works_with_an_input_method(command: Command) -> None:
    keys = command.keys
    assert any(not (len(key) == 1 and key.isalpha()) for key in keys)


def test_every_punctuation_key_and_digit_has_a_full_width_twin() -> None:
    marks = {
        key
        for command in ALL
        for key in command.keys
        if len(key) == 1 and key.isascii() and not key.isalpha()
    }
    assert marks <= set(TWINS.values())


def test_full_width_marks_close_a_dialog_and_go_to_bookmarks() -> None:
    async def steps(app: Driven) -> None:
        await app.press("？")
        assert "（当前栏）" in app.text
        await app.press("？")
        assert "（当前栏）" not in app.text
        await app.press("f5", "1", "end", "’", "1")
        assert app.panes.text_pane.first_line == Line(0, 0)

    drive(steps)


def test_no_key_has_two_meanings_in_one_pane() -> None:
    for names in AT_WORK.values():
        for pane in (EVERYWHERE, *names):
            keys = [key for command in PANES[pane].commands for key in command.keys]
            assert len(keys) == len(set(keys))


def test_the_table_names_keys_as_they_are_shown() -> None:
    for command in ALL:
        assert all(read_key(key) == key for key in command.keys)


@pytest.mark.parametrize(
    ("typed", "shown", "name"),
    [
        ("ctrl+f", "Ctrl+F", "ctrl+f"),
        ("Ctrl+F", "Ctrl+F", "ctrl+f"),
        ("shift+f3", "Shift+F3", "shift+f3"),
        ("alt+left", "Alt+←", "alt+left"),
        ("pgdn", "PgDn", "pagedown"),
        ("空格", "空格", "space"),
        ("G", "G", "G"),
        ("+", "+", "plus"),
        ("ctrl++", "Ctrl++", "ctrl+plus"),
        ("/", "/", "slash"),
        ("-", "-", "minus"),
    ],
)
def test_a_key_is_read_by_any_of_its_names(typed: str, shown: str, name: str) -> None:
    assert read_key(typed) == shown
    assert textual_name(shown) == name


@pytest.mark.parametrize("typed", ["", "ctrl+", "hyper+x", "中", "xx", " ", "f25", "+ctrl"])
def test_text_that_names_no_key_is_rejected(typed: str) -> None:
    assert read_key(typed) is None


@pytest.mark.parametrize("mark", [chr(code) for code in range(0x21, 0x7F)])
def test_punctuation_is_named_as_textual_names_it(mark: str) -> None:
    assert textual_name(mark) == _character_to_key(mark)


def test_bindings_are_made_from_the_table() -> None:
    for pane, commands in PANES.items():
        made = [binding for binding in bindings(pane) if isinstance(binding, Binding)]
        assert [binding.id for binding in made] == [
            command.id for command in commands.commands if command.keys
        ]


OWN = """# mine
ambiguous_width = 2

[keys]
next_hit = "x"
search = ["/", "f5"]
mark = "F20"
"""


def test_keys_of_the_user_are_read() -> None:
    config = read_config(OWN, "config.toml")
    assert config.faults == []
    assert config.ambiguous_width == 2
    assert config.keys == {"next_hit": ("x",), "search": ("/", "F5"), "mark": ("F20",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[keys]\nnexthit = 'x'\n", "c.toml:2: 没有操作“nexthit”，是否为 next_hit"),
        ("[keys]\n\nnext_hit = 'ctrl+pgdwn'\n", "c.toml:3: 没有键“ctrl+pgdwn”"),
        ("[keys]\nnext_hit = 'pgdwn'\n", "c.toml:2: 没有键“pgdwn”，是否为 pgdn"),
        ("[keys]\nnext_hit = []\n", 'c.toml:2: next_hit 应是一个键，或几个键：["/", "F4"]'),
        ("[keys]\nnext_hit = 7\n", 'c.toml:2: next_hit 应是一个键，或几个键：["/", "F4"]'),
        ("[keys]\nnext_hit = 'q'\n", "c.toml:2: 键 q 已用于 quit"),
        ("[keys]\nnext_hit = 'd'\n", "c.toml:2: 键 d 已用于 half_page_down"),
        ("ambiguous_width = 3\n", "c.toml:1: ambiguous_width 应是 1 或 2"),
        ("ambigous_width = 2\n", "c.toml:1: 没有设置“ambigous_width”，是否为 ambiguous_width"),
        ("keys = 1\n", "c.toml:1: keys 应是一张表：[keys]"),
        ("\n[keys\n", "c.toml:2:6: 不是正确的 TOML"),
    ],
)
def test_faults_name_the_line_and_suggest_the_nearest_name(text: str, told: str) -> None:
    assert str(read_config(text, "c.toml").faults[0]).startswith(told)


def test_correct_entries_apply_despite_wrong_ones() -> None:
    config = read_config("[keys]\nnexthit = 'x'\nquit = 'Q'\n", "c.toml")
    assert config.keys == {"quit": ("Q",)}
    assert len(config.faults) == 1


def test_a_key_already_in_use_is_reported_once_and_changes_nothing() -> None:
    config = read_config("[keys]\nnext_hit = 'q'\n", "c.toml")
    assert config.keys == {} and len(config.faults) == 1


def test_a_list_with_one_wrong_key_is_ignored_as_a_whole() -> None:
    config = read_config("[keys]\nsearch = ['x', 'xx', 'F20']\n", "c.toml")
    assert config.keys == {}
    assert [str(fault) for fault in config.faults] == ["c.toml:2: 没有键“xx”"]


def test_two_commands_may_swap_keys() -> None:
    config = read_config("[keys]\nnext_hit = 'N'\nprevious_hit = 'n'\n", "c.toml")
    assert config.faults == []
    assert Keymap(config.keys).first("next_hit", "previous_hit") == "N n"


def test_keys_of_the_user_replace_the_default_ones() -> None:
    async def steps(app: Driven) -> None:
        assert "x 搜索" in app.rows[-1]
        await app.press("slash")
        assert app.focused == "text"
        await app.press("x")
        assert app.focused == "query"
        await app.press("escape", "question_mark")
        assert "x F5" in app.text

    drive(steps, config=read_config("[keys]\nsearch = ['x', 'f5']\nmark = 'm'\n", "c.toml"))


def test_a_fault_in_the_configuration_is_shown_on_the_screen() -> None:
    async def steps(app: Driven) -> None:
        assert "c.toml:2: 没有操作“nexthit”" in app.rows[-1]

    drive(steps, config=read_config("[keys]\nnexthit = 'x'\n", "c.toml"))
