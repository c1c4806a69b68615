"""A list of deeds that is numbered as the sections of its chapter are is no run of sections."""

from __future__ import annotations

import pytest

from tests.convert.chapter_samples import BODY, CLOSING, OPENING, outline
from tui.convert.structure import read_structure

DEEDS = "".join(f"（{number}）新建农村公路{number}百公里；\n" for number in "一二三四五")
LIST = f"今年要办好的实事为：\n{DEEDS}"
SECTIONS = f"（一）稳增长。{BODY * 3}\n（二）惠民生。{BODY * 3}\n"
FOUND = ["  一 稳增长", "  二 惠民生"]


@pytest.mark.parametrize(
    ("sentence", "text", "found"),
    [
        ("entries below a lead-in", f"{LIST}重点抓好以下工作。\n{SECTIONS}", FOUND),
        ("also behind the sections", f"{SECTIONS}{LIST}", FOUND),
        (
            "with text between them they are sections",
            LIST.replace("（三）", f"{BODY}\n（三）") + SECTIONS,
            None,
        ),
        ("so are a few", "".join(f"{line}\n" for line in LIST.split("\n")[:5]) + SECTIONS, None),
        ("and those that are no smaller", f"{LIST}重点：\n（一）稳增长。\n（二）惠民生。\n", None),
        ("and those that are alone", LIST, None),
    ],
)
def test_which_numbered_lines_are_entries(sentence: str, text: str, found: list[str] | None) -> None:
    chapters = outline(f"{OPENING}一、2024年工作安排\n…\n{text}二、其他\n…\n{CLOSING}")
    sections = [line for line in chapters if line.startswith("  ")]
    assert sections == (found or sections), sentence
    assert len(sections) > len(found or FOUND) or found, sentence


def test_entries_are_items_with_their_numbers() -> None:
    chapter = read_structure(f"{OPENING}一、2024年工作安排\n{BODY}\n{LIST}重点：\n{SECTIONS}{CLOSING}")[1]
    items = [(node.number, node.heading) for node in chapter.children if node.level == "item"]
    assert items == [(number, f"新建农村公路{number}百公里") for number in "一二三四五"]
