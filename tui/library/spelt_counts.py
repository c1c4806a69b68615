"""Count letters as pinyin in the reports of a library: from the classes of characters, or from the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.library.candidates import Candidates
from tui.library.grams import across
from tui.library.spans import Numbers, SpeltFinder
from tui.library.spelt_pairs import SpeltPairs


def count_initials(
    letters: str, candidates: Candidates, reports: Iterable[int] | None, stop: Callable[[], object]
) -> dict[int, int]:
    """Return the number of hits in reports that have no letters as written, where initials decide: no text is read.

    Args:
        letters: As :func:`tui.search.pinyin.letters_of` returns them.
        candidates: The paragraphs of the reports that are searched.
        reports: Ids of reports; None for all that are searched.
        stop: Called for each report; may raise to stop.
    """
    finder = SpeltFinder(letters, candidates.folded)
    wanted = set(candidates.all_reports() if reports is None else reports)
    counts = {}
    for report, sounds in candidates.all_sounds(wanted):
        stop()
        if spans := finder.find(sounds, ()).spans:
            counts[report] = len(spans)
    return counts


def count_in_pairs(
    letters: str, candidates: Candidates, reports: Iterable[int] | None, stop: Callable[[], object]
) -> dict[int, int]:
    """Return the number of hits in reports that have no letters as written: only what is doubtful is read.

    The letters are some for which :func:`tui.library.spelt_pairs.are_in_pairs` is true; see :func:`count_initials`.
    """
    stop()
    pairs = SpeltPairs(letters, candidates)
    doubtful = pairs.read(stop)
    doubtful.update(candidates.with_one_of(map(across, pairs.sure)))
    wanted = set(candidates.all_reports() if reports is None else reports)
    tallied = candidates.tally_each(pairs.sure, stop)
    counts = {report: count for report, count in tallied.items() if report in wanted}
    if not doubtful:
        return counts
    finder = SpeltFinder(letters, candidates.folded)
    numbers = Numbers(iter(pairs.possible(doubtful)), is_in_order=False)
    unsure = Numbers(iter(sorted(doubtful)), is_in_order=False)
    for extent in candidates.extents():
        if extent.report in wanted and unsure.of(extent):
            stop()
            spelt = finder.find(candidates.sounds(extent.report), numbers.of(extent), are_all=True)
            counts[extent.report] = len(spelt.spans)
    return {report: count for report, count in counts.items() if count}
