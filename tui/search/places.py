"""Find the places people name: ``3.1``, ``三(一)``, ``m190``, ``17%``, ``@1200``, part of a heading or its pinyin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from tui.messages import search as messages
from tui.report.errors import UsageError, did_you_mean
from tui.report.grammar import NUMERAL
from tui.report.links import is_link, parse_link
from tui.report.model import Node
from tui.report.numerals import half_width, small_number
from tui.report.outline import Outline
from tui.search.pinyin import Sounds, letters_of
from tui.search.readings import default_readings

MAX_PLACES = 200
#: Patterns as text: they are compiled when a place is looked for, not before the first screen.
_PERCENT = r"(\d{1,3}(?:\.\d+)?)%"
_OFFSET = r"@(\d+)"
#: Digits of an offset that count: more stand for the end of the text as well.
_MAX_OFFSET_DIGITS = 9
_MAX_PLACE_CHARACTERS = 80
#: What tells parts of the text apart in ids, and says nothing to people: 1.continuation2.1.
_PART_OF_ID = r"\.?[a-z].*\Z"
_METRIC = r"[mM]\d+"
_PRINTED = (
    rf"第?(?P<chapter>{NUMERAL}{{1,3}})(?:章|部分)?[、.]?"
    rf"(?:\(?(?P<section>{NUMERAL}{{1,3}})\)?)?"
)


def find_span(outline: Outline, place: str) -> tuple[int, int]:
    """Return the half-open span a place or a link names; a percentage or an offset names an empty one.

    Raises:
        UsageError: Where the report has no such place.
    """
    if not is_link(place):
        return find_place(outline, place)
    from tui.search.links import Links  # few places are links

    return Links(outline).find(parse_link(place))[:2]


def find_place(outline: Outline, place: str) -> tuple[int, int]:
    """Return the half-open span a place names that is no link; see :func:`find_span`."""
    name = half_width(place.strip())
    report = outline.report
    node = outline.by_id.get(name) or printed_node(outline, name)
    if node is not None:
        return node.start, node.end
    if re.fullmatch(_METRIC, name):
        for metric in report.metrics:
            if metric.id == name.lower():
                return metric.start, metric.end
        raise UsageError(messages.no_such_metric(place.strip(), len(report.metrics)))
    if percent := re.fullmatch(_PERCENT, name):
        offset = min(len(report.text), int(len(report.text) * min(float(percent[1]), 100) / 100))
        return offset, offset
    if digits := re.fullmatch(_OFFSET, name):
        offset = min(int(digits[1].lstrip("0")[:_MAX_OFFSET_DIGITS] or 0), len(report.text))
        return offset, offset
    nodes = matching_nodes(outline, place) if len(name) <= _MAX_PLACE_CHARACTERS else []
    if not nodes:
        name = name[:_MAX_PLACE_CHARACTERS]
        names = [*outline.by_id, *map(outline.label, outline.nodes)]
        raise UsageError(messages.no_such_place(name, did_you_mean(name, names, min_ratio=0.5)))
    return nodes[0].start, nodes[0].end


def matching_nodes(outline: Outline, text: str) -> list[Node]:
    """Return the nodes a person may mean, best first: by id, by printed number, by part of the label."""
    text = half_width(text.strip())
    exact = outline.by_id.get(text) or printed_node(outline, text)
    nodes = [exact] if exact is not None else []
    if re.fullmatch(r"\d+(\.\d*)*", text):
        nodes += [node for node in outline.nodes if node.id.startswith(text) and node is not exact]
    elif text:
        others = [node for node in outline.nodes if node is not exact]
        matching = matching_labels([outline.label(node) for node in others], text)
        nodes += [others[index] for index in matching]
    return nodes


def matching_labels(labels: Iterable[str], text: str, begins: bool = False) -> list[int]:
    """Return the indices of labels that hold all terms of a text; those that hold one only as pinyin come last.

    Args:
        labels: The labels.
        text: Terms split on spaces.
        begins: Whether labels that begin with the first term, as typed or as pinyin, come first.
    """
    labels = [half_width(label).lower() for label in labels]
    terms = half_width(text).lower().split()
    literal = [{index for index, label in enumerate(labels) if term in label} for term in terms]
    spelt = [set(_spelt(labels, term)) for term in terms]
    whole = set.intersection(set(range(len(labels))), *literal)
    either = set.intersection(set(range(len(labels))), *(a | b for a, b in zip(literal, spelt, strict=True)))
    first = _beginning_with(labels, terms[0]) if begins and terms else set()
    return sorted(either, key=lambda index: (index not in first, index not in whole, index))


def _beginning_with(labels: list[str], term: str) -> set[int]:
    """Return the indices of the labels that begin with a term, as typed or as pinyin."""
    starts = list(accumulate((len(label) + 1 for label in labels), initial=0))
    as_typed = {index for index, label in enumerate(labels) if label.startswith(term)}
    return as_typed | {bisect_right(starts, at) - 1 for at in set(_spelt_at(labels, term)) & set(starts)}


def _spelt(labels: list[str], term: str) -> Iterator[int]:
    """Yield the indices of the labels that hold a term of letters as pinyin."""
    starts = list(accumulate((len(label) + 1 for label in labels), initial=0))
    for at in _spelt_at(labels, term):
        yield bisect_right(starts, at) - 1


def _spelt_at(labels: list[str], term: str) -> Iterator[int]:
    """Yield the offsets in the labels, joined by line breaks, where a term of letters is spelt."""
    letters = letters_of(term)
    if letters is None:
        return
    sounds = Sounds("\n".join(labels), default_readings())
    spans = sounds.find(letters)
    for start, _ in [*spans, *sounds.find_otherwise(letters, frozenset(spans))]:
        yield start


def places_for(outline: Outline, text: str) -> list[tuple[str, str, int]]:
    """Return the places a text may mean, best first: number, label and offset of each; all headings for no text."""
    if not text.strip():
        nodes = [node for node in outline.nodes if node.level in ("chapter", "section")]
    else:
        nodes = matching_nodes(outline, text)
    places = [
        (re.sub(_PART_OF_ID, "", node.id), outline.label(node), node.start) for node in nodes[:MAX_PLACES]
    ]
    if text.strip() and not places:
        try:
            start = find_span(outline, text)[0]
        except UsageError:
            return []
        places = [(text.strip(), outline.path(outline.at(start)), start)]
    return places


def printed_node(outline: Outline, text: str) -> Node | None:
    """Find a node by its number as printed: 三, 第三章, 三(一)."""
    match = re.fullmatch(_PRINTED, text)
    if not match:
        return None
    chapter = _numbered(outline.report.outline, match["chapter"])
    if chapter is None or not match["section"]:
        return chapter
    return _numbered(chapter.children, match["section"])


def _numbered(nodes: tuple[Node, ...], number: str) -> Node | None:
    value = small_number(number)
    return next((node for node in nodes if node.number and small_number(node.number) == value), None)
