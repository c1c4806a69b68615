"""Read title, date, meeting, organisation, speaker and years of a report.

The lines above the address to the deputies state most of it. Where they do not, captions of photographs, the first
sentences, the headings and at last the name of the file are read, never against what the text says.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.convert.front.dates import read_date, read_meeting
from tui.convert.front.file_name import FileName
from tui.convert.front.lines import squeeze
from tui.convert.front.organisation import read_organisation
from tui.convert.front.speaker import read_speaker
from tui.convert.front.titles import (
    document_title,
    first_line_title,
    is_work_report,
    work_report_title,
    work_report_titles,
)
from tui.convert.front.years import document_years, is_address, read_years, years_in
from tui.report.model import DEFAULT_TITLE, FrontMatter

_NO_NAME = FileName()


def read_front_matter(
    lines: Sequence[str],
    headings: Sequence[str],
    text: str = "",
    captions: Sequence[str] = (),
    file_name: FileName = _NO_NAME,
) -> FrontMatter:
    """Return the front matter of a report.

    Args:
        lines: The lines above the text, as printed.
        headings: The chapter headings, which name the years reviewed and planned.
        text: The text below them.
        captions: Of photographs.
        file_name: What the file is named after.
    """
    squeezed = [squeezed_line for line in lines if (squeezed_line := squeeze(line))]
    titles = work_report_titles(squeezed)
    # A web page may name the report and a date above it; the report's own title comes last.
    own = squeezed[titles[-1] :] if titles else squeezed
    captioned = [squeeze(caption) for caption in captions]
    sources = (own, squeezed, captioned)
    meeting, around = next(filter(any, map(read_meeting, sources)), ("", ""))
    # Other documents may be delivered to the same assembly, and plan the same year.
    named = "" if titles else document_title(squeezed)
    is_report = bool(titles) or (not named and is_work_report(squeezed, headings, text))
    title = (
        work_report_title(squeezed[titles[-1]])
        if titles
        else named or (DEFAULT_TITLE if is_report else first_line_title(squeezed, file_name.stem))
    )
    title_year = next(iter(years_in(title)), None)
    dated = (read_date(lines, around, title_year) for lines in (own, squeezed))
    date = next(filter(None, dated), "")
    organisation, speaker = read_speaker(own, captioned)
    if speaker is None and titles:
        organisation, speaker = read_speaker(squeezed[: titles[-1]], ())
    # A file may be named after another place than the report is of.
    place = file_name.place if is_report and file_name.place_stem in text else ""
    review, plan = document_years(title)
    if is_report or (is_address(title) and (review, plan) == (None, None)):
        review, plan = read_years(headings, date, text, title, file_name.year)
        date = date or read_date((), around, plan)
    return FrontMatter(
        title=title,
        date=date,
        meeting=meeting,
        organisation=read_organisation(
            organisation, meeting, text, place, own, bool(titles) or title == DEFAULT_TITLE
        ),
        speaker=speaker,
        review_year=review,
        plan_year=plan,
    )
