"""Text of the screen of related sentences: those of the library that are like one."""

from __future__ import annotations

from tui.messages.quoting import quoted

WHAT = "相似句"
SCORE, PLACE, YEAR, SENTENCE = "近似", "地区", "年", "相似句"
ORDERS = {"score": "近似程度", "year": "年份，新的在前", "place": "地区"}
ALL, OWN_PLACE, SAME_LEVEL, SAME_YEAR = "全部", "本地", "同级", "本年"
RELATED, OWN = "相似句", "本句"
NOTE, IDENTICAL, NUMBERS_ONLY = "说明", "与本句一字不差", "只有数字不同"
LIT_CHANGES, LIT_SHARED = "标出的是两句不同的词", "标出的是两句共有的词"
LIKE_PART = "部分相似：只与本句的一个分句相近；标出的是共有的词"
NOTHING_ALIKE = "书库里没有相近的句子"
NO_HIT = "先选一处命中，再找与它相近的句子"
OWN_SENTENCE = "已在列出与本句相近的句子；按 Tab 选相似句，可接着找与它相近的"
#: Characters of the sentence in the title, at most.
_TITLE_CHARACTERS = 24


def title(place: str, year: int | None, sentence: str, is_long: bool) -> str:
    """Name the sentence."""
    if not is_long:
        return f"{place} {year or '？'} 相似句"
    words = " ".join(sentence.split())
    shown = words if len(words) <= _TITLE_CHARACTERS else f"{words[:_TITLE_CHARACTERS]}…"
    return f"相似句 · {place} {year or '？'} 年报告{quoted(shown)}"


def likeness(score: float, is_part: bool = False) -> str:
    """Write how alike two sentences are, or a sentence and a part of one."""
    return f"{'部分 ' if is_part else ''}{score:.2f}"
