"""Find what may be wrong with a finished outline, each with the place to look at.

The checks look at the tree and the text as they are, not at how they came about, so they hold whatever rules made them.
Harmless things, such as chapters without numbers, are no doubts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from statistics import median
from typing import NamedTuple

from tui.convert.chapter_names import is_chapter_name
from tui.convert.front.file_name import FileName
from tui.convert.headings import ADDRESS
from tui.messages import reports
from tui.report.grammar import CLAUSE_ENDS, NUMERAL, SENTENCE_ENDS
from tui.report.model import Doubt, Node, Report
from tui.report.numerals import small_number

#: Doubts of one kind that are told; more of them have one cause.
_MAX_OF_A_KIND = 3
#: Most characters of a closing, an opening, the front lines; of a topic or item.
_MAX_CLOSING, _MAX_OPENING, _MAX_FRONT, _MAX_LEAF = 1600, 3000, 1000, 2000
#: A topic is larger than its siblings if it has so many times the characters of a usual one.
_TIMES_MEDIAN = 4
#: The largest share of a report that a chapter takes, and the characters of the smallest.
_MAX_SHARE, _MIN_CHAPTER = 0.85, 60
#: Chapters of a report; more are sections.
_MAX_CHAPTERS = 16
#: Characters of a text that is checked for these; shorter ones are no whole reports.
_MIN_TEXT = 2000
_NUMBERED_LINE = re.compile(
    rf"^[ \u3000]*(?P<mark>[(（]{NUMERAL}{{1,3}}[)）]|{NUMERAL}{{1,3}}、)(?!.{{0,3}}[、，])", re.MULTILINE
)
#: A heading inside a paragraph: a number behind the end of a sentence.
_NUMBER_INSIDE = re.compile(
    rf"[{SENTENCE_ENDS}][ \u3000]*(?P<mark>[(（]{NUMERAL}{{1,3}}[)）])(?=[\u4e00-\u9fff]{{4}})"
)
_GLOSSARY = re.compile(
    r"^[ \u3000※*【\[（(]*(?:名词|术语|相关|有关|用语|词语)?(?:名词|解释|注释|注解|释义|说明)[解注释说明]{0,2}[※*】\]）):： \u3000]*$",
    re.MULTILINE,
)
_NO_CHAPTER = re.compile(
    r"[:：。]$|会议上|[0-9一二三四五六七八九十]日|^[—―–─]|(?:市长|省长|区长|县长|主席|州长)\s*\S{1,4}$"
)
_LINE_END = re.compile(rf"[{CLAUSE_ENDS}，,、”’）)》】…]\s*$")
#: The shortest line that ends with a mark, and the share of those that may end without one.
_MIN_PARAGRAPH, _MAX_BROKEN, _MIN_BROKEN = 30, 0.3, 10
_WORK_REPORT = re.compile("工作(?:报告|報告)")
_DEPUTIES = re.compile("各位代表")
_HAN = re.compile("[\u3400-\u9fff]")
#: Characters of a sample, and the share of them that common Chinese characters make up in any text.
_SAMPLE, _COMMON_SHARE = 4000, 0.85
#: First bytes of characters in frequent use: level 1 of GB 2312, and of Big5.
_GB2312_LEVEL_2, _BIG5_LEVEL_2 = 0xD8, 0xC9


class Finished(NamedTuple):
    """What is checked.

    Attributes:
        report: The report, its outline complete.
        file_name: What its file is named after.
    """

    report: Report
    file_name: FileName

    @property
    def is_work_report(self) -> bool:
        """Whether it is a work report, not another document."""
        return bool(_WORK_REPORT.search(self.report.front.title) or _DEPUTIES.search(self.report.text))

    @property
    def chapters(self) -> list[Node]:
        """The chapters, in document order."""
        return [node for node in self.report.outline if node.level == "chapter"]

    def parts(self, name: str) -> list[Node]:
        """Return the parts with a name, such as ``closing``."""
        return [node for node in self.report.outline if node.id.rstrip("0123456789") == name]

    def text(self, node: Node) -> str:
        """Return the text of a node with all its children."""
        return self.report.text[node.own_start : node.end]


def find_doubts(report: Report, file_name: FileName) -> tuple[Doubt, ...]:
    """Return what may be wrong with a report, in the order of the text.

    Args:
        report: The report, its outline complete.
        file_name: What its file is named after.
    """
    finished = Finished(report, file_name)
    found: list[Doubt] = []
    for check in CHECKS:
        of_a_kind = list(check(finished))
        found += of_a_kind[:_MAX_OF_A_KIND]
    return tuple(sorted(found, key=lambda doubt: -1 if doubt.offset is None else doubt.offset))


# -- chapters ---------------------------------------------------------------------------------


def _no_chapters(finished: Finished) -> Iterator[Doubt]:
    if not finished.chapters:
        yield Doubt(reports.NO_CHAPTERS)


def _one_chapter(finished: Finished) -> Iterator[Doubt]:
    chapters, length = finished.chapters, len(finished.report.text)
    if length < _MIN_TEXT:
        return
    for chapter in chapters:
        if len(chapters) == 1 or chapter.end - chapter.start > length * _MAX_SHARE:
            yield Doubt(reports.one_large_chapter(chapter.heading or ""), chapter.start)


def _gaps_in_chapters(finished: Finished) -> Iterator[Doubt]:
    for node in _gaps(finished.chapters):
        yield Doubt(reports.gap_in_chapters(node.number or ""), node.start)


def _too_many_chapters(finished: Finished) -> Iterator[Doubt]:
    if len(finished.chapters) > _MAX_CHAPTERS and finished.is_work_report:
        yield Doubt(reports.many_chapters(len(finished.chapters)), finished.chapters[0].start)


def _not_chapters(finished: Finished) -> Iterator[Doubt]:
    for chapter in finished.chapters:
        heading = chapter.heading or ""
        if _NO_CHAPTER.search(heading):
            yield Doubt(reports.no_chapter_heading(heading), chapter.start)
        elif chapter.end - chapter.start < max(_MIN_CHAPTER, len(heading) + 20) and not chapter.children:
            yield Doubt(reports.empty_chapter(heading), chapter.start)


def _unseen_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt a line that is named as chapters are, and is none, in a report whose chapters have names alike."""
    starts = {node.start for node in finished.report.walk()}
    for part in (*finished.chapters, *finished.parts("opening")):
        offset = part.own_start
        for line in finished.text(part).split("\n"):
            name = line.strip()
            start = offset + line.find(name)
            if start not in starts and is_chapter_name(name):
                yield Doubt(reports.unseen_heading(name), start)
            offset += len(line) + 1


