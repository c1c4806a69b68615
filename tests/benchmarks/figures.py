"""Measure how well metrics are extracted, against labels made by reading the reports.

``labels/huiji-2024.tsv`` has every digit run of the built-in report, ``labels/reports-200.tsv`` 200 of other reports, which
are measured if ``HUIJI_REPORTS`` names their folder; see also :mod:`tests.benchmarks.corpus_figures`. A row without a unit and a value is not a metric; its status column
names its kind. The core of an indicator is in ``[]``: a name is right if it contains the core and lies within the whole.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tests.benchmarks import corpus_figures
from tests.benchmarks.sampling import RUN, readable_texts
from tui.convert.pipeline import convert
from tui.convert.unescape import unescape
from tui.metrics.extract import extract_metrics
from tui.report.model import Metric, Report

LABELS = Path(__file__).parent / "labels"
FOLDER = "HUIJI_REPORTS"
Label = dict[str, str]


@dataclass(slots=True)
class Score:
    """Counts of one measurement.

    Attributes:
        right: For each field, how many of the metrics found have it right.
        faults: One line for each fault.
    """

    labelled: int = 0
    found: int = 0
    false: int = 0
    right: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Return a rate between 0 and 1: ``recall``, ``precision``, or that of a field."""
        if name == "recall":
            return self.found / max(1, self.labelled)
        if name == "precision":
            return self.found / max(1, self.found + self.false)
        return self.right[name] / max(1, self.found)


FIELDS: dict[str, Callable[[Metric, Label], bool]] = {
    "value and unit": lambda metric, label: (
        _value(metric) == _number(label["value"]) and metric.unit == label["unit"]
    ),
    "measure": lambda metric, label: (
        metric.measure == label["measure"] and (metric.direction or "") == label["direction"]
    ),
    "status": lambda metric, label: metric.status == label["status"],
    "name": lambda metric, label: name_is_right(metric.indicator, label["indicator"]),
}


