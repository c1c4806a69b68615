"""Convert a whole folder of reports, and show what a reader should look at: odd outlines and contradictions.

The folder holds ``INDEX.tsv`` with the columns file, level, place, year, characters, date and speaker; the last two
are empty where they are not known.
"""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tui.convert.pipeline import convert
from tui.report.errors import HuijiError

#: The variable that names the folder.
FOLDER = "HUIJI_CORPUS"
_FEW, _LARGEST = 40, 10


class Outcome(NamedTuple):
    """What the overview needs of one conversion.

    Attributes:
        file: The file.
        chapters: How many chapters it has.
        topics: Length in characters and heading of its largest topics, the largest first.
        doubts: What is doubted.
        found: Organisation, plan year, date and speaker, as in the index.
        fault: Why it could not be converted; else empty.
    """

    file: str
    chapters: int = 0
    topics: tuple[tuple[int, str], ...] = ()
    doubts: tuple[str, ...] = ()
    found: tuple[str, str, str, str] = ("", "", "", "")
    fault: str = ""


def _outcome(folder: Path, file: str) -> Outcome:
    try:
        report = convert((folder / file).read_bytes(), file, figures=False)
    except HuijiError as error:
        return Outcome(file, fault=str(error))
    front = report.front
    topics = sorted(
        ((node.end - node.start, node.heading or "") for node in report.walk() if node.level == "topic"),
        reverse=True,
    )
    return Outcome(
        file,
        sum(node.level == "chapter" for node in report.outline),
        tuple(topics[:_LARGEST]),
        tuple(map(str, report.doubts)),
        (
            front.organisation,
            str(front.plan_year or ""),
            front.date,
            front.speaker.name if front.speaker else "",
        ),
    )


def overview(short: bool) -> Iterator[str]:
    """Yield chapters per report, the ten largest topics, doubts, and front matter that contradicts the index."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return
    with (Path(folder) / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        index = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    index = index[:_FEW] if short else index
    with ProcessPoolExecutor() as pool:
        outcomes = list(
            pool.map(partial(_outcome, Path(folder)), [row["file"] for row in index], chunksize=8)
        )
    chapters = Counter(outcome.chapters for outcome in outcomes)
    yield "chapters: " + ", ".join(f"{count} in {reports}" for count, reports in sorted(chapters.items()))
    topics = sorted(((topic, outcome.file) for outcome in outcomes for topic in outcome.topics), reverse=True)
    yield from (
        f"topic of {size} characters: {file} {heading}" for (size, heading), file in topics[:_LARGEST]
    )
    doubted = [outcome for outcome in outcomes if outcome.doubts]
    yield f"doubted: {len(doubted)} of {len(outcomes)}"
    if not short:
        yield from (f"{outcome.file}: {'; '.join(outcome.doubts)}" for outcome in doubted)
    yield from (f"{outcome.file}: {outcome.fault}" for outcome in outcomes if outcome.fault)
    yield from _contradictions(index, outcomes, short)


def _contradictions(
    index: Sequence[dict[str, str]], outcomes: Sequence[Outcome], short: bool
) -> Iterator[str]:
    """Yield for each column of the index how many reports say the same, another thing, or nothing."""
    for position, column in enumerate(("place", "year", "date", "speaker")):
        same, other, nothing = 0, [], 0
        for row, outcome in zip(index, outcomes, strict=True):
            wanted, found = row[column], outcome.found[position]
            if not wanted:
                continue
            if not found:
                nothing += 1
            elif found.startswith(wanted) if column == "place" else found == wanted:
                same += 1
            else:
                other.append(f"{outcome.file} {column}: {wanted} in the index, {found} in the text")
        yield f"{column}: {same} as in the index, {len(other)} other, {nothing} none"
        if not short:
            yield from other
