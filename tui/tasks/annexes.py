"""Find the annexes of a report that plan, such as the deeds of a year for the people (民生实事), and their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.metrics.times import years_in
from tui.report.model import Node, Report
from tui.report.outline import Outline
from tui.tasks.plan import Passage, metrics_between, states_targets

_ANNEX = "annex"
#: Headings of annexes that plan; and of those that look back, explain, or only list indicators.
_PLANS = re.compile(
    "实事|(?:民生|民心|惠民|利民|为民)(?:工程|项目)|(?:重点|主要|目标)(?:工作|任务)|任务(?:分解|清单|表|安排)|工作(?:安排|目标)"
)
_NO_PLAN = re.compile("完成情况|落实情况|办理情况|进展|解释|释义|注释|名词|说明|指标")
_N = "[一二三四五六七八九十]{1,3}"
#: Numbers of lines, by kind.
_NUMBER = re.compile(
    rf"\s*(?:(?P<comma>{_N}、)|(?P<bracket>[(（]{_N}[)）])|(?P<digits>\d{{1,3}}\s*[.．、](?!\d))|(?P<bracketed>[(（]\d{{1,3}}[)）]))"
)
_STOP = re.compile(r"[。；;！!]")
#: Who does what: a remark in brackets behind it, or a line of its own.
_OFFICE = r"(?:牵头|责任|承办|主办|协办|配合|实施|负责|建设){1,4}[^：:（()）]{0,4}(?:单位|部门|处室)"
_REMARK = re.compile(
    rf"[（(](?:[^（()）]{{0,80}}{_OFFICE}[^（()）]{{0,200}}|[^（()）]{{1,120}}(?:负责|牵头))[)）]\s*(?:[。；;，,、]|\Z)"
)
_NAMED, _IN_CHARGE = (
    re.compile(r"[：:]([^；;。:：()（）]+)"),
    re.compile(r"[（(]([^；;。()（）]+?)(?:负责|牵头)"),
)
_OFFICE_LINE = re.compile(rf"\s*{_OFFICE}\s*[：:]")
#: A row of a table; the line below its headings; the headings of a table whose cells are told apart by spaces.
_ROW, _RULE, _HEAD_ROW = re.compile(r"\s*\|"), re.compile(r"[\s|:：\-—]+"), re.compile(r"[\s\-•]*序\s?号")


class _Line(NamedTuple):
    """A line that is not blank, as a half-open span."""

    start: int
    end: int
    text: str


def annex_passages(outline: Outline) -> Iterator[Passage]:
    """Yield the lines of the annexes that plan, without titles, headings of their parts, and who does what."""
    report = outline.report
    for node in report.outline:
        if node.id.rstrip("0123456789") == _ANNEX and _plans(report, node):
            year = report.front.plan_year if report.front.plan_year in years_in(node.heading or "") else None
            for start, end, office in _spans(report, node):
                yield Passage(
                    node, start, end, is_headed=True, is_of_year=year is not None, year=year, office=office
                )


def _plans(report: Report, annex: Node) -> bool:
    heading = annex.heading or ""
    if not _PLANS.search(heading) or _NO_PLAN.search(heading):
        return False
    years = years_in(heading)
    if not years or report.front.plan_year is None:
        return states_targets(report, annex)
    metrics = metrics_between(report, annex.start, annex.end)
    return report.front.plan_year in years and any(metric.status == "target" for metric in metrics)


def _spans(report: Report, annex: Node) -> Iterator[tuple[int, int, str]]:
    """Yield the half-open spans of what its lines plan, each with who is to do it; of a row of a table the longest cell."""
    lines = _lines(report.text, annex)
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if _ROW.match(line.text):
            is_head = below is not None and _RULE.fullmatch(below.text)
            if not is_head and not _RULE.fullmatch(line.text):
                yield *_longest_cell(line), ""
        elif not (_OFFICE_LINE.match(line.text) or _HEAD_ROW.match(line.text) or _heads(line, below)):
            yield from _parts(line)


def _parts(line: _Line) -> Iterator[tuple[int, int, str]]:
    """Yield what stands before each remark on who does it, and what stands behind the last one."""
    start = 0
    for remark in _REMARK.finditer(line.text):
        yield line.start + start, line.start + remark.start(), _office_in(remark[0])
        start = remark.end()
    if line.text[start:].strip():
        yield line.start + start, line.end, ""


def _office_in(remark: str) -> str:
    """Return who is to do something, as a remark behind it says: the first of several roles."""
    named = _NAMED.search(remark) or _IN_CHARGE.search(remark)
    return named[1].strip() if named else ""


def _lines(text: str, annex: Node) -> Sequence[_Line]:
    """Return the lines below its title."""
    found, start = [], annex.start
    for line in text[annex.start : annex.end].splitlines(keepends=True):
        if line.strip():
            found.append(_Line(start, start + len(line), line))
        start += len(line)
    title = next((at for at, line in enumerate(found) if line.text.strip() == annex.heading), -1)
    return found[title + 1 :]


def _heads(line: _Line, below: _Line | None) -> bool:
    """Tell whether a line is the heading of those below: numbered, without a stop, before one numbered otherwise."""
    number = _NUMBER.match(line.text)
    if number is None or below is None or _STOP.search(line.text):
        return False
    other = _NUMBER.match(below.text)
    return other is None or other.lastgroup != number.lastgroup


def _longest_cell(line: _Line) -> tuple[int, int]:
    cells = [(match.start(), match.end()) for match in re.finditer(r"[^|\n]+", line.text)]
    start, end = max(cells, key=lambda span: len(line.text[slice(*span)].strip()), default=(0, 0))
    return line.start + start, line.start + end
