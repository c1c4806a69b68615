"""Doubts about a conversion: what may be wrong, for people."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.quoting import quoted

NO_CHAPTERS = "没有找到章标题"
NOT_A_WORK_REPORT = "不像政府工作报告"
MOJIBAKE = "生僻字过多，编码可能不对，可用 --encoding 指定"
GLOSSARY_IN_CLOSING = "结语里有名词解释"
NO_CLOSING = "没有找到结语，正文可能不完整"
#: Characters of a heading or a line that a doubt quotes.
_QUOTED = 16
#: How a doubt begins that is no doubt about the outline: the report itself is silent.
NOT_STATED = "没有写明"
PLACE_NOT_STATED = f"{NOT_STATED}是哪里的报告"
DATE_NOT_STATED = f"{NOT_STATED}日期"
SPEAKER_NOT_STATED = f"{NOT_STATED}报告人"


def gap_in_chapters(before: str, number: str, missing: Sequence[str]) -> str:
    """Doubt a chapter whose number does not follow that of the one before."""
    return f"章编号不连续：{_gap(before, number, missing)}"


def gap_in_sections(chapter: str, before: str, number: str, missing: Sequence[str]) -> str:
    """Doubt a section of a chapter whose number does not follow that of the one before."""
    return f"{chapter}之下的节编号不连续：{_gap(before, number, missing)}"


def _gap(before: str, number: str, missing: Sequence[str]) -> str:
    """Say which numbers are missing, or that a number does not count on."""
    if not missing:
        return f"“{before}”之后又是“{number}”"
    return f"缺“{missing[0]}”" + (f"至“{missing[-1]}”" if len(missing) > 1 else "")


def many_chapters(count: int) -> str:
    """Doubt chapters of which there are more than in any report."""
    return f"有 {count} 章，有些可能是节"


def one_large_chapter(heading: str) -> str:
    """Doubt a chapter that holds nearly the whole report."""
    return f"几乎全文都在{_quoted(heading)}一章里"


def no_chapter_heading(heading: str) -> str:
    """Doubt a chapter whose heading is none."""
    return f"{_quoted(heading)}不像章标题"


def chapter_without_heading(number: str) -> str:
    """Doubt a chapter that has a number only."""
    return f"“{number}”一章没有标题，标题可能与正文连在了一起"


def empty_chapter(heading: str) -> str:
    """Doubt a chapter without text."""
    return f"{_quoted(heading)}一章没有正文"


def empty_node(heading: str) -> str:
    """Doubt a section or a topic without text."""
    return f"{_quoted(heading)}之下没有正文"


def no_heading(number: str) -> str:
    """Doubt a chapter or a section whose heading cannot be told from its text."""
    return f"编号{number}之后没有分出标题，可能与正文连在一起"


def unseen_heading(line: str) -> str:
    """Doubt a line that is written like the heading of a chapter."""
    return f"{_quoted(line)}可能是章标题"


def numbers_without_nodes(count: int, line: str, holder: str) -> str:
    """Doubt numbered lines that begin no node, of which one is in the text of a node."""
    return f"有 {count} 处编号没有列入目录，如{_quoted(line)}在{_quoted(holder)}的正文里"


def large_part(name: str, characters: int) -> str:
    """Doubt front lines or a closing with more text than they ever have."""
    return f"{name}有 {characters} 字，可能混入了别的内容"


def large_opening(characters: int) -> str:
    """Doubt an opening with more text than it ever has."""
    return f"开场有 {characters} 字，可能漏了章标题"


def large_node(heading: str, characters: int) -> str:
    """Doubt a section or a topic that is far larger than its siblings."""
    return f"{_quoted(heading)}有 {characters} 字，可能混入了下文"


def long_tail(heading: str, line: str) -> str:
    """Doubt text at the end of a section that is far larger than the others of its chapter."""
    return f"{_quoted(heading)}比同章各节长得多，从{_quoted(line)}起可能不属于这一节"


def wrap_up_in_section(heading: str, line: str) -> str:
    """Doubt a paragraph of a section that speaks of the whole chapter."""
    return f"{_quoted(line)}在{_quoted(heading)}的正文里，可能不属于这一节"


def broken_heading(heading: str) -> str:
    """Doubt a heading with one of two quotation marks."""
    return f"标题{_quoted(heading)}的引号、括号不成对，可能断错了"


def long_heading(heading: str, characters: int) -> str:
    """Doubt a heading that is longer than headings are."""
    return f"标题{_quoted(heading)}有 {characters} 字，可能与正文连在一起"


def run_on_heading(heading: str, end: int) -> str:
    """Doubt a heading with a second clause that may be text.

    Args:
        heading: The heading.
        end: Where in it that clause begins.
    """
    return f"标题{_quoted(heading)}中，从{_quoted(heading[end:])}起可能是正文"


def report_in_appendix(title: str) -> str:
    """Doubt an appendix in which the deputies are addressed."""
    return f"{_quoted(title)}当作附件，但其中有对代表的称呼"


def broken_lines(count: int) -> str:
    """Doubt paragraphs that break off within a sentence."""
    return f"有 {count} 段在句中断开，可能是分栏或换行没有接好"


def lost_beginnings(count: int, words: str) -> str:
    """Doubt paragraphs without their first characters."""
    return f"有 {count} 段段首缺字，如{_quoted(words)}"


def repeated_words(count: int, words: str) -> str:
    """Doubt a text in which words are printed twice."""
    return f"有 {count} 处文字重复，如{_quoted(words)}，标题可能不准"


def file_of_other_year(named: int, stated: int) -> str:
    """Doubt a file that is named after another year than the report states."""
    return f"文件名写的是 {named} 年，内容是 {stated} 年的"


def file_of_other_place(place: str) -> str:
    """Doubt a file that is named after a place the report does not mention."""
    return f"文件名写的是{place}，内容没有提到"


def _quoted(text: str) -> str:
    """Quote a text, shortened, and replace the mark that separates doubts."""
    text = text.strip().replace("；", "，")
    return quoted(text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…")
