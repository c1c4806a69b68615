"""Notes find their report and their passages again, whatever became of the file."""

from __future__ import annotations

from tests.support.docx import docx, paragraph, run
from tests.support.notes import home, note_on
from tests.support.samples import SMALL, report_of
from tui.convert.pipeline import convert
from tui.notes.export import status_of
from tui.notes.model import NotedReport
from tui.notes.placing import NotesOfReport, PlacedNote, placed_notes
from tui.report.anchors import QuoteFinder
from tui.report.model import Report
from tui.report.outline import Outline

WORDS = ("新建标准厂房12万平方米", "改造老旧小区18个", "做优营商环境。")


def kept() -> NotesOfReport:
    return NotesOfReport(home(), tuple(note_on(words, words[:4]) for words in WORDS))


def placed(report: Report, path: str = "/别处.txt") -> list[PlacedNote]:
    return placed_notes(NotedReport.of(report, path), QuoteFinder(report.text), [kept()])


def found_in(report: Report, notes: list[PlacedNote]) -> list[str]:
    return [report.text[slice(*one.span)] for one in notes if one.span is not None]


def test_the_same_text_from_another_file_and_format_has_the_notes() -> None:
    body = "".join(paragraph(run(line)) for line in SMALL.splitlines())
    report = convert(docx(body), "报告.docx")
    assert NotedReport.of(report, "").key == home().key
    assert found_in(report, placed(report)) == list(WORDS)


def test_notes_stay_with_their_passages_when_an_outline_is_corrected() -> None:
    """A person joins a paragraph that was broken, takes a line out and corrects a number elsewhere."""
    text = SMALL.replace("各位代表:\n", "").replace("35个,", "36个,").replace("(一)抓项目,", "(一)抓项目、")
    report = report_of(text)
    assert NotedReport.of(report, "").key != home().key
    notes = placed(report)
    assert found_in(report, notes) == list(WORDS)
    outline = Outline(report)
    moved = [one.note.moved(outline, one.span) for one in notes]
    assert [note.section for note in moved] == [one.note.section for one in notes]
    assert [(note.start, note.end) for note in moved] == [one.span for one in notes]


def test_a_passage_that_was_corrected_itself_is_likely_where_it_was_and_keeps_its_words() -> None:
    report = report_of(SMALL.replace("改造老旧小区18个", "改造老旧小区20个"))
    notes = placed(report)
    assert found_in(report, notes) == [WORDS[0], "改造老旧小区20个", WORDS[2]]
    assert [one.note.body for one in notes if one.is_likely] == ["改造老旧"]
    outline = Outline(report)
    assert [one.anchored(outline).note.quote.exact for one in notes] == list(WORDS)


def test_a_note_whose_section_was_changed_tells_where_it_was() -> None:
    renamed = report_of(SMALL.replace("(二)惠民生", "(三)惠民生"))
    moved = [one.anchored(Outline(renamed)) for one in placed(renamed)]
    before = {one.note.body: one.note.section for one in placed(renamed)}
    changed = {one.note.body: one.was_in for one in moved if one.was_in}
    assert set(changed) == {"改造老旧"} and changed["改造老旧"] == before["改造老旧"]
    assert status_of(moved[1]) == f"原在 {changed['改造老旧']}"
    assert (changed["改造老旧"], moved[1].note.section) == ("一(二)", "一(三)")
    assert [one.is_likely for one in moved] == [False] * 3


def test_a_passage_that_was_taken_out_is_gone_and_its_note_kept() -> None:
    report = report_of(SMALL.replace("改造老旧小区18个", ""))
    notes = placed(report)
    assert found_in(report, notes) == [WORDS[0], WORDS[2]]
    assert [one.note.body for one in notes if one.is_gone] == ["改造老旧"]


def test_the_report_of_another_year_in_the_same_file_does_not_have_the_notes() -> None:
    report = report_of(
        SMALL.replace("2022", "2023").replace("2021", "2022").replace(WORDS[0], "").replace(WORDS[1], "")
    )
    assert placed(report, "/报告.txt") == []


def test_a_year_that_was_corrected_does_not_lose_the_notes() -> None:
    report = report_of(SMALL.replace("2022年", "2023年"))
    assert NotedReport.of(report, "").year != home().year
    assert found_in(report, placed(report, "/报告.txt")) == list(WORDS)


def test_what_is_now_in_the_file_has_the_notes_even_if_no_passage_is_left() -> None:
    report = report_of("另一份文本。\n一、概况\n全县工作平稳。")
    assert len(placed(report, "/报告.txt")) == 3
    assert all(one.is_gone for one in placed(report, "/报告.txt"))
    assert placed(report) == []


def test_another_place_of_the_same_name_and_year_has_no_notes_of_this_one() -> None:
    other = report_of(
        SMALL[: SMALL.index("一、2021")]
        + "一、2021年工作回顾\n全县经济平稳运行。\n二、2022年工作安排\n抓好农业。\n"
    )
    here = NotedReport.of(other, "")
    assert (here.place, here.year) == (home().place, home().year)
    assert placed(other) == []


def test_the_next_report_of_the_place_has_no_notes_of_this_one() -> None:
    assert placed(report_of(SMALL.replace("2022", "2023").replace("2021", "2022"))) == []


def test_a_report_of_another_date_is_another_report() -> None:
    assert placed(report_of(SMALL.replace("2月8日", "2月9日").replace("35个", "36个"))) == []
