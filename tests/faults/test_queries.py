"""Q01 to Q08: any text typed or pasted into an input is handled, and errors in it are shown in the pane."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.terminal import PROGRAM, Shared, Terminal

LONG = 200 * 1024
#: The pasted text, and the result shown: in the title's count, in the pane's rows, or in the status bar.
QUERIES = {
    "Q01-empty": ("", "词、拼音"),
    "Q02-200-KB": ("黄河" * (LONG // 6), "没有命中"),
    "Q03-newline": ("\n黄河\n故事\n", "命中 1/"),
    "Q04-only-marks": ("，。、；", "没有命中"),
    "Q05-backtracking": ("/(a+)+$/", "太费时，已停止"),
    "Q06-no-pattern": ("/(/", "正则有误：缺少 )"),
    "Q07-no-such-place": ("in:9.9 黄河", "没有“9.9”这个位置"),
    "Q08-only-excluded": ("-黄河", "只有要排除的词"),
}
#: The inputs and the keys that open them.
BOXES = {"search": "/", "go-to": ":", "filter": "3c", "palette": "\x10", "open": "o"}
#: The palette's placeholder, shown while its input is empty; Esc clears the input first.
PALETTE = "操作或标题中的词"


def pasted(words: str) -> str:
    return f"\x1b[200~{words}\x1b[201~"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("faults") / "a.txt"
    path.write_text(
        "一、回顾\n讲好黄河故事，建设黄河流域生态保护示范区。\n" + ("a" * 3000 + "b。\n") * 300,
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def program(report: Path) -> Iterator[Shared]:
    shared = Shared([*PROGRAM, str(report)], ready="存疑")  # the report is one large chapter
    yield shared
    shared.close()


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_answered_and_the_next_one_too(name: str, program: Shared) -> None:
    words, answer = QUERIES[name]
    with program.used() as terminal:
        terminal.send("/", "示范")
        terminal.wait_for("命中 1/1")
        terminal.send("backspace", "backspace", pasted(words))
        terminal.wait_for(answer)
        terminal.send("escape")
        terminal.settle(0.25)
        terminal.send("/", "示范")
        terminal.wait_for("命中 1/1")
        terminal.send("escape")
        terminal.wait_for(lambda text: "命中" not in text)


@pytest.mark.parametrize(
    "box",
    [
        "search",
        *(pytest.param(box, marks=pytest.mark.slow) for box in ("palette", "go-to", "filter", "open")),
    ],
)
def test_q02_a_long_paste_works_in_every_input(box: str) -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("q 退出")
        terminal.child.send(BOXES[box].encode())
        terminal.settle(0.2)
        terminal.send(pasted("zhong\n" * (LONG // 6)))
        terminal.wait_for("zhong zhong")
        for gone in ("zhong", PALETTE):
            terminal.send("escape")
            terminal.wait_for(lambda text: gone not in text)  # noqa: B023
            terminal.settle(0.25)
        terminal.send("/", "黄河")
        terminal.wait_for("命中 1/32")