def read_labels(name: str) -> list[Label]:
    """Return the rows of a file of labels."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def name_is_right(found: str, label: str) -> bool:
    """Return whether a name contains the core of a label and nothing outside the label."""
    core = label[label.index("[") + 1 : label.index("]")]
    whole = label.replace("[", "").replace("]", "")
    found = found.strip()
    return core in found and found in whole


def compare(metrics: list[Metric], labels: list[Label], whole: bool) -> Score:
    """Compare the metrics of a report with labels; label offsets refer to the report's text.

    Args:
        metrics: The metrics the program found.
        labels: The labelled digit runs.
        whole: Whether the labels are complete, so that a metric without a label is a false one.
    """
    score = Score(right=dict.fromkeys(FIELDS, 0))
    by_start = {metric.start: metric for metric in metrics}
    for label in labels:
        start = int(label["start"])
        holding = next((metric for metric in metrics if metric.start <= start < metric.end), None)
        metric = by_start.get(start, holding)
        said = label.get("quote") or label["digits"]
        if not label["value"]:
            if metric is not None and metric.start == start:
                score.false += 1
                score.faults.append(
                    f"{start} {said}: is no metric ({label['status']}), read as {metric.quote}"
                )
            continue
        score.labelled += 1
        if metric is None:
            score.faults.append(f"{start} {said}: not found")
            continue
        score.found += 1
        for name, is_right in FIELDS.items():
            if name == "name" and "indicator" not in label:
                continue
            if is_right(metric, label):
                score.right[name] += 1
            else:
                score.faults.append(
                    f"{start} {said}: {name}: {_said(name, label)} read as {_read(name, metric)}"
                )
    if whole:
        starts = {int(label["start"]) for label in labels}
        for metric in metrics:
            if metric.start not in starts:
                score.false += 1
                score.faults.append(f"{metric.start} {metric.quote}: is no metric")
    return score


def _said(name: str, label: Label) -> str:
    if name == "value and unit":
        return f"{label['value']} {label['unit']}"
    return label[{"name": "indicator"}.get(name, name)] + (label["direction"] if name == "measure" else "")


def _read(name: str, metric: Metric) -> str:
    if name == "value and unit":
        return f"{'-'.join(map(str, metric.value))} {metric.unit}"
    if name == "measure":
        return metric.measure + (metric.direction or "")
    return metric.indicator if name == "name" else metric.status


def _value(metric: Metric) -> tuple[Decimal, ...]:
    return metric.value


def _number(words: str) -> tuple[Decimal, ...]:
    try:
        return tuple(Decimal(part) for part in words.split("-"))
    except ArithmeticError:
        return ()


def built_in() -> Score:
    """Measure the built-in report."""
    path = Path(__file__).parents[2] / "content" / "huiji-2024.txt"
    report = convert(path.read_bytes(), path.name)
    return compare(list(extract_metrics(report)), read_labels("huiji-2024.tsv"), whole=True)


def other_reports(folder: Path) -> Score:
    """Measure the sample of other reports; label offsets refer to the decoded text of a file."""
    texts = readable_texts(folder)
    total = Score(right=dict.fromkeys(FIELDS, 0))
    labels = read_labels("reports-200.tsv")
    for name in sorted({label["file"] for label in labels} & set(texts)):
        report: Report = convert(texts[name].encode(), name)
        mine = _moved([label for label in labels if label["file"] == name], texts[name], report.text)
        score = compare(list(report.metrics), mine, whole=False)
        total.labelled += score.labelled
        total.found += score.found
        total.false += score.false
        for key, count in score.right.items():
            total.right[key] += count
        total.faults += [f"{name} {fault}" for fault in score.faults]
    return total


@dataclass(slots=True)
class PairScore:
    """Pairs found, compared with the labelled pairs.

    Attributes:
        strict: How many strict pairs there are, and how many of them were found.
        loose: The same for loose pairs found as loose.
        false: Unlabelled pairs, and loose pairs found as strict.
    """

    strict: tuple[int, int]
    loose: tuple[int, int]
    false: list[str]


#: Context lengths before and after a label's number, tried in order to find it in the converted text.
_CONTEXTS = ((24, 12), (24, 0), (0, 24), (10, 4), (6, 2))


def _moved(labels: list[Label], decoded: str, text: str) -> list[Label]:
    """Return labels with offsets into the converted text, found by the text around their digits.

    Labels in page numbers and front matter, which are not part of the converted text, are dropped.
    """
    places = [place for place, character in enumerate(text) if not character.isspace()]
    squeezed = "".join(text[place] for place in places)
    moved = []
    for label in labels:
        start = int(label["start"])
        run = RUN.match(decoded, start)
        assert run is not None, label
        plain = unescape(decoded[max(0, start - 400) : start])
        before, after = (
            "".join(plain.split()),
            "".join(unescape(decoded[run.end() : run.end() + 400]).split()),
        )
        for left, right in _CONTEXTS:
            words = before[len(before) - left :] + run[0] + after[:right]
            at = squeezed.find(words)
            if at >= 0 and left <= len(before):
                moved.append(label | {"start": str(places[at + left])})
                break
    return moved


def comparisons() -> PairScore:
    """Measure the comparisons of the built-in report."""
    path = Path(__file__).parents[2] / "content" / "huiji-2024.txt"
    report = convert(path.read_bytes(), path.name)
    by_id = {metric.id: metric for metric in report.metrics}
    found = {
        (by_id[pair.achieved].start, by_id[pair.target].start): pair.comparable for pair in report.comparisons
    }
    labels = {
        (_place(report.text, label["achieved"]), _place(report.text, label["target"])): label["comparable"]
        for label in read_labels("huiji-2024-pairs.tsv")
    }
    counts = {
        kind: (
            sum(label == kind for label in labels.values()),
            sum(label == kind and found.get(place) == kind for place, label in labels.items()),
        )
        for kind in ("strict", "loose")
    }
    false = [
        f"{report.text[actual - 10 : actual + 8]} / {report.text[target - 10 : target + 8]}"
        for (actual, target), kind in found.items()
        if (actual, target) not in labels or (kind == "strict" and labels[actual, target] == "loose")
    ]
    return PairScore(counts["strict"], counts["loose"], false)


def _place(text: str, marked: str) -> int:
    """Return the offset of the number in ``[]`` in a piece of the text."""
    plain = marked.replace("[", "").replace("]", "")
    assert text.count(plain) == 1, plain
    return text.index(plain) + marked.index("[")


def run(short: bool) -> Iterator[str]:
    """Yield recall, precision, the accuracy of each field, and the faults."""
    scores = {"built-in report": built_in()}
    folder = os.environ.get(FOLDER)
    if folder:
        scores["200 digit runs of other reports"] = other_reports(Path(folder))
    for title, score in scores.items():
        names = ["recall", "precision", *FIELDS][: None if title == "built-in report" else -1]
        yield f"{title}: {score.labelled} metrics; " + ", ".join(
            f"{name} {score.share(name):.1%}" for name in names
        )
        if not short:
            yield from score.faults
    pairs = comparisons()
    yield (
        f"comparisons: {pairs.strict[1]} of {pairs.strict[0]} strict pairs, {pairs.loose[1]} of "
        f"{pairs.loose[0]} loose ones, {len(pairs.false)} false"
    )
    yield from pairs.false
    yield from corpus_figures.run(short)
