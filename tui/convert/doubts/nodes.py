"""Doubt what chapters and parts hold: lost sections, swallowed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from tui.convert.doubts.chapters import gaps
from tui.convert.doubts.finished import Finished
from tui.convert.headings import ADDRESS
from tui.convert.wrap_ups import announces_deeds
from tui.messages import doubts, reports
from tui.report.grammar import NUMERAL, SENTENCE_ENDS
from tui.report.model import Doubt, Node
from tui.report.numerals import small_number
from tui.report.outline import Outline

#: Most characters of a closing, an opening, the front lines; of a topic or item.
_MAX_CLOSING, _MAX_OPENING, _MAX_FRONT, _MAX_LEAF = 700, 3000, 1000, 2000
#: Characters of a topic or item with several paragraphs below the one it opens; how many; how many times a usual one.
_MAX_SEVERAL, _MIN_SEVERAL, _TIMES_SEVERAL = 900, 2, 3
#: A topic, or a section, is larger than its siblings if it has so many times the characters of a usual one.
_TIMES_MEDIAN, _TIMES_MEDIAN_SECTION = 4, 5
#: Sections that show which size is usual; characters of a text that a heading ran into.
_MIN_SECTIONS, _MIN_RUN_IN = 4, 100
#: Sections of a chapter whose last one is compared with the others; how many times as large as usual it may be, and how
#: many characters may be at its end without a headline.
_MIN_SIBLINGS, _TIMES_MEDIAN_LAST, _MIN_TAIL = 3, 2, 300
#: Characters of the heading of a section; marks that are in pairs.
_MAX_SECTION_HEADING, _PAIRS = 60, (("“", "”"), ("（", "）"), ("《", "》"), ("「", "」"))
#: Characters before or behind a heading in which the counterpart of a mark may be.
_NEAR = 60
#: Characters that a line has besides its heading: number and closing mark.
_MARKS = 8
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


def gaps_in_sections(finished: Finished) -> Iterator[Doubt]:
    """Doubt sections whose numbers do not follow one another."""
    before = 0
    for chapter in finished.report.outline:
        name = chapter.number or chapter.heading or reports.PART_NAMES["body"]
        sections = [child for child in chapter.children if child.level == "section"]
        for gap in gaps(sections, before):
            # Targets and tasks of one chapter are both numbered from one, below a line that announces them.
            above = finished.report.text[max(0, gap.node.start - 9) : gap.node.start].rstrip()
            if gap.node.number != "一" or not above.endswith(("：", ":")):
                yield Doubt(doubts.gap_in_sections(name, *gap.numbers), gap.node.start)
        before = (small_number(sections[-1].number or "") or 0) if sections else before


def sections_like_chapters(finished: Finished) -> Iterator[Doubt]:
    """Doubt sections of the last chapter that are numbered as chapters are, and set no less than their chapter."""
    text = finished.report.text
    for chapter in finished.chapters[-1:]:
        if _numbered_as_chapter(text, chapter):
            least = _has_own_line(text, chapter)
            for node in chapter.walk():
                is_first = (
                    node.level == "section" and node.number == "一" and _numbered_as_chapter(text, node)
                )
                if is_first and _has_own_line(text, node) >= least:
                    yield Doubt(doubts.gap_in_chapters(chapter.number or "", "一", ()), node.start)


def _numbered_as_chapter(text: str, node: Node) -> bool:
    return text.startswith(f"{node.number}、", node.start)


def _has_own_line(text: str, node: Node) -> bool:
    """Return whether the line of a node holds nothing but its number and heading."""
    line_end = text.find("\n", node.start)
    return line_end - node.start <= len(f"{node.number}、{node.heading}") + 1


def numbers_without_nodes(finished: Finished) -> Iterator[Doubt]:
    """Doubt numbered lines and sentences that begin no node."""
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
        first = min(match.start("mark") for match in lost)
        end = text.find("\n", first)
        line = text[first : end if end >= 0 else len(text)]
        outline = Outline(finished.report)
        holder = outline.label(outline.at(first))
        yield Doubt(doubts.numbers_without_nodes(len(lost), line, holder), first)


def swallowed_by_parts(finished: Finished) -> Iterator[Doubt]:
    """Doubt front lines, an opening or a closing that are longer than they ever are."""
    for name, limit in (("front", _MAX_FRONT), ("opening", _MAX_OPENING), ("closing", _MAX_CLOSING)):
        for part in finished.parts(name):
            size = part.end - part.start
            if size > limit and name == "opening":
                yield Doubt(doubts.large_opening(size), part.start)
            elif size > limit:
                yield Doubt(doubts.large_part(reports.PART_NAMES[name], size), part.start)


def glossary_in_closing(finished: Finished) -> Iterator[Doubt]:
    """Doubt a closing with a glossary."""
    for part in finished.parts("closing"):
        match = _GLOSSARY.search(finished.text(part))
        if match:
            yield Doubt(doubts.GLOSSARY_IN_CLOSING, part.own_start + match.start())


def report_in_appendix(finished: Finished) -> Iterator[Doubt]:
    """Doubt an appendix in which the deputies are addressed."""
    for part in finished.parts("annex"):
        offset = part.own_start
        for line in finished.text(part).split("\n"):
            if ADDRESS.match(line):
                yield Doubt(doubts.report_in_appendix(part.heading or ""), offset)
                break
            offset += len(line) + 1


def large_topics(finished: Finished) -> Iterator[Doubt]:
    """Doubt topics and items that are far larger than their siblings."""
    for parent in finished.report.walk():
        leaves = [child for child in parent.children if child.level in ("topic", "item")]
        sizes = [leaf.own_end - leaf.own_start for leaf in leaves]
        usual = median(sizes) if len(sizes) > 1 else 0
        for leaf, size in zip(leaves, sizes, strict=True):
            takes_more = usual and _paragraphs_below(finished, leaf) >= _MIN_SEVERAL
            limit = (
                max(_MAX_SEVERAL, _TIMES_SEVERAL * usual)
                if takes_more
                else max(_MAX_LEAF, _TIMES_MEDIAN * usual)
            )
            if size > limit:
                yield Doubt(
                    doubts.large_node(leaf.heading or leaf.number or "", leaf.end - leaf.start), leaf.start
                )


def _paragraphs_below(finished: Finished, node: Node) -> int:
    """Return how many paragraphs of a node's own text stand below the one it opens, or its line."""
    lines = finished.report.text[node.own_start : node.own_end].strip().split("\n")
    is_line = len(lines[0]) <= len(node.heading or "") + _MARKS
    return sum(bool(line.strip()) for line in lines[1 + is_line :])


