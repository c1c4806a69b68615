"""Tell whose report it is, and of which year: by its text, with the names of file and folders as second witnesses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from tui.convert.front.file_name import FileName, read_file_name
from tui.library.divisions import COUNCIL, NATION, NATION_NAME, Division, Divisions, Level, level_of
from tui.messages import library as messages
from tui.report.grammar import names_place
from tui.report.model import Report

#: The place of an assembly: 郑州市惠济区第四届人民代表大会, 烟台市十四届人大.
_ASSEMBLY = re.compile(r"([\u4e00-\u9fff]{2,30}?)(?:第?\s*[0-9〇零一二三四五六七八九十]{1,3}[届屆])")
#: How governments call themselves without their place, and their level.
_LEVELS: dict[str, Level] = {"省": "province", "自治区": "province", "市": "city"}
#: Times a place must be named to be taken for the report's own.
_MIN_MENTIONS = 4
_OFFICE = re.compile(r"(?:人民政府|行政公署|管理委员会|管委会|政府)$")


class Identity(NamedTuple):
    """Whose report it is, and of which year.

    Attributes:
        place: The place as the report names it.
        code: Its code of GB/T 2260; empty if it has none, or more than one place has the name.
        level: Its level; empty if unknown.
        parent: The code of the division above; empty if unknown.
        plan_year: The year the report plans.
        review_year: The year it looks back on.
        disagreements: Where text, file and folder contradict each other, a clause each.
    """

    place: str
    code: str
    level: Level
    parent: str
    plan_year: int | None
    review_year: int | None
    disagreements: tuple[str, ...] = ()


def identify(report: Report, path: str, divisions: Divisions) -> Identity:
    """Return whose report it is.

    Args:
        report: The report.
        path: The path of its file; empty if it has none.
        divisions: The administrative divisions.
    """
    front = report.front
    file = read_file_name(path)
    year = front.plan_year or file.year
    said = list(_said_in(report))
    folders = list(PurePath(path).parts[:-1])
    by_text = _resolve(said, [*folders, file.place], report.text, year, divisions)
    by_text = by_text or _most_named(said, report.text, year, divisions)
    by_file = _resolve(_said_by(path, file.place), [*folders, *said], report.text, year, divisions)
    chosen = by_text or by_file
    place = said[0] if said else (chosen.name if chosen else file.place)
    disagreements = []
    if by_text and by_file and divisions.today(by_text.code) != divisions.today(by_file.code):
        if by_text.code in divisions.lineage(by_file.code) and _names(report.text, by_file.name):
            chosen = by_file  # the text names the outer place only
            place = by_file.name
        elif by_file.code not in divisions.lineage(by_text.code):
            disagreements.append(messages.places_disagree(by_text.name, by_file.name))
    if file.year and front.plan_year and file.year not in (front.plan_year, front.review_year):
        disagreements.append(messages.years_disagree(front.plan_year, file.year))
    code = chosen.code if chosen else ""
    return Identity(
        chosen.name if chosen else place,
        code,
        level_of(code),
        divisions.parent_of(code),
        year,
        front.review_year or (year - 1 if year else None),
        tuple(disagreements),
    )


def named_place(report: Report, path: str, divisions: Divisions) -> str:
    """Return the place of a report as it names it, else as its text or the name of its file tells; empty if none does."""
    place = report.place or identify(report, path, divisions).place
    return place if names_place(place) else ""


def disagreements_with(
    path: str, place: Division, plan_year: int | None, text: str, divisions: Divisions
) -> list[str]:
    """Return where the name of a file contradicts what is known of the report in it, a clause each.

    Args:
        path: The path of the file.
        place: The place of the report; its code may be empty.
        plan_year: The year the report plans.
        text: Its text.
        divisions: The administrative divisions.
    """
    file = read_file_name(path)
    hints = [*PurePath(path).parts[:-1], place.name]
    named = _resolve(_said_by(path, file.place), hints, text, plan_year, divisions)
    found = []
    if (
        named
        and place.code
        and divisions.today(named.code) != divisions.today(place.code)
        and named.code not in divisions.lineage(place.code)
    ):
        found.append(messages.places_disagree(place.name, named.name))
    if file.year and plan_year and file.year != plan_year:
        found.append(messages.years_disagree(plan_year, file.year))
    return found


def _said_in(report: Report) -> Iterator[str]:
    """Yield the places a report's front matter names, the most exact one first."""
    organisation = _OFFICE.sub("", report.front.organisation)
    assembly = _ASSEMBLY.match(report.front.meeting)
    if assembly and (not organisation or assembly[1].endswith(organisation)):
        yield assembly[1]
    if organisation:
        yield organisation
    if assembly and organisation and not assembly[1].endswith(organisation):
        yield assembly[1]


def _said_by(path: str, place: str) -> Iterator[str]:
    """Yield the places a path names, the most exact one first."""
    if place:
        parts = PurePath(path).parts[:-1]
        for size in (2, 1):
            yield "".join((*parts[-size:], place))
        yield place


def _resolve(
    paths: Iterable[str], hints: Sequence[str], text: str, year: int | None, divisions: Divisions
) -> Division | None:
    """Return the division the first path of names means that means one; None if none does."""
    for path in paths:
        if path in (COUNCIL, NATION_NAME):
            return Division(NATION, NATION_NAME)
        rows = divisions.resolve(path, year)
        chosen = _chosen(rows, hints, text, year, divisions)
        if chosen is not None:
            return chosen
    return None


def _chosen(
    rows: Sequence[Division], hints: Sequence[str], text: str, year: int | None, divisions: Divisions
) -> Division | None:
    """Return the one of several divisions of one name whose parents are named: in the hints, else in the text."""
    codes = {divisions.today(row.code) for row in rows}
    if len(codes) <= 1:
        return rows[-1] if rows else None
    for texts in (hints, [text]):
        counts = {row: _mentions(row, texts, year, divisions) for row in rows}
        best = sorted(rows, key=lambda row: counts[row], reverse=True)
        if counts[best[0]] > 2 * counts[best[1]]:
            return best[0]
    return None


def _most_named(said: Sequence[str], text: str, year: int | None, divisions: Divisions) -> Division | None:
    """Return the place a text names far more often than others of its level, where it only calls itself 省 or 市."""
    level = next((_LEVELS[place] for place in said if place in _LEVELS), None)
    if level is None:
        return None
    counts = Counter(
        {row: text.count(_stem(row.name)) for row in divisions.of_level(level) if row.is_in_use(year)}
    )
    (first, most), (_, second) = counts.most_common(2)
    return first if most >= _MIN_MENTIONS and most >= 2 * second else None


def _mentions(row: Division, texts: Iterable[str], year: int | None, divisions: Divisions) -> int:
    """Count how often the places above a division are named, by their names without the word for their level."""
    above = [divisions.name_of(code, year) for code in divisions.lineage(divisions.parent_of(row.code))]
    stems = [_stem(name) for name in above if name != NATION_NAME]
    return sum(text.count(stem) for text in texts for stem in stems)


def _names(text: str, name: str) -> bool:
    return _stem(name) in text


def _stem(name: str) -> str:
    """Return how a text calls a place: 内蒙古, 湘西, 惠济."""
    stem = FileName(place=name).place_stem
    return stem if len(stem) > 1 else name
