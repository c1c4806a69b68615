"""Measure metrics and comparisons against what people read in reports of the corpus.

``labels/figures-*.tsv`` have runs of digits, each with the value, names, measure, status and years a reader gave it; a row
whose kind is not ``metric`` is none. ``labels/comparisons-*.tsv`` have every pair a careful reader makes in some reports. Both
name a run of digits by its number among the equal runs of its file, not counting comments in angle brackets. Rules were mended after
looking at all sets of labels but those held out, which are only measured with.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpus import FOLDER
from tests.benchmarks.sampling import RUN
from tui.convert.pipeline import convert
from tui.metrics.years import years_of
from tui.report.model import Metric, Report
from tui.report.numerals import half_width

LABELS = Path(__file__).parent / "labels"
Label = dict[str, str]
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class LabelledSet(NamedTuple):
    """Labels that are measured with together.

    Attributes:
        figures: Its file of labelled figures; empty if it has none.
        pairs: Its file of labelled comparisons.
        is_held_out: Whether rules must not be mended with it; its faults are not printed.
    """

    figures: str
    pairs: str
    is_held_out: bool = False


_SETS = (
    LabelledSet("figures-320.tsv", "comparisons-15.tsv"),
    LabelledSet("", "comparisons-8b.tsv"),
    LabelledSet("", "comparisons-8c.tsv"),
    LabelledSet("", "comparisons-8d.tsv"),
    LabelledSet("", "comparisons-8e.tsv"),
    LabelledSet("", "comparisons-8f.tsv"),
    LabelledSet("figures-160.tsv", "comparisons-8.tsv", is_held_out=True),
)
#: What does not tell two names apart.
_NO_PART_OF_NAMES = re.compile(r"[\s“”‘’\"'《》()（）]|^(?:全[省市区县国州]|我[省市区县州])")
#: Lengths of the text before and behind a run, by which it is found in the converted text; tried in order.
_CONTEXTS = ((20, 10), (20, 0), (0, 20), (10, 4), (6, 2), (3, 1))


def read_labels(name: str) -> list[Label]:
    """Return the rows of a file of labels."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(slots=True)
class Score:
    """Counts of one measurement.

    Attributes:
        counts: Of what was right, and of all, by what was looked at.
        faults: One line for each fault.
    """

    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, is_right: bool) -> None:
        """Count one case."""
        right, all_ = self.counts.get(name, (0, 0))
        self.counts[name] = right + is_right, all_ + 1

    def join(self, other: Score) -> None:
        """Add the counts of another report."""
        for name, (right, all_) in other.counts.items():
            mine = self.counts.get(name, (0, 0))
            self.counts[name] = mine[0] + right, mine[1] + all_
        self.faults += other.faults

    def shares(self) -> str:
        """Return all counts as text."""
        return ", ".join(
            f"{name} {right}/{all_} ({right / max(1, all_):.1%})"
            for name, (right, all_) in self.counts.items()
        )


class Places:
    """Find labelled runs of digits in the text of a report.

    Args:
        raw: The file's text.
        text: The report's.
    """

    def __init__(self, raw: str, text: str) -> None:
        visible = _COMMENT.sub(lambda comment: "\0" * len(comment[0]), raw)
        self._raw = half_width(visible)
        self._places = [place for place, character in enumerate(text) if not character.isspace()]
        self._squeezed = half_width("".join(text[place] for place in self._places))
        self._runs: dict[str, list[int]] = {}
        for run in RUN.finditer(visible):
            self._runs.setdefault(run[0], []).append(run.start())

    def of(self, digits: str, nth: str) -> int | None:
        """Return the offset in the report of the nth run with these digits; None where the report left it out."""
        runs = self._runs.get(digits, [])
        if not 0 < int(nth) <= len(runs):
            return None
        start = runs[int(nth) - 1]
        before = "".join(self._raw[max(0, start - 200) : start].split())
        after = "".join(self._raw[start + len(digits) : start + 200].split())
        digits = half_width(digits)
        for left, right in _CONTEXTS:
            words = before[max(0, len(before) - left) :] + digits + after[:right]
            at = self._squeezed.find(words)
            if at >= 0 and self._squeezed.find(words, at + 1) < 0:
                return self._places[at + min(left, len(before))]
        return None


def _plain(name: str) -> str:
    return _NO_PART_OF_NAMES.sub("", half_width(name))


def _names(label: Label) -> list[str]:
    return [_plain(name) for name in (label["name"], *label["names"].split("|")) if name]


def _name_is_clean(metric: Metric, label: Label) -> bool:
    return _plain(metric.indicator) in _names(label)


def _name_is_right(metric: Metric, label: Label) -> bool:
    """Tell whether a name holds one of the names given, or at least half of one and nothing else."""
    found = _plain(metric.indicator)
    return any(
        (name in found and len(found) <= 2 * len(name)) or (found in name and 2 * len(found) >= len(name))
        for name in _names(label)
        if found
    )


def _value_is_right(metric: Metric, label: Label) -> bool:
    values = tuple(map(Decimal, re.findall(r"[0-9.]+", label["value"])))
    return metric.value == values and half_width(metric.unit) == half_width(label["unit"])


def _measure_is_right(metric: Metric, label: Label) -> bool:
    """Tell whether kind and direction are right; readers call some rates shares, and some levels."""
    kinds = {metric.measure, label["measure"]}
    is_rate = half_width(metric.unit) in ("%", "‰") and kinds == {"level", "share"}
    return (len(kinds) == 1 or is_rate) and (metric.direction or "") == label["direction"]


def _period_is_right(metric: Metric, label: Label) -> bool:
    years = years_of(metric.period)
    return years == (int(label["from"]), int(label["to"])) if label["from"] else years is None


