"""Text of pages for browsers and printers (the brief, the page of a report), and of the commands that write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# -- the brief -----------------------------------------------------------------------------------

BRIEF = "简报"
DATE, SPEAKER, MEETING, SOURCE, BEFORE = "报告日期", "报告人", "会议", "原文", "上一年报告"
UNKNOWN = "未写明"
#: In a cell whose value is not known.
NOT_KNOWN = "—"
INDICATORS, TERMS, CHANGES, TASKS, TEXT = "主要指标", "新提法", "目标与上年结果相比", "重点任务", "全文"
INDICATOR, TARGET, ACTUAL, PROMISE, VERDICT = "指标", "目标", "上年结果", "上年目标", "结论"
RISES, FALLS = "高于上年最多", "低于上年最多"
CHANGE_ORDER = "先列比率，按百分点；后列数额，按百分比"
NO_INDICATORS = "没有读到主要指标。"
NO_TERMS = "没有发现新的提法。"
#: Where new terms are new, and what they were compared with.
NEW_EVERYWHERE, NEW_HERE = "所对照的报告均未见：", "本地此前未见，他处已有："
COMPARED_WITH_BEFORE = "仅与上一年报告对照，更早的报告和其他地方是否用过，未查"
NO_BEFORE = "没有上一年的报告，无从比较。"
NO_CHANGES = "没有可比的。"
NO_TASKS = "没有读到工作任务。"
LIST_COMMA = "、"
ARROW = " → "
LIKELY_SIGN = "≈"
LEGEND = "≈ 只是可能对应或大致可比，不计入统计；— 未见或未能确认。目标写“左右”的，相差 0.5 个百分点或 5% 以内算达到。由 huiji-tui 从报告原文摘出，各项可点开原句；引用前请核对。"
TEXT_LABEL = "报告全文"
BRIEF_LABEL = "简报正文"


def with_year_of_report(place: str, year: int, rest: str) -> str:
    """Name a report with the year it plans."""
    return f"{place}{year}年{rest}"


def brief_title(name: str) -> str:
    """Return the title of a brief."""
    return f"{name} {BRIEF}"


def with_year(heading: str, year: int | None) -> str:
    """Put the year, if it is known, before the heading of a column."""
    return f"{year}年{heading}" if year else heading


def target_heading(year: int | None) -> str:
    """Head the column of what is promised."""
    return with_year(TARGET, year)


def actual_heading(year: int | None) -> str:
    """Head the column of what was done."""
    return f"{year}年结果" if year else ACTUAL


def promise_heading(year: int | None) -> str:
    """Head the column of what was promised the year before."""
    return f"{year}年目标" if year else PROMISE


def speaker(role: str, name: str) -> str:
    """Name who delivered a report."""
    return f"{role} {name}".strip()


def dated(name: str, date: str) -> str:
    """Name a report with its date, if that is known."""
    return f"{name}（{date}）" if date else name


def times(term: str, count: int) -> str:
    """Write a term with how often a report has it."""
    return f"{term}（{count} 次）" if count > 1 else term


def with_members(term: str, members: Iterable[str]) -> str:
    """Write a term with those that are told in the same line."""
    return LIST_COMMA.join([term, *members])


def compared(own: int, others: int) -> str:
    """Tell with how many earlier reports of the place and of other places terms were compared."""
    told = f"与书库中本地此前 {own} 份"
    return told + (f"、其他地方此前 {others} 份报告对照；他处常见的不列" if others else "报告对照")


def promise_counts(total: int, counts: Iterable[tuple[str, int]], likely: int, undecided: int) -> str:
    """Sum up what became of last year's targets."""
    parts = [f"{name} {count}" for name, count in counts if count]
    parts += [f"{LIKELY_SIGN} 可能对应 {likely}（不计入）"] if likely else []
    parts += [f"待定 {undecided}"] if undecided else []
    return f"上年目标共 {total} 项：{LIST_COMMA.join(parts)}"


def chosen_tasks(shown: int, total: int) -> str:
    """Say how many of the tasks are on the page."""
    return f"共 {total} 项，下列 {shown} 项，有数字、有期限的优先" if shown < total else f"共 {total} 项"


def left_out(groups: Sequence[tuple[str, int]]) -> str:
    """Tell of which chapters and sections no task is on the page."""
    told = LIST_COMMA.join(f"{label}（{total} 项）" for label, total in groups)
    return f"限于篇幅未列：{told}。"


def source(name: str, file: str) -> str:
    """Name the report a page is made from, and its file if that is known."""
    return f"《{name}》（文件 {file}）" if file else f"《{name}》"


def group_total(total: int) -> str:
    """Say how many tasks a chapter or section has."""
    return f"{total} 项"


# -- the page of a report ------------------------------------------------------------------------

SKIP = "跳到正文"
OUTLINE, METRICS = "目录", "指标"
SEARCH_LABEL = "在正文中搜索"
NEXT, PREVIOUS = "下一处", "上一处"
SEARCH_HINT = "空格隔开的词须在同一段中，-词 表示段中不能有；回车到下一处，Shift+回车到上一处，Esc 清除"
COMPARISON, ALL_METRICS = "结果与目标对照", "全部指标"
VALUE, STATUS = "数值", "状态"
NO_METRICS = "没有读到指标。"
#: For the script; ``{}`` are the number of the hit and how many there are.
HIT_COUNT, NO_HITS, TOO_MANY = "第 {} 处，共 {} 处", "没有找到", "第 {} 处，共 {} 处以上"
#: Hits of a chapter or section, behind its name in the outline.
HITS_IN_NODE = "{} 处"
ENDED, BEGUN = "已到文末，从头开始", "已到文首，从末尾开始"
MADE_BY = "由 huiji-tui 从报告原文转换；蓝色为已完成，橙色为目标。"


def all_metrics(count: int) -> str:
    """Head the list of all metrics."""
    return f"{ALL_METRICS}（{count}）"


# -- the commands --------------------------------------------------------------------------------

BRIEF_HELP = """\
把报告写成一页简报：日期与报告人、主要指标（目标、结果，有上一年报告时还有当时的目标与结论）、
新提法、目标与上年结果相比升降最多的、各章节的重点任务；每一项都指向原句。
html 是单独一个文件，不用联网，带全文，点一项即标出原句，打印正好一页 A4；md 内容相同。
上一年的报告取自书库，或用 --before 指定。
新提法与书库中本地此前的报告对照，其他地方此前也未见的另列，他处常见的不列；
没有书库时只与上一年对照。"""
BRIEF_EXAMPLES = """\
例：
  huiji-tui brief -o 简报.html
  huiji-tui brief 郑州市/2024 -o 郑州.html
  huiji-tui brief 今年.docx --before 去年.docx -o 简报.md
  huiji-tui brief 报告.txt | less"""
BEFORE_HELP = "上一年的报告：文件，或书库里的 地区/年度；不写则由书库找"
SAME_REPORT = "--before 就是这份报告"
CONVERT_HTML_HELP = "不写大纲，写成一个 .html 网页：目录、正文、指标、搜索，不用联网"
HTML_NEEDS_OUTPUT = "书库里的报告要用 -o 指定写到哪个文件"


def in_brief(tasks: int, has_before: bool) -> str:
    """Tell what is in a brief."""
    return f"简报列任务 {tasks} 项" + ("" if has_before else "；没有上一年的报告，未列上年目标与新提法")


def wrong_order(year: int, before: int) -> str:
    """Refuse a report that is not from before the other."""
    return f"--before 应是更早的报告：{before} 不早于 {year}"
