"""Text of concordances, words near hits, and related sentences."""

from __future__ import annotations

CONCORDANCE_HELP = (
    "语境：一处一行，命中对齐，按后文排；--sort left 按前文（从末字往前）、place、year、text（正文次序）"
)
COLLOCATES_HELP = "搭配：命中前后常出现的词，次数、预期次数、对数似然值"
NEAR_HELP = "命中前后各看几个字：--concordance 默认 60，--collocates 默认 10（不出本句）"
CONCORDANCE_OR_COLLOCATES = "--concordance 与 --collocates 只写一个"
NEAR_ALONE = "--near 与 --concordance 或 --collocates 同用"
LINE_COLUMNS = ("地区", "级别", "年度", "章节", "前文", "命中", "后文", "起始位置", "结束位置", "报告")
COLLOCATE_COLUMNS = ("搭配词", "次数", "预期次数", "对数似然值")
NO_COLLOCATES = "命中太少，看不出常搭配的词"


def hits(count: int) -> str:
    """Return the number of hits."""
    return f"{count} 处"


def export_line(query: str, shown: int, total: int, order: str) -> str:
    """Tell what was searched for, how many hits are listed, and in which order."""
    count = f"共 {total} 处" if shown == total else f"列出 {shown} 处，共 {total} 处"
    return f"搜索词：{query}　{count}，{order}"


def not_together(option: str, other: str) -> str:
    """Refuse an option beside another one."""
    return f"{option} 不与 {other} 同用"


def wrong_sort(order: str, mode: str) -> str:
    """Refuse an order that only other results have."""
    return f"--sort {order} 不与 --concordance 同用" if mode else f"--sort {order} 只与 --concordance 同用"


RELATED_USAGE = """\
huiji-tui related 句子 [条件 …] [选项]
      huiji-tui related 报告 --at 位置 [条件 …] [选项]"""
RELATED = """\
相似句：书库里与一句话最相近的句子，附地区、年度；数字、年份不计，少见的词更重要。
相似度从 0 到 1：1 为相同，0.2 以下不列；每份报告只列最相近的一句（--each 可多列）。
整句不足 3 句时，再按逗号、分号分开找，与分句相近的标“部分”。
--at 逐句找一份报告中某处（3.1、三(一)、m190）的相似句，不列这份报告自己的。
没有相似句时退出状态为 1。"""
RELATED_EXAMPLES = """\
例：
  huiji-tui related 大力发展低空经济，建设通用机场。
  huiji-tui related 大力发展低空经济，建设通用机场。 level:city year:2024 --limit 5
  huiji-tui related 郑州市/2024 --at '三(二)' place:河南省
  huiji-tui related 深入推进城市更新。 --format csv --bom > 相似句.csv"""
RELATED_WORDS = "句子或报告"
RELATED_WORDS_HELP = (
    "要找的句子，或与 --at 同用的报告；可加条件 place:地区 level:city year:2018-2024 in:plan in:review"
)
AT = "位置"
AT_HELP = "报告中的位置：3.1、三(一)、m190"
LIMIT_HELP = "每句最多列 N 句，默认 20，与 --at 同用时默认 5"
EACH_HELP = "每份报告最多列 N 句，默认 1"
RELATED_COLUMNS = ("相似度", "地区", "级别", "年度", "句子", "起始位置", "结束位置", "报告", "说明")
PART = "部分相似"
RELATED_TABLE_COLUMNS = ("相似度", "报告", "句子")
SENTENCE_COLUMN = "原句"
NO_SENTENCE = "缺少句子"
ONE_REPORT = "--at 之前只写一份报告"
NONE_RELATED = "没有相似的句子"
NO_WORDS = "此处没有可比的句子"


def score(value: float, is_part: bool) -> str:
    """Write how alike two sentences are, or a sentence and a part of one."""
    return f"{'部分 ' if is_part else ''}{value:.2f}"


def related(count: int) -> str:
    """Sum up related sentences."""
    return f"共 {count} 句"
