"""Run all checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.convert.doubts import chapters, nodes, run_on, text, wrapped
from tui.convert.doubts.finished import Finished
from tui.convert.front.file_name import FileName
from tui.report.model import Doubt, Report

#: Doubts of one kind that are told; more of them have one cause.
_MAX_OF_A_KIND = 3
#: In the order in which they are told, but for those with an offset.
CHECKS: tuple[Callable[[Finished], Iterator[Doubt]], ...] = (
    chapters.no_chapters,
    text.not_a_report,
    text.mojibake,
    text.broken_lines,
    text.lost_beginnings,
    text.repeated_words,
    chapters.one_chapter,
    chapters.gaps_in_chapters,
    chapters.too_many_chapters,
    chapters.not_chapters,
    chapters.no_closing,
    chapters.unseen_chapters,
    nodes.sections_like_chapters,
    nodes.gaps_in_sections,
    nodes.numbers_without_nodes,
    nodes.swallowed_by_parts,
    nodes.glossary_in_closing,
    nodes.report_in_appendix,
    nodes.large_topics,
    nodes.large_sections,
    nodes.long_tails,
    wrapped.wrap_ups_in_sections,
    wrapped.wrap_ups_between_sections,
    nodes.broken_headings,
    nodes.long_headings,
    run_on.run_on_headings,
    nodes.without_heading,
    nodes.without_text,
    text.other_year,
    text.other_place,
)


def find_doubts(report: Report, file_name: FileName) -> tuple[Doubt, ...]:
    """Return what may be wrong with a report, in the order of the text.

    Args:
        report: The report, its outline complete.
        file_name: What its file is named after.
    """
    finished = Finished(report, file_name)
    found: list[Doubt] = []
    for check in CHECKS:
        of_a_kind = list(check(finished))
        found += of_a_kind[:_MAX_OF_A_KIND]
    return tuple(sorted(found, key=lambda doubt: -1 if doubt.offset is None else doubt.offset))
