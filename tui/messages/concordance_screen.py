"""Text of the screen of hits in their context, and of the words near them."""

from __future__ import annotations

from tui.messages.quoting import quoted
from tui.messages.tables import report_year

WHAT, WHAT_COLLOCATES = "语境", "搭配"
LIBRARY = "书库"
SENTENCE = "原句"
PLACE, YEAR, SECTION, LEFT, HIT, RIGHT = "地区", "年", "章节", "前文", "命中", "后文"
HITS = "命中"
#: How lines can be sorted, as the command sorts them first: those of one report, and those of a library.
ORDERS = {"right": "后文", "left": "前文", "text": "原文次序"}
LIBRARY_ORDERS = {"right": "后文", "left": "前文", "place": "地区", "year": "年份"}
WORD, OBSERVED, EXPECTED, SCORE, RATIO = "词", "邻近", "预期", "似然值", "倍数"
COLLOCATE_ORDERS = {"score": "对数似然值", "observed": "次数", "ratio": "倍数"}

COUNTING = "正在数命中"
NO_LIBRARY = "要有书库才能看语境：在终端执行 huiji-tui library add 文件夹"
FINDING_COLLOCATES = "正在统计邻近的词"
NO_COLLOCATES = "命中不多，邻近的词没有明显多于别处的"
STOPPED = "已取消统计邻近的词"
NO_NEAR = "先选一个词"


def how_to_search(search: str, key: str) -> str:
    """Tell how to search first."""
    return f"语境要先有搜索：按 {search} 输入要找的词，再按 {key}"


def no_term(key: str) -> str:
    """Tell that a view has no term to look for."""
    return f"这里没有要找的词；在报告或书库里搜索之后再按 {key}"


def nothing_found(query: str) -> str:
    """Tell that there are no hits."""
    return f"没有找到{quoted(query)}"


def reading(done: int, total: int) -> str:
    """Tell how many of the lines are read."""
    return f"正在读取语境 {done:,}/{total:,}"


def title(query: str, where: str, is_long: bool) -> str:
    """Name a concordance."""
    return f"{quoted(query)}的语境 · {where}" if is_long else f"{quoted(query)} {where}"


def collocates_title(query: str, where: str, is_long: bool) -> str:
    """Name the words near hits."""
    return f"{quoted(query)}邻近的词 · {where}" if is_long else f"{quoted(query)} 搭配"


def shown(shown: int, listed: int, total: int) -> str:
    """Tell how many lines are shown, how many are listed, and how many there are."""
    first = f"前 {listed:,} 处，共 {total:,} 处" if listed < total else f"{total:,} 处"
    return first if shown == listed else f"{shown:,} / {first}"


def limited(listed: int, is_library: bool) -> str:
    """Tell that there are more hits than are listed, and how to see others."""
    how = "；搜索里加 year: level: place: 可看别处的" if is_library else ""
    return f"只列前 {listed:,} 处{how}"


def near(word: str) -> str:
    """Tell that only lines near a word are shown."""
    return f"邻近“{word}”"


def where(place: str, year: int | None) -> str:
    """Name the report of a line of a library."""
    return f"{place} {report_year(year)}".strip()


def collocate_remark(word: str, observed: int, expected: float, characters: int) -> str:
    """Explain the counts of a word."""
    return f"“{word}”在命中前后 {characters} 字之内有 {observed:,} 次；按它在全文的次数，平均分布时应有 {expected:.1f} 次"


EXPLAINED = "说明"


def lines_near(total: int) -> str:
    """Tell how many of the listed lines have a word near their hit."""
    return f"所列命中里有 {total:,} 处，Enter 只看这些"


def observed(count: int) -> str:
    """Write a count."""
    return f"{count:,}"


def expected(count: float) -> str:
    """Write an expected count."""
    return f"{count:.1f}"


def ratio(observed: int, expected: float) -> str:
    """Write how many times more often than expected a word is near hits."""
    times = observed / expected if expected else 0.0
    return f"{times:.0f}×" if times >= 10 else f"{times:.1f}×"
