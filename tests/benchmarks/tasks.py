"""Measure how well plans are split into tasks, against lists made by reading the reports.

``labels/tasks.tsv`` has every task of some plans: file, half-open span in the report's text, and deadline as the report says it. The reports
are read from the folders that ``HUIJI_CORPUS`` and ``HUIJI_REPORTS`` name.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import figures
from tests.benchmarks.corpus import FOLDER
from tui.convert.pipeline import convert
from tui.tasks.model import Task
from tui.tasks.splitting import split_tasks

LABELS = Path(__file__).parent / "labels"
_MARK = re.compile("[，,；;：:。！!？?\n]+")


class Label(NamedTuple):
    """A task as a reader marked it."""

    start: int
    end: int
    deadline: str


@dataclass(slots=True)
class Score:
    """Counts of one report, or of several.

    Attributes:
        labelled: Tasks a reader listed.
        found: Those with a task whose ends are each within a clause of theirs.
        exact: Those of them with the same ends.
        deadlines: Those found with the same deadline.
        split: Tasks that are parts of one already found.
        false: Tasks where the reader has none.
        tasks: All tasks.
        faults: One line for each fault.
    """

    labelled: int = 0
    found: int = 0
    exact: int = 0
    deadlines: int = 0
    split: int = 0
    false: int = 0
    tasks: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another report."""
        for name in ("labelled", "found", "exact", "deadlines", "split", "false", "tasks"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults += other.faults

    def __str__(self) -> str:
        """Return the counts as text."""
        return (
            f"{self.labelled} tasks, found {self.found} ({self.found / max(1, self.labelled):.1%}), exactly {self.exact}, "
            f"deadline right {self.deadlines}; {self.tasks} listed, {self.split} only parts of one found, {self.false} none"
        )


def compare(text: str, tasks: Sequence[Task], labels: Sequence[Label]) -> Score:
    """Compare the tasks of a report with those a reader listed."""
    score = Score(labelled=len(labels), tasks=len(tasks))
    taken: dict[int, Label] = {}
    for label in labels:
        fits = [
            (abs(task.start - label.start) + abs(task.end - label.end), index)
            for index, task in enumerate(tasks)
            if index not in taken and _is_same(text, task, label)
        ]
        if not fits:
            score.faults.append(f"{label.start} missing: {text[label.start : label.end]}")
            continue
        index = min(fits)[1]
        task = tasks[index]
        taken[index] = label
        score.found += 1
        score.exact += _strip(text, task.start, task.end) == _strip(text, label.start, label.end)
        score.deadlines += task.deadline == label.deadline
        if task.deadline != label.deadline:
            score.faults.append(
                f"{task.start} deadline {task.deadline!r}, not {label.deadline!r}: {task.text}"
            )
    for index, task in enumerate(tasks):
        if index in taken:
            continue
        overlaps = any(label.start < task.end and task.start < label.end for label in labels)
        score.split += overlaps
        score.false += not overlaps
        score.faults.append(f"{task.start} {'only a part' if overlaps else 'no task'}: {task.text}")
    return score


_NUMBER = re.compile(r"[—\s]*(?:[一二三四五六七八九十]{1,2}[是要、]|其中[：:，,]?)?")


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    match = _NUMBER.match(text, start, end)
    return (match.end() if match else start), end


def _is_same(text: str, task: Task, label: Label) -> bool:
    """Return whether two spans overlap, and each end of one is within a clause of the other's."""
    if task.start >= label.end or label.start >= task.end:
        return False
    ends = ((task.start, label.start), (task.end, label.end))
    return all(len(_MARK.findall(text, min(pair), max(pair))) <= 1 for pair in ends)


def read_labels(name: str) -> dict[str, list[Label]]:
    """Return the labels of each file."""
    found: dict[str, list[Label]] = {}
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            label = Label(int(row["start"]), int(row["end"]), row["deadline"] or "")
            found.setdefault(row["file"], []).append(label)
    return found


def run(short: bool) -> Iterator[str]:
    """Yield the counts of each report, and the faults."""
    folders = [Path(os.environ[name]) for name in (FOLDER, figures.FOLDER) if os.environ.get(name)]
    total = Score()
    for file, labels in read_labels("tasks.tsv").items():
        path = next((folder / file for folder in folders if (folder / file).exists()), None)
        if path is None:
            continue
        report = convert(path.read_bytes(), path.name)
        first, last = labels[0].start, labels[-1].end
        score = compare(report.text, split_tasks(report), labels)
        yield f"{file} ({first}–{last}): {score}"
        if not short:
            yield from score.faults
        total.add(score)
    yield f"all: {total}"
