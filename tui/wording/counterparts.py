"""Find, within one report, what is planned on the subject of what was done, and the reverse.

All sections, topics and items of one part of a report are compared with all those of the other. Two are alike by the pairs of characters
that they share, weighted by how rare these are in the report; by whether one tells of what the other is headed with; and by the subjects
that their words belong to. The likeness of the sections speaks for the topics in them, and nodes of one rank go together rather than a
section with a topic. What is found is sure where it stands out among the others, and the other, in turn, has this one or one beside it
as its best; it is returned where it is likely, too, and says which. What a report tells in paragraphs outside of all sections is compared
as well: where such a paragraph fits best, no section is returned instead.

The weights were fitted to what was read as counterparts in seventeen reports of all levels, from 1998 to 2025.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from tui.report.outline import Outline
from tui.wording.model import Counterpart
from tui.wording.units import Unit, dot, sides_of

#: Counterparts less sure than this are not returned: of those a little below, most were read as wrong, of those above as right.
_LIKELY = 0.65
#: A second one is returned if it is this likely beside the best.
_SECOND = 0.1
#: A node is preferred to one that it holds if it is this likely beside it, and among so many best.
_NEAR, _NEAREST = 0.7, 4
#: How much better than a section a paragraph outside of all sections has to fit.
_LOOSE = 2.0
#: Keeps the logarithm of a likeness from falling without end.
_FLOOR = 0.02
#: Nodes of one part that are compared at most, since the time grows with the square; reports have about sixty.
_MOST_UNITS = 200
#: How far behind its best a counterpart may have a node and still count.
_FARTHEST = -4.0


class _Alike(NamedTuple):
    """How alike two nodes are, seen from the first.

    Attributes:
        text: How much of their telling words they share.
        told: How much of what the first is headed with the other tells.
        tells: How much of what the other is headed with the first tells.
        subjects: How alike the subjects of their texts are.
        headings: How alike the subjects of their headings are.
        heading_subjects: How much of the subjects of the first one's heading is in the other.
    """

    text: float
    told: float
    tells: float
    subjects: float
    headings: float
    heading_subjects: float


class _Choice(NamedTuple):
    """The candidates for a node, best first: their places, how well each fits, and how likely it is."""

    order: list[int]
    fits: list[float]
    shares: list[float]


def counterparts(outline: Outline, stop: Callable[[], object] = int) -> Mapping[str, tuple[Counterpart, ...]]:
    """Return for each section, topic and item, by id, what is on the same subject in the other part of the report.

    Chapters without sections are listed as well, and paragraphs between topics.

    Args:
        outline: The report.
        stop: Called often; may raise to stop.

    Returns:
        The best and the second best in document order of the nodes; empty where nothing is likely alike.
    """
    sides = sides_of(outline)
    done, planned = (_outermost(units) for units in sides)
    texts = _shared_text(done, planned)
    turned = {(other, one): likeness for (one, other), likeness in texts.items()}
    forward, backward = _Side(done, planned, texts, stop), _Side(planned, done, turned, stop)
    found: dict[str, tuple[Counterpart, ...]] = {
        unit.node.id: () for units in sides for unit in units if unit.is_listed
    }
    found.update({**forward.found(backward), **backward.found(forward)})
    order = {node.id: place for place, node in enumerate(outline.nodes)}
    return {node: found[node] for node in sorted(found, key=order.__getitem__)}


def _outermost(units: Sequence[Unit]) -> list[Unit]:
    """Return as many units as are compared, the outermost ones first if there are more."""
    return (
        list(units)
        if len(units) <= _MOST_UNITS
        else sorted(units, key=lambda unit: (not unit.is_listed, unit.rank))[:_MOST_UNITS]
    )


def _shared_text(done: Sequence[Unit], planned: Sequence[Unit]) -> dict[tuple[int, int], float]:
    """Return how alike the texts of each two are, by their places; without those that share nothing."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, unit in enumerate(planned):
        for gram, weight in unit.text.items():
            holders[gram].append((place, weight))
    found: dict[tuple[int, int], float] = {}
    for place, unit in enumerate(done):
        sums = [0.0] * len(planned)
        for gram, weight in unit.text.items():
            for other, theirs in holders.get(gram, ()):
                sums[other] += weight * theirs
        found.update({(place, other): likeness for other, likeness in enumerate(sums) if likeness})
    return found


