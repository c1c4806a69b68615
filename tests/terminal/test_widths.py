"""The width of “ is asked before the first screen, or configured."""

from __future__ import annotations

from tests.support.terminal import PROGRAM, Terminal
from tui.terminal.width_probe import QUESTION


def screen(*arguments: str, answer: str = "") -> list[str]:
    """Return the screen at a place with many quotation marks, in a terminal that answers."""
    with Terminal([*PROGRAM, "--at", "1.1.1", *arguments], columns=80, rows=24) as terminal:
        while answer and QUESTION not in terminal.raw:
            assert terminal.read()
        terminal.send(answer)
        terminal.wait_for("? 帮助")
        return terminal.settle()


def test_text_is_drawn_with_the_width_the_terminal_answers() -> None:
    wide, narrow = screen("--ambiguous-width", "2"), screen("--ambiguous-width", "1")
    assert wide != narrow
    assert screen(answer="\x1b[3;1R\x1b[3;3R") == wide
    assert screen(answer="\x1b[3;1R\x1b[3;2R") == narrow
    assert screen() == narrow


def test_keys_typed_before_the_answer_are_kept() -> None:
    with Terminal(PROGRAM) as terminal:
        while QUESTION not in terminal.raw:
            assert terminal.read()
        terminal.send("/\x1b[3;1RGD\x1b[3;2RP")
        terminal.wait_for("2 搜索  GDP")


def test_a_late_answer_is_not_typed() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("q 退出")
        before = terminal.settle()
        terminal.send("\x1b[24;1R\x1b[24;2R")
        assert terminal.settle() == before
