"""Find, within one report, what is planned on the subject of what was done, and the reverse.

All sections, topics and items of one part of a report are compared with all those of the other. Two are alike by the pairs of characters
that they share, weighted by how rare these are in the report, and by whether one tells of what the other is headed with. Words that say
how things go (提质增效, 扎实推进) are no part of what a heading is about. Sections are set beside sections rather than topics, topics beside
topics rather than sections, and the likeness of the sections speaks for the topics in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import log, sqrt
from typing import NamedTuple

from tui.metrics.tense import heading_points, tenses_of
from tui.report.model import Node, Report
from tui.report.numerals import half_width
from tui.report.outline import Outline
from tui.wording.how_words import HOW
from tui.wording.model import Counterpart

#: Outermost nodes that belong to neither part.
_OUTSIDE = ("front", "opening", "closing", "annex", "trailing", "glossary")
_LEVELS = ("section", "topic", "item")
_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z]+")
#: How much the likeness of headings counts, and of headings with the other's text, beside that of the texts.
_HEADINGS, _TOLD = 0.1, 0.1
#: How much the likeness of their sections counts for topics.
_SECTIONS = 0.3
#: What is left of the likeness of a section with a topic, and of a topic with a section that has topics.
_SECTION_WITH_TOPIC, _TOPIC_WITH_SECTION = 0.75, 0.7
#: Nodes less alike than this have no counterpart in each other.
_LEAST_SECTION, _LEAST_TOPIC = 0.08, 0.065
#: How many are returned.
_MOST = 2
#: Paragraphs of a report at least; in a short one, what two share is still telling.
_MIN_PARAGRAPHS = 30


class _Unit(NamedTuple):
    """A section or topic.

    Attributes:
        node: The node.
        outer: The outermost one that holds it, or itself.
        is_leaf: Whether it holds no other.
        is_like_section: Whether it is a topic in a chapter without sections, not inside another.
        text: Weights of the pairs of characters in its text, a vector of length 1.
        heading: Those of what its heading is about.
        told: How much of a pair in a heading its text tells, from 0 to 1.
    """

    node: Node
    outer: Node
    is_leaf: bool
    is_like_section: bool
    text: dict[str, float]
    heading: dict[str, float]
    told: dict[str, float]

    @property
    def is_section(self) -> bool:
        """Whether it is a section, or a chapter that has none."""
        return self.node.level in ("section", "chapter")


def counterparts(outline: Outline) -> Mapping[str, tuple[Counterpart, ...]]:
    """Return for each section, topic and item, by id, what is on the same subject in the other part of the report.

    Chapters without sections are listed as well, and paragraphs between topics.

    Returns:
        The best and the second best in document order of the nodes; empty where nothing is alike.
    """
    done, planned = _sides(outline)
    scores = {(one.node.id, other.node.id): _likeness(one, other) for one in done for other in planned}
    found: dict[str, tuple[Counterpart, ...]] = {}
    for one in done:
        found[one.node.id] = _best(one, ((scores[one.node.id, each.node.id], _outer(scores, one, each), each) for each in planned))  # fmt: skip
    for one in planned:
        found[one.node.id] = _best(one, ((scores[each.node.id, one.node.id], _outer(scores, each, one), each) for each in done))  # fmt: skip
    order = {node.id: place for place, node in enumerate(outline.nodes)}
    return {node: found[node] for node in sorted(found, key=order.__getitem__)}


def _outer(scores: Mapping[tuple[str, str], float], done: _Unit, planned: _Unit) -> float:
    """Return what the likeness of the sections adds to that of two topics."""
    return _SECTIONS * scores[done.outer.id, planned.outer.id]


def _best(one: _Unit, others: Iterable[tuple[float, float, _Unit]]) -> tuple[Counterpart, ...]:
    least = _LEAST_SECTION if one.is_section else _LEAST_TOPIC
    ranked = [((score + added) * _fit(one, each), each) for score, added, each in others]
    ranked.sort(key=lambda each: (-each[0], each[1].node.start))
    return tuple(
        Counterpart(unit.node.id, round(min(1.0, score), 3))
        for score, unit in ranked[:_MOST]
        if score >= least
    )


def _fit(one: _Unit, other: _Unit) -> float:
    """Return how fit a node is as a counterpart by its rank."""
    if one.is_section:
        return 1.0 if other.is_section or other.is_like_section else _SECTION_WITH_TOPIC
    if one.is_like_section or not other.is_section or other.is_leaf:
        return 1.0
    return _TOPIC_WITH_SECTION


def _likeness(one: _Unit, other: _Unit) -> float:
    told = (_dot(one.heading, other.told) + _dot(other.heading, one.told)) / 2
    headings = _dot(_unit(one.heading), _unit(other.heading))
    return _dot(one.text, other.text) + _HEADINGS * headings + _TOLD * told


# -- what is compared ----------------------------------------------------------------------------


def _sides(outline: Outline) -> tuple[list[_Unit], list[_Unit]]:
    """Return what was done, and what is planned."""
    report = outline.report
    tenses = tenses_of(report.text, report.front)
    rarity = _Rarity(outline)
    done: list[_Unit] = []
    planned: list[_Unit] = []
    for chapter in report.outline:
        if chapter.id.rstrip("0123456789") in _OUTSIDE:
            continue
        points = heading_points(chapter.heading or "", report.front)
        has_sections = any(child.level == "section" for child in chapter.children)
        for node, outer in _nodes(chapter):
            is_done = points > 0 if points else tenses.at(node.start) == "past"
            unit = rarity.unit(node, outer, is_like_section=node is outer and not has_sections)
            (done if is_done else planned).append(unit)
    return _whole(done), _whole(planned)


def _whole(units: Sequence[_Unit]) -> list[_Unit]:
    """Return units without those whose outermost one is in the other part."""
    ids = {unit.node.id for unit in units}
    return [unit if unit.outer.id in ids else unit._replace(outer=unit.node) for unit in units]


def _nodes(chapter: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the sections and topics of a chapter, each with the outermost one that holds it; the chapter itself if it has none."""
    children = _inner(chapter)
    if not children and chapter.level == "chapter":
        yield chapter, chapter
    for child in children:
        if child.level == "part":
            continue  # what leads over to the next sections
        for node in child.walk():
            if _is_unit(node):
                yield node, child


