"""Texts with chapters, and what is found in them."""

from __future__ import annotations

from tui.convert.structure import read_structure
from tui.report.model import NodeDraft, joined_text

BODY = "坚持稳中求进工作总基调,扎实推进各项工作,新增绿地20万平方米,建成道路15公里,群众获得感不断增强。" * 2


OPENING = "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n"


CLOSING = "各位代表！让我们团结一心，为实现目标而努力奋斗！\n"


def outline(text: str, *headings: str) -> list[str]:
    """Return chapters as they are numbered, their sections below them, and the names of parts."""
    text = text.replace("…", BODY)
    found: list[str] = []

    def walk(drafts: list[NodeDraft], depth: int) -> None:
        for draft in drafts:
            number = f"{draft.number} " if draft.number else ""
            if draft.level in ("chapter", "section"):
                found.append(f"{'  ' * depth}{number}{draft.heading}")
            elif draft.level == "part" and depth == 0:
                found.append(f"<{draft.id}>")
            walk(draft.children, depth + 1)

    drafts = read_structure(text, frozenset(headings))
    assert joined_text(drafts) == text
    walk(drafts, 0)
    return found


TWO_CHAPTERS = "一、2023年工作回顾\n…\n二、2024年工作安排\n…\n"


TWO = ["一 2023年工作回顾", "二 2024年工作安排"]
