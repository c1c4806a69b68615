"""Count the hits of a query by report; what a report says often was counted when it was added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from tui.library.candidates import Candidates
from tui.library.grams import is_pair
from tui.library.matching import FarOff, ParagraphMatcher, counted_forms, index_query, is_single
from tui.library.paragraphs import Paragraph
from tui.search.query import Form, Query, Term
from tui.search.results import Hit

#: Paragraphs after which a count may be stopped.
_STOP_EVERY = 256
_FOLDED = "p.report, p.lead, p.lead + p.length, p.folded"
#: Paragraphs that are read in the time it takes to look up a report.
_PARAGRAPHS_A_LOOKUP = 60


def count_hits(
    query: Query,
    matcher: ParagraphMatcher,
    candidates: Candidates,
    in_whole_text: Callable[[int], list[list[Hit]]],
    stop: Callable[[], object],
) -> dict[int, int]:
    """Return the number of hits in each report that has some, by its id.

    Args:
        query: What is searched for.
        matcher: Its matcher.
        candidates: The paragraphs that are searched.
        in_whole_text: Returns the hits in a report, by paragraph.
        stop: Called often; may raise to stop.
    """
    first = query.terms[0]
    pairs, barred = _pairs(query.terms), _pairs(query.excluded)
    is_tallied = candidates.is_tallied
    if len(query.terms) > 1 and not query.excluded and all(is_single(term) for term in query.terms):
        if is_tallied and len(pairs) == len(query.terms):
            return candidates.tally(pairs, stop=stop)
        return _of_plain_terms(query.terms, candidates, stop)
    forms = countable(first, candidates.tense)
    if len(query.terms) > 1 or len(query.excluded) > 1 or not forms:
        return _of_paragraphs(candidates.paragraphs(index_query(query.terms)), matcher, in_whole_text, stop)
    counts = Counter(count_forms(forms, candidates, stop))
    if is_tallied and pairs and barred:
        counts.subtract(candidates.tally(pairs, barred, stop))
    elif query.excluded:
        together = candidates.paragraphs(index_query((first, *query.excluded)))
        counts.subtract(_excluded(together, matcher, in_whole_text, counts, stop))
    return dict(+counts)


def _pairs(terms: Iterable[Term]) -> list[str]:
    """Return those of some terms of which the index knows how often they are hits."""
    return [term.forms[0].text for term in terms if is_single(term) and is_pair(term.forms[0].text)]


def countable(term: Term, tense: str | None) -> tuple[Form, ...]:
    """Return forms of a term that are counted instead of all in each report; none if the hits have to be found.

    Args:
        term: The term.
        tense: ``plan`` or ``review`` to count only there; a hit may begin in one and the form it holds in the other.
    """
    forms = counted_forms(term.forms)
    return forms if tense is None or len(forms) == len(term.forms) else ()


def count_forms(forms: Iterable[Form], candidates: Candidates, stop: Callable[[], object]) -> dict[int, int]:
    """Return the number of hits in each report that has some, for forms that :func:`countable` returns."""
    counts: Counter[int] = Counter()
    for form in forms:
        counts.update(_of_form(form, candidates, stop))
    return dict(+counts)


def _of_form(form: Form, candidates: Candidates, stop: Callable[[], object]) -> dict[int, int]:
    """Count a form whose characters are hits wherever they stand."""
    text, reach = form.text, len(form.text) - 1
    known = candidates.frequent(text)
    reports = candidates.all_reports()
    counts = {report: known[report] for report in reports if report in known}
    unknown = [report for report in reports if report not in known]
    if not unknown:
        return counts
    wanted = index_query((Term("", (form,)),))
    is_soon_read = len(unknown) * _PARAGRAPHS_A_LOOKUP < sum(counts.values())
    if candidates.is_tallied and is_pair(text) and not is_soon_read:
        return candidates.tally([text], stop=stop)
    if candidates.is_tallied and known and not is_soon_read:
        rows = candidates.rows_of(_FOLDED, candidates.numbers(wanted.match, unknown))
    else:
        rows = candidates.rows(_FOLDED, wanted, unknown if is_soon_read else None)
    for number, (report, lead, end, folded) in enumerate(rows):
        if number % _STOP_EVERY == 0:
            stop()
        if report not in known:
            counts[report] = counts.get(report, 0) + folded.count(text, lead, end + reach)
    return counts


def _of_plain_terms(
    terms: tuple[Term, ...], candidates: Candidates, stop: Callable[[], object]
) -> dict[int, int]:
    """Count several terms of a form each, whose characters are hits in the paragraphs that have all of them."""
    texts = [(term.forms[0].text, len(term.forms[0].text) - 1) for term in terms]
    counts: dict[int, int] = {}
    for number, (report, lead, end, folded) in enumerate(candidates.rows(_FOLDED, index_query(terms))):
        if number % _STOP_EVERY == 0:
            stop()
        found = [folded.count(text, lead, end + reach) for text, reach in texts]
        if all(found):
            counts[report] = counts.get(report, 0) + sum(found)
    return counts


def _excluded(
    paragraphs: Iterator[Paragraph],
    matcher: ParagraphMatcher,
    in_whole_text: Callable[[int], list[list[Hit]]],
    counts: Mapping[int, int],
    stop: Callable[[], object],
) -> dict[int, int]:
    """Count what is no hit because of what else stands in its paragraph."""
    (term,), (excluded,) = matcher.terms, matcher.excluded
    excess: dict[int, int] = {}
    for report, of_report in groupby(stoppable(paragraphs, stop), key=attrgetter("report")):
        try:
            excess[report] = sum(term.count(one) for one in of_report if excluded.count(one))
        except FarOff:
            excess[report] = counts[report] - sum(map(len, in_whole_text(report)))
    return excess


def _of_paragraphs(
    paragraphs: Iterator[Paragraph],
    matcher: ParagraphMatcher,
    in_whole_text: Callable[[int], list[list[Hit]]],
    stop: Callable[[], object],
) -> dict[int, int]:
    counts: dict[int, int] = {}
    for report, of_report in groupby(stoppable(paragraphs, stop), key=attrgetter("report")):
        try:
            count = sum(map(matcher.count, of_report))
        except FarOff:
            count = sum(map(len, in_whole_text(report)))
        if count:
            counts[report] = count
    return counts


def stoppable(paragraphs: Iterator[Paragraph], stop: Callable[[], object]) -> Iterator[Paragraph]:
    """Yield paragraphs, and ask every now and then whether to stop."""
    for number, paragraph in enumerate(paragraphs):
        if number % _STOP_EVERY == 0:
            stop()
        yield paragraph