def large_sections(finished: Finished) -> Iterator[Doubt]:
    """Doubt sections that are far larger than their siblings."""
    for chapter in finished.report.outline:
        sections = _sections(chapter)
        sizes = [section.end - section.start for section in sections]
        if len(sections) < _MIN_SECTIONS:
            continue
        limit = max(_MAX_LEAF, _TIMES_MEDIAN_SECTION * median(sizes))
        for section, size in zip(sections, sizes, strict=True):
            if size > limit and not _is_divided(section):
                yield Doubt(doubts.large_node(section.heading or section.number or "", size), section.start)


def _is_divided(section: Node) -> bool:
    """Return whether topics or items divide a section into parts none of which is large."""
    sizes = [child.end - child.start for child in section.children if child.level in ("topic", "item")]
    return len(sizes) >= _MIN_SECTIONS and max(sizes) < _MAX_LEAF


def long_tails(finished: Finished) -> Iterator[Doubt]:
    """Doubt the paragraphs without a headline at the end of the last section, if that is far larger than the others."""
    for chapter in finished.chapters:
        sections = _sections(chapter)
        if len(sections) < _MIN_SIBLINGS:
            continue
        *others, last = sections
        usual = median(section.end - section.start for section in others)
        tail = _tail_start(finished, last)
        if tail is None:
            continue
        lines = finished.report.text[tail : last.end].split("\n")
        end = last.end - sum(len(line) for line in lines if announces_deeds(last.heading or "", line))
        is_large = end - last.start >= max(_TIMES_MEDIAN_LAST * usual, usual + _MIN_TAIL)
        if is_large and end - tail >= _MIN_TAIL:
            line = finished.report.text[tail : tail + 40].split("\n")[0]
            yield Doubt(doubts.long_tail(last.heading or last.number or "", line), tail)


def _tail_start(finished: Finished, section: Node) -> int | None:
    """Return where the paragraphs begin in which no topic or item of a section starts, below all that do.

    Returns:
        None if there are none, or no others.
    """
    text = finished.report.text
    last = max(node.start for node in section.walk() if node.level != "part")
    tail = text.find("\n", last, section.end)
    is_heading = last == section.start and tail - last <= len(section.heading or "") + _MARKS
    if tail < 0 or is_heading or not text[tail : section.end].strip():
        return None
    return section.end - len(text[tail : section.end].lstrip())


def broken_headings(finished: Finished) -> Iterator[Doubt]:
    """Doubt headings that have one of two quotation marks or brackets, with the other one close by: cut within a name."""
    text = finished.report.text
    for node in finished.report.walk():
        heading = node.heading or ""
        unpaired = [pair for pair in _PAIRS if heading.count(pair[0]) != heading.count(pair[1])]
        if unpaired and node.level in ("chapter", "section", "topic"):
            start = max(node.start, text.find(heading, node.start, node.end))
            end = start + len(heading)
            before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
            if any(
                right in behind.partition(left)[0]
                if heading.count(left) > heading.count(right)
                else left in before
                for left, right in unpaired
            ):
                yield Doubt(doubts.broken_heading(heading), node.start)


def long_headings(finished: Finished) -> Iterator[Doubt]:
    """Doubt headings of sections that are so long that text seems to have run into them."""
    for node in finished.report.walk():
        heading = node.heading or ""
        if node.level == "section" and len(heading) > _MAX_SECTION_HEADING:
            yield Doubt(doubts.long_heading(heading, len(heading)), node.start)


def without_heading(finished: Finished) -> Iterator[Doubt]:
    """Doubt sections whose heading could not be told from the text it runs into."""
    for node in finished.report.walk():
        is_headless = node.level == "section" and not node.heading
        if is_headless and node.number and node.own_end - node.own_start > _MIN_RUN_IN:
            yield Doubt(doubts.no_heading(node.number), node.start)


def without_text(finished: Finished) -> Iterator[Doubt]:
    """Doubt topics without text, and sections without it among others that have some."""
    for parent in finished.report.walk():
        sections = _sections(parent)
        empty = [section for section in sections if _is_empty(finished, section)]
        topics = [node for node in parent.children if node.level == "topic" and _is_empty(finished, node)]
        for node in (*(empty if 2 * len(empty) < len(sections) else ()), *topics):
            yield Doubt(doubts.empty_node(node.heading or ""), node.start)


def _sections(parent: Node) -> list[Node]:
    return [child for child in parent.children if child.level == "section"]


def _is_empty(finished: Finished, node: Node) -> bool:
    """Return whether a node is a heading only."""
    text = finished.report.text[node.own_start : node.own_end].strip()
    return bool(node.heading) and not node.children and len(text) <= len(node.heading or "") + _MARKS