class _Side:
    """The nodes of one part, each with what is chosen for it from the other.

    Args:
        units: The nodes.
        others: Those of the other part.
        texts: How alike the texts of a node and another are, by their places.
        stop: Called for each node; may raise to stop.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        others: Sequence[Unit],
        texts: Mapping[tuple[int, int], float],
        stop: Callable[[], object],
    ) -> None:
        self._units, self._others, self._texts = units, others, texts
        self._stop = stop
        self._outer = _outer_places(units), _outer_places(others)
        self._subjects = {
            (one, other): dot(unit.subjects, each.subjects)
            for one, unit in enumerate(units)
            for other, each in enumerate(others)
        }
        self.choices = [self._choice(place) for place in range(len(units))] if others else []

    def found(self, back: _Side) -> dict[str, tuple[Counterpart, ...]]:
        """Return the counterparts of each node, given the choices of the other part."""
        if not self._others:
            return {}
        return {
            unit.node.id: self._best(place, back) for place, unit in enumerate(self._units) if unit.is_listed
        }

    def _best(self, place: int, back: _Side) -> tuple[Counterpart, ...]:
        order, _, shares = self.choices[place]
        sure = self._sureness(place, back)
        if sure < _LIKELY or not self._others[order[0]].is_listed:
            return ()
        best = [Counterpart(self._others[order[0]].node.id, round(sure, 3))]
        for second in [each for each in order[1:2] if self._others[each].is_listed]:
            ratio = shares[second] / shares[order[0]]
            if ratio >= _SECOND:
                best.append(Counterpart(self._others[second].node.id, round(sure * min(1.0, ratio), 3)))
        return tuple(best)

    def _alike(self, place: int, other: int) -> _Alike:
        one, two = self._units[place], self._others[other]
        return _Alike(
            self._texts.get((place, other), 0.0),
            dot(one.heading, two.told),
            dot(two.heading, one.told),
            self._subjects[place, other],
            dot(one.heading_subjects, two.heading_subjects),
            dot(one.heading_subjects, two.subjects),
        )

    def _outer_text(self, place: int, other: int) -> float:
        return self._texts.get((self._outer[0][place], self._outer[1][other]), 0.0)

    def _choice(self, place: int) -> _Choice:
        """Order the candidates for a node by how well they fit."""
        self._stop()
        fits = [self._fit(place, other) for other in range(len(self._others))]
        order = sorted(range(len(fits)), key=lambda other: (-fits[other], self._others[other].node.start))
        shares = [exp(fit - fits[order[0]]) for fit in fits]
        total = sum(shares)
        self._prefer_holder(place, order, shares)
        return _Choice(order, fits, [share / total for share in shares])

    def _prefer_holder(self, place: int, order: list[int], shares: Sequence[float]) -> None:
        """Put the node that holds the best candidate before it, for an outermost node, if it fits nearly as well."""
        holder = self._others[order[0]].parent
        if not holder or self._units[place].rank:
            return
        for other in order[1:_NEAREST]:
            if self._others[other].node.id == holder and shares[other] >= _NEAR:
                order.remove(other)
                order.insert(0, other)
                return

    def _fit(self, place: int, other: int) -> float:
        alike = self._alike(place, other)
        outer = self._outer[0][place], self._outer[1][other]
        return (
            4.1 * log(alike.text + _FLOOR)
            + 4.9 * alike.told
            + 1.7 * alike.tells
            + 1.9 * alike.subjects
            + 3.7 * alike.heading_subjects
            + 29 * self._outer_text(place, other)
            + 1.6 * self._subjects[outer]
            + 0.6 * log(max(1, self._others[other].length))
            - _misfit(self._units[place], self._others[other])
            - (0.0 if self._others[other].is_listed else _LOOSE)
        )

    def _sureness(self, place: int, back: _Side) -> float:
        """Return how sure it is, from 0 to 1, that the best candidate is right."""
        order, _, shares = self.choices[place]
        best = order[0]
        alike = self._alike(place, best)
        behind = back.choices[best].fits[place] - max(back.choices[best].fits)
        total = (
            0.65 * log(alike.text + _FLOOR)
            + 1.63 * alike.subjects
            + 0.85 * alike.headings
            + 0.81 * log(self._outer_text(place, best) + _FLOOR)
            + 2.85 * shares[best]
            + 1.43 * sum(shares[each] for each in back.kin(best))
            + 1.04 * (back.choices[best].order[0] in self.kin(place))
            + 0.13 * max(behind, _FARTHEST)
            + 0.13 * log(max(1, self._units[place].length))
            - 0.08
        )
        return 1 / (1 + exp(-total))

    def kin(self, place: int) -> list[int]:
        """Return the places of a node, of the one that holds it, and of those it holds."""
        unit = self._units[place]
        return [
            each
            for each, other in enumerate(self._units)
            if each == place or other.parent == unit.node.id or other.node.id == unit.parent
        ]


def _misfit(one: Unit, other: Unit) -> float:
    """Return how much the ranks of two nodes speak against them."""
    if other.rank > one.rank:
        return (0.86 if one.rank == 0 else 4.3) * (other.rank - one.rank)
    return 0.0 if other.is_leaf else 3.4 * (one.rank - other.rank)


def _outer_places(units: Sequence[Unit]) -> list[int]:
    """Return the place of the outermost node of each."""
    places = {unit.node.id: place for place, unit in enumerate(units) if unit.is_listed}
    return [places[unit.outer.id] if unit.is_listed else place for place, unit in enumerate(units)]
