"""Text of spreadsheets: titles, sources, notes, and what is said of writing them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.metrics import FIELD_NAMES
from tui.messages.promise_fields import FIELD_NAMES as PROMISE_NAMES
from tui.messages.series import field_name
from tui.messages.tasks import FIELD_NAMES as TASK_NAMES
from tui.messages.tasks import HORIZONS

AUTHOR = "huiji-tui"
NO_ROWS = "没有找到，表中没有内容"
ELLIPSIS = "…"
SEMICOLON = "；"
#: The size comes before the font: digits of a title behind it would be part of it.
_FOOTER_FONT = '&9&"宋体,常规"'
#: Characters of a title in the footer at most: Excel takes 255 of the footer.
_FOOTER_TITLE = 60
#: What each kind of table is: the name of its tab, and the end of its file's name.
TASKS, PROMISES, METRICS, COMPARISON = "任务分解表", "承诺对照表", "指标表", "目标对照表"
SERIES, RANKING, KEPT, HITS, GROUPS = "历年表", "位次表", "完成情况表", "检索结果", "检索统计"
NUMBERS, OWN_VERDICTS = "数字辨识表", "自评结论表"

# -- headings ------------------------------------------------------------------------------------

ACTUAL, TARGET = FIELD_NAMES["achieved_value"], FIELD_NAMES["target_value"]
ACTUAL_NUMBER, ACTUAL_UNIT = field_name("actual_value"), field_name("actual_unit")
TARGET_NUMBER, TARGET_UNIT = field_name("target_value"), field_name("target_unit")
ACTUAL_SECTION, TARGET_SECTION = PROMISE_NAMES["actual_path"], PROMISE_NAMES["target_path"]
ACTUAL_PATH, TARGET_PATH = "结果完整章节", "目标完整章节"
ACTUAL_SENTENCE, TARGET_SENTENCE = PROMISE_NAMES["actual_sentence"], PROMISE_NAMES["target_sentence"]
GAP_UNIT = PROMISE_NAMES["gap_unit"]
SENTENCE = FIELD_NAMES["sentence"]
ROW_NUMBER = TASK_NAMES["number"]
SECTION, PATH = "章节", "完整章节"
STATED = "表述"
BREAKS_AND_NOTES = "断点与说明"
TASKS_OF_YEAR, LATER_TASKS = HORIZONS["year"], HORIZONS["plan"]
HEADINGS = "所在章节标题"
PAIRED, TARGETS_ALONE = "目标与上年结果", "未见上年结果的目标"
#: What the progress of a task can be chosen from.
PROGRESS = ("未启动", "推进中", "已完成", "进度滞后", "已调整")


def year_heading(year: int | None, name: str) -> str:
    """Head the figures of a year."""
    return f"{year}年{name}" if year else name


# -- titles --------------------------------------------------------------------------------------


def whose(place: str, year: int | None) -> str:
    """Name a place and a year."""
    return f"{place}{year}年" if year else place


def task_title(name: str, is_later: bool = False) -> str:
    """Head the tasks of a plan, or those that are to be done after the year planned."""
    return f"{name}政府工作报告目标任务分解表{f'（{LATER_TASKS}）' if is_later else ''}"


def metric_title(name: str) -> str:
    """Head metrics."""
    return f"{name}政府工作报告指标表"


def comparison_title(name: str, is_alone: bool = False) -> str:
    """Head actuals beside targets, or the targets for which no actual was found."""
    return f"{name}政府工作报告主要目标与上年结果对照表{f'（{TARGETS_ALONE}）' if is_alone else ''}"


def promise_title(name: str) -> str:
    """Head targets beside results."""
    return f"{name}政府工作报告目标完成情况对照表"


def series_title(place: str, indicator: str, measure: str) -> str:
    """Head a series."""
    return f"{place}{indicator}历年目标与结果（{measure}）"


def rank_name(year: int, parent: str, level: str, indicator: str) -> str:
    """Name a ranking, of all places or of those in a division."""
    return f"{year}年{parent}{level}{indicator}"


def rank_title(name: str, measure: str) -> str:
    """Head a ranking, which is one of the places in the library."""
    return f"{name}位次表（{measure}，书库所收地区）"


def kept_title(targets: str) -> str:
    """Head the counts of targets."""
    return f"历年目标完成情况：{targets}"


def number_title(name: str) -> str:
    """Head all numbers of a report with what they are."""
    return f"{name}政府工作报告数字辨识表"


OWN_TITLE = "目标完成情况自评结论表"
HIT_TITLE, GROUP_TITLE, FOUND_METRIC_TITLE = (
    "政府工作报告检索结果",
    "政府工作报告检索统计",
    "政府工作报告检索所得指标",
)

# -- where it is from, and how many there are ----------------------------------------------------


def from_report(name: str, date: str, speaker: str) -> str:
    """Name the report a table is from."""
    more = "，".join(filter(None, (date, speaker)))
    return f"来源：{name}（{more}）" if more else f"来源：{name}"


def from_several(count: int) -> str:
    """Tell how many reports a table is from."""
    return f"来源：{count} 份政府工作报告"


def report_of_year(place: str, year: int | None, date: str) -> str:
    """Name one of two reports."""
    name = f"{place}{year}年政府工作报告" if year else f"{place}政府工作报告"
    return f"{name}（{date}）" if date else name


def two_sources(plan: str, results: str) -> str:
    """Name the reports that targets and results are from."""
    return f"来源：目标取自{plan}；结果取自{results}"


def without(reasons: Sequence[str]) -> str:
    """Tell which reports a table is without, and why."""
    return f"缺 {len(reasons)} 份：{SEMICOLON.join(reasons)}"


def counted(source: str, count: str) -> str:
    """Put the count behind the source."""
    return f"{source}　{count}"


def query_line(query: str) -> str:
    """Quote a query."""
    return f"搜索词：{query}"


def task_count(count: int) -> str:
    """Count tasks."""
    return f"共 {count} 项任务"


def also_counted(count: str, tab: str, others: int) -> str:
    """Add how many tasks the other sheet has."""
    return f"{count}，另有 {others} 项在工作表“{tab}”"


def group_heading(whose: str, heading: str, count: int) -> str:
    """Head the tasks of a section, and tell whose they are where there are several reports."""
    return f"{whose}　{heading}（{count} 项）" if whose else f"{heading}（{count} 项）"


def metric_count(count: int) -> str:
    """Count metrics."""
    return f"共 {count} 项指标"


def row_count(count: int) -> str:
    """Count rows of a comparison."""
    return f"共 {count} 项"


def with_cuts(before: str, after: str, is_cut: tuple[bool, bool]) -> tuple[str, str]:
    """Put an ellipsis where there is more before or behind what stands around a hit."""
    return (ELLIPSIS if is_cut[0] else "") + before, after + (ELLIPSIS if is_cut[1] else "")


def hit_count(hits: int, reports: int) -> str:
    """Count hits and reports."""
    return counted(from_several(reports), hits_in_all(hits)) if reports > 1 else hits_in_all(hits)


def hits_in_all(count: int) -> str:
    """Count hits."""
    return f"共 {count} 处"


def rank_source(by: str, shown: int, total: int) -> str:
    """Tell how a ranking is sorted, and how many places it lists."""
    listed = f"共 {total} 地" if shown == total else f"列出 {shown} 地，共 {total} 地"
    return f"{LIBRARY_SOURCE}　{by}排列，{listed}"


LIBRARY_SOURCE = "来源：书库所收各地政府工作报告"
SERIES_SOURCE = "来源：历年政府工作报告。目标取自当年的报告，结果取自下一年的报告"

# -- notes ---------------------------------------------------------------------------------------

NUMBERS_ALONE = "数值只列数字，“超”“左右”“以上”等限定见同行的文字表述。"
FALLS_ARE_NEGATIVE = "数值为负的是下降、减少。"
RANGES_ARE_TEXT = "数值是区间、比例、分数的，按文字列出，不参与计算。"
TASK_NOTE = (
    "任务照报告原文，含附件中的民生实事等，附件写明的牵头单位照录。完成时限照原文；原文没有说的，取指标所指的年份（注明“据指标”）"
    "或所在章名、上文所说的年份（注明“据章名”“据上文”，如“2024年底（据章名）”）。"
)
LATER_NOTE = "规划期任务：时限在本年以后的任务；只讲本年工作的一章里，跨年度的任务仍列在本年。"
#: Above the columns that are not printed.
SOURCES = "出处（供核对，不打印）"
COMPARISON_SIGNS = (
    "▲ 目标高于上年结果，▼ 低于，= 相同；✓ 上年结果已在目标的上下限之内，或接近约数的目标"
    "（比率相差不超过 0.5 个百分点，数额相差不超过 10%），○ 尚未达到；"
    "≈ 只是大致可比；位次以靠前为高。"
)
#: Below the counts of kept targets.
KEPT_NOTE = "空白为 0。合计是结论确定的目标，不含“可能”和“待定”。"
NOT_FOUND = "未见"
TARGETS_ALONE_NOTE = "这些目标没有找到可以对照的上年结果，不等于报告没有提及。"
COMPARISON_GAPS = "差距为目标数值减结果数值。"
GAP_NOTE = "差距以 % 为单位的，是结果减目标之差占目标的百分比；以其他为单位的，是结果减目标；负数是结果的数小于目标的数。"
VERDICT_NOTE = (
    "≈ 为可能，不计入总数；有文无数：称已完成而未列数字；笼统称完成：只说全部完成；待定：须由人判断。"
)
NO_REPORT_NOTE = "未提及：有报告而未提及；无报告：书库里没有这份报告。"
SERIES_NOTE = f"{NO_REPORT_NOTE}断点前后的数字不可直接相比。"
ABOVE = "上级，不参与排位"


def section(name: str, heading: str) -> str:
    """Tell what the short name of a section stands for."""
    return f"{name}　{heading}"


def sections(column: str, names: Sequence[str]) -> str:
    """Tell what the short names in a column stand for."""
    return f"{column}：{SEMICOLON.join(names)}。"


def footer(title: str) -> str:
    """Write the title and the number of the page below each page; ``&`` begins a code there."""
    shown = title if len(title) <= _FOOTER_TITLE else title[:_FOOTER_TITLE] + ELLIPSIS
    return f"&L{_FOOTER_FONT}{shown.replace('&', '&&')}&R{_FOOTER_FONT}第 &P 页，共 &N 页"


def note(text: str, number: int, total: int) -> str:
    """Write one of the notes below a table."""
    if total == 1:
        return f"注：{text}"
    return f"注：{number}．{text}" if number == 1 else f"　　{number}．{text}"


def targets_of_years(period: str) -> str:
    """Say that a target is not one of the year."""
    return f"今后几年的目标（{period}）" if period else "今后几年的目标"


def break_text(text: str) -> str:
    """Explain a break."""
    return f"断点：{text}"


def amount_break_text(text: str) -> str:
    """Explain a break of amounts."""
    return f"数额断点：{text}"


def result_named(name: str) -> str:
    """Name a result that may be that of a target of another name."""
    return f"结果名称为“{name}”"


def own_verdict(name: str) -> str:
    """Mark a person's own verdict."""
    return f"{name}（自评）"


def own_note(note: str) -> str:
    """Quote a person's own note."""
    return f"自评：{note}"


def not_listed(choices: Sequence[str]) -> str:
    """Warn about a value that is not among the choices."""
    return f"不在所列之中：{'、'.join(choices)}。仍要这样填吗？"


# -- writing -------------------------------------------------------------------------------------

PACKAGE_MISSING = "写电子表格需要另装一个包：pip install 'huiji-tui[excel]'"
ONLY_CHINESE = "xlsx 的表头只有中文，不能用 --headings en"
NOT_TO_TERMINAL = "电子表格不能打印到终端；写 -o 文件.xlsx，或不写 -o"
NO_COUNT = "xlsx 不能与 --count 一起用"
NO_CONTEXTS = "xlsx 不能与 --concordance、--collocates 一起用；请用 --format csv"


def too_many_rows(rows: int, limit: int) -> str:
    """Refuse a table with more rows than a spreadsheet."""
    return f"共 {rows} 行，电子表格最多 {limit} 行；请用 --format csv，或缩小范围"
