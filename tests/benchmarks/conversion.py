"""Compare the conversion of other reports with labels made by reading them.

The labels of a file are date and speaker of the report, its organisation, the headings of its chapters, how many
sections each has, and a few topics (or items) chosen at random. The texts themselves are not stored here.
"""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.figures import FOLDER
from tui.convert.pipeline import convert
from tui.report.errors import HuijiError
from tui.report.model import Report

_LABELS = Path(__file__).parent / "labels" / "conversion.tsv"
FIELDS = ("date", "speaker", "organisation", "chapters", "sections", "topics")


@dataclass(slots=True)
class Tally:
    """Counts of right and wrong answers.

    Attributes:
        right: For each field, how many labelled values were found.
        labelled: For each field, how many values are labelled.
        faults: One line for each wrong answer.
        slowest: Seconds of the slowest conversion, including metrics.
        failed: Files that could not be converted, or whose nodes do not cover their text.
    """

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    labelled: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    failed: list[str] = field(default_factory=list)

    def count(self, name: str, file: str, wanted: str, found: str) -> None:
        """Count one answer."""
        self.labelled[name] += 1
        self.right[name] += wanted == found
        if wanted != found:
            self.faults.append(f"{file} {name}: {wanted or 'none'} read as {found or 'none'}")

    def share(self, name: str) -> float:
        """Return the rate of right answers."""
        return self.right[name] / max(1, self.labelled[name])


def score(folder: Path) -> Tally:
    """Score all labelled files of a folder."""
    tally = Tally()
    with _LABELS.open(encoding="utf-8", newline="") as file:
        labels = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for label in labels:
        path = folder / label["file"]
        begun = time.perf_counter()
        try:
            report = convert(path.read_bytes(), path.name)
        except HuijiError as error:
            tally.failed.append(str(error))
            continue
        tally.slowest = max(tally.slowest, (time.perf_counter() - begun, path.name))
        if "".join(report.text[node.own_start : node.own_end] for node in report.walk()) != report.text:
            tally.failed.append(f"{path.name}: the texts of its nodes do not join to its text")
        _compare(tally, label, report)
    return tally


def _compare(tally: Tally, label: dict[str, str], report: Report) -> None:
    file, front = label["file"], report.front
    speaker = f"{front.speaker.role} {front.speaker.name}" if front.speaker else ""
    chapters = [node for node in report.outline if node.level == "chapter"]
    counts = [sum(child.level == "section" for child in node.children) for node in chapters]
    tally.count("date", file, label["date"], front.date)
    tally.count("speaker", file, f"{label['role']} {label['name']}".strip(), speaker)
    tally.count("organisation", file, label["organisation"], front.organisation)
    tally.count("chapters", file, label["chapters"], "|".join(node.heading or "" for node in chapters))
    tally.count("sections", file, label["sections"], "|".join(map(str, counts)))
    headings = {node.heading for node in report.walk() if node.level in ("topic", "item")}
    for topic in filter(None, label["topics"].split("|")):
        tally.count("topics", file, topic, topic if topic in headings else "")


def run(short: bool) -> Iterator[str]:
    """Yield the rate of right answers for each field, and the wrong ones."""
    folder = os.environ.get(FOLDER)
    if not folder:
        yield f"{FOLDER} names no folder of reports"
        return
    tally = score(Path(folder))
    yield ", ".join(f"{name} {tally.share(name):.1%} of {tally.labelled[name]}" for name in FIELDS)
    yield f"slowest: {tally.slowest[0]:.2f} s, {tally.slowest[1]}"
    yield from tally.failed
    if not short:
        yield from tally.faults
