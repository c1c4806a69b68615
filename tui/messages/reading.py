"""Text of ``read``, the report line by line for screen readers: what comes first is heard first."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.metrics import COMPARABLE_NAMES
from tui.messages.quoting import quoted
from tui.messages.sheets import NOT_FOUND

COMMAND = """\
逐行读报告，供读屏软件、点显器使用：不移动光标，不用颜色和线框，列表都编了号。
回答编号，或直接写位置、词、命令；按回车继续往下读。从管道读命令时，读完即结束。"""
EXAMPLES = """\
例：
  huiji-tui read                        读内置报告
  huiji-tui read 郑州市/2024 --at '三(五)'
  huiji-tui read 报告.docx --find 黄河
  printf '%s\\n' '三(五)' '' 出处 | huiji-tui read
回答：
  回车            继续：下一段，或列表的后面几项
  编号            最近一次列表中的那一项
  0               上一级；读过命中之后，回到命中列表
  三(五)、3.5、m190、招商、17%
                  前往这个位置
  /黄河           搜索；别的词不是位置的，也搜索
  命中            再列一次找到的句子
  ?               菜单，列出此处能做的
  q               退出"""
AT_HELP = "从这个位置读起：3.1、三(一)、m190、17%%、标题中的词"
NOT_FROM_INPUT = "标准输入用来听命令，报告要写文件名"

#: What may be answered besides numbers and places, by what it does. The first word of each is shown.
COMMANDS = {
    "menu": ("菜单", "帮助", "help", "?", "m", "h"),
    "contents": ("目录", "全篇"),
    "read": ("从头读此处", "读", "r"),
    "search": ("搜索", "搜", "/"),
    "next_hit": ("下一处", "n"),
    "previous_hit": ("上一处", "N"),
    "metrics": ("指标", "此处的指标"),
    "compare": ("对照",),
    "promises": ("承诺", "去年的承诺"),
    "next_section": ("下一节", "]", "】"),
    "previous_section": ("上一节", "[", "【"),
    "hits": ("命中", "hits"),
    "up": ("上一级", "上级", "u"),
    "back": ("返回", "0"),
    "cite": ("出处", "y", "Y"),
    "quit": ("退出", "q", "Q"),
}
#: Stand before words to search for.
SEARCH_MARKS = "/、"
PROMPT_NUMBER, PROMPT_CONTINUE, PROMPT_QUERY = "编号或命令：", "回车继续：", "搜索词："
END = "全文完。再按回车从头读"
AT_TOP = "已在最上一级"
LAST_SECTION, FIRST_SECTION = "后面没有节了", "前面没有节了"
NO_COMPARISONS, NO_PROMISES = "没有可对照的", "去年的报告没有可对照的承诺"
NO_HITS_YET = "还没有搜索；写 /词"
NO_QUERY = "没有搜索"
LAST_HIT, FIRST_HIT = "后面没有了，这是最后一处", "前面没有了，这是第一处"
WHOLE = "全篇"
HINT = "写编号、位置、/词或命令；回车往下读，0 返回，? 为菜单，q 退出"


def introduction(name: str, date: str, speaker: str, chapters: int, metrics: int) -> str:
    """Say which report it is, and how long."""
    said = "，".join(part for part in (name, date, speaker) if part)
    return f"{said}。{chapters} 章，{metrics} 个指标。"


def part(label: str, paragraphs: int, metrics: int) -> str:
    """Say what a part is called, and how long it is."""
    return f"{label}。{paragraphs} 段，{metrics} 个指标。"


def numbered(number: int, text: str) -> str:
    """Write an item of a list: its number first."""
    return f"{number}：{text}"


def more(count: int) -> str:
    """Tell that a list goes on."""
    return f"还有 {count} 项"


def no_such_number(number: str, count: int) -> str:
    """Refuse a number that the last list does not have."""
    return f"没有 {number[:12]} 号，列表是 1 到 {count}" if count else "还没有列表，? 为菜单"


def section(is_next: bool, label: str) -> str:
    """Offer the next or the previous section."""
    return f"{'下' if is_next else '上'}一节：{label}"


def parent(label: str) -> str:
    """Offer what a part belongs to."""
    return f"上一级：{label}"


def metrics(count: int, words: str = "") -> str:
    """Offer the metrics of a part, or those that match words."""
    return f"此处的指标，{f'符合“{words}”的 ' if words else ''}{count} 个"


def comparisons(pairs: int, total: int) -> str:
    """Offer the comparisons of a report, and tell in how many of them both years have a figure."""
    return f"今年与去年对照，{total} 项，其中 {pairs} 项成对，两年都有数"


def hits(query: str, count: int, sentences: int, is_spelled: bool = False) -> str:
    """Head a list of sentences with hits; tell if they only read like the query."""
    spelled = "没有原文，按拼音找到 " if is_spelled else ""
    return (
        f"{quoted(query)}：{spelled}{count} 处，{sentences} 句。" if count else f"{quoted(query)}：没有找到"
    )


def listed_hits(sentences: int) -> str:
    """Offer the list of sentences with hits."""
    return f"命中列表，{sentences} 句"


def hit(path: str, count: int, why: str, sentence: str) -> str:
    """Write a sentence with hits: place, then the sentence."""
    several = f"，{count} 处" if count > 1 else ""
    return f"{path}{several}{f'，{why}' if why else ''}：{sentence}"


def hit_of(number: int, count: int) -> str:
    """Say which of the sentences with hits is read."""
    return f"第 {number} 句，共 {count} 句"


def spelt(words: str) -> str:
    """Say that letters may mean a heading, and ask what is meant."""
    return f"{quoted(words)}与标题的拼音相合，请选一项"


def search_for(words: str) -> str:
    """Offer to search for words."""
    return f"搜索{quoted(words)}"


def go_to(label: str) -> str:
    """Offer to go to a part."""
    return f"前往：{label}"


def not_a_place(text: str) -> str:
    """Say that a word names no place, before it is searched for."""
    return f"没有{quoted(text[:40])}这个位置，改为搜索"


def metric(name: str, value: str, status: str, period: str) -> str:
    """Write a metric."""
    return "，".join(part for part in (name, value, status, period) if part)


def comparison(name: str, years: Sequence[str], values: Sequence[str], change: str) -> str:
    """Write an indicator with last year's actual and this year's target."""
    actual, target = (value or NOT_FOUND for value in values)
    before, after = (year or word for year, word in zip(years, ("去年", "今年"), strict=True))
    return f"{name}：{before}{actual}，{after}目标{target}" + (f"；{change}" if change else "")


def loose(change: str) -> str:
    """Say that values are only loosely comparable, and why."""
    return "，".join(filter(None, (COMPARABLE_NAMES["loose"], change)))


def promise(verdict: str, name: str, target: str, actual: str, others: Sequence[str]) -> str:
    """Write a promise: the verdict first."""
    said = [f"目标{target}", f"结果{actual}" if actual else "", *others]
    return f"{verdict}：{name}：" + "，".join(part for part in said if part)


def likely(verdict: str) -> str:
    """Mark what is only likely."""
    return f"可能{verdict}"


def promises(year: int | None, count: int) -> str:
    """Head the list of promises."""
    return f"{f'{year}年' if year else '去年'}报告的承诺，{count} 项；结论、指标、目标、结果。"


def sentence(kind: str, path: str, text: str) -> str:
    """Write a sentence behind what it is and where it stands."""
    return "：".join(part for part in (kind, path, text) if part)


TARGET_SENTENCE, ACTUAL_SENTENCE, LAST_YEAR = "目标原句", "结果原句", "去年的报告"
