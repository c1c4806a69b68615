"""Text of the command ``promises``, and of one's own verdicts."""

from __future__ import annotations

from tui.messages.library import duration
from tui.messages.verdicts import CERTAINTY_NAMES, LIKELY_SIGN, NEAR_LINES, OWN_VERDICT, SIGNS, VERDICT_NAMES

LINKING_STOPPED = "已停止；对照完的已写入书库，下次接着做"


def linking(done: int, total: int, left_s: float) -> str:
    """Say how far the linking of promises is."""
    return f"承诺对照 {done}/{total} 对 剩 {duration(left_s)}"


def linked(pairs: int, seconds: float) -> str:
    """Tell how many pairs of reports were linked."""
    return f"相邻两年的报告对照 {pairs} 对（{seconds:.1f} 秒）"


# -- the command ---------------------------------------------------------------------------------

PROMISES_USAGE = """\
huiji-tui promises 地区 年度 [选项]
      huiji-tui promises 地区/年度 [选项]
      huiji-tui promises 报告 下一年的报告 [选项]
      huiji-tui promises --own [选项]"""
PROMISES = f"""\
承诺对照：某年报告的各项目标，下一年的报告怎么说。
确定的计入首行各数；≈ 为可能，不计入；待定的用 --candidates 看最像的三句，由人判断。
▲ 超过，= 达到，▼ 未达，◇ 称已完成而未列数字，－ 不可比，… 未提及，? 待定。
{NEAR_LINES}
前两种写法查书库；写两份报告则不用书库，- 为标准输入。
自评结论用 --set 记在书库里，优先于程序的结论，重建书库、改正大纲后保留。
没有下一年的报告时退出状态为 1。"""
PROMISES_EXAMPLES = """\
例：
  huiji-tui promises 海拉尔区 2018
  huiji-tui promises 海拉尔区/2018 --verdict 未达,自认未达 --sort gap
  huiji-tui promises 郑州市 2023 -o 对照表.xlsx
  huiji-tui promises 郑州市 2023 --format csv --bom > 对照.csv
  huiji-tui promises 2023年.docx 2024年.docx --candidates
  huiji-tui promises 郑州市 2023 --set m012=达到 --note 据统计公报
  huiji-tui promises --own --format csv > 结论.csv"""
WORDS = "地区 年度"
WORDS_HELP = "地区和年度（目标是哪年的），或 地区/年度；或两份报告：文件、地区/年度、- 为标准输入"
VERDICT, CERTAINTY, SETTING, NOTE = "结论", "把握", "编号=结论", "说明"
VERDICT_HELP = "只列这些结论，逗号隔开：超过、达到、未达、不可比、有文无数、笼统称完成、自认未达、未提及、待定，或 json 中的英文名称"
CERTAINTY_HELP = "只列确定、可能、未找到的（sure、likely、none），逗号隔开"
SORT_HELP = "main 主要指标在前（默认），text 按原文，gap 未达且差距最大的在前，verdict 按结论"
FILTER_HELP = (
    "只列这样的目标：指标名中的词或拼音，或 unit:亿元、>100亿 等，空格分开的都要有，| 隔开的有一个即可"
)
IN_HELP = "只列目标在这一章、节的：3.1、三(一)、标题中的词"
CANDIDATES_HELP = "结果未确定的，列出下一年报告中最像的三句"
SET_HELP = "记下自评结论：m012=达到；m012= 为取消；可写多次"
NOTE_HELP = "与 --set 一起：依据、说明"
OWN_HELP = "只列自评结论；不写地区则列出书库中所有的"
LIST_MARKS = ",，、｜|"

COLUMNS = ("编号", "指标", "目标", "结果", "差距", "结论", "说明")
COUNTS_SEPARATOR = "｜"
NEED_TWO = "要写地区和年度，或两份报告；用法见 huiji-tui promises --help"
SET_NEEDS_LIBRARY = "--set 记在书库里：写书库中报告的 地区 年度"
NOTE_NEEDS_SET = "--note 要与 --set 一起用"
NO_PROMISES = "没有这样的目标"
NO_OWN = "没有自评结论，用 --set m012=达到 记下"


def heading(place: str, plan_year: object, results_year: object, results_place: str) -> str:
    """Head the promises of a report; the other report may be of another place."""
    other = results_place if results_place != place else ""
    return f"{place}　{plan_year}年目标，{other}{results_year}年报告所述结果"


def counted(total: int, parts: list[tuple[str, int]]) -> str:
    """Print how many promises there are of each kind, as offices do."""
    return COUNTS_SEPARATOR.join([f"承诺 {total}", *(f"{name} {count}" for name, count in parts)])


def verdict_cell(verdict: str, is_likely: bool, is_own: bool) -> str:
    """Print a verdict in a table."""
    sign = LIKELY_SIGN if is_likely else SIGNS[verdict]
    return f"{sign} {VERDICT_NAMES[verdict]}{f'（{OWN_VERDICT}）' if is_own else ''}"


def not_in_order(plan: int, results: int) -> str:
    """Refuse two reports the second of which is not later."""
    return f"后一份报告应当晚一年：这两份是 {plan} 年、{results} 年"


def not_adjacent(plan: int, results: int) -> str:
    """Warn about two reports that are not of consecutive years."""
    return f"这两份报告不是相邻两年的：{plan} 年、{results} 年"


def of_other_places(plan: str, results: str) -> str:
    """Warn about two reports that are of different places."""
    return f"这两份报告不是同一地区的：{plan}、{results}"


def not_set_on_pair(why: str) -> str:
    """Refuse a verdict on a pair of reports that do not belong together."""
    return f"--set 不能用：{why}"


def set_twice(target: str) -> str:
    """Refuse two verdicts on one target."""
    return f"--set 里 {target} 写了两次"


def nothing_set(target: str, indicator: str) -> str:
    """Tell that there is no verdict to take back."""
    return f"{target} {indicator}：没有自评结论可取消"


def bad_setting(text: str) -> str:
    """Refuse what is to be set."""
    return f"--set 要写成 编号=结论，如 m012=达到；现在是：{text[:40]}"


def kept_verdict(target: str, indicator: str, verdict: str | None) -> str:
    """Tell that a verdict is kept, or taken back."""
    said = "取消自评结论" if verdict is None else f"自评结论记为“{VERDICT_NAMES[verdict]}”"
    return f"{target} {indicator}：{said}"


def no_such_certainty(word: str) -> str:
    """Refuse a certainty."""
    names = "、".join(f"{name}（{code}）" for code, name in CERTAINTY_NAMES.items())
    return f"没有这种把握：{word[:40]}，可用：{names}"
