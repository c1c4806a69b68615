"""The sections and topics of a report that are compared with each other, and what each is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice
from math import log, sqrt
from typing import NamedTuple

from tui.metrics.tense import heading_points, tenses_of
from tui.report.model import Node, Report
from tui.report.numerals import half_width
from tui.report.outline import Outline
from tui.wording.how_words import HOW, HOW_WORDS
from tui.wording.subjects import count_subjects, subjects_of

#: Outermost nodes that belong to neither part.
_OUTSIDE = ("front", "opening", "closing", "annex", "trailing", "glossary")
_LEVELS = ("section", "topic", "item")
_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z]+")
#: Words that are in nearly all sections, whatever these are about.
_EVERYWHERE = "社会 经济 工作 人民 群众 全市 全省 全县 全国 我市 我省 我县 政府 一批 等项 开展 加大 加强 万元 亿元 增长 完成"
#: Paragraphs of a report at least; in a short one, what two share is still telling.
_MIN_PARAGRAPHS = 30
#: Characters of a paragraph outside of sections that is compared with them, at least, and of its first sentence, at most.
_LONG_PARAGRAPH, _LONGEST_HEADING = 60, 40
Vector = dict[str, float]


class Unit(NamedTuple):
    """A section or topic, or a paragraph outside of all of them, which may be what another goes with.

    Attributes:
        node: The node; of a paragraph, the one that holds it.
        outer: The outermost one that holds it, or itself.
        parent: Id of the one that holds it directly; empty if none does.
        rank: How many hold it.
        length: How many characters it has.
        is_leaf: Whether it holds no other.
        is_listed: Whether it is a section or topic.
        text: Weights of the pairs of characters in its text, a vector of length 1.
        heading: Those of what its heading is about, of sum 1.
        told: How much of a pair in a heading its text tells, from 0 to 1.
        subjects: How much of each subject is in its text, a vector of length 1.
        heading_subjects: How much of each is in its heading, a vector of length 1.
    """

    node: Node
    outer: Node
    parent: str
    rank: int
    length: int
    is_leaf: bool
    is_listed: bool
    text: Vector
    heading: Vector
    told: Vector
    subjects: Vector
    heading_subjects: Vector


def sides_of(outline: Outline) -> tuple[list[Unit], list[Unit]]:
    """Return the sections, topics and items of what was done, and those of what is planned.

    Chapters without sections are among them, and parts between topics; behind them, long paragraphs of what opens or closes chapters.
    """
    report = outline.report
    tenses = tenses_of(report.text, report.front)
    rarity = _Rarity(outline)
    sides: tuple[list[Unit], list[Unit]] = ([], [])
    loose: tuple[list[Unit], list[Unit]] = ([], [])
    for chapter in report.outline:
        if chapter.id.rstrip("0123456789") in _OUTSIDE:
            continue
        points = heading_points(chapter.heading or "", report.front)

        def side_at(offset: int, points: int = points) -> int:
            is_done = points > 0 if points else tenses.at(offset) == "past"
            return int(not is_done)

        compared = list(_nodes(chapter))
        for holders in compared:
            sides[side_at(holders[-1].start)].append(rarity.unit(holders))
        for node in _outside(chapter, {holders[-1].id for holders in compared}):
            for start, end in _paragraphs(report.text, node):
                loose[side_at(start)].append(rarity.paragraph(node, start, end))
    return _whole(sides[0]) + loose[0], _whole(sides[1]) + loose[1]


def dot(one: Vector, other: Vector) -> float:
    """Return the product of two vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum([value * other[gram] for gram, value in one.items() if gram in other])


def _whole(units: Sequence[Unit]) -> list[Unit]:
    """Return units without those that hold them if these are in the other part."""
    ids = {unit.node.id for unit in units}
    return [
        unit if unit.outer.id in ids else unit._replace(outer=unit.node, parent="", rank=0) for unit in units
    ]


def _nodes(chapter: Node) -> Iterator[list[Node]]:
    """Yield the sections and topics of a chapter, each behind those that hold it; the chapter itself if it has none."""
    children = _inner(chapter)
    if not children and chapter.level == "chapter":
        yield [chapter]
    for child in children:
        if child.level != "part":  # which leads over to the next sections
            yield from _within([child])


def _within(holders: list[Node]) -> Iterator[list[Node]]:
    yield holders
    for child in holders[-1].children:
        if _is_unit(child):
            yield from _within([*holders, child])


def _inner(node: Node) -> list[Node]:
    return [child for child in node.children if _is_unit(child)]


