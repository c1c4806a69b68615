"""Notes on the small report."""

from __future__ import annotations

from functools import cache

from tests.support.samples import SMALL, huiji_outline, report_of, source_text
from tui.notes.model import Colour, Note, NotedReport
from tui.notes.store import NoteStore
from tui.report.outline import Outline
from tui.report.resources import BUILT_IN


@cache
def outline() -> Outline:
    """Return the report."""
    return Outline(report_of(SMALL))


@cache
def home() -> NotedReport:
    """Return what names it."""
    return NotedReport.of(outline().report, "/报告.txt")


def note_on(words: str, body: str = "", colour: Colour = "") -> Note:
    """Return a new note on the first occurrence of words."""
    start = outline().report.text.index(words)
    return Note.on(outline(), start, start + len(words), body, colour)


def write_notes() -> None:
    """Write notes on the built-in report into the user's folder, and one whose passage is gone, all at one time."""
    store, built_in, text = NoteStore(), huiji_outline(), source_text()
    report = NotedReport.of(built_in.report, BUILT_IN)
    at = "2026-03-05T09:30:00.000+08:00"

    def keep(words: str, body: str = "", colour: Colour = "", gone: str = "") -> None:
        start = text.index(words)
        note = Note.on(built_in, start, start + len(words), body, colour)
        quote = note.quote._replace(exact=gone) if gone else note.quote
        store.keep(report, note._replace(quote=quote, created=at, modified=at))

    keep("高质量发展的首要任务", "“首要任务”去年没有这样说\n查一查 2023 年的报告", "yellow")
    keep("荣获发展贡献奖后,第三季度排名跃居六区第一", colour="green")
    keep("成功入选第六届河南省教育科研基地区", "核对名称")
    keep("以习近平新时代中国特色社会主义思想为指导", "数字已改", gone="报告里已经没有的一句话，改过了。")
