"""Measure promises against what people read in pairs of reports.

Each file of ``labels/promises`` is one pair: a comment ``# plan=FILE results=FILE``, relative to the folder that
``HUIJI_CORPUS`` or ``HUIJI_REPORTS`` names, then a row for each target of the plan with its verdict and the sentence of the
later report that tells. Offsets count characters of the files as they are. ``HUIJI_PROMISES`` names another folder of labels.
"""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpus_figures import Score
from tui.convert.pipeline import convert
from tui.promises.linking import link_promises
from tui.promises.model import Promise
from tui.report.model import Report
from tui.report.numerals import half_width

LABELS = Path(__file__).parent / "labels" / "promises"
_FOLDERS = ("HUIJI_CORPUS", "HUIJI_REPORTS")
_FILES = re.compile(r"plan=(\S+)\s+results=(\S+)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NOT_MENTIONED = "not_mentioned"
#: Lengths of the text before and behind an offset by which it is found in the converted text; tried in order.
_CONTEXTS = ((24, 24), (12, 24), (24, 8), (6, 12), (0, 12), (0, 6))
Row = dict[str, str]


class Labels(NamedTuple):
    """The labels of one pair.

    Attributes:
        name: Name of their file.
        plan: File of the report that promises.
        results: File of the later one.
        rows: One for each target.
    """

    name: str
    plan: Path
    results: Path
    rows: tuple[Row, ...]


def _find(name: str) -> Path | None:
    folders = [Path(os.environ[variable]) for variable in _FOLDERS if os.environ.get(variable)]
    return next((path for folder in folders if (path := folder / name).exists()), None)


def read_labels(folder: Path) -> Iterator[Labels]:
    """Yield the pairs of a folder whose reports are there."""
    for path in sorted(folder.glob("*.tsv")):
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        files = _FILES.search(first)
        if files is None:
            continue  # labels of other things
        plan, results = map(_find, files.groups())
        if plan is not None and results is not None:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            yield Labels(path.stem, plan, results, tuple(rows))


class Offsets:
    """Find offsets of a file in the text of its report, by the letters and digits around them.

    Args:
        raw: The file's text.
        text: The report's.
    """

    def __init__(self, raw: str, text: str) -> None:
        self._raw = half_width(raw)
        half = half_width(text)
        self._places = [place for place, character in enumerate(half) if character.isalnum()]
        self._squeezed = "".join(half[place] for place in self._places)

    def of(self, offset: int) -> int | None:
        """Return where the character at an offset of the file is in the report; None if it is not there."""
        for left, right in _CONTEXTS:
            before = _letters(self._raw[max(0, offset - 4 * left) : offset])[-left:] if left else ""
            words = before + _letters(self._raw[offset : offset + 4 * right])[:right]
            found = [match.start() for match in re.finditer(re.escape(words), self._squeezed)]
            if found:
                share = offset / max(1, len(self._raw))
                near = min(found, key=lambda each: abs(each / len(self._squeezed) - share))
                return self._places[min(near + len(before), len(self._places) - 1)]
        return None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


class Pair(NamedTuple):
    """Two converted reports, their promises, and where offsets of the files are in them."""

    plan: Report
    results: Report
    promises: tuple[Promise, ...]
    plan_offsets: Offsets
    results_offsets: Offsets


def _text(data: bytes, row: Row | None) -> str:
    """Return a file's text as its labels count it: as it is, or with each line end one character."""
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    start = int(row["target_start"]) if row else 0
    as_it_is = row is None or text.startswith(row["target_quote"], start)
    return text if as_it_is else text.replace("\r\n", "\n")


def read_pair(labels: Labels) -> Pair:
    """Convert the reports of a pair and link them."""
    data = labels.plan.read_bytes(), labels.results.read_bytes()
    plan, results = convert(data[0], labels.plan.name), convert(data[1], labels.results.name)
    return Pair(
        plan,
        results,
        link_promises(plan, results),
        Offsets(_text(data[0], labels.rows[-1]), plan.text),
        Offsets(_text(data[1], None), results.text),
    )


def promise_of(row: Row, pair: Pair) -> Promise | None:
    """Return the promise whose target a row labels."""
    start = pair.plan_offsets.of(int(row["target_start"]))
    if start is None:
        return None
    end = start + len(row["target_quote"])
    return next((one for one in pair.promises if one.target.start < end and start < one.target.end), None)


def span_of(row: Row, pair: Pair) -> tuple[int, int] | None:
    """Return the span of the sentence that a row says to tell of its target."""
    if not row["result_start"]:
        return None
    start = pair.results_offsets.of(int(row["result_start"]))
    if start is None:
        return None
    return start, start + int(row["result_end"]) - int(row["result_start"])


def link_is_right(row: Row, promise: Promise, span: tuple[int, int] | None) -> bool:
    """Tell whether a promise is linked to the figure or the sentence a row names."""
    assert promise.sentence is not None
    if promise.actual is None:
        return span is not None and promise.sentence[0] < span[1] and span[0] < promise.sentence[1]
    if not row["result_quote"]:
        return span is not None and span[0] <= promise.actual.start < span[1]
    said = _NUMBER.findall(half_width(row["result_quote"]))
    found = _NUMBER.findall(half_width(promise.actual.quote))
    if said == found or (not said and half_width(row["result_quote"]) in half_width(promise.actual.quote)):
        return True
    is_inside = span is not None and span[0] <= promise.actual.start < span[1]
    return is_inside and row["comparable"] != "yes"


def score_pair(labels: Labels) -> Score:
    """Return the counts and faults of one pair."""
    pair, score = read_pair(labels), Score()
    seen: set[str] = set()
    for row in labels.rows:
        promise, span = promise_of(row, pair), span_of(row, pair)
        said = f"{labels.name} {row['target_start']} {row['name']} {row['target_quote']}"
        if promise is not None:
            seen.add(promise.target.id)
        score.add("targets found", promise is not None)
        is_comparable = row["comparable"] == "yes"
        is_right = promise is not None and promise.sentence is not None and link_is_right(row, promise, span)
        sure = promise is not None and promise.certainty == "sure"
        if is_comparable:
            score.add("sure of comparable", is_right and sure)
            score.add("linked of comparable", is_right)
        if span is not None:
            offered = promise is not None and any(
                each.start < span[1] and span[0] < each.end for each in promise.candidates
            )
            score.add("linked or offered", is_right or offered)
        if promise is None:
            score.faults.append(f"{said}: no such promise ({row['verdict']})")
            continue
        _score_promise(score, row, promise, is_right, said, pair)
    others = sum(promise.target.id not in seen for promise in pair.promises)
    score.counts["promises not labelled"] = others, len(pair.promises)
    return score


def _score_promise(score: Score, row: Row, promise: Promise, is_right: bool, said: str, pair: Pair) -> None:
    found = f"{promise.certainty} {promise.verdict}"
    if promise.sentence is not None:
        told = pair.results.text[slice(*promise.sentence)].replace("\n", " ")[:80]
        quote = promise.actual.quote if promise.actual else ""
        found += f" {quote} in {told}"
        score.add(f"{promise.certainty} right", is_right)
        score.add("linked right", is_right)
        if is_right:
            score.add("verdicts of right links", promise.verdict == row["verdict"])
        if promise.actual is not None and is_right and row["comparable"] == "yes":
            score.add("verdicts of comparable", promise.verdict == row["verdict"])
    if promise.verdict == _NOT_MENTIONED:
        score.add("not mentioned right", row["verdict"] == _NOT_MENTIONED)
    if row["verdict"] == _NOT_MENTIONED:
        score.add("not mentioned found", promise.verdict == _NOT_MENTIONED)
    is_missed = promise.sentence is None and row["verdict"] != _NOT_MENTIONED
    if promise.verdict != row["verdict"] or is_missed or (promise.sentence is not None and not is_right):
        kind = (
            "WRONG LINK"
            if promise.sentence is not None and not is_right
            else "verdict"
            if is_right
            else "none"
        )
        score.faults.append(
            f"[{kind}] {said}: {row['verdict']} {row['result_quote']}; found {found} {promise.note}"
        )


def run(short: bool) -> Iterator[str]:
    """Yield precision and recall of links and verdicts, and the faults."""
    folder = Path(os.environ.get("HUIJI_PROMISES", LABELS))
    pairs = list(read_labels(folder))
    total = Score()
    with ProcessPoolExecutor(2) as pool:
        for labels, score in zip(pairs, pool.map(score_pair, pairs), strict=True):
            yield f"{labels.name}: {Counter(row['verdict'] for row in labels.rows).total()} targets"
            total.join(score)
    yield from (
        f"{name}: {right} of {all_} ({right / max(1, all_):.1%})"
        for name, (right, all_) in sorted(total.counts.items())
    )
    if not short:
        yield from total.faults
