"""Compare the conversion of other reports with labels made by reading them.

The labels of a file are what a reader finds in it: date, speaker and organisation, the headings of its chapters, how
many sections each has, a few topics chosen at random; for some files also the year it plans, the headings of its
annexes, how its closing begins, and short sentences that are no headlines. The texts themselves are not stored here.
"""

from __future__ import annotations

import csv
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import corpus
from tests.benchmarks.figures import FOLDER
from tui.convert.pipeline import convert
from tui.report.errors import HuijiError
from tui.report.model import Node, Report

_LABELS = Path(__file__).parent / "labels"
REPORTS, CORPUS = _LABELS / "conversion.tsv", _LABELS / "corpus.tsv"
FIELDS = (
    "date", "speaker", "organisation", "plan_year", "chapters", "sections", "annexes", "closing", "topics", "not_topics",
)  # fmt: skip


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

    def lines(self) -> Iterator[str]:
        """Yield the rates, the slowest conversion, and the files that failed."""
        labelled = [name for name in FIELDS if self.labelled[name]]
        yield ", ".join(f"{name} {self.share(name):.1%} of {self.labelled[name]}" for name in labelled)
        yield f"slowest: {self.slowest[0]:.2f} s, {self.slowest[1]}"
        yield from self.failed


def score(folder: Path, labels: Path = REPORTS) -> Tally:
    """Score all labelled files of a folder."""
    tally = Tally()
    with labels.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for label in rows:
        path = folder / label["file"]
        begun = time.perf_counter()
        try:
            report = convert(path.read_bytes(), label["file"])
        except HuijiError as error:
            tally.failed.append(str(error))
            continue
        tally.slowest = max(tally.slowest, (time.perf_counter() - begun, label["file"]))
        if "".join(report.text[node.own_start : node.own_end] for node in report.walk()) != report.text:
            tally.failed.append(f"{label['file']}: the texts of its nodes do not join to its text")
        _compare(tally, label, report)
    return tally


def _compare(tally: Tally, label: dict[str, str], report: Report) -> None:
    file = label["file"]
    answers = {name: answer(report) for name, answer in _ANSWERS.items() if name in label}
    answers["speaker"] = _speaker(report)
    wanted = {**label, "speaker": f"{label['role']} {label['name']}".strip()}
    if "annexes" in wanted:
        wanted["annexes"] = _unnumbered(wanted["annexes"])
    for name, answer in answers.items():
        tally.count(name, file, _plain(wanted[name]), _plain(answer))
    if "closing" in label:
        begin = _plain(label["closing"])
        tally.count("closing", file, begin, _plain(_closing(report))[: len(begin) or None])
    headings = {_plain(node.heading or "") for node in report.walk() if node.level in ("topic", "item")}
    for topic in filter(None, label["topics"].split("|")):
        tally.count("topics", file, topic, topic if _plain(topic) in headings else "")
    for sentence in filter(None, label.get("not_topics", "").split("|")):
        tally.count("not_topics", file, "", sentence if _plain(sentence) in headings else "")


def _plain(text: str) -> str:
    """Return a text without what readers write differently: spaces, and marks at the end of a heading."""
    return "|".join(re.sub(r"[。：:；;]$", "", re.sub(r"\s", "", part)) for part in text.split("|"))


def _chapters(report: Report) -> list[Node]:
    return [node for node in report.outline if node.level == "chapter"]


def _sections(report: Report) -> str:
    return "|".join(
        str(sum(child.level == "section" for child in node.children)) for node in _chapters(report)
    )


def _unnumbered(annexes: str) -> str:
    """Return the titles of annexes without what may stand above each: ``附件1``."""
    return "|".join(re.sub(r"^附[件录表]?\s*\d*[:：]?\s+(?=\S)", "", title) for title in annexes.split("|"))


def _headings(nodes: Iterable[Node]) -> str:
    return "|".join(node.heading or "" for node in nodes)


def _speaker(report: Report) -> str:
    speaker = report.front.speaker
    return f"{speaker.role} {speaker.name}".strip() if speaker else ""


def _closing(report: Report) -> str:
    """Return the closing of the report, or of its last chapter; earlier chapters have closings of their own."""
    last = [*_chapters(report)[-1:], *(node for node in report.outline if node.level == "part")]
    nodes = sorted((node for root in last for node in root.walk()), key=lambda node: node.start)
    closings = [node for node in nodes if node.id.rpartition(".")[2] == "closing"]
    return report.text[closings[-1].start : closings[-1].end] if closings else ""


_ANSWERS: dict[str, Callable[[Report], str]] = {
    "date": lambda report: report.front.date,
    "organisation": lambda report: report.front.organisation,
    "plan_year": lambda report: str(report.front.plan_year or ""),
    "chapters": lambda report: _headings(_chapters(report)),
    "sections": _sections,
    "annexes": lambda report: _headings(node for node in report.outline if node.id.startswith("annex")),
}


def run(short: bool) -> Iterator[str]:
    """Yield the rate of right answers for each field, and the wrong ones; then an overview of a whole folder."""
    for variable, labels in ((FOLDER, REPORTS), (corpus.FOLDER, CORPUS)):
        folder = os.environ.get(variable)
        if not folder:
            yield f"{variable} names no folder of reports"
            continue
        tally = score(Path(folder), labels)
        yield from tally.lines()
        if not short:
            yield from tally.faults
    yield from corpus.overview(short)
