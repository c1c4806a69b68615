"""Text of the list of tasks: its columns, and the help of the command."""

from __future__ import annotations

from tui.messages.cli import PROGRAM

#: Between two deadlines of one task, between its figures, and between the headings above it.
DEADLINE_COMMA, FIGURE_COMMA, PATH_MARK = "、", "、", " › "
#: Headings of the columns, by field. Offices fill in those that are empty.
FIELD_NAMES = {
    "number": "序号", "text": "任务", "figures": "指标数值", "deadline": "完成时限（原文）", "path": "章节",
    "due": "完成时限",
    "years": "所在章规划期", "figure_years": "指标所指年份", "chapter_year": "章名年度", "horizon": "任务类别",
    "office": "牵头单位", "person": "责任人", "progress": "进度", "remark": "备注",
    "part_of": "所属任务", "metrics": "指标编号", "node": "章节编号", "start": "起始位置", "end": "结束位置",
}  # fmt: skip

#: Whether a task is to be done in the year planned.
HORIZONS = {"year": "本年任务", "plan": "规划期任务"}
_DUE_SOURCES = {"chapter": "据章名", "text": "据上文", "figures": "据指标"}

TASKS = """\
把报告的工作安排分解为任务：一句中有几项承诺就分成几条，用报告的原话，附件中的民生实事等也列入，
列出指标数值、完成时限、所在章节；csv、md、xlsx 另有牵头单位、责任人、进度、备注待填，
xlsx 可直接打印、上报，进度可从列表中选；附件写明牵头单位的，照录。
回顾、形势分析、指导思想、结束语不是任务。
完成时限照原文（6月底前、年内、到2025年）；原文没有说的，取指标所指的年份，注明“据指标”，
或所在章名（附件名）的年份，注明“据章名”：“2024年重点工作”一章的任务为“2024年底（据章名）”，
“今后五年”一章的为“今后五年（据章名）”；一章先讲规划期、后讲本年的，
按其所在部分，注明“据章名”或“据上文”；仍没有则留空。csv、json 另把各项分列。
时限在本年以后的是规划期任务，xlsx 另列一张工作表；只讲本年工作的一章里，跨年度的任务仍算本年。
多份报告或文件夹时，每行前有报告、地区、年度。"""
TASKS_EXAMPLES = f"""\
例：
  {PROGRAM} tasks
  {PROGRAM} tasks 报告.docx -o 任务分解表.xlsx
  {PROGRAM} tasks 报告.docx --format csv --bom > 任务分解表.csv
  {PROGRAM} tasks 报告.docx --in 3.1
  {PROGRAM} tasks 郑州市/2024 --format md"""

NO_TASKS = "没有工作安排"


def end_of_year(year: int) -> str:
    """Name the end of the year that the heading of a chapter names."""
    return f"{year}年底"


def due(text: str, source: str | None) -> str:
    """Write by when a task is to be done, and what tells so if the task does not."""
    told = _DUE_SOURCES.get(source or "")
    return f"{text}（{told}）" if told else text


def newest(address: str) -> str:
    """Tell which report is taken of a place that is named without a year."""
    return f"{address}（此地最近的报告）"
