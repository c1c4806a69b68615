"""Texts with topics, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterator

from tui.convert.structure import read_structure
from tui.report.model import NodeDraft, joined_text

#: Text below a headline, a short one and one of 96 characters; no sentence of it is a headline.
SHORT = "完成道路建设15公里，入驻企业40余家，带动就业3000人，园区承载能力明显增强。"


BODY = (
    "坚持稳中求进工作总基调，扎实推进各项工作，新增绿地20万平方米，建成道路15公里，群众获得感不断增强。" * 2
)
#: First sentences of paragraphs that look at a period.
LONG_PERIODS = [
    f"这一年，我们坚持{what}，全力做好服务保障，扎实推进各项重点工作，发展质量有了新的提升"
    for what in ("改革开放", "创新驱动", "民生优先", "城乡统筹")
]


def divided(*sentences: str) -> str:
    """Return a paragraph in which each sentence has a text of its own below it."""
    return "坚持稳字当头，持续推动高质量发展。" + "".join(f"{sentence}。{SHORT}" for sentence in sentences)


def tree(text: str) -> list[tuple[str, str, str | None]]:
    def walk(drafts: list[NodeDraft]) -> Iterator[tuple[str, str, str | None]]:
        for draft in drafts:
            yield draft.id, draft.level, draft.heading
            yield from walk(draft.children)

    drafts = read_structure(text)
    assert joined_text(drafts) == text
    return list(walk(drafts))