# -- sections ---------------------------------------------------------------------------------


def _gaps_in_sections(finished: Finished) -> Iterator[Doubt]:
    before = 0
    for chapter in finished.report.outline:
        name = chapter.number or chapter.heading or ""
        sections = [child for child in chapter.children if child.level == "section"]
        for node in _gaps(sections, before):
            # Targets and tasks of one chapter are both numbered from one, below a line that announces them.
            above = finished.report.text[max(0, node.start - 9) : node.start].rstrip()
            if node.number != "一" or not above.endswith(("：", ":")):
                yield Doubt(reports.gap_in_sections(name, node.number or ""), node.start)
        before = (small_number(sections[-1].number or "") or 0) if sections else before


def _gaps(nodes: Iterable[Node], other: int = 0) -> Iterator[Node]:
    """Yield the nodes whose numbers do not follow the one before; none once one has no number.

    Args:
        nodes: Siblings.
        other: The last number in the chapter above, which the first may follow, as in plans.
    """
    before = 0
    for position, node in enumerate(nodes):
        value = small_number(node.number) if node.number else None
        if value is None:
            return
        if value != before + 1 and (position or value != other + 1):
            yield node
        before = value


def _sections_like_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt sections of the last chapter that have lines of their own and are numbered as chapters are."""
    for chapter in finished.chapters[-1:]:
        nodes = [
            chapter,
            *(node for node in chapter.walk() if node.level == "section" and node.number == "一"),
        ]
        alike = [node for node in nodes if _is_numbered_line(finished.report.text, node)]
        for node in alike[1:] if alike[:1] == [chapter] else ():
            yield Doubt(reports.gap_in_chapters(node.number or ""), node.start)


def _is_numbered_line(text: str, node: Node) -> bool:
    """Return whether a node begins with a line ``一、…`` that holds nothing but its heading."""
    heading = f"{node.number}、{node.heading}"
    line_end = text.find("\n", node.start)
    return text.startswith(heading, node.start) and line_end - node.start <= len(heading) + 1


def _numbers_without_nodes(finished: Finished) -> Iterator[Doubt]:
    starts = {node.start for node in finished.report.walk()}
    text = finished.report.text
    lost = [
        match
        for part in (
            *finished.chapters,
            *(finished.parts(name)[0] for name in ("opening", "closing", "body") if finished.parts(name)),
        )
        for pattern in (_NUMBERED_LINE, _NUMBER_INSIDE)
        for match in pattern.finditer(text, part.own_start, part.end)
        if match.start("mark") not in starts
    ]
    if len(lost) > 1:
        first = min(lost, key=lambda match: match.start("mark"))
        end = text.find("\n", first.start("mark"))
        line = text[first.start("mark") : end if end >= 0 else len(text)]
        yield Doubt(reports.numbers_without_nodes(len(lost), line), first.start("mark"))


# -- parts that hold something else -----------------------------------------------------------


def _swallowed_by_parts(finished: Finished) -> Iterator[Doubt]:
    for name, limit in (("front", _MAX_FRONT), ("opening", _MAX_OPENING), ("closing", _MAX_CLOSING)):
        for part in finished.parts(name):
            if part.end - part.start > limit:
                yield Doubt(reports.large_part(reports.PART_NAMES[name], part.end - part.start), part.start)


def _glossary_in_closing(finished: Finished) -> Iterator[Doubt]:
    for part in finished.parts("closing"):
        match = _GLOSSARY.search(finished.text(part))
        if match:
            yield Doubt(reports.GLOSSARY_IN_CLOSING, part.own_start + match.start())


def _report_in_appendix(finished: Finished) -> Iterator[Doubt]:
    for part in finished.parts("annex"):
        offset = part.own_start
        for line in finished.text(part).split("\n"):
            if ADDRESS.match(line):
                yield Doubt(reports.report_in_appendix(part.heading or ""), offset)
                break
            offset += len(line) + 1


def _large_topics(finished: Finished) -> Iterator[Doubt]:
    for parent in finished.report.walk():
        leaves = [child for child in parent.children if child.level in ("topic", "item")]
        sizes = [leaf.own_end - leaf.own_start for leaf in leaves]
        limit = max(_MAX_LEAF, _TIMES_MEDIAN * median(sizes) if len(sizes) > 1 else 0)
        for leaf, size in zip(leaves, sizes, strict=True):
            if size > limit:
                yield Doubt(
                    reports.large_node(leaf.heading or leaf.number or "", leaf.end - leaf.start), leaf.start
                )


# -- the text ---------------------------------------------------------------------------------


def _broken_lines(finished: Finished) -> Iterator[Doubt]:
    """Doubt a text whose paragraphs break off: columns that were read across, lines that were not joined."""
    text = finished.report.text
    broken, total, offset, first = 0, 0, 0, None
    for line in text.split("\n"):
        if len(line.strip()) >= _MIN_PARAGRAPH and "|" not in line and "\t" not in line:
            total += 1
            if not _LINE_END.search(line):
                broken += 1
                first = offset if first is None else first
        offset += len(line) + 1
    if broken >= _MIN_BROKEN and broken > total * _MAX_BROKEN:
        yield Doubt(reports.broken_lines(broken), first)


def _mojibake(finished: Finished) -> Iterator[Doubt]:
    han = _HAN.findall(finished.report.text[:_SAMPLE])
    if len(han) > 100 and sum(map(_is_common, han)) < len(han) * _COMMON_SHARE:
        yield Doubt(reports.MOJIBAKE)


def _is_common(character: str) -> bool:
    for encoding, level_2 in (("gb2312", _GB2312_LEVEL_2), ("big5", _BIG5_LEVEL_2)):
        try:
            if character.encode(encoding)[0] < level_2:
                return True
        except UnicodeEncodeError:
            pass
    return False


def _not_a_report(finished: Finished) -> Iterator[Doubt]:
    if not finished.is_work_report:
        yield Doubt(reports.NOT_A_WORK_REPORT)


def _other_year(finished: Finished) -> Iterator[Doubt]:
    front, year = finished.report.front, finished.file_name.year
    stated = {front.plan_year, front.review_year, int(front.date[:4]) if front.date else None} - {None}
    if year and stated and year not in stated:
        yield Doubt(reports.file_of_other_year(year, front.plan_year or max(filter(None, stated))))


def _other_place(finished: Finished) -> Iterator[Doubt]:
    named = finished.file_name
    if named.place and named.place_stem not in finished.report.text:
        yield Doubt(reports.file_of_other_place(named.place))


#: In the order in which they are told, but for those with an offset.
CHECKS: tuple[Callable[[Finished], Iterator[Doubt]], ...] = (
    _no_chapters, _not_a_report, _mojibake, _broken_lines, _one_chapter, _gaps_in_chapters, _too_many_chapters, _not_chapters,
    _unseen_chapters, _sections_like_chapters, _gaps_in_sections, _numbers_without_nodes, _swallowed_by_parts, _glossary_in_closing,
    _report_in_appendix, _large_topics, _other_year, _other_place,
)  # fmt: skip
