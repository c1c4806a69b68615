"""What stands in the tree of places: places, reports and chapters, each the scope of a search; and which of them a filter leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from tui.library.place_tree import Place, ShelfReport
from tui.messages import library_screen as messages


class Chapter(NamedTuple):
    """A chapter of a report.

    Attributes:
        label: Its number and heading.
        start: Half-open span of the text.
        end: One past its last character.
    """

    label: str
    start: int
    end: int


class Scope(NamedTuple):
    """What a row of the tree stands for: a place with all in it, its own reports, a report, or a chapter.

    Attributes:
        place: The place, or that of the report.
        report: The report; None for a place.
        chapter: The chapter; None for all of the report.
        is_own: Whether only the place's own reports are meant.
    """

    place: Place
    report: ShelfReport | None = None
    chapter: Chapter | None = None
    is_own: bool = False

    @property
    def key(self) -> tuple[str, int, int, bool]:
        """What tells scopes apart, also of a tree that was read again."""
        chapter = self.chapter.start if self.chapter is not None else -1
        return self.place.key, self.report.id if self.report else 0, chapter, self.is_own

    def reports(self) -> Iterator[ShelfReport]:
        """Yield the reports in the scope."""
        if self.report is not None:
            yield self.report
        elif self.is_own:
            yield from self.place.reports
        else:
            yield from self.place.all_reports()


class Row(NamedTuple):
    """A row of the tree: what it stands for, and its level of indentation, from 0."""

    scope: Scope
    depth: int


class Filter(NamedTuple):
    """Which places and reports are shown.

    Attributes:
        places: Keys of the places that match.
        around: Keys of the places above them.
        best: The key of the place that matches best.
        year: The plan year of the reports shown; None for all.
    """

    places: frozenset[str]
    around: frozenset[str]
    best: str
    year: int | None = None


def scopes_above(scope: Scope) -> Iterator[Scope]:
    """Yield what is above a scope, from the nation down."""
    lineage = scope.place.lineage
    is_place = scope.report is None and not scope.is_own
    yield from (Scope(place) for place in (lineage[:-1] if is_place else lineage))
    if scope.report is not None and scope.place.places:
        yield Scope(scope.place, is_own=True)
    if scope.chapter is not None:
        yield scope._replace(chapter=None)


def label_of(scope: Scope) -> str:
    """Return what a scope is called in the tree, below the place it is in."""
    if scope.chapter is not None:
        return scope.chapter.label
    if scope.report is not None:
        return messages.report_label(scope.report.plan_year, scope.report.place, scope.place.name)
    return messages.OWN_REPORTS if scope.is_own else scope.place.name


def places_above(places: Collection[Place]) -> frozenset[str]:
    """Return the keys of the places above some places."""
    return frozenset(above.key for place in places for above in place.lineage[:-1])
