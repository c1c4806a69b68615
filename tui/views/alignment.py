"""Two reports beside each other: which two, and their alignment and terms, step by step; in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.messages import alignment_screen as messages
from tui.messages import terms as terms_messages
from tui.messages import views as views_messages
from tui.report.errors import ReadError
from tui.report.model import Report
from tui.views.figures import number_in
from tui.views.kept_terms import Compared, KeptTerms
from tui.views.model import Side, TwoReports
from tui.views.sides import any_side, in_library, library_side
from tui.visits import Source, View
from tui.wording.model import Alignment, NewTerm

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session import Session


class Aligned(NamedTuple):
    """An alignment as far as it is known.

    Attributes:
        alignment: Sentences that have no counterpart yet are as those that have none.
        is_whole: Whether all of it is known.
    """

    alignment: Alignment
    is_whole: bool


class FoundTerms(NamedTuple):
    """The terms of one report that the other lacks.

    Attributes:
        new: Those of the later report.
        gone: Those of the earlier report.
        notice: Why they have no counts of other places' reports though there is a library, else empty.
    """

    new: tuple[NewTerm, ...]
    gone: tuple[NewTerm, ...]
    notice: str = ""


def load_alignment(
    view: View, library: Library | None, opened: Session | None, tell: Callable[[str], object]
) -> tuple[View, TwoReports]:
    """Return two reports to be read beside each other: those that are named, or one and that of the year before.

    If there is none of the year before, the reason is told, and the user can choose another one.

    Raises:
        HuijiError: If a report cannot be read.
    """
    tell(views_messages.OPENING)
    sources = [_known(source, library) for source in view.reports]
    later = any_side(sources[-1], library, opened)
    reason = ""
    earlier: Side | None = None
    if len(sources) > 1:
        earlier = any_side(sources[0], library, opened)
    else:
        try:
            earlier = _predecessor(later, library)
        except ReadError as error:
            reason = str(error)
    two = TwoReports(earlier, later, reason, has_library=library is not None)
    if library is not None:
        before, after = _neighbours(two, library)
        two = two._replace(before=before, after=after, choices=_choices(later, library))
    shown = (earlier.source, later.source) if earlier is not None else (later.source,)
    return view._replace(reports=shown), two


def _known(source: Source, library: Library | None) -> Source:
    """Return how to open a report: from the library, if it has it."""
    number = number_in(library, source) if library is not None else None
    return in_library(number) if number is not None else source


def _predecessor(later: Side, library: Library | None) -> Side:
    """Return the report of the year before.

    Raises:
        ReadError: If there is none.
    """
    if library is None:
        raise ReadError(messages.NO_LIBRARY)
    place, year, number = later.ref.place, later.ref.plan_year, later.source.library_report
    if number is None and (not place or year is None):
        raise ReadError(messages.NO_PLACE_OR_YEAR)
    before = library.year_before(place, year) if number is None else library.predecessor(number)
    if before is None:
        years = [] if number is None else library.years_of_place(number)
        raise ReadError(messages.no_neighbour(place, year, years))
    return library_side(before, library)


def _neighbours(
    two: TwoReports, library: Library
) -> tuple[tuple[Source, Source] | None, tuple[Source, Source] | None]:
    """Return the pairs one year before and after, if both reports have a neighbour there."""
    numbers = [side.source.library_report for side in two.sides]
    if two.earlier is None or None in numbers:
        return None, None
    pairs = []
    for step in (library.predecessor, library.successor):
        found = [step(number) for number in numbers if number is not None]
        first, second = found
        pairs.append(
            (in_library(first), in_library(second)) if first is not None and second is not None else None
        )
    return pairs[0], pairs[1]


def _choices(later: Side, library: Library) -> tuple[tuple[str, Source], ...]:
    """Return the other reports of the library with their addresses: of the same place, of the same year, then all others."""
    addresses = library.addresses()
    ref = later.ref
    listed = sorted(
        (one for one in library.reports() if one.id != later.source.library_report),
        key=lambda one: (one.place != ref.place, one.plan_year != ref.plan_year, -(one.plan_year or 0)),
    )
    return tuple((addresses.of(one.id), in_library(one.id)) for one in listed)


def alignment_steps(
    two: TwoReports,
    library: Path | None,
    kept: KeptTerms,
    stop: Callable[[], object],
    tell: Callable[[str], object],
) -> Iterator[Aligned | FoundTerms]:
    """Yield the alignment as far as it is known, again and again, then the terms.

    Args:
        two: The reports.
        library: The file of the library; None without one.
        kept: The terms that were found before.
        stop: Called often; raises to stop.
        tell: Called with the progress.
    """
    from tui.wording.alignment import align_steps

    if two.earlier is None:
        return
    earlier, later = two.earlier.report, two.later.report
    tell(messages.ALIGNING)
    alignment = Alignment(earlier, later, ())
    for alignment in align_steps(earlier, later):
        stop()
        yield Aligned(alignment, is_whole=False)
    yield Aligned(alignment, is_whole=True)
    stop()
    compared = Compared(earlier.text, later.text, _state(library))
    found = kept.get(compared)
    if found is None:
        tell(messages.FINDING_TERMS)
        found = _terms(two, library, stop, lambda share: tell(messages.finding_terms(share)))
        kept.keep(compared, found)
    yield found


def _state(library: Path | None) -> tuple[Path, int, int] | None:
    """Return what changes when reports are added to a library."""
    if library is None:
        return None
    return library, _written(library), _written(library.with_name(f"{library.name}-wal"))


def _written(file: Path) -> int:
    """Return when a file was written last; 0 for none, and for an empty one, as readers leave it."""
    with suppress(OSError):
        state = file.stat()
        return state.st_mtime_ns if state.st_size else 0
    return 0


def _terms(
    two: TwoReports, library: Path | None, stop: Callable[[], object], tell: Callable[[float], object]
) -> FoundTerms:
    """Return the terms, by what other reports of a library say, if there is one."""
    from tui.wording.terms import MIN_OTHERS, term_changes

    first, second = (side.report for side in two.sides)
    if library is None:
        return FoundTerms(*term_changes(first, second, None, stop, tell))
    from tui.library.library import Library

    earlier, later = map(_named, two.sides)
    with Library(library) as opened:
        others = opened.term_sources(earlier, later, stop)
    if others.are_enough:
        return FoundTerms(*term_changes(first, second, others, stop, tell))
    new, gone = term_changes(first, second, None, stop, tell)
    counts = len(others.earlier), len(others.later)
    years = [side.ref.plan_year for side in two.sides]
    return FoundTerms(new, gone, terms_messages.few_others(years, counts, MIN_OTHERS))


def _named(side: Side) -> int | Report:
    """Return the number of a report of the library; another report itself."""
    number = side.source.library_report
    return number if number is not None else side.report