def _status_is_right(metric: Metric, label: Label) -> bool:
    return {"expected": "target"}.get(metric.status, metric.status) == label["status"]


_FIELDS: dict[str, Callable[[Metric, Label], bool]] = {
    "value and unit": _value_is_right,
    "measure": _measure_is_right,
    "status": _status_is_right,
    "period": _period_is_right,
    "average": lambda metric, label: ("average" in metric.attributes) == bool(label["average"]),
    "name right": _name_is_right,
    "name clean": _name_is_clean,
}
#: The fields that must be right for a metric to be right; a name counts if it is clean.
_ALL_FIELDS = ("value and unit", "measure", "status", "period", "name clean")


def _figures(report: Report, places: Places, labels: Iterable[Label], file: str) -> Score:
    score = Score()
    for label in labels:
        start = places.of(label["digits"], label["nth"])
        said = f"{file} {label['digits']} #{label['nth']}"
        if start is None:
            score.faults.append(f"{said}: not in the converted text")
            continue
        metric = next((one for one in report.metrics if one.start <= start < one.end), None)
        if label["kind"] not in ("metric", "rank"):
            score.add("no metrics", metric is None)
            if metric is not None:
                score.faults.append(
                    f"{said}: is no metric ({label['kind']}), read as {metric.quote} {metric.indicator}"
                )
            continue
        if label["kind"] == "rank":
            continue
        score.add("recall", metric is not None)
        if metric is None:
            score.faults.append(f"{said}: not found, {label['name']}")
            continue
        right = {name: is_right(metric, label) for name, is_right in _FIELDS.items()}
        right["all fields"] = all(right[name] for name in _ALL_FIELDS)
        for name, is_right in right.items():
            score.add(name, is_right)
        wrong = [name for name in _FIELDS if not right[name]]
        if wrong:
            written = f"{metric.indicator}|{metric.quote}|{metric.measure}{metric.direction or ''}|{metric.status}|{metric.period}"
            wanted = (
                f"{label['name']}|{label['value']}{label['unit']}|{label['measure']}{label['direction']}"
                f"|{label['status']}|{label['from']}-{label['to']}"
            )
            mark = " (disputed)" if label["disputed"] else ""
            score.faults.append(f"{said}{mark}: {', '.join(wrong)}: {written} for {wanted}")
    return score


def _comparisons(report: Report, places: Places, labels: Iterable[Label], file: str) -> Score:
    score = Score()
    starts = {metric.id: (metric.start, metric.end) for metric in report.metrics}
    found = [(starts[pair.achieved], starts[pair.target], pair) for pair in report.comparisons]
    wanted: list[tuple[int, int, str]] = []
    for label in labels:
        actual = places.of(_digits(label["actual"]), label["actual_nth"])
        target = places.of(_digits(label["target"]), label["target_nth"])
        if actual is None or target is None:
            score.faults.append(f"{file} {label['indicator']}: not in the converted text")
            continue
        wanted.append((actual, target, label["kind"]))
        pair = next(
            (
                pair
                for one, other, pair in found
                if one[0] <= actual < one[1] and other[0] <= target < other[1]
            ),
            None,
        )
        score.add("pairs found", pair is not None)
        if label["main"]:
            score.add("main pairs found", pair is not None)
        if pair is None:
            score.faults.append(f"{file}: no pair {label['indicator']} {label['actual']} → {label['target']}")
        else:
            score.add(f"{label['kind']} pairs told", pair.comparable == label["kind"])
    for one, other, pair in found:
        is_wanted = any(
            one[0] <= actual < one[1] and other[0] <= target < other[1] for actual, target, _ in wanted
        )
        score.add(f"{pair.comparable} pairs right", is_wanted)
        if not is_wanted:
            before, after = (
                report.text[start - 12 : end + 4].replace("\n", " ") for start, end in (one, other)
            )
            score.faults.append(
                f"{file}: pair not labelled ({pair.comparable}) {pair.indicator}: {before} / {after}"
            )
    return score


def _digits(words: str) -> str:
    """Return the run of digits of a labelled value: 增长8.5%."""
    match = RUN.search(words)
    assert match is not None, words
    return match[0]


def _score(folder: Path, labels: LabelledSet, file: str) -> tuple[Score, Score]:
    data = (folder / file).read_bytes()
    report = convert(data, file)
    places = Places(data.decode("utf-8"), report.text)
    figures, pairs = (
        [label for label in read_labels(name) if label["file"] == file] if name else []
        for name in (labels.figures, labels.pairs)
    )
    return (
        _figures(report, places, figures, file),
        _comparisons(report, places, pairs, file) if pairs else Score(),
    )


def run(short: bool) -> Iterator[str]:
    """Yield how many of the labelled metrics and pairs are right, and the faults of those not held out."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return
    for labels in _SETS:
        named = {
            name: [label["file"] for label in read_labels(name)]
            for name in (labels.figures, labels.pairs)
            if name
        }
        files = sorted(set().union(*named.values()))
        figures, pairs = Score(), Score()
        with ProcessPoolExecutor() as pool:
            for of_figures, of_pairs in pool.map(partial(_score, Path(folder), labels), files, chunksize=4):
                figures.join(of_figures)
                pairs.join(of_pairs)
        titles = {labels.pairs: f"comparisons of {len(set(named[labels.pairs]))} reports"}
        if labels.figures:
            titles[labels.figures] = f"{len(named[labels.figures])} runs of digits"
        for name, score in ((labels.figures, figures), (labels.pairs, pairs)):
            if not name:
                continue
            yield f"{titles[name]}{', held out' * labels.is_held_out}: {score.shares()}"
            if not short and not labels.is_held_out:
                yield from score.faults