def _outside(node: Node, compared: Container[str]) -> Iterator[Node]:
    """Yield the innermost nodes that are no sections or topics themselves, nor within any."""
    if node.id in compared:
        return
    if not node.children:
        yield node
    for child in node.children:
        yield from _outside(child, compared)


def _paragraphs(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Yield the spans of the long paragraphs of a node."""
    start = node.start
    for line in text[node.start : node.end].splitlines(keepends=True):
        if len(line) >= _LONG_PARAGRAPH:
            yield start, start + len(line)
        start += len(line)


def _is_unit(node: Node) -> bool:
    """Tell whether a node is compared: paragraphs between topics are, but not what opens or closes a chapter."""
    return node.level in _LEVELS or (
        node.level == "part" and node.id.rpartition(".")[2].startswith("continuation")
    )


class _Place(NamedTuple):
    """Where a unit stands; see :class:`Unit`."""

    node: Node
    outer: Node
    parent: str
    rank: int
    is_leaf: bool
    is_listed: bool


class _Rarity:
    """How rare pairs of characters and subjects are in a report: in how many of its paragraphs they are.

    Args:
        outline: The report.
    """

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._report: Report = outline.report
        lines = [line for line in self._report.text.splitlines() if line.strip()]
        counts: Counter[str] = Counter()
        subjects: Counter[str] = Counter()
        for line in lines:
            grams = set(grams_of(line))
            counts.update(grams)
            subjects.update(subjects_of(grams))
        total = max(_MIN_PARAGRAPHS, len(lines))
        by_count = {
            count: log((1 + total) / min(total, count)) for count in {*counts.values(), *subjects.values()}
        }
        self._rarest = log(1 + total)
        self._weights = {gram: by_count[count] for gram, count in counts.items()}
        self._subjects = {subject: by_count[count] for subject, count in subjects.items()}
        self._telling = {gram: weight for gram, weight in self._weights.items() if gram not in _NOT_TELLING}

    def unit(self, holders: Sequence[Node]) -> Unit:
        """Return the last node, behind those that hold it, with its vectors."""
        node = holders[-1]
        parent = holders[-2].id if len(holders) > 1 else ""
        place = _Place(node, holders[0], parent, len(holders) - 1, not _inner(node), True)
        return self._unit(place, node.start, node.end, node.heading or self._outline.label(node))

    def paragraph(self, node: Node, start: int, end: int) -> Unit:
        """Return a paragraph of a node; its first sentence is the heading."""
        heading = re.split("[。；：;:]", self._report.text[start:end], maxsplit=1)[0]
        return self._unit(_Place(node, node, "", 0, True, False), start, end, heading[:_LONGEST_HEADING])

    def _unit(self, place: _Place, start: int, end: int, heading: str) -> Unit:
        counts = Counter(grams_of(self._report.text[start:end]))
        heading = half_width(heading)
        squares = {
            gram: self._weights.get(gram, self._rarest) ** 2 for gram in grams_of(HOW.sub(" ", heading))
        }
        total = sum(squares.values()) or 1.0
        logs = {count: log(1 + count) for count in set(counts.values())}
        telling = self._telling
        return Unit(
            place.node,
            place.outer,
            place.parent,
            place.rank,
            end - start,
            place.is_leaf,
            place.is_listed,
            _unit({gram: logs[count] * telling[gram] for gram, count in counts.items() if gram in telling}),
            {gram: square / total for gram, square in squares.items()},
            {gram: min(1.0, logs[count] / log(3)) for gram, count in counts.items()},
            self._subjects_of(counts),
            _unit(dict(count_subjects(Counter(grams_of(heading))))),
        )

    def _subjects_of(self, counts: Mapping[str, int]) -> Vector:
        return _unit(
            {
                subject: log(1 + count) * self._subjects.get(subject, 1.0)
                for subject, count in count_subjects(counts).items()
            }
        )


def grams_of(text: str) -> Iterator[str]:
    """Yield the pairs of characters in the words of a text."""
    for word in _WORDS.findall(half_width(text)):
        yield from map(str.__add__, word, islice(word, 1, None))


#: Pairs of characters that tell nothing of what a text is about.
_NOT_TELLING = frozenset(_EVERYWHERE.split()) | {gram for word in HOW_WORDS for gram in grams_of(word)}


def _unit(vector: Vector) -> Vector:
    """Return a vector with the length 1."""
    length = sqrt(sum([value * value for value in vector.values()])) or 1.0
    return {gram: value / length for gram, value in vector.items()}
