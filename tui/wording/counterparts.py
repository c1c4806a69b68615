"""Find, within one report, what is planned on the subject of what was done, and the reverse.

Each section is compared with the sections of the other part, each topic (or numbered item) with the topics of the other part and with its
sections that have none. Two are alike by the pairs of characters that they share, weighted by how rare these are in the report; those of
their headings count more. What is best for a section speaks for the topics in it, too.
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
from tui.wording.model import Counterpart

#: Outermost nodes that belong to neither part.
_OUTSIDE = ("front", "opening", "closing", "annex", "trailing", "glossary")
_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z]+")
#: How much more a pair of characters counts in a heading; and how much the likeness of the sections counts for their topics.
_HEADING, _SECTION = 3.0, 0.25
#: Nodes less alike than this have no counterpart in each other.
_LEAST_SECTION, _LEAST_TOPIC = 0.07, 0.07
#: How many are returned.
_MOST = 2


class _Unit(NamedTuple):
    """A section or topic with the weights of its pairs of characters.

    Attributes:
        node: The node.
        section: The section that holds it, or itself.
        vector: Weights of pairs, of length 1.
    """

    node: Node
    section: Node
    vector: dict[str, float]


def counterparts(outline: Outline) -> Mapping[str, tuple[Counterpart, ...]]:
    """Return for each section, topic and item, by id, what is on the same subject in the other part of the report.

    Returns:
        The best and the second best; empty where nothing is alike.
    """
    sides = _sides(outline)
    weights = _Rarity(outline.report)
    units = [[weights.unit(node, section) for node, section in side] for side in sides]
    found: dict[str, tuple[Counterpart, ...]] = {}
    sections = [_coarse(side) for side in units]
    scores: dict[tuple[str, str], float] = {}
    for one, other in (sections, sections[::-1]):
        for unit in one:
            ranked = [(_cosine(unit, each), each) for each in other]
            scores.update({(unit.node.id, each.node.id): score for score, each in ranked})
            found[unit.node.id] = _best(ranked, _LEAST_SECTION)
    topics = [_fine(side) for side in units]
    for one, other in (topics, topics[::-1]):
        for unit in one:
            if unit.node.id in found:
                continue
            ranked = [
                (
                    _cosine(unit, each) + _SECTION * scores.get((unit.section.id, each.section.id), 0.0),
                    each,
                )
                for each in other
            ]
            found[unit.node.id] = _best(ranked, _LEAST_TOPIC)
    return found


def _best(ranked: Iterable[tuple[float, _Unit]], least: float) -> tuple[Counterpart, ...]:
    order = sorted(ranked, key=lambda each: (-each[0], each[1].node.start))[:_MOST]
    return tuple(
        Counterpart(unit.node.id, round(min(1.0, score), 3)) for score, unit in order if score >= least
    )


def _coarse(units: Sequence[_Unit]) -> list[_Unit]:
    """Return the sections of a part; its topics, if it has no sections."""
    return [unit for unit in units if unit.node.level == "section"] or list(units)


def _fine(units: Sequence[_Unit]) -> list[_Unit]:
    """Return the topics and items of a part, and its sections that have none."""
    holding = {unit.section.id for unit in units if unit.node.level != "section"}
    return [unit for unit in units if unit.node.id not in holding]


def _sides(outline: Outline) -> tuple[list[tuple[Node, Node]], list[tuple[Node, Node]]]:
    """Return the nodes of what was done, and of what is planned, each with the section that holds it."""
    report = outline.report
    tenses = tenses_of(report.text, report.front)
    done: list[tuple[Node, Node]] = []
    planned: list[tuple[Node, Node]] = []
    for chapter in report.outline:
        if chapter.id.rstrip("0123456789") in _OUTSIDE:
            continue
        points = heading_points(chapter.heading or "", report.front)
        for node, section in _units(chapter):
            is_done = points > 0 if points else tenses.at(node.start) == "past"
            (done if is_done else planned).append((node, section))
    return done, planned


def _units(chapter: Node) -> Iterator[tuple[Node, Node]]:
    """Yield sections, topics and items, each with the section that holds it."""
    for child in chapter.children:
        if child.level == "part":
            continue
        for node in child.walk():
            if node.level in ("section", "topic", "item"):
                yield node, child


class _Rarity:
    """How rare pairs of characters are in a report: in how many of its paragraphs they are."""

    def __init__(self, report: Report) -> None:
        self._text = report.text
        lines = [line for line in report.text.splitlines() if line.strip()]
        self._counts: Counter[str] = Counter()
        for line in lines:
            self._counts.update(set(_grams(line)))
        self._total = max(30, len(lines))

    def unit(self, node: Node, section: Node) -> _Unit:
        """Return a node with its vector."""
        said = Counter(_grams(self._text[node.start : node.end]))
        heading = set(_grams(node.heading or ""))
        vector = {
            gram: (log(1 + count) + _HEADING * (gram in heading)) * self._rarity(gram)
            for gram, count in said.items()
        }
        norm = sqrt(sum(sorted(value * value for value in vector.values()))) or 1.0
        return _Unit(node, section, {gram: value / norm for gram, value in sorted(vector.items())})

    def _rarity(self, gram: str) -> float:
        return log((1 + self._total) / min(self._total, self._counts[gram] or 1))


def _grams(text: str) -> Iterator[str]:
    for word in _WORDS.findall(half_width(text)):
        yield from map(str.__add__, word, islice(word, 1, None))


def _cosine(one: _Unit, other: _Unit) -> float:
    twin = other.vector
    return sum([value * twin[gram] for gram, value in one.vector.items() if gram in twin])
