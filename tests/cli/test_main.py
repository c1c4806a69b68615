"""Which arguments are commands, and which are reports for the screen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.samples import CONTENT
from tui.cli import main

SOURCE, OUTLINE = str(CONTENT / "huiji-2024.txt"), str(CONTENT / "huiji-2024.yaml")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["serach", "黄河", "--count"], 66, "serach: 没有这个文件或命令，是否为 search"),
        (["某文件"], 66, "某文件: 没有这个文件或命令"),
        (["没有.docx"], 66, "没有.docx: 没有这个文件"),
        ([SOURCE, "没有.docx"], 66, "没有.docx: 没有这个文件"),
        (["a.txt", "b.txt", "c.txt"], 66, "a.txt: 没有这个文件"),
        ([CONTENT] * 3, 2, "最多写两份报告：一份是阅读，两份是对读"),
        ([CONTENT, CONTENT, "--find", "黄河"], 2, "--at、--find 和 - 只能与一份报告同用"),
        ([CONTENT, "-"], 2, "--at、--find 和 - 只能与一份报告同用"),
        ([SOURCE], 2, "需要在终端中运行；逐行读用 read，打印内容用 outline、show、search 等命令"),
    ],
)
def test_what_is_neither_a_command_nor_a_report_is_told(
    huiji_tui: Any, words: list[Any], status: int, said: str
) -> None:
    assert huiji_tui(*words) == (status, "", f"huiji-tui: {said}\n")


def test_two_reports_are_given_in_their_order(huiji_tui: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "_at_a_terminal", lambda reading_input=False: True)
    given: list[object] = []
    paths = [OUTLINE, SOURCE]
    assert main.run(paths, lambda *options: given.extend(options) or 0) == 0  # type: ignore[func-returns-value]
    assert (given[0], given[-1]) == (paths[1], paths[0])


@pytest.mark.parametrize(
    ("words", "reordered"),
    [
        (["search", "马拉松", "--count", SOURCE], ["search", "马拉松", SOURCE, "--count"]),
        (["metrics", SOURCE, "--in", "1.7.3", OUTLINE], ["metrics", SOURCE, OUTLINE, "--in", "1.7.3"]),
        (["show", SOURCE, "--format", "text", "m001"], ["show", SOURCE, "m001", "--format", "text"]),
        (["diff", SOURCE, "--only-changes", OUTLINE], ["diff", SOURCE, OUTLINE, "--only-changes"]),
        (["outline", "--depth", "1", "--", SOURCE], ["outline", SOURCE, "--depth", "1"]),
    ],
)
def test_options_may_stand_between_words(huiji_tui: Any, words: list[str], reordered: list[str]) -> None:
    assert huiji_tui(*words) == huiji_tui(*reordered)
    assert huiji_tui(*words)[0] in (0, 1)
