"""E05 and E06: colours in the program's output: those of the theme, the terminal's 16, or none."""

from __future__ import annotations

import re

import pytest

from tests.support.terminal import PROGRAM, Terminal

SGR = re.compile(rb"\x1b\[([\d;]*)m")


def used(environment: dict[str, str]) -> set[str]:
    """Return the parameters of all SGR sequences of a run with a search, a side pane, a dialog and a selection."""
    with Terminal(PROGRAM, columns=100, rows=30, environment=environment) as terminal:
        terminal.wait_for("? 帮助")
        terminal.send("/", "黄河", "enter", "n", "3")
        terminal.wait_for("Enter 看原句")
        terminal.send("escape")
        terminal.settle()
        terminal.send("v")
        terminal.wait_for("取消")
        terminal.send(":")
        terminal.wait_for("跳转")
        return {found[1].decode() for found in SGR.finditer(terminal.raw)}


def colours(parameters: set[str]) -> set[int]:
    return {
        int(number)
        for sequence in parameters
        for number in sequence.split(";")
        if number and (30 <= int(number) <= 48 or 90 <= int(number) <= 107)
    }


def test_e05_no_color_gives_no_colours_but_distinct_styles() -> None:
    parameters = used({"NO_COLOR": "1"})
    assert not colours(parameters) - {39, 49}
    assert {"1", "7"} <= {number for sequence in parameters for number in sequence.split(";")}


@pytest.mark.parametrize(
    "term", ["xterm", *(pytest.param(term, marks=pytest.mark.slow) for term in ("linux", "xterm-16color"))]
)
def test_e06_sixteen_colours_are_those_of_the_terminal(term: str) -> None:
    parameters = used({"TERM": term, "COLORTERM": ""})
    assert not {38, 48} & colours(parameters)
    assert len(colours(parameters)) > 4


def test_e06_many_colours_are_those_of_the_theme() -> None:
    assert any("48;2;22;24;29" in sequence for sequence in used({}))