def _inner(node: Node) -> list[Node]:
    return [child for child in node.children if _is_unit(child)]


def _is_unit(node: Node) -> bool:
    """Tell whether a node is compared: paragraphs between topics are, but not what opens or closes a chapter."""
    return node.level in _LEVELS or (
        node.level == "part" and node.id.rpartition(".")[2].startswith("continuation")
    )


class _Rarity:
    """How rare pairs of characters are in a report: in how many of its paragraphs they are.

    Args:
        outline: The report.
    """

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._report: Report = outline.report
        lines = [line for line in self._report.text.splitlines() if line.strip()]
        counts: Counter[str] = Counter()
        for line in lines:
            counts.update(set(_grams(line)))
        total = max(_MIN_PARAGRAPHS, len(lines))
        by_count = {count: log((1 + total) / min(total, count)) for count in set(counts.values())}
        self._weights = {gram: by_count[count] for gram, count in counts.items()}
        self._rarest = log(1 + total)

    def unit(self, node: Node, outer: Node, *, is_like_section: bool) -> _Unit:
        """Return a node with its vectors."""
        counts = Counter(_grams(self._report.text[node.start : node.end]))
        heading = dict.fromkeys(_grams(HOW.sub(" ", half_width(node.heading or self._outline.label(node)))))
        squares = {gram: self._weight(gram) ** 2 for gram in heading}
        total = sum(squares.values()) or 1.0
        return _Unit(
            node,
            outer,
            not _inner(node),
            is_like_section,
            _unit({gram: log(1 + count) * self._weight(gram) for gram, count in counts.items()}),
            {gram: square / total for gram, square in squares.items()},
            {gram: min(1.0, log(1 + count) / log(3)) for gram, count in counts.items()},
        )

    def _weight(self, gram: str) -> float:
        return self._weights.get(gram, self._rarest)


def _grams(text: str) -> Iterator[str]:
    for word in _WORDS.findall(half_width(text)):
        yield from map(str.__add__, word, islice(word, 1, None))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    """Return a vector with the length 1."""
    length = sqrt(sum([value * value for value in vector.values()])) or 1.0
    return {gram: value / length for gram, value in vector.items()}


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum([value * other[gram] for gram, value in one.items() if gram in other])
