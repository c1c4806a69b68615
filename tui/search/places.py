"""Places a person names: ``3.1``, ``三(一)``, ``m190``, ``17%``, ``@1200``, words of a heading or their pinyin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from tui.report.errors import UsageError, did_you_mean
from tui.report.grammar import NUMERAL
from tui.report.model import Node, Report
from tui.report.numerals import half_width, small_number
from tui.report.outline import Outline
from tui.search.pinyin import Sounds, letters_of

MAX_CANDIDATES = 200
#: Patterns as text: they are compiled when a place is looked for, not before the first screen.
_PERCENT = r"(\d{1,3}(?:\.\d+)?)%"
_OFFSET = r"@(\d+)"
#: Digits of an offset that count: more stand for the end of the text as well.
_OFFSET_MAX = 9
#: Characters of a place at most.
_PLACE_MAX = 80
_METRIC = r"[mM]\d+"
_PRINTED = (
    rf"第?(?P<chapter>{NUMERAL}{{1,3}})(?:章|部分)?[、.]?"
    rf"(?:\(?(?P<section>{NUMERAL}{{1,3}})\)?)?"
)


def find_span(outline: Outline, place: str) -> tuple[int, int]:
    """The half-open span a place names; a percentage or an offset names an empty one.

    Raises:
        UsageError: Where nothing bears that name.
    """
    words = half_width(place.strip())
    report = outline.report
    node = outline.by_id.get(words) or _printed(outline, words)
    if node is not None:
        return node.start, node.end
    if re.fullmatch(_METRIC, words):
        return _metric_span(report, words.lower(), place)
    if percent := re.fullmatch(_PERCENT, words):
        at = min(len(report.text), int(len(report.text) * min(float(percent[1]), 100) / 100))
        return at, at
    if offset := re.fullmatch(_OFFSET, words):
        at = min(int(offset[1].lstrip("0")[:_OFFSET_MAX] or 0), len(report.text))
        return at, at
    found = matching_nodes(outline, place) if len(words) <= _PLACE_MAX else []
    if not found:
        raise UsageError(f"没有“{words[:_PLACE_MAX]}”这个位置{_nearest(outline, words[:_PLACE_MAX])}")
    return found[0].start, found[0].end


def matching_nodes(outline: Outline, words: str) -> list[Node]:
    """The nodes a person may mean, best first: by number, by printed number, by words of the label."""
    words = half_width(words.strip())
    exact = outline.by_id.get(words) or _printed(outline, words)
    nodes = [exact] if exact is not None else []
    if re.fullmatch(r"\d+(\.\d*)*", words):
        nodes += [node for node in outline.nodes if node.id.startswith(words) and node is not exact]
    elif words:
        others = [node for node in outline.nodes if node is not exact]
        fitting = matching_labels([outline.label(node) for node in others], words)
        nodes += [others[index] for index in fitting]
    return nodes


def matching_labels(labels: Iterable[str], words: str) -> list[int]:
    """Indices of the labels that hold all words; those that hold a word's letters only as pinyin come last."""
    labels = [half_width(label).lower() for label in labels]
    terms = half_width(words).lower().split()
    literal = [{index for index, label in enumerate(labels) if term in label} for term in terms]
    spelt = [set(_spelt(labels, term)) for term in terms]
    whole = set.intersection(set(range(len(labels))), *literal)
    either = set.intersection(set(range(len(labels))), *(a | b for a, b in zip(literal, spelt, strict=True)))
    return sorted(either, key=lambda index: (index not in whole, index))


def _spelt(labels: list[str], term: str) -> Iterator[int]:
    """Indices of the labels in which a term of letters is found as pinyin."""
    letters = letters_of(term)
    if letters is None:
        return
    starts = list(accumulate((len(label) + 1 for label in labels), initial=0))
    sounds = Sounds("\n".join(labels))
    for start, _ in [*sounds.find(letters), *sounds.find_otherwise(letters)]:
        yield bisect_right(starts, start) - 1


def places_for(outline: Outline, words: str) -> list[tuple[str, str, int]]:
    """The places words may mean, best first: name, label and offset of each; all headings for no words."""
    if not words.strip():
        nodes = [node for node in outline.nodes if node.level in ("chapter", "section")]
    else:
        nodes = matching_nodes(outline, words)
    places = [(node.id, outline.label(node), node.start) for node in nodes[:MAX_CANDIDATES]]
    if words.strip() and not places:
        try:
            start = find_span(outline, words)[0]
        except UsageError:
            return []
        places = [(words.strip(), outline.path(outline.at(start)), start)]
    return places


def _printed(outline: Outline, words: str) -> Node | None:
    found = re.fullmatch(_PRINTED, words)
    if not found:
        return None
    chapter = _numbered(outline.report.outline, found["chapter"])
    if chapter is None or not found["section"]:
        return chapter
    return _numbered(chapter.children, found["section"])


def _numbered(nodes: tuple[Node, ...], number: str) -> Node | None:
    value = small_number(number)
    return next((node for node in nodes if node.number and small_number(node.number) == value), None)


def _metric_span(report: Report, metric_id: str, place: str) -> tuple[int, int]:
    for metric in report.metrics:
        if metric.id == metric_id:
            return metric.start, metric.end
    raise UsageError(f"没有指标 {place.strip()}，共有 {len(report.metrics)} 项")


def _nearest(outline: Outline, words: str) -> str:
    names = [*outline.by_id, *(outline.label(node) for node in outline.nodes)]
    return did_you_mean(words, names, min_ratio=0.5)
